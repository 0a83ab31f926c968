/// A function written in Swift.
public final class PyNativeFunction: PyObject {
    /// What it runs: the arguments as they were given; `self` comes first for methods.
    public typealias Body = (Machine, Arguments) throws -> Value

    public let name: String
    public let qualifiedName: String
    /// The parameters, or nil where the body reads its arguments itself.
    public let signature: NativeSignature?
    public let body: Body

    public init(_ name: String, qualifiedName: String? = nil, signature: NativeSignature? = nil, body: @escaping Body) {
        self.name = name
        self.qualifiedName = qualifiedName ?? name
        self.signature = signature
        self.body = body
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.builtinFunction }
}

/// A method bound to the value that it was read from.
public final class PyBoundMethod: PyObject {
    public let function: Value
    public let receiver: Value

    public init(function: Value, receiver: Value) {
        self.function = function
        self.receiver = receiver
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.method }
}

/// A property: native or `@property`.
public final class PyProperty: PyObject {
    public let getter: Value?
    public let setter: Value?
    public let deleter: Value?

    public init(getter: Value?, setter: Value? = nil, deleter: Value? = nil) {
        self.getter = getter
        self.setter = setter
        self.deleter = deleter
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.property }
}

/// `staticmethod` or `classmethod` around a function.
public final class PyMethodWrapper: PyObject {
    public enum Kind: Sendable { case staticMethod, classMethod }
    public let kind: Kind
    public let function: Value

    public init(_ kind: Kind, _ function: Value) {
        self.kind = kind
        self.function = function
    }

    public override func type(in types: BuiltinTypes) -> PyType { kind == .staticMethod ? types.staticmethod : types.classmethod }
}

/// Something that a coroutine awaits and Swift carries out: a sleep, the rest of the middleware stack, reading a body.
public final class PyNativeAwaitable: PyObject {
    public let operation: (Machine) async throws -> Value

    public init(operation: @escaping (Machine) async throws -> Value) { self.operation = operation }

    public override func type(in types: BuiltinTypes) -> PyType { types.awaitable }
}
