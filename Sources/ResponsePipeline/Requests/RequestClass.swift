import HTTPMessages
import Python

/// An instance of Starlette's `Request`.
final class RequestObject: PyInstance {
    var scope: RequestScope?
}

/// An instance of Starlette's `URL`.
final class URLObject: PyInstance {
    var parts = (scheme: "http", netloc: "", path: "/", query: "")
    var text: String { "\(parts.scheme)://\(parts.netloc)\(parts.path)" + (parts.query.isEmpty ? "" : "?" + parts.query) }
}

/// Starlette 1.10.0 requests.py `Request`.
enum RequestClass {
    static func define(_ framework: FrameworkClasses) {
        let type = framework.httpConnection
        let getter = { (name: String, get: @escaping (Machine, RequestScope) throws -> Value) in
            type.getter(name) { machine, value in
                guard let scope = (value.asObject as? RequestObject)?.scope else {
                    throw machine.error("AttributeError", "'Request' object has no attribute '\(name)'")
                }
                return try get(machine, scope)
            }
        }
        getter("method") { _, scope in .string(scope.method) }
        getter("headers") { _, scope in .object(HeadersObject(type: framework.headers.immutable, raw: scope.headers)) }
        getter("cookies") { _, scope in
            let dict = PyDict()
            for (name, value) in scope.cookies { dict[name] = .string(value) }
            return .dict(dict)
        }
        getter("query_params") { machine, scope in try queryParameters(scope, machine) }
        getter("path_params") { _, scope in
            let dict = PyDict()
            for (name, value) in scope.pathParameters { dict[name] = value }
            return .dict(dict)
        }
        getter("client") { machine, scope in
            let address = try machine.call(try machine.imported("collections", "namedtuple"), "Address", .list(PyList(["host", "port"])))
            return try machine.call(address, .string(scope.client.host), .int(scope.client.port))
        }
        getter("state") { _, scope in
            let made = PyInstance(type: framework.state)
            made.attributes = scope.state
            return .object(made)
        }
        getter("app") { _, _ in .none }
        getter("url") { _, scope in .object(url(scope, framework.url, path: scope.request.path, query: scope.request.query)) }
        getter("base_url") { _, scope in .object(url(scope, framework.url, path: "/", query: "")) }
        getter("scope") { _, scope in
            let dict = PyDict()
            dict["type"] = "http"
            dict["method"] = .string(scope.method)
            dict["path"] = .string(scope.path)
            dict["scheme"] = .string(scope.scheme)
            dict["query_string"] = .object(PyBytes(Array(scope.request.query.utf8)))
            dict["headers"] = .list(
                PyList(
                    scope.headers.lines.map { .tuple(PyTuple([.object(PyBytes($0.name.latin1Bytes ?? [])), .object(PyBytes($0.value))])) }))
            return .dict(dict)
        }
        defineBody(framework)
        defineURL(framework.url)
    }

    private static func url(_ scope: RequestScope, _ type: PyType, path: String, query: String) -> URLObject {
        let made = URLObject(type: type)
        made.parts = (scope.scheme, scope.authority, path, query)
        return made
    }

    private static func defineBody(_ framework: FrameworkClasses) {
        let type = framework.request
        let method = { (name: String, read: @escaping (Machine, RequestScope) throws -> Value) in
            type.method(name, "self") { machine, a in
                guard let scope = (a[0].asObject as? RequestObject)?.scope else { return .none }
                return .object(PyNativeAwaitable { machine in try read(machine, scope) })
            }
        }
        method("body") { _, scope in .object(PyBytes(scope.request.body)) }
        method("json") { machine, scope in
            let loads = try machine.imported("json", "loads")
            return try machine.call(loads, .object(PyBytes(scope.request.body)))
        }
        method("form") { _, scope in
            let dict = PyDict()
            for (name, value) in RequestScope.pairs(scope.request.body) { dict[name] = .string(value) }
            return .dict(dict)
        }
        method("is_disconnected") { _, _ in false }
    }

    private static func queryParameters(_ scope: RequestScope, _ machine: Machine) throws -> Value {
        let dict = PyDict()
        for (name, value) in scope.query { dict[name] = .string(value) }
        return .dict(dict)
    }

    private static func defineURL(_ type: PyType) {
        let getter = { (name: String, get: @escaping (URLObject) -> Value) in
            type.getter(name) { _, value in (value.asObject as? URLObject).map(get) ?? .none }
        }
        getter("path") { .string(String(decoding: URLQuoting.unquote($0.parts.path.utf8), as: UTF8.self)) }
        getter("query") { .string($0.parts.query) }
        getter("scheme") { .string($0.parts.scheme) }
        getter("netloc") { .string($0.parts.netloc) }
        getter("hostname") { .string(String($0.parts.netloc.prefix { $0 != ":" })) }
        getter("port") { url in
            let parts = url.parts.netloc.split(separator: ":")
            return parts.count > 1 ? Int(parts[1]).map { .int($0) } ?? .none : .none
        }
        for name in ["__str__"] { type.method(name, "self") { _, a in .string((a[0].asObject as? URLObject)?.text ?? "") } }
        type.method("__repr__", "self") { machine, a in
            .string("URL(\(try machine.repr(.string((a[0].asObject as? URLObject)?.text ?? ""))))")
        }
        type.method("__eq__", "self, other, /") { machine, a in .bool(try machine.str(a[0]) == machine.str(a[1])) }
    }
}

/// Starlette 1.10.0 background.py.
enum BackgroundClasses {
    static func define(_ framework: FrameworkClasses) {
        framework.backgroundTask.method("__init__", "self, func, *args, **kwargs") { _, a in
            a[0].asInstance?.dictionary["tasks"] = .list(PyList([call(a[1], a)]))
            return .none
        }
        framework.backgroundTasks.method("__init__", "self, tasks=None") { machine, a in
            a[0].asInstance?.dictionary["tasks"] = .list(PyList(a[1].isNone ? [] : try machine.array(a[1])))
            return .none
        }
        framework.backgroundTasks.method("add_task", "self, func, *args, **kwargs") { machine, a in
            guard let tasks = try machine.attribute(a[0], "tasks").asList else { return .none }
            tasks.elements.append(call(a[1], a))
            return .none
        }
        framework.backgroundTask.method("__call__", "self") { machine, a in
            let tasks = try machine.attribute(a[0], "tasks").asList?.elements ?? []
            return .object(
                PyNativeAwaitable { machine in
                    for task in tasks {
                        if let call = task.asObject as? BackgroundCall {
                            _ = try await machine.callAsync(call.function, call.arguments)
                        } else {
                            _ = try await machine.callAsync(task, Arguments())
                        }
                    }
                    return .none
                })
        }
    }

    private static func call(_ function: Value, _ a: BoundArguments) -> Value {
        .object(BackgroundCall(function: function, arguments: Arguments(a.list(2), keywords: a.dict(3))))
    }
}

/// One task of the background.
final class BackgroundCall: PyObject {
    let function: Value
    let arguments: Arguments

    init(function: Value, arguments: Arguments) {
        self.function = function
        self.arguments = arguments
    }
}
