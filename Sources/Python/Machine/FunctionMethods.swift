/// The attributes of functions, methods, native functions, code and modules.
enum FunctionMethods {
    static func install(_ types: BuiltinTypes) {
        installFunction(types.function)
        installSignature(types.function)
        installMethod(types.method)
        for type in [types.builtinFunction, types.methodDescriptor] { installNative(type) }
        installModule(types.module)
        installCode(types.code)
        types.cell.getter("cell_contents") { machine, value in
            if let content = (value.asObject as? PyCell)?.value { return content }
            throw machine.error("ValueError", "Cell is empty")
        }
    }

    private static func function(_ value: Value) -> PyFunction? { value.asObject as? PyFunction }

    private static func installFunction(_ type: PyType) {
        type.property("__name__", get: { _, value in .string(function(value)?.name ?? "") }) { machine, value, new in
            guard let name = new.asString else { throw machine.error("TypeError", "__name__ must be set to a string object") }
            function(value)?.name = name
        }
        type.property("__qualname__", get: { _, value in .string(function(value)?.qualifiedName ?? "") }) { machine, value, new in
            guard let name = new.asString else { throw machine.error("TypeError", "__qualname__ must be set to a string object") }
            function(value)?.qualifiedName = name
        }
        type.property("__doc__", get: { _, value in function(value)?.doc ?? .none }) { _, value, new in function(value)?.doc = new }
        type.property("__module__", get: { _, value in function(value)?.module ?? .none }) { _, value, new in
            function(value)?.module = new
        }
        type.method("__repr__", "self, /") { machine, a in
            .string("<function \(function(a[0])?.qualifiedName ?? "") at \(machine.address(a[0]))>")
        }
        type.method("__get__", "self, instance, owner=None, /") { _, a in
            a[1].isNone ? a[0] : .object(PyBoundMethod(function: a[0], receiver: a[1]))
        }
        type.method("__call__", "self, *args, **kwargs") { machine, a in
            try machine.call(a[0], Arguments(a.list(1), keywords: a.dict(2)))
        }
    }

    private static func installSignature(_ type: PyType) {
        type.property(
            "__annotations__",
            get: { _, value in
                guard let function = function(value) else { return .none }
                let annotations = function.annotations ?? PyDict()
                function.annotations = annotations
                return .dict(annotations)
            }
        ) { machine, value, new in
            guard let dict = new.asDict else { throw machine.error("TypeError", "__annotations__ must be set to a dict object") }
            function(value)?.annotations = dict
        }
        type.property(
            "__defaults__",
            get: { _, value in
                guard let defaults = function(value)?.defaults, !defaults.isEmpty else { return .none }
                return .tuple(PyTuple(defaults))
            }
        ) { _, value, new in function(value)?.defaults = new.asTuple?.elements ?? [] }
        type.property(
            "__kwdefaults__", get: { _, value in function(value)?.keywordDefaults.map { .dict($0) } ?? .none },
            set: { _, value, new in function(value)?.keywordDefaults = new.asDict })
        type.getter("__code__") { _, value in function(value).map { .object($0.code) } ?? .none }
        type.getter("__globals__") { _, value in function(value).map { .dict($0.globals) } ?? .none }
        type.getter("__closure__") { _, value in
            guard let cells = function(value)?.closure, !cells.isEmpty else { return .none }
            return .tuple(PyTuple(cells.map { .object($0) }))
        }
    }

    private static func installMethod(_ type: PyType) {
        type.getter("__func__") { _, value in (value.asObject as? PyBoundMethod)?.function ?? .none }
        type.getter("__self__") { _, value in (value.asObject as? PyBoundMethod)?.receiver ?? .none }
        type.method("__repr__", "self, /") { machine, a in
            guard let method = a[0].asObject as? PyBoundMethod else { return .none }
            let name = try machine.attributeIfPresent(method.function, "__qualname__")?.asString ?? "?"
            return .string("<bound method \(name) of \(try machine.repr(method.receiver))>")
        }
        type.method("__eq__", "self, other, /") { machine, a in
            guard let left = a[0].asObject as? PyBoundMethod, let right = a[1].asObject as? PyBoundMethod else {
                return machine.notImplemented
            }
            return .bool(left.function.isIdentical(to: right.function) && left.receiver.isIdentical(to: right.receiver))
        }
        type.method("__hash__", "self, /") { machine, a in
            guard let method = a[0].asObject as? PyBoundMethod else { return .int(0) }
            return .int(machine.identity(method.function) ^ machine.identity(method.receiver))
        }
        type.method("__call__", "self, *args, **kwargs") { machine, a in
            try machine.call(a[0], Arguments(a.list(1), keywords: a.dict(2)))
        }
    }

    private static func installNative(_ type: PyType) {
        func native(_ value: Value) -> PyNativeFunction? {
            if let method = value.asObject as? PyBoundMethod { return method.function.asObject as? PyNativeFunction }
            return value.asObject as? PyNativeFunction
        }
        type.getter("__name__") { _, value in .string(native(value)?.name ?? "") }
        type.getter("__qualname__") { _, value in .string(native(value)?.qualifiedName ?? "") }
        type.getter("__self__") { _, value in (value.asObject as? PyBoundMethod)?.receiver ?? .none }
        type.getter("__module__") { _, _ in "builtins" }
        type.method("__repr__", "self, /") { machine, a in
            guard let function = native(a[0]) else { return .none }
            if let method = a[0].asObject as? PyBoundMethod {
                let address = machine.address(method.receiver)
                return .string("<built-in method \(function.name) of \(machine.typeName(method.receiver)) object at \(address)>")
            }
            guard function.isMethod, let dot = function.qualifiedName.firstIndex(of: ".") else {
                return .string("<built-in function \(function.name)>")
            }
            let kind = function.name.hasPrefix("__") ? "slot wrapper" : "method"
            return .string("<\(kind) '\(function.name)' of '\(function.qualifiedName[..<dot])' objects>")
        }
        type.method("__call__", "self, *args, **kwargs") { machine, a in
            try machine.call(a[0], Arguments(a.list(1), keywords: a.dict(2)))
        }
    }

    private static func installModule(_ type: PyType) {
        type.method("__repr__", "self, /") { _, a in .string("<module '\((a[0].asObject as? PyModule)?.name ?? "")'>") }
    }

    private static func installCode(_ type: PyType) {
        func code(_ value: Value) -> PyCode? { value.asObject as? PyCode }
        type.getter("co_name") { _, value in .string(code(value)?.name ?? "") }
        type.getter("co_qualname") { _, value in .string(code(value)?.qualifiedName ?? "") }
        type.getter("co_argcount") { _, value in .int(code(value)?.parameters.positionalCount ?? 0) }
        type.getter("co_posonlyargcount") { _, value in .int(code(value)?.parameters.positionalOnlyCount ?? 0) }
        type.getter("co_kwonlyargcount") { _, value in .int(code(value)?.parameters.keywordOnlyCount ?? 0) }
        type.getter("co_varnames") { _, value in
            let names = code(value).map { $0.slotNames[..<$0.localCount] } ?? []
            return .tuple(PyTuple(names.filter { $0.utf8.first != UInt8(ascii: ".") }.map { .str($0) }))
        }
        type.getter("co_freevars") { _, value in .tuple(PyTuple(code(value)?.freeNames.map { .str($0) } ?? [])) }
        type.method("__repr__", "self, /") { machine, a in
            guard let own = code(a[0]) else { return "" }
            let line = own.unit.source.line(at: own.range.start)
            return .string("<code object \(own.name) at \(machine.address(a[0])), file \"\(own.unit.name)\", line \(line)>")
        }
        type.getter("co_filename") { _, value in .string(code(value)?.unit.name ?? "") }
        type.getter("co_firstlineno") { _, value in
            .int(code(value).map { $0.unit.source.line(at: $0.range.start) } ?? 0)
        }
    }
}
