/// The methods of `dict`.
enum DictMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        type.constructor("*args, **kwargs") { _, _, _ in .dict(PyDict()) }
        type.constructsDirectly("iterable=(), /") { machine, a in
            let dict = PyDict()
            try machine.update(dict, from: a[0], keywords: [])
            return .dict(dict)
        }
        type.dictMethod("__init__", "*args, **kwargs") { machine, dict, a in
            try machine.update(dict, from: machine.onlyArgument(a.list(1), of: "dict"), keywords: a.dict(2))
            return .none
        }
        type.classMethod("fromkeys", "cls, iterable, value=None, /") { machine, a in
            let made = a[0].asType === machine.types.dict ? Value.dict(PyDict()) : try machine.call(a[0])
            try machine.iterate(a[1]) { key in
                try machine.charge(bytes: 64)
                try machine.setItem(made, key, a[2])
                return true
            }
            return made
        }
        installReading(on: type)
        installWriting(on: type)
        installViews(on: type)
        type.constant("__hash__", .none)
    }

    private static func installReading(on type: PyType) {
        type.dictMethod("get", "key, default=None, /") { machine, dict, a in try dict.value(for: a[1], machine) ?? a[2] }
        type.dictMethod("copy") { machine, dict, _ in
            try machine.charge(bytes: 64, times: dict.count)
            return .dict(dict.copy())
        }
    }

    private static func installWriting(on type: PyType) {
        type.dictMethod("setdefault", "key, default=None, /") { machine, dict, a in
            if let value = try dict.value(for: a[1], machine) { return value }
            try machine.charge(bytes: 64)
            try dict.setValue(a[2], for: a[1], machine)
            return a[2]
        }
        type.dictMethod("pop", "key, default?, /") { machine, dict, a in
            if let value = try dict.removeValue(for: a[1], machine) { return value }
            guard a.isGiven(2) else { throw machine.error(machine.types.exception("KeyError"), [a[1]]) }
            return a[2]
        }
        type.dictMethod("popitem") { machine, dict, _ in
            guard let position = dict.positions.last(where: dict.isLive(at:)) else {
                throw machine.error("KeyError", "popitem(): dictionary is empty")
            }
            let item = PyTuple([dict.key(at: position), dict.value(at: position)])
            dict.removeEntry(at: position)
            return .tuple(item)
        }
        type.dictMethod("clear") { _, dict, _ in
            dict.removeAll()
            return .none
        }
        type.dictMethod("update", "*args, **kwargs") { machine, dict, a in
            try machine.update(dict, from: machine.onlyArgument(a.list(1), of: "update"), keywords: a.dict(2))
            return .none
        }
        type.dictMethod("__ior__", "value, /") { machine, dict, a in
            try machine.update(dict, from: a[1], keywords: [])
            return a[0]
        }
    }

    private static func installViews(on type: PyType) {
        type.dictMethod("keys") { _, dict, _ in .object(PyDictView(dict, .keys)) }
        type.dictMethod("values") { _, dict, _ in .object(PyDictView(dict, .values)) }
        type.dictMethod("items") { _, dict, _ in .object(PyDictView(dict, .items)) }
        type.dictMethod("__reversed__") { _, dict, _ in .object(PyTableIterator(dict, .keys, isReversed: true)) }
    }
}

extension Machine {
    /// `dict.update`: from a mapping (anything with `keys`) or an iterable of pairs, then keywords.
    public func update(_ dict: PyDict, from source: Value, keywords: [(name: String, value: Value)]) throws {
        if let other = source.asDict {
            try charge(bytes: 64, times: other.count)
            for (key, value) in other.items { try dict.setValue(value, for: key, self) }
        } else if hasMethods(source), let keys = try attributeIfPresent(source, "keys") {
            try iterate(try call(keys)) { key in
                try charge(bytes: 64)
                try dict.setValue(try item(source, key), for: key, self)
                return true
            }
        } else {
            try updatePairs(dict, source)
        }
        for (name, value) in keywords { dict.setValue(value, forName: PyStr(name)) }
    }

    private func updatePairs(_ dict: PyDict, _ source: Value) throws {
        var number = 0
        try iterate(source) { element in
            guard canIterate(element) else {
                throw error("TypeError", "cannot convert dictionary update sequence element #\(number) to a sequence")
            }
            let pair = try array(element)
            if pair.count != 2 {
                throw error("ValueError", "dictionary update sequence element #\(number) has length \(pair.count); 2 is required")
            }
            try charge(bytes: 64)
            try dict.setValue(pair[1], for: pair[0], self)
            number += 1
            return true
        }
    }
}
