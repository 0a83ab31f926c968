/// A function written in Swift.
public final class PyNativeFunction: PyObject {
    /// What it runs: the arguments as they were given; `self` comes first for methods.
    public typealias Body = (Machine, Arguments) throws -> Value

    /// What goes before it, on the top so many operands, which it leaves or takes; nil where it is not one of its cases.
    typealias Direct = (Machine, Int, StackCursor) throws -> Value?

    /// Python's `__name__`.
    public let name: String
    /// Python's `__qualname__`.
    public let qualifiedName: String
    /// The module whose function it is; empty for methods and those of `builtins`.
    let module: String
    /// Whether reading it from an instance binds it.
    public let isMethod: Bool
    /// What it runs where its arguments are matched to parameters; `raw` where it reads them itself.
    private let bound: PyType.NativeBody?
    private let raw: Body?
    /// The parameters as declared; read at the first call.
    private let declaration: String
    /// What CPython has in this place.
    let origin: NativeOrigin
    @exclusivity(unchecked) private var parsed: NativeSignature?
    /// What does the most common cases, if anything.
    @exclusivity(unchecked) var direct: Direct?
    /// Its number in the table of methods with direct cases.
    @exclusivity(unchecked) var number: Int?

    /// A function that reads its arguments itself.
    public init(_ name: String, qualifiedName: String? = nil, isMethod: Bool = false, body: @escaping Body) {
        self.name = name
        self.qualifiedName = qualifiedName ?? name
        self.module = ""
        self.isMethod = isMethod
        self.raw = body
        self.bound = nil
        self.declaration = ""
        self.origin = .c
    }

    /// A function whose arguments are matched to declared parameters, as `NativeSignature` reads them.
    public init(
        _ name: String, qualifiedName: String? = nil, parameters: String, module: String = "", isMethod: Bool = false,
        origin: NativeOrigin = .c, bound: @escaping PyType.NativeBody
    ) {
        self.name = name
        self.qualifiedName = qualifiedName ?? name
        self.module = module
        self.isMethod = isMethod
        self.raw = nil
        self.bound = bound
        self.declaration = parameters
        self.origin = origin
    }

    /// The parameters, or nil where the function reads its arguments itself.
    public var signature: NativeSignature? {
        if bound == nil { return nil }
        if let parsed { return parsed }
        let signature = NativeSignature(declaration, origin: origin)
        parsed = signature
        return signature
    }

    /// The parameters, not counted as an owner: once read, they are kept.
    @inline(__always)
    private var signatureReference: Unmanaged<NativeSignature>? {
        if let parsed { return .passUnretained(parsed) }
        return signature.map { .passUnretained($0) }
    }

    /// Calls it with the top `count` operands, without a detour where these fill the first parameters and the rest have defaults.
    func call(_ machine: Machine, _ count: Int, _ cursor: inout StackCursor) throws -> Value {
        if let direct, let result = try direct(machine, count, cursor) {
            cursor.drop(count)
            return result
        }
        try machine.prepare(for: min(count, 3), below: cursor)
        if let bound, let signature = signatureReference, signature._withUnsafeGuaranteedRef({ $0.takes(count) }) {
            let arguments = signature._withUnsafeGuaranteedRef { BoundArguments($0, taking: count, from: &cursor) }
            return try machine.nested { try bound(machine, arguments) }
        }
        let arguments = Arguments(cursor.pop(count))
        return try machine.nested { try call(machine, arguments) }
    }

    /// Calls it with the top `count` operands, the last of which have names; nil, with nothing done, where they do not fit.
    func call(_ machine: Machine, _ count: Int, _ keywords: [Value], _ cursor: inout StackCursor) throws -> Value? {
        guard let bound, let signature else { return nil }
        try machine.prepare(for: min(count, 3), below: cursor)
        guard let arguments = signature.match(count, keywords, &cursor) else { return nil }
        return try machine.nested { try bound(machine, arguments) }
    }

    public override func type(in types: BuiltinTypes) -> PyType { isMethod ? types.methodDescriptor : types.builtinFunction }

    public override func call(_ machine: Machine, _ arguments: Arguments) throws -> Value {
        for value in arguments.positional.prefix(3) { try machine.prepare(for: value) }
        if let bound, let signature = parsed ?? self.signature {
            // CPython names the module in what it says of a function in C.
            let spoken = module.isEmpty || signature.origin == .python ? qualifiedName : "\(module).\(name)"
            return try bound(machine, try machine.bind(arguments, to: signature, of: name, qualifiedName: spoken))
        }
        return try raw?(machine, arguments) ?? .none
    }
}

/// A method bound to the value that it was read from.
public final class PyBoundMethod: PyObject {
    /// The function, which takes the receiver first.
    @exclusivity(unchecked) public private(set) var function: Value
    /// What it is bound to.
    @exclusivity(unchecked) public private(set) var receiver: Value

    public init(function: Value, receiver: Value) {
        self.function = function
        self.receiver = receiver
    }

    deinit { Disposal.dispose(of: self) }

    override var isLink: Bool { true }

    public override func surrender(to pending: inout [PyObject]) {
        Disposal.take(function, into: &pending)
        Disposal.take(receiver, into: &pending)
        (function, receiver) = (.none, .none)
    }

    public override func listReferences(in list: inout ReferenceList) {
        list.add(function)
        list.add(receiver)
    }

    public override func type(in types: BuiltinTypes) -> PyType {
        if case .object(let object) = function, object is PyNativeFunction { return types.builtinFunction }
        return types.method
    }

    public override func call(_ machine: Machine, _ arguments: Arguments) throws -> Value {
        var all = arguments
        all.positional.insert(receiver, at: 0)
        return try machine.call(function, all)
    }
}

/// A property: native or `@property`.
public final class PyProperty: PyObject {
    /// What reads it.
    public private(set) var getter: Value?
    /// What assigns it.
    public private(set) var setter: Value?
    /// What deletes it.
    public private(set) var deleter: Value?
    /// Whether it belongs to a native class, whose words for errors differ.
    let isNative: Bool
    /// Its name in the class, set when the class is made.
    var name: String?
    /// Python's `__doc__`.
    var doc: Value

    public init(
        getter: Value?, setter: Value? = nil, deleter: Value? = nil, isNative: Bool = false, name: String? = nil, doc: Value = .none
    ) {
        self.getter = getter
        self.setter = setter
        self.deleter = deleter
        self.isNative = isNative
        self.name = name
        self.doc = doc
    }

    deinit { Disposal.dispose(of: self) }

    override var isLink: Bool { true }

    public override func surrender(to pending: inout [PyObject]) {
        for function in [getter, setter, deleter] { Disposal.take(function, into: &pending) }
        (getter, setter, deleter) = (nil, nil, nil)
    }

    public override func listReferences(in list: inout ReferenceList) {
        for function in [getter, setter, deleter] { list.add(function) }
    }

    public override func type(in types: BuiltinTypes) -> PyType { isNative ? types.getsetDescriptor : types.property }
}

/// `staticmethod` or `classmethod` around a function.
public final class PyMethodWrapper: PyObject {
    /// Which of the two it is.
    public enum Kind: Sendable { case staticMethod, classMethod }
    /// Which of the two it is.
    public let kind: Kind
    /// What is wrapped.
    public private(set) var function: Value

    public init(_ kind: Kind, _ function: Value) {
        self.kind = kind
        self.function = function
    }

    deinit { Disposal.dispose(of: self) }

    override var isLink: Bool { true }

    public override func surrender(to pending: inout [PyObject]) {
        Disposal.take(function, into: &pending)
        function = .none
    }

    public override func listReferences(in list: inout ReferenceList) { list.add(function) }

    public override func type(in types: BuiltinTypes) -> PyType { kind == .staticMethod ? types.staticmethod : types.classmethod }

    public override func call(_ machine: Machine, _ arguments: Arguments) throws -> Value {
        if kind == .staticMethod { return try machine.call(function, arguments) }
        return try machine.callInstance(self, arguments)
    }
}

/// Something that a coroutine awaits and Swift carries out: a sleep, the rest of the middleware stack, reading a body.
public final class PyNativeAwaitable: PyObject {
    /// What is carried out; its result is the result of `await`.
    public let operation: (Machine) async throws -> Value
    /// What the module that made it knows it by, until it is carried out.
    var purpose: AnyObject?

    public init(operation: @escaping (Machine) async throws -> Value) { self.operation = operation }

    public override func type(in types: BuiltinTypes) -> PyType { types.awaitable }
}
