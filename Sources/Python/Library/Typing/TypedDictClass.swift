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
        let new = PyNativeFunction("__new__", qualifiedName: "_TypedDictMeta.__new__") { machine, arguments in
            let given = arguments.positional
            guard given.count == 4, let name = given[1].asStr, let namespace = given[3].asDict else { return .none }
            var keywords = arguments.keywords
            let total = keywords.firstIndex { $0.name == "total" }.map { keywords.remove(at: $0).value }
            let parents = (given[2].asTuple?.elements ?? []).compactMap(\.asType)
            let made = try machine.makeType(meta, name, try bases(below: parents, meta, machine), namespace, keywords: keywords)
            complete(made, parents.filter { $0 !== base }, total: try total.map { try machine.isTrue($0) } ?? true)
            return .object(made)
        }
        meta.constant("__new__", .object(PyMethodWrapper(.staticMethod, .object(new))))
        meta.method("__call__", "cls, /, *args, **kwargs") { machine, a in
            let arguments = Arguments(a.list(1), keywords: a.dict(2))
            if a[0].asType === base { return try functional(arguments, meta, machine) }
            return try machine.call(.object(machine.types.dict), arguments)
        }
        module.add(base)
    }

    /// What a class with those parents has as its bases: `dict`, after `Generic` where it is generic.
    private static func bases(below parents: [PyType], _ meta: PyType, _ machine: Machine) throws -> [Value] {
        let generic = parents.compactMap { parent in parent.mro.first { $0.module == "typing" && $0.name == "Generic" } }.first
        for parent in parents where parent !== generic && !(parent.metaclass?.isSubtype(of: meta) ?? false) {
            throw machine.error("TypeError", "cannot inherit from both a TypedDict type and a non-TypedDict base class")
        }
        return (generic.map { [.object($0)] } ?? []) + [.object(machine.types.dict)]
    }

    /// `TypedDict("Movie", {"name": str})`.
    private static func functional(_ arguments: Arguments, _ meta: PyType, _ machine: Machine) throws -> Value {
        let positional = arguments.positional
        guard let name = positional.first?.asString else {
            throw machine.error("TypeError", "TypedDict() missing 1 required positional argument: 'typename'")
        }
        let module = machine.currentGlobals?["__name__"]?.asString ?? "__main__"
        let type = try machine.types.make(name, module: module, bases: [machine.types.dict], metaclass: meta)
        type.isProgramDefined = true
        let annotations = PyDict()
        for (key, value) in (positional.count > 1 ? positional[1].asDict : nil)?.items ?? [] {
            if let field = key.asStr { annotations.setValue(TypeForms.member(value, machine), forName: field) }
        }
        type.constant("__annotations__", .dict(annotations))
        complete(type, [], total: try arguments[keyword: "total"].map { try machine.isTrue($0) } ?? true)
        return .object(type)
    }

    private static func complete(_ type: PyType, _ parents: [PyType], total: Bool) {
        let annotations = PyDict()
        let required = PyDict()
        let optional = PyDict()
        for parent in parents {
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
