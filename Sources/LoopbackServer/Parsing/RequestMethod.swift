/// The method names that llhttp 9 knows and the protocols it accepts each with.
///
/// uvicorn answers every other method with 400, even though HTTP allows any token (semantics, appendix E). `PRI`, the
/// beginning of HTTP/2, has no protocol that accepts it, but passes where a line names none (HTTP/0.9).
enum RequestMethod {
    /// The protocol that a request line names before the slash.
    enum WireProtocol: String, CaseIterable, Sendable {
        case http = "HTTP"
        case rtsp = "RTSP"
        case ice = "ICE"
    }

    private static let http = [
        "GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "TRACE", "QUERY", "COPY", "LOCK", "MKCOL", "MOVE",
        "PROPFIND", "PROPPATCH", "SEARCH", "UNLOCK", "BIND", "REBIND", "UNBIND", "ACL", "REPORT", "MKACTIVITY", "CHECKOUT", "MERGE",
        "M-SEARCH", "NOTIFY", "SUBSCRIBE", "UNSUBSCRIBE", "PURGE", "MKCALENDAR", "LINK", "UNLINK", "SOURCE",
    ]
    private static let rtsp = [
        "OPTIONS", "DESCRIBE", "ANNOUNCE", "SETUP", "PLAY", "PAUSE", "TEARDOWN", "GET_PARAMETER", "SET_PARAMETER", "REDIRECT", "RECORD",
        "GET", "POST", "FLUSH",
    ]
    private static let all: [(bytes: [UInt8], name: String)] = (http + rtsp.filter { !http.contains($0) } + ["PRI"]).map {
        (Array($0.utf8), $0)
    }

    /// The method whose name these bytes are, or nil.
    static func named(_ bytes: UnsafeRawBufferPointer.SubSequence) -> String? {
        all.first { $0.bytes.elementsEqual(bytes) }?.name
    }

    /// Whether the bytes could still become a method's name.
    static func hasName(startingWith bytes: [UInt8]) -> Bool {
        all.contains { $0.bytes.starts(with: bytes) }
    }

    /// Whether the protocol has that method.
    static func isAllowed(_ method: String, in wireProtocol: WireProtocol) -> Bool {
        switch wireProtocol {
        case .http: http.contains(method)
        case .rtsp: rtsp.contains(method)
        case .ice: method == "SOURCE"
        }
    }
}
