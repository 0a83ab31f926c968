import HTTPMessages

/// How a browser finds the end of a response (RFC 9112 §6.3), as far as that can make it give the response up.
enum ResponseFraming {
    /// Whether Content-Length says different lengths, on several lines or on one.
    static func hasConflict(_ headers: HeaderList) -> Bool {
        let lengths = headers.values(named: "content-length").flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
        return Set(lengths.map { HTTPToken.trimmed($0) }).count > 1
    }
}
