import HTTPMessages
import Testing

@testable import BrowserModel

/// Fetch §4.8 «CORS-preflight fetch», what the answer must say.
@Suite struct PreflightCheckTests {
    static let page = "https://app.example"

    static func check(
        _ headers: HeaderList, status: Int = 204, method: String = "PUT", names: [String] = [],
        credentials: FetchInit.Credentials = .omit, profile: EngineProfile = .standard
    ) throws(PreflightCheck.Failure) -> PreflightCheck.Permission {
        var all: HeaderList = [
            "Access-Control-Allow-Origin": page, "Access-Control-Allow-Credentials": "true",
        ]
        all.append(contentsOf: headers)
        let question = PreflightCheck.Question(
            method: method, unsafeNames: names, origin: page, credentials: credentials)
        return try PreflightCheck.check(
            HTTPResponse(status: status, headers: all), question, profile: EngineRules(profile))
    }

    @Test(arguments: [200, 204, 299])
    func anOkStatusPasses(_ status: Int) throws {
        _ = try Self.check(["Access-Control-Allow-Methods": "PUT"], status: status)
    }

    @Test(arguments: [199, 300, 302, 304, 404, 500])
    func anyOtherStatusFails(_ status: Int) {
        #expect(throws: PreflightCheck.Failure.status(status)) {
            try Self.check(["Access-Control-Allow-Methods": "PUT"], status: status)
        }
    }

    @Test func theCORSCheckComesFirst() {
        let question = PreflightCheck.Question(
            method: "PUT", unsafeNames: [], origin: Self.page, credentials: .omit)
        #expect(throws: PreflightCheck.Failure.notShared(.missingAllowOrigin)) {
            try PreflightCheck.check(HTTPResponse(status: 500), question, profile: .standard)
        }
    }

    @Test(arguments: [
        ("PUT", "PUT", true), ("put", "PUT", false), ("GET, PUT ,", "PUT", true), ("*", "PUT", true),
        ("", "PUT", false), ("", "POST", true),
        ("GET", "patch", false), ("patch", "patch", true),
    ])
    func theMethodMustBeListedUnlessSafelisted(_ allowed: String, _ method: String, _ passes: Bool) {
        let found = Result { try Self.check(["Access-Control-Allow-Methods": allowed], method: method) }
        #expect(((try? found.get()) != nil) == passes)
    }

    @Test func theWildcardIsANameWithCredentials() {
        #expect(throws: PreflightCheck.Failure.methodNotAllowed("PUT")) {
            try Self.check(["Access-Control-Allow-Methods": "*"], credentials: .include)
        }
        #expect(throws: PreflightCheck.Failure.headerNotAllowed("x-one")) {
            try Self.check(
                ["Access-Control-Allow-Headers": "*"], method: "GET", names: ["x-one"],
                credentials: .include)
        }
    }

    @Test func oneTokenThatDoesNotParseFailsTheWholeList() {
        #expect(throws: PreflightCheck.Failure.allowMethodsInvalid("PUT DELETE")) {
            try Self.check(["Access-Control-Allow-Methods": "PUT DELETE"], method: "POST")
        }
        #expect(throws: PreflightCheck.Failure.allowHeadersInvalid("x-one; x-two")) {
            try Self.check(["Access-Control-Allow-Headers": "x-one; x-two"], method: "POST")
        }
    }

    @Test func headerNamesAreComparedWithoutCase() throws {
        _ = try Self.check(
            ["Access-Control-Allow-Headers": "X-ONE, x-two"], method: "GET", names: ["x-one", "x-two"])
    }

    @Test func theWildcardCoversAuthorizationInTheBrowsersOnly() throws {
        let headers: HeaderList = ["Access-Control-Allow-Headers": "*"]
        #expect(throws: PreflightCheck.Failure.headerNotAllowed("authorization")) {
            try Self.check(headers, method: "GET", names: ["authorization"])
        }
        for profile in [EngineProfile.chromium, .firefox] {
            #expect(
                try Self.check(headers, method: "GET", names: ["authorization"], profile: profile)
                    .authorizationsByWildcard == 1)
        }
    }

    @Test func firefoxLooksForTheMethodBeforeItReadsTheHeaders() {
        let headers: HeaderList = ["Access-Control-Allow-Headers": "b@d"]
        #expect(throws: PreflightCheck.Failure.allowHeadersInvalid("b@d")) { try Self.check(headers) }
        #expect(throws: PreflightCheck.Failure.methodNotAllowed("PUT")) {
            try Self.check(headers, profile: .firefox)
        }
    }

    @Test(
        arguments: [
            (nil, 5, 5, 5), ("600", 600, 600, 600), ("0", 0, 0, 0), ("", 5, 5, 5), ("abc", 5, 5, 0),
            ("-1", 5, 0, 0), ("1.5", 5, 5, 0),
            ("100000", 7200, 7200, 86400),
        ] as [(String?, Int, Int, Int)])
    func maxAgeIsCappedAndFallsBackToFiveSeconds(
        _ value: String?, _ standard: Int, _ chromium: Int, _ firefox: Int
    ) throws {
        var headers: HeaderList = ["Access-Control-Allow-Methods": "PUT"]
        if let value { headers.append("Access-Control-Max-Age", value) }
        #expect(try Self.check(headers).maxAge == standard)
        #expect(try Self.check(headers, profile: .chromium).maxAge == chromium)
        #expect(try Self.check(headers, profile: .firefox).maxAge == firefox)
    }
}
