import DataModels
import Python

/// FastAPI 0.165.0 encoders.py `jsonable_encoder`.
struct JSONableEncoder {
    let machine: Machine
    var options = SerializationOptions()
    var excludesNone = false
    var dropsPrivateKeys = true
    private let depth = Depth()

    /// How deep the walk is in containers.
    private final class Depth {
        var value = 0
    }

    /// How deep values may be nested; CPython's recursion limit less what a request takes of it.
    private static let depthLimit = 900

    init(machine: Machine) { self.machine = machine }

    /// The value in types that JSON has; raises RecursionError for one that holds itself.
    func encode(_ value: Value) throws -> Value {
        depth.value += 1
        defer { depth.value -= 1 }
        if depth.value > Self.depthLimit { throw machine.error("RecursionError", "maximum recursion depth exceeded") }
        switch value {
        case .none, .bool, .int, .float, .str: return value
        case .list(let list): return .list(PyList(try list.elements.map { try encode($0) }))
        case .tuple(let tuple): return .list(PyList(try tuple.elements.map { try encode($0) }))
        case .dict(let dict): return try encode(dict)
        case .object(let object): return try encode(object, value)
        }
    }

    private func encode(_ dict: PyDict) throws -> Value {
        let result = PyDict()
        for (key, item) in dict.items {
            if let name = key.asString, dropsPrivateKeys, name.hasPrefix("_sa") { continue }
            if excludesNone, item.isNone { continue }
            try result.setValue(try encode(item), for: try encode(key), machine)
        }
        return .dict(result)
    }

    private func encode(_ object: PyObject, _ value: Value) throws -> Value {
        if let plain = try TypeAdapter.dump(model: value, options, machine) { return try encode(plain) }
        if let member = EnumSupport.value(of: value) { return try encode(member) }
        switch object {
        case let set as PySet: return .list(PyList(try set.table.keys.map { try encode($0) }))
        case let bytes as PyBytes: return try machine.call(try machine.attribute(.object(bytes), "decode"))
        case is PyGenerator: return .list(PyList(try machine.array(value).map { try encode($0) }))
        case is PyDate, is PyTime: return try machine.call(try machine.attribute(value, "isoformat"))
        case let delta as PyTimeDelta: return .float(delta.span.totalSeconds)
        case let uuid as PyUUID: return .string(uuid.text)
        default: break
        }
        if value.asBigInt != nil { return value }
        if let payload = value.asInstance?.payload { return try encode(payload) }
        let type = machine.type(of: value)
        if type.name == "Decimal", type.module == "decimal" { return try decimal(value) }
        if type.name == "SecretStr" || type.name == "HeadersURL" { return .string(try machine.str(value)) }
        return try encodeUnknown(value)
    }

    /// `int` where the exponent is not negative, else `float`.
    private func decimal(_ value: Value) throws -> Value {
        let exponent = try machine.attribute(try machine.call(try machine.attribute(value, "as_tuple")), "exponent")
        let type = (exponent.asInt ?? 0) >= 0 ? machine.types.int : machine.types.float
        return try machine.call(.object(type), value)
    }

    /// `dict(obj)`, then `vars(obj)`.
    private func encodeUnknown(_ value: Value) throws -> Value {
        do {
            return try encode(try machine.call(.object(machine.types.dict), value))
        } catch let first as PyError {
            guard let instance = value.asInstance else {
                let second = machine.error("TypeError", "vars() argument must have __dict__ attribute")
                throw machine.error(
                    machine.types.exception("ValueError"), [.list(PyList([.object(first.exception), .object(second.exception)]))])
            }
            return try encode(.dict(instance.attributes ?? PyDict()))
        }
    }
}

/// Compares what a function returned with what the body says, for the trace.
struct BodyComparison {
    let machine: Machine

    func compare(_ before: Value, _ after: Value, path: String, route: Route, into changes: inout [BodyAccount]) {
        guard changes.count < 200 else { return }
        if let old = before.asDict, let new = after.asDict { return compareDicts(old, new, path, route, &changes) }
        if let old = before.asList?.elements ?? before.asTuple?.elements, let new = after.asList?.elements {
            for (index, pair) in zip(old, new).enumerated() {
                compare(pair.0, pair.1, path: "\(path)[\(index)]", route: route, into: &changes)
            }
            return
        }
        guard let old = scalar(before), let new = scalar(after), old != new else { return }
        changes.append(
            BodyAccount(
                kind: .converted, path: path.isEmpty ? "body" : path, before: old, after: new, reason: "the response model's type",
                site: route.site))
    }

    private func compareDicts(_ old: PyDict, _ new: PyDict, _ path: String, _ route: Route, _ changes: inout [BodyAccount]) {
        let name = { (key: Value) in (path.isEmpty ? "" : path + ".") + (key.asString ?? "?") }
        for (key, value) in old.items {
            if let text = key.asString, let present = new[text] {
                compare(value, present, path: name(key), route: route, into: &changes)
            } else {
                changes.append(
                    BodyAccount(
                        kind: .removed, path: name(key), before: scalar(value), after: nil, reason: "not a field of the response model",
                        site: route.site))
            }
        }
        for (key, value) in new.items where key.asString.map({ old[$0] == nil }) == true {
            changes.append(
                BodyAccount(
                    kind: .defaulted, path: name(key), before: nil, after: scalar(value), reason: "the response model's default",
                    site: route.site))
        }
    }

    /// A short text of a plain value; nil for containers and objects.
    private func scalar(_ value: Value) -> String? {
        switch value {
        case .none, .bool, .int, .float, .str: try? machine.repr(value)
        default: nil
        }
    }
}
