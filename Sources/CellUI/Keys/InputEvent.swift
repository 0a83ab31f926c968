/// Keys held down with another.
public struct Modifiers: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let ctrl = Modifiers(rawValue: 4)
}

/// One key of the keyboard.
public enum Key: Sendable, Hashable {
    case char(Character)
    case up, down, left, right, home, end, pageUp, pageDown, insert, delete, backspace, tab, enter, escape
    case function(Int)
    case unknown
}

/// What comes from the terminal.
public enum InputEvent: Sendable, Hashable {
    case key(Key, Modifiers)
    case paste(String)
    /// Button as in SGR mouse reports (0 left, 64 wheel up, 65 wheel down); cell from 0.
    case mouse(button: Int, x: Int, y: Int, isPress: Bool, isMotion: Bool)
    case focus(Bool)
    case resize(columns: Int, rows: Int)

    /// A plain key.
    public static func key(_ key: Key) -> InputEvent { .key(key, []) }
}

/// A key with its modifiers, and how it is written: `ctrl-s`, `Enter`, `?`.
public struct KeyChord: Sendable, Hashable, CustomStringConvertible {
    public var key: Key
    public var modifiers: Modifiers

    public init(_ key: Key, _ modifiers: Modifiers = []) {
        self.key = key
        self.modifiers = modifiers
    }

    private static let names: [(String, Key)] = [
        ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end), ("PageUp", .pageUp),
        ("PageDown", .pageDown), ("Insert", .insert), ("Delete", .delete), ("Backspace", .backspace), ("Tab", .tab), ("Enter", .enter),
        ("Esc", .escape), ("Space", .char(" ")),
    ]

    /// Reads the written form; nil where there is no such key.
    public init?(_ text: String) {
        var rest = Substring(text)
        var modifiers: Modifiers = []
        for (prefix, modifier) in [("ctrl-", Modifiers.ctrl), ("alt-", .alt), ("shift-", .shift)] where rest.hasPrefix(prefix) {
            guard rest.count > prefix.count else { break }
            rest = rest.dropFirst(prefix.count)
            modifiers.insert(modifier)
        }
        if let named = Self.names.first(where: { $0.0 == rest }) {
            self.init(named.1, modifiers)
        } else if rest.hasPrefix("F"), let number = Int(rest.dropFirst()), (1...12).contains(number) {
            self.init(.function(number), modifiers)
        } else if rest.count == 1, let character = rest.first {
            self.init(.char(character), modifiers)
        } else {
            return nil
        }
    }

    public var description: String {
        let prefix =
            (modifiers.contains(.ctrl) ? "ctrl-" : "") + (modifiers.contains(.alt) ? "alt-" : "")
            + (modifiers.contains(.shift) ? "shift-" : "")
        if let name = Self.names.first(where: { $0.1 == key })?.0 { return prefix + name }
        switch key {
        case .char(let character): return prefix + String(character)
        case .function(let number): return prefix + "F\(number)"
        default: return prefix + "?"
        }
    }
}
