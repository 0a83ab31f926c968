/// What the context variables of a program hold in one context: copied as a whole where Python copies a context.
///
/// CPython 3.11 `contextvars.Context`: threads of a pool and tasks get a copy, so that what they set is not seen outside.
public struct ContextVariables {
    /// The variables with values, by the order in which they got them.
    private(set) var entries: [(variable: PyInstance, value: Value)] = []

    public init() {}

    /// The value of a variable; nil where it has none here.
    subscript(_ variable: PyInstance) -> Value? {
        get { entries.first { $0.variable === variable }?.value }
        set {
            let place = entries.firstIndex { $0.variable === variable }
            switch (place, newValue) {
            case (let place?, let value?): entries[place].value = value
            case (let place?, nil): entries.remove(at: place)
            case (nil, let value?): entries.append((variable, value))
            case (nil, nil): break
            }
        }
    }
}

extension Machine {
    /// Runs something with a copy of the context variables; what it sets is gone afterwards.
    public func withCopiedVariables<Result>(_ body: () throws -> Result) rethrows -> Result {
        let run = context, saved = context.variables
        defer { run.variables = saved }
        return try body()
    }

    /// What runs something later in a copy of the context variables of now.
    func inCopiedVariables(_ body: @escaping () throws -> Void) -> () throws -> Void {
        var variables = context.variables
        return { [self] in try withVariables(&variables, body) }
    }

    /// Runs something in another context, which keeps what it sets.
    func withVariables<Result>(_ variables: inout ContextVariables, _ body: () throws -> Result) rethrows -> Result {
        let run = context, saved = context.variables
        run.variables = variables
        defer {
            variables = run.variables
            run.variables = saved
        }
        return try body()
    }
}
