import Python

/// A union whose leftmost member that fits wins (`union_mode="left_to_right"`).
struct OrderedUnionType: SpecialType {
    let members: [Schema]

    var name: String { "union[\(members.map(UnionValidator.name).joined(separator: ","))]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var collected: [ErrorDetail] = []
        for member in members {
            var own: [ErrorDetail] = []
            if let value = try validator.validate(member, input, at: location + [.string(UnionValidator.name(member))], &own) {
                return value
            }
            collected += own
        }
        errors += collected
        return nil
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        try serializer.plain(value, .union(members), include: serializer.include, exclude: serializer.exclude)
    }
}
