import HTTPMessages

extension FetchFailure {
    /// The message of the TypeError that the page catches, word for word; the standard leaves it open and gets Chromium's.
    public func message(in profile: EngineProfile) -> String {
        guard case .request(let refusal) = self else {
            return profile == .firefox ? "NetworkError when attempting to fetch resource." : "Failed to fetch"
        }
        return profile == .firefox
            ? "Request constructor: " + refusal.firefoxMessage : "Failed to construct 'Request': " + refusal.chromiumMessage
    }
}

extension FetchRequest.Refusal {
    fileprivate var chromiumMessage: String {
        switch self {
        case .methodNotAToken(let method): "'\(method)' is not a valid HTTP method."
        case .forbiddenMethod(let method): "'\(method)' HTTP method is unsupported."
        case .methodNeedsCORS(let method): "'\(method)' is unsupported in no-cors mode."
        case .bodyNotAllowed: "Request with GET/HEAD method cannot have body."
        case .invalidHeaderName: "Invalid name"
        case .invalidHeaderValue: "Invalid value"
        case .navigateMode: "Cannot construct a Request with a RequestInit whose mode member is set as 'navigate'."
        }
    }

    fileprivate var firefoxMessage: String {
        switch self {
        case .methodNotAToken(let method), .forbiddenMethod(let method), .methodNeedsCORS(let method):
            "Invalid request method \(Self.ascii(method))."
        case .bodyNotAllowed: "HEAD or GET Request cannot have a body."
        case .invalidHeaderName(let name): "\(Self.ascii(name.asciiLowercased)) is an invalid header name."
        case .invalidHeaderValue(_, let value): "\(value) is an invalid header value."
        case .navigateMode: "Invalid request mode navigate."
        }
    }

    /// Firefox shows bytes that are not UTF-8 as U+FFFD.
    private static func ascii(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.isASCII ? Character($0) : "\u{FFFD}" })
    }
}
