/// Keys held down with another.
public struct Modifiers: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Shift; in characters it is contained already.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt, or an escape before the key.
    public static let alt = Modifiers(rawValue: 2)
    /// Ctrl.
    public static let ctrl = Modifiers(rawValue: 4)
}

/// One key of the keyboard.
public enum Key: Sendable, Hashable {
    /// What a key types; letters with Ctrl are in lower case.
    case char(Character)
    case up, down, left, right, home, end, pageUp, pageDown, insert, delete, backspace, tab, enter, escape
    /// F1 and so on.
    case function(Int)
    /// A sequence that says nothing to us.
    case unknown
}

/// What comes from the terminal.
public enum InputEvent: Sendable, Hashable {
    /// A key with those that were held down.
    case key(Key, Modifiers)
    /// Pasted text, with line feeds between its lines.
    case paste(String)
    /// Button as in SGR mouse reports (0 left, 1 middle, 2 right, 3 none, 64 wheel up, 65 wheel down); cell from 0.
    case mouse(button: Int, x: Int, y: Int, isPress: Bool, isMotion: Bool)
    /// The terminal's window got or lost the focus.
    case focus(Bool)
    /// The window has another size.
    case resize(columns: Int, rows: Int)

    /// A plain key.
    public static func key(_ key: Key) -> InputEvent { .key(key, []) }

    /// Where the left button was pressed; nil for other events.
    public var click: (x: Int, y: Int)? {
        if case .mouse(button: 0, let x, let y, isPress: true, isMotion: false) = self { (x, y) } else { nil }
    }

    /// Where the pointer was dragged to with the left button; nil for other events.
    public var drag: (x: Int, y: Int)? {
        if case .mouse(button: 0, let x, let y, isPress: true, isMotion: true) = self { (x, y) } else { nil }
    }

    /// How many rows the wheel scrolls and where it was turned; nil for other events.
    public var wheel: (rows: Int, x: Int, y: Int)? {
        switch self {
        case .mouse(button: 64, let x, let y, isPress: true, isMotion: _): (-3, x, y)
        case .mouse(button: 65, let x, let y, isPress: true, isMotion: _): (3, x, y)
        default: nil
        }
    }
}
