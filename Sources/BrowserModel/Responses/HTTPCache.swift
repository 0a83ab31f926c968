import HTTPMessages

/// As much of an HTTP cache (RFC 9111) as shows in a single fetch.
enum HTTPCache {
    /// Whether a redirect is kept without asking again: permanent (301, 308), and nothing in it limits that (RFC 9111 §4.2.2).
    static func keeps(redirect response: HTTPResponse) -> Bool {
        guard response.status == 301 || response.status == 308 else { return false }
        return !["cache-control", "expires", "pragma", "vary"].contains { response.headers.contains(name: $0) }
    }
}
