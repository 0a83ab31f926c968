import FoundationEssentials
import HTTPMessages

/// The page of *ask my browser*: one HTML file that needs nothing but itself.
struct AskPage {
    let token: String
    let nonce: String
    let server: String
    let question: AskQuestion
    let operations: [AskQuestion]
    /// Whether the page is sandboxed, so that its origin is opaque and its requests say `Origin: null`.
    let isSandboxed: Bool
    let runs: Bool

    private struct Setup: Encodable {
        var token: String
        var server: String
        var question: AskQuestion
        var operations: [AskQuestion]
        var isSandboxed: Bool
        var runs: Bool
        var bodyLimit: Int
    }

    var response: HTTPResponse { Self.html(text, status: 200, policy: policy) }

    /// For an address whose token is none or was used.
    static var refusal: HTTPResponse {
        html(refusalText, status: 403, policy: "default-src 'none'; style-src 'none'; frame-ancestors 'none'")
    }

    /// Only our own script runs; it may fetch from anywhere, for a redirect of the program may lead anywhere.
    private var policy: String {
        let parts = [
            "default-src 'none'", "script-src 'nonce-\(nonce)'", "style-src 'nonce-\(nonce)'", "img-src data:", "connect-src http: https:",
            "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
        ]
        return (parts + (isSandboxed ? ["sandbox allow-scripts allow-forms"] : [])).joined(separator: "; ")
    }

    private var text: String {
        Self.markup.replacing("{nonce}", with: nonce).replacing("{style}", with: Self.style).replacing("{script}", with: Self.script)
            .replacing("{setup}", with: setup)
    }

    /// The setup in JSON, safe inside a script element.
    private var setup: String {
        let setup = Setup(
            token: token, server: server, question: question, operations: operations, isSandboxed: isSandboxed, runs: runs,
            bodyLimit: AskReport.bodyLimit)
        let bytes = (try? JSONEncoder().encode(setup)).map(Array.init) ?? []
        return String(decoding: bytes, as: UTF8.self).replacing("<", with: "\\u003C")
    }

    private static func html(_ text: String, status: Int, policy: String) -> HTTPResponse {
        let body = Array(text.utf8)
        return HTTPResponse(
            status: status,
            headers: [
                "content-type": "text/html; charset=utf-8", "content-security-policy": policy, "cache-control": "no-store",
                "x-content-type-options": "nosniff", "content-length": String(body.count),
            ], body: body)
    }
}
