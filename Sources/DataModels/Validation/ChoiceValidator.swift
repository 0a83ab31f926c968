import Python

/// `Literal` and enumerations.
struct ChoiceValidator {
    private let validator: Validator
    private var machine: Machine { validator.machine }

    init(_ validator: Validator) { self.validator = validator }

    func literal(_ values: [Value], _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        for value in values where try matches(value, input) { return value }
        let expected = try Self.listed(try values.map { try machine.repr($0) })
        return validator.fail("literal_error", "Input should be \(expected)", input, location, &errors, [("expected", .string(expected))])
    }

    /// A literal that is a member of an enumeration is taken by its value too.
    private func matches(_ value: Value, _ input: Value) throws -> Bool {
        if value.isIdentical(to: input) { return true }
        if let inner = EnumSupport.value(of: value), !validator.isStrict, EnumSupport.value(of: input) == nil {
            return try same(inner, input)
        }
        return try same(value, input)
    }

    func member(of type: PyType, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if machine.isInstance(input, type) { return input }
        let members = EnumSupport.members(of: type)
        if validator.isStrict, !validator.isJSON {
            let message = "Input should be an instance of \(type.name)"
            return validator.fail("is_instance_of", message, input, location, &errors, [("class", .string(type.name))])
        }
        let plain = EnumSupport.value(of: input) ?? input
        for member in members {
            guard let value = EnumSupport.value(of: member) else { continue }
            if try same(value, plain) { return member }
        }
        for member in members {
            if let value = EnumSupport.value(of: member), try converted(plain, to: value, type) { return member }
        }
        if let hook = type.lookup("_missing_")?.asObject as? PyMethodWrapper, hook.function.asObject is PyFunction {
            let found = try machine.call(hook.function, .object(type), input)
            if machine.isInstance(found, type) { return found }
        }
        let expected = try Self.listed(try members.map { try machine.repr(EnumSupport.value(of: $0) ?? $0) })
        return validator.fail("enum", "Input should be \(expected)", input, location, &errors, [("expected", .string(expected))])
    }

    private func same(_ a: Value, _ b: Value) throws -> Bool {
        let a = a.unwrapped, b = b.unwrapped
        if a.asStr != nil || b.asStr != nil {
            guard let a = a.asStr, let b = b.asStr else { return false }
            return a == b
        }
        if a.asBool != nil || b.asBool != nil { return a.asBool != nil && a.asBool == b.asBool }
        return try machine.isEqual(a, b)
    }

    /// Whether the input becomes that value in lax mode, for enumerations of numbers and of texts.
    private func converted(_ input: Value, to value: Value, _ type: PyType) throws -> Bool {
        let schema: Schema
        switch value.unwrapped {
        case .int: schema = .int(NumberRules())
        case .float where type.isSubtype(of: machine.types.float): schema = .float(NumberRules())
        case .str where type.isSubtype(of: machine.types.str): schema = .str(StringRules())
        default: return false
        }
        let isPlain = !type.isSubtype(of: machine.types.int) && input.asStr == nil && input.asBool == nil
        if case .int = schema, isPlain { return false }
        var ignored: [ErrorDetail] = []
        guard let made = try validator.validate(schema, input, at: [], &ignored) else { return false }
        return try machine.isEqual(made, value.unwrapped)
    }

    /// `a`, `a or b`, `a, b or c`.
    static func listed(_ words: [String]) throws -> String {
        guard words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    }
}
