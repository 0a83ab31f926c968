import Python

/// The behaviour of Pydantic's exceptions.
enum PydanticExceptions {
    static func define(_ types: PydanticTypes) {
        let type = types.validationError
        type.method("errors", "self, *, include_url=True, include_context=True, include_input=True") { machine, a in
            guard let failure = a[0].asObject as? ValidationFailure else { return .none }
            return failure.list(url: try machine.isTrue(a[1]), context: try machine.isTrue(a[2]), input: try machine.isTrue(a[3]), machine)
        }
        type.method("json", "self, *, indent=None, include_url=True, include_context=True, include_input=True") { machine, a in
            guard let failure = a[0].asObject as? ValidationFailure else { return .none }
            let list = failure.list(
                url: try machine.isTrue(a[2]), linksCustom: true, context: try machine.isTrue(a[3]), input: try machine.isTrue(a[4]),
                machine)
            var options = SerializationOptions()
            options.fallback = machine.native("str", "value, /") { machine, b in .string(try machine.str(b[0])) }
            options.byAlias = nil
            options.isText = true
            do {
                var serializer = Serializer(machine: machine, options: options)
                serializer.outerConfig = ModelConfig()
                serializer.outerConfig?.infinityForm = "constants"
                let plain = try serializer.inferred(list)
                return .str(PyStr(utf8: try JSONLayout.bytes(plain, indent: a[1].asInt, machine)))
            } catch let raised as PyError where raised.type === types.signals["PydanticSerializationError"] {
                let words = try machine.str(.object(raised.exception)).replacing(
                    "Error serializing to JSON: ", with: "", maxReplacements: 1)
                throw machine.error("ValueError", "Error serializing ValidationError to JSON: \(words)")
            }
        }
        type.method("error_count", "self") { _, a in .int((a[0].asObject as? ValidationFailure)?.details.count ?? 0) }
        type.getter("title") { _, value in .string((value.asObject as? ValidationFailure)?.title ?? "") }
        for name in ["__str__", "__repr__"] {
            type.method(name, "self") { machine, a in .string(try (a[0].asObject as? ValidationFailure)?.text(machine) ?? "") }
        }
        type.classMethod("from_exception_data", "cls, title, line_errors, input_type='python', hide_input=False") { machine, a in
            let details = try machine.array(a[2]).map { try detail(of: $0, machine) }
            let error = ValidationFailure.error(
                details, title: try machine.str(a[1]), isJSON: a[3].asString == "json", hidesInput: try machine.isTrue(a[4]), machine)
            return .object(error.exception)
        }
        defineCustom(types)
    }

    /// An `InitErrorDetails` dictionary.
    private static func detail(of value: Value, _ machine: Machine) throws -> ErrorDetail {
        let dict = value.asDict ?? PyDict()
        let location = try dict["loc"].map { try machine.array($0) } ?? []
        let context = dict["ctx"]?.asDict?.items.map { ($0.key.asString ?? "", $0.value) } ?? []
        let input = dict["input"] ?? .none
        if let custom = dict["type"]?.asObject as? CustomError {
            var made = ErrorDetail(custom.kind, location, try custom.message(machine), input: input, context: custom.details)
            made.isCustom = !custom.isKnown
            return made
        }
        let kind = dict["type"]?.asString ?? ""
        let message = try ErrorCatalog.message(kind, context, machine)
        return ErrorDetail(kind, location, message, input: input, context: context)
    }

    private static func defineCustom(_ types: PydanticTypes) {
        types.customError.method("__init__", "self, error_type, message_template, context=None, /") { machine, a in
            guard let error = a[0].asObject as? CustomError else { return .none }
            error.kind = try machine.str(a[1])
            error.template = try machine.str(a[2])
            error.details = try (a[3].asDict?.items ?? []).map { (try machine.str($0.key), $0.value) }
            return .none
        }
        types.knownError.method("__init__", "self, error_type, context=None, /") { machine, a in
            guard let error = a[0].asObject as? CustomError else { return .none }
            error.kind = try machine.str(a[1])
            error.isKnown = true
            error.details = try (a[2].asDict?.items ?? []).map { (try machine.str($0.key), $0.value) }
            _ = try ErrorCatalog.message(error.kind, error.details, machine)
            error.template = ErrorCatalog.templates[error.kind] ?? ""
            return .none
        }
        for type in [types.customError, types.knownError] {
            type.method("__repr__", "self") { machine, a in
                guard let error = a[0].asObject as? CustomError else { return .none }
                let context = try machine.repr(try machine.attribute(a[0], "context"))
                return .string("\(try error.message(machine)) [type=\(error.kind), context=\(context)]")
            }
            type.method("__str__", "self") { machine, a in .string(try (a[0].asObject as? CustomError)?.message(machine) ?? "") }
            type.method("message", "self") { machine, a in .string(try (a[0].asObject as? CustomError)?.message(machine) ?? "") }
            type.getter("type") { _, value in .string((value.asObject as? CustomError)?.kind ?? "") }
            type.getter("message_template") { _, value in .string((value.asObject as? CustomError)?.template ?? "") }
            type.getter("context") { _, value in
                guard let error = value.asObject as? CustomError, !error.details.isEmpty else { return .none }
                let dict = PyDict()
                for (name, value) in error.details { dict[name] = value }
                return .dict(dict)
            }
        }
    }
}

extension ErrorCatalog {
    /// The message of a kind with its context put in; raises KeyError for other kinds.
    static func message(_ kind: String, _ context: [(name: String, value: Value)], _ machine: Machine) throws -> String {
        guard var message = templates[kind] else { throw machine.error("KeyError", "Invalid error type: '\(kind)'") }
        for (name, value) in context {
            let text = try machine.str(value)
            message = message.replacing("{\(name)}", with: text)
            if message.contains("{expected_plural}"), value.asInt != nil {
                message = message.replacing("{expected_plural}", with: text == "1" ? "" : "s")
            }
        }
        return message
    }
}
