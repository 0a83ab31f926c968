/// A piece of text with what it means; its colours come from the theme when it is drawn.
public struct Span: Sendable, Hashable {
    /// The text, of one line.
    public var text: String
    /// What it means.
    public var role: Role
    /// Attributes beside those of the role.
    public var attributes: Style.Attributes

    /// A piece of text.
    public init(_ text: String, _ role: Role = .text, _ attributes: Style.Attributes = []) {
        self.text = text
        self.role = role
        self.attributes = attributes
    }
}

extension [Span] {
    /// The cells that the pieces take.
    public var width: Int { reduce(0) { $0 + CharacterWidth.of($1.text) } }

    /// The texts joined.
    public var text: String { map(\.text).joined() }
}

extension Theme {
    /// The style of a piece of text.
    public func style(_ span: Span) -> Style { style(span.role).with(span.attributes) }
}

extension Grid {
    /// Draws pieces one behind the other, cut at `limit`, and gives how many cells they took.
    @discardableResult
    public mutating func draw(_ spans: [Span], x: Int, y: Int, limit: Int = Int.max, theme: Theme, isSelected: Bool = false) -> Int {
        let styled = spans.map { span in
            let style = theme.style(span)
            return (span.text, isSelected ? theme.selected(style) : style)
        }
        return draw(styled, x: x, y: y, limit: limit)
    }
}
