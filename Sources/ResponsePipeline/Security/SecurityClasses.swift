import DataModels
import Python

/// FastAPI's security helpers of one machine (FastAPI 0.165.0 security/): made when a program first imports them.
struct SecurityClasses {
    /// The names that the modules of `fastapi.security` have.
    let names: [(name: String, value: Value)]

    init(_ framework: FrameworkClasses, _ machine: Machine) throws {
        let base = framework.securityBase
        let keys = try APIKeySchemes.make(base, machine)
        let http = try HTTPSchemes(base, machine)
        let oauth2 = try OAuth2Schemes.make(base, machine)
        let forms = try RequestForms.make(framework, machine)
        let connection = CallSignature.Parameter(
            name: "request", kind: .positionalOrKeyword, annotation: .object(framework.httpConnection))
        for type in keys + http.schemes + oauth2 {
            framework.natives.declare("__call__", of: type, .coroutine, [connection])
        }
        Self.defineScopes(framework.securityScopes)
        let types = [base] + keys + http.schemes + oauth2 + forms
        var names = types.map { (name: $0.name, value: Value.object($0)) }
        names.append(("HTTPAuthorizationCredentials", http.authorization))
        names.append(("HTTPBasicCredentials", http.basic))
        names.append(("SecurityScopes", .object(framework.securityScopes)))
        names.append(
            (
                "get_authorization_scheme_param",
                machine.native("get_authorization_scheme_param", "authorization_header_value") { machine, a in
                    let (scheme, parameter) = Authorization.split(a[0].isNone ? nil : try machine.str(a[0]))
                    return .tuple(PyTuple([.string(scheme), .string(parameter)]))
                }
            ))
        self.names = names
    }

    private static func defineScopes(_ type: PyType) {
        type.method("__init__", "self, scopes=None") { machine, a in
            let scopes = try machine.isTrue(a[1]) ? a[1] : .list(PyList())
            try machine.setAttribute(a[0], "scopes", scopes)
            try machine.setAttribute(a[0], "scope_str", try machine.call(try machine.attribute(" ", "join"), scopes))
            return .none
        }
    }
}

/// What the security schemes have in common.
enum SecurityScheme {
    /// Takes over what all schemes are told; `model` says what OpenAPI would show.
    static func fill(
        _ scheme: Value, _ model: [(String, Value)], name: Value, autoError: Value, _ machine: Machine
    ) throws {
        let described = PyInstance(type: try machine.imported("types", "SimpleNamespace").asType ?? machine.types.object)
        for (key, value) in model { described.dictionary[key] = value }
        try machine.setAttribute(scheme, "model", .object(described))
        let title = try machine.isTrue(name) ? name : .string(machine.typeName(scheme))
        try machine.setAttribute(scheme, "scheme_name", title)
        try machine.setAttribute(scheme, "auto_error", autoError)
    }

    /// The 401 that a scheme raises.
    static func notAuthenticated(_ headers: Value, _ exception: Value, _ machine: Machine) throws -> Value {
        try machine.call(
            exception,
            Arguments([], keywords: [("status_code", 401), ("detail", "Not authenticated"), ("headers", headers)]))
    }

    /// Raises what `make_not_authenticated_error` makes, which a class of the program may override.
    static func refuse(_ scheme: Value, _ machine: Machine) throws -> PyError {
        let made = try machine.call(try machine.attribute(scheme, "make_not_authenticated_error"))
        guard let exception = made.asObject as? PyException else {
            return machine.error("TypeError", "exceptions must derive from BaseException")
        }
        return PyError(exception)
    }

    /// Nothing, where the scheme was told not to raise.
    static func absent(_ scheme: Value, _ machine: Machine) throws -> Value {
        guard try machine.isTrue(try machine.attribute(scheme, "auto_error")) else { return .none }
        throw try refuse(scheme, machine)
    }

    /// The value of the Authorization header; nil where there is none.
    static func authorization(_ request: Value, _ machine: Machine) throws -> String? {
        let headers = try machine.attribute(request, "headers")
        let found = try machine.call(try machine.attribute(headers, "get"), "Authorization")
        return found.isNone ? nil : try machine.str(found)
    }

    /// Defines `__call__` as a coroutine.
    static func answers(_ type: PyType, _ body: @escaping (Machine, Value, Value) throws -> Value) {
        type.method("__call__", "self, request") { _, a in
            let scheme = a[0], request = a[1]
            return .object(PyNativeAwaitable { machine in try body(machine, scheme, request) })
        }
    }
}

/// An Authorization header in its parts (FastAPI 0.165.0 security/utils.py `get_authorization_scheme_param`).
enum Authorization {
    static func split(_ header: String?) -> (scheme: String, parameter: String) {
        guard let header, !header.isEmpty else { return ("", "") }
        let parts = header.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count > 1 else { return (header, "") }
        var parameter = parts[1]
        while parameter.first?.isWhitespace == true { parameter.removeFirst() }
        while parameter.last?.isWhitespace == true { parameter.removeLast() }
        return (String(parts[0]), String(parameter))
    }
}
