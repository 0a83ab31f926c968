import HTTPMessages
import Python

/// An instance of Starlette's `ImmutableMultiDict` or a class below it: pairs in order, with repeats.
final class MultiDictObject: PyInstance {
    var pairs: [(key: Value, value: Value)] = []

    static func of(_ value: Value, _ machine: Machine) throws -> MultiDictObject {
        guard let object = value.asObject as? MultiDictObject else {
            throw machine.error("TypeError", "descriptor requires a 'MultiDict' object but received a '\(machine.typeName(value))'")
        }
        return object
    }

    /// The dictionary view: each key at its first place with its last value.
    func dictionary(_ machine: Machine) throws -> PyDict {
        let dict = PyDict()
        for (key, value) in pairs { try dict.setValue(value, for: key, machine) }
        return dict
    }

    /// Takes the pairs of a key away.
    func drop(_ key: Value, _ machine: Machine) throws {
        pairs = try pairs.filter { try !machine.isEqual($0.key, key) }
    }
}

/// Starlette 1.10.0 datastructures.py `ImmutableMultiDict`, `MultiDict`, `QueryParams` and `FormData`.
struct MultiDictClass {
    let immutable: PyType
    let mutable: PyType
    let queryParameters: PyType
    let formData: PyType

    init(_ machine: Machine) throws {
        let module = "starlette.datastructures"
        immutable = try machine.types.make("ImmutableMultiDict", module: module)
        mutable = try machine.types.make("MultiDict", module: module, bases: [immutable])
        queryParameters = try machine.types.make("QueryParams", module: module, bases: [immutable])
        formData = try machine.types.make("FormData", module: module, bases: [immutable])
        for type in [immutable, mutable, queryParameters, formData] { type.allocates { MultiDictObject(type: $0) } }
        Self.defineConstruction(immutable)
        Self.defineReading(immutable)
        Self.defineWriting(mutable)
        Self.defineQuery(queryParameters)
        formData.method("close", "self") { _, _ in .object(PyNativeAwaitable { _ in .none }) }
    }

    /// Query parameters of decoded pairs.
    func query(_ pairs: [(name: String, value: String)]) -> Value { make(queryParameters, pairs) }

    /// The fields of a form.
    func form(_ pairs: [(name: String, value: String)]) -> Value { make(formData, pairs) }

    private func make(_ type: PyType, _ pairs: [(name: String, value: String)]) -> Value {
        let made = MultiDictObject(type: type)
        made.pairs = pairs.map { (.string($0.name), .string($0.value)) }
        return .object(made)
    }

    /// The pairs of whatever a constructor or `update` was given.
    private static func pairs(_ given: [Value], _ keywords: [(name: String, value: Value)], _ machine: Machine) throws
        -> [(key: Value, value: Value)]
    {
        guard given.count < 2 else { throw machine.error("AssertionError", "Too many arguments.") }
        var result: [(key: Value, value: Value)] = []
        if let value = given.first, try machine.isTrue(value) {
            if let other = value.asObject as? MultiDictObject {
                result = other.pairs
            } else if try machine.attributeIfPresent(value, "items") != nil {
                result = try MappingItems.of(value, machine)
            } else {
                result = try machine.array(value).map { pair in
                    let parts = try machine.array(pair)
                    guard parts.count == 2 else { throw machine.error("ValueError", "not enough values to unpack (expected 2)") }
                    return (parts[0], parts[1])
                }
            }
        }
        return result + keywords.map { (.string($0.name), $0.value) }
    }

    private static func defineConstruction(_ type: PyType) {
        type.method("__init__", "self, *args, **kwargs") { machine, a in
            try MultiDictObject.of(a[0], machine).pairs = try pairs(a.list(1), a.dict(2), machine)
            return .none
        }
    }

    private static func defineReading(_ type: PyType) {
        let view = { (name: String) in
            type.method(name, "self") { machine, a in
                let dict = Value.dict(try MultiDictObject.of(a[0], machine).dictionary(machine))
                return try machine.call(try machine.attribute(dict, name))
            }
        }
        for name in ["keys", "values", "items"] { view(name) }
        type.method("__iter__", "self") { machine, a in
            try machine.iterator(.dict(try MultiDictObject.of(a[0], machine).dictionary(machine)))
        }
        type.method("__len__", "self") { machine, a in .int(try MultiDictObject.of(a[0], machine).dictionary(machine).count) }
        type.method("multi_items", "self") { machine, a in
            .list(PyList(try MultiDictObject.of(a[0], machine).pairs.map { .tuple(PyTuple([$0.key, $0.value])) }))
        }
        type.method("getlist", "self, key") { machine, a in
            .list(PyList(try MultiDictObject.of(a[0], machine).pairs.filter { try machine.isEqual($0.key, a[1]) }.map(\.value)))
        }
        type.method("get", "self, key, default=None") { machine, a in
            try MultiDictObject.of(a[0], machine).dictionary(machine).value(for: a[1], machine) ?? a[2]
        }
        type.method("__getitem__", "self, key, /") { machine, a in
            guard let value = try MultiDictObject.of(a[0], machine).dictionary(machine).value(for: a[1], machine) else {
                throw machine.error(machine.types.exception("KeyError"), [a[1]])
            }
            return value
        }
        type.method("__contains__", "self, key, /") { machine, a in
            .bool(try MultiDictObject.of(a[0], machine).dictionary(machine).value(for: a[1], machine) != nil)
        }
        type.method("__eq__", "self, other, /") { machine, a in
            guard let other = a[1].asObject as? MultiDictObject, let own = a[0].asObject as? MultiDictObject,
                other.instanceType.isSubtype(of: own.instanceType), own.pairs.count == other.pairs.count
            else { return false }
            let sorted = { (object: MultiDictObject) in
                try machine.call(
                    try machine.evaluate("sorted", in: PyDict()),
                    .list(PyList(object.pairs.map { .tuple(PyTuple([$0.key, $0.value])) })))
            }
            return .bool(try machine.isEqual(sorted(own), sorted(other)))
        }
        type.method("__repr__", "self") { machine, a in
            let items = try MultiDictObject.of(a[0], machine).pairs.map { Value.tuple(PyTuple([$0.key, $0.value])) }
            return .string("\(machine.typeName(a[0]))(\(try machine.repr(.list(PyList(items)))))")
        }
    }

    private static func defineWriting(_ type: PyType) {
        let setList = { (object: MultiDictObject, key: Value, values: [Value], machine: Machine) in
            try object.drop(key, machine)
            object.pairs += values.map { (key, $0) }
        }
        type.method("__setitem__", "self, key, value, /") { machine, a in
            try setList(try MultiDictObject.of(a[0], machine), a[1], [a[2]], machine)
            return .none
        }
        type.method("setlist", "self, key, values") { machine, a in
            try setList(try MultiDictObject.of(a[0], machine), a[1], try machine.array(a[2]), machine)
            return .none
        }
        type.method("append", "self, key, value") { machine, a in
            try MultiDictObject.of(a[0], machine).pairs.append((a[1], a[2]))
            return .none
        }
        type.method("__delitem__", "self, key, /") { machine, a in
            let object = try MultiDictObject.of(a[0], machine)
            let before = object.pairs.count
            try object.drop(a[1], machine)
            if object.pairs.count == before { throw machine.error(machine.types.exception("KeyError"), [a[1]]) }
            return .none
        }
        type.method("pop", "self, key, default=None") { machine, a in
            let object = try MultiDictObject.of(a[0], machine)
            let value = try object.dictionary(machine).value(for: a[1], machine) ?? a[2]
            try object.drop(a[1], machine)
            return value
        }
        type.method("poplist", "self, key") { machine, a in
            let object = try MultiDictObject.of(a[0], machine)
            let values = try object.pairs.filter { try machine.isEqual($0.key, a[1]) }.map(\.value)
            try object.drop(a[1], machine)
            return .list(PyList(values))
        }
        type.method("clear", "self") { machine, a in
            try MultiDictObject.of(a[0], machine).pairs = []
            return .none
        }
        type.method("setdefault", "self, key, default=None") { machine, a in
            let object = try MultiDictObject.of(a[0], machine)
            if let known = try object.dictionary(machine).value(for: a[1], machine) { return known }
            object.pairs.append((a[1], a[2]))
            return a[2]
        }
        type.method("update", "self, *args, **kwargs") { machine, a in
            let object = try MultiDictObject.of(a[0], machine)
            let new = try pairs(a.list(1), a.dict(2), machine)
            for (key, _) in new { try object.drop(key, machine) }
            object.pairs += new
            return .none
        }
    }

    private static func defineQuery(_ type: PyType) {
        type.method("__init__", "self, *args, **kwargs") { machine, a in
            let object = try MultiDictObject.of(a[0], machine)
            let given = a.list(1)
            if let text = given.first?.asStr {
                object.pairs = RequestScope.pairs(text.utf8).map { (.string($0.name), .string($0.value)) }
            } else if let bytes = given.first?.asBytes {
                object.pairs = RequestScope.pairs(bytes.bytes).map { (.string($0.name), .string($0.value)) }
            } else {
                object.pairs = try pairs(given, [], machine)
            }
            let keywords = a.dict(2).map { (key: Value.string($0.name), value: $0.value) }
            object.pairs = try (object.pairs + keywords).map { (.string(try machine.str($0.key)), .string(try machine.str($0.value))) }
            return .none
        }
        type.method("__str__", "self") { machine, a in .string(try text(try MultiDictObject.of(a[0], machine), machine)) }
        type.method("__repr__", "self") { machine, a in
            let text = try text(try MultiDictObject.of(a[0], machine), machine)
            return .string("\(machine.typeName(a[0]))(\(try machine.repr(.string(text))))")
        }
    }

    /// `urlencode(pairs)`.
    private static func text(_ object: MultiDictObject, _ machine: Machine) throws -> String {
        try machine.str(
            try machine.call(
                try machine.imported("urllib.parse", "urlencode"),
                .list(PyList(object.pairs.map { .tuple(PyTuple([$0.key, $0.value])) }))))
    }
}
