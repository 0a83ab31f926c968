/// The parameters of a function or lambda.
public struct Parameters: Sendable {
    /// The parameters before `/`.
    public let positionalOnly: [Parameter]
    /// The parameters that take positions and keywords.
    public let regular: [Parameter]
    /// `*args`.
    public let variadic: Parameter?
    /// The parameters behind `*` or `*args`.
    public let keywordOnly: [Parameter]
    /// `**kwargs`.
    public let variadicKeywords: Parameter?
    /// For `def` the range from `(` through `)`; for `lambda` the range of the parameters (empty if there are none).
    public let range: SourceRange
    /// The range of a bare `*`, if there is one.
    public let star: SourceRange?
    /// The range of `/`, if there is one.
    public let slash: SourceRange?

    /// All parameters in source order.
    public var all: [Parameter] {
        positionalOnly + regular + (variadic.map { [$0] } ?? []) + keywordOnly + (variadicKeywords.map { [$0] } ?? [])
    }
}

/// One parameter.
public struct Parameter: Sendable {
    /// The name.
    public let name: Identifier
    /// The annotation behind `:`.
    public let annotation: Expression?
    /// The default behind `=`.
    public let defaultValue: Expression?
    /// The range of stars, name, annotation and default.
    public let range: SourceRange
}
