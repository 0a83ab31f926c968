/// What is in a dictionary, in the order of insertion.
extension PyDict {
    /// Live keys and values in insertion order.
    public var items: [(key: Value, value: Value)] {
        var items: [(key: Value, value: Value)] = []
        items.reserveCapacity(count)
        for position in slots.indices where keyring[position].isLive { items.append((keyring[position].key, slots[position])) }
        return items
    }

    /// Live keys in insertion order.
    public var keys: [Value] { slots.indices.lazy.filter(isLive(at:)).map { self.keyring[$0].key } }

    /// Whether each key is a text, and none an instance of a subclass of it.
    var hasTextsOnly: Bool {
        for position in slots.indices where keyring[position].isLive {
            guard case .str = keyring[position].key else { return false }
        }
        return true
    }

    /// Adds the items of a dictionary whose keys are texts only.
    func add(textsOf other: PyDict) {
        if other === self { return }
        for position in other.slots.indices {
            guard other.keyring[position].isLive, case .str(let name) = other.keyring[position].key else { continue }
            setValue(other.slots[position], forName: name)
        }
    }

    /// Live values in insertion order.
    public var values: [Value] {
        if count == slots.count { return slots }
        return slots.indices.lazy.filter(isLive(at:)).map { self.slots[$0] }
    }
}
