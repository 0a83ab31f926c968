extension Statement {
    /// `a = b = value`.
    public struct Assign: Sendable {
        /// The targets, leftmost first; at least one.
        public let targets: [Expression]
        /// The value.
        public let value: Expression
    }

    /// `target += value`.
    public struct AugmentedAssign: Sendable {
        /// A name, attribute or subscript.
        public let target: Expression
        /// The operator without `=`.
        public let `operator`: BinaryOperator
        /// The value.
        public let value: Expression
    }

    /// `target: annotation = value`.
    public struct AnnotatedAssign: Sendable {
        /// A name, attribute or subscript.
        public let target: Expression
        /// The annotation.
        public let annotation: Expression
        /// The value, if there is one.
        public let value: Expression?
        /// Whether the target is a name without parentheses, so that the annotation is recorded.
        public let isSimple: Bool
    }

    /// `raise exception from cause`.
    public struct Raise: Sendable {
        /// What is raised; nil raises the current exception again.
        public let exception: Expression?
        /// The expression behind `from`.
        public let cause: Expression?
    }

    /// `assert test, message`.
    public struct Assert: Sendable {
        /// The test.
        public let test: Expression
        /// The message, if there is one.
        public let message: Expression?
    }

    /// `name as alias` of an import.
    public struct Alias: Sendable {
        /// The name, dotted for `import`; `*` for a star import.
        public let name: Identifier
        /// The name behind `as`.
        public let alias: Identifier?
        /// From the name through the alias.
        public let range: SourceRange
    }

    /// `from ..module import names`.
    public struct ImportFrom: Sendable {
        /// The dotted module; nil for `from . import x`.
        public let module: Identifier?
        /// The number of leading dots.
        public let level: Int
        /// The names; at least one.
        public let names: [Alias]
        /// The range from `(` through `)`, if the names are in parentheses.
        public let parentheses: SourceRange?
    }
}
