/// A mutable Python `dict`: entries in insertion order with a hash index over them.
///
/// Keys are hashed and compared by Python's rules. Keys of built-in immutable types need no machine; instances with `__hash__` and
/// `__eq__` of their own do, and these may raise, hence the throwing forms that take one.
public final class PyDict: PyObject {
    /// One key and its value; `isLive` is false once it was deleted.
    public struct Entry {
        public let hash: Int
        public let key: Value
        public var value: Value
        public var isLive: Bool

        /// Whether the key or the value may hold more.
        fileprivate var holdsReference: Bool { value.isReference || key.isReference }
    }

    /// The entries in insertion order, deleted ones included until the next rebuild.
    @exclusivity(unchecked) public private(set) var entries: [Entry] = []
    @exclusivity(unchecked) private var index: [Int32] = []
    /// How many keys there are.
    @exclusivity(unchecked) public private(set) var count = 0
    /// Changes whenever a key comes or goes, so that a position in `entries` may be cached with it.
    @exclusivity(unchecked) private(set) var shape = 0
    /// Who wants to know of every change, for the caches of attribute lookup; nil for ordinary dictionaries.
    @exclusivity(unchecked) var observer: TypeEpoch?

    public override init() {}

    /// An empty dictionary with room for that many keys.
    init(capacity: Int) { entries.reserveCapacity(capacity) }

    deinit {
        if entries.contains(where: { Disposal.mayLeadDown($0.value) || Disposal.mayLeadDown($0.key) }) { Disposal.dispose(of: self) }
    }

    override var isLink: Bool { entries.contains(where: \.holdsReference) }

    public override func surrender(to pending: inout [PyObject]) {
        for entry in entries where entry.holdsReference {
            Disposal.take(entry.value, into: &pending)
            Disposal.take(entry.key, into: &pending)
        }
        entries = []
        index = []
        count = 0
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.dict }

    /// Live keys and values in insertion order.
    public var items: [(key: Value, value: Value)] { entries.lazy.filter(\.isLive).map { ($0.key, $0.value) } }
    /// Live keys in insertion order.
    public var keys: [Value] { entries.lazy.filter(\.isLive).map(\.key) }
    /// Live values in insertion order.
    public var values: [Value] { entries.lazy.filter(\.isLive).map(\.value) }

    // MARK: Text keys, the common case

    /// The value of a text key.
    public func value(forName name: PyStr) -> Value? {
        guard let position = position(ofName: name) else { return nil }
        return entries[position].value
    }

    /// The position in `entries` of a text key.
    public func position(ofName name: PyStr) -> Int? {
        if index.isEmpty {
            if entries.isEmpty { return nil }
            let hash = name.hash
            for position in 0..<entries.count where entries[position].hash == hash && entries[position].isLive {
                if isKey(name, at: position) { return position }
            }
            return nil
        }
        let hash = name.hash
        var probe = Probe(hash, mask: index.count - 1)
        while true {
            let position = Int(index[probe.slot])
            if position < 0 { return nil }
            if entries[position].hash == hash, entries[position].isLive, isKey(name, at: position) { return position }
            probe.advance()
        }
    }

    /// The value at a position whose key is this very text; nil where another is there.
    @inline(__always)
    func value(at position: Int, ifNamed name: PyStr) -> Value? {
        isNamed(name, at: position) ? entries[position].value : nil
    }

    /// Whether the key at a position is this very text.
    @inline(__always)
    func isNamed(_ name: PyStr, at position: Int) -> Bool {
        position < entries.count && text(at: position)?.toOpaque() == Unmanaged.passUnretained(name).toOpaque()
            && entries[position].isLive
    }

    /// Whether the key at a position is that text, or an instance of a subclass of `str` with it.
    @inline(__always)
    private func isKey(_ name: PyStr, at position: Int) -> Bool {
        if let text = text(at: position) { return text._withUnsafeGuaranteedRef { $0 === name || $0 == name } }
        guard case .object(let object) = entries[position].key, case .str(let text)? = object.instance?.payload else { return false }
        return text == name
    }

    /// The text that is the key at a position, not counted as an owner.
    @inline(__always)
    private func text(at position: Int) -> Unmanaged<PyStr>? {
        if case .str(let text) = entries[position].key { return .passUnretained(text) }
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
        return entries[position].value
    }

    /// The position in `entries` of a key.
    public func position(of key: Value, _ machine: Machine) throws -> Int? {
        if case .str(let name) = key { return position(ofName: name) }
        return try find(try machine.hash(key)) { try $0.isIdentical(to: key) || machine.isEqual($0, key) }
    }

    /// Sets the value of a key; raises what its `__hash__` or `__eq__` raises.
    public func setValue(_ value: __owned Value, for key: __owned Value, _ machine: Machine) throws {
        if case .str(let name) = key { return setValue(value, forName: name) }
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
        guard let position = try position(of: key, machine) else { return nil }
        let value = entries[position].value
        removeEntry(at: position)
        return value
    }

    // MARK: Entries by position

    /// Replaces the value of the entry at a position.
    @inline(__always)
    public func setValue(_ value: __owned Value, at position: Int) {
        entries[position].value = value
        observer?.advance()
    }

    /// Removes the entry at a position.
    public func removeEntry(at position: Int) {
        shape &+= 1
        observer?.advance()
        entries[position].isLive = false
        entries[position].value = .none
        count -= 1
        if count == 0 { removeAll() } else if entries.count > 16, count * 2 < entries.count { rebuild() }
    }

    /// Removes every key.
    public func removeAll() {
        shape &+= 1
        observer?.advance()
        entries.removeAll()
        index.removeAll()
        count = 0
    }

    /// A copy with the same keys and values.
    public func copy() -> PyDict {
        let made = PyDict()
        made.entries = entries
        made.index = index
        made.count = count
        return made
    }

    // MARK: The table

    private static let linearLimit = 8

    /// The order in which the slots of the index are looked at for a hash.
    private struct Probe {
        var slot: Int
        private let mask: Int
        private var perturb: UInt

        init(_ hash: Int, mask: Int) {
            self.mask = mask
            slot = hash & mask
            perturb = UInt(bitPattern: hash)
        }

        mutating func advance() {
            perturb >>= 5
            slot = (slot &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
        }
    }

    /// The position of the entry with that hash whose key passes a test, which may run the program and so change this table.
    private func find(_ hash: Int, where matches: (Value) throws -> Bool) rethrows -> Int? {
        if index.isEmpty {
            var position = 0
            while position < entries.count {
                let entry = entries[position]
                if entry.hash == hash, entry.isLive {
                    let before = shape
                    if try matches(entry.key) { return before == shape ? position : try find(hash, where: matches) }
                    if before != shape { return try find(hash, where: matches) }
                }
                position += 1
            }
            return nil
        }
        var probe = Probe(hash, mask: index.count - 1)
        while true {
            let position = Int(index[probe.slot])
            if position < 0 { return nil }
            let entry = entries[position]
            if entry.hash == hash, entry.isLive {
                let before = shape
                if try matches(entry.key) { return before == shape ? position : try find(hash, where: matches) }
                if before != shape { return try find(hash, where: matches) }
            }
            probe.advance()
        }
    }

    private func insertNew(hash: Int, key: __owned Value, value: __owned Value) {
        shape &+= 1
        observer?.advance()
        entries.append(Entry(hash: hash, key: key, value: value, isLive: true))
        count += 1
        if index.isEmpty {
            if entries.count > Self.linearLimit { rebuild() }
        } else if entries.count * 3 > index.count * 2 {
            rebuild()
        } else {
            place(entries.count - 1)
        }
    }

    private func place(_ position: Int) {
        var probe = Probe(entries[position].hash, mask: index.count - 1)
        while index[probe.slot] >= 0 { probe.advance() }
        index[probe.slot] = Int32(position)
    }

    private func rebuild() {
        entries.removeAll { !$0.isLive }
        if entries.count <= Self.linearLimit {
            index = []
            return
        }
        var size = 32
        while size < entries.count * 3 { size *= 2 }
        index = [Int32](repeating: -1, count: size)
        for position in entries.indices { place(position) }
    }
}
