extension Theme {
    /// Whether the differences are carried by attributes alone.
    public var isMonochrome: Bool { colors.isEmpty }

    /// The style of a role.
    ///
    /// Colour never carries a meaning alone: titles and the focus are bold, what goes is struck through, and without colours all
    /// differences that matter are attributes.
    public func style(_ role: Role) -> Style {
        if role == .selection { return selectionStyle }
        return Style(colors[role], on: background, isMonochrome ? Self.monochrome(role) : Self.attributes(role))
    }

    private static func attributes(_ role: Role) -> Style.Attributes {
        switch role {
        case .title, .accent, .focus: .bold
        case .removed: .strikethrough
        default: []
        }
    }

    private static func monochrome(_ role: Role) -> Style.Attributes {
        switch role {
        case .title, .accent, .focus, .bad, .warning, .keyword, .added: .bold
        case .dim, .comment, .border: .dim
        case .removed: [.dim, .strikethrough]
        case .string: .italic
        case .selection: .reverse
        case .text, .good, .number: []
        }
    }

    private var selectionStyle: Style {
        guard let color = colors[.selection] else { return Style(nil, on: background, .reverse) }
        return Style(colors[.text], on: color)
    }

    /// A style as it looks on the selected row.
    public func selected(_ style: Style) -> Style {
        guard let color = colors[.selection] else { return style.with(.reverse) }
        return style.on(color)
    }
}
