import HTTPMessages
import Python

/// One request on its way through the application: what an ASGI scope holds.
final class RequestScope {
    let request: HTTPRequest
    let headers: RawHeaders
    /// The path, percent-decoded (invalid UTF-8 replaced).
    var path: String
    let client: (host: String, port: Int)
    /// Scheme and authority as the server saw them.
    let scheme = "http"
    let authority: String
    var pathParameters: [(name: String, value: Value)] = []
    /// `request.state`.
    let state = PyDict()
    /// The `Request` object that the program sees, made at first use.
    var object: Value?
    var routeTemplate: String?

    init(_ request: HTTPRequest, client: (host: String, port: Int), server: (host: String, port: Int)) {
        self.request = request
        self.client = client
        headers = RawHeaders(request.headers)
        path = String(decoding: URLQuoting.unquote(request.path.utf8), as: UTF8.self)
        authority = headers.text("host") ?? (server.port == 80 ? server.host : "\(server.host):\(server.port)")
    }

    var method: String { request.method }

    /// Names and values of the query in order; `+` is a blank, blank values are kept (`parse_qsl(keep_blank_values=True)`).
    lazy var query: [(name: String, value: String)] = Self.pairs(Array(request.query.utf8))

    /// Splits and decodes `a=1&b=2`.
    static func pairs(_ bytes: [UInt8]) -> [(name: String, value: String)] {
        bytes.split(separator: UInt8(ascii: "&")).map { piece in
            let mark = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
            let value = mark < piece.endIndex ? piece[(mark + 1)...] : []
            let decode = { (part: ArraySlice<UInt8>) in
                String(decoding: URLQuoting.unquote(part, plusIsSpace: true), as: UTF8.self)
            }
            return (decode(piece[..<mark]), decode(value))
        }
    }

    /// Cookies by name, the last of a name wins (Starlette 1.10.0 requests.py `cookie_parser`).
    lazy var cookies: [(name: String, value: String)] = {
        var result: [(name: String, value: String)] = []
        for header in headers.texts("cookie") {
            for piece in header.split(separator: ";", omittingEmptySubsequences: false) {
                let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let name = parts.count > 1 ? Self.trimmed(parts[0]) : ""
                let value = Self.trimmed(parts.count > 1 ? parts[1] : parts[0])
                if name.isEmpty, value.isEmpty { continue }
                let plain = CookieText.unquoted(value)
                if let known = result.firstIndex(where: { $0.name == name }) {
                    result[known].value = plain
                } else {
                    result.append((name, plain))
                }
            }
        }
        return result
    }()

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

/// `http.cookies._unquote`.
enum CookieText {
    static func unquoted(_ text: String) -> String {
        guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        let inner = Array(text.dropFirst().dropLast().unicodeScalars)
        var out = String.UnicodeScalarView()
        var index = 0
        while index < inner.count {
            if inner[index] == "\\", index + 1 < inner.count {
                let digits = inner[(index + 1)..<min(index + 4, inner.count)]
                if digits.count == 3, let first = digits.first, ("0"..."3").contains(first), digits.allSatisfy({ ("0"..."7").contains($0) })
                {
                    let value = digits.reduce(UInt32(0)) { $0 * 8 + ($1.value - 48) }
                    if let scalar = Unicode.Scalar(value) { out.append(scalar) }
                    index += 4
                    continue
                }
                out.append(inner[index + 1])
                index += 2
            } else {
                out.append(inner[index])
                index += 1
            }
        }
        return String(out)
    }
}
