/// What the context variables of a program hold in one context: copied as a whole where Python copies a context.
///
/// CPython 3.11 `contextvars.Context`: threads of a pool and tasks get a copy, so that what they set is not seen outside.
public struct ContextVariables {
    private var values: [ObjectIdentifier: (variable: PyInstance, value: Value)] = [:]

    public init() {}

    /// The value of a variable; nil where it has none here.
    subscript(_ variable: PyInstance) -> Value? {
        get { values[ObjectIdentifier(variable)]?.value }
        set { values[ObjectIdentifier(variable)] = newValue.map { (variable, $0) } }
    }
}

extension Machine {
    /// Runs something with a copy of the context variables; what it sets is gone afterwards.
    public func withCopiedVariables<Result>(_ body: () throws -> Result) rethrows -> Result {
        let run = context, saved = context.variables
        defer { run.variables = saved }
        return try body()
    }
}
