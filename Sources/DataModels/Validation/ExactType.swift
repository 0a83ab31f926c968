import Python

/// The values that a schema without constraints takes as they are, so that nothing needs to look further.
enum ExactType {
    /// Every value has to be looked at.
    case nothing
    case any
    case bool
    case int
    case float
    case str

    init(_ schema: Schema) {
        switch schema {
        case .any: self = .any
        case .bool: self = .bool
        case .int(let rules): self = rules.isUnconstrained ? .int : .nothing
        case .float(let rules): self = rules.isUnconstrained ? .float : .nothing
        case .str(let rules): self = rules.isUnconstrained ? .str : .nothing
        default: self = .nothing
        }
    }

    /// Whether validation gives back that very value, in strict mode too.
    @inline(__always)
    func takes(_ value: Value) -> Bool {
        switch (self, value) {
        case (.any, _), (.bool, .bool), (.int, .int), (.float, .float), (.str, .str): true
        default: false
        }
    }

    /// Notes how well a value fits that is taken: `Any` says little, and a text of JSON may stand for something else.
    func note(_ value: Value, _ mode: InputMode, in quality: MatchQuality) {
        switch self {
        case .any: quality.floor(.strict)
        case .str: if mode != .python { quality.floor(.strict) }
        default: break
        }
    }
}
