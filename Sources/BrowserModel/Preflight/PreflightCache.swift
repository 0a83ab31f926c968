/// What browsers remember of preflights (Fetch §4.10 «CORS-preflight cache»).
public struct PreflightCache: Sendable, Hashable {
    private enum Subject: Sendable, Hashable {
        /// That a preflight was answered at all.
        case answer
        case method(String)
        case headerName(String)
    }

    private struct Entry: Sendable, Hashable {
        var origin: String
        var url: String
        var withCredentials: Bool
        var subject: Subject
        /// Milliseconds on the caller's clock.
        var expires: Int
    }

    private var entries: [Entry] = []

    public init() {}

    /// Whether every method and header that needs permission has one that is still fresh.
    func covers(method: String, unsafeNames: [String], key: Key, now: Int) -> Bool {
        let fresh = entries.filter { $0.expires > now && key.matches(origin: $0.origin, url: $0.url, credentials: $0.withCredentials) }
        let isMethodCovered =
            RequestRules.safelistedMethods.contains(method)
            || fresh.contains { $0.subject == .method(method) || $0.subject == .method("*") }
        guard isMethodCovered else { return false }
        return unsafeNames.allSatisfy { name in
            fresh.contains {
                $0.subject == .headerName(name)
                    || ($0.subject == .headerName("*") && (name != "authorization" || key.profile.has(.authorizationWildcard)))
            }
        }
    }

    /// Whether an answer is remembered that is still fresh, whatever it allowed.
    func hasAnswer(for key: Key, now: Int) -> Bool {
        entries.contains {
            $0.subject == .answer && $0.expires > now && key.matches(origin: $0.origin, url: $0.url, credentials: $0.withCredentials)
        }
    }

    /// Whose permission is asked for.
    struct Key {
        var origin: String
        var url: String
        var credentials: FetchInit.Credentials
        var profile: EngineRules

        func matches(origin: String, url: String, credentials cached: Bool) -> Bool {
            guard origin == self.origin, url == self.url else { return false }
            if profile.has(.cachePerCredentials) { return cached == (credentials == .include) }
            return cached || credentials != .include
        }
    }

    /// Remembers what a preflight allowed, until `expires` in milliseconds.
    mutating func store(methods: [String], headerNames: [String], key: Key, expires: Int) {
        let withCredentials = key.credentials == .include
        let subjects = [.answer] + methods.map(Subject.method) + headerNames.map { .headerName($0.lowercased()) }
        for subject in subjects {
            if key.profile.has(.noWildcardCache), subject == .method("*") || subject == .headerName("*") { continue }
            if let known = entries.firstIndex(where: {
                $0.subject == subject && key.matches(origin: $0.origin, url: $0.url, credentials: $0.withCredentials)
            }) {
                entries[known].expires = expires
            } else {
                entries.append(
                    Entry(origin: key.origin, url: key.url, withCredentials: withCredentials, subject: subject, expires: expires))
            }
        }
    }

    /// Fetch «clear cache entries».
    mutating func clear(origin: String, url: String) { entries.removeAll { $0.origin == origin && $0.url == url } }
}
