/// A Python class: built-in, native, or written in the program.
///
/// Behaviour is in `attributes` under Python's names (`__init__`, `__repr__`, `__getitem__`, …), native or not, and found along `mro`.
public final class PyType: PyObject {
    /// What `constructor` declared.
    final class Construction {
        let signature: NativeSignature
        let body: (Machine, PyType, BoundArguments) throws -> Value
        /// Whether it does what `__init__` of the type does too.
        let isComplete: Bool
        /// What does the most common cases, if anything.
        @exclusivity(unchecked) var direct: PyNativeFunction.Direct?

        init(
            signature: NativeSignature, isComplete: Bool = false, body: @escaping (Machine, PyType, BoundArguments) throws -> Value
        ) {
            self.signature = signature
            self.isComplete = isComplete
            self.body = body
        }
    }

    /// How attributes of its instances are read and assigned, as found when no class had changed `epoch` times.
    struct AccessRules {
        var epoch = -1
        /// Whether `__getattribute__` is that of `object`.
        var hasPlainLookup = false
        /// Whether there is a `__getattr__`.
        var hasFallback = false
        /// Whether `__setattr__` is that of `object`.
        var hasPlainStore = false
    }

    /// What calling a class comes to, beside an empty instance.
    enum PlainConstruction {
        /// `__init__` of the program is called on it.
        case function(PyFunction)
        /// `__init__` that is not the program's is called on it, such as that of a dataclass.
        case native(PyNativeFunction)
        /// It is an exception that keeps the arguments.
        case exception
    }

    /// Where a class statement and the annotated names of its body stand in the source.
    public typealias Definition = (range: SourceRange, fieldRanges: [String: SourceRange], source: SourceText)

    /// Where an annotated name of the class body stands; nil for classes that are not the program's, and for other names.
    public func site(ofField name: String) -> CallSite? {
        guard let definition, let range = definition.fieldRanges[name] else { return nil }
        return CallSite(function: self.name, range: range, line: definition.source.line(at: range.start))
    }

    /// Python's `__name__`.
    public internal(set) var name: String
    /// What messages call it where that is not the name: `datetime.timedelta`.
    public var messageName: String?
    /// Python's `__qualname__`.
    public var qualifiedName: String
    /// Python's `__module__`.
    public var module: String
    /// The direct bases; empty only for `object`.
    public let bases: [PyType]
    /// The method resolution order behind this type itself, so that a type does not hold itself.
    @exclusivity(unchecked) private(set) var ancestors: [PyType]
    /// The names of the class body; every change is noted for the caches of attribute lookup.
    public let attributes: PyDict
    /// The class of this class, or nil for `type`; a metaclass such as that of enumerations has `__iter__`, `__call__`, … in its attributes.
    @exclusivity(unchecked) public var metaclass: PyType?
    /// Makes an empty instance; inherited from the first base that has one.
    ///
    /// The default makes a `PyInstance`.
    @exclusivity(unchecked) public var allocate: (PyType) -> PyInstance
    /// Called after a class statement made a subclass of this type, with the keywords of the class statement; inherited along `mro`.
    public var didSubclass: ((Machine, PyType, Arguments) throws -> Void)?
    /// The words of an AttributeError for a name that the class or a subclass does not have, where its metaclass says them itself.
    public var missingAttributeWords: ((String) -> String)?
    /// What `__slots__` of the class and its bases give its instances; nil where no class has them.
    public internal(set) var slotLayout: SlotLayout?
    /// Where the class statement stands; nil for native classes.
    public var definition: Definition?
    /// For a built-in type with `constructor`, how an instance of exactly this type is made; subclasses go through `__new__`.
    @exclusivity(unchecked) var construction: Construction?
    @exclusivity(unchecked) var accessRules = AccessRules()
    /// Whether `__init__` is that of `object`, as found when no class had changed `epoch` times.
    @exclusivity(unchecked) var initializer: (epoch: Int, isDefault: Bool) = (-1, false)
    /// How instances are made where that takes nothing special, as found when no class had changed `epoch` times.
    @exclusivity(unchecked) var plainConstruction: (epoch: Int, kind: PlainConstruction?) = (-1, nil)
    /// The attributes of its instances in the order in which they mostly get them.
    @exclusivity(unchecked) private(set) var layout: PyDict.Layout?
    /// How often that was learned anew.
    @exclusivity(unchecked) private var layoutChanges = 0
    /// Whether a class statement of the program (or `type(…)`) made it, so that its attributes may be assigned.
    public internal(set) var isProgramDefined = false
    /// Whether its instances have a `__dict__` where no `__slots__` say otherwise: all have but those of `object` and of some classes in C.
    let leavesDictionary: Bool
    /// The direct subclasses by the order in which they came.
    ///
    /// They do not belong to this type and strike themselves off when they go;
    /// weak references would slow down every use of a type.
    private var subclassReferences: [ObjectIdentifier: (order: Int, type: Unmanaged<PyType>)] = [:]
    private var subclassCount = 0
    /// The changes of all classes of the machine.
    let epoch: TypeEpoch
    private(set) var hasOwnAllocation = false
    @exclusivity(unchecked) private var cache = LookupCache()

    /// A type with those bases; `bases` is empty only for `object`.
    ///
    /// Throws `MethodResolutionConflict` where no consistent order exists.
    public init(_ name: String, module: String = "builtins", bases: [PyType], metaclass: PyType? = nil) throws {
        self.name = name
        self.qualifiedName = name
        self.module = module
        leavesDictionary = !["datetime", "decimal", "fractions", "uuid"].contains(module)
        self.bases = bases
        self.attributes = PyDict()
        self.ancestors = []
        self.metaclass = metaclass ?? bases.lazy.compactMap(\.metaclass).first
        self.epoch = bases.first?.epoch ?? TypeEpoch()
        let inherited = bases.first { $0.hasOwnAllocation }
        self.allocate = inherited?.allocate ?? { PyInstance(type: $0) }
        super.init()
        self.hasOwnAllocation = inherited != nil
        self.ancestors = try Self.linearise(bases)
        attributes.observer = epoch
        for base in bases { base.note(subclass: self) }
    }

    /// A type of the machine itself, with one base or none.
    init(core name: String, base: PyType?, isException: Bool = false) {
        self.name = name
        self.qualifiedName = name
        self.module = "builtins"
        self.bases = base.map { [$0] } ?? []
        leavesDictionary = isException
        self.attributes = PyDict()
        self.ancestors = []
        self.metaclass = nil
        self.epoch = base?.epoch ?? TypeEpoch()
        self.allocate = base?.allocate ?? { PyInstance(type: $0) }
        super.init()
        self.hasOwnAllocation = base?.hasOwnAllocation ?? false
        self.ancestors = base?.mro ?? []
        attributes.observer = epoch
        base?.note(subclass: self)
    }

    /// The method resolution order, this type first (C3 linearisation).
    public var mro: [PyType] { [self] + ancestors }

    deinit {
        for base in bases { base.subclassReferences[ObjectIdentifier(self)] = nil }
    }

    /// The direct subclasses that still exist.
    var subclasses: [PyType] {
        subclassReferences.values.sorted { $0.order < $1.order }.map { $0.type.takeUnretainedValue() }
    }

    private func note(subclass: PyType) {
        subclassReferences[ObjectIdentifier(subclass)] = (subclassCount, .passUnretained(subclass))
        subclassCount += 1
    }

    /// Learns from an instance that has just got one more attribute than others were seen to have.
    func learnLayout(of attributes: PyDict) {
        guard attributes.count > layout?.count ?? 0, attributes.count <= 30, layoutChanges < 64 else { return }
        layoutChanges += 1
        layout = attributes.layout ?? layout
    }

    /// Lists what closes circles: the attributes with what was looked up among them; it owns its bases, but they do not own it.
    public override func listReferences(in list: inout ReferenceList) {
        list.add(attributes)
        cache.listValues(in: &list)
        if case .function(let initializer)? = plainConstruction.kind { list.add(initializer) }
    }

    /// Sets the allocator that this type and its subclasses use.
    public func allocates(_ make: @escaping (PyType) -> PyInstance) {
        allocate = make
        hasOwnAllocation = true
    }

    /// Makes an empty instance.
    @inline(__always)
    func makeInstance() -> PyInstance { hasOwnAllocation ? allocate(self) : PyInstance(type: self) }

    public override func type(in types: BuiltinTypes) -> PyType { metaclass ?? types.type }

    public override func call(_ machine: Machine, _ arguments: Arguments) throws -> Value {
        try machine.callType(self, arguments)
    }

    /// The attribute as found along the method resolution order, unbound.
    public func lookup(_ name: PyStr) -> Value? {
        if let known = cache.value(name, epoch.count) { return known }
        var found = attributes.value(forName: name)
        if found == nil {
            for type in ancestors {
                if let value = type.attributes.value(forName: name) {
                    found = value
                    break
                }
            }
        }
        cache.store(name, found, epoch.count)
        return found
    }

    /// The attribute as found along the method resolution order, unbound.
    public func lookup(_ name: String) -> Value? { lookup(PyStr(name)) }

    /// The attribute as found behind `type` in this type's method resolution order, as `super()` looks.
    func lookup(_ name: PyStr, after type: PyType) -> Value? {
        var isBehind = type === self
        for next in ancestors {
            if isBehind, let value = next.attributes.value(forName: name) { return value }
            if next === type { isBehind = true }
        }
        return nil
    }

    /// Whether `other` is this type or stands in its method resolution order.
    public func isSubtype(of other: PyType) -> Bool { self === other || ancestors.contains { $0 === other } }

    /// Sets an attribute of the class.
    public func setAttribute(_ name: PyStr, _ value: Value) { attributes.setValue(value, forName: name) }

    /// Two bases demand opposite orders, or a base stands twice.
    public struct MethodResolutionConflict: Error {
        /// The names of the bases.
        public let bases: [String]
    }

    private static func linearise(_ bases: [PyType]) throws -> [PyType] {
        var sequences = bases.map(\.mro) + [bases]
        var order: [PyType] = []
        while true {
            sequences.removeAll(where: \.isEmpty)
            if sequences.isEmpty { return order }
            let candidate = sequences.lazy.map { $0[0] }.first { head in
                !sequences.contains { $0.dropFirst().contains { $0 === head } }
            }
            guard let candidate else {
                var names: [String] = []
                for name in sequences.map({ $0[0].name }) where !names.contains(name) { names.append(name) }
                throw MethodResolutionConflict(bases: names)
            }
            order.append(candidate)
            for position in sequences.indices where sequences[position][0] === candidate { sequences[position].removeFirst() }
        }
    }
}

/// What was looked up on one type lately; it forgets all when any class changes.
private struct LookupCache {
    private struct Slot {
        var name: PyStr?
        var value: Value?
    }

    private static let size = 64
    private var slots: [Slot] = []
    private var epoch = -1

    /// The cached result: nil means unknown, `.some(nil)` that there is no such attribute.
    func value(_ name: PyStr, _ now: Int) -> Value?? {
        guard epoch == now else { return nil }
        let position = name.hash & (Self.size - 1)
        if slots[position].name !== name {
            guard let key = slots[position].name, key == name else { return nil }
        }
        return .some(slots[position].value)
    }

    mutating func listValues(in list: inout ReferenceList) {
        if OwnerCount.isShared(&slots) { return }
        for slot in slots { list.add(slot.value) }
    }

    mutating func store(_ name: PyStr, _ value: Value?, _ now: Int) {
        if epoch != now {
            slots = [Slot](repeating: Slot(name: nil, value: nil), count: Self.size)
            epoch = now
        }
        let position = name.hash & (Self.size - 1)
        slots[position].name = name
        slots[position].value = value
    }
}
