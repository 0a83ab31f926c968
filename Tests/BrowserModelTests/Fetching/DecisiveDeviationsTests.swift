import HTTPMessages
import Testing

@testable import BrowserModel

/// Which departures of an engine from the standard decided a fetch.
@Suite struct DecisiveDeviationsTests {
    static func deviations(
        _ options: FetchInit, page: String = "https://app.example", profile: EngineProfile, answers: [HTTPResponse]
    ) throws -> [EngineProfile.Deviation] {
        let url = try #require(WebURL("https://api.example/")), origin = try #require(WebOrigin(page))
        var fetch = Fetch(url, options, page: Page(origin: origin), profile: profile, jar: CookieJar(profile: profile))
        var rest = answers[...]
        var step = fetch.start(now: 0)
        while case .send = step { step = fetch.receive(rest.popFirst(), now: 0) }
        guard case .finished(let result) = step else { throw FetchTests.Unfinished() }
        return fetch.decisiveDeviations(of: result)
    }

    @Test func aFetchAsTheStandardSaysNamesNone() throws {
        for profile in EngineProfile.allCases {
            #expect(try Self.deviations(FetchInit(), profile: profile, answers: [FetchTests.answer()]).isEmpty)
        }
    }

    @Test func theWildcardForAuthorizationIsNamed() throws {
        let options = FetchInit(headers: [Header("Authorization", "x")])
        let answers = [FetchTests.answer(204, ["Access-Control-Allow-Headers": "*"]), FetchTests.answer()]
        #expect(try Self.deviations(options, profile: .chromium, answers: answers) == [.authorizationWildcard])
        #expect(try Self.deviations(options, profile: .standard, answers: answers).isEmpty)
    }

    @Test func clientHintsWithoutPreflightAreNamed() throws {
        let options = FetchInit(headers: [Header("DPR", "2")])
        #expect(try Self.deviations(options, profile: .chromium, answers: [FetchTests.answer()]) == [.clientHintsSafelisted])
    }

    @Test func whatFirefoxDoesNotRememberIsNamed() throws {
        let answers = [
            FetchTests.answer(204, ["Access-Control-Allow-Methods": "PUT", "Access-Control-Max-Age": "soon"]), FetchTests.answer(),
        ]
        #expect(try Self.deviations(FetchInit(method: "PUT"), profile: .firefox, answers: answers) == [.badMaxAgeIsZero])
    }

    /// Words for people stand beside every name, and no two are the same.
    @Test func everyDepartureHasWordsOfItsOwn() {
        let all = EngineProfile.Deviation.allCases
        #expect(Set(all.map(\.sentence)).count == all.count)
        #expect(EngineProfile.standard.deviations.isEmpty)
        #expect(EngineProfile.chromium.deviations.union(EngineProfile.firefox.deviations) == Set(all))
    }

    @Test func anotherEnginesConsoleIsToldWhereItWouldAskTheSame() throws {
        let url = try #require(WebURL("https://api.example/"))
        let page = Page(origin: try #require(WebOrigin("https://app.example")))
        var fetch = Fetch(url, FetchInit(), page: page, profile: .chromium)
        _ = fetch.start(now: 0)
        _ = fetch.receive(FetchTests.answer(allow: nil), now: 0)
        #expect(fetch.console(of: .firefox)?.map(\.category) == ["CORSMissingAllowOrigin2"])
        #expect(fetch.console(of: .chromium)?.count == 2)
        var hinted = Fetch(url, FetchInit(headers: [Header("DPR", "1")]), page: page, profile: .chromium)
        _ = hinted.start(now: 0)
        _ = hinted.receive(FetchTests.answer(allow: nil), now: 0)
        #expect(hinted.console(of: .firefox) == nil)
    }

    @Test func cookiesNameTheirOwn() {
        let cross = CookieJarStoreTests.access(page: "https://www.other.example")
        let verdict = CookieJarStoreTests.store("c=1", cross, profile: .firefox)
        #expect(verdict.deviations.contains(.partitionsThirdParties))
        #expect(CookieJarStoreTests.store("c=1; Max-Age=+9", profile: .chromium).deviations == [.maxAgeAllowsPlus])
        #expect(CookieJarStoreTests.store("c=1", profile: .firefox).deviations.isEmpty)
    }
}
