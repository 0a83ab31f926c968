/// `typing.TypedDict`: classes whose calls make plain dictionaries.
enum TypedDictClass {
    /// Puts its names into the module; `typing_extensions` has a class of its own.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let meta = try machine.types.make("_TypedDictMeta", module: module.name, bases: [machine.types.type])
        for name in ["__instancecheck__", "__subclasscheck__"] {
            meta.method(name, "cls, other, /") { machine, _ in
                throw machine.error("TypeError", "TypedDict does not support instance and class checks")
            }
        }
        let base = try machine.types.make("TypedDict", module: module.name, bases: [machine.types.dict], metaclass: meta)
        base.didSubclass = { machine, subclass, keywords in
            let total = try keywords[keyword: "total"].map { try machine.isTrue($0) } ?? true
            complete(subclass, total: total, base)
        }
        let new = PyNativeFunction("__new__", qualifiedName: "TypedDict.__new__") { machine, arguments in
            let positional = Array(arguments.positional.dropFirst())
            if arguments.positional.first?.asType === base { return try functional(positional, arguments, base, machine) }
            return try machine.call(.object(machine.types.dict), Arguments(positional, keywords: arguments.keywords))
        }
        base.constant("__new__", .object(PyMethodWrapper(.staticMethod, .object(new))))
        module.add(base)
    }

    /// `TypedDict("Movie", {"name": str})`.
    private static func functional(_ positional: [Value], _ arguments: Arguments, _ base: PyType, _ machine: Machine) throws -> Value {
        guard let name = positional.first?.asString else {
            throw machine.error("TypeError", "TypedDict() missing 1 required positional argument: 'typename'")
        }
        let module = machine.currentGlobals?["__name__"]?.asString ?? "__main__"
        let type = try machine.types.make(name, module: module, bases: [base])
        type.isProgramDefined = true
        let annotations = PyDict()
        for (key, value) in (positional.count > 1 ? positional[1].asDict : nil)?.items ?? [] {
            if let field = key.asStr { annotations.setValue(TypeForms.member(value, machine), forName: field) }
        }
        type.constant("__annotations__", .dict(annotations))
        complete(type, total: try arguments[keyword: "total"].map { try machine.isTrue($0) } ?? true, base)
        return .object(type)
    }

    private static func complete(_ type: PyType, total: Bool, _ base: PyType) {
        let annotations = PyDict()
        let required = PyDict()
        let optional = PyDict()
        for parent in type.bases where parent !== base {
            for (name, value) in parent.attributes["__annotations__"]?.asDict?.items ?? [] {
                if let key = name.asStr { annotations.setValue(value, forName: key) }
            }
            for (name, table) in [("__required_keys__", required), ("__optional_keys__", optional)] {
                for key in parent.attributes[name]?.asSet?.orderedElements ?? [] { if let text = key.asString { table[text] = Value.none } }
            }
        }
        for (name, value) in type.attributes["__annotations__"]?.asDict?.items ?? [] {
            guard let key = name.asStr else { continue }
            annotations.setValue(value, forName: key)
            var isRequired = total
            if let alias = value.asObject as? PyGenericAlias {
                let inner = alias.isForm("Annotated") ? alias.arguments[0].asObject as? PyGenericAlias : alias
                if inner?.isForm("Required") == true { isRequired = true }
                if inner?.isForm("NotRequired") == true { isRequired = false }
            }
            (isRequired ? required : optional)[key.string] = Value.none
        }
        type.constant("__annotations__", .dict(annotations))
        type.constant("__required_keys__", .object(PySet(table: required, isFrozen: true)))
        type.constant("__optional_keys__", .object(PySet(table: optional, isFrozen: true)))
        type.constant("__total__", .bool(total))
    }
}
