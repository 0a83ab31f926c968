import DataModels
import Python

/// HTTP authentication: Basic, Bearer and Digest (FastAPI 0.165.0 security/http.py).
struct HTTPSchemes {
    let schemes: [PyType]
    /// The models of what the schemes give.
    let authorization: Value
    let basic: Value

    private static let module = "fastapi.security.http"

    init(_ base: PyType, _ machine: Machine) throws {
        authorization = try Self.model("HTTPAuthorizationCredentials", ["scheme", "credentials"], machine)
        basic = try Self.model("HTTPBasicCredentials", ["username", "password"], machine)
        let common = try machine.types.make("HTTPBase", module: Self.module, bases: [base])
        Self.defineBase(common, authorization)
        let make = { (name: String) in try machine.types.make(name, module: Self.module, bases: [common]) }
        let (basicType, bearer, digest) = (try make("HTTPBasic"), try make("HTTPBearer"), try make("HTTPDigest"))
        Self.defineBasic(basicType, basic)
        Self.defineNamed(bearer, "bearer", "self, *, bearerFormat=None, scheme_name=None, description=None, auto_error=True", authorization)
        Self.defineNamed(digest, "digest", "self, *, scheme_name=None, description=None, auto_error=True", authorization)
        schemes = [common, basicType, bearer, digest]
    }

    /// A model whose fields are all required texts.
    private static func model(_ name: String, _ fields: [String], _ machine: Machine) throws -> Value {
        let field = Value.tuple(PyTuple([.object(machine.types.str), try machine.evaluate("...", in: PyDict())]))
        return try machine.call(
            try machine.imported("pydantic", "create_model"),
            Arguments([.string(name)], keywords: fields.map { ($0, field) } + [("__module__", .string(module))]))
    }

    private static func defineBase(_ type: PyType, _ credentials: Value) {
        type.method("__init__", "self, *, scheme, scheme_name=None, description=None, auto_error=True") { machine, a in
            let model = [("type_", "http"), ("scheme", a[1]), ("description", a[3])]
            try SecurityScheme.fill(a[0], model, name: a[2], autoError: a[4], machine)
            return .none
        }
        type.method("make_authenticate_headers", "self") { machine, a in
            let scheme = try machine.attribute(try machine.attribute(a[0], "model"), "scheme")
            let headers = PyDict()
            headers["WWW-Authenticate"] = try machine.call(try machine.attribute(scheme, "title"))
            return .dict(headers)
        }
        type.method("make_not_authenticated_error", "self") { machine, a in
            let headers = try machine.call(try machine.attribute(a[0], "make_authenticate_headers"))
            return try SecurityScheme.notAuthenticated(headers, try machine.imported("fastapi", "HTTPException"), machine)
        }
        SecurityScheme.answers(type) { machine, scheme, request in
            try read(scheme, request, nil, credentials, machine)
        }
    }

    /// Bearer and Digest, which only differ in their word.
    private static func defineNamed(_ type: PyType, _ word: String, _ signature: String, _ credentials: Value) {
        type.method("__init__", signature) { machine, a in
            let shift = word == "bearer" ? 1 : 0
            var model = [("type_", Value.string("http")), ("scheme", .string(word)), ("description", a[2 + shift])]
            if shift == 1 { model.append(("bearerFormat", a[1])) }
            try SecurityScheme.fill(a[0], model, name: a[1 + shift], autoError: a[3 + shift], machine)
            return .none
        }
        SecurityScheme.answers(type) { machine, scheme, request in
            try read(scheme, request, word, credentials, machine)
        }
    }

    private static func read(
        _ scheme: Value, _ request: Value, _ word: String?, _ credentials: Value, _ machine: Machine
    ) throws -> Value {
        let parts = Authorization.split(try SecurityScheme.authorization(request, machine))
        guard !parts.scheme.isEmpty, !parts.parameter.isEmpty, word == nil || parts.scheme.lowercased() == word else {
            return try SecurityScheme.absent(scheme, machine)
        }
        return try machine.call(
            credentials,
            Arguments([], keywords: [("scheme", .string(parts.scheme)), ("credentials", .string(parts.parameter))]))
    }

    private static func defineBasic(_ type: PyType, _ credentials: Value) {
        type.method("__init__", "self, *, scheme_name=None, realm=None, description=None, auto_error=True") { machine, a in
            let model = [("type_", "http"), ("scheme", "basic"), ("description", a[3])]
            try SecurityScheme.fill(a[0], model, name: a[1], autoError: a[4], machine)
            try machine.setAttribute(a[0], "realm", a[2])
            return .none
        }
        type.method("make_authenticate_headers", "self") { machine, a in
            let realm = try machine.attribute(a[0], "realm")
            let headers = PyDict()
            headers["WWW-Authenticate"] = try machine.isTrue(realm) ? .string("Basic realm=\"\(try machine.str(realm))\"") : "Basic"
            return .dict(headers)
        }
        SecurityScheme.answers(type) { machine, scheme, request in
            let parts = Authorization.split(try SecurityScheme.authorization(request, machine))
            guard parts.scheme.lowercased() == "basic" else { return try SecurityScheme.absent(scheme, machine) }
            guard let text = try decoded(parts.parameter, machine), let colon = text.firstIndex(of: ":") else {
                throw try SecurityScheme.refuse(scheme, machine)
            }
            let password = Value.string(String(text[text.index(after: colon)...]))
            return try machine.call(
                credentials, Arguments([], keywords: [("username", .string(String(text[..<colon]))), ("password", password)]))
        }
    }

    /// `b64decode(param).decode("ascii")`, or nil where either fails.
    private static func decoded(_ text: String, _ machine: Machine) throws -> String? {
        do {
            let bytes = try machine.call(try machine.imported("base64", "b64decode"), .string(text))
            return try machine.call(try machine.attribute(bytes, "decode"), "ascii").asString
        } catch let raised as PyError where machine.isError(raised, "ValueError") {
            return nil
        }
    }
}
