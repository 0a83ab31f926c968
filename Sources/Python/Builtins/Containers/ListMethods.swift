/// The methods of `list`.
enum ListMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        type.constructor("*args, **kwargs") { _, _, _ in .list(PyList()) }
        type.constructsDirectly("iterable=(), /") { machine, a in .list(PyList(try machine.chargedArray(a[0]))) }
        type.listMethod("__init__", "*args, **kwargs") { machine, list, a in
            if !a.dict(2).isEmpty { throw machine.error("TypeError", "list() takes no keyword arguments") }
            list.elements = try machine.chargedArray(machine.onlyArgument(a.list(1), of: "list"))
            return .none
        }
        installGrowth(on: type)
        installRemoval(on: type)
        installSearch(on: type)
        type.listMethod("copy") { machine, list, _ in
            try machine.charge(bytes: 16, times: list.elements.count)
            return .list(PyList(list.elements))
        }
        type.listMethod("reverse") { machine, list, _ in
            try machine.charge(instructions: list.elements.count / 4)
            list.elements.reverse()
            return .none
        }
        type.listMethod("sort", "*args, key=None, reverse=False") { machine, list, a in
            if !a.list(1).isEmpty { throw machine.error("TypeError", "sort() takes no positional arguments") }
            try ListSorting.sort(list, key: a[2], isReversed: try machine.flag(a[3]), machine)
            return .none
        }
        type.listMethod("__reversed__") { _, list, _ in .object(PyReversedList(list)) }
        type.constant("__hash__", .none)
    }

    private static func installGrowth(on type: PyType) {
        type.listMethod("append", "object, /") { machine, list, a in
            try machine.charge(bytes: 16)
            list.elements.append(a[1])
            return .none
        }
        func extend(_ machine: Machine, _ list: PyList, _ iterable: Value) throws {
            if case .list(let other) = iterable, other === list {
                try machine.charge(bytes: 16, times: list.elements.count)
                list.elements += list.elements
                return
            }
            try machine.iterate(iterable) { element in
                try machine.charge(bytes: 16)
                list.elements.append(element)
                return true
            }
        }
        type.listMethod("extend", "iterable, /") { machine, list, a in
            try extend(machine, list, a[1])
            return .none
        }
        type.listMethod("__iadd__", "value, /") { machine, list, a in
            try extend(machine, list, a[1])
            return a[0]
        }
        type.listMethod("__imul__", "value, /") { machine, list, a in
            let times = max(0, try machine.index(a[1]))
            let product = try machine.repeated(list.elements, times)
            list.elements = product
            return a[0]
        }
        type.listMethod("insert", "index, object, /") { machine, list, a in
            let index = try machine.size(a[1]), count = list.elements.count
            try machine.charge(bytes: 16)
            try machine.charge(instructions: count / 16)
            list.elements.insert(a[2], at: max(0, min(count, index < 0 ? index + count : index)))
            return .none
        }
    }

    private static func installRemoval(on type: PyType) {
        type.listMethod("pop", "index=-1, /") { machine, list, a in
            let given = try machine.size(a[1])
            if list.elements.isEmpty { throw machine.error("IndexError", "pop from empty list") }
            let index = given < 0 ? given + list.elements.count : given
            guard list.elements.indices.contains(index) else { throw machine.error("IndexError", "pop index out of range") }
            try machine.charge(instructions: (list.elements.count - index) / 32)
            return list.elements.remove(at: index)
        }
        type.listMethod("remove", "value, /") { machine, list, a in
            guard let place = try machine.firstIndex(of: a[1], in: list) else {
                throw machine.error("ValueError", "list.remove(x): x not in list")
            }
            if place < list.elements.count { list.elements.remove(at: place) }
            return .none
        }
        type.listMethod("clear") { _, list, _ in
            list.elements.removeAll()
            return .none
        }
    }

    private static func installSearch(on type: PyType) {
        type.listMethod("index", "value, start=0, stop=9223372036854775807, /") { machine, list, a in
            let range = try machine.range(a[2], a[3], count: list.elements.count, words: "integers or have")
            if let range, let place = try machine.firstIndex(of: a[1], in: list, range) { return .int(place) }
            throw machine.error("ValueError", "\(try machine.repr(a[1])) is not in list")
        }
        type.listMethod("count", "value, /") { machine, list, a in .int(try machine.count(of: a[1], in: list.elements)) }
    }
}

extension Machine {
    /// All elements of an iterable; pays for them.
    func chargedArray(_ iterable: Value) throws -> [Value] {
        switch iterable {
        case .list(let list):
            try charge(bytes: 16, times: list.elements.count)
            return list.elements
        case .tuple(let tuple): return tuple.elements
        default:
            var values: [Value] = []
            try iterate(iterable) { element in
                try charge(bytes: 16)
                values.append(element)
                return true
            }
            return values
        }
    }

    /// The elements `count` times over; pays before it allocates.
    func repeated(_ elements: [Value], _ times: Int) throws -> [Value] {
        let (total, overflow) = elements.count.multipliedReportingOverflow(by: times)
        try charge(bytes: overflow || total > Int.max / 32 ? .max / 2 : total * 16)
        try charge(instructions: total / 16)
        if elements.isEmpty { return [] }
        if elements.count == 1 { return [Value](repeating: elements[0], count: times) }
        var made: [Value] = []
        made.reserveCapacity(total)
        for _ in 0..<times { made += elements }
        return made
    }

    /// Whether two values are the same object or equal, as containers compare their elements.
    func isSameOrEqual(_ a: Value, _ b: Value) throws -> Bool { try a.isIdentical(to: b) || isEqual(a, b) }

    /// The first index of a value in a list, which comparisons may change on the way.
    func firstIndex(of value: Value, in list: PyList, _ range: Range<Int>? = nil) throws -> Int? {
        var position = range?.lowerBound ?? 0
        while position < min(list.elements.count, range?.upperBound ?? .max) {
            try charge(instructions: 1)
            if try isSameOrEqual(list.elements[position], value) { return position }
            position += 1
        }
        return nil
    }

    /// The first index of a value within that range of values that do not change.
    func firstIndex(of value: Value, in elements: [Value], _ range: Range<Int>) throws -> Int? {
        try range.first { position in
            try charge(instructions: 1)
            return try isSameOrEqual(elements[position], value)
        }
    }

    /// How many of the values are the same as a value or equal to it.
    func count(of value: Value, in elements: [Value]) throws -> Int {
        try charge(instructions: elements.count)
        return try elements.reduce(0) { try isSameOrEqual($1, value) ? $0 + 1 : $0 }
    }
}
