extension Statement {
    /// `def` or `async def`.
    public struct FunctionDef: Sendable {
        /// Whether it is `async def`.
        public let isAsync: Bool
        /// The name.
        public let name: Identifier
        /// The parameters.
        public let parameters: Parameters
        /// The annotation behind `->`.
        public let returns: Expression?
        /// The decorators, top first.
        public let decorators: [Decorator]
        /// The body.
        public let body: Block
    }

    /// `class name(bases, keyword=value):`.
    public struct ClassDef: Sendable {
        /// The name.
        public let name: Identifier
        /// The bases; `*bases` is a `starred` expression.
        public let bases: [Expression]
        /// The keywords, such as `metaclass=`.
        public let keywords: [Expression.Keyword]
        /// The range from `(` through `)`, if there are parentheses.
        public let parentheses: SourceRange?
        /// The decorators, top first.
        public let decorators: [Decorator]
        /// The body.
        public let body: Block
    }

    /// `@expression` before a function or class.
    public struct Decorator: Sendable {
        /// The expression behind `@`.
        public let expression: Expression
        /// From `@` through the expression.
        public let range: SourceRange
    }

    /// `for target in iterable:` with `else`.
    public struct For: Sendable {
        /// Whether it is `async for`.
        public let isAsync: Bool
        /// What is bound.
        public let target: Expression
        /// What is iterated.
        public let iterable: Expression
        /// The body.
        public let body: Block
        /// The `else` block.
        public let orelse: Block?
    }

    /// `while test:` with `else`.
    public struct While: Sendable {
        /// The test.
        public let test: Expression
        /// The body.
        public let body: Block
        /// The `else` block.
        public let orelse: Block?
    }

    /// `if test:` with `elif` and `else`.
    public struct If: Sendable {
        /// The test.
        public let test: Expression
        /// The body.
        public let body: Block
        /// The `else` block; `elif` is a block with one `if` statement whose `isElif` is true.
        public let orelse: Block?
        /// Whether the statement is written `elif`.
        public let isElif: Bool
    }

    /// `with` or `async with`.
    public struct With: Sendable {
        /// Whether it is `async with`.
        public let isAsync: Bool
        /// The items; at least one.
        public let items: [WithItem]
        /// The body.
        public let body: Block
    }

    /// `context as target`.
    public struct WithItem: Sendable {
        /// The context manager.
        public let context: Expression
        /// What is bound, if anything.
        public let target: Expression?
    }

    /// `try:` with its handlers.
    public struct Try: Sendable {
        /// The body.
        public let body: Block
        /// The handlers.
        public let handlers: [ExceptHandler]
        /// Whether the handlers are written `except*`.
        public let isStar: Bool
        /// The `else` block.
        public let orelse: Block?
        /// The `finally` block.
        public let finalbody: Block?
    }

    /// `except type as name:`.
    public struct ExceptHandler: Sendable {
        /// What is caught; nil catches everything.
        public let type: Expression?
        /// The name behind `as`.
        public let name: Identifier?
        /// The body.
        public let body: Block
        /// From `except` through the body.
        public let range: SourceRange
    }

    /// `match subject:`.
    public struct Match: Sendable {
        /// The subject.
        public let subject: Expression
        /// The cases; at least one.
        public let cases: [MatchCase]
    }

    /// `case pattern if guard:`.
    public struct MatchCase: Sendable {
        /// The pattern.
        public let pattern: Pattern
        /// The expression behind `if`.
        public let `guard`: Expression?
        /// The body.
        public let body: Block
    }
}
