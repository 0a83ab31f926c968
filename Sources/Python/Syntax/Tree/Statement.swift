/// One statement of the syntax tree, named after the nodes of CPython 3.11's `ast`.
public struct Statement: Sendable {
    /// Where the statement is; without its decorators, its line ending and a closing semicolon, as in `ast`.
    public let range: SourceRange
    /// Which statement it is.
    public let kind: Kind

    /// The kinds of statements.
    public indirect enum Kind: Sendable {
        /// `def` or `async def`.
        case functionDef(FunctionDef)
        case classDef(ClassDef)
        case `return`(Expression?)
        case delete([Expression])
        /// `a = b = value`.
        case assign(Assign)
        /// `a += value`.
        case augmentedAssign(AugmentedAssign)
        /// `a: annotation = value`.
        case annotatedAssign(AnnotatedAssign)
        /// `for` or `async for`.
        case `for`(For)
        case `while`(While)
        case `if`(If)
        /// `with` or `async with`.
        case with(With)
        case match(Match)
        case raise(Raise)
        /// `try` with `except` or `except*`.
        case `try`(Try)
        case assert(Assert)
        case `import`([Alias])
        case importFrom(ImportFrom)
        case global([Identifier])
        case nonlocal([Identifier])
        case expression(Expression)
        case pass
        case `break`
        case `continue`
    }
}

/// The statements that belong to a header such as `if test:`.
public struct Block: Sendable {
    /// The statements; at least one.
    public let statements: [Statement]
    /// From the start of the first statement (its first decorator, if any) through the end of the last one.
    public let range: SourceRange
    /// The range of the keyword that opens the block (`if`, `else`, `except`, …) through its colon.
    public let header: SourceRange
    /// Whether the statements stand on the line of the header.
    public let isInline: Bool
}

/// A whole file.
public struct Module: Sendable {
    /// The statements at the top level.
    public let body: [Statement]
    /// All comments in source order.
    public let comments: [Comment]

    /// The docstring's decoded bytes, if the first statement is a plain string.
    public var docstring: [UInt8]? { body.docstring }
}

/// A comment: from `#` to the end of its line.
public struct Comment: Sendable, Hashable {
    /// From `#` to the end of the line, line ending excluded.
    public let range: SourceRange
    /// Whether nothing but blanks stands before it on its line.
    public let isOwnLine: Bool
}

extension [Statement] {
    /// The decoded bytes of the first statement, if that is a plain string.
    public var docstring: [UInt8]? {
        guard case .expression(let value)? = first?.kind, case .constant(.string(let bytes)) = value.kind else { return nil }
        return bytes
    }
}
