/// One token with its place.
struct Token: Sendable, Hashable {
    /// What a token is.
    enum Kind: Sendable, Hashable {
        /// An identifier, soft keywords included.
        case name
        case number
        /// One string literal with prefix and quotes; f-strings are one token, as in Python 3.11.
        case string
        case symbol(Symbol)
        /// A character that no token starts with, such as `$`.
        case unknown
        case newline
        case indent
        case dedent
        /// The lexer met an error, which it keeps in `Lexer.error`.
        case error
        case end
    }

    /// What the token is.
    let kind: Kind
    /// Where it is; empty for dedents and for the newline that a file without a last line ending gets.
    let range: SourceRange
    /// How many brackets are open behind the token.
    let depth: Int

    /// Whether the token is a line's or a block's border rather than text.
    var isLayout: Bool {
        switch kind {
        case .newline, .indent, .dedent, .end: true
        default: false
        }
    }
}
