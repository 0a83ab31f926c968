/// A mutable Python `dict`: entries in insertion order with a hash index over them.
///
/// Keys are hashed and compared by Python's rules. Keys of built-in immutable types need no machine; instances with `__hash__` and
/// `__eq__` of their own do, and these may raise, hence the throwing forms that take one.
///
/// Keys and values lie apart, so that dictionaries made at one place of a program (a display, the attributes of the instances of a
/// class) share one array of keys until one of them goes its own way.
public final class PyDict: PyObject, NotedContainer {
    /// One key; `isLive` is false once it was deleted.
    struct Key {
        let hash: Int
        let key: Value
        var isLive = true
    }

    /// Keys, and the index over them, that dictionaries have in common.
    struct Layout {
        fileprivate let keys: [Key]
        fileprivate let index: [Int32]

        /// How many keys there are.
        var count: Int { keys.count }
    }

    /// The keys of `values`, and behind them those that the other dictionaries of the same layout went on with.
    @exclusivity(unchecked) var keyring: [Key] = []
    /// The values in the order of insertion, those of deleted keys included until the next rebuild.
    @exclusivity(unchecked) var slots: [Value] = []
    /// For each slot of the hash table the position of its key, or -1; empty where there are few keys.
    @exclusivity(unchecked) var index: [Int32] = []
    /// Whether a key may hold more.
    @exclusivity(unchecked) var hasReferenceKeys = false
    /// Whether it holds the names of an enumeration's body, which must not be given twice.
    @exclusivity(unchecked) var isEnumerationBody = false
    @exclusivity(unchecked) var noteSlot: UInt32 = 0
    /// How many keys there are.
    @exclusivity(unchecked) public internal(set) var count = 0
    /// Changes whenever a key comes or goes, so that a position may be cached with it.
    @exclusivity(unchecked) var shape = 0
    /// Who wants to know of every change, for the caches of attribute lookup; nil for ordinary dictionaries.
    @exclusivity(unchecked) var observer: TypeEpoch?

    public override init() {
        super.init()
        note()
    }

    /// An empty dictionary with room for that many keys.
    init(capacity: Int) {
        keyring.reserveCapacity(capacity)
        slots.reserveCapacity(capacity)
        super.init()
        note()
    }

    /// An empty dictionary that expects the keys of a layout in their order.
    init(expecting layout: Layout) {
        keyring = layout.keys
        index = layout.index
        slots.reserveCapacity(max(4, layout.keys.count))
        super.init()
        note()
    }

    /// A dictionary with the keys of a layout and these values.
    init(_ layout: Layout, _ values: __owned [Value]) {
        keyring = layout.keys
        index = layout.index
        slots = values
        count = values.count
        super.init()
        note()
    }

    deinit {
        strike()
        if isLink { Disposal.dispose(of: self) }
    }

    override var noteNumber: UInt32 { noteSlot }

    override var isLink: Bool { hasReferenceKeys || Disposal.mayLink(slots) }

    override func letGo() {
        slots = []
        keyring = []
    }

    public override func surrender(to pending: inout [PyObject]) {
        for position in slots.indices {
            Disposal.take(slots[position], into: &pending)
            if hasReferenceKeys { Disposal.take(keyring[position].key, into: &pending) }
        }
        keyring = []
        slots = []
        index = []
        count = 0
    }

    public override func listReferences(in list: inout ReferenceList) {
        list.add(&slots)
        if hasReferenceKeys, !OwnerCount.isShared(&keyring) {
            for key in keyring { list.add(key.key) }
        }
    }

    /// Its keys for others to share; nil where keys were deleted or hold references.
    var layout: Layout? {
        if count != slots.count || hasReferenceKeys { return nil }
        dropAhead()
        return Layout(keys: keyring, index: index)
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.dict }

    // MARK: Text keys, the common case

    /// The value of a text key.
    public func value(forName name: PyStr) -> Value? {
        guard let position = position(ofName: name) else { return nil }
        return slots[position]
    }

    /// The position of a text key.
    public func position(ofName name: PyStr) -> Int? {
        let hash = name.hash
        if index.isEmpty {
            for position in 0..<slots.count where keyring[position].hash == hash && keyring[position].isLive {
                if isKey(name, at: position) { return position }
            }
            return nil
        }
        var probe = HashProbe(hash, mask: index.count - 1)
        while true {
            let position = Int(index[probe.slot])
            if position < 0 { return nil }
            if keyring[position].hash == hash, keyring[position].isLive, isKey(name, at: position) {
                return position < slots.count ? position : nil
            }
            probe.advance()
        }
    }

    /// The value at a position whose key is this very text; nil where another is there.
    @inline(__always)
    func value(at position: Int, ifNamed name: PyStr) -> Value? {
        isNamed(name, at: position) ? slots[position] : nil
    }

    /// Whether the key at a position is this very text.
    @inline(__always)
    func isNamed(_ name: PyStr, at position: Int) -> Bool {
        position < slots.count && text(at: position)?.toOpaque() == Unmanaged.passUnretained(name).toOpaque()
            && keyring[position].isLive
    }

    /// Whether the next new key is expected to be this very text, at that position.
    @inline(__always)
    func expects(_ name: PyStr, at position: Int) -> Bool {
        position == slots.count && position < keyring.count
            && text(at: position)?.toOpaque() == Unmanaged.passUnretained(name).toOpaque()
    }

    /// Adds the key that is expected.
    @inline(__always)
    func appendExpected(_ value: __owned Value) {
        shape &+= 1
        observer?.advance()
        slots.append(value)
        count &+= 1
    }

    /// Whether the key at a position is that text, or an instance of a subclass of `str` with it.
    @inline(__always)
    private func isKey(_ name: PyStr, at position: Int) -> Bool {
        if let text = text(at: position) { return text._withUnsafeGuaranteedRef { $0 === name || $0 == name } }
        guard case .object(let object) = keyring[position].key, case .str(let text)? = object.instance?.payload else { return false }
        return text == name
    }

    /// The text that is the key at a position, not counted as an owner.
    @inline(__always)
    private func text(at position: Int) -> Unmanaged<PyStr>? {
        if case .str(let text) = keyring[position].key { return .passUnretained(text) }
        return nil
    }

    /// Sets the value of a text key.
    public func setValue(_ value: __owned Value, forName name: PyStr) {
        if let position = position(ofName: name) {
            setValue(value, at: position)
        } else {
            insertNew(hash: name.hash, key: .str(name), value: value)
        }
    }

    /// Reads, writes or (with nil) removes a text key.
    public subscript(name: String) -> Value? {
        get { value(forName: PyStr(name)) }
        set {
            let key = PyStr(name)
            if let newValue { setValue(newValue, forName: key) } else if let at = position(ofName: key) { removeEntry(at: at) }
        }
    }

    // MARK: Any key

    /// The value of a key; raises what the key's `__hash__` or `__eq__` raises.
    public func value(for key: Value, _ machine: Machine) throws -> Value? {
        guard let position = try position(of: key, machine) else { return nil }
        return slots[position]
    }

    /// The position of a key.
    public func position(of key: Value, _ machine: Machine) throws -> Int? {
        if case .str(let name) = key { return position(ofName: name) }
        if case .int(let number) = key { return try position(of: number, hash: NumericHash.hash(number), machine) }
        return try find(try machine.hash(key)) { try $0.isIdentical(to: key) || machine.isEqual($0, key) }
    }

    /// Sets the value of a key; raises what its `__hash__` or `__eq__` raises.
    public func setValue(_ value: __owned Value, for key: __owned Value, _ machine: Machine) throws {
        if case .str(let name) = key { return setValue(value, forName: name) }
        if case .int(let number) = key { return try setValue(value, for: number, machine) }
        let hash = try machine.hash(key)
        if let position = try find(hash, where: { try $0.isIdentical(to: key) || machine.isEqual($0, key) }) {
            setValue(value, at: position)
        } else {
            insertNew(hash: hash, key: key, value: value)
        }
    }

    /// Removes a key and gives its value, or nil if it was not there.
    @discardableResult
    public func removeValue(for key: Value, _ machine: Machine) throws -> Value? {
        try position(of: key, machine).map(takeValue(at:))
    }

    /// Removes a text key and gives its value, or nil if it was not there.
    func removeValue(forName name: PyStr) -> Value? { position(ofName: name).map(takeValue(at:)) }

    private func takeValue(at position: Int) -> Value {
        let value = slots[position]
        removeEntry(at: position)
        return value
    }

    // MARK: Entries by position

    /// How many positions there are, those of deleted keys included.
    public var positions: Range<Int> { 0..<slots.count }

    /// Whether the key at a position was not deleted.
    @inline(__always)
    public func isLive(at position: Int) -> Bool { keyring[position].isLive }

    /// The key at a position.
    @inline(__always)
    public func key(at position: Int) -> Value { keyring[position].key }

    /// The hash of the key at a position.
    func hash(at position: Int) -> Int { keyring[position].hash }

    /// The value at a position.
    @inline(__always)
    public func value(at position: Int) -> Value { slots[position] }

    /// Replaces the value of the entry at a position.
    @inline(__always)
    public func setValue(_ value: __owned Value, at position: Int) {
        slots[position] = value
        observer?.advance()
    }

    /// Removes the entry at a position.
    public func removeEntry(at position: Int) {
        shape &+= 1
        observer?.advance()
        dropAhead()
        keyring[position].isLive = false
        slots[position] = .none
        count -= 1
        if count == 0 { removeAll() } else if slots.count > 16, count * 2 < slots.count { rebuild() }
    }

    /// Removes every key.
    public func removeAll() {
        shape &+= 1
        observer?.advance()
        keyring.removeAll()
        slots.removeAll()
        index.removeAll()
        hasReferenceKeys = false
        count = 0
    }

    /// A copy with the same keys and values.
    public func copy() -> PyDict {
        let made = PyDict()
        made.keyring = keyring
        made.slots = slots
        made.index = index
        made.hasReferenceKeys = hasReferenceKeys
        made.count = count
        return made
    }
}
