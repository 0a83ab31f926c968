import Python

/// `EmailStr`, and `NameEmail` where a class of it is given.
struct EmailType: SpecialType {
    /// `NameEmail`, or nil for a plain text.
    let nameClass: PyType?
    /// What the settings say of texts.
    var rules = StringRules()

    var name: String {
        let text = UnionValidator.name(.str(rules))
        return nameClass == nil
            ? "function-after[_validate(), \(text)]"
            : "function-after[_validate(), json-or-python[json=\(text),python=union[is-instance[NameEmail],\(text)]]]"
    }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if let nameClass, validator.machine.isInstance(input, nameClass) { return input }
        if nameClass != nil, validator.mode == .python, input.asStr == nil {
            let bytes = validator.isStrict ? nil : input.asBytes?.bytes
            if bytes.flatMap({ String(validating: $0, as: UTF8.self) }) == nil {
                return validator.fail("name_email_type", "Input is not a valid NameEmail", input, location, &errors)
            }
        }
        var own: [ErrorDetail] = []
        guard let text = try TextValidator(validator, rules).validate(input, location, &own)?.asString else {
            if nameClass != nil, validator.mode == .python {
                return validator.fail("name_email_type", "Input is not a valid NameEmail", input, location, &errors)
            }
            errors += own
            return nil
        }
        switch EmailAddress.parse(text) {
        case .failure(let problem):
            let message = "value is not a valid email address: \(problem.reason)"
            var detail = ErrorDetail("value_error", location, message, input: input, context: [("reason", .string(problem.reason))])
            detail.isCustom = true
            errors.append(detail)
            return nil
        case .success(let address):
            guard let nameClass else { return .string(address.address) }
            return try validator.machine.call(.object(nameClass), .string(address.name), .string(address.address))
        }
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        nameClass != nil && serializer.options.isJSON && !value.isNone ? .string(try serializer.machine.str(value)) : nil
    }

    /// The class `NameEmail`.
    static func nameClass(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("NameEmail", module: "pydantic.networks")
        type.method("__init__", "self, name, email") { _, a in
            a[0].asInstance?.dictionary["name"] = a[1]
            a[0].asInstance?.dictionary["email"] = a[2]
            return .none
        }
        let parts = { (value: Value) in (value.asInstance?.attributes?["name"] ?? .none, value.asInstance?.attributes?["email"] ?? .none) }
        type.method("__eq__", "self, other, /") { [unowned type] machine, a in
            guard machine.isInstance(a[1], type) else { return false }
            let one = parts(a[0]), two = parts(a[1])
            return .bool(try machine.isEqual(one.0, two.0) && machine.isEqual(one.1, two.1))
        }
        type.method("__str__", "self") { machine, a in
            let (name, email) = parts(a[0])
            let text = try machine.str(name)
            return .string(text.contains("@") ? "\"\(text)\" <\(try machine.str(email))>" : "\(text) <\(try machine.str(email))>")
        }
        type.method("__repr__", "self") { machine, a in
            let (name, email) = parts(a[0])
            return .string("NameEmail(name=\(try machine.repr(name)), email=\(try machine.repr(email)))")
        }
        return type
    }
}
