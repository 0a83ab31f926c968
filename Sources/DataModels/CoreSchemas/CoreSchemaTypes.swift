import Python

/// `chain`: each schema takes what the one before it gave.
struct ChainType: SpecialType {
    let steps: [Schema]

    var name: String { "chain[\(steps.map(UnionValidator.name).joined(separator: ","))]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var value = input
        for step in steps {
            guard let made = try validator.validate(step, value, at: location, &errors) else { return nil }
            value = made
        }
        return value
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        try serializer.plain(value, steps.last ?? .any, include: serializer.include, exclude: serializer.exclude)
    }
}

/// `json-or-python`: one schema for JSON and texts, another one for objects; written by the one for JSON.
struct JSONOrPythonType: SpecialType {
    let json: Schema
    let python: Schema

    var name: String { "json-or-python[json=\(UnionValidator.name(json)),python=\(UnionValidator.name(python))]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        try validator.validate(validator.inputType == .python ? python : json, input, at: location, &errors)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        try serializer.plain(value, json, include: serializer.include, exclude: serializer.exclude)
    }
}

/// `lax-or-strict`: one schema for each mode; written by the strict one.
struct LaxOrStrictType: SpecialType {
    let lax: Schema
    let strict: Schema

    var name: String { "lax-or-strict[lax=\(UnionValidator.name(lax)),strict=\(UnionValidator.name(strict))]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        try validator.validate(validator.isStrict ? strict : lax, input, at: location, &errors)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        try serializer.plain(value, strict, include: serializer.include, exclude: serializer.exclude)
    }
}

/// `default`: what stands where a value is missing, or is wrong if the schema says so.
struct DefaultedType: WrappingType {
    let inner: Schema
    let standard: Value?
    let factory: Value?
    /// `raise`, `omit` or `default`.
    let onError: String

    var name: String { "default[\(UnionValidator.name(inner))]" }
    var coreType: String { "default" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var own: [ErrorDetail] = []
        do {
            if let value = try validator.validate(inner, input, at: location, &own) { return value }
        } catch let request as DefaultRequested {
            guard let made = try made(validator.machine) else { throw request }
            return made
        }
        switch onError {
        case "omit": throw OmittedItem()
        case "default": if let made = try made(validator.machine) { return made }
        default: break
        }
        errors += own
        return nil
    }

    private func made(_ machine: Machine) throws -> Value? {
        if let standard { return standard }
        return try factory.map { try machine.call($0) }
    }
}

/// `custom-error`: one error in place of all that the schema finds.
struct CustomErrorType: WrappingType {
    let inner: Schema
    let kind: String
    let message: String
    let context: [(name: String, value: Value)]
    /// Whether the kind is one of Pydantic's own.
    let isKnown: Bool

    var name: String { "custom-error[\(UnionValidator.name(inner))]" }
    var coreType: String { "custom-error" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var own: [ErrorDetail] = []
        if let value = try validator.validate(inner, input, at: location, &own) { return value }
        var detail = ErrorDetail(kind, location, message, input: input, context: context)
        detail.isCustom = !isKnown
        errors.append(detail)
        return nil
    }
}

/// `is-instance` of a class, or of one of several.
struct ClassInfoType: SpecialType {
    let classes: Value
    /// How errors name it, where that was given.
    let shown: String?

    var name: String { "is-instance[\(words)]" }

    private var words: String {
        if let shown { return shown }
        if let type = classes.asType { return type.name }
        return "(" + (classes.asTuple?.elements ?? []).map { $0.asType?.name ?? "" }.joined(separator: ", ") + ")"
    }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if validator.mode != .python {
            let message = "Cannot check `isinstance` when validating from json, use a JsonOrPython validator instead"
            return validator.fail("needs_python_object", message, input, location, &errors, [("method_name", "isinstance")])
        }
        if try validator.machine.isInstance(input, of: classes) { return input }
        return validator.fail(
            "is_instance_of", "Input should be an instance of \(words)", input, location, &errors, [("class", .string(words))])
    }
}

/// A schema whose values are written as texts: by `str`, or by a format.
struct TextSerializedType: WrappingType {
    let inner: Schema
    /// What `format` gets, or nil for `str`.
    let format: String?
    let condition: String

    var isTransparent: Bool { false }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        let machine = serializer.machine
        guard FunctionSerializer.runs(condition, on: value, isJSON: serializer.options.isJSON) else {
            return try serializer.inferred(value, include: serializer.include, exclude: serializer.exclude)
        }
        guard let format else { return .string(try machine.str(value)) }
        return try machine.call(machine.builtins["format"] ?? .none, value, .string(format))
    }
}

/// A schema whose values are written as those of another one (`simple_ser_schema`).
struct WrittenAsType: WrappingType {
    let inner: Schema
    let written: Schema

    var isTransparent: Bool { false }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        try serializer.plain(value, written, include: serializer.include, exclude: serializer.exclude)
    }
}

/// What stands inside a plain validator of a core schema, of whose input nothing is known.
struct UntoldType: SpecialType {
    var name: String { "any" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? { input }
}
