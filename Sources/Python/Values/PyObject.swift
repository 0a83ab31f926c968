/// What every Python value that is not held in place inherits from.
open class PyObject {
    public init() {}

    /// The Python type of this object; `types` are those of the machine that owns it.
    open func type(in types: BuiltinTypes) -> PyType { types.object }

    /// What the object does when it is called; the default looks `__call__` up on its type.
    open func call(_ machine: Machine, _ arguments: Arguments) throws -> Value {
        try machine.callInstance(self, arguments)
    }

    /// Moves the references it holds to `pending` as the last owner lets go of it, so that chains end in a loop.
    ///
    /// What is not handed over is released with the object, which is right for whatever cannot be part of a long chain. A class that
    /// overrides this calls `Disposal.dispose(of: self)` in its `deinit`.
    open func surrender(to pending: inout [PyObject]) {}

    /// The number under which it is noted as a container that can close a cycle; 0 where it is not.
    var noteNumber: UInt32 { 0 }

    /// Lists the references that it owns, for the search for cycles.
    open func listReferences(in list: inout ReferenceList) {}

    /// Whether the program is to do something about it before it goes: it has `__del__`, or a `finally` to run.
    var wantsFinalising: Bool { false }

    /// Releases the references it holds as the last owner lets go of it, each where it stands.
    func letGo() {
        var pending: [PyObject] = []
        surrender(to: &pending)
    }

    /// Whether it holds references that could be part of a chain.
    ///
    /// Where a class answers false for links of one, the loop starts a few objects later.
    var isLink: Bool { false }

    /// The attributes of this one object, if it has any of its own.
    var instanceDictionary: PyDict? { nil }

    /// This as an instance of a class that keeps attributes, without a dynamic cast.
    @inline(__always)
    final var instance: PyInstance? {
        if isExactly(PyInstance.self) { return unsafeDowncast(self, to: PyInstance.self) }
        return instanceReference?._withUnsafeGuaranteedRef { $0 }
    }

    /// This as an instance of a class without native state, not counted as an owner.
    @inline(__always)
    final var plainInstance: Unmanaged<PyInstance>? {
        if isExactly(PyInstance.self) { return .passUnretained(unsafeDowncast(self, to: PyInstance.self)) }
        return nil
    }

    /// This as an instance of a class that keeps attributes, not counted as an owner.
    var instanceReference: Unmanaged<PyInstance>? { nil }

    /// This as an iterator written in Swift, without a dynamic cast and not counted as an owner.
    var iteratorReference: Unmanaged<PyIterator>? { nil }
}

/// An instance of a class, written in Python or native.
///
/// Native classes with state of their own subclass this and are made by `PyType.allocate`.
open class PyInstance: PyObject {
    /// The class; `__class__` may be assigned.
    @exclusivity(unchecked) public final var instanceType: PyType
    /// What `__dict__` holds; made when first written to.
    @exclusivity(unchecked) public final var attributes: PyDict?
    /// The built-in part of an instance of a subclass of `int`, `str`, `float`, `tuple`, `list`, `dict`, `bytes`, `set`.
    @exclusivity(unchecked) public final var payload: Value?

    public init(type: PyType, payload: Value? = nil) {
        self.instanceType = type
        self.payload = payload
    }

    public final override func type(in types: BuiltinTypes) -> PyType { instanceType }

    deinit {
        if isLink { Disposal.dispose(of: self) }
    }

    override var isLink: Bool { attributes?.isLink ?? false || payload?.isReference ?? false }

    override func letGo() {
        guard isExactly(PyInstance.self) else { return super.letGo() }
        attributes = nil
        payload = nil
    }

    open override func surrender(to pending: inout [PyObject]) {
        if let own = attributes {
            attributes = nil
            pending.append(own)
        }
        Disposal.take(payload, into: &pending)
        payload = nil
    }

    open override func listReferences(in list: inout ReferenceList) {
        list.add(attributes)
        list.add(payload)
        if instanceType.isProgramDefined { list.add(instanceType) }
    }

    final override var instanceDictionary: PyDict? { attributes }

    final override var instanceReference: Unmanaged<PyInstance>? { .passUnretained(self) }

    /// The attributes, not counted as an owner.
    @inline(__always)
    final var attributesReference: Unmanaged<PyDict>? {
        if let attributes { return .passUnretained(attributes) }
        return nil
    }

    /// Whether it can have attributes of its own: a class with `__slots__` may leave no room for them.
    public final var hasDictionary: Bool { instanceType.slotLayout?.hasDictionary ?? instanceType.leavesDictionary }

    /// The attributes, made if there were none yet.
    public final var dictionary: PyDict {
        if let attributes { return attributes }
        let made = instanceType.layout.map { PyDict(expecting: $0) } ?? PyDict(capacity: 4)
        attributes = made
        return made
    }
}

/// A module: its name and its global names.
public final class PyModule: PyObject {
    /// The dotted name.
    public let name: String
    /// The global names.
    public let namespace: PyDict

    public init(name: String) {
        self.name = name
        self.namespace = PyDict()
        super.init()
        namespace["__name__"] = .string(name)
        namespace["__doc__"] = Value.none
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.module }

    override var instanceDictionary: PyDict? { namespace }
}
