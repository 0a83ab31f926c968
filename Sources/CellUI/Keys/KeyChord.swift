/// A key with its modifiers, and how it is written: `ctrl-s`, `Enter`, `?`.
public struct KeyChord: Sendable, Hashable, CustomStringConvertible {
    /// The key.
    public var key: Key
    /// What is held down with it.
    public var modifiers: Modifiers

    /// A key with what is held down.
    public init(_ key: Key, _ modifiers: Modifiers = []) {
        self.key = key
        self.modifiers = modifiers
    }

    private static let names: [(String, Key)] = [
        ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end), ("PageUp", .pageUp),
        ("PageDown", .pageDown), ("Insert", .insert), ("Delete", .delete), ("Backspace", .backspace), ("Tab", .tab), ("Enter", .enter),
        ("Esc", .escape), ("Space", .char(" ")),
    ]

    /// Reads the written form, in which names and modifiers may have any case; nil where there is no such key.
    ///
    /// `F1` to `F12`, the names above, and any single character; `shift-` only before a named key, since `A` is written as it is typed.
    public init?(_ text: String) {
        var rest = Substring(text)
        var modifiers: Modifiers = []
        var isRead = false
        while !isRead {
            isRead = true
            for (prefix, modifier) in [("ctrl-", Modifiers.ctrl), ("alt-", .alt), ("shift-", .shift)]
            where rest.count > prefix.count && rest.prefix(prefix.count).lowercased() == prefix {
                rest = rest.dropFirst(prefix.count)
                modifiers.insert(modifier)
                isRead = false
            }
        }
        guard let key = Self.key(rest) else { return nil }
        if case .char(let character) = key, character != " " {
            guard !modifiers.contains(.shift) else { return nil }
            let lower = Character(String(character).lowercased())
            self.init(.char(modifiers.contains(.ctrl) ? lower : character), modifiers)
        } else {
            self.init(key, modifiers)
        }
    }

    private static func key(_ text: Substring) -> Key? {
        let lower = text.lowercased()
        if let named = names.first(where: { $0.0.lowercased() == lower }) { return named.1 }
        if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) { return .function(number) }
        guard text.count == 1, let character = text.first else { return nil }
        return .char(character)
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
