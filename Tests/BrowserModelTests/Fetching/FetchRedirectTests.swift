import HTTPMessages
import Testing

@testable import BrowserModel

/// Fetch §4.4 «HTTP-redirect fetch».
@Suite struct FetchRedirectTests {
    typealias Tests = FetchTests

    @Test func oneForeignOriginAfterAnotherMakesTheOriginNull() throws {
        let answers = [Tests.redirect(to: "https://b.example/"), Tests.answer(allow: "null")]
        let played = try Tests.play(FetchInit(), answers: answers)
        #expect(played.sent.map { $0.header("Origin") } == ["https://app.example", "null"])
        #expect(played.type == .cors && played.result.redirected)
    }

    /// Fetch §4.1 «main fetch»: what was tainted once stays so, back at the page's own origin too.
    @Test func taintingIsNotTakenBack() throws {
        let back = [Tests.redirect(to: "https://app.example/"), Tests.answer(allow: "null")]
        #expect(try Tests.play(FetchInit(mode: .noCORS), answers: back).type == .opaque)
        let played = try Tests.play(answers: back)
        #expect(played.type == .cors && played.sent[1].header("Origin") == "null")
    }

    @Test func theSameForeignOriginKeepsTheOrigin() throws {
        let played = try Tests.play(
            FetchInit(), answers: [Tests.redirect(to: "/b"), Tests.answer(allow: "https://app.example")])
        #expect(played.sent[1].header("Origin") == "https://app.example" && played.type == .cors)
    }

    @Test func fromTheOwnOriginItIsStillTheOwn() throws {
        let answers = [
            Tests.redirect(to: "https://b.example/", allow: nil),
            Tests.answer(allow: "https://api.example"),
        ]
        let played = try Tests.play(FetchInit(), page: "https://api.example", answers: answers)
        #expect(played.sent[1].header("Origin") == "https://api.example" && played.type == .cors)
    }

    @Test(arguments: [
        (301, "POST", "GET"), (302, "POST", "GET"), (303, "PUT", "GET"), (307, "POST", "POST"),
        (308, "POST", "POST"), (301, "PUT", "PUT"),
    ])
    func someStatusesTurnTheMethodIntoGET(_ status: Int, _ method: String, _ expected: String) throws {
        let permission = Tests.answer(204, ["Access-Control-Allow-Methods": "PUT"])
        let answers =
            (method == "PUT" ? [permission] : []) + [Tests.redirect(status, to: "/b")]
            + (expected == "PUT" ? [permission] : [])
        let played = try Tests.play(
            FetchInit(method: method, body: [97]), answers: answers + [Tests.answer()])
        #expect(played.sent.last?.method == expected)
        #expect((played.sent.last?.body == nil) == (expected == "GET"))
        #expect((played.sent.last?.header("Content-Type") == nil) == (expected == "GET"))
    }

    @Test func authorizationDoesNotLeaveItsOrigin() throws {
        let options = FetchInit(headers: [Header("Authorization", "x")])
        let answers = [Tests.redirect(to: "https://b.example/", allow: nil), Tests.answer()]
        let played = try Tests.play(options, page: "https://api.example", answers: answers)
        #expect(
            played.sent[0].header("Authorization") == "x" && played.sent[1].header("Authorization") == nil
        )
        #expect(played.sent.map(\.kind) == [.actual, .actual])
    }

    @Test func firefoxGoesOnPreflightingWhatBeganWithAnUnsafeHeader() throws {
        let options = FetchInit(headers: [Header("Authorization", "x")])
        let answers = [
            Tests.redirect(to: "https://b.example/", allow: nil), Tests.answer(204), Tests.answer(),
        ]
        let played = try Tests.play(
            options, page: "https://api.example", profile: .firefox, answers: answers)
        #expect(played.sent.map(\.kind) == [.actual, .preflight, .actual])
    }

    @Test func firefoxSendsThePagesOriginWithAPreflightAfterARedirect() throws {
        let permission = Tests.answer(204, ["Access-Control-Allow-Methods": "PUT"])
        let answers = [
            permission, Tests.redirect(307, to: "https://b.example/"), permission, Tests.answer(),
        ]
        let origins = { (profile: EngineProfile) in
            try Tests.play(FetchInit(method: "PUT"), profile: profile, answers: answers).sent.map {
                $0.header("Origin") ?? ""
            }
        }
        #expect(try origins(.standard).suffix(2) == ["null", "null"])
        #expect(try origins(.firefox).suffix(2) == ["https://app.example", "null"])
    }

    @Test(arguments: [
        ("ftp://b.example/", FetchFailure.schemeNotHTTP("ftp")), ("data:,x", .schemeNotHTTP("data")),
        ("http://[", .redirectLocationInvalid("http://[")),
        ("https://b.example:99999/", .redirectLocationInvalid("https://b.example:99999/")),
        ("https://user@b.example/", .redirectToCredentials), ("http://b.example/", .mixedContent),
    ])
    func aLocationThatCannotBeFollowedFails(_ location: String, _ failure: FetchFailure) throws {
        #expect(try Tests.play(FetchInit(), answers: [Tests.redirect(to: location)]).failure == failure)
    }

    /// Chromium wants a URL in every redirect mode before the CORS check, Firefox where it follows, and then no data: and no file.
    @Test(
        arguments: [
            ("http://", .follow, nil, .redirectLocationInvalid("http://"), .redirectLocationInvalid("http://")),
            ("http://", .manual, nil, .redirectLocationInvalid("http://"), .notShared(.missingAllowOrigin)),
            ("http://", .manual, "*", .redirectLocationInvalid("http://"), nil),
            ("data:,x", .follow, nil, .notShared(.missingAllowOrigin), .schemeNotHTTP("data")),
            ("data:,x", .error, nil, .notShared(.missingAllowOrigin), .notShared(.missingAllowOrigin)),
            ("mailto:x", .follow, nil, .notShared(.missingAllowOrigin), .notShared(.missingAllowOrigin)),
        ] as [(String, FetchInit.Redirect, String?, FetchFailure?, FetchFailure?)])
    func aLocationMayBeLookedAtFirst(
        _ location: String, _ mode: FetchInit.Redirect, _ allowed: String?, _ chromium: FetchFailure?, _ firefox: FetchFailure?
    ) throws {
        let answers = [FetchTests.redirect(to: location, allow: allowed)]
        let standard: FetchFailure? = allowed == nil ? .notShared(.missingAllowOrigin) : nil
        for (profile, failure) in [(EngineProfile.standard, standard), (.chromium, chromium), (.firefox, firefox)] {
            #expect(try FetchTests.play(FetchInit(redirect: mode), profile: profile, answers: answers).failure == failure, "\(profile)")
        }
    }

    @Test func firefoxAsksNoSecondTimeWhatItsCacheKnows() throws {
        let fetch = FetchInit(headers: [Header("X-One", "1")])
        let allow = FetchTests.answer(204, ["Access-Control-Allow-Headers": "x-one"])
        let back = FetchTests.redirect(to: "?q")
        let played = try FetchTests.play(fetch, profile: .firefox, answers: [allow, back, allow, back, FetchTests.answer()])
        #expect(played.sent.map(\.kind) == [.preflight, .actual, .preflight, .actual, .actual])
    }

    @Test func twentyRedirectsAreFollowedAndNoMore() throws {
        let hops = Array(repeating: Tests.redirect(to: "/"), count: 20) as [HTTPResponse?]
        #expect(try Tests.play(FetchInit(), answers: hops + [Tests.answer()]).type == .cors)
        #expect(
            try Tests.play(FetchInit(), answers: hops + [Tests.redirect(to: "/")]).failure
                == .tooManyRedirects)
    }

    @Test func aRedirectStatusWithoutLocationIsTheResponse() throws {
        #expect(try Tests.play(FetchInit(), answers: [Tests.answer(302)]).type == .cors)
    }

    @Test func anEmptyLocationIsARedirectButInChromium() throws {
        let answers = [Tests.redirect(to: ""), Tests.answer()]
        #expect(try Tests.play(FetchInit(), answers: answers).sent.count == 2)
        #expect(try Tests.play(FetchInit(), profile: .chromium, answers: answers).sent.count == 1)
    }

    @Test func chromiumTakesAPermanentRedirectFromItsCache() throws {
        let answers = Array(repeating: Tests.redirect(308, to: "?q"), count: 30) as [HTTPResponse?]
        #expect(try Tests.play(FetchInit(), answers: answers).sent.count == 21)
        #expect(try Tests.play(FetchInit(), profile: .chromium, answers: answers).sent.count == 2)
        let stored =
            Array(
                repeating: Tests.answer(308, ["Location": "?q", "Cache-Control": "no-store"]), count: 30)
            as [HTTPResponse?]
        #expect(try Tests.play(FetchInit(), profile: .chromium, answers: stored).sent.count == 21)
    }

    @Test func theFragmentIsCarriedOn() throws {
        let played = try Tests.play(
            at: "https://api.example/#a", answers: [Tests.redirect(to: "/b"), Tests.answer()])
        #expect(played.result.url.fragment == "a")
    }
}
