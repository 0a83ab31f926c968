/// The hash index over the keys; up to eight keys are looked through one by one.
extension PyDict {
    private static let linearLimit = 8

    /// The position of an integer; only where a key of another type has the same hash, that is asked whether it is equal.
    func position(of number: Int, hash: Int, _ machine: Machine) throws -> Int? {
        var isMixed = false
        if index.isEmpty {
            for position in 0..<slots.count where keyring[position].hash == hash && keyring[position].isLive {
                if isInteger(number, at: position) { return position }
                isMixed = true
            }
        } else {
            var probe = HashProbe(hash, mask: index.count - 1)
            while true {
                let position = Int(index[probe.slot])
                if position < 0 { break }
                if position < slots.count, keyring[position].hash == hash, keyring[position].isLive {
                    if isInteger(number, at: position) { return position }
                    isMixed = true
                }
                probe.advance()
            }
        }
        return isMixed ? try find(hash) { try machine.isEqual($0, .int(number)) } : nil
    }

    @inline(__always)
    private func isInteger(_ number: Int, at position: Int) -> Bool {
        if case .int(let key) = keyring[position].key { return key == number }
        return false
    }

    /// Sets the value of an integer.
    func setValue(_ value: __owned Value, for number: Int, _ machine: Machine) throws {
        let hash = NumericHash.hash(number)
        if let position = try position(of: number, hash: hash, machine) {
            setValue(value, at: position)
        } else {
            insertNew(hash: hash, key: .int(number), value: value)
        }
    }

    /// The position of the entry with that hash whose key passes a test, which may run the program and so change this table.
    func find(_ hash: Int, where matches: (Value) throws -> Bool) rethrows -> Int? {
        while true {
            switch try search(hash, matches) {
            case .found(let position): return position
            case .missing: return nil
            case .changed: continue
            }
        }
    }

    private enum SearchResult {
        case found(Int)
        case missing
        /// The test changed the table, so what was seen of it counts no longer.
        case changed
    }

    private func search(_ hash: Int, _ matches: (Value) throws -> Bool) rethrows -> SearchResult {
        let before = shape
        if index.isEmpty {
            var position = 0
            while position < slots.count {
                if keyring[position].hash == hash, keyring[position].isLive {
                    let isMatch = try matches(keyring[position].key)
                    if before != shape { return .changed }
                    if isMatch { return .found(position) }
                }
                position += 1
            }
            return .missing
        }
        var probe = HashProbe(hash, mask: index.count - 1)
        while true {
            let position = Int(index[probe.slot])
            if position < 0 { return .missing }
            if position < slots.count, keyring[position].hash == hash, keyring[position].isLive {
                let isMatch = try matches(keyring[position].key)
                if before != shape { return .changed }
                if isMatch { return .found(position) }
            }
            probe.advance()
        }
    }

    /// Adds a key that is not there.
    func insertNew(hash: Int, key: __owned Value, value: __owned Value) {
        if slots.count < keyring.count, case .str(let name) = key, expects(name, at: slots.count) { return appendExpected(value) }
        shape &+= 1
        observer?.advance()
        dropAhead()
        if key.isReference { hasReferenceKeys = true }
        keyring.append(Key(hash: hash, key: key))
        slots.append(value)
        count += 1
        if index.isEmpty {
            if slots.count > Self.linearLimit { rebuild() }
        } else if slots.count * 3 > index.count * 2 {
            rebuild()
        } else {
            place(slots.count - 1)
        }
    }

    /// Parts with the keys that only others of its layout have.
    func dropAhead() {
        if keyring.count == slots.count { return }
        keyring.removeLast(keyring.count - slots.count)
        if !index.isEmpty { reindex() }
    }

    private func place(_ position: Int) {
        var probe = HashProbe(keyring[position].hash, mask: index.count - 1)
        while index[probe.slot] >= 0 { probe.advance() }
        index[probe.slot] = Int32(position)
    }

    /// Lets go of what deleted keys left.
    func rebuild() {
        if count < slots.count {
            let live = slots.indices.filter(isLive(at:))
            slots = live.map { slots[$0] }
            keyring = live.map { keyring[$0] }
        }
        reindex()
    }

    private func reindex() {
        if slots.count <= Self.linearLimit {
            index = []
            return
        }
        var size = 32
        while size < slots.count * 3 { size *= 2 }
        index = [Int32](repeating: -1, count: size)
        for position in slots.indices { place(position) }
    }
}
