import Python

/// `AliasPath`, `AliasChoices` and `AliasGenerator` (pydantic.aliases).
struct AliasClasses {
    let path: PyType
    let choices: PyType
    let generator: PyType

    init(_ machine: Machine) throws {
        path = try machine.types.make("AliasPath", module: "pydantic.aliases")
        choices = try machine.types.make("AliasChoices", module: "pydantic.aliases")
        generator = try machine.types.make("AliasGenerator", module: "pydantic.aliases")
        for (type, name) in [(path, "path"), (choices, "choices")] {
            type.method("__init__", "self, first, *rest") { _, a in
                a[0].asInstance?.dictionary[name] = .list(PyList([a[1]] + a.list(2)))
                return .none
            }
            type.method("__repr__", "self") { machine, a in
                .string("\(machine.typeName(a[0]))(\(name)=\(try machine.repr(a[0].asInstance?.attributes?[name] ?? .none)))")
            }
            type.method("__eq__", "self, other, /") { machine, a in
                guard machine.type(of: a[0]) === machine.type(of: a[1]) else { return false }
                return .bool(try machine.isEqual(try machine.attribute(a[0], name), try machine.attribute(a[1], name)))
            }
            type.method("convert_to_aliases", "self") { machine, a in try machine.attribute(a[0], name) }
        }
        generator.method("__init__", "self, alias=None, validation_alias=None, serialization_alias=None") { _, a in
            for (index, name) in ["alias", "validation_alias", "serialization_alias"].enumerated() {
                a[0].asInstance?.dictionary[name] = a[index + 1]
            }
            return .none
        }
    }
}

/// Where input gives a field that is not simply named (pydantic-core `LookupKey`).
struct LookupPath {
    /// A name, then names and indices into what it holds.
    let parts: [Value]

    /// The paths of a validation alias; nil where it is a plain name.
    static func paths(_ alias: Value) -> [LookupPath]? {
        guard let instance = alias.asInstance, alias.asStr == nil else { return nil }
        if instance.instanceType.name == "AliasPath" { return [LookupPath(parts: instance.attributes?["path"]?.asList?.elements ?? [])] }
        let choices = instance.attributes?["choices"]?.asList?.elements ?? []
        return choices.flatMap { choice in paths(choice) ?? [LookupPath(parts: [choice])] }
    }

    /// What stands at the path below the value of its first name; names are those of attributes only where that is one itself.
    func value(below first: Value, isAttribute: Bool, _ machine: Machine) throws -> Value? {
        var value = first
        for part in parts.dropFirst() {
            if value.asStr != nil { return nil }
            if isAttribute, let name = part.asString, let found = try machine.attributeIfPresent(value, name) {
                value = found
            } else if let dict = value.asDict {
                guard let found = try dict.value(for: part, machine) else { return nil }
                value = found
            } else if let index = part.asInt, let items = value.asList?.elements ?? value.asTuple?.elements {
                let position = index < 0 ? items.count + index : index
                guard items.indices.contains(position) else { return nil }
                value = items[position]
            } else {
                return nil
            }
        }
        return value
    }
}
