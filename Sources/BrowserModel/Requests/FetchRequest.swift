import HTTPMessages

/// What a page's code passes to `fetch()`.
public struct FetchInit: Sendable, Hashable {
    /// Fetch §2.2.5 «mode», those that `fetch()` takes.
    public enum Mode: String, Sendable, CaseIterable, Codable { case cors, noCORS = "no-cors", sameOrigin = "same-origin", navigate }
    /// Fetch §2.2.5 «credentials mode».
    public enum Credentials: String, Sendable, CaseIterable, Codable { case omit, sameOrigin = "same-origin", include }
    /// Fetch §2.2.5 «redirect mode».
    public enum Redirect: String, Sendable, CaseIterable, Codable { case follow, error, manual }

    public var method: String
    public var headers: [Header]
    public var body: [UInt8]?
    public var mode: Mode
    public var credentials: Credentials
    public var redirect: Redirect

    public init(
        method: String = "GET", headers: [Header] = [], body: [UInt8]? = nil, mode: Mode = .cors,
        credentials: Credentials = .sameOrigin, redirect: Redirect = .follow
    ) {
        self.method = method
        self.headers = headers
        self.body = body
        self.mode = mode
        self.credentials = credentials
        self.redirect = redirect
    }
}

/// The Request object that the constructor makes of a `FetchInit` (Fetch §5.4): method normalised, headers guarded.
public struct FetchRequest: Sendable, Hashable {
    public var method: String
    public var headers: HeaderList
    public var body: [UInt8]?
    public let mode: FetchInit.Mode
    public let credentials: FetchInit.Credentials
    public let redirect: FetchInit.Redirect
    /// Headers that the guard dropped without a word, with the step that says so.
    public private(set) var droppedHeaders: [Header] = []

    /// Why the constructor throws a TypeError before anything is sent.
    public enum Refusal: Error, Sendable, Hashable {
        case methodNotAToken(String)
        case forbiddenMethod(String)
        case methodNeedsCORS(String)
        case bodyNotAllowed(method: String)
        case invalidHeaderName(String)
        case invalidHeaderValue(name: String, value: String)
        case navigateMode
    }

    /// Throws `Refusal` as the constructor throws.
    init(_ fetch: FetchInit, profile: EngineRules) throws(Refusal) {
        mode = fetch.mode
        credentials = fetch.credentials
        redirect = fetch.redirect
        body = fetch.body
        headers = HeaderList()
        if fetch.mode == .navigate { throw .navigateMode }
        guard HTTPToken.isToken(fetch.method) else { throw .methodNotAToken(fetch.method) }
        if RequestRules.forbiddenMethods.contains(fetch.method.asciiUppercased) { throw .forbiddenMethod(fetch.method) }
        method = RequestRules.normalisedMethod(fetch.method)
        if mode == .noCORS, !RequestRules.safelistedMethods.contains(method) { throw .methodNeedsCORS(method) }
        for header in fetch.headers { try append(header, profile: profile) }
        if body != nil {
            if method == "GET" || method == "HEAD" { throw .bodyNotAllowed(method: method) }
            if !headers.contains(name: "content-type") { headers.append(Header("Content-Type", "text/plain;charset=UTF-8")) }
        }
    }

    /// Fetch §5.1 Headers «append» with the guards `request` and `request-no-cors`.
    private mutating func append(_ header: Header, profile: EngineRules) throws(Refusal) {
        guard HTTPToken.isToken(header.name) else { throw .invalidHeaderName(header.name) }
        var value = header.value[...]
        while let first = value.first, HTTPToken.isWhitespace(first) { value.removeFirst() }
        while let last = value.last, HTTPToken.isWhitespace(last) { value.removeLast() }
        if value.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D }) {
            throw .invalidHeaderValue(name: header.name, value: String(latin1: value))
        }
        let header = Header(header.name, bytes: Array(value))
        if RequestRules.isForbiddenHeader(header, profile: profile) || (mode == .noCORS && !isAllowedWithoutCORS(header, profile)) {
            droppedHeaders.append(header)
        } else {
            headers.append(header)
        }
    }

    /// A request that is never sent, for a constructor that threw.
    static func placeholder(_ fetch: FetchInit) -> FetchRequest { FetchRequest(unchecked: fetch) }

    private init(unchecked fetch: FetchInit) {
        method = fetch.method
        headers = HeaderList()
        mode = fetch.mode
        credentials = fetch.credentials
        redirect = fetch.redirect
    }

    private func isAllowedWithoutCORS(_ header: Header, _ profile: EngineRules) -> Bool {
        guard RequestRules.noCORSSafelistedNames.contains(header.name.asciiLowercased) else { return false }
        var combined = header
        let present = headers.values(named: header.name) + [header.text]
        combined.value = present.joined(separator: ", ").latin1Bytes ?? header.value
        return RequestRules.isSafelisted(combined, profile: profile)
    }
}
