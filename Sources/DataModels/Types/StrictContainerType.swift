import Python

/// A container that is strict itself, whatever its items are.
struct StrictContainerType: WrappingType {
    let inner: Schema
    /// The same container of anything.
    let bare: Schema

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var own = validator
        own.isStrict = validator.forcedStrictness ?? true
        guard try own.validate(bare, input, at: location, &errors) != nil else { return nil }
        return try validator.validate(inner, input, at: location, &errors)
    }
}

extension Schema {
    /// The same container of anything; nil for what is no container.
    var withoutItems: Schema? {
        switch self {
        case .list(_, let rules): .list(.any, rules)
        case .tupleOf(_, let rules): .tupleOf(.any, rules)
        case .tuple(let members): .tuple(members.map { _ in .any })
        case .set(_, let rules, let isFrozen): .set(.any, rules, isFrozen: isFrozen)
        case .dict(_, _, let rules): .dict(.any, .any, rules)
        case .special(let type as DequeType): .special(DequeType(type: type.type, item: .any, rules: type.rules))
        default: nil
        }
    }
}
