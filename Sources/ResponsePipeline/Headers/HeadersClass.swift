import HTTPMessages
import Python

/// Starlette's `Headers` and `MutableHeaders`: an instance around a list of lines.
final class HeadersObject: PyInstance {
    var raw: RawHeaders

    init(type: PyType, raw: RawHeaders) {
        self.raw = raw
        super.init(type: type)
    }

    static func raw(_ value: Value, _ machine: Machine) throws -> RawHeaders {
        guard let object = value.asObject as? HeadersObject else {
            throw machine.error("TypeError", "descriptor requires a 'Headers' object but received a '\(machine.typeName(value))'")
        }
        try object.raw.checkPairs(machine)
        return object.raw
    }
}

/// Starlette 1.10.0 datastructures.py `Headers` and `MutableHeaders`.
struct HeadersClass {
    let immutable: PyType
    let mutable: PyType

    init(_ machine: Machine) throws {
        immutable = try machine.types.make("Headers", module: "starlette.datastructures")
        mutable = try machine.types.make("MutableHeaders", module: "starlette.datastructures", bases: [immutable])
        for type in [immutable, mutable] { type.allocates { HeadersObject(type: $0, raw: RawHeaders()) } }
        Self.defineConstructor(immutable)
        Self.defineReading(immutable)
        Self.defineViews(immutable, mutable)
        Self.defineWriting(mutable)
    }

    private static func defineConstructor(_ type: PyType) {
        type.method("__init__", "self, headers=None, raw=None, scope=None") { machine, a in
            guard let object = a[0].asObject as? HeadersObject else { return .none }
            if !a[1].isNone {
                for (name, value) in try MappingItems.of(a[1], machine) {
                    object.raw.append(
                        try HeaderText.name(name, machine), try HeaderText.latin1(value, machine), account(machine, "constructor"))
                }
            } else if !a[2].isNone {
                object.raw = RawHeaders(list: try a[2].asList ?? PyList(machine.array(a[2])), machine)
            } else if !a[3].isNone {
                let key = Value.string("headers")
                let list = PyList(try machine.array(try machine.item(a[3], key)))
                try machine.setItem(a[3], key, .list(list))
                object.raw = RawHeaders(list: list, machine)
            }
            return .none
        }
    }

    static func account(_ machine: Machine, _ operation: String, _ rule: Rule? = nil) -> RawHeaders.Account? {
        machine.recorder.map { RawHeaders.Account(operation: operation, source: $0.source(machine), rule: rule) }
    }

    private static func defineReading(_ type: PyType) {
        type.method("__getitem__", "self, key, /") { machine, a in
            let name = try HeaderText.name(a[1], machine)
            guard let value = try HeadersObject.raw(a[0], machine).first(name) else {
                throw machine.error(machine.types.exception("KeyError"), [a[1]])
            }
            return HeaderText.value(value)
        }
        type.method("get", "self, key, default=None") { machine, a in
            try HeadersObject.raw(a[0], machine).first(try HeaderText.name(a[1], machine)).map(HeaderText.value) ?? a[2]
        }
        type.method("getlist", "self, key") { machine, a in
            let name = try HeaderText.name(a[1], machine)
            return .list(PyList(try HeadersObject.raw(a[0], machine).texts(name).map(Value.string)))
        }
        type.method("__contains__", "self, key, /") { machine, a in
            .bool(try HeadersObject.raw(a[0], machine).contains(try HeaderText.name(a[1], machine)))
        }
        type.method("__len__", "self") { machine, a in .int(try HeadersObject.raw(a[0], machine).lines.count) }
        type.method("__eq__", "self, other, /") { machine, a in
            guard let other = a[1].asObject as? HeadersObject else { return false }
            let key = { (line: RawHeaders.Line) in line.name + "\u{0}" + String(latin1: line.value) }
            return .bool(try HeadersObject.raw(a[0], machine).lines.map(key).sorted() == other.raw.lines.map(key).sorted())
        }
        type.method("__repr__", "self") { machine, a in
            let lines = try HeadersObject.raw(a[0], machine).lines
            let items = lines.map { (key: Value.string($0.name), value: HeaderText.value($0.value)) }
            let name = machine.typeName(a[0])
            if Set(lines.map(\.name)).count == lines.count {
                let dict = PyDict()
                for item in items { try dict.setValue(item.value, for: item.key, machine) }
                return .string("\(name)(\(try machine.repr(.dict(dict))))")
            }
            let raw = try HeadersObject.raw(a[0], machine).pythonList(machine)
            return .string("\(name)(raw=\(try machine.repr(.list(raw))))")
        }
    }

    private static func defineViews(_ type: PyType, _ mutable: PyType) {
        type.method("keys", "self") { machine, a in .list(PyList(try HeadersObject.raw(a[0], machine).lines.map { .string($0.name) })) }
        type.method("values", "self") { machine, a in
            .list(PyList(try HeadersObject.raw(a[0], machine).lines.map { HeaderText.value($0.value) }))
        }
        type.method("items", "self") { machine, a in
            .list(
                PyList(try HeadersObject.raw(a[0], machine).lines.map { .tuple(PyTuple([.string($0.name), HeaderText.value($0.value)])) }))
        }
        type.method("__iter__", "self") { machine, a in
            try machine.iterator(.list(PyList(try HeadersObject.raw(a[0], machine).lines.map { .string($0.name) })))
        }
        type.getter("raw") { machine, value in
            .list(PyList((value.asObject as? HeadersObject)?.raw.pythonList(machine).elements ?? []))
        }
        mutable.getter("raw") { machine, value in
            .list((value.asObject as? HeadersObject)?.raw.pythonList(machine) ?? PyList())
        }
        type.method("mutablecopy", "self") { machine, a in
            .object(HeadersObject(type: mutable, raw: RawHeaders(try HeadersObject.raw(a[0], machine).lines)))
        }
    }

    private static func defineWriting(_ type: PyType) {
        type.method("__setitem__", "self, key, value, /") { machine, a in
            let name = try HeaderText.name(a[1], machine)
            try HeadersObject.raw(a[0], machine).set(name, try HeaderText.latin1(a[2], machine), account(machine, "set"))
            return .none
        }
        type.method("__delitem__", "self, key, /") { machine, a in
            let name = try HeaderText.name(a[1], machine)
            try HeadersObject.raw(a[0], machine).remove(name, by: machine.recorder?.source(machine))
            return .none
        }
        type.method("append", "self, key, value") { machine, a in
            let name = try HeaderText.name(a[1], machine)
            try HeadersObject.raw(a[0], machine).append(name, try HeaderText.latin1(a[2], machine), account(machine, "append"))
            return .none
        }
        type.method("setdefault", "self, key, value") { machine, a in
            let lines = try HeadersObject.raw(a[0], machine)
            let name = try HeaderText.name(a[1], machine)
            let value = try HeaderText.latin1(a[2], machine)
            if let present = lines.first(name) { return HeaderText.value(present) }
            lines.append(name, value, account(machine, "setdefault"))
            return a[2]
        }
        type.method("update", "self, other") { machine, a in
            try update(a[0], a[1], machine)
            return .none
        }
        type.method("__ior__", "self, other, /") { machine, a in
            try requireMapping(a[1], machine)
            try update(a[0], a[1], machine)
            return a[0]
        }
        type.method("__or__", "self, other, /") { machine, a in
            try requireMapping(a[1], machine)
            let copy = HeadersObject(type: type, raw: RawHeaders(try HeadersObject.raw(a[0], machine).lines))
            try update(.object(copy), a[1], machine)
            return .object(copy)
        }
        type.method("add_vary_header", "self, vary") { machine, a in
            let lines = try HeadersObject.raw(a[0], machine)
            let values = try lines.texts("vary") + [machine.str(a[1])]
            let joined = Value.string(values.joined(separator: ", "))
            lines.set("vary", try HeaderText.latin1(joined, machine), account(machine, "add_vary_header"))
            return .none
        }
    }

    private static func requireMapping(_ value: Value, _ machine: Machine) throws {
        let type = machine.type(of: value)
        let isMapping = value.asDict != nil || value.asObject is HeadersObject || type.mro.contains { $0.name == "Mapping" }
        guard isMapping else { throw machine.error("TypeError", "Expected a mapping but got \(type.name)") }
    }

    private static func update(_ headers: Value, _ other: Value, _ machine: Machine) throws {
        let lines = try HeadersObject.raw(headers, machine)
        for (key, value) in try MappingItems.of(other, machine) {
            let name = try HeaderText.name(key, machine)
            lines.set(name, try HeaderText.latin1(value, machine), account(machine, "update"))
        }
    }
}

/// The pairs of anything with `items()`.
enum MappingItems {
    static func of(_ value: Value, _ machine: Machine) throws -> [(key: Value, value: Value)] {
        if let dict = value.asDict { return dict.items }
        let items = try machine.call(try machine.attribute(value, "items"))
        return try machine.array(items).map { pair in
            let parts = try machine.array(pair)
            guard parts.count == 2 else {
                throw machine.error("ValueError", "not enough values to unpack (expected 2, got \(parts.count))")
            }
            return (parts[0], parts[1])
        }
    }
}
