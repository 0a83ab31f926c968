import HTTPMessages
import Python

/// How an answer came to be: an account for every header that is in it or was dropped, for status and body, and the steps in order.
public struct Trace: Sendable {
    /// One ledger entry per header line that any stage produced: first those of the final response in wire order, then those that did not make it.
    public var headers: [HeaderAccount] = []
    /// Who decided the status, first to last; the last one won.
    public var statuses: [StatusAccount] = []
    /// What the response model and the JSON encoding changed in the body.
    public var bodyChanges: [BodyAccount] = []
    /// What happened, in order: dependencies, the path operation, responses made, middleware, server.
    public var steps: [TraceStep] = []
    /// What the program printed or logged meanwhile.
    public var log: [String] = []
    /// The exception that ended the exchange, or that was turned into the answer, with the program's place.
    public var failure: Failure?
    /// The template path of the route that answered, such as `/items/{item_id}`, and its function's name.
    public var route: (path: String, function: String)?

    public init() {}
}

/// Who put something into the response.
public struct Source: Sendable, Hashable {
    /// The stage of the pipeline; the raw value stands in `send --json`.
    public enum Kind: String, Sendable, CaseIterable {
        case dependency
        case pathOperation = "path operation"
        /// A response class computed it (content-length, content-type, etag, location, …).
        case responseClass = "response class"
        /// A `Response` that the path operation returned, by code of the program.
        case directResponse = "direct response"
        case exceptionHandler = "exception handler"
        /// FastAPI's or Starlette's own answer: 404, 405, 422, redirect of slashes, HTTPException.
        case framework
        case middleware
        case server
    }
    public var kind: Kind
    /// The function, class or middleware: `leash`, `JSONResponse`, `CORSMiddleware`, `uvicorn`.
    public var function: String
    /// The place in the program, where the program's own code did it or configured it.
    public var site: CallSite?

    public init(_ kind: Kind, _ function: String, site: CallSite? = nil) {
        self.kind = kind
        self.function = function
        self.site = site
    }
}

/// A rule by its number in the reference semantics, with one sentence for people.
public struct Rule: Sendable, Hashable {
    public var number: String
    public var sentence: String

    public init(_ number: String, _ sentence: String) {
        self.number = number
        self.sentence = sentence
    }
}

/// What became of one header line.
public struct HeaderAccount: Sendable, Hashable {
    public enum Fate: Sendable, Hashable {
        /// It is in the answer, at this index of its header list.
        case final(index: Int)
        /// Another write of the same name took its place.
        case replaced(by: Source)
        /// The program deleted it.
        case removed(by: Source)
        /// It never arrived, by this rule.
        case dropped(Rule)
    }
    public var name: String
    public var value: String
    /// How it was written: `set`, `append`, `setdefault`, `set_cookie`, `constructor`, `computed`, `copied`.
    public var operation: String
    public var source: Source
    public var fate: Fate
    /// The rule that put it there, where no line of the program did.
    public var rule: Rule?

    public init(name: String, value: String, operation: String, source: Source, fate: Fate, rule: Rule? = nil) {
        self.name = name
        self.value = value
        self.operation = operation
        self.source = source
        self.fate = fate
        self.rule = rule
    }
}

/// One claim on the status code.
public struct StatusAccount: Sendable, Hashable {
    public var status: Int
    public var source: Source
    /// Why it did not hold, if it did not.
    public var dropped: Rule?

    public init(status: Int, source: Source, dropped: Rule? = nil) {
        self.status = status
        self.source = source
        self.dropped = dropped
    }
}

/// One difference between what was returned and what the body says.
public struct BodyAccount: Sendable, Hashable {
    public enum Kind: String, Sendable { case removed, converted, defaulted, aliased }
    public var kind: Kind
    /// Keys and indices from the top, as `items[0].price`.
    public var path: String
    public var before: String?
    public var after: String?
    public var reason: String
    /// The model's field or parameter in the program.
    public var site: CallSite?

    public init(kind: Kind, path: String, before: String?, after: String?, reason: String, site: CallSite? = nil) {
        self.kind = kind
        self.path = path
        self.before = before
        self.after = after
        self.reason = reason
        self.site = site
    }
}

/// One step of the way from request to answer.
public struct TraceStep: Sendable, Hashable {
    public var source: Source
    /// What happened, in one line.
    public var text: String
    /// Nesting, 0 for the outermost.
    public var depth: Int

    public init(_ source: Source, _ text: String, depth: Int = 0) {
        self.source = source
        self.text = text
        self.depth = depth
    }
}

/// An exception with Python's class, message and the lines it passed, innermost first.
public struct Failure: Sendable, Hashable {
    public var type: String
    public var message: String
    public var traceback: [CallSite]

    public init(type: String, message: String, traceback: [CallSite]) {
        self.type = type
        self.message = message
        self.traceback = traceback
    }
}

/// One request and its answer, with the trace of how the answer came to be.
public struct Exchange: Sendable {
    public var request: HTTPRequest
    public var response: HTTPResponse
    public var trace: Trace

    public init(request: HTTPRequest, response: HTTPResponse, trace: Trace) {
        self.request = request
        self.response = response
        self.trace = trace
    }
}
