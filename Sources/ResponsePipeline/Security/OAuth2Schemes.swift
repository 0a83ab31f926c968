import Python

/// OAuth2 and OpenID Connect (FastAPI 0.165.0 security/oauth2.py, open_id_connect_url.py).
enum OAuth2Schemes {
    static func make(_ base: PyType, _ machine: Machine) throws -> [PyType] {
        let module = "fastapi.security.oauth2"
        let oauth2 = try machine.types.make("OAuth2", module: module, bases: [base])
        let password = try machine.types.make("OAuth2PasswordBearer", module: module, bases: [oauth2])
        let code = try machine.types.make("OAuth2AuthorizationCodeBearer", module: module, bases: [oauth2])
        let connect = try machine.types.make("OpenIdConnect", module: "fastapi.security.open_id_connect_url", bases: [base])
        oauth2.method("__init__", "self, *, flows=None, scheme_name=None, description=None, auto_error=True") { machine, a in
            let model = [("type_", "oauth2"), ("flows", a[1]), ("description", a[3])]
            try SecurityScheme.fill(a[0], model, name: a[2], autoError: a[4], machine)
            return .none
        }
        connect.method("__init__", "self, *, openIdConnectUrl, scheme_name=None, description=None, auto_error=True") { machine, a in
            let model = [("type_", "openIdConnect"), ("openIdConnectUrl", a[1]), ("description", a[3])]
            try SecurityScheme.fill(a[0], model, name: a[2], autoError: a[4], machine)
            return .none
        }
        password.method(
            "__init__", "self, tokenUrl, scheme_name=None, scopes=None, description=None, auto_error=True, refreshUrl=None"
        ) { machine, a in
            let flow = [("tokenUrl", a[1]), ("refreshUrl", a[6]), ("scopes", a[3])]
            try fill(a[0], "password", flow, name: a[2], description: a[4], autoError: a[5], machine)
            return .none
        }
        code.method(
            "__init__",
            "self, authorizationUrl, tokenUrl, refreshUrl=None, scheme_name=None, scopes=None, description=None, auto_error=True"
        ) { machine, a in
            let flow = [("authorizationUrl", a[1]), ("tokenUrl", a[2]), ("refreshUrl", a[3]), ("scopes", a[5])]
            try fill(a[0], "authorizationCode", flow, name: a[4], description: a[6], autoError: a[7], machine)
            return .none
        }
        for type in [oauth2, connect] { defineWhole(type) }
        for type in [password, code] { defineBearer(type) }
        return [oauth2, password, code, connect]
    }

    private static func fill(
        _ scheme: Value, _ kind: String, _ flow: [(String, Value)], name: Value, description: Value, autoError: Value, _ machine: Machine
    ) throws {
        let described = PyDict(), flows = PyDict()
        for (key, value) in flow { described[key] = key == "scopes" && value.isNone ? .dict(PyDict()) : value }
        flows[kind] = .dict(described)
        let model = [("type_", "oauth2"), ("flows", .dict(flows)), ("description", description)]
        try SecurityScheme.fill(scheme, model, name: name, autoError: autoError, machine)
    }

    /// Schemes that give the whole header.
    private static func defineWhole(_ type: PyType) {
        type.method("make_not_authenticated_error", "self") { machine, a in
            let headers = PyDict()
            headers["WWW-Authenticate"] = "Bearer"
            let module = type.name == "OAuth2" ? "fastapi" : "starlette.exceptions"
            return try SecurityScheme.notAuthenticated(.dict(headers), try machine.imported(module, "HTTPException"), machine)
        }
        SecurityScheme.answers(type) { machine, scheme, request in
            guard let header = try SecurityScheme.authorization(request, machine), !header.isEmpty else {
                return try SecurityScheme.absent(scheme, machine)
            }
            return .string(header)
        }
    }

    /// Schemes that give the token behind `Bearer`.
    private static func defineBearer(_ type: PyType) {
        SecurityScheme.answers(type) { machine, scheme, request in
            let parts = Authorization.split(try SecurityScheme.authorization(request, machine))
            guard parts.scheme.lowercased() == "bearer" else { return try SecurityScheme.absent(scheme, machine) }
            return .string(parts.parameter)
        }
    }
}
