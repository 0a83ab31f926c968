/// A colour as 24 bits: red, green, blue.
public struct Color: Sendable, Hashable {
    public var rgb: UInt32

    public init(_ rgb: UInt32) { self.rgb = rgb & 0xFFFFFF }

    /// Reads `#rrggbb`; nil for anything else.
    public init?(hex: String) {
        guard hex.hasPrefix("#"), hex.utf8.count == 7, let value = UInt32(hex.dropFirst(), radix: 16) else { return nil }
        self.init(value)
    }
}

/// How a cell looks; nil colours are the terminal's own.
public struct Style: Sendable, Hashable {
    public var foreground: Color?
    public var background: Color?
    public var attributes: Attributes

    /// Attributes of text.
    public struct Attributes: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let bold = Attributes(rawValue: 1)
        public static let dim = Attributes(rawValue: 2)
        public static let italic = Attributes(rawValue: 4)
        public static let underline = Attributes(rawValue: 8)
        public static let reverse = Attributes(rawValue: 16)
    }

    public init(_ foreground: Color? = nil, on background: Color? = nil, _ attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// The same style with more attributes.
    public func with(_ more: Attributes) -> Style {
        var style = self
        style.attributes.formUnion(more)
        return style
    }

    /// The same style on another background.
    public func on(_ background: Color?) -> Style {
        var style = self
        style.background = background
        return style
    }
}
