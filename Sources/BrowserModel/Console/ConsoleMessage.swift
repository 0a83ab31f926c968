import HTTPMessages

/// A line that a browser's console shows the developer.
public struct ConsoleMessage: Sendable, Hashable {
    /// Firefox's name for the kind of message, such as `CORSMissingAllowOrigin2`; nil in Chromium.
    public var category: String?
    public var text: String
}

/// Something about a fetch that browsers tell the developer.
enum ConsoleEvent {
    /// The fetch failed; `next` is the URL of the redirect that was not followed.
    case failed(FetchFailure, next: WebURL?)
    /// The Response has a status of 400 or more.
    case errorStatus(Int, reason: String)
    /// A preflight let Authorization through by `*`.
    case authorizationByWildcard
    /// What became of a Set-Cookie line.
    case setCookie(SetCookieVerdict)
    /// A cookie of the host, and why it was not sent.
    case cookie(CookieSendVerdict)
}

/// Where in a fetch an event happens.
struct ConsolePlace {
    var page: Page
    var url: WebURL
    /// The URL that the page asked for, where redirects led to `url`.
    var firstURL: WebURL?
    /// The URL that redirected to `url`.
    var previousURL: WebURL?
    /// Whether the fetch has been to another origin than the page's (in no mode but `cors`).
    var isCrossOrigin: Bool
    /// Whether the event is about a preflight.
    var isPreflight: Bool
    var followsRedirects: Bool
    /// The response that the event is about, if one came.
    var response: HTTPResponse?

    /// Whether the response sends the browser elsewhere.
    var hasRedirect: Bool {
        guard let response else { return false }
        return [301, 302, 303, 307, 308].contains(response.status) && response.headers.contains(name: "location")
    }
}

/// What a console shows for an event: word for word that of the browser whose profile it is.
enum Console {
    /// The messages in the order in which they appear; the standard has no console and gets Chromium's.
    static func messages(for event: ConsoleEvent, at place: ConsolePlace, profile: EngineProfile) -> [ConsoleMessage] {
        profile == .firefox ? FirefoxConsole(place: place).messages(for: event) : ChromiumConsole(place: place).messages(for: event)
    }
}
