/// The module `typing`, and `typing_extensions` with what newer versions added.
enum TypingModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "typing")
        addForms(module)
        try addAliases(module, machine)
        try addClasses(module, machine)
        addFunctions(module, machine)
        TypeHints.add(to: module, machine)
        try NamedTupleClass.add(to: module, machine)
        try TypedDictClass.add(to: module, machine)
        return module
    }

    /// `typing_extensions`: everything of `typing`, and the names of later Pythons.
    static func makeExtensions(_ machine: Machine) throws -> PyModule {
        let typing = try machine.imported("typing")
        let module = PyModule(name: "typing_extensions")
        for (key, value) in typing.namespace.items where key.asString?.hasPrefix("__") == false {
            if let name = key.asString { module.add(name, value) }
        }
        try TypedDictClass.add(to: module, machine)
        try PyTypeAlias.add(to: module, machine)
        try addDocumentation(module, machine)
        for name in ["ReadOnly", "TypeIs", "TypeForm"] { module.add(name, .object(PySpecialForm(name))) }
        module.function(machine, "override", "function, /") { machine, a in
            if a[0].asObject is PyFunction { try machine.setAttribute(a[0], "__override__", true) }
            return a[0]
        }
        module.function(machine, "deprecated", "message, /, *, category=None, stacklevel=1") { machine, a in
            let message = a[0]
            return machine.native("decorator", "arg, /") { machine, a in
                try machine.setAttribute(a[0], "__deprecated__", message)
                return a[0]
            }
        }
        module.add("Buffer", .object(machine.types.bytes))
        return module
    }

    /// `Doc`: a text about an annotation.
    private static func addDocumentation(_ module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("Doc", module: module.name)
        type.method("__init__", "self, documentation, /") { _, a in
            a[0].asInstance?.dictionary["documentation"] = a[1]
            return .none
        }
        type.method("__repr__", "self") { machine, a in .string("Doc(\(try machine.repr(try machine.attribute(a[0], "documentation"))))") }
        type.method("__hash__", "self") { machine, a in .int(try machine.hash(try machine.attribute(a[0], "documentation"))) }
        type.method("__eq__", "self, other, /") { machine, a in
            guard machine.type(of: a[1]) === type else { return machine.notImplemented }
            return .bool(try machine.isEqual(try machine.attribute(a[0], "documentation"), try machine.attribute(a[1], "documentation")))
        }
        module.add(type)
    }

    private static func addForms(_ module: PyModule) {
        let forms = [
            "Any", "Optional", "Union", "Literal", "Annotated", "ClassVar", "Final", "Self", "Never", "NoReturn", "LiteralString",
            "TypeAlias", "Concatenate", "TypeGuard", "Unpack", "Required", "NotRequired",
        ]
        for name in forms { module.add(name, .object(PySpecialForm(name))) }
        module.add("TYPE_CHECKING", false)
        module.add("Text", .none)
    }

    private static let abstractNames = [
        "Iterable", "Iterator", "Generator", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Awaitable", "Coroutine", "Sequence",
        "MutableSequence", "Mapping", "MutableMapping", "MutableSet", "Collection", "Container", "Hashable", "Sized", "Reversible",
        "ByteString", "KeysView", "ItemsView", "ValuesView", "MappingView", "Callable",
    ]

    /// How many arguments a name of `typing` takes between its brackets.
    static func parameterCount(of name: String) -> Int {
        switch name {
        case "Generator", "Coroutine": 3
        case "Dict", "Mapping", "MutableMapping", "DefaultDict", "OrderedDict", "ChainMap", "ItemsView", "AsyncGenerator": 2
        case "Hashable", "Sized", "ByteString": 0
        default: 1
        }
    }

    private static func addAliases(_ module: PyModule, _ machine: Machine) throws {
        func alias(_ name: String, _ origin: Value) {
            module.add(name, .object(PyGenericAlias(origin: origin, arguments: [], typingName: name)))
        }
        let types = machine.types
        for (name, type) in [
            ("List", types.list), ("Dict", types.dict), ("Set", types.set), ("FrozenSet", types.frozenset), ("Tuple", types.tuple),
            ("Type", types.type),
        ] {
            alias(name, .object(type))
        }
        module.add("Text", .object(types.str))
        module.add("AnyStr", .object(PyTypeVar(name: "AnyStr", constraints: [.object(types.bytes), .object(types.str)])))
        for name in abstractNames { alias(name, try machine.imported("_collections_abc", name)) }
        alias("AbstractSet", try machine.imported("_collections_abc", "Set"))
        for (name, real) in [
            ("DefaultDict", "defaultdict"), ("OrderedDict", "OrderedDict"), ("Counter", "Counter"), ("ChainMap", "ChainMap"),
            ("Deque", "deque"),
        ] {
            alias(name, try machine.imported("collections", real))
        }
        alias("ContextManager", try machine.imported("contextlib", "AbstractContextManager"))
        alias("AsyncContextManager", try machine.imported("contextlib", "AbstractAsyncContextManager"))
        alias("Pattern", try machine.imported("re", "Pattern"))
        alias("Match", try machine.imported("re", "Match"))
    }

    // MARK: Classes

    private static func addClasses(_ module: PyModule, _ machine: Machine) throws {
        let generic = try machine.types.make("Generic", module: "typing")
        makeGeneric(generic)
        module.add(generic)
        let abc = try machine.imported("abc", "ABCMeta").asType
        let `protocol` = try machine.types.make("Protocol", module: "typing", bases: [generic], metaclass: abc)
        makeGeneric(`protocol`)
        ProtocolClass.install(`protocol`)
        module.add(`protocol`)
        for (name, method) in [
            ("SupportsInt", "__int__"), ("SupportsFloat", "__float__"), ("SupportsIndex", "__index__"), ("SupportsAbs", "__abs__"),
            ("SupportsBytes", "__bytes__"), ("SupportsRound", "__round__"),
        ] {
            let type = try machine.types.make(name, module: "typing", bases: [`protocol`], metaclass: abc)
            type.constant("_is_runtime_protocol", true)
            type.constant("__protocol_members__", .list([.string(method)]))
            module.add(type)
        }
        for name in ["IO", "TextIO", "BinaryIO"] {
            let type = try machine.types.make(name, module: "typing", bases: [generic])
            TypeFormInstallation.makeSubscriptable(type)
            module.add(type)
        }
        for type in [machine.types.typeVar, machine.types.forwardRef] { module.add(type) }
        addVariables(module, machine)
    }

    private static func makeGeneric(_ type: PyType) {
        type.classMethod("__class_getitem__", "cls, params, /") { machine, a in
            let arguments = TypeForms.items(a[1]).map { TypeForms.member($0, machine) }
            let isGeneric = a[0].asType.map { $0.module == "typing" && ["Generic", "Protocol"].contains($0.name) } ?? false
            if isGeneric, !arguments.allSatisfy({ $0.asObject is PyTypeVar || ($0.asObject as? PyGenericAlias)?.isForm("Unpack") == true })
            {
                throw machine.error(
                    "TypeError",
                    "Parameters to \(a[0].asType?.name ?? "")[...] must all be type variables or parameter specification variables.")
            }
            if isGeneric {
                let name = a[0].asType?.name ?? ""
                if arguments.isEmpty { throw machine.error("TypeError", "Parameter list to \(name)[...] cannot be empty") }
                if Set(arguments.compactMap { $0.asObject.map { ObjectIdentifier($0) } }).count < arguments.count {
                    throw machine.error("TypeError", "Parameters to \(name)[...] must all be unique")
                }
            } else {
                try checkCount(a[0], arguments.count, machine)
            }
            return .object(PyGenericAlias(origin: a[0], arguments: arguments, typingName: isGeneric ? a[0].asType?.name : nil))
        }
        if type.name == "Generic" {
            type.didSubclass = { machine, subclass, _ in
                let bases = subclass.attributes["__orig_bases__"]?.asTuple?.elements ?? []
                let declared = bases.first { ($0.asObject as? PyGenericAlias)?.typingName == "Generic" }
                let parameters = TypeForms.parameters(of: declared.map { [$0] } ?? bases)
                subclass.constant("__parameters__", .tuple(parameters.map { .object($0) }))
            }
        }
    }

    /// Raises TypeError where a generic class of the program gets another number of arguments than it has parameters.
    private static func checkCount(_ cls: Value, _ count: Int, _ machine: Machine) throws {
        guard let wanted = cls.asType?.lookup("__parameters__")?.asTuple?.elements.count else { return }
        if wanted == 0 { throw machine.error("TypeError", "\(try machine.repr(cls)) is not a generic class") }
        if wanted != count {
            let relation = count > wanted ? "many" : "few"
            throw machine.error(
                "TypeError", "Too \(relation) arguments for \(try machine.repr(cls)); actual \(count), expected \(wanted)")
        }
    }

    private static func addVariables(_ module: PyModule, _ machine: Machine) {
        machine.types.typeVar.constructor(
            "name, *constraints, bound=None, covariant=False, contravariant=False, default?, infer_variance=False"
        ) { machine, _, a in
            if a.list(1).count == 1 { throw machine.error("TypeError", "A single constraint is not allowed") }
            if try machine.isTrue(a[3]), try machine.isTrue(a[4]) {
                throw machine.error("ValueError", "Bivariant types are not supported.")
            }
            if !a.list(1).isEmpty, !a[2].isNone { throw machine.error("TypeError", "Constraints cannot be combined with bound=...") }
            return .object(
                PyTypeVar(
                    name: a[0].asString ?? "", bound: a[2].isNone ? nil : TypeForms.member(a[2], machine),
                    constraints: a.list(1).map { TypeForms.member($0, machine) }, defaultValue: a.ifGiven(5),
                    kind: try machine.isTrue(a[3]) ? .covariant : machine.isTrue(a[4]) ? .contravariant : .invariant))
        }
        for (name, kind) in [("ParamSpec", PyTypeVar.Kind.parameters), ("TypeVarTuple", .tuple)] {
            module.function(machine, name, "name, *, bound=None, covariant=False, contravariant=False, default?") { _, a in
                .object(PyTypeVar(name: a[0].asString ?? "", kind: kind))
            }
        }
        machine.types.forwardRef.constructor("arg, is_argument=True, module=None, *, is_class=False") { machine, _, a in
            guard let text = a[0].asString else {
                throw machine.error("TypeError", "Forward reference must be a string -- got \(try machine.repr(a[0]))")
            }
            return .object(PyForwardRef(text))
        }
    }

    // MARK: Functions

    private static func addFunctions(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "cast", "typ, val") { _, a in a[1] }
        module.function(machine, "assert_type", "val, typ, /") { _, a in a[0] }
        module.function(machine, "reveal_type", "obj, /") { machine, a in
            machine.context.write("Runtime type is '\(machine.typeName(a[0]))'\n")
            return a[0]
        }
        for (name, mark) in [("final", "__final__"), ("no_type_check", "__no_type_check__"), ("no_type_check_decorator", "")] {
            module.function(machine, name, "arg, /") { machine, a in
                do {
                    if !mark.isEmpty { try machine.setAttribute(a[0], mark, true) }
                } catch let raised as PyError where machine.isError(raised, "AttributeError") || machine.isError(raised, "TypeError") {
                    // As CPython does: what takes no attributes has none.
                }
                return a[0]
            }
        }
        let overloads = PyDict()
        /// Under which name the variants of a function are kept.
        func key(_ function: Value, _ machine: Machine) throws -> String {
            let names = try ["__module__", "__qualname__"].map { try machine.attributeIfPresent(function, $0)?.asString ?? "" }
            return names.joined(separator: " ")
        }
        module.function(machine, "get_overloads", "func") { machine, a in
            .list(overloads[try key(a[0], machine)]?.asList?.elements ?? [])
        }
        module.function(machine, "clear_overloads", "") { _, _ in
            overloads.removeAll()
            return .none
        }
        module.function(machine, "overload", "func") { machine, a in
            let name = try key(a[0], machine)
            overloads[name] = .list((overloads[name]?.asList?.elements ?? []) + [a[0]])
            return machine.native("_overload_dummy", "*args, **kwds") { machine, _ in
                throw machine.error(
                    "NotImplementedError",
                    "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should "
                        + "always be followed by an implementation that is not @overload-ed.")
            }
        }
        module.function(machine, "runtime_checkable", "cls") { machine, a in
            guard let type = a[0].asType, type.attributes["_is_protocol"]?.asBool == true else {
                throw machine.error(
                    "TypeError", "@runtime_checkable can be only applied to protocol classes, got \(try machine.repr(a[0]))")
            }
            type.constant("_is_runtime_protocol", true)
            return a[0]
        }
        module.function(machine, "dataclass_transform", "**kwargs") { machine, a in
            machine.native("decorator", "cls_or_fn, /") { _, a in a[0] }
        }
        module.function(machine, "assert_never", "arg, /") { machine, a in
            throw machine.error("AssertionError", "Expected code to be unreachable, but got: \(try machine.repr(a[0]))")
        }
        addNewType(module, machine)
    }

    private static func addNewType(_ module: PyModule, _ machine: Machine) {
        guard let type = try? machine.types.make("NewType", module: "typing") else { return }
        type.constructor("name, tp") { machine, _, a in
            .object(
                PyNewType(
                    name: a[0].asString ?? "", supertype: a[1],
                    module: machine.currentGlobals?["__name__"]?.asString ?? "__main__", type: type))
        }
        type.method("__repr__", "self, /") { machine, a in
            guard let object = a[0].asObject else { return "" }
            return .string(try TypeFormText.repr(object, machine))
        }
        type.getter("__supertype__") { _, value in (value.asObject as? PyNewType)?.supertype ?? .none }
        type.getter("__name__") { _, value in .string((value.asObject as? PyNewType)?.name ?? "") }
        type.getter("__qualname__") { _, value in .string((value.asObject as? PyNewType)?.name ?? "") }
        type.getter("__module__") { _, value in .string((value.asObject as? PyNewType)?.module ?? "") }
        TypeFormInstallation.installUnionOperator(on: type)
        module.add(type)
    }
}
