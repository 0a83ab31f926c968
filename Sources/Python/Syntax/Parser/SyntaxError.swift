/// What is wrong with a source text, in the words of CPython 3.11.
public struct SyntaxError: Error, Sendable, Hashable {
    /// Which of CPython's exception classes the error is.
    public enum Kind: String, Sendable, Hashable {
        case syntax = "SyntaxError"
        case indentation = "IndentationError"
        case tab = "TabError"
    }

    /// The exception class.
    public let kind: Kind
    /// The message, as `SyntaxError.msg`.
    public let message: String
    /// The bytes that are wrong; may be empty.
    public let range: SourceRange

    /// Makes an error about the bytes of `range`.
    public init(_ message: String, at range: SourceRange, kind: Kind = .syntax) {
        self.kind = kind
        self.message = message
        self.range = range
    }

    /// The same error with its message behind `f-string: `, unless it says so already.
    var insideFString: SyntaxError {
        message.hasPrefix("f-string") ? self : SyntaxError("f-string: " + message, at: range, kind: kind)
    }
}
