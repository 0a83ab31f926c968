import Python

/// `validate_call`: arguments are validated by the annotations of a function before it runs (pydantic-core `arguments`).
enum ValidatedCall {
    static func decorator(_ machine: Machine) -> Value {
        machine.native("validate_call", "func=None, /, *, config=None, validate_return=False") { machine, a in
            let settings = a[1], checksReturn = try machine.isTrue(a[2])
            let wrap = { (machine: Machine, function: Value) in try wrapped(function, settings, checksReturn, machine) }
            if !a[0].isNone { return try wrap(machine, a[0]) }
            return machine.native("validate", "function, /") { machine, b in try wrap(machine, b[0]) }
        }
    }

    private static func wrapped(_ value: Value, _ settings: Value, _ checksReturn: Bool, _ machine: Machine) throws -> Value {
        guard let function = value.asObject as? PyFunction else {
            let message = "The `@validate_call` decorator should be applied to functions"
            throw try PydanticTypes.required(machine).userErrors.error(message, code: "validate-call-type", machine)
        }
        var config = ModelConfig()
        for (key, item) in settings.asDict?.items ?? [] { try config.take(key.asString ?? "", item, machine) }
        let builder = SchemaBuilder(machine, globals: function.globals, config: config)
        let schemas = try function.parameters.map { try $0.annotation.map { try builder.schema($0) } ?? .any }
        let result = checksReturn ? try function.returnAnnotation.map { try builder.schema($0) } : nil
        let call = CallArguments(function, schemas)
        let made = PyNativeFunction(function.name, qualifiedName: function.qualifiedName, isMethod: true) { machine, arguments in
            let checked = try call.validated(arguments, machine)
            let value = try machine.call(.object(function), checked)
            guard let result else { return value }
            var errors: [ErrorDetail] = []
            if let output = try Validator(machine).validate(result, value, at: [], &errors), errors.isEmpty { return output }
            throw ValidationFailure.error(errors, title: function.qualifiedName, machine)
        }
        let wrapper = WrappedFunction(made, try machine.types.make("function"))
        for name in ["__name__", "__qualname__", "__doc__", "__module__", "__annotations__"] {
            wrapper.dictionary[name] = try machine.attributeIfPresent(value, name) ?? Value.none
        }
        wrapper.dictionary["raw_function"] = value
        wrapper.dictionary["__wrapped__"] = value
        return .object(wrapper)
    }

    /// The function that programs get: callable, with the attributes of what it wraps.
    final class WrappedFunction: PyInstance {
        private let native: PyNativeFunction

        init(_ native: PyNativeFunction, _ type: PyType) {
            self.native = native
            super.init(type: type)
        }

        override func call(_ machine: Machine, _ arguments: Arguments) throws -> Value { try native.call(machine, arguments) }
    }
}

/// Matches and validates the arguments of one function.
struct CallArguments {
    private let function: PyFunction
    private let schemas: [Schema]

    init(_ function: PyFunction, _ schemas: [Schema]) {
        self.function = function
        self.schemas = schemas
    }

    /// The arguments converted; raises ValidationError.
    func validated(_ arguments: Arguments, _ machine: Machine) throws -> Arguments {
        var errors: [ErrorDetail] = []
        var made = Arguments()
        var used: Set<String> = []
        let validator = Validator(machine)
        let shown = try ArgumentsValue.make(arguments, machine)
        var position = 0
        // What `*args` and `**kwargs` take is validated after the parameters that have names.
        var rest: Int?, others: Int?
        for (index, parameter) in function.parameters.enumerated() {
            switch parameter.kind {
            case .positionalOnly, .positionalOrKeyword:
                let byName = parameter.kind == .positionalOnly ? nil : arguments[keyword: parameter.name]
                if byName != nil { used.insert(parameter.name) }
                if arguments.positional.indices.contains(position) {
                    if let byName {
                        let place: [Value] = [.string(parameter.name)]
                        _ = validator.fail("multiple_argument_values", "Got multiple values for argument", byName, place, &errors)
                    }
                    let given = arguments.positional[position]
                    if let value = try validator.validate(schemas[index], given, at: [.int(position)], &errors) {
                        made.positional.append(value)
                    }
                } else if let byName {
                    if let value = try validator.validate(schemas[index], byName, at: [.string(parameter.name)], &errors) {
                        made.keywords.append((parameter.name, value))
                    }
                } else if parameter.defaultValue == nil {
                    missing(parameter, position, shown, validator, &errors)
                }
                position += 1
            case .varPositional: rest = index
            case .keywordOnly:
                if let given = arguments[keyword: parameter.name] {
                    used.insert(parameter.name)
                    if let value = try validator.validate(schemas[index], given, at: [.string(parameter.name)], &errors) {
                        made.keywords.append((parameter.name, value))
                    }
                } else if parameter.defaultValue == nil {
                    missing(parameter, position, shown, validator, &errors)
                }
            case .varKeyword: others = index
            }
        }
        if let rest {
            for (offset, value) in arguments.positional.enumerated().dropFirst(position) {
                if let value = try validator.validate(schemas[rest], value, at: [.int(offset)], &errors) { made.positional.append(value) }
            }
            position = max(position, arguments.positional.count)
        }
        if let others {
            for (name, value) in arguments.keywords where !used.contains(name) {
                used.insert(name)
                if let value = try validator.validate(schemas[others], value, at: [.string(name)], &errors) {
                    made.keywords.append((name, value))
                }
            }
        }
        for (index, value) in arguments.positional.enumerated().dropFirst(position) {
            _ = validator.fail("unexpected_positional_argument", "Unexpected positional argument", value, [.int(index)], &errors)
        }
        for (name, value) in arguments.keywords where !used.contains(name) {
            _ = validator.fail("unexpected_keyword_argument", "Unexpected keyword argument", value, [.string(name)], &errors)
        }
        if !errors.isEmpty { throw ValidationFailure.error(errors, title: function.qualifiedName, machine) }
        return made
    }

    private func missing(
        _ parameter: PyFunction.Parameter, _ position: Int, _ shown: Value, _ validator: Validator, _ errors: inout [ErrorDetail]
    ) {
        switch parameter.kind {
        case .positionalOnly:
            _ = validator.fail(
                "missing_positional_only_argument", "Missing required positional only argument", shown, [.int(position)], &errors)
        case .keywordOnly:
            _ = validator.fail(
                "missing_keyword_only_argument", "Missing required keyword only argument", shown, [.string(parameter.name)], &errors)
        default: _ = validator.fail("missing_argument", "Missing required argument", shown, [.string(parameter.name)], &errors)
        }
    }
}
