import BrowserModel
import HTTPMessages
import Python

/// Finds the fix for what a browser refuses, from a verdict and the program that it is about.
public struct BrowserFixes: Sendable {
    private let verdict: Verdict
    private let document: Document

    public init(_ verdict: Verdict, _ document: Document) {
        self.verdict = verdict
        self.document = document
    }

    private var page: String { verdict.settings.page }
    private var cors: MiddlewareOutline? { document.outline.cors.flatMap { $0.call == nil ? nil : $0 } }
    private var hasCredentials: Bool { verdict.settings.credentials == .include }

    /// What lets JavaScript read a header; nil where nothing can.
    public func fix(for header: HeaderVerdict) -> BrowserFix? {
        switch header.reason {
        case .notExposed, .exposeHeadersInvalid, .wildcardWithCredentials:
            cors == nil ? added(exposing: [header.name]) : .exposeHeader(header.name)
        case .failed: failureFix
        case .sameOrigin, .safelisted, .exposed, .exposedByWildcard, .forbiddenName, .opaque: nil
        }
    }

    /// What makes `fetch()` resolve; nil where it does, or where no edit of the program helps.
    public var failureFix: BrowserFix? {
        guard case .rejected(let failure)? = verdict.result?.outcome else { return nil }
        switch failure {
        case .notShared(let failure): return fix(for: failure)
        case .preflight(let failure): return fix(for: failure)
        default: return nil
        }
    }

    /// What lets a browser store a cookie that a line of the program sets; nil where its attributes are not why it does not.
    public static func fix(_ refusals: [SetCookieRefusal], cookie name: String, line: Int) -> BrowserFix? {
        let isCrossSite = refusals.contains { if case .crossSite = $0 { true } else { false } }
        guard isCrossSite || refusals.contains(.sameSiteNoneInsecure) else { return nil }
        return .cookie(name: name, line: line, sameSiteNone: isCrossSite)
    }

    private func fix(for failure: CORSCheck.Failure) -> BrowserFix? {
        guard cors != nil else { return added(exposing: []) }
        return switch failure {
        case .missingAllowOrigin, .originMismatch: .allowOrigin(page)
        case .wildcardWithCredentials, .credentialsNotAllowed: .allowCredentials
        case .multipleAllowOrigin: nil
        }
    }

    private func fix(for failure: PreflightCheck.Failure) -> BrowserFix? {
        guard cors != nil else { return added(exposing: []) }
        switch failure {
        case .notShared(let failure): return fix(for: failure)
        case .methodNotAllowed(let method): return .allowMethod(method)
        case .headerNotAllowed(let name): return .allowHeader(name)
        case .status: return refusedByMiddleware
        case .allowMethodsInvalid, .allowHeadersInvalid: return nil
        }
    }

    /// Starlette answers a preflight that it refuses with 400 and a text that names what it refuses
    /// (Starlette 1.10.0 `middleware/cors.py` `preflight_response`).
    private var refusedByMiddleware: BrowserFix? {
        guard let message = verdict.preflights.last, let response = message.response, response.status == 400 else { return nil }
        let text = String(decoding: response.body, as: UTF8.self)
        let marker = "Disallowed CORS "
        guard text.hasPrefix(marker) else { return nil }
        let refused = Set(text.dropFirst(marker.count).split(separator: ",").map { String($0.drop { $0 == " " }) })
        if refused.contains("origin") { return .allowOrigin(page) }
        if refused.contains("method"), let method = message.request.headers["access-control-request-method"] { return .allowMethod(method) }
        guard refused.contains("headers") else { return nil }
        let allowed = Set((response.headers["access-control-allow-headers"] ?? "").split(separator: ",").map { Self.trimmed($0) })
        return asked(message).first { !allowed.contains($0) }.map { .allowHeader($0) }
    }

    private func asked(_ message: BrowserVisit.Message) -> [String] {
        (message.request.headers["access-control-request-headers"] ?? "").split(separator: ",").map { Self.trimmed($0) }
    }

    private static func trimmed(_ text: Substring) -> String { text.filter { $0 != " " }.asciiLowercased }

    /// A middleware that lets this very fetch pass.
    private func added(exposing names: [String]) -> BrowserFix {
        let preflight = verdict.preflights.last
        let method = preflight?.request.headers["access-control-request-method"] ?? verdict.messages.last?.request.method ?? "GET"
        let methods = method == "GET" || method == "HEAD" ? ["GET"] : ["GET", method]
        return .addCORS(
            origin: page, methods: methods, headers: preflight.map(asked) ?? [], exposed: names, credentials: hasCredentials)
    }
}
