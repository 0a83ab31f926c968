extension PySet {
    /// The elements in the order in which Python iterates over them.
    ///
    /// CPython 3.11 keeps sets in a hash table and goes through its slots, so that the order of numbers is fixed by their values
    /// and it shows in answers. The table that adding the elements one by one makes is rebuilt here (`setobject.c`). Where a hash differs from
    /// run to run in CPython (texts, bytes, `None`, instances), the order of insertion stands.
    public var orderedElements: [Value] {
        let keys = table.keys
        guard keys.count > 1, keys.allSatisfy(Self.hasFixedHash) else { return keys }
        return SetSlots(table.positions.filter(table.isLive(at:)).map(table.hash(at:))).order.map { keys[$0] }
    }

    private static func hasFixedHash(_ key: Value) -> Bool {
        switch key {
        case .int, .float, .bool: true
        case .object(let object): object is PyBigInt
        case .tuple(let tuple): tuple.elements.allSatisfy(hasFixedHash)
        default: false
        }
    }
}

/// The slots of CPython's hash table for sets, holding positions of elements.
private struct SetSlots {
    private static let linearProbes = 9
    private static let emptySlot = -1
    private var slots = [Int](repeating: emptySlot, count: 8)
    private var used = 0

    /// Adds elements with these hashes, one by one.
    init(_ hashes: [Int]) {
        for position in hashes.indices {
            insert(position, hashes)
            used += 1
            let mask = slots.count - 1
            if used * 5 >= mask * 3 { resize(used > 50_000 ? used * 2 : used * 4, hashes) }
        }
    }

    /// The positions in the order of their slots.
    var order: [Int] { slots.filter { $0 != Self.emptySlot } }

    private mutating func insert(_ position: Int, _ hashes: [Int]) {
        let mask = slots.count - 1
        var perturb = UInt(bitPattern: hashes[position])
        var index = hashes[position] & mask
        while true {
            let last = index + Self.linearProbes <= mask ? index + Self.linearProbes : index
            if let free = (index...last).first(where: { slots[$0] == Self.emptySlot }) {
                slots[free] = position
                return
            }
            perturb >>= 5
            index = Int(truncatingIfNeeded: UInt(bitPattern: index) &* 5 &+ 1 &+ perturb) & mask
        }
    }

    private mutating func resize(_ minimum: Int, _ hashes: [Int]) {
        let old = order
        var size = 8
        while size <= minimum { size *= 2 }
        slots = [Int](repeating: Self.emptySlot, count: size)
        for position in old { insert(position, hashes) }
    }
}
