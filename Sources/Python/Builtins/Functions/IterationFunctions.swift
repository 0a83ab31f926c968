/// `all`, `any`, `iter`, `len`, `max`, `min`, `next`, `sorted`, and the lazy iterators `enumerate`, `filter`, `map`, `reversed`, `zip`.
enum IterationFunctions {
    /// Puts the functions and iterator types into `machine.builtins`.
    static func install(_ machine: Machine) {
        installTests(machine)
        installIterators(machine)
        machine.define("len", "obj, /") { machine, a in .int(try machine.length(a[0])) }
        machine.define("sorted", "iterable, /, *, key=None, reverse=False") { machine, a in
            let values = try machine.chargedArray(a[0])
            return .list(PyList(try ListSorting.sorted(values, key: a[1], isReversed: try machine.flag(a[2]), machine)))
        }
        machine.define("min", "*args, key=None, default?") { machine, a in try extreme(machine, a, "min", .less) }
        machine.define("max", "*args, key=None, default?") { machine, a in try extreme(machine, a, "max", .greater) }
        installLazyTypes(machine)
        installReversed(machine.types.builtin("reversed"))
    }

    private static func installTests(_ machine: Machine) {
        for (name, stop) in [("all", false), ("any", true)] {
            machine.define(name, "iterable, /") { machine, a in
                var result = !stop
                try machine.iterate(a[0]) { element in
                    try machine.charge(instructions: 1)
                    if try machine.isTrue(element) == stop { result = stop }
                    return result != stop
                }
                return .bool(result)
            }
        }
    }

    private static func installIterators(_ machine: Machine) {
        machine.define("iter", "object, sentinel?, /") { machine, a in
            guard let sentinel = a.ifGiven(1) else { return try machine.iterator(a[0]) }
            guard machine.isCallable(a[0]) else { throw machine.error("TypeError", "iter(v, w): v must be callable") }
            return .object(PyCallableIterator(a[0], sentinel: sentinel))
        }
        machine.define("next", "iterator, default?, /") { machine, a in
            if case .object(let object) = a[0], object is PyIterator || a.isGiven(1) {
                if let value = try machine.next(a[0]) { return value }
            } else {
                guard let step = try machine.method(a[0], "__next__") else {
                    throw machine.error("TypeError", "'\(machine.typeName(a[0]))' object is not an iterator")
                }
                return try machine.call(step)
            }
            guard let fallback = a.ifGiven(1) else { throw machine.error(machine.types.exception("StopIteration"), []) }
            return fallback
        }
    }

    private static func extreme(_ machine: Machine, _ a: BoundArguments, _ name: String, _ operation: ComparisonOperator) throws -> Value {
        let given = a.list(0)
        guard let first = given.first else { throw machine.error("TypeError", "\(name) expected at least 1 argument, got 0") }
        if given.count > 1 && a.isGiven(2) {
            throw machine.error("TypeError", "Cannot specify a default for \(name)() with multiple positional arguments")
        }
        var best: (value: Value, key: Value)?
        func consider(_ value: Value) throws {
            try machine.charge(instructions: 1)
            let key = a[1].isNone ? value : try machine.call(a[1], value)
            guard let current = best else {
                best = (value, key)
                return
            }
            if try machine.isTrue(machine.compare(key, current.key, operation)) { best = (value, key) }
        }
        if given.count > 1 {
            for value in given { try consider(value) }
        } else {
            try machine.iterate(first) { value in
                try consider(value)
                return true
            }
        }
        if let best { return best.value }
        guard let fallback = a.ifGiven(2) else { throw machine.error("ValueError", "\(name)() arg is an empty sequence") }
        return fallback
    }

    private static func installLazyTypes(_ machine: Machine) {
        let types = machine.types
        types.builtin("enumerate").constructor("iterable, start=0") { machine, _, a in
            .object(PyEnumerate(try machine.nativeIterator(a[0]), start: try machine.bigIndex(a[1])))
        }
        types.builtin("zip").constructor("*iterables, strict=False") { machine, _, a in
            .object(PyZip(try a.list(0).map { try machine.nativeIterator($0) }, isStrict: try machine.isTrue(a[1])))
        }
        types.builtin("map").constructor("*args") { machine, _, a in
            let given = a.list(0)
            if given.count < 2 { throw machine.error("TypeError", "map() must have at least two arguments.") }
            return .object(PyMap(given[0], try given.dropFirst().map { try machine.nativeIterator($0) }))
        }
        types.builtin("filter").constructor("function, iterable, /") { machine, _, a in
            .object(PyFilter(a[0], try machine.nativeIterator(a[1])))
        }
        let names = [
            "enumerate", "zip", "map", "filter", "reversed", "iterator", "list_iterator", "list_reverseiterator", "tuple_iterator",
            "str_iterator", "str_ascii_iterator",
            "bytes_iterator", "bytearray_iterator", "range_iterator", "longrange_iterator", "set_iterator", "callable_iterator",
        ]
        let tables = ["key", "value", "item"].flatMap { ["dict_\($0)iterator", "dict_reverse\($0)iterator"] }
        for name in names + tables { installProtocol(on: types.builtin(name)) }
        for name in ["enumerate", "zip", "map", "filter", "reversed"] { machine.builtins[name] = .object(types.builtin(name)) }
    }

    /// `__iter__`, `__next__` and `__length_hint__` of a native iterator.
    static func installProtocol(on type: PyType) {
        type.method("__iter__", "self, /") { _, a in a[0] }
        type.method("__next__", "", on: { $0.asObject as? PyIterator }) { machine, iterator, _ in
            guard let value = try iterator.next(machine) else { throw machine.error(machine.types.exception("StopIteration"), []) }
            return value
        }
        type.method("__length_hint__", "", on: { $0.asObject as? PyIterator }) { machine, iterator, _ in
            iterator.remaining.map { .int($0) } ?? machine.notImplemented
        }
    }

    private static func installReversed(_ type: PyType) {
        type.constructor("sequence, /") { machine, _, a in
            let value = a[0]
            if let method = try machine.method(value, "__reversed__") { return try machine.call(method) }
            let isMapping = value.asDict != nil || value.asSet != nil
            guard !isMapping, try machine.method(value, "__getitem__") != nil else {
                throw machine.error("TypeError", "'\(machine.typeName(value))' object is not reversible")
            }
            return .object(PySequenceIterator(value, from: try machine.length(value) - 1, step: -1))
        }
    }
}

extension Machine {
    /// Python's `callable`.
    public func isCallable(_ value: Value) -> Bool {
        switch value.asObject {
        case is PyFunction, is PyNativeFunction, is PyBoundMethod, is PyType: return true
        case let wrapper as PyMethodWrapper: return wrapper.kind == .staticMethod
        default: return type(of: value).lookup("__call__") != nil
        }
    }
}
