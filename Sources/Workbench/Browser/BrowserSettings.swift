import BrowserModel

/// Where the page and the server play to be, and how the page's `fetch()` is called.
public struct BrowserSettings: Sendable, Hashable {
    /// The page's origin; `null` for a sandboxed page.
    public var page: String
    /// The public origin that the embedded server plays.
    public var serverAs: String
    public var mode: FetchInit.Mode
    public var credentials: FetchInit.Credentials
    public var redirect: FetchInit.Redirect
    public var profile: EngineProfile

    public init(
        page: String = "https://app.example", serverAs: String = "https://api.example", mode: FetchInit.Mode = .cors,
        credentials: FetchInit.Credentials = .sameOrigin, redirect: FetchInit.Redirect = .follow, profile: EngineProfile = .chromium
    ) {
        self.page = page
        self.serverAs = serverAs
        self.mode = mode
        self.credentials = credentials
        self.redirect = redirect
        self.profile = profile
    }

    /// What cannot be in the settings.
    public enum Problem: Error, Equatable, CustomStringConvertible {
        case notAnOrigin(String)
        case opaqueServer

        public var description: String {
            switch self {
            case .notAnOrigin(let text): "\"\(text)\" is not an origin; write scheme and host, such as https://app.example, or null"
            case .opaqueServer: "the server cannot play the origin null; write scheme and host, such as https://api.example"
            }
        }
    }

    /// The page as the browser model takes it.
    public func makePage() throws(Problem) -> Page {
        guard let origin = WebOrigin(page) else { throw .notAnOrigin(page) }
        // A sandboxed page has no scheme of its own: it is taken to come over the same scheme as the server.
        return Page(origin: origin, isSecure: origin.scheme == nil ? serverAs.hasPrefix("https") : nil)
    }

    /// The URL of a request target on the origin that the server plays.
    public func url(target: String) throws(Problem) -> WebURL {
        guard let origin = WebOrigin(serverAs) else { throw .notAnOrigin(serverAs) }
        guard origin != .opaque, let url = WebURL(origin.serialized + target) else { throw .opaqueServer }
        return url
    }
}
