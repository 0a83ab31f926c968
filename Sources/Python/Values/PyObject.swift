/// What every Python value that is not held in place inherits from.
open class PyObject {
    public init() {}

    /// The Python type of this object; `types` are those of the machine that owns it.
    open func type(in types: BuiltinTypes) -> PyType { types.object }
}

/// An instance of a class, written in Python or native.
///
/// Native classes with state of their own subclass this and are made by `PyType.allocate`.
open class PyInstance: PyObject {
    public var instanceType: PyType
    /// What `__dict__` holds; made when first written to.
    public var attributes: PyDict?
    /// The built-in part of an instance of a subclass of `int`, `str`, `float`, `tuple`, `list`, `dict`, `bytes`, `set`.
    public var payload: Value?

    public init(type: PyType, payload: Value? = nil) {
        self.instanceType = type
        self.payload = payload
    }

    public final override func type(in types: BuiltinTypes) -> PyType { instanceType }

    /// The attributes, made if there were none yet.
    public final var dictionary: PyDict {
        if let attributes { return attributes }
        let made = PyDict()
        attributes = made
        return made
    }
}

/// A module: its name and its global names.
public final class PyModule: PyObject {
    public let name: String
    public let namespace: PyDict

    public init(name: String) {
        self.name = name
        self.namespace = PyDict()
        super.init()
        namespace["__name__"] = .string(name)
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.module }
}
