/// A parsed URL in the parts that serialization joins (WHATWG URL §4.1, as the Rust crate `url` of pydantic-core has it).
struct URLRecord: Equatable {
    /// Lower-cased, without the colon.
    var scheme = ""
    /// Percent-encoded.
    var username = ""
    /// Percent-encoded; nil where there is none.
    var password: String?
    /// As it is written: a domain in ASCII, an IPv4 address, an IPv6 address in brackets; nil for URLs without authority.
    var host: String?
    /// Nil where it is absent or the scheme's own.
    var port: Int?
    var path = ""
    /// Without the question mark.
    var query: String?
    /// Without the number sign.
    var fragment: String?
    /// Whether the path is opaque, as in `mailto:a@b.c`.
    var isOpaque = false

    /// The ports that schemes imply, which serialization leaves out.
    static let defaultPorts = ["http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21]

    /// Schemes whose URLs always have an authority.
    static func isSpecial(_ scheme: String) -> Bool { scheme == "file" || defaultPorts[scheme] != nil }

    /// The port that is written, or that of the scheme.
    var effectivePort: Int? { port ?? Self.defaultPorts[scheme] }

    /// The serialized URL.
    var text: String { joined(host) }

    /// The serialized URL with its domain in Unicode.
    ///
    /// The decoded domain takes the place of as many bytes behind `//` as the ASCII one has, whatever stands there: user names are
    /// overwritten (pydantic-core url.rs `unicode_url`).
    var unicodeText: String {
        guard let host, let decoded = unicodeHost, decoded != host else { return text }
        var bytes = Array(text.utf8)
        let start = scheme.utf8.count + 3
        bytes.replaceSubrange(start..<min(start + host.utf8.count, bytes.count), with: Array(decoded.utf8))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The host with its labels decoded.
    var unicodeHost: String? { host.map(DomainName.unicode) }

    private func joined(_ host: String?) -> String {
        var text = scheme + ":"
        if let host {
            text += "//" + userInfo + host
            if let port { text += ":\(port)" }
        } else if scheme == "file" || path.hasPrefix("//") {
            text += "//"
        }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    private var userInfo: String {
        if username.isEmpty, password == nil { return "" }
        return username + (password.map { ":" + $0 } ?? "") + "@"
    }
}
