/// A pattern of a `case`.
public struct Pattern: Sendable {
    /// Where the pattern is.
    public let range: SourceRange
    /// Which pattern it is.
    public let kind: Kind

    /// The kinds of patterns.
    public indirect enum Kind: Sendable {
        /// A literal or dotted name, compared with `==`.
        case value(Expression)
        /// `None`, `True` or `False`, compared with `is`.
        case singleton(Constant)
        /// `[a, *rest]` or `(a, b)`.
        case sequence([Pattern])
        /// `{key: pattern, **rest}`.
        case mapping(Mapping)
        /// `Class(pattern, name=pattern)`.
        case `class`(Class)
        /// `*name`, or `*_` without a name; only in a sequence.
        case star(Identifier?)
        /// `pattern as name`; without pattern a capture, without both the wildcard `_`.
        case capture(Pattern?, name: Identifier?)
        /// `a | b`: at least two.
        case or([Pattern])
    }

    /// `{key: pattern, **rest}`.
    public struct Mapping: Sendable {
        /// The keys: literals or dotted names.
        public let keys: [Expression]
        /// One pattern for each key.
        public let patterns: [Pattern]
        /// The name behind `**`.
        public let rest: Identifier?
    }

    /// `Class(pattern, name=pattern)`.
    public struct Class: Sendable {
        /// The class: a name or dotted name.
        public let type: Expression
        /// The positional patterns.
        public let patterns: [Pattern]
        /// The keyword patterns in order.
        public let keywords: [Keyword]
    }

    /// `name=pattern`.
    public struct Keyword: Sendable {
        /// The attribute's name.
        public let name: Identifier
        /// The pattern.
        public let pattern: Pattern
    }
}
