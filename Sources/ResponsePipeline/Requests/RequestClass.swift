import HTTPMessages
import Python

/// An instance of Starlette's `Request`.
final class RequestObject: PyInstance {
    var scope: RequestScope?
    /// The JSON of the body, once it was read.
    var json: Value?
    /// The form of the body, once it was read.
    var form: Value?
    /// Whether `stream()` ran to its end, so that the body cannot be read any more.
    var isConsumed = false

    /// Takes note that what `call_next` called has read the body through this request, which cannot read it any more.
    func isReadBelow() { if attributes?["_body"] == nil { isConsumed = true } }

    static func scope(_ value: Value, _ machine: Machine) throws -> RequestScope {
        guard let scope = (value.asObject as? RequestObject)?.scope else {
            throw machine.error("AttributeError", "'\(machine.typeName(value))' object has no attribute 'scope'")
        }
        return scope
    }
}

/// Starlette 1.10.0 requests.py `HTTPConnection` and `Request`.
enum RequestClass {
    static func define(_ framework: FrameworkClasses) {
        framework.httpConnection.method("__init__", "self, scope, receive=None") { machine, a in
            try open(a[0], a[1], .none, framework, machine)
            return .none
        }
        framework.request.method("__init__", "self, scope, receive=None, send=None") { machine, a in
            if try machine.item(a[1], "type").asString != "http" { throw machine.error(machine.types.exception("AssertionError"), []) }
            try open(a[0], a[1], a[2], framework, machine)
            return .none
        }
        defineAddress(framework)
        defineContent(framework)
        defineMapping(framework)
        defineState(framework)
        RequestBodyMethods.define(framework)
    }

    /// Makes a connection of a scope that the program hands in.
    private static func open(
        _ value: Value, _ scope: Value, _ receive: Value, _ framework: FrameworkClasses, _ machine: Machine
    ) throws {
        guard let request = value.asObject as? RequestObject, let dictionary = scope.asDict else { return }
        let outer = machine.context.user as? RequestScope
        if let outer, outer.dictionary === dictionary, receive.isNone || outer.receive?.isIdentical(to: receive) == true {
            request.scope = outer
            return
        }
        let made = RequestScope(dictionary: dictionary, request: outer?.request ?? HTTPRequest(), machine)
        made.framework = framework
        made.receive = receive.isNone ? nil : receive
        request.scope = made
    }

    private static func defineAddress(_ framework: FrameworkClasses) {
        let type = framework.httpConnection
        type.getter("method") { machine, value in .string(try RequestObject.scope(value, machine).method) }
        type.getter("url") { machine, value in URLClass.make(try RequestObject.scope(value, machine).urlText, framework.url) }
        type.getter("base_url") { machine, value in URLClass.make(try RequestObject.scope(value, machine).baseURLText, framework.url) }
        type.getter("client") { machine, value in
            let client = try RequestObject.scope(value, machine).client
            return try machine.call(framework.address(), .string(client.host), .int(client.port))
        }
        type.method("url_for", "self, name, /, **path_params") { machine, a in
            let scope = try RequestObject.scope(a[0], machine)
            guard let router = scope.router ?? scope.application?.router else {
                throw machine.error(
                    "RuntimeError", "The `url_for` method can only be used inside a Starlette application or with a router.")
            }
            let path = try RouteClass.path(a[1], a.dict(2), router, framework, machine)
            return try machine.call(try machine.attribute(path, "make_absolute_url"), URLClass.make(scope.baseURLText, framework.url))
        }
    }

    private static func defineContent(_ framework: FrameworkClasses) {
        let type = framework.httpConnection
        type.getter("headers") { machine, value in
            .object(HeadersObject(type: framework.headers.immutable, raw: try RequestObject.scope(value, machine).headers))
        }
        type.getter("cookies") { machine, value in
            let dict = PyDict()
            for (name, text) in try RequestObject.scope(value, machine).cookies { dict[name] = .string(text) }
            return .dict(dict)
        }
        type.getter("query_params") { machine, value in framework.multiDict.query(try RequestObject.scope(value, machine).query) }
        type.getter("path_params") { machine, value in .dict(try RequestObject.scope(value, machine).parameters) }
    }

    private static func defineMapping(_ framework: FrameworkClasses) {
        let type = framework.httpConnection
        let dictionary = { (value: Value, machine: Machine) in
            Value.dict(try RequestObject.scope(value, machine).expose(machine))
        }
        type.getter("scope") { machine, value in try dictionary(value, machine) }
        type.method("__getitem__", "self, key, /") { machine, a in try machine.item(dictionary(a[0], machine), a[1]) }
        type.method("__iter__", "self") { machine, a in try machine.iterator(dictionary(a[0], machine)) }
        type.method("__len__", "self") { machine, a in .int(try dictionary(a[0], machine).asDict?.count ?? 0) }
        for name in ["keys", "values", "items"] {
            type.method(name, "self") { machine, a in try machine.call(try machine.attribute(dictionary(a[0], machine), name)) }
        }
        type.method("get", "self, key, default=None") { machine, a in
            try dictionary(a[0], machine).asDict?.value(for: a[1], machine) ?? a[2]
        }
        type.method("__contains__", "self, key, /") { machine, a in
            .bool(try dictionary(a[0], machine).asDict?.value(for: a[1], machine) != nil)
        }
    }

    private static func defineState(_ framework: FrameworkClasses) {
        let type = framework.httpConnection
        type.getter("state") { machine, value in StateClass.make(try RequestObject.scope(value, machine).state, framework.state) }
        type.getter("app") { machine, value in
            try RequestObject.scope(value, machine).application.map { .object($0) } ?? .none
        }
        for (name, middleware) in [("session", "Session"), ("auth", "Authentication"), ("user", "Authentication")] {
            type.getter(name) { machine, value in
                if let found = try RequestObject.scope(value, machine).dictionary?[name] { return found }
                throw machine.error("AssertionError", "\(middleware)Middleware must be installed to access request.\(name)")
            }
        }
    }
}

/// The methods of `Request` that read the body.
enum RequestBodyMethods {
    static func define(_ framework: FrameworkClasses) {
        let type = framework.request
        let method = { (name: String, signature: String, read: @escaping (Machine, RequestObject, RequestScope) async throws -> Value) in
            type.method(name, signature) { machine, a in
                let scope = try RequestObject.scope(a[0], machine)
                guard let request = a[0].asObject as? RequestObject else { return .none }
                return .object(PyNativeAwaitable { machine in try await read(machine, request, scope) })
            }
        }
        method("body", "self") { machine, request, scope in try await body(request, scope, framework, machine) }
        method("json", "self") { machine, request, scope in
            if let known = request.json { return known }
            let bytes = try await machine.await(try machine.call(try machine.attribute(.object(request), "body")))
            let value = try machine.call(try machine.imported("json", "loads"), bytes)
            request.json = value
            return value
        }
        FormOpening.define(framework)
        method("close", "self") { _, _, _ in .none }
        method("is_disconnected", "self") { machine, _, scope in
            // It takes what is there and waits for nothing.
            guard let receive = scope.receive, (machine.context.user as? RequestScope)?.isBodyTaken == false else { return false }
            return .bool(try await machine.finishCall(receive, Arguments()).asDict?["type"]?.asString == "http.disconnect")
        }
        type.getter("receive") { machine, value in
            ASGIBridge(machine: machine, framework: framework).receive(try RequestObject.scope(value, machine))
        }
        type.getter("_receive") { machine, value in try machine.attribute(value, "receive") }
        type.method("stream", "self") { machine, a in
            let scope = try RequestObject.scope(a[0], machine)
            let made = BodyIteratorObject(type: framework.responses.bodyIterator)
            if let request = a[0].asObject as? RequestObject {
                made.stream = RequestStream(request, scope, RequestBodySource(machine: machine, framework: framework), machine)
            }
            return .object(made)
        }
    }

    /// The body as the program sees it: always the same object.
    private static func body(
        _ request: RequestObject, _ scope: RequestScope, _ framework: FrameworkClasses, _ machine: Machine
    ) async throws -> Value {
        if let known = request.attributes?["_body"] { return known }
        if request.isConsumed { throw machine.error("RuntimeError", "Stream consumed") }
        let bytes = try await RequestBodySource(machine: machine, framework: framework).body(scope)
        let value = Value.object(PyBytes(bytes))
        request.dictionary["_body"] = value
        return value
    }
}

/// `request.stream()`: the body in pieces, and an empty piece at the end.
private final class RequestStream: BodyStream {
    private let request: RequestObject
    private let scope: RequestScope
    private let source: RequestBodySource
    private let machine: Machine
    private var hasStarted = false
    private var isDone = false

    init(_ request: RequestObject, _ scope: RequestScope, _ source: RequestBodySource, _ machine: Machine) {
        self.request = request
        self.scope = scope
        self.source = source
        self.machine = machine
    }

    override func next() async throws -> [UInt8]? {
        if isDone { return nil }
        let isFirst = !hasStarted
        hasStarted = true
        let own = request.attributes?["_body"]?.asBytes?.bytes ?? (scope.isBodyOfRoute ? scope.body : nil)
        if isFirst, let own { return own }
        if isFirst, request.isConsumed { throw machine.error("RuntimeError", "Stream consumed") }
        // What a middleware read before is handed over once.
        if isFirst, let known = scope.body, !known.isEmpty {
            request.isConsumed = true
            return known
        }
        if own == nil { request.isConsumed = true }
        if request.attributes?["_body"] == nil, scope.body == nil {
            while let piece = try await source.next(scope) { if !piece.isEmpty { return piece } }
            request.isConsumed = true
        }
        isDone = true
        return []
    }
}
