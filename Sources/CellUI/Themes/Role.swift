/// What things mean on the screen; a theme gives each role a colour.
public enum Role: String, Sendable, CaseIterable, CodingKey {
    /// Text, text that matters less, names and keys.
    case text, dim, accent
    /// The frames of panes, and that of the pane with the focus.
    case border, focus
    /// The background of the selected row.
    case selection
    /// Titles of panes and documents.
    case title
    /// What holds, what does not, what needs care.
    case good, bad, warning
    /// Lines and headers that come and go.
    case added, removed
    /// Parts of source text.
    case keyword, string, comment, number

    /// The role whose colour stands in where a theme has none for this; nil where one is required.
    public var fallback: Role? {
        switch self {
        case .text, .dim, .accent, .selection, .good, .bad, .warning: nil
        case .border, .comment: .dim
        case .focus, .keyword: .accent
        case .title: .text
        case .added, .string: .good
        case .removed: .bad
        case .number: .warning
        }
    }
}
