import Python

extension ModelDefinition {
    /// How errors of unions and containers name the model: by the functions around it and its class (pydantic-core `get_name`).
    ///
    /// The functions of a model that holds itself stand twice: the core takes the validator of the class, with its functions, for the
    /// model inside them.
    var validatorName: String {
        let once = wrapped(type.name)
        return outerValidators.isEmpty || !holdsItself ? once : wrapped(once)
    }

    private func wrapped(_ name: String) -> String {
        outerValidators.reduce(name) { name, function in
            function.mode == "wrap" ? "function-wrap[\(function.name)()]" : "function-after[\(function.name)(), \(name)]"
        }
    }

    /// Whether its fields lead back to it.
    private var holdsItself: Bool {
        var seen: Set<ObjectIdentifier> = []
        var open = fields.map(\.schema)
        while let schema = open.popLast() {
            if case .model(let other) = schema {
                if other === type { return true }
                if seen.insert(ObjectIdentifier(other)).inserted { open += ModelDefinition.of(other)?.fields.map(\.schema) ?? [] }
            } else {
                open += schema.parts
            }
        }
        return false
    }
}

extension Schema {
    /// The schemas that it is made of.
    var parts: [Schema] {
        switch self {
        case .list(let item, _), .set(let item, _, _), .tupleOf(let item, _), .nullable(let item), .function(_, _, let item),
            .serializer(_, let item):
            [item]
        case .dict(let key, let value, _): [key, value]
        case .tuple(let members), .union(let members): members
        case .special(let wrapper as any WrappingType): [wrapper.inner]
        case .special(let union as TaggedUnionType): union.members.map(\.schema)
        case .special(let sequence as SequenceType): [sequence.item]
        default: []
        }
    }
}
