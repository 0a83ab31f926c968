import Python

/// A `set_cookie` call with every attribute, as a form shows it; all but the name are Python expressions, empty where left out.
public struct CookieForm: Sendable, Hashable {
    /// What SameSite says; `leaveOut` is `samesite=None`.
    public enum SameSite: String, Sendable, CaseIterable { case lax, strict, none, leaveOut }

    public var name = ""
    public var value = "\"\""
    public var maxAge = ""
    public var expires = ""
    public var path = "\"/\""
    public var domain = ""
    public var secure = false
    public var httpOnly = false
    public var sameSite = SameSite.lax
    public var partitioned = false

    public init() {}

    /// The form of a call that is there; nil where an argument is unpacked or no literal stands where the form needs one.
    public init?(_ call: Expression.Call, source: SourceText) {
        let order = ["key", "value", "max_age", "expires", "path", "domain", "secure", "httponly", "samesite", "partitioned"]
        var given: [String: Expression] = [:]
        for (position, argument) in call.arguments.enumerated() {
            if case .starred = argument.kind { return nil }
            guard position < order.count else { return nil }
            given[order[position]] = argument
        }
        for keyword in call.keywords {
            guard let name = keyword.name?.text, order.contains(name) else { return nil }
            given[name] = keyword.value
        }
        guard let key = given["key"]?.plainText else { return nil }
        name = key
        let text = { (name: String) in given[name].map { source.text(of: $0.range) } }
        value = text("value") ?? "\"\""
        maxAge = Self.shown(text("max_age"))
        expires = Self.shown(text("expires"))
        path = text("path") ?? "\"/\""
        domain = Self.shown(text("domain"))
        guard let secure = Self.flag(given["secure"]), let httpOnly = Self.flag(given["httponly"]),
            let partitioned = Self.flag(given["partitioned"]), let sameSite = Self.sameSite(given["samesite"])
        else { return nil }
        self.secure = secure
        self.httpOnly = httpOnly
        self.partitioned = partitioned
        self.sameSite = sameSite
    }

    private static func shown(_ text: String?) -> String { text == "None" ? "" : text ?? "" }

    private static func flag(_ expression: Expression?) -> Bool? {
        guard let expression else { return false }
        guard case .constant(.bool(let value)) = expression.kind else { return nil }
        return value
    }

    private static func sameSite(_ expression: Expression?) -> SameSite? {
        guard let expression else { return .lax }
        if case .constant(.none) = expression.kind { return .leaveOut }
        return expression.plainText.flatMap { SameSite(rawValue: $0.lowercased()) }
    }

    public func check() throws(FormProblem) {
        try FormCheck.cookieName(name)
        for text in [value, maxAge, expires, path, domain] where !text.isEmpty { try FormCheck.expression(text) }
    }

    /// The statement, with the attributes that differ from Starlette's defaults.
    public func statement(response: String) -> String {
        var arguments = [PythonText.literal(name), value.isEmpty ? "\"\"" : value]
        if !maxAge.isEmpty { arguments.append("max_age=\(maxAge)") }
        if !expires.isEmpty { arguments.append("expires=\(expires)") }
        if path != "\"/\"" { arguments.append("path=\(path.isEmpty ? "None" : path)") }
        if !domain.isEmpty { arguments.append("domain=\(domain)") }
        if secure { arguments.append("secure=True") }
        if httpOnly { arguments.append("httponly=True") }
        switch sameSite {
        case .lax: break
        case .strict, .none: arguments.append("samesite=\"\(sameSite.rawValue)\"")
        case .leaveOut: arguments.append("samesite=None")
        }
        if partitioned { arguments.append("partitioned=True") }
        return "\(response).set_cookie(\(arguments.joined(separator: ", ")))"
    }

    /// What real browsers will say to it, one line each.
    public var warnings: [String] {
        var lines: [String] = []
        if sameSite == .none, !secure { lines.append("Chromium and Firefox refuse it: SameSite=None needs Secure") }
        if partitioned { lines.append("Python before 3.14 raises ValueError for partitioned") }
        if partitioned, !secure { lines.append("browsers refuse it: Partitioned needs Secure") }
        if name.hasPrefix("__Host-"), !secure || path != "\"/\"" || !domain.isEmpty {
            lines.append("browsers refuse it: __Host- needs Secure, Path=/ and no Domain")
        } else if name.hasPrefix("__Secure-"), !secure {
            lines.append("browsers refuse it: __Secure- needs Secure")
        }
        return lines
    }
}
