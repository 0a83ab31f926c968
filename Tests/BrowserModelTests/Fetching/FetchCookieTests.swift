import HTTPMessages
import Testing

@testable import BrowserModel

/// Fetch §4.6 «HTTP-network-or-cache fetch», includeCredentials.
@Suite struct FetchCookieTests {
    static func play(
        _ options: FetchInit, answers: [HTTPResponse], page: String = "https://app.shop.example",
        profile: EngineProfile = .chromium
    ) throws -> (result: FetchResult, jar: CookieJar, sent: [OutgoingRequest]) {
        let url = try #require(WebURL("https://api.shop.example/a"))
        let owner = Page(origin: url.origin)
        var jar = CookieJar(profile: profile)
        jar.store(Array("old=1; SameSite=Lax".utf8), from: CookieAccess(url: url, page: owner), now: 0)
        var fetch = Fetch(
            url, options, page: Page(origin: try #require(WebOrigin(page))), profile: profile, jar: jar)
        var sent: [OutgoingRequest] = []
        var rest = answers[...]
        var step = fetch.start(now: 0)
        while case .send(let request) = step {
            sent.append(request)
            step = fetch.receive(rest.popFirst(), now: 0)
        }
        guard case .finished(let result) = step else { throw FetchTests.Unfinished() }
        return (result, try #require(fetch.jar), sent)
    }

    static let answer = HTTPResponse(
        status: 200,
        headers: [
            "Access-Control-Allow-Origin": "https://app.shop.example",
            "Access-Control-Allow-Credentials": "true", "Set-Cookie": "new=1",
        ])

    @Test func credentialsIncludeSendsAndStores() throws {
        let played = try Self.play(FetchInit(credentials: .include), answers: [Self.answer])
        #expect(played.sent[0].header("Cookie") == "old=1")
        #expect(played.jar.cookies.map(\.name) == ["old", "new"])
        #expect(played.result.cookies[0].received.map(\.isStored) == [true])
    }

    @Test(arguments: [FetchInit.Credentials.omit, .sameOrigin])
    func withoutCredentialsNothingIsSentOrStored(_ credentials: FetchInit.Credentials) throws {
        let played = try Self.play(FetchInit(credentials: credentials), answers: [Self.answer])
        #expect(played.sent[0].header("Cookie") == nil)
        #expect(played.jar.cookies.map(\.name) == ["old"])
        #expect(played.result.cookies[0].sent.map(\.withholdings) == [[.withoutCredentials]])
        #expect(played.result.cookies[0].received.map(\.refusals) == [[.withoutCredentials]])
    }

    @Test func aFailedCORSCheckStillStores() throws {
        let played = try Self.play(
            FetchInit(credentials: .include), answers: [HTTPResponse(headers: ["Set-Cookie": "new=1"])])
        #expect(played.result.outcome == .rejected(.notShared(.missingAllowOrigin)))
        #expect(played.jar.cookies.map(\.name) == ["old", "new"])
    }

    @Test func aPreflightNeitherSendsNorStores() throws {
        var permission = Self.answer
        permission.headers.append("Access-Control-Allow-Methods", "PUT")
        let played = try Self.play(
            FetchInit(method: "PUT", credentials: .include), answers: [permission, HTTPResponse()])
        #expect(played.sent[0].header("Cookie") == nil && played.sent[1].header("Cookie") == "old=1")
        #expect(played.jar.cookies.map(\.name) == ["old"])
        #expect(played.result.cookies.map(\.kind) == [.preflight, .actual])
        #expect(played.result.cookies[0].received.map(\.refusals) == [[.preflight]])
    }

    @Test func aRedirectsAnswerStoresToo() throws {
        var redirect = Self.answer
        redirect.status = 302
        redirect.headers.append("Location", "/b")
        let played = try Self.play(FetchInit(credentials: .include), answers: [redirect, Self.answer])
        #expect(played.sent[1].header("Cookie") == "old=1; new=1")
    }
}
