import Python

/// Decorators inside model classes.
enum DecoratorNames {
    static func add(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        addFieldDecorators(names, types, machine)
        names["model_validator"] = machine.native("model_validator", "*, mode") { machine, a in
            let mode = a[0].asString ?? ""
            return machine.native("dec", "f, /") { _, b in
                .object(DecoratedFunction(.modelValidator, fields: [], mode: mode, original: b[0], types))
            }
        }
        names["model_serializer"] = machine.native("model_serializer", "f?, /, *, mode='plain', when_used='always', return_type?") {
            machine, a in
            let mark = { (value: Value) -> Value in
                let made = DecoratedFunction(.modelSerializer, fields: [], mode: a[1].asString ?? "plain", original: value, types)
                made.condition = a[2].asString ?? "always"
                made.returnType = a.ifGiven(3)
                return .object(made)
            }
            return a.isGiven(0) && !a[0].isNone ? mark(a[0]) : machine.native("dec", "f, /") { _, b in mark(b[0]) }
        }
        names["computed_field"] = machine.native("computed_field", "func?, /, *, repr=None, alias=None, return_type?, **options") {
            machine, a in
            let mark = { (value: Value) -> Value in
                let made = DecoratedFunction(.computedField, fields: [], mode: "", original: value, types)
                made.alias = a[2].asString
                made.isInRepr = a[1].asBool
                made.returnType = a.ifGiven(3)
                made.settings = a.dict(4)
                return .object(made)
            }
            return a.isGiven(0) ? mark(a[0]) : machine.native("computed_field", "function, /") { _, b in mark(b[0]) }
        }
    }

    private static func addFieldDecorators(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        names["field_validator"] = machine.native("field_validator", "*fields, mode='after', check_fields=None, json_schema_input_type?") {
            machine, a in
            guard let first = a.list(0).first else {
                throw machine.error("TypeError", "field_validator() missing 1 required positional argument: 'field'")
            }
            if first.asStr == nil {
                let message =
                    "The `@field_validator` decorator cannot be used without arguments, at least one field must be provided. "
                    + "For example: `@field_validator('<field_name>', ...)`."
                throw types.userErrors.error(message, code: "decorator-missing-arguments", machine)
            }
            return decorator(.fieldValidator, "field_validator", a.list(0), a[1].asString ?? "after", types, checks: a[2].asBool, machine)
        }
        EarlierValidators.add(names, types, machine)
        names["field_serializer"] = machine.native(
            "field_serializer", "*fields, mode='plain', return_type?, when_used='always', check_fields=None"
        ) { machine, a in
            decorator(
                .fieldSerializer, "field_serializer", a.list(0), a[1].asString ?? "plain", types, checks: a[4].asBool,
                condition: a[3].asString ?? "always", returnType: a.ifGiven(2), machine)
        }
    }

    private static func decorator(
        _ role: DecoratedFunction.Role, _ name: String, _ fields: [Value], _ mode: String, _ types: PydanticTypes, checks: Bool?,
        condition: String = "always", returnType: Value? = nil, _ machine: Machine
    ) -> Value {
        machine.native(name, "function, /") { machine, b in
            if role == .fieldValidator, isInstanceMethod(b[0]) {
                let message = "The `@\(name)` decorator cannot be applied to instance methods"
                throw types.userErrors.error(message, code: "validator-instance-method", machine)
            }
            let made = DecoratedFunction(role, fields: fields.compactMap(\.asString), mode: mode, original: b[0], types)
            made.checksFields = checks ?? true
            made.condition = condition
            made.returnType = returnType
            return .object(made)
        }
    }

    /// Whether a function takes `self` first, so that it cannot be a validator.
    static func isInstanceMethod(_ value: Value) -> Bool {
        guard let function = value.asObject as? PyFunction else { return false }
        return function.parameters.first?.name == "self"
    }
}
