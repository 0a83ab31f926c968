import HTTPMessages
import Testing

@testable import BrowserModel

/// What the consoles of Chromium 156 and Firefox 153 were seen to say; more is compared in ScenarioRunnerTests.
@Suite struct ConsoleTests {
    typealias Tests = FetchTests

    static func console(
        _ profile: EngineProfile, _ options: FetchInit = FetchInit(), answers: [HTTPResponse?]
    ) throws -> [String] {
        try Tests.play(options, profile: profile, answers: answers).result.console.map { message in
            (message.category.map { $0 + " | " } ?? "") + message.text
        }
    }

    static let chromium =
        "Access to fetch at 'https://api.example/' from origin 'https://app.example' has been blocked by CORS policy: "
    static let firefox =
        "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/. "

    @Test func aFetchThatResolvesSaysNothing() throws {
        #expect(try Self.console(.chromium, answers: [Tests.answer()]).isEmpty)
        #expect(try Self.console(.firefox, answers: [Tests.answer()]).isEmpty)
    }

    @Test func chromiumTellsAnErrorStatus() throws {
        #expect(
            try Self.console(.chromium, answers: [Tests.answer(404)]) == [
                "Failed to load resource: the server responded with a status of 404 (Not Found)"
            ])
        #expect(try Self.console(.firefox, answers: [Tests.answer(404)]).isEmpty)
    }

    @Test func aMissingAllowOrigin() throws {
        #expect(
            try Self.console(.chromium, answers: [Tests.answer(allow: nil)]) == [
                Self.chromium
                    + "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
                "Failed to load resource: net::ERR_FAILED",
            ])
        #expect(
            try Self.console(.firefox, answers: [Tests.answer(allow: nil)]) == [
                "CORSMissingAllowOrigin2 | " + Self.firefox
                    + "(Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200."
            ])
    }

    @Test(arguments: [
        (
            "https://b.example",
            "has a value 'https://b.example' that is not equal to the supplied origin."
        ),
        ("any", "contains the invalid value 'any'."), ("a\tb", "contains the invalid value 'a\\u0009b'."),
        ("https://b.example%20", "has a value 'https://b.example%20' that is not equal to the supplied origin."),
        ("a, b", "contains multiple values 'a, b', but only one is allowed."),
        ("null", "has a value 'null' that is not equal to the supplied origin."),
    ])
    func chromiumTellsApartWhatIsWrongWithAllowOrigin(_ value: String, _ words: String) throws {
        let said = try Self.console(.chromium, answers: [Tests.answer(allow: value)])
        #expect(
            said[0].hasSuffix(
                "The 'Access-Control-Allow-Origin' header \(words) Have the server send the header with a valid value."
            ))
    }

    @Test func chromiumTellsOfARedirectedPreflightFirst() throws {
        let answer = FetchTests.redirect(to: "/b", allow: nil)
        #expect(
            try Self.console(.chromium, FetchInit(method: "PUT"), answers: [answer]).first == Self.chromium
                + "Response to preflight request doesn't pass access control check: Redirect is not allowed for a preflight request.")
        #expect(try Self.console(.firefox, FetchInit(method: "PUT"), answers: [answer]).count == 3)
    }

    @Test(arguments: [
        ("data:,x", ["Failed to load resource: net::ERR_UNSAFE_REDIRECT"]), ("mailto:x", []),
        ("/b", ["Failed to load resource: net::ERR_FAILED"]),
    ])
    func chromiumTellsWhereARedirectWasNotAllowed(_ location: String, _ said: [String]) throws {
        #expect(try Self.console(.chromium, FetchInit(redirect: .error), answers: [FetchTests.redirect(to: location)]) == said)
    }

    @Test func chromiumTellsOfTooManyRedirects() throws {
        let answers = Array(repeating: FetchTests.redirect(to: "/b") as HTTPResponse?, count: 21)
        #expect(try Self.console(.chromium, answers: answers) == ["Failed to load resource: net::ERR_TOO_MANY_REDIRECTS"])
    }

    /// Firefox counts the lines by their name as it is written; servers of Python write it in lower case.
    @Test(arguments: [
        ("Access-Control-Allow-Origin", "CORSMultipleAllowOriginNotAllowed"),
        ("access-control-allow-origin", "CORSAllowOriginNotMatchingOrigin"),
    ])
    func firefoxCountsLinesOfTheCanonicalNameOnly(_ name: String, _ category: String) throws {
        let headers = HeaderList([Header(name, "https://app.example"), Header(name, "https://b.example")])
        let said = try Self.console(.firefox, answers: [HTTPResponse(status: 200, headers: headers, body: [])])
        #expect(said.map { $0.prefix { $0 != " " } } == [category[...]])
    }

    @Test func firefoxWarnsAsOftenAsAuthorizationStandsThere() throws {
        let twice = FetchInit(headers: [Header("Authorization", "a"), Header("authorization", "b")])
        let allow = FetchTests.answer(204, ["Access-Control-Allow-Headers": "*"])
        let said = try Self.console(.firefox, twice, answers: [allow, FetchTests.answer()])
        #expect(said.map { $0.hasPrefix("CORSAllowHeaderFromPreflightDeprecation") } == [true, true])
    }

    @Test func firefoxTellsOfMixedContentBeforeTheCORSCheckOfARedirect() throws {
        let answer = FetchTests.redirect(to: "http://b.example/", allow: nil)
        let said = try Self.console(.firefox, answers: [answer])
        #expect(said.map { $0.prefix { $0 != " " } } == ["Mixed", "CORSDidNotSucceed2"])
        #expect(said[0].hasSuffix("“http://b.example/”"))
        #expect(said[1].contains("https://api.example/"))
    }

    @Test func firefoxCutsMessagesAboutCookies() {
        let verdict = CookieJarStoreTests.store(String(repeating: "x", count: 5000) + "=1", profile: .firefox)
        #expect(FirefoxCookieConsole.messages(for: verdict).map(\.text.utf16.count) == [1000])
    }

    @Test func aFailedPreflightEndsInFirefoxWithTwoMessages() throws {
        let said = try Self.console(.firefox, FetchInit(method: "PUT"), answers: [Tests.answer(204)])
        #expect(
            said == [
                "CORSMethodNotFound | " + Self.firefox
                    + "(Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).",
                "CORSDidNotSucceed2 | " + Self.firefox
                    + "(Reason: CORS request did not succeed). Status code: (null).",
            ])
        let chromium = try Self.console(.chromium, FetchInit(method: "PUT"), answers: [Tests.answer(204)])
        #expect(
            chromium[0] == Self.chromium
                + "Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.")
    }

    @Test func everyFailureOfCORSHasMDNsReason() throws {
        let played = try Tests.play(answers: [Tests.answer(allow: nil)])
        #expect(played.failure?.mdnReason == .missingAllowOrigin)
        #expect(
            played.failure?.mdnReason?.title
                == "Reason: CORS header 'Access-Control-Allow-Origin' missing")
        #expect(
            try Tests.play(FetchInit(method: "PUT"), answers: [Tests.answer(204)]).failure?.mdnReason
                == .methodNotFound)
        #expect(try Tests.play(FetchInit(mode: .sameOrigin), answers: []).failure?.mdnReason == nil)
    }

    @Test func thePageCatchesTheEnginesMessage() {
        #expect(FetchFailure.noAnswer.message(in: .chromium) == "Failed to fetch")
        #expect(
            FetchFailure.noAnswer.message(in: .firefox)
                == "NetworkError when attempting to fetch resource.")
        let refusal = FetchFailure.request(.forbiddenMethod("TRACE"))
        #expect(
            refusal.message(in: .chromium)
                == "Failed to construct 'Request': 'TRACE' HTTP method is unsupported.")
        #expect(refusal.message(in: .firefox) == "Request constructor: Invalid request method TRACE.")
    }

    @Test(arguments: [
        (
            "c=1; Secure", "http://api.shop.example/", "cookiesRejection",
            "has been rejected because a non-HTTPS cookie can’t be set as “secure”."
        ),
        (
            "c=1; SameSite=None", "https://api.shop.example/", "cookieSameSite",
            "rejected because it has the “SameSite=None” attribute but is missing the “secure” attribute."
        ),
        (
            "c=1; Domain=example", "https://api.shop.example/", "cookiesRejection",
            "has been rejected for invalid domain."
        ),
    ])
    func firefoxTellsWhyACookieIsRefused(
        _ line: String, _ url: String, _ category: String, _ words: String
    ) {
        let access = CookieJarStoreTests.access(url, page: String(url.dropLast()))
        let verdict = CookieJarStoreTests.store(line, access, profile: .firefox)
        #expect(
            FirefoxCookieConsole.messages(for: verdict) == [
                ConsoleMessage(category: category, text: "Cookie “c” " + words)
            ])
    }
}
