import BrowserModel
import HTTPMessages
import Python

/// A change of the program that makes a browser do what it refuses now.
public enum BrowserFix: Sendable, Hashable {
    /// There is no `CORSMiddleware`: add one that lets this page have what it asks for.
    case addCORS(origin: String, methods: [String], headers: [String], exposed: [String], credentials: Bool)
    case exposeHeader(String)
    case allowOrigin(String)
    case allowMethod(String)
    case allowHeader(String)
    case allowCredentials
    /// The cookie that the line sets: SameSite=None where asked for, and always Secure.
    case cookie(name: String, line: Int, sameSiteNone: Bool)

    /// What the fix writes, in a few words.
    public var words: String {
        switch self {
        case .addCORS(let origin, _, _, _, _): "add CORSMiddleware for \(origin)"
        case .exposeHeader(let name): "expose_headers: \(name)"
        case .allowOrigin(let origin): "allow_origins: \(origin)"
        case .allowMethod(let method): "allow_methods: \(method)"
        case .allowHeader(let name): "allow_headers: \(name)"
        case .allowCredentials: "allow_credentials=True"
        case .cookie(let name, _, let sameSiteNone): "cookie \(name): " + (sameSiteNone ? "samesite=\"none\", " : "") + "secure=True"
        }
    }
}

extension Document {
    /// Applies a fix as the smallest edit of the text.
    public mutating func apply(_ fix: BrowserFix) throws(FormProblem) {
        switch fix {
        case .addCORS(let origin, let methods, let headers, let exposed, let credentials):
            var form = CORSForm()
            form.origins = [origin]
            form.methods = methods
            form.headers = headers
            form.exposed = exposed
            form.credentials = credentials
            try write(form)
        case .exposeHeader(let name): try addToCORS("expose_headers", name)
        case .allowOrigin(let origin): try addToCORS("allow_origins", origin)
        case .allowMethod(let method): try addToCORS("allow_methods", method, standard: ["GET"])
        case .allowHeader(let name): try addToCORS("allow_headers", name)
        case .allowCredentials:
            guard let call = outline.cors?.call else { throw .notFound("CORSMiddleware") }
            var patch = SourcePatch(source)
            patch.setKeyword("allow_credentials", to: "True", of: call, in: source)
            replace(with: patch.result, label: fix.words)
        case .cookie(let name, let line, let sameSiteNone): try secure(cookie: name, line: line, sameSiteNone: sameSiteNone)
        }
    }

    /// Adds a name to a list in the `CORSMiddleware` call, also where the list has a name of its own.
    private mutating func addToCORS(_ keyword: String, _ name: String, standard: [String] = []) throws(FormProblem) {
        guard let cors = outline.cors, let call = cors.call else { throw .notFound("CORSMiddleware") }
        var patch = SourcePatch(source)
        let literal = PythonText.literal(name)
        let value = cors.keyword(keyword)?.value
        if let value, let list = list(value), let elements = list.elements {
            if let last = elements.last {
                patch.insert(", \(literal)", at: last.range.end)
            } else {
                patch.replace(list.range, with: "[\(literal)]")
            }
        } else if let value {
            patch.replace(value.range, with: "[*\(source.text(of: value.range)), \(literal)]")
        } else {
            let all = (standard + [name]).map(PythonText.literal).joined(separator: ", ")
            patch.setKeyword(keyword, to: "[\(all)]", of: call, in: source)
        }
        replace(with: patch.result, label: "\(keyword): \(name)")
    }

    /// The list display that an expression is, or that a name was bound to once at the top level.
    private func list(_ expression: Expression) -> Expression? {
        if case .list = expression.kind { return expression }
        guard case .name(let name) = expression.kind else { return nil }
        let bound = module.body.compactMap { statement -> Expression? in
            guard case .assign(let assign) = statement.kind, assign.targets.count == 1, case .name(name) = assign.targets[0].kind
            else { return nil }
            return assign.value
        }
        guard bound.count == 1, case .list = bound[0].kind else { return nil }
        return bound[0]
    }

    private mutating func secure(cookie name: String, line: Int, sameSiteNone: Bool) throws(FormProblem) {
        for function in outline.pathOperations + outline.dependencies {
            for (index, write) in function.writes.enumerated() where lines(of: write).contains(line) {
                guard case .setCookie(let call) = write.kind, var form = CookieForm(call, source: source), form.name == name else {
                    continue
                }
                form.secure = true
                if sameSiteNone { form.sameSite = .none }
                return try self.write(form, function: function.name, replacing: index)
            }
        }
        throw .notFound("a set_cookie call for \(name) in line \(line)")
    }

    private func lines(of write: TemporalWrite) -> ClosedRange<Int> {
        let range = write.statement.range
        return source.line(at: range.start)...source.line(at: max(range.start, range.end - 1))
    }
}
