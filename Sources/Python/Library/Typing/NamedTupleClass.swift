/// `typing.NamedTuple`, as a base class and as a function.
enum NamedTupleClass {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let meta = try machine.types.make("NamedTupleMeta", module: "typing", bases: [machine.types.type])
        let base = try machine.types.make("NamedTuple", module: "typing", bases: [machine.types.tuple], metaclass: meta)
        let new = PyNativeFunction("__new__", qualifiedName: "NamedTupleMeta.__new__") { machine, arguments in
            let given = arguments.positional
            guard given.count == 4, let name = given[1].asStr, let namespace = given[3].asDict else { return .none }
            let bases = try (given[2].asTuple?.elements ?? []).map { written -> Value in
                if written.asType === base { return .object(machine.types.tuple) }
                if written.asType.map({ $0.module == "typing" && $0.name == "Generic" }) ?? false { return written }
                throw machine.error("TypeError", "can only inherit from a NamedTuple type and Generic")
            }
            let made = try machine.makeType(machine.types.type, name, bases, namespace, keywords: arguments.keywords)
            try complete(made, machine)
            return .object(made)
        }
        meta.constant("__new__", .object(PyMethodWrapper(.staticMethod, .object(new))))
        base.constructor("typename, fields=None, /, **kwargs") { machine, _, a in
            var names: [String] = []
            let annotations = PyDict()
            let pairs =
                try a[1].isNone ? a.dict(2).map { [.string($0.name), $0.value] } : machine.array(a[1]).map { try machine.array($0) }
            for pair in pairs where pair.count == 2 {
                let name = pair[0].asString ?? ""
                names.append(name)
                annotations[name] = TypeForms.member(pair[1], machine)
            }
            let module = machine.currentGlobals?["__name__"]?.asString ?? "__main__"
            let type = try NamedTuples.make(a[0].asString ?? "", names, defaults: [], module: module, machine)
            type.constant("__annotations__", .dict(annotations))
            return .object(type)
        }
        module.add(base)
    }

    private static func complete(_ type: PyType, _ machine: Machine) throws {
        let annotations = type.attributes["__annotations__"]?.asDict ?? PyDict()
        var names: [String] = []
        var defaults: [Value] = []
        for key in annotations.keys {
            let name = key.asString ?? ""
            if let value = type.attributes[name] {
                defaults.append(value)
            } else if !defaults.isEmpty {
                throw machine.error(
                    "TypeError",
                    "Non-default namedtuple field \(name) cannot follow default field\(defaults.count > 1 ? "s" : "") "
                        + names.suffix(defaults.count).joined(separator: ", "))
            }
            if name.hasPrefix("_") {
                throw machine.error("ValueError", "Field names cannot start with an underscore: '\(name)'")
            }
            names.append(name)
        }
        let own = type.attributes.copy()
        NamedTuples.install(type, names, defaults, machine)
        for (key, value) in own.items where !names.contains(key.asString ?? "") && key.asString != "__slots__" {
            if let name = key.asStr { type.setAttribute(name, value) }
        }
    }
}
