/// A Python class: built-in, native, or written in the program.
///
/// Behaviour is in `attributes` under Python's names (`__init__`, `__repr__`, `__getitem__`, …), native or not, and found along `mro`.
public final class PyType: PyObject {
    public let name: String
    public var qualifiedName: String
    public var module: String
    public let bases: [PyType]
    /// The method resolution order, this type first (C3 linearisation).
    public private(set) var mro: [PyType]
    public let attributes: PyDict
    /// The class of this class, or nil for `type`; a metaclass such as that of enumerations has `__iter__`, `__call__`, … in its attributes.
    public var metaclass: PyType?
    /// Makes an empty instance; inherited from the first base that has one. The default makes a `PyInstance`.
    public var allocate: (PyType) -> PyInstance
    /// Called after a class statement made a subclass of this type, with the keywords of the class statement; inherited along `mro`.
    public var didSubclass: ((Machine, PyType, Arguments) throws -> Void)?
    /// Counts changes of this type's attributes, for caches.
    public private(set) var version = 0

    /// A type with those bases; `bases` is empty only for `object`.
    ///
    /// Throws `MethodResolutionConflict` where no consistent order exists.
    public init(_ name: String, module: String = "builtins", bases: [PyType], metaclass: PyType? = nil) throws {
        self.name = name
        self.qualifiedName = name
        self.module = module
        self.bases = bases
        self.attributes = PyDict()
        self.mro = []
        self.metaclass = metaclass ?? bases.lazy.compactMap(\.metaclass).first
        let inherited = bases.first { $0.hasOwnAllocation }
        self.allocate = inherited?.allocate ?? { PyInstance(type: $0) }
        super.init()
        self.hasOwnAllocation = inherited != nil
        self.mro = try Self.linearise(self, bases)
    }

    private var hasOwnAllocation = false

    /// Sets the allocator that this type and its subclasses use.
    public func allocates(_ make: @escaping (PyType) -> PyInstance) {
        allocate = make
        hasOwnAllocation = true
    }

    public override func type(in types: BuiltinTypes) -> PyType { metaclass ?? types.type }

    /// The attribute as found along the method resolution order, unbound.
    public func lookup(_ name: PyStr) -> Value? {
        for type in mro {
            if let value = type.attributes.value(forName: name) { return value }
        }
        return nil
    }

    public func lookup(_ name: String) -> Value? { lookup(PyStr(name)) }

    public func isSubtype(of other: PyType) -> Bool { mro.contains { $0 === other } }

    public func setAttribute(_ name: PyStr, _ value: Value) {
        attributes.setValue(value, forName: name)
        version += 1
    }

    /// Two bases demand opposite orders, or a base stands twice.
    public struct MethodResolutionConflict: Error {
        public let bases: [String]
    }

    private static func linearise(_ type: PyType, _ bases: [PyType]) throws -> [PyType] {
        var sequences = bases.map(\.mro) + [bases]
        var order = [type]
        while true {
            sequences.removeAll(where: \.isEmpty)
            if sequences.isEmpty { return order }
            let candidate = sequences.lazy.map { $0[0] }.first { head in
                !sequences.contains { $0.dropFirst().contains { $0 === head } }
            }
            guard let candidate else { throw MethodResolutionConflict(bases: bases.map(\.name)) }
            order.append(candidate)
            for position in sequences.indices where sequences[position][0] === candidate { sequences[position].removeFirst() }
        }
    }
}
