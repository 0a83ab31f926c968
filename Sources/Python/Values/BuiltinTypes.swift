/// The types that every machine has; each machine has its own, so that no state is shared.
public final class BuiltinTypes {
    /// The root of all types.
    public let object: PyType
    public let type: PyType
    public let int: PyType
    public let float: PyType
    public let bool: PyType
    public let complex: PyType
    public let str: PyType
    public let bytes: PyType
    public let bytearray: PyType
    public let memoryview: PyType
    public let list: PyType
    public let tuple: PyType
    public let dict: PyType
    public let set: PyType
    public let frozenset: PyType
    public let range: PyType
    public let slice: PyType
    /// `NoneType`.
    public let none: PyType
    public let ellipsis: PyType
    /// `NotImplementedType`.
    public let notImplemented: PyType
    public let function: PyType
    /// `builtin_function_or_method`.
    public let builtinFunction: PyType
    /// Unbound methods of native classes.
    public let methodDescriptor: PyType
    /// Properties of native classes.
    public let getsetDescriptor: PyType
    public let method: PyType
    public let property: PyType
    public let staticmethod: PyType
    public let classmethod: PyType
    public let `super`: PyType
    public let module: PyType
    public let cell: PyType
    public let code: PyType
    public let traceback: PyType
    public let generator: PyType
    public let coroutine: PyType
    public let asyncGenerator: PyType
    /// Native awaitables.
    public let awaitable: PyType
    /// The base of native iterators; each kind of them has a type of its own below it or is of this one.
    public let iterator: PyType
    public let genericAlias: PyType
    /// `types.UnionType`.
    public let union: PyType
    public let specialForm: PyType
    public let typeVar: PyType
    public let forwardRef: PyType
    /// The root of all exception classes.
    let baseException: PyType
    /// All built-in exception classes by name.
    let exceptions: [String: PyType]
    /// Counts the changes of all classes.
    let epoch: TypeEpoch
    private var named: [String: PyType] = [:]

    /// Makes the types, still without attributes.
    init() {
        let object = PyType(core: "object", base: nil)
        func make(_ name: String, _ base: PyType? = nil) -> PyType { PyType(core: name, base: base ?? object) }
        self.object = object
        epoch = object.epoch
        type = make("type")
        int = make("int")
        bool = make("bool", int)
        float = make("float")
        complex = make("complex")
        str = make("str")
        bytes = make("bytes")
        bytearray = make("bytearray")
        memoryview = make("memoryview")
        list = make("list")
        tuple = make("tuple")
        dict = make("dict")
        set = make("set")
        frozenset = make("frozenset")
        range = make("range")
        slice = make("slice")
        none = make("NoneType")
        ellipsis = make("ellipsis")
        notImplemented = make("NotImplementedType")
        function = make("function")
        builtinFunction = make("builtin_function_or_method")
        methodDescriptor = make("method_descriptor")
        getsetDescriptor = make("getset_descriptor")
        method = make("method")
        property = make("property")
        staticmethod = make("staticmethod")
        classmethod = make("classmethod")
        `super` = make("super")
        module = make("module")
        cell = make("cell")
        code = make("code")
        traceback = make("traceback")
        generator = make("generator")
        coroutine = make("coroutine")
        asyncGenerator = make("async_generator")
        awaitable = make("awaitable")
        iterator = make("iterator")
        genericAlias = make("GenericAlias")
        union = make("UnionType")
        genericAlias.messageName = "types.GenericAlias"
        union.messageName = "types.UnionType"
        specialForm = make("_SpecialForm")
        typeVar = make("TypeVar")
        forwardRef = make("ForwardRef")
        exceptions = ExceptionHierarchy.make(object)
        baseException = exceptions["BaseException"] ?? object
        for type in [genericAlias, union] { type.module = "types" }
        for type in [specialForm, typeVar, forwardRef] { type.module = "typing" }
    }

    /// The built-in exception class of that name; `Exception` for a name that is none.
    public func exception(_ name: String) -> PyType { exceptions[name] ?? exceptions["Exception"] ?? object }

    /// A built-in type that only its instances lead to (`list_iterator`, `dict_keys`), made at its first use.
    public func builtin(_ name: String) -> PyType {
        if let known = named[name] { return known }
        let made = PyType(core: name, base: object)
        named[name] = made
        return made
    }

    /// A native class with those bases, or with `object` if there are none.
    public func make(_ name: String, module: String = "builtins", bases: [PyType] = [], metaclass: PyType? = nil) throws -> PyType {
        try PyType(name, module: module, bases: bases.isEmpty ? [object] : bases, metaclass: metaclass)
    }
}
