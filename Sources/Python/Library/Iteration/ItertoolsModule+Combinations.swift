extension ItertoolsModule {
    /// `product`, `permutations`, `combinations` and `pairwise`.
    static func addCombinations(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "product", "*iterables, repeat=1") { machine, a in
            let pools = try a.list(0).map { try machine.array($0) }
            let count = try machine.index(a[1])
            if count < 0 { throw machine.error("ValueError", "repeat argument cannot be negative") }
            try machine.charge(bytes: min(count, 1 << 30) * pools.count * 16)
            let all = (0..<count).flatMap { _ in pools }
            var indices: [Int]? = all.contains(where: \.isEmpty) ? nil : [Int](repeating: 0, count: all.count)
            return lazy("product") { _, _ in
                guard var current = indices else { return nil }
                let made = Value.tuple(zip(all, current).map { $0[$1] })
                var slot = all.count - 1
                while slot >= 0 {
                    current[slot] += 1
                    if current[slot] < all[slot].count { break }
                    current[slot] = 0
                    slot -= 1
                }
                indices = slot < 0 ? nil : current
                return made
            }
        }
        module.function(machine, "permutations", "iterable, r=None") { machine, a in
            let pool = try machine.array(a[0])
            if !a[1].isNone, a[1].asBigInt == nil { throw machine.error("TypeError", "Expected int as r") }
            let count = a[1].isNone ? pool.count : try machine.index(a[1])
            if count < 0 { throw machine.error("ValueError", "r must be non-negative") }
            return permutations(pool, count)
        }
        for (name, repeats) in [("combinations", false), ("combinations_with_replacement", true)] {
            module.function(machine, name, "iterable, r") { machine, a in
                let pool = try machine.array(a[0])
                let count = try machine.index(a[1])
                if count < 0 { throw machine.error("ValueError", "r must be non-negative") }
                if repeats { try machine.charge(bytes: 8, times: min(count, 1 << 40)) }
                return combinations(name, pool, count, repeats)
            }
        }
        module.function(machine, "pairwise", "iterable, /") { machine, a in
            var previous: Value?
            return lazy("pairwise", [try machine.iterator(a[0])]) { machine, own in
                if previous == nil { previous = try own.read(machine) }
                guard let first = previous, let second = try own.read(machine) else { return nil }
                previous = second
                return .tuple([first, second])
            }
        }
    }

    private static func permutations(_ pool: [Value], _ count: Int) -> Value {
        var indices = Array(pool.indices)
        var cycles = count > pool.count ? [] : (0..<count).map { pool.count - $0 }
        var state = count > pool.count ? 2 : 0
        return lazy("permutations") { _, _ in
            if state == 2 { return nil }
            if state == 0 {
                state = 1
                return .tuple(indices.prefix(count).map { pool[$0] })
            }
            for slot in stride(from: count - 1, through: 0, by: -1) {
                cycles[slot] -= 1
                if cycles[slot] == 0 {
                    let moved = indices.remove(at: slot)
                    indices.append(moved)
                    cycles[slot] = pool.count - slot
                } else {
                    indices.swapAt(slot, pool.count - cycles[slot])
                    return .tuple(indices.prefix(count).map { pool[$0] })
                }
            }
            state = 2
            return nil
        }
    }

    private static func combinations(_ name: String, _ pool: [Value], _ count: Int, _ repeats: Bool) -> Value {
        let isEmpty = repeats ? pool.isEmpty && count > 0 : count > pool.count
        var indices: [Int]? = isEmpty ? nil : repeats ? [Int](repeating: 0, count: count) : Array(0..<count)
        return lazy(name) { _, _ in
            guard var current = indices else { return nil }
            let made = Value.tuple(current.map { pool[$0] })
            let slot = current.indices.last { current[$0] != (repeats ? pool.count - 1 : $0 + pool.count - count) }
            if let slot {
                current[slot] += 1
                for next in (slot + 1)..<max(count, slot + 1) { current[next] = repeats ? current[slot] : current[next - 1] + 1 }
                indices = current
            } else {
                indices = nil
            }
            return made
        }
    }
}
