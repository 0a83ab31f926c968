extension Expression {
    /// A comprehension of one of the four kinds.
    public struct Comprehension: Sendable {
        /// What the comprehension makes.
        public enum Kind: Sendable, Hashable {
            case list, set, dict, generator
        }

        /// What the comprehension makes.
        public let kind: Kind
        /// The element, or the key of a dict comprehension.
        public let element: Expression
        /// The value of a dict comprehension, else nil.
        public let value: Expression?
        /// The `for` clauses, outermost first; at least one.
        public let clauses: [ComprehensionClause]
    }

    /// `async for target in iterable if condition if condition`.
    public struct ComprehensionClause: Sendable {
        /// Whether it is `async for`.
        public let isAsync: Bool
        /// What is bound.
        public let target: Expression
        /// What is iterated.
        public let iterable: Expression
        /// The conditions in order.
        public let conditions: [Expression]
    }

    /// An f-string.
    public struct JoinedString: Sendable {
        /// Its pieces in order; neighbouring literals are one piece, empty ones are left out.
        public let parts: [Part]

        /// One piece of an f-string.
        public enum Part: Sendable {
            /// Decoded text as UTF-8, lone surrogates in three bytes.
            case literal([UInt8])
            /// A replacement field.
            case value(FormattedValue)
        }
    }

    /// One `{expression=!r:specification}`; the text of `=` is part of the literal before it, as in `ast`.
    public struct FormattedValue: Sendable {
        /// The conversion behind `!`.
        public enum Conversion: UInt8, Sendable {
            case string = 0x73
            case representation = 0x72
            case ascii = 0x61
        }

        /// The expression.
        public let value: Expression
        /// The conversion; `{x=}` without conversion and specification has `representation`, as in `ast`.
        public let conversion: Conversion?
        /// The format specification, which may hold fields itself.
        public let formatSpecification: JoinedString?
        /// The range from `{` through `}`.
        public let range: SourceRange
    }
}
