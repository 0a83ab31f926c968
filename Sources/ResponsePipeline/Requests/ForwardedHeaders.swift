import HTTPMessages

/// What a proxy says about the client, believed from this machine only (uvicorn 0.54.0 middleware/proxy_headers.py).
struct ForwardedHeaders {
    private(set) var scheme: String?
    private(set) var client: (host: String, port: Int)?

    private static let trusted = "127.0.0.1"

    init(_ headers: RawHeaders, from peer: (host: String, port: Int)) {
        guard peer.host == Self.trusted else { return }
        if let proto = headers.texts("x-forwarded-proto").last {
            let name = Self.stripped(proto[...])
            if ["http", "https", "ws", "wss"].contains(name) { scheme = name }
        }
        let chain = headers.texts("x-forwarded-for")
        guard !chain.isEmpty else { return }
        let hosts = chain.joined(separator: ", ").split(separator: ",", omittingEmptySubsequences: false).map {
            Self.address(Self.stripped($0))
        }
        // The last one that is not a proxy of ours, else the first of all.
        let found = hosts.last { $0.host != Self.trusted } ?? hosts[0]
        if !found.host.isEmpty { client = found }
    }

    private static func stripped(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// A host with an optional port; port 0 where there is none.
    private static func address(_ text: String) -> (host: String, port: Int) {
        if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
            let host = String(text[text.index(after: text.startIndex)..<close]), rest = text[text.index(after: close)...]
            if rest.isEmpty { return (host, 0) }
            return rest.hasPrefix(":") ? (host, Int(rest.dropFirst()) ?? 0) : (text, 0)
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, let port = Int(parts[1]) { return (String(parts[0]), port) }
        return (text, 0)
    }
}
