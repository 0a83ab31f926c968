import Python

/// Pydantic's `BaseModel` as a native class.
enum BaseModelClass {
    static func make(_ machine: Machine, fieldClass: PyType) throws -> PyType {
        let type = try machine.types.make("BaseModel", module: "pydantic.main")
        type.allocates { ModelInstance(type: $0) }
        type.didSubclass = { machine, subclass, keywords in
            try ModelDefinition.define(subclass, keywords, machine, fieldClass: fieldClass)
        }
        defineConstruction(type)
        defineDumping(type)
        defineCopying(type)
        defineProtocol(type)
        return type
    }

    static func instance(_ value: Value, _ machine: Machine) throws -> ModelInstance {
        guard let model = value.asObject as? ModelInstance else {
            throw machine.error("TypeError", "'\(machine.typeName(value))' is no model")
        }
        return model
    }

    private static func validated(_ type: PyType, _ input: Value, fromAttributes: Bool, _ machine: Machine) throws -> Value {
        var validator = Validator(machine)
        validator.fromAttributes = fromAttributes
        var errors: [ErrorDetail] = []
        if let value = try ModelValidator(validator).validate(type, input, [], &errors), errors.isEmpty { return value }
        throw ValidationFailure.error(errors, title: type.name, machine)
    }

    private static func defineConstruction(_ type: PyType) {
        type.method("__init__", "self, **data") { machine, a in
            let model = try instance(a[0], machine)
            guard let definition = ModelDefinition.of(model.instanceType) else { return .none }
            let data = PyDict()
            for (name, value) in a.dict(1) { data[name] = value }
            var errors: [ErrorDetail] = []
            let made = try ModelValidator(Validator(machine)).fill(model, definition, .dict(data), [], &errors)
            if made == nil || !errors.isEmpty { throw ValidationFailure.error(errors, title: model.instanceType.name, machine) }
            try callHook("model_post_init", a[0], [.none], machine)
            return .none
        }
        let names = ["model_validate": true, "parse_obj": false, "from_orm": true]
        for (name, reads) in names {
            type.classMethod(name, "cls, obj, *, strict=None, from_attributes=None, context=None, by_alias=None, by_name=None") {
                machine, a in
                guard let cls = a[0].asType else { return .none }
                let reading = try reads && !a[3].isNone ? machine.isTrue(a[3]) : name == "from_orm"
                return try validated(cls, a[1], fromAttributes: reading, machine)
            }
        }
        for name in ["model_validate_json", "parse_raw"] {
            type.classMethod(name, "cls, json_data, *, strict=None, context=None, by_alias=None, by_name=None") { machine, a in
                guard let cls = a[0].asType else { return .none }
                let text = a[1].asStr ?? PyStr(utf8: a[1].asBytes?.bytes ?? [])
                do {
                    return try validated(cls, try JSONReader.value(of: text), fromAttributes: false, machine)
                } catch let problem as JSONDecodeProblem {
                    let detail = ErrorDetail(
                        "json_invalid", [], "Invalid JSON: \(problem.message) at line \(problem.line) column \(problem.column)",
                        input: a[1],
                        context: [("error", .string(problem.message))])
                    throw ValidationFailure.error([detail], title: cls.name, machine)
                }
            }
        }
        type.classMethod("model_construct", "cls, _fields_set=None, **values") { machine, a in
            guard let cls = a[0].asType, let made = cls.allocate(cls) as? ModelInstance, let definition = ModelDefinition.of(cls) else {
                return .none
            }
            for field in definition.fields {
                if let given = a.dict(2).first(where: { $0.name == field.name || $0.name == field.validationName })?.value {
                    made.dictionary[field.name] = given
                    made.fieldsSet.insert(field.name)
                } else if let factory = field.info.defaultFactory {
                    made.dictionary[field.name] = try machine.call(factory)
                } else if let standard = field.info.defaultValue {
                    made.dictionary[field.name] = try DeepCopy.copy(standard, machine)
                }
            }
            return .object(made)
        }
    }

    private static func callHook(_ name: String, _ value: Value, _ arguments: [Value], _ machine: Machine) throws {
        guard let hook = try machine.attributeIfPresent(value, name) else { return }
        _ = try machine.call(hook, Arguments(arguments))
    }

    private static let dumpOptions =
        "include=None, exclude=None, context=None, by_alias=None, exclude_unset=False, exclude_defaults=False, exclude_none=False, "
        + "exclude_computed_fields=False, round_trip=False, warnings=True, fallback=None, serialize_as_any=False"

    private static func options(_ a: BoundArguments, from first: Int, _ machine: Machine) throws -> SerializationOptions {
        var options = SerializationOptions()
        options.include = a[first]
        options.exclude = a[first + 1]
        options.byAlias = try machine.isTrue(a[first + 3])
        options.excludeUnset = try machine.isTrue(a[first + 4])
        options.excludeDefaults = try machine.isTrue(a[first + 5])
        options.excludeNone = try machine.isTrue(a[first + 6])
        return options
    }

    private static func dumped(_ value: Value, _ options: SerializationOptions, _ machine: Machine) throws -> Value {
        let model = try instance(value, machine)
        return try Serializer(machine: machine, options: options).model(
            model, as: ModelDefinition.of(model.instanceType), include: options.include, exclude: options.exclude)
    }

    private static func defineDumping(_ type: PyType) {
        type.method("model_dump", "self, *, mode='python', \(dumpOptions)") { machine, a in
            var chosen = try options(a, from: 2, machine)
            chosen.isJSON = a[1].asString == "json"
            return try dumped(a[0], chosen, machine)
        }
        type.method("dict", "self, *, \(dumpOptions)") { machine, a in
            var chosen = try options(a, from: 1, machine)
            chosen.isJSON = false
            return try dumped(a[0], chosen, machine)
        }
        type.method("model_dump_json", "self, *, indent=None, ensure_ascii=False, \(dumpOptions)") { machine, a in
            let plain = try dumped(a[0], try options(a, from: 3, machine), machine)
            if let indent = a[1].asInt {
                var layout = JSONOptions.response
                layout.indent = [UInt8](repeating: 0x20, count: indent)
                layout.keySeparator = Array(": ".utf8)
                return .str(PyStr(utf8: try JSONWriter.bytes(of: plain, machine, layout)))
            }
            return .str(PyStr(utf8: try JSONText.bytes(plain, machine)))
        }
        type.method("json", "self, *, \(dumpOptions)") { machine, a in
            .str(PyStr(utf8: try JSONText.bytes(try dumped(a[0], try options(a, from: 1, machine), machine), machine)))
        }
    }

    private static func defineCopying(_ type: PyType) {
        for name in ["model_copy", "copy"] {
            type.method(name, "self, *, update=None, deep=False, include=None, exclude=None") { machine, a in
                let model = try instance(a[0], machine)
                guard let made = model.instanceType.allocate(model.instanceType) as? ModelInstance else { return .none }
                for (key, value) in model.attributes?.items ?? [] {
                    try made.dictionary.setValue(try machine.isTrue(a[2]) ? DeepCopy.copy(value, machine) : value, for: key, machine)
                }
                made.fieldsSet = model.fieldsSet
                made.extras = model.extras?.copy()
                for (key, value) in a[1].asDict?.items ?? [] {
                    try made.dictionary.setValue(value, for: key, machine)
                    made.fieldsSet.insert(key.asString ?? "")
                }
                return .object(made)
            }
        }
        type.getter("model_fields_set") { machine, value in
            let model = try instance(value, machine)
            let table = PyDict()
            for name in ModelDefinition.of(model.instanceType)?.fields.map(\.name) ?? [] where model.fieldsSet.contains(name) {
                table[name] = Value.none
            }
            return .object(PySet(table: table))
        }
        type.getter("model_extra") { machine, value in
            guard let extras = try instance(value, machine).extras else { return .none }
            return .dict(extras)
        }
        type.classMethod("model_rebuild", "cls, **options") { _, _ in true }
        type.classMethod("__class_getitem__", "cls, params") { machine, a in
            guard let cls = a[0].asType else { return a[0] }
            return try GenericModel.parameterized(cls, a[1], machine)
        }
    }

    private static func defineProtocol(_ type: PyType) {
        type.method("__repr__", "self") { machine, a in .string(try text(a[0], named: true, machine)) }
        type.method("__str__", "self") { machine, a in .string(try text(a[0], named: false, machine)) }
        type.method("__eq__", "self, other, /") { machine, a in
            guard let one = a[0].asObject as? ModelInstance, let two = a[1].asObject as? ModelInstance else {
                return machine.notImplemented
            }
            guard one.instanceType === two.instanceType else { return false }
            return .bool(try machine.isEqual(.dict(one.dictionary), .dict(two.dictionary)))
        }
        type.method("__iter__", "self") { machine, a in
            let model = try instance(a[0], machine)
            return try machine.iterator(.list(PyList(model.dictionary.items.map { .tuple(PyTuple([$0.key, $0.value])) })))
        }
        type.method("__setattr__", "self, name, value, /") { machine, a in
            let model = try instance(a[0], machine)
            let name = a[1].asString ?? ""
            if let definition = ModelDefinition.of(model.instanceType), let field = definition.fields.first(where: { $0.name == name }) {
                if definition.config.isFrozen {
                    let detail = ErrorDetail("frozen_instance", [a[1]], "Instance is frozen", input: a[2])
                    throw ValidationFailure.error([detail], title: model.instanceType.name, machine)
                }
                model.fieldsSet.insert(name)
                model.dictionary[name] = try assigned(a[2], field, definition, machine)
                return .none
            }
            if let property = model.instanceType.lookup(name)?.asObject as? PyProperty, let setter = property.setter {
                return try machine.call(setter, a[0], a[2])
            }
            let allowsExtras = ModelDefinition.of(model.instanceType)?.config.extra == "allow"
            guard name.hasPrefix("_") || allowsExtras else {
                throw machine.error("ValueError", "\"\(model.instanceType.name)\" object has no field \"\(name)\"")
            }
            model.dictionary[name] = a[2]
            if !name.hasPrefix("_") { model.extras?[name] = a[2] }
            return .none
        }
    }

    private static func assigned(
        _ value: Value, _ field: ModelDefinition.Field, _ definition: ModelDefinition, _ machine: Machine
    ) throws -> Value {
        guard definition.config.validatesAssignment else { return value }
        try definition.complete(machine)
        var errors: [ErrorDetail] = []
        if let new = try Validator(machine).validate(field.schema, value, at: [.string(field.name)], &errors) { return new }
        throw ValidationFailure.error(errors, title: definition.type.name, machine)
    }

    private static func text(_ value: Value, named: Bool, _ machine: Machine) throws -> String {
        let model = try instance(value, machine)
        var parts: [String] = []
        for field in ModelDefinition.of(model.instanceType)?.fields ?? [] {
            if let value = model.attributes?[field.name] { parts.append("\(field.name)=\(try machine.repr(value))") }
        }
        for (key, value) in model.extras?.items ?? [] { parts.append("\(try machine.str(key))=\(try machine.repr(value))") }
        return named ? "\(model.instanceType.name)(\(parts.joined(separator: ", ")))" : parts.joined(separator: " ")
    }
}

/// `Model[int]`: a subclass whose type variables are replaced.
enum GenericModel {
    static func parameterized(_ type: PyType, _ parameters: Value, _ machine: Machine) throws -> Value {
        let arguments = parameters.asTuple?.elements ?? [parameters]
        let names = try arguments.map { argument in
            if let type = argument.asType { return type.name }
            return try machine.repr(argument)
        }
        let made = try PyType("\(type.name)[\(names.joined(separator: ", "))]", module: type.module, bases: [type])
        guard let definition = ModelDefinition.of(type) else { return .object(made) }
        var variables: [PyTypeVar] = []
        for field in definition.fields { collect(field.annotation, &variables) }
        let annotations = PyDict()
        for field in definition.fields {
            annotations[field.name] = replace(field.annotation, variables, arguments)
            made.attributes[field.name] = .object(field.info)
        }
        made.attributes["__annotations__"] = .dict(annotations)
        try type.mro.lazy.compactMap(\.didSubclass).first?(machine, made, Arguments())
        return .object(made)
    }

    private static func collect(_ annotation: Value, _ variables: inout [PyTypeVar]) {
        switch annotation.asObject {
        case let variable as PyTypeVar: if !variables.contains(where: { $0 === variable }) { variables.append(variable) }
        case let alias as PyGenericAlias: alias.arguments.forEach { collect($0, &variables) }
        case let union as PyUnion: union.members.forEach { collect($0, &variables) }
        default: break
        }
    }

    private static func replace(_ annotation: Value, _ variables: [PyTypeVar], _ arguments: [Value]) -> Value {
        switch annotation.asObject {
        case let variable as PyTypeVar:
            guard let index = variables.firstIndex(where: { $0 === variable }), arguments.indices.contains(index) else { return annotation }
            return arguments[index]
        case let alias as PyGenericAlias:
            return .object(
                PyGenericAlias(
                    origin: alias.origin, arguments: alias.arguments.map { replace($0, variables, arguments) }, typingName: alias.typingName
                ))
        case let union as PyUnion:
            return .object(PyUnion(members: union.members.map { replace($0, variables, arguments) }, isTyping: union.isTyping))
        default: return annotation
        }
    }
}
