import Python

/// Keys in a header, a cookie or the query (FastAPI 0.165.0 security/api_key.py).
enum APIKeySchemes {
    /// The base and its three kinds.
    static func make(_ base: PyType, _ machine: Machine) throws -> [PyType] {
        let module = "fastapi.security.api_key"
        let common = try machine.types.make("APIKeyBase", module: module, bases: [base])
        defineBase(common)
        let kinds = [
            ("APIKeyQuery", "query", "query_params"), ("APIKeyHeader", "header", "headers"), ("APIKeyCookie", "cookie", "cookies"),
        ]
        let made = try kinds.map { name, place, attribute in
            let type = try machine.types.make(name, module: module, bases: [common])
            type.method("__init__", "self, *, name, scheme_name=None, description=None, auto_error=True") { machine, a in
                let model = [("type_", Value.string("apiKey")), ("in_", .string(place)), ("name", a[1]), ("description", a[3])]
                try SecurityScheme.fill(a[0], model, name: a[2], autoError: a[4], machine)
                return .none
            }
            SecurityScheme.answers(type) { machine, scheme, request in
                let key = try machine.attribute(try machine.attribute(scheme, "model"), "name")
                let values = try machine.attribute(request, attribute)
                let found = try machine.call(try machine.attribute(values, "get"), key)
                return try machine.call(try machine.attribute(scheme, "check_api_key"), found)
            }
            return type
        }
        return [common] + made
    }

    private static func defineBase(_ type: PyType) {
        type.method("make_not_authenticated_error", "self") { machine, _ in
            let headers = PyDict()
            headers["WWW-Authenticate"] = "APIKey"
            let exception = try machine.imported("starlette.exceptions", "HTTPException")
            return try SecurityScheme.notAuthenticated(.dict(headers), exception, machine)
        }
        type.method("check_api_key", "self, api_key") { machine, a in
            try machine.isTrue(a[1]) ? a[1] : try SecurityScheme.absent(a[0], machine)
        }
    }
}
