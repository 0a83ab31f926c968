extension ItertoolsModule {
    /// `takewhile`, `dropwhile`, `filterfalse`, `starmap` and `compress`.
    static func addFilters(_ module: PyModule, _ machine: Machine) {
        func filter(_ name: String, _ body: @escaping (Value) -> (Machine, ClosureIterator) throws -> Value?) {
            module.function(machine, name, "function, iterable, /") { machine, a in
                lazy(name, [try machine.iterator(a[1])], body(a[0]))
            }
        }
        filter("takewhile") { function in
            var isDone = false
            return { machine, own in
                guard !isDone, let element = try own.read(machine) else { return nil }
                if try machine.isTrue(machine.call(function, element)) { return element }
                isDone = true
                return nil
            }
        }
        filter("dropwhile") { function in
            var isDropping = true
            return { machine, own in
                while let element = try own.read(machine) {
                    try machine.charge(instructions: 1)
                    if isDropping, try machine.isTrue(machine.call(function, element)) { continue }
                    isDropping = false
                    return element
                }
                return nil
            }
        }
        filter("filterfalse") { function in
            { machine, own in
                while let element = try own.read(machine) {
                    try machine.charge(instructions: 1)
                    let test = function.isNone ? element : try machine.call(function, element)
                    if try !machine.isTrue(test) { return element }
                }
                return nil
            }
        }
        filter("starmap") { function in
            { machine, own in
                guard let element = try own.read(machine) else { return nil }
                return try machine.call(function, Arguments(machine.array(element)))
            }
        }
        module.function(machine, "compress", "data, selectors") { machine, a in
            lazy("compress", [try machine.iterator(a[0]), try machine.iterator(a[1])]) { machine, own in
                while let element = try own.read(machine), let selector = try own.read(machine, 1) {
                    if try machine.isTrue(selector) { return element }
                    try machine.charge(instructions: 1)
                }
                return nil
            }
        }
    }

    /// `zip_longest`, `groupby` and `tee`.
    static func addGroups(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "zip_longest", "*iterables, fillvalue=None, **others") { machine, a in
            if !a.dict(2).isEmpty { throw machine.error("TypeError", "zip_longest() got an unexpected keyword argument") }
            let fill = a[1]
            var open = Set(a.list(0).indices)
            return lazy("zip_longest", try a.list(0).map { try machine.iterator($0) }) { machine, own in
                var row: [Value] = []
                for index in own.held.indices {
                    if open.contains(index), let element = try own.read(machine, index) {
                        row.append(element)
                    } else {
                        open.remove(index)
                        row.append(fill)
                    }
                }
                return open.isEmpty ? nil : .tuple(row)
            }
        }
        module.function(machine, "groupby", "iterable, key=None") { machine, a in
            .object(GroupIterator(source: try machine.iterator(a[0]), function: a[1]))
        }
        module.function(machine, "tee", "iterable, n=2, /") { machine, a in
            let shared = TeeBuffer(source: try machine.iterator(a[0]))
            let count = try machine.index(a[1])
            if count < 0 { throw machine.error("ValueError", "n must be >= 0") }
            try machine.charge(bytes: 64, times: min(count, 1 << 40))
            return .tuple(
                (0..<count).map { _ in
                    var position = 0
                    return lazy("_tee") { machine, _ in
                        guard let element = try shared.element(position, machine) else { return nil }
                        position += 1
                        return element
                    }
                })
        }
    }
}
