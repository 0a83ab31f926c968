import Python

/// The module `pydantic.dataclasses`.
enum PydanticDataclasses {
    private static let flags = ["repr", "eq", "order", "unsafe_hash", "frozen", "kw_only", "slots"]

    static func module(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "pydantic.dataclasses")
        let signature =
            "cls=None, /, *, init=False, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, config=None, "
            + "validate_on_init=None, kw_only=False, slots=False"
        module.namespace["dataclass"] = machine.native("dataclass", signature) { machine, a in
            let places = [2, 3, 4, 5, 6, 9, 10]
            var keywords: [(name: String, value: Value)] = [("init", true)]
            for (name, place) in zip(flags, places) { keywords.append((name, a[place])) }
            let settings = a[7]
            let apply = { (machine: Machine, cls: Value) in try decorate(cls, keywords, settings, machine) }
            return a[0].isNone
                ? machine.native("create_dataclass", "cls, /") { machine, b in try apply(machine, b[0]) } : try apply(machine, a[0])
        }
        module.namespace["rebuild_dataclass"] = machine.native("rebuild_dataclass", "cls, **options") { _, _ in true }
        module.namespace["is_pydantic_dataclass"] = machine.native("is_pydantic_dataclass", "class_, /") { _, a in
            .bool(a[0].asType.map { DataclassDefinition.ofPydantic($0) != nil } ?? false)
        }
        return module
    }

    private static func decorate(
        _ cls: Value, _ keywords: [(name: String, value: Value)], _ settings: Value, _ machine: Machine
    ) throws -> Value {
        guard var type = cls.asType else { throw machine.error("TypeError", "dataclass() should be called on a class") }
        if ModelDefinition.of(type) != nil {
            let message = "Cannot create a Pydantic dataclass from \(type.name) as it is already a Pydantic model"
            throw try PydanticTypes.required(machine).userErrors.error(message, code: "dataclass-on-model", machine)
        }
        if type.attributes["__dataclass_fields__"] != nil, DataclassDefinition.ofPydantic(type) == nil {
            type = try subclass(of: type, machine)
        }
        var infos: [String: FieldInfo] = [:]
        let field = try machine.imported("dataclasses", "field")
        for (key, _) in type.attributes["__annotations__"]?.asDict?.items ?? [] {
            guard let name = key.asString, let info = type.attributes[name]?.asObject as? FieldInfo else { continue }
            infos[name] = info
            type.attributes[name] = try standardField(info, field, machine)
        }
        if type.attributes["__dataclass_fields__"] == nil {
            let made = try machine.call(try machine.imported("dataclasses", "dataclass"), Arguments([.object(type)], keywords: keywords))
            // With slots it is another class.
            type = made.asType ?? type
        }
        for (name, info) in infos {
            if let standard = info.defaultValue, type.attributes[name]?.asObject is FieldInfo { type.attributes[name] = standard }
        }
        var config = ModelConfig()
        for (key, value) in settings.asDict?.items ?? [] { try config.take(key.asString ?? "", value, machine) }
        let definition = try DataclassDefinition.make(type, infos: infos, config, machine)
        addInitializer(type, definition)
        if definition.config.validatesAssignment { DataclassAssignment.add(to: type, definition) }
        return .object(type)
    }

    /// A subclass of a dataclass of the standard library, which itself goes on without validation.
    private static func subclass(of type: PyType, _ machine: Machine) throws -> PyType {
        let namespace = PyDict()
        namespace["__module__"] = .string(type.module)
        namespace["__qualname__"] = .string(type.qualifiedName)
        namespace["__doc__"] = Value.none
        let made = try machine.call(
            .object(machine.types.type), Arguments([.string(type.name), .tuple(PyTuple([.object(type)])), .dict(namespace)]))
        return made.asType ?? type
    }

    /// The `dataclasses.field(…)` that stands for a `Field(…)`.
    private static func standardField(_ info: FieldInfo, _ field: Value, _ machine: Machine) throws -> Value? {
        var keywords: [(name: String, value: Value)] = []
        keywords.append(("default", .object(info)))
        if !info.isInRepr { keywords.append(("repr", false)) }
        for (name, value) in info.extra where name == "kw_only" || name == "init" { keywords.append((name, value)) }
        return try machine.call(field, Arguments([], keywords: keywords))
    }

    private static func addInitializer(_ type: PyType, _ definition: ModelDefinition) {
        type.attributes["__init__"] = .object(
            PyNativeFunction("__init__", qualifiedName: "\(type.name).__init__", isMethod: true) { machine, arguments in
                guard let receiver = arguments.positional.first?.asInstance else { return .none }
                var rest = arguments
                rest.positional.removeFirst()
                let own = DataclassDefinition.ofPydantic(receiver.instanceType) ?? definition
                var errors: [ErrorDetail] = []
                let made = try DataclassType(type: own.type, definition: own).initialize(receiver, rest, machine, &errors)
                if made == nil || !errors.isEmpty { throw BaseModelClass.failure(errors, own, machine) }
                return .none
            })
    }
}
