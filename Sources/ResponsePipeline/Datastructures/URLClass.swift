import HTTPMessages
import Python

/// An instance of Starlette's `URL`: a text that is split when a part of it is asked for.
final class URLObject: PyInstance {
    var text = ""

    static func of(_ value: Value, _ machine: Machine) throws -> URLObject {
        guard let object = value.asObject as? URLObject else {
            throw machine.error("TypeError", "descriptor requires a 'URL' object but received a '\(machine.typeName(value))'")
        }
        return object
    }
}

/// Starlette 1.10.0 datastructures.py `URL` and `URLPath`.
enum URLClass {
    static func define(_ type: PyType, path: PyType, _ framework: FrameworkClasses) {
        type.method("__init__", "self, url='', scope=None, **components") { machine, a in
            let object = try URLObject.of(a[0], machine)
            if !a[2].isNone {
                object.text = RequestScope(dictionary: a[2].asDict ?? PyDict(), request: HTTPRequest(), machine).urlText
            } else if a.dict(3).isEmpty {
                object.text = try machine.str(a[1])
            } else {
                object.text = try replaced(object, a.dict(3), machine)
            }
            return .none
        }
        defineParts(type)
        defineChanges(type)
        type.method("__str__", "self") { machine, a in .string(try URLObject.of(a[0], machine).text) }
        type.method("__repr__", "self") { machine, a in
            let object = try URLObject.of(a[0], machine)
            var shown = object.text
            if let password = try part(object, "password", machine).asString, !password.isEmpty {
                shown = try replaced(object, [("password", "********")], machine)
            }
            return .string("\(machine.typeName(a[0]))(\(try machine.repr(.string(shown))))")
        }
        type.method("__eq__", "self, other, /") { machine, a in .bool(try machine.str(a[0]) == machine.str(a[1])) }
        definePath(path, type)
    }

    /// A URL of a text.
    static func make(_ text: String, _ type: PyType) -> Value {
        let made = URLObject(type: type)
        made.text = text
        return .object(made)
    }

    private static func part(_ object: URLObject, _ name: String, _ machine: Machine) throws -> Value {
        try machine.attribute(try components(object, machine), name)
    }

    private static func components(_ object: URLObject, _ machine: Machine) throws -> Value {
        try machine.call(try machine.imported("urllib.parse", "urlsplit"), .string(object.text))
    }

    private static func defineParts(_ type: PyType) {
        type.getter("components") { machine, value in try components(try URLObject.of(value, machine), machine) }
        for name in ["scheme", "netloc", "path", "query", "fragment", "username", "password", "hostname", "port"] {
            type.getter(name) { machine, value in try part(try URLObject.of(value, machine), name, machine) }
        }
        type.getter("is_secure") { machine, value in
            let scheme = try part(try URLObject.of(value, machine), "scheme", machine).asString
            return .bool(scheme == "https" || scheme == "wss")
        }
    }

    private static func defineChanges(_ type: PyType) {
        type.method("replace", "self, **kwargs") { machine, a in
            let object = try URLObject.of(a[0], machine)
            return make(try replaced(object, a.dict(1), machine), object.instanceType)
        }
        let query = { (object: URLObject, pairs: [(String, String)], machine: Machine) in
            let list = PyList(pairs.map { .tuple(PyTuple([.string($0.0), .string($0.1)])) })
            let text = try machine.call(try machine.imported("urllib.parse", "urlencode"), .list(list))
            return make(try replaced(object, [("query", text)], machine), object.instanceType)
        }
        let current = { (object: URLObject, machine: Machine) in
            RequestScope.pairs(Array(try machine.str(try part(object, "query", machine)).utf8)).map { ($0.name, $0.value) }
        }
        type.method("include_query_params", "self, **kwargs") { machine, a in
            let object = try URLObject.of(a[0], machine)
            let new = try a.dict(1).map { ($0.name, try machine.str($0.value)) }
            let kept = try current(object, machine).filter { pair in !new.contains { $0.0 == pair.0 } }
            return try query(object, kept + new, machine)
        }
        type.method("replace_query_params", "self, **kwargs") { machine, a in
            try query(try URLObject.of(a[0], machine), try a.dict(1).map { ($0.name, try machine.str($0.value)) }, machine)
        }
        type.method("remove_query_params", "self, keys") { machine, a in
            let object = try URLObject.of(a[0], machine)
            let keys = try a[1].asString.map { [$0] } ?? machine.array(a[1]).map { try machine.str($0) }
            return try query(object, try current(object, machine).filter { !keys.contains($0.0) }, machine)
        }
    }

    /// `URL.replace`: parts of the authority are put together again, the rest goes to `SplitResult._replace`.
    private static func replaced(
        _ object: URLObject, _ changes: [(name: String, value: Value)], _ machine: Machine
    ) throws -> String {
        var changes = changes
        let take = { (name: String) -> Value? in
            guard let index = changes.firstIndex(where: { $0.name == name }) else { return nil }
            return changes.remove(at: index).value
        }
        if changes.contains(where: { ["username", "password", "hostname", "port"].contains($0.name) }) {
            let newHost = take("hostname") ?? .none
            let port = try take("port") ?? part(object, "port", machine)
            let user = try take("username") ?? part(object, "username", machine)
            let password = try take("password") ?? part(object, "password", machine)
            var authority: String
            if newHost.isNone {
                authority = try machine.str(try part(object, "netloc", machine))
                if let at = authority.lastIndex(of: "@") { authority = String(authority[authority.index(after: at)...]) }
                if !authority.hasSuffix("]"), let colon = authority.lastIndex(of: ":") { authority = String(authority[..<colon]) }
            } else {
                authority = try machine.str(newHost)
                if authority.contains(":"), !authority.hasPrefix("[") { authority = "[\(authority)]" }
            }
            if !port.isNone { authority += ":" + (try machine.str(port)) }
            if !user.isNone {
                let secret = password.isNone ? "" : ":" + (try machine.str(password))
                authority = try machine.str(user) + secret + "@" + authority
            }
            changes.append(("netloc", .string(authority)))
        }
        let split = try components(object, machine)
        let new = try machine.call(try machine.attribute(split, "_replace"), Arguments([], keywords: changes))
        return try machine.str(try machine.call(try machine.attribute(new, "geturl")))
    }

    /// A path that `url_path_for` gave: a text that can be made absolute.
    private static func definePath(_ path: PyType, _ url: PyType) {
        path.method("make_absolute_url", "self, base_url") { machine, a in
            let base = URLObject(type: url)
            base.text = try machine.str(a[1])
            var prefix = try machine.str(try part(base, "path", machine))
            while prefix.hasSuffix("/") { prefix.removeLast() }
            let scheme = try machine.str(try part(base, "scheme", machine)), netloc = try machine.str(try part(base, "netloc", machine))
            return make("\(scheme)://\(netloc)\(prefix)\(try machine.str(a[0]))", url)
        }
    }
}
