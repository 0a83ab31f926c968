import Python

/// A member of a tagged union with its tag.
struct TagType: WrappingType {
    let tag: Value
    let inner: Schema
}

/// An instance of a class, whatever it is made of.
struct InstanceType: SpecialType {
    let type: PyType
    var name: String { "is-instance[\(type.name)]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if try validator.machine.isInstance(input, of: .object(type)) { return input }
        let message = "Input should be an instance of \(type.name)"
        return validator.fail("is_instance_of", message, input, location, &errors, [("class", .string(type.name))])
    }
}

/// A container whose first error ends it (`FailFast`).
struct FailFastType: WrappingType {
    let inner: Schema

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var own = validator
        own.failsFast = true
        return try own.validate(inner, input, at: location, &errors)
    }
}

/// A validator that leaves an item of a container out (`OnErrorOmit`, `PydanticOmit`).
struct OmittedItem: Error {}

/// An item that is left out where it does not fit (`OnErrorOmit`).
struct OmittedOnErrorType: WrappingType {
    let inner: Schema
    var name: String { "default[\(UnionValidator.name(inner))]" }
    var coreType: String { "default" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var own: [ErrorDetail] = []
        guard let value = try validator.validate(inner, input, at: location, &own) else { throw OmittedItem() }
        return value
    }
}

/// A value that is written as its own class says (`SerializeAsAny`).
struct SerializedAsAnyType: WrappingType {
    let inner: Schema
    var isTransparent: Bool { false }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        try serializer.inferred(value, include: serializer.include, exclude: serializer.exclude)
    }
}

/// `complex`.
struct ComplexType: SpecialType {
    let type: PyType
    var name: String { "complex" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        if machine.isInstance(input, type) { return input }
        let isPython = validator.mode == .python
        if isTaken(input, isPython: isPython) {
            do {
                return try machine.call(.object(type), input)
            } catch is PyError {}
        }
        if !isPython, input.asStr != nil {
            let rules = "https://docs.python.org/3/library/functions.html#complex"
            return validator.fail(
                "complex_str_parsing", "Input should be a valid complex string following the rules at \(rules)", input, location, &errors)
        }
        let message =
            "Input should be a valid python complex object, a number, or a valid complex string following the rules at "
            + "https://docs.python.org/3/library/functions.html#complex"
        return validator.fail("complex_type", message, input, location, &errors)
    }

    /// Numbers, and texts that may say one; JSON has no truth values among its numbers, and no great integers.
    private func isTaken(_ input: Value, isPython: Bool) -> Bool {
        if input.asStr != nil { return true }
        if input.asBool != nil { return isPython }
        if case .float = input.unwrapped { return true }
        return input.asInt != nil || isPython && (input.asBigInt != nil || input.asObject is PyDecimal)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        serializer.options.isJSON ? try Self.text(of: value, serializer.machine) : nil
    }

    /// A complex number as JSON has it: without the parentheses of `str`; nil for other values.
    static func text(of value: Value, _ machine: Machine) throws -> Value? {
        let type = machine.type(of: value)
        guard type.mro.contains(where: { $0.module == "builtins" && $0.name == "complex" }) else { return nil }
        return .string(try machine.str(value).filter { $0 != "(" && $0 != ")" })
    }
}
