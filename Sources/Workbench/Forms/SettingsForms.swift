import Python

/// The arguments of `CORSMiddleware`, as a form shows them; lists are names separated by commas.
public struct CORSForm: Sendable, Hashable {
    public var origins: [String] = ["https://app.example"]
    public var originRegex = ""
    public var methods: [String] = ["GET"]
    public var headers: [String] = []
    public var exposed: [String] = []
    public var credentials = false
    /// Seconds; 600 is Starlette's default.
    public var maxAge = "600"

    public init() {}

    /// The form of a call that is there; nil where a value is no literal.
    public init?(_ middleware: MiddlewareOutline, source: SourceText) {
        guard middleware.name == "CORSMiddleware", middleware.call != nil else { return nil }
        let list = { (name: String, standard: [String]) -> [String]? in
            guard let keyword = middleware.keyword(name) else { return standard }
            let elements = keyword.value.elements?.map(\.plainText)
            guard let elements, !elements.contains(where: { $0 == nil }) else { return nil }
            return elements.compactMap { $0 }
        }
        guard let origins = list("allow_origins", []), let methods = list("allow_methods", ["GET"]),
            let headers = list("allow_headers", []), let exposed = list("expose_headers", [])
        else { return nil }
        self.origins = origins
        self.methods = methods
        self.headers = headers
        self.exposed = exposed
        if let regex = middleware.keyword("allow_origin_regex")?.value {
            if case .constant(.none) = regex.kind {} else if let text = regex.plainText { originRegex = text } else { return nil }
        }
        if let flag = middleware.keyword("allow_credentials")?.value {
            guard case .constant(.bool(let value)) = flag.kind else { return nil }
            credentials = value
        }
        if let age = middleware.keyword("max_age")?.value { maxAge = source.text(of: age.range) }
    }

    public func check() throws(FormProblem) {
        for name in headers + exposed where name != "*" { try FormCheck.headerName(name) }
        if !maxAge.isEmpty { try FormCheck.expression(maxAge) }
    }

    /// Keywords and their expressions; nil where a keyword has its default and should not stand there.
    public var keywords: [(name: String, value: String?)] {
        let list = { (values: [String]) in "[" + values.map(PythonText.literal).joined(separator: ", ") + "]" }
        return [
            ("allow_origins", origins.isEmpty ? nil : list(origins)),
            ("allow_origin_regex", originRegex.isEmpty ? nil : "r" + PythonText.literal(originRegex).replacing("\\\\", with: "\\")),
            ("allow_credentials", credentials ? "True" : nil),
            ("allow_methods", methods == ["GET"] ? nil : list(methods)),
            ("allow_headers", headers.isEmpty ? nil : list(headers)),
            ("expose_headers", exposed.isEmpty ? nil : list(exposed)),
            ("max_age", maxAge == "600" || maxAge.isEmpty ? nil : maxAge),
        ]
    }

    /// A new call for an application of that name.
    public func statement(application: String, newline: String) -> String {
        let lines = keywords.compactMap { keyword in keyword.value.map { "    \(keyword.name)=\($0)," } }
        return (["\(application).add_middleware(", "    CORSMiddleware,"] + lines + [")"]).joined(separator: newline)
    }

    /// What browsers make of it, one line each.
    public var warnings: [String] {
        var lines: [String] = []
        if credentials, exposed.contains("*") { lines.append("with credentials, * in expose_headers is only a name: it exposes nothing") }
        for origin in origins where origin != "*" && origin.hasSuffix("/") {
            lines.append("\(origin) never matches: an origin has no slash at its end")
        }
        return lines
    }
}

/// A response model, as a form shows it: one field a line, `name: annotation = default`.
public struct ModelForm: Sendable, Hashable {
    public var name = ""
    public var fields: [String] = ["id: int"]

    public init() {}

    public init(_ model: ModelOutline, source: SourceText) {
        name = model.name
        fields = model.fields.map { source.text(of: $0.statement.range) }
    }

    public func check() throws(FormProblem) {
        try FormCheck.pythonName(name)
        for field in fields {
            guard let module = try? Parser.parse(strictly: SourceText(field + "\n")), module.body.count == 1,
                case .annotatedAssign(let assign) = module.body[0].kind, assign.isSimple
            else { throw .notAnExpression(field, reason: "a field is written name: type = default") }
        }
    }

    /// A new class.
    public func definition(newline: String) -> String {
        (["class \(name)(BaseModel):"] + (fields.isEmpty ? ["    pass"] : fields.map { "    " + $0 })).joined(separator: newline)
    }
}

/// A new dependency, as a form shows it.
public struct DependencyForm: Sendable, Hashable {
    public var name = ""
    public var parameters = "response: Response"

    public init() {}

    public func check() throws(FormProblem) {
        try FormCheck.pythonName(name)
        guard (try? Parser.parse(strictly: SourceText("def f(\(parameters)): pass\n"))) != nil else {
            throw .notAnExpression(parameters, reason: "parameters are written as in a def")
        }
    }

    /// A new function.
    public func definition(newline: String) -> String { ["def \(name)(\(parameters)):", "    pass"].joined(separator: newline) }
}
