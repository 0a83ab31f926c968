import Python

/// A union whose member a field or a function chooses (pydantic-core `tagged-union`).
struct TaggedUnionType: SpecialType {
    enum Discriminator {
        /// The names under which input may give the tag, each a path, and the field of instances.
        case field(name: String, aliases: [String])
        case function(Value, name: String)
    }
    let discriminator: Discriminator
    /// Each tag with its member.
    let members: [(tag: Value, schema: Schema)]
    /// The members themselves, each once.
    let choices: [Schema]
    /// What replaces both errors: kind, message, context.
    var customError: (kind: String, message: String, context: [(name: String, value: Value)])?

    var name: String { "tagged-union[\(members.map { UnionValidator.name($0.schema) }.joined(separator: ","))]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        guard let tag = try tag(of: input, validator, location, &errors) else { return nil }
        if let index = try ChoiceValidator(validator).position(of: tag, in: members.map(\.tag)) {
            return try validator.validate(members[index].schema, input, at: location + [try part(tag, machine)], &errors)
        }
        if customError != nil { return custom(input, validator, location, &errors) }
        let expected = try members.map { try machine.repr($0.tag) }.joined(separator: ", ")
        let text = try machine.str(tag)
        return validator.fail(
            "union_tag_invalid", "Input tag '\(text)' found using \(described) does not match any of the expected tags: \(expected)", input,
            location, &errors, [("discriminator", .string(described)), ("tag", .string(text)), ("expected_tags", .string(expected))])
    }

    /// A tag as locations have it.
    private func part(_ tag: Value, _ machine: Machine) throws -> Value {
        if let text = tag.asStr { return .str(text) }
        return try tag.asInt.map { .int($0) } ?? .string(machine.str(tag))
    }

    private static func plain(_ tag: Value) -> Value { EnumSupport.value(of: tag) ?? tag }

    private static func matches(_ candidate: Value, _ tag: Value, _ machine: Machine) throws -> Bool {
        let one = plain(candidate), two = plain(tag)
        if (one.asStr != nil) != (two.asStr != nil) || (one.asBool != nil) != (two.asBool != nil) { return false }
        return try machine.isEqual(one, two)
    }

    private var described: String {
        switch discriminator {
        case .field(let name, let aliases): ([name] + aliases).map { "'\($0)'" }.joined(separator: " | ")
        case .function(_, let name): name + "()"
        }
    }

    private func tag(of input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        var found: Value?
        switch discriminator {
        case .function(let function, _):
            let tag = try machine.call(function, input)
            found = tag.isNone ? nil : tag
        case .field(let name, let aliases):
            if let dict = input.asDict {
                found = ([name] + aliases).lazy.compactMap { dict[$0] }.first
            } else if validator.mode == .python, ModelValidator.hasFields(input, machine) {
                for key in [name] + aliases where found == nil { found = try machine.attributeIfPresent(input, key) }
            } else {
                if validator.isJSON { return validator.fail("dict_type", "", input, location, &errors) }
                let message = "Input should be a valid dictionary or object to extract fields from"
                return validator.fail("model_attributes_type", message, input, location, &errors)
            }
        }
        if let found { return found }
        if customError != nil { return custom(input, validator, location, &errors) }
        return validator.fail(
            "union_tag_not_found", "Unable to extract tag using discriminator \(described)", input, location, &errors,
            [("discriminator", .string(described))])
    }

    private func custom(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        guard let customError else { return nil }
        return validator.fail(customError.kind, customError.message, input, location, &errors, customError.context)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        let machine = serializer.machine
        var tag: Value?
        switch discriminator {
        case .function(let function, _): tag = try machine.call(function, value)
        case .field(let name, let aliases):
            if let dict = value.asDict {
                tag = (aliases + [name]).lazy.compactMap { dict[$0] }.first
            } else {
                tag = try machine.attributeIfPresent(value, name)
            }
        }
        guard let tag else { return nil }
        for (candidate, schema) in members where try Self.matches(candidate, tag, machine) {
            return try serializer.plain(value, schema, include: serializer.include, exclude: serializer.exclude)
        }
        return nil
    }
}
