import HTTPMessages

/// What an application sends, in ASGI's terms.
public enum ResponseEvent: Sendable, Hashable {
    /// `http.response.start`.
    case start(status: Int, headers: HeaderList)
    /// `http.response.body`; without `more` it ends the response.
    case body([UInt8], more: Bool)
}

/// How the call of an application ended.
public enum ApplicationOutcome: Sendable, Hashable {
    /// It returned `None`.
    case returned
    /// It returned something else, which ASGI forbids.
    case returnedValue(String)
    /// An exception left it; the text is for the log.
    case raised(String)
}

/// What uvicorn 0.54.0 raises into an application whose event it cannot send (`httptools_impl.py` `RequestResponseCycle.send`).
public enum ResponseError: Error, Hashable, Sendable, CustomStringConvertible {
    case bodyBeforeStart
    case secondStart
    case alreadyComplete
    case unknownStatus(Int)
    case invalidHeaderName(String)
    case invalidHeaderValue(name: String)
    case invalidContentLength(String)
    case longerThanContentLength
    case shorterThanContentLength

    public var description: String {
        switch self {
        case .bodyBeforeStart: "The application sent a body before the start of the response."
        case .secondStart: "The application started the response twice."
        case .alreadyComplete: "The application sent something after the end of the response."
        case .unknownStatus(let status): "The status \(status) is not between 100 and 599, so the server has no status line for it."
        case .invalidHeaderName(let name): "The header name “\(name.visible)” has a character that no header name may have."
        case .invalidHeaderValue(let name): "The value of the header “\(name.visible)” has a control character, for example a line break."
        case .invalidContentLength(let value): "The content-length “\(value.visible)” is no whole number."
        case .longerThanContentLength: "The response content is longer than its content-length."
        case .shorterThanContentLength: "The response content is shorter than its content-length."
        }
    }

    /// The message that uvicorn's log and a Python traceback show, for example `RuntimeError: Invalid HTTP header value.`.
    public var pythonMessage: String {
        switch self {
        case .bodyBeforeStart: "RuntimeError: Expected ASGI message 'http.response.start', but got 'http.response.body'."
        case .secondStart: "RuntimeError: Expected ASGI message 'http.response.body', but got 'http.response.start'."
        case .alreadyComplete:
            "RuntimeError: Unexpected ASGI message 'http.response.body' sent, after response already completed."
        case .unknownStatus(let status): "KeyError: \(status)"
        case .invalidHeaderName: "RuntimeError: Invalid HTTP header name."
        case .invalidHeaderValue: "RuntimeError: Invalid HTTP header value."
        case .invalidContentLength(let value): "ValueError: invalid literal for int() with base 10: '\(value)'"
        case .longerThanContentLength: "RuntimeError: Response content longer than Content-Length"
        case .shorterThanContentLength: "RuntimeError: Response content shorter than Content-Length"
        }
    }
}
