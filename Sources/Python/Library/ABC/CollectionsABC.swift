/// The module `collections.abc`.
enum CollectionsABC {
    /// A class: its bases, the methods that it demands, and whether having them is enough to belong to it.
    private struct Shape {
        let name: String
        var bases: [String] = []
        var methods: [String] = []
        var isStructural = false
    }

    private static let shapes: [Shape] = [
        Shape(name: "Hashable", methods: ["__hash__"], isStructural: true),
        Shape(name: "Awaitable", methods: ["__await__"], isStructural: true),
        Shape(name: "Coroutine", bases: ["Awaitable"], methods: ["__await__", "send", "throw", "close"], isStructural: true),
        Shape(name: "AsyncIterable", methods: ["__aiter__"], isStructural: true),
        Shape(name: "AsyncIterator", bases: ["AsyncIterable"], methods: ["__anext__", "__aiter__"], isStructural: true),
        Shape(
            name: "AsyncGenerator", bases: ["AsyncIterator"], methods: ["__anext__", "__aiter__", "asend", "athrow", "aclose"],
            isStructural: true),
        Shape(name: "Iterable", methods: ["__iter__"], isStructural: true),
        Shape(name: "Iterator", bases: ["Iterable"], methods: ["__next__", "__iter__"], isStructural: true),
        Shape(name: "Reversible", bases: ["Iterable"], methods: ["__reversed__", "__iter__"], isStructural: true),
        Shape(
            name: "Generator", bases: ["Iterator"], methods: ["__iter__", "__next__", "send", "throw", "close"], isStructural: true),
        Shape(name: "Sized", methods: ["__len__"], isStructural: true),
        Shape(name: "Container", methods: ["__contains__"], isStructural: true),
        Shape(
            name: "Collection", bases: ["Sized", "Iterable", "Container"], methods: ["__len__", "__iter__", "__contains__"],
            isStructural: true),
        Shape(name: "Callable", methods: ["__call__"], isStructural: true),
        Shape(name: "Set", bases: ["Collection"], methods: ["__contains__", "__iter__", "__len__"]),
        Shape(name: "MutableSet", bases: ["Set"], methods: ["add", "discard"]),
        Shape(name: "Mapping", bases: ["Collection"], methods: ["__getitem__", "__iter__", "__len__"]),
        Shape(name: "MutableMapping", bases: ["Mapping"], methods: ["__setitem__", "__delitem__"]),
        Shape(name: "MappingView", bases: ["Sized"]),
        Shape(name: "KeysView", bases: ["MappingView", "Set"]),
        Shape(name: "ItemsView", bases: ["MappingView", "Set"]),
        Shape(name: "ValuesView", bases: ["MappingView", "Collection"]),
        Shape(name: "Sequence", bases: ["Reversible", "Collection"], methods: ["__getitem__", "__len__"]),
        Shape(name: "ByteString", bases: ["Sequence"]),
        Shape(name: "MutableSequence", bases: ["Sequence"], methods: ["__setitem__", "__delitem__", "insert"]),
    ]

    /// `collections.abc`; its classes live in a module of their own, since `collections` itself needs them.
    static func makeModule(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "collections.abc")
        module.reexport(shapes.map(\.name), from: try machine.imported("_collections_abc"))
        module.exportAll()
        return module
    }

    /// Builds the hidden module of the classes.
    static func makeClasses(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "_collections_abc")
        let meta = try machine.imported("abc", "ABCMeta").asType
        var made: [String: PyType] = [:]
        for shape in shapes {
            let type = try machine.types.make(
                shape.name, module: "collections.abc", bases: shape.bases.compactMap { made[$0] }, metaclass: meta)
            AbstractClasses.demand(shape.methods, of: type)
            type.constant("_abc_structural", .bool(shape.isStructural))
            TypeFormInstallation.makeSubscriptable(type)
            made[shape.name] = type
            module.add(type)
        }
        register(made, machine)
        CollectionMixins.install(made, machine)
        return module
    }

    private static func register(_ made: [String: PyType], _ machine: Machine) {
        let types = machine.types
        let members: [(String, [PyType])] = [
            ("Sequence", [types.tuple, types.str, types.range, types.memoryview, types.list]),
            ("ByteString", [types.bytes, types.bytearray]), ("MutableSequence", [types.list, types.bytearray]),
            ("Set", [types.set, types.frozenset]), ("MutableSet", [types.set]), ("Mapping", [types.dict]),
            ("MutableMapping", [types.dict]), ("Generator", [types.generator]), ("Coroutine", [types.coroutine]),
            ("AsyncGenerator", [types.asyncGenerator]), ("Iterator", [types.iterator]), ("Awaitable", [types.awaitable]),
            ("Callable", [types.function, types.builtinFunction, types.method, types.type]),
        ]
        for (name, classes) in members {
            if let type = made[name] { AbstractClasses.register(classes.map { .object($0) }, on: type) }
        }
        for (name, view) in [("KeysView", "dict_keys"), ("ItemsView", "dict_items"), ("ValuesView", "dict_values")] {
            if let type = made[name] { AbstractClasses.register([.object(types.builtin(view))], on: type) }
        }
    }
}
