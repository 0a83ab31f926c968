/// A colour as 24 bits: red, green, blue.
public struct Color: Sendable, Hashable, CustomStringConvertible {
    /// `0xRRGGBB`.
    public var rgb: UInt32

    /// A colour from `0xRRGGBB`; higher bits are dropped.
    public init(_ rgb: UInt32) { self.rgb = rgb & 0xFFFFFF }

    /// Reads `#rrggbb`; nil for anything else.
    public init?(hex: String) {
        let digits = hex.utf8.dropFirst()
        guard hex.hasPrefix("#"), digits.count == 6, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(hex.dropFirst(), radix: 16)
        else { return nil }
        self.init(value)
    }

    public var description: String {
        let digits = String(rgb, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// How bright it is, 0 to 1 (WCAG 2.1, relative luminance).
    ///
    /// The exponent 2.4 is replaced by a rational curve that stays within 0.01 of it, since there is no `pow` here.
    public var luminance: Double {
        func part(_ shift: UInt32) -> Double {
            let value = Double(rgb >> shift & 255) / 255
            return value <= 0.04045 ? value / 12.92 : value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
        }
        return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    /// The contrast of two colours, 1 to 21 (WCAG 2.1).
    public func contrast(to other: Color) -> Double {
        let a = luminance, b = other.luminance
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}

/// How a cell looks; nil colours are the terminal's own.
public struct Style: Sendable, Hashable {
    /// The colour of the text.
    public var foreground: Color?
    /// The colour behind it.
    public var background: Color?
    /// Bold and the like.
    public var attributes: Attributes

    /// Attributes of text.
    public struct Attributes: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Heavier, or brighter.
        public static let bold = Attributes(rawValue: 1)
        /// Fainter.
        public static let dim = Attributes(rawValue: 2)
        /// Slanted.
        public static let italic = Attributes(rawValue: 4)
        /// With a line below.
        public static let underline = Attributes(rawValue: 8)
        /// With the two colours exchanged.
        public static let reverse = Attributes(rawValue: 16)
        /// With a line through; faint where the terminal cannot.
        public static let strikethrough = Attributes(rawValue: 32)

        static let names: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
            (.strikethrough, "strikethrough"),
        ]
    }

    /// A style; without arguments the terminal's own.
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

extension Style: CustomStringConvertible {
    /// Colours and attributes as words, such as `#d8dee9 on #1d2129 bold`; `plain` where there are none.
    public var description: String {
        var words: [String] = []
        if let foreground { words.append(foreground.description) }
        if let background { words.append("on \(background)") }
        words += Attributes.names.filter { attributes.contains($0.0) }.map(\.1)
        return words.isEmpty ? "plain" : words.joined(separator: " ")
    }
}
