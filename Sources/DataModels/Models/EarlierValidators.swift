import Python

/// `validator` and `root_validator` of Pydantic 1, as Pydantic 2 still runs them (pydantic.deprecated.class_validators).
enum EarlierValidators {
    /// A function that gets the values so far by name, and no info object.
    final class Adapted: PyInstance {
        let function: Value

        init(_ function: Value, _ type: PyType) {
            self.function = function
            super.init(type: type)
        }

        override func call(_ machine: Machine, _ arguments: Arguments) throws -> Value {
            guard arguments.positional.count > 1 else { return try machine.call(function, arguments) }
            let data = try machine.attribute(arguments.positional[1], "data")
            return try machine.call(function, Arguments([arguments.positional[0]], keywords: [(name: "values", value: data)]))
        }
    }

    static func add(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        let signature = "*fields, pre=False, each_item=False, always=False, check_fields=None, allow_reuse=False"
        names["validator"] = machine.native("validator", signature) { machine, a in
            let fields = a.list(0)
            guard let first = fields.first else {
                throw machine.error("TypeError", "validator() missing 1 required positional argument: '__field'")
            }
            if first.asObject is PyFunction {
                let message =
                    "`@validator` should be used with fields and keyword arguments, not bare. E.g. usage should be "
                    + "`@validator('<field_name>', ...)`"
                throw types.userErrors.error(message, code: "decorator-missing-arguments", machine)
            }
            let mode = try machine.isTrue(a[1]) ? "before" : "after"
            let isEach = try machine.isTrue(a[2]), isAlways = try machine.isTrue(a[3])
            return machine.native("dec", "f, /") { machine, b in
                if DecoratorNames.isInstanceMethod(b[0]) {
                    let message = "`@validator` cannot be applied to instance methods"
                    throw types.userErrors.error(message, code: "validator-instance-method", machine)
                }
                let made = DecoratedFunction(.earlierValidator, fields: fields.compactMap(\.asString), mode: mode, original: b[0], types)
                made.checksFields = a[4].asBool ?? true
                made.isForEachItem = isEach
                made.isForDefaults = isAlways
                return .object(made)
            }
        }
        names["root_validator"] = machine.native("root_validator", "func?, /, *, pre=False, skip_on_failure=False, allow_reuse=False") {
            machine, a in
            let isBefore = try machine.isTrue(a[1])
            if !isBefore, try !machine.isTrue(a[2]) {
                let message =
                    "If you use `@root_validator` with pre=False (the default) you MUST specify `skip_on_failure=True`. Note that "
                    + "`@root_validator` is deprecated and should be replaced with `@model_validator`."
                throw types.userErrors.error(message, code: "root-validator-pre-skip", machine)
            }
            let mark = { (machine: Machine, function: Value) throws -> Value in
                if DecoratorNames.isInstanceMethod(function) {
                    throw machine.error("TypeError", "`@root_validator` cannot be applied to instance methods")
                }
                return .object(
                    DecoratedFunction(.rootValidator, fields: [], mode: isBefore ? "before" : "after", original: function, types))
            }
            return a.isGiven(0) ? try mark(machine, a[0]) : machine.native("dec", "f, /") { machine, b in try mark(machine, b[0]) }
        }
    }

    /// A validator of a field as Pydantic 2 calls them (pydantic._internal._decorators_v1 `make_generic_v1_field_validator`).
    static func adapted(_ function: Value, _ machine: Machine) throws -> Value {
        let types = try PydanticTypes.required(machine)
        let bound = function.asObject as? PyBoundMethod
        guard let own = (bound?.function ?? function).asObject as? PyFunction else { return function }
        var takesValues = false
        for (index, parameter) in own.parameters.dropFirst(bound == nil ? 0 : 1).enumerated() {
            let byName = parameter.kind == .positionalOrKeyword || parameter.kind == .keywordOnly
            if byName, ["field", "config"].contains(parameter.name) {
                let message =
                    "The `field` and `config` parameters are not available in Pydantic V2, please use the `info` parameter instead."
                throw types.userErrors.error(message, code: "validator-field-config-info", machine)
            }
            if parameter.kind == .varKeyword || byName && parameter.name == "values" {
                takesValues = true
            } else if index > 0, parameter.defaultValue == nil {
                let signature = try machine.str(try machine.call(try machine.imported("inspect", "signature"), function))
                let message = "Unsupported signature for V1 style validator \(try machine.str(function)): \(signature) is not supported."
                throw types.userErrors.error(message, code: "validator-v1-signature", machine)
            }
        }
        return takesValues ? .object(Adapted(function, machine.type(of: function))) : function
    }

    /// Puts validators around a schema, or around the items in it.
    static func around(_ schema: Schema, _ function: ModelDefinition.MethodFunction, bound: Value, _ machine: Machine) throws -> Schema {
        let kind: Schema.FunctionKind = function.mode == "before" ? .before : .after
        guard function.isForEachItem else { return .function(kind, bound, schema) }
        switch schema {
        case .nullable(let inner): return .nullable(try around(inner, function, bound: bound, machine))
        case .list(let item, let rules): return .list(.function(kind, bound, item), rules)
        case .set(let item, let rules, let isFrozen): return .set(.function(kind, bound, item), rules, isFrozen: isFrozen)
        case .tupleOf(let item, let rules): return .tupleOf(.function(kind, bound, item), rules)
        case .dict(let key, let value, let rules): return .dict(key, .function(kind, bound, value), rules)
        default:
            let message = "`@validator(..., each_item=True)` cannot be applied to fields with a schema of \(schema.coreType)"
            throw machine.error("TypeError", message)
        }
    }
}
