import HTTPMessages
import Testing

@testable import BrowserModel

/// Fetch §4.1 to §4.4, played as messages.
@Suite struct FetchTests {
    /// What a fetch sent, and what it came to.
    struct Played {
        var sent: [OutgoingRequest]
        var result: FetchResult

        var failure: FetchFailure? {
            if case .rejected(let failure) = result.outcome { failure } else { nil }
        }
        var type: FetchResult.ResponseType? {
            if case .resolved(let type, _, _, _) = result.outcome { type } else { nil }
        }
    }

    /// Plays a fetch; the answers are taken in order, and nil closes the connection.
    static func play(
        _ options: FetchInit = FetchInit(), at url: String = "https://api.example/",
        page: String = "https://app.example",
        profile: EngineProfile = .standard, answers: [HTTPResponse?]
    ) throws -> Played {
        let origin = try #require(WebOrigin(page))
        let url = try #require(WebURL(url))
        var fetch = Fetch(url, options, page: Page(origin: origin), profile: profile)
        var sent: [OutgoingRequest] = []
        var rest = answers[...]
        var step = fetch.start(now: 0)
        while case .send(let request) = step {
            sent.append(request)
            step = fetch.receive(rest.popFirst() ?? nil, now: 0)
        }
        guard case .finished(let result) = step else { throw Unfinished() }
        return Played(sent: sent, result: result)
    }
    struct Unfinished: Error {}

    static func answer(_ status: Int = 200, allow origin: String? = "*", _ headers: HeaderList = [:])
        -> HTTPResponse
    {
        var all = headers
        if let origin { all.append("Access-Control-Allow-Origin", origin) }
        return HTTPResponse(status: status, headers: all, body: Array("hello".utf8))
    }

    static func redirect(_ status: Int = 302, to location: String, allow origin: String? = "*")
        -> HTTPResponse
    {
        answer(status, allow: origin, ["Location": location])
    }

    // MARK: Origin header

    /// Fetch §3.1 «append a request Origin header»: with CORS always, else with every method but GET and HEAD.
    @Test(arguments: [("GET", nil), ("HEAD", nil), ("POST", "https://api.example"), ("PUT", "https://api.example")] as [(String, String?)])
    func theOwnOriginIsToldWithMethodsThatChangeThings(_ method: String, _ origin: String?) throws {
        let played = try Self.play(FetchInit(method: method), page: "https://api.example", answers: [Self.answer(allow: nil)])
        #expect(played.sent.map { $0.header("Origin") } == [origin])
    }

    /// The same step, with the default referrer policy: from https to http the origin is not told where there is no CORS.
    @Test func aDowngradeWithoutCORSTellsNull() throws {
        let played = try Self.play(FetchInit(method: "POST", mode: .noCORS), at: "http://127.0.0.1/", answers: [Self.answer(allow: nil)])
        #expect(played.sent[0].header("Origin") == "null" && played.type == .opaque)
    }

    // MARK: Main fetch

    /// Fetch §4.1 «main fetch»: another scheme than HTTP's has no CORS.
    @Test(arguments: ["data:text/plain,x", "ftp://api.example/", "blob:https://app.example/1"])
    func anotherSchemeIsANetworkError(_ url: String) throws {
        let scheme = String(url.prefix { $0 != ":" })
        let played = try Self.play(at: url, answers: [])
        #expect(played.failure == .schemeNotHTTP(scheme) && played.sent.isEmpty)
    }

    @Test func theOwnOriginIsBasicAndNeedsNoPermission() throws {
        let played = try Self.play(page: "https://api.example", answers: [Self.answer(allow: nil)])
        #expect(played.type == .basic)
        #expect(played.sent[0].header("Origin") == nil)
    }

    @Test func mixedContentIsNotSent() throws {
        let played = try Self.play(at: "http://api.example/", answers: [])
        #expect(played.failure == .mixedContent && played.sent.isEmpty)
        #expect(try Self.play(at: "http://localhost:8000/", answers: [Self.answer()]).type == .cors)
    }

    /// Mixed Content §4.4 comes before the modes in the standard; the browsers refuse what the mode refuses first.
    @Test(arguments: [
        (FetchInit(mode: .sameOrigin), FetchFailure.sameOriginModeCrossesOrigins),
        (FetchInit(mode: .noCORS, redirect: .error), .noCORSNeedsRedirectFollow),
    ])
    func theModeIsLookedAtBeforeMixedContentInBrowsers(_ fetch: FetchInit, _ failure: FetchFailure) throws {
        for profile in EngineProfile.allCases {
            let played = try Self.play(fetch, at: "http://api.example/", profile: profile, answers: [])
            #expect(played.failure == (profile == .standard ? .mixedContent : failure))
        }
    }

    /// Fetch §4.10: an opaque origin has no cache of its own in Chromium.
    @Test(arguments: EngineProfile.allCases)
    func aSandboxedPagesPreflightIsNotKeptInChromium(_ profile: EngineProfile) throws {
        let url = try #require(WebURL("https://api.example/"))
        var fetch = Fetch(url, FetchInit(method: "PUT"), page: Page(origin: .opaque), profile: profile)
        _ = fetch.start(now: 0)
        _ = fetch.receive(Self.answer(204, ["Access-Control-Allow-Methods": "PUT"]), now: 0)
        #expect(fetch.cache.hasAnswer(for: fetch.cacheKey, now: 1) == (profile != .chromium))
    }

    @Test func modeSameOriginDoesNotLeaveItsOrigin() throws {
        let options = FetchInit(mode: .sameOrigin)
        #expect(try Self.play(options, answers: []).failure == .sameOriginModeCrossesOrigins)
        let redirected = try Self.play(
            options, page: "https://api.example", answers: [Self.redirect(to: "https://b.example/")])
        #expect(redirected.failure == .sameOriginModeCrossesOrigins && redirected.sent.count == 1)
    }

    @Test(arguments: [FetchInit.Redirect.error, .manual])
    func modeNoCORSFollowsRedirectsOrNothing(_ redirect: FetchInit.Redirect) throws {
        #expect(
            try Self.play(FetchInit(mode: .noCORS, redirect: redirect), answers: []).failure
                == .noCORSNeedsRedirectFollow)
    }

    @Test func modeNoCORSIsOpaqueAndAsksForNoPermission() throws {
        let played = try Self.play(FetchInit(mode: .noCORS), answers: [Self.answer(404, allow: nil)])
        #expect(played.type == .opaque && !played.result.isBodyReadable)
        #expect(played.result.headers.allSatisfy { $0.reason == .opaque })
    }

    // MARK: HTTP fetch

    @Test func aSimpleRequestNeedsNoPreflight() throws {
        let played = try Self.play(FetchInit(method: "POST", body: [97]), answers: [Self.answer()])
        #expect(played.sent.map(\.kind) == [.actual] && played.result.preflightReasons.isEmpty)
        #expect(played.sent[0].header("Origin") == "https://app.example")
    }

    @Test func anUnsafeMethodOrHeaderIsAskedForFirst() throws {
        let options = FetchInit(method: "PUT", headers: [Header("X-Two", "1"), Header("X-One", "1")])
        let permission = Self.answer(
            204, ["Access-Control-Allow-Methods": "PUT", "Access-Control-Allow-Headers": "x-one, x-two"])
        let played = try Self.play(options, answers: [permission, Self.answer()])
        #expect(played.sent.map(\.kind) == [.preflight, .actual])
        #expect(
            played.sent[0].method == "OPTIONS"
                && played.sent[0].header("access-control-request-method") == "PUT")
        #expect(played.sent[0].header("access-control-request-headers") == "x-one,x-two")
        #expect(played.result.preflightReasons == ["method PUT", "header x-one", "header x-two"])
    }

    @Test func aFailedPreflightSendsNothingMore() throws {
        let played = try Self.play(FetchInit(method: "PUT"), answers: [Self.answer(404)])
        #expect(played.failure == .preflight(.status(404)) && played.sent.count == 1)
    }

    @Test func aClosedConnectionIsANetworkError() throws {
        #expect(try Self.play(answers: [nil]).failure == .noAnswer)
        #expect(try Self.play(FetchInit(method: "PUT"), answers: [nil]).failure == .noAnswer)
    }

    @Test func theResourcePolicyIsCheckedWithoutCORSOnly() throws {
        let answer = Self.answer(200, ["Cross-Origin-Resource-Policy": "same-origin"])
        #expect(
            try Self.play(FetchInit(mode: .noCORS), answers: [answer]).failure
                == .resourcePolicy("same-origin"))
        #expect(try Self.play(answers: [answer]).type == .cors)
    }

    @Test func redirectErrorAndManualStillNeedTheCORSCheck() throws {
        let answer = Self.redirect(to: "https://b.example/")
        #expect(
            try Self.play(FetchInit(redirect: .error), answers: [answer]).failure == .redirectNotAllowed)
        #expect(try Self.play(FetchInit(redirect: .manual), answers: [answer]).type == .opaqueRedirect)
        let refused = Self.redirect(to: "https://b.example/", allow: nil)
        #expect(
            try Self.play(FetchInit(redirect: .manual), answers: [refused]).failure
                == .notShared(.missingAllowOrigin))
    }

    @Test func onlyChromiumNeedsALocationForRedirectError() throws {
        #expect(
            try Self.play(FetchInit(redirect: .error), answers: [Self.answer(302)]).failure
                == .redirectNotAllowed)
        #expect(
            try Self.play(FetchInit(redirect: .error), profile: .chromium, answers: [Self.answer(302)])
                .type == .cors)
    }

    // MARK: The response

    @Test(arguments: [204, 205, 304])
    func aNullBodyStatusHasNoBody(_ status: Int) throws {
        #expect(try !Self.play(answers: [Self.answer(status)]).result.isBodyReadable)
    }

    @Test func headersAreSortedAndCombined() throws {
        let answer = Self.answer(200, ["Pragma": "a", "Expires": "0", "pragma": "b"])
        guard
            case .resolved(.cors, 200, let headers, _) = try Self.play(answers: [answer]).result.outcome
        else { throw Unfinished() }
        #expect(headers.map(\.name) == ["expires", "pragma"] && headers.map(\.text) == ["0", "a, b"])
    }
}
