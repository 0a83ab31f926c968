import Python

/// A member of a tagged union with its tag.
struct TagType: WrappingType {
    let tag: Value
    let inner: Schema
    var name: String { UnionValidator.name(inner) }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        try validator.validate(inner, input, at: location, &errors)
    }
}

/// An instance of a class, whatever it is made of.
struct InstanceType: SpecialType {
    let type: PyType
    var name: String { "is-instance[\(type.name)]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if validator.machine.isInstance(input, type) { return input }
        let message = "Input should be an instance of \(type.name)"
        return validator.fail("is_instance_of", message, input, location, &errors, [("class", .string(type.name))])
    }
}

/// A container whose first error ends it (`FailFast`).
struct FailFastType: WrappingType {
    let inner: Schema
    var name: String { UnionValidator.name(inner) }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let before = errors.count
        let value = try validator.validate(inner, input, at: location, &errors)
        if errors.count > before + 1 { errors.removeSubrange((before + 1)...) }
        return value
    }
}

/// A validator that leaves an item of a container out (`OnErrorOmit`, `PydanticOmit`).
struct OmittedItem: Error {}

/// An item that is left out where it does not fit (`OnErrorOmit`).
struct OmittedOnErrorType: WrappingType {
    let inner: Schema
    var name: String { "default[\(UnionValidator.name(inner))]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var own: [ErrorDetail] = []
        guard let value = try validator.validate(inner, input, at: location, &own) else { throw OmittedItem() }
        return value
    }
}

/// A value that is written as its own class says (`SerializeAsAny`).
struct SerializedAsAnyType: WrappingType {
    let inner: Schema
    var name: String { UnionValidator.name(inner) }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        try validator.validate(inner, input, at: location, &errors)
    }

    var isTransparent: Bool { false }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        try serializer.inferred(value, include: serializer.include, exclude: serializer.exclude)
    }
}

/// `Iterable[X]`: validated as it is iterated, which here is at once.
struct IterableType: SpecialType {
    let item: Schema
    var name: String { "generator[\(UnionValidator.name(item))]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        guard try machine.method(input, "__iter__") != nil else {
            return validator.fail("iterable_type", "Input should be iterable", input, location, &errors)
        }
        if case .any = item { return try machine.iterator(input) }
        let source = Value.list(PyList(try machine.array(input)))
        guard let items = try validator.validate(.list(item, LengthRules()), source, at: location, &errors) else { return nil }
        return try machine.iterator(items)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        guard serializer.options.isJSON else { return nil }
        return .list(PyList(try serializer.machine.array(value).map { try serializer.plain($0, item) }))
    }
}

/// `complex`.
struct ComplexType: SpecialType {
    let type: PyType
    var name: String { "complex" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        if machine.isInstance(input, type) { return input }
        var isTaken = input.asInt != nil || (input.asStr != nil && !validator.isStrict)
        if case .float = input.unwrapped { isTaken = true }
        if isTaken {
            do {
                return try machine.call(.object(type), input)
            } catch is PyError {}
        }
        let message =
            "Input should be a valid python complex object, a number, or a valid complex string following the rules at "
            + "https://docs.python.org/3/library/functions.html#complex"
        return validator.fail("complex_type", message, input, location, &errors)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        serializer.options.isJSON ? .string(try serializer.machine.str(value).filter { $0 != "(" && $0 != ")" }) : nil
    }
}
