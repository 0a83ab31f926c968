/// The modules `types`, `__future__` and `inspect`.
enum TypesModule {
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "types")
        let types = machine.types
        let names: [(String, PyType)] = [
            ("FunctionType", types.function), ("LambdaType", types.function), ("BuiltinFunctionType", types.builtinFunction),
            ("BuiltinMethodType", types.builtinFunction), ("MethodType", types.method), ("ModuleType", types.module),
            ("GeneratorType", types.generator), ("CoroutineType", types.coroutine), ("AsyncGeneratorType", types.asyncGenerator),
            ("NoneType", types.none), ("EllipsisType", types.ellipsis), ("NotImplementedType", types.notImplemented),
            ("GenericAlias", types.genericAlias), ("UnionType", types.union), ("CodeType", types.code), ("CellType", types.cell),
            ("TracebackType", types.traceback), ("MethodDescriptorType", types.methodDescriptor),
            ("GetSetDescriptorType", types.getsetDescriptor), ("WrapperDescriptorType", types.methodDescriptor),
        ]
        for (name, type) in names { module.add(name, .object(type)) }
        module.add(try namespaceClass(machine))
        module.add(try mappingProxy(machine))
        module.add("DynamicClassAttribute", .object(types.property))
        types.genericAlias.constructor("origin, args") { machine, _, a in
            .object(PyGenericAlias(origin: a[0], arguments: TypeForms.items(a[1])))
        }
        types.method.constructor("function, instance") { _, _, a in .object(PyBoundMethod(function: a[0], receiver: a[1])) }
        types.module.constructor("name, doc=None") { machine, _, a in
            let made = PyModule(name: a[0].asString ?? "")
            made.add("__doc__", a[1])
            return .object(made)
        }
        module.function(machine, "new_class", "name, bases=(), kwds=None, exec_body=None") { machine, a in
            let body = PyDict()
            if !a[3].isNone { _ = try machine.call(a[3], .dict(body)) }
            let keywords = (a[2].asDict?.items ?? []).map { (name: $0.key.asString ?? "", value: $0.value) }
            let meta = try machine.array(a[1]).first?.asType?.metaclass ?? machine.types.type
            return try machine.call(.object(meta), Arguments([a[0], a[1], .dict(body)], keywords: keywords))
        }
        module.function(machine, "coroutine", "func") { _, a in a[0] }
        return module
    }

    private static func namespaceClass(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("SimpleNamespace", module: "types")
        type.method("__init__", "self, /, **kwargs") { _, a in
            for (name, value) in a.dict(1) { a[0].asInstance?.dictionary[name] = value }
            return .none
        }
        type.method("__repr__", "self, /") { machine, a in
            guard let instance = a[0].asInstance else { return "" }
            let name = instance.instanceType === type ? "namespace" : instance.instanceType.name
            return .str(
                try machine.rendering(instance, cycle: "\(name)(...)") {
                    let items = try (instance.attributes?.items ?? []).map { "\(try machine.str($0.key))=\(try machine.repr($0.value))" }
                    return PyStr("\(name)(\(items.joined(separator: ", ")))")
                })
        }
        type.method("__eq__", "self, other, /") { machine, a in
            guard machine.isInstance(a[1], type), let x = a[0].asInstance, let y = a[1].asInstance else { return machine.notImplemented }
            return .bool(try machine.isEqual(.dict(x.dictionary), .dict(y.dictionary)))
        }
        type.constant("__hash__", .none)
        return type
    }

    private static func mappingProxy(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("MappingProxyType", module: "types")
        func mapping(_ value: Value) -> Value { value.asInstance?.attributes?["mapping"] ?? .dict(PyDict()) }
        type.constructor("mapping") { machine, cls, a in
            let made = PyInstance(type: cls)
            made.dictionary["mapping"] = a[0]
            return .object(made)
        }
        type.method("__getitem__", "self, key, /") { machine, a in try machine.item(mapping(a[0]), a[1]) }
        type.method("__len__", "self, /") { machine, a in .int(try machine.length(mapping(a[0]))) }
        type.method("__iter__", "self, /") { machine, a in try machine.iterator(mapping(a[0])) }
        type.method("__contains__", "self, key, /") { machine, a in .bool(try machine.contains(mapping(a[0]), a[1])) }
        type.method("__eq__", "self, other, /") { machine, a in
            .bool(try machine.isEqual(mapping(a[0]), machine.isInstance(a[1], type) ? mapping(a[1]) : a[1]))
        }
        type.method("__repr__", "self, /") { machine, a in .string("mappingproxy(\(try machine.repr(mapping(a[0]))))") }
        for name in ["get", "keys", "values", "items", "copy"] {
            type.method(name, "self, *args") { machine, a in
                try machine.call(try machine.attribute(mapping(a[0]), name), Arguments(a.list(1)))
            }
        }
        return type
    }

    /// `__future__`: features that Python 3.11 knows.
    static func makeFuture(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "__future__")
        let type = try machine.types.make("_Feature", module: "__future__")
        let features = [
            "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
            "barry_as_FLUFL", "generator_stop", "annotations",
        ]
        for name in features { module.add(name, .object(PyInstance(type: type))) }
        module.add("all_feature_names", .list(features.map { .string($0) }))
        return module
    }
}
