import HTTPMessages
import Testing

@testable import BrowserModel

/// Fetch §2.2.6, the filtered responses, and §4.1 «CORS-exposed header-name list».
@Suite struct ResponseFilterTests {
    static let headers: HeaderList = [
        "Content-Type": "text/plain", "X-One": "1", "Set-Cookie": "a=1", "ETag": "e",
    ]

    static func reasons(exposing value: String?, credentials: FetchInit.Credentials = .omit)
        -> [HeaderVerdict.Reason]
    {
        var list = headers
        if let value { list.append("Access-Control-Expose-Headers", value) }
        return ResponseFilter.cors(list, credentials: credentials, profile: .standard).prefix(4).map(
            \.reason)
    }

    @Test func aBasicFilteredResponseKeepsAllButSetCookie() {
        let verdicts = ResponseFilter.basic(Self.headers)
        #expect(verdicts.map(\.isReadable) == [true, true, false, true])
        #expect(verdicts[2].reason == .forbiddenName)
    }

    @Test(arguments: [
        "Cache-Control", "Content-Language", "Content-Length", "Content-Type", "Expires",
        "Last-Modified", "Pragma",
    ])
    func aSafelistedNameIsReadable(_ name: String) {
        #expect(
            ResponseFilter.cors([name: "x"], credentials: .include, profile: .standard)[0].reason
                == .safelisted)
    }

    @Test func exposedNamesAreReadableWithoutRegardToCase() {
        #expect(
            Self.reasons(exposing: "x-ONE, Set-Cookie") == [
                .safelisted, .exposed, .forbiddenName, .notExposed,
            ])
    }

    @Test func theWildcardExposesAllButSetCookieWithoutCredentials() {
        #expect(
            Self.reasons(exposing: "*") == [
                .safelisted, .exposedByWildcard, .forbiddenName, .exposedByWildcard,
            ])
        #expect(
            Self.reasons(exposing: "*", credentials: .include) == [
                .safelisted, .wildcardWithCredentials, .forbiddenName, .wildcardWithCredentials,
            ])
    }

    @Test func oneTokenThatDoesNotParseExposesNothing() {
        #expect(Self.reasons(exposing: "x-one/x-two, etag")[3] == .exposeHeadersInvalid)
    }

    @Test func repeatedHeadersAreCombinedAndFirefoxDropsEmptyOnes() {
        let list: HeaderList = ["X-One": "a", "x-one": "", "B": "2"]
        #expect(ResponseHeaders.sortAndCombine(list, profile: .standard).map(\.value) == ["2", "a, "])
        #expect(ResponseHeaders.sortAndCombine(list, profile: .firefox).map(\.value) == ["2", "a"])
    }
}
