import HTTPMessages

/// Redirects: what a response that names another URL comes to (Fetch §4.3 «HTTP fetch» step 6, §4.4 «HTTP-redirect fetch»).
extension Fetch {
    /// What an engine that looks at a redirect's Location first finds wrong with it.
    mutating func locationFailure(_ response: HTTPResponse) -> FetchFailure? {
        guard rules.has(.locationBeforeCORSCheck), Self.isRedirect(response.status) else { return nil }
        guard rules.engine == .chromium || request.redirect == .follow else { return nil }
        guard let location = ResponseHeaders(list: response.headers, profile: .standard).get("location"), !location.isEmpty else {
            return nil
        }
        guard let next = WebURL(location, relativeTo: url) else { return .redirectLocationInvalid(location) }
        guard rules.engine == .firefox else { return nil }
        let isMixed = request.mode == .cors && page.isSecure && next.isHTTP && !next.origin.isPotentiallyTrustworthy
        guard isMixed || next.scheme == "data" || next.scheme == "file" else { return nil }
        refusedURL = next
        return isMixed ? .mixedContent : .schemeNotHTTP(next.scheme)
    }

    /// Fetch §2.2.6 «redirect status».
    static func isRedirect(_ status: Int) -> Bool { [301, 302, 303, 307, 308].contains(status) }

    mutating func receiveRedirect(_ response: HTTPResponse, now: Int) -> FetchStep {
        let location = ResponseHeaders(list: response.headers, profile: .standard).get("location")
        if location == "", rules.has(.emptyLocation) { return finish(response) }
        switch request.redirect {
        case .error:
            if location == nil, rules.has(.errorModeNeedsLocation) { return finish(response) }
            refusedURL = location.flatMap { WebURL($0, relativeTo: url) }
            return fail(.redirectNotAllowed)
        case .manual:
            state = .finished
            return .finished(
                result(
                    .resolved(type: .opaqueRedirect, status: 0, headers: [], body: []),
                    ResponseFilter.nothing(response.headers, because: .opaque), isBodyReadable: false))
        case .follow: break
        }
        guard let location else { return finish(response) }
        return follow(location, status: response.status, now: now)
    }

    private mutating func follow(_ location: String, status: Int, now: Int) -> FetchStep {
        guard var next = WebURL(location, relativeTo: url) else { return fail(.redirectLocationInvalid(location)) }
        if next.fragment == nil { next.fragment = url.fragment }
        refusedURL = next
        guard next.isHTTP else { return fail(.schemeNotHTTP(next.scheme)) }
        guard redirects < 20 else { return fail(.tooManyRedirects) }
        if next.includesCredentials {
            let crosses = request.mode == .cors && !page.origin.isSameOrigin(as: next.origin)
            if crosses || tainting == .cors { return fail(.redirectToCredentials) }
        }
        let becomesGET =
            ((status == 301 || status == 302) && request.method == "POST")
            || (status == 303 && request.method != "GET" && request.method != "HEAD")
        if becomesGET {
            request.method = "GET"
            request.body = nil
            for name in ["Content-Encoding", "Content-Language", "Content-Location", "Content-Type"] {
                request.headers.removeAll(named: name)
            }
        }
        if !url.origin.isSameOrigin(as: next.origin) { request.headers.removeAll(named: "Authorization") }
        urls.append(next)
        redirects += 1
        refusedURL = nil
        return mainFetch(now: now)
    }
}
