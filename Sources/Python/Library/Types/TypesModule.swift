/// The modules `types`, `__future__` and `inspect`.
enum TypesModule {
    /// Builds the module.
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
            ("MappingProxyType", types.builtin("mappingproxy")),
        ]
        for (name, type) in names { module.add(name, .object(type)) }
        module.add(try namespaceClass(machine))
        module.add("DynamicClassAttribute", .object(types.property))
        types.genericAlias.constructor("origin, args") { machine, _, a in
            .object(PyGenericAlias(origin: a[0], arguments: TypeForms.items(a[1])))
        }
        types.method.constructor("function, instance") { machine, _, a in
            if !machine.isCallable(a[0]) { throw machine.error("TypeError", "first argument must be callable") }
            if a[1].isNone { throw machine.error("TypeError", "instance must not be None") }
            return .object(PyBoundMethod(function: a[0], receiver: a[1]))
        }
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
        module.add("FrameType", .object(types.builtin("frame")))
        try LibraryExtras.types.run(in: module, machine)
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
