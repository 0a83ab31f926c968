/// The classes of the module `dataclasses`.
final class DataclassLibrary {
    /// The class `Field`.
    let field: PyType
    /// The class of `__dataclass_params__`.
    private let parameters: PyType
    /// The class `InitVar`.
    let initVariable: PyType
    /// The class whose name is written as `KW_ONLY`.
    let keywordOnly: PyType
    /// The class `FrozenInstanceError`.
    let frozenError: PyType
    /// `MISSING`.
    let missing: Value

    /// Makes the classes.
    init(_ machine: Machine) throws {
        let types = machine.types
        field = try types.make("Field", module: "dataclasses")
        parameters = try types.make("_DataclassParams", module: "dataclasses")
        initVariable = try types.make("InitVar", module: "dataclasses")
        keywordOnly = try types.make("_KW_ONLY_TYPE", module: "dataclasses")
        frozenError = try types.make("FrozenInstanceError", module: "dataclasses", bases: [types.exception("AttributeError")])
        missing = .object(PyInstance(type: try types.make("_MISSING_TYPE", module: "dataclasses")))
        field.allocates { PyDataclassField(type: $0) }
        initVariable.classMethod("__class_getitem__", "cls, type, /") { machine, a in
            guard let cls = a[0].asType else { return .none }
            let made = PyInstance(type: cls)
            made.dictionary["type"] = a[1]
            return .object(made)
        }
        initVariable.method("__repr__", "self, /") { machine, a in
            .string("dataclasses.InitVar[\(try TypeFormText.member(a[0].asInstance?.attributes?["type"] ?? .none, machine))]")
        }
        installField()
        installParameters()
    }

    /// What `__dataclass_params__` of a class says that it was made with.
    func parameters(_ options: DataclassOptions) -> PyInstance {
        let made = PyInstance(type: parameters)
        for (name, isSet) in [
            ("init", options.makesInit), ("repr", options.makesRepr), ("eq", options.makesEq), ("order", options.hasOrder),
            ("unsafe_hash", options.hashesUnsafely), ("frozen", options.isFrozen),
        ] {
            made.dictionary[name] = .bool(isSet)
        }
        return made
    }

    private func installParameters() {
        parameters.method("__repr__", "self") { machine, a in
            let parts = try a[0].asInstance?.attributes?.items.map { "\($0.key.asString ?? "")=\(try machine.repr($0.value))" } ?? []
            return .string("_DataclassParams(\(parts.joined(separator: ",")))")
        }
    }

    private func installField() {
        let missing = missing
        func attribute(_ name: String, _ read: @escaping (PyDataclassField) -> Value) {
            field.getter(name) { _, value in (value.asObject as? PyDataclassField).map(read) ?? .none }
        }
        attribute("name") { .string($0.name) }
        attribute("type") { $0.annotation }
        attribute("default") { $0.defaultValue ?? missing }
        attribute("default_factory") { $0.factory ?? missing }
        attribute("init") { .bool($0.isInInit) }
        attribute("repr") { .bool($0.isInRepr) }
        attribute("compare") { .bool($0.isCompared) }
        attribute("hash") { $0.isHashed.map { .bool($0) } ?? .none }
        attribute("kw_only") { .bool($0.isKeywordOnly ?? false) }
        attribute("metadata") { $0.metadata }
        let names = ["name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only"]
        field.method("__repr__", "self") { machine, a in
            guard let own = a[0].asObject as? PyDataclassField else { return .none }
            var parts = try names.map { name -> String in
                if name == "name", own.name.isEmpty { return "name=None" }
                if name == "kw_only", own.isKeywordOnly == nil { return "kw_only=\(try machine.repr(missing))" }
                if name == "metadata", own.metadata.asDict != nil { return "metadata=mappingproxy(\(try machine.repr(own.metadata)))" }
                return "\(name)=\(try machine.repr(try machine.attribute(a[0], name)))"
            }
            let kind = own.kind == .field ? "_FIELD" : own.kind == .initOnly ? "_FIELD_INITVAR" : "_FIELD_CLASSVAR"
            parts.append("_field_type=\(own.name.isEmpty ? "None" : kind)")
            return .string("Field(\(parts.joined(separator: ",")))")
        }
    }
}

/// The module `dataclasses`.
enum DataclassesModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "dataclasses")
        let library = try DataclassLibrary(machine)
        module.add("_library", .object(LibraryBox(library)))
        module.add(library.field)
        module.add(library.initVariable)
        module.add(library.frozenError)
        module.add("KW_ONLY", .object(library.keywordOnly))
        module.add("MISSING", library.missing)
        addDecorator(module, library, machine)
        addField(module, library, machine)
        addReading(module, machine)
        return module
    }

    private static let parameters =
        "cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, "
        + "slots=False, weakref_slot=False"

    private static func options(_ a: BoundArguments, _ first: Int, _ machine: Machine) throws -> DataclassOptions {
        let flags = try (0..<9).map { try machine.isTrue(a[first + $0]) }
        return DataclassOptions(
            makesInit: flags[0], makesRepr: flags[1], makesEq: flags[2], hasOrder: flags[3], hashesUnsafely: flags[4],
            isFrozen: flags[5], hasMatchArgs: flags[6], isKeywordOnly: flags[7], hasSlots: flags[8])
    }

    private static func addDecorator(_ module: PyModule, _ library: DataclassLibrary, _ machine: Machine) {
        func apply(_ value: Value, _ options: DataclassOptions, _ machine: Machine) throws -> Value {
            guard let type = value.asType else { throw machine.error("TypeError", "dataclass() should be called on a class") }
            var builder = DataclassBuilder(type, options, library, machine)
            try builder.build()
            return options.hasSlots ? try slotted(type, machine) : value
        }
        module.function(machine, "dataclass", parameters) { machine, a in
            let options = try self.options(a, 1, machine)
            if !a[0].isNone { return try apply(a[0], options, machine) }
            return machine.native("wrap", "cls") { machine, a in try apply(a[0], options, machine) }
        }
        module.function(
            machine, "make_dataclass", "cls_name, fields, *, bases=(), namespace=None, " + parameters.dropFirst("cls=None, /, *, ".count)
        ) { machine, a in
            let bases = try machine.array(a[2]).compactMap(\.asType)
            let type = try machine.types.make(a[0].asString ?? "", module: "types", bases: bases)
            type.isProgramDefined = true
            let annotations = PyDict()
            let keywords = try machine.array(try machine.imported("keyword", "kwlist")).map { $0.asString ?? "" }
            func declare(_ name: Value, _ annotation: Value) throws {
                guard let text = name.asString, RegexParser.isIdentifier(text) else {
                    throw machine.error("TypeError", "Field names must be valid identifiers: \(try machine.repr(name))")
                }
                let words = keywords.contains(text) ? "must not be keywords" : annotations[text] != nil ? "duplicated" : nil
                if let words {
                    throw machine.error("TypeError", "Field name\(words == "duplicated" ? "" : "s") \(words): \(try machine.repr(name))")
                }
                annotations[text] = annotation
            }
            for item in try machine.array(a[1]) {
                if item.asStr != nil {
                    try declare(item, "typing.Any")
                    continue
                }
                _ = try machine.length(item)
                let parts = try machine.array(item)
                guard parts.count == 2 || parts.count == 3 else {
                    throw machine.error("TypeError", "Invalid field: \(try machine.repr(item))")
                }
                try declare(parts[0], parts[1])
                if parts.count == 3 { type.constant(parts[0].asString ?? "", parts[2]) }
            }
            for (name, value) in a[3].asDict?.items ?? [] { type.constant(name.asString ?? "", value) }
            type.constant("__annotations__", .dict(annotations))
            return try apply(.object(type), try self.options(a, 4, machine), machine)
        }
    }

    /// The class made anew with its fields as slots, as `slots=True` has it.
    private static func slotted(_ type: PyType, _ machine: Machine) throws -> Value {
        if type.attributes["__slots__"] != nil { throw machine.error("TypeError", "\(type.name) already specifies __slots__") }
        let names = Dataclasses.allFields(of: type).filter { $0.kind == .field }.map(\.name)
        let inherited = try type.mro.dropFirst().compactMap { $0.attributes["__slots__"] }.flatMap { slots in
            slots.asStr != nil ? [slots] : try machine.array(slots)
        }.compactMap(\.asString)
        let namespace = type.attributes.copy()
        for name in names + ["__dict__", "__weakref__"] { namespace[name] = nil }
        namespace["__slots__"] = .tuple(names.filter { !inherited.contains($0) }.map { .string($0) })
        namespace["__qualname__"] = .string(type.qualifiedName)
        let arguments: [Value] = [.string(type.name), .tuple(type.bases.map { .object($0) }), .dict(namespace)]
        let made = try machine.call(.object(machine.type(of: .object(type))), Arguments(arguments))
        made.asType?.definition = type.definition
        return made
    }

    private static func addField(_ module: PyModule, _ library: DataclassLibrary, _ machine: Machine) {
        module.function(
            machine, "field", "*, default?, default_factory?, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only?"
        ) { machine, a in
            let made = PyDataclassField(type: library.field)
            func given(_ index: Int) -> Value? { a.ifGiven(index).flatMap { $0.isIdentical(to: library.missing) ? nil : $0 } }
            made.defaultValue = given(0)
            made.factory = given(1)
            if made.defaultValue != nil, made.factory != nil {
                throw machine.error("ValueError", "cannot specify both default and default_factory")
            }
            made.isInInit = try machine.isTrue(a[2])
            made.isInRepr = try machine.isTrue(a[3])
            made.isHashed = a[4].isNone ? nil : try machine.isTrue(a[4])
            made.isCompared = try machine.isTrue(a[5])
            made.metadata = a[6].isNone ? .dict(PyDict()) : a[6]
            made.isKeywordOnly = try given(7).map { try machine.isTrue($0) }
            return .object(made)
        }
    }

    // MARK: Reading

    private static func fields(of value: Value, _ machine: Machine) throws -> [PyDataclassField] {
        guard let fields = Dataclasses.fields(of: value.asType ?? machine.type(of: value)) else {
            throw machine.error("TypeError", "must be called with a dataclass type or instance")
        }
        return fields
    }

    private static func addReading(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "fields", "class_or_instance") { machine, a in .tuple(try fields(of: a[0], machine).map { .object($0) }) }
        module.function(machine, "is_dataclass", "obj") { machine, a in
            .bool(Dataclasses.fields(of: a[0].asType ?? machine.type(of: a[0])) != nil)
        }
        for (name, isDictionary) in [("asdict", true), ("astuple", false)] {
            let factory = isDictionary ? "dict_factory=None" : "tuple_factory=None"
            module.function(machine, name, "obj, *, " + factory) { machine, a in
                guard Dataclasses.isInstance(a[0], machine) else {
                    throw machine.error("TypeError", "\(name)() should be called on dataclass instances")
                }
                return try converted(a[0], isDictionary, a[1], machine)
            }
        }
        module.function(machine, "replace", "obj, /, **changes") { machine, a in
            guard Dataclasses.isInstance(a[0], machine) else {
                throw machine.error("TypeError", "replace() should be called on dataclass instances")
            }
            var changes = a.dict(1)
            for field in Dataclasses.allFields(of: machine.type(of: a[0])) where field.kind != .classVariable {
                let isChanged = changes.contains { $0.name == field.name }
                if !field.isInInit {
                    if isChanged {
                        throw machine.error(
                            "ValueError",
                            "field \(field.name) is declared with init=False, it cannot be specified with replace()")
                    }
                    continue
                }
                if isChanged { continue }
                if field.kind == .initOnly, !field.hasDefault {
                    throw machine.error("ValueError", "InitVar '\(field.name)' must be specified with replace()")
                }
                changes.append((field.name, try machine.attribute(a[0], field.name)))
            }
            return try machine.call(.object(machine.type(of: a[0])), Arguments([], keywords: changes))
        }
    }

    /// A dataclass and all inside it as dictionaries or tuples.
    private static func converted(_ value: Value, _ isDictionary: Bool, _ factory: Value, _ machine: Machine) throws -> Value {
        try machine.nested {
            try machine.charge(instructions: 1)
            if Dataclasses.isInstance(value, machine) {
                let fields = try fields(of: value, machine)
                let values = try fields.map { try converted(try machine.attribute(value, $0.name), isDictionary, factory, machine) }
                if !isDictionary {
                    return factory.isNone ? .tuple(values) : try machine.call(factory, .list(values))
                }
                if !factory.isNone {
                    return try machine.call(factory, .list(zip(fields, values).map { .tuple([.string($0.name), $1]) }))
                }
                let made = PyDict()
                for (field, value) in zip(fields, values) { made[field.name] = value }
                return .dict(made)
            }
            return try convertedContainer(value, isDictionary, factory, machine)
        }
    }

    private static func convertedContainer(
        _ value: Value, _ isDictionary: Bool, _ factory: Value, _ machine: Machine
    ) throws -> Value {
        func inner(_ value: Value) throws -> Value { try converted(value, isDictionary, factory, machine) }
        if let tuple = value.asTuple {
            let elements = try tuple.elements.map(inner)
            if case .tuple = value { return .tuple(elements) }
            return try machine.call(.object(machine.type(of: value)), Arguments(elements))
        }
        if let list = value.asList {
            let made = Value.list(try list.elements.map(inner))
            if case .list = value { return made }
            return try machine.call(.object(machine.type(of: value)), made)
        }
        if let dict = value.asDict {
            let made = PyDict()
            for (key, item) in dict.items { try made.setValue(try inner(item), for: try inner(key), machine) }
            if case .dict = value { return .dict(made) }
            return try machine.call(.object(machine.type(of: value)), .list(made.items.map { .tuple([$0.key, $0.value]) }))
        }
        return try CopyModule.deepCopy(value, machine)
    }
}
