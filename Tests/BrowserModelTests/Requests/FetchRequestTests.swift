import HTTPMessages
import Testing

@testable import BrowserModel

/// Fetch §5.4 «Request constructor» and §5.1 «append» to Headers.
@Suite struct FetchRequestTests {
    @Test(arguments: [
        ("get", "GET"), ("Delete", "DELETE"), ("options", "OPTIONS"), ("put", "PUT"),
        ("patch", "patch"), ("Patch", "Patch"),
        ("custom", "custom"),
    ])
    func normalizesAMethodOfTheSixOnly(_ given: String, _ expected: String) throws {
        #expect(try FetchRequest(FetchInit(method: given), profile: .standard).method == expected)
    }

    @Test(arguments: [
        (FetchInit(method: "BAD METHOD"), FetchRequest.Refusal.methodNotAToken("BAD METHOD")),
        (FetchInit(method: ""), .methodNotAToken("")),
        (FetchInit(method: "connect"), .forbiddenMethod("connect")),
        (FetchInit(method: "TRACK"), .forbiddenMethod("TRACK")),
        (FetchInit(method: "put", mode: .noCORS), .methodNeedsCORS("PUT")),
        (FetchInit(body: [1]), .bodyNotAllowed(method: "GET")),
        (FetchInit(method: "HEAD", body: [1]), .bodyNotAllowed(method: "HEAD")),
        (FetchInit(headers: [Header("X(1)", "a")]), .invalidHeaderName("X(1)")),
        (
            FetchInit(headers: [Header("X-One", "a\nb")]),
            .invalidHeaderValue(name: "X-One", value: "a\nb")
        ),
        (FetchInit(mode: .navigate), .navigateMode),
    ])
    func theConstructorThrows(_ fetch: FetchInit, _ refusal: FetchRequest.Refusal) {
        #expect(throws: refusal) { try FetchRequest(fetch, profile: .standard) }
    }

    @Test(arguments: [
        "Cookie", "Host", "Origin", "Referer", "Proxy-Anything", "Sec-Anything",
        "Access-Control-Request-Method", "Date", "DNT",
    ])
    func aForbiddenRequestHeaderIsDropped(_ name: String) throws {
        let request = try FetchRequest(
            FetchInit(headers: [Header(name, "x"), Header("X-One", "1")]), profile: .standard)
        #expect(request.headers.map(\.name) == ["X-One"])
        #expect(request.droppedHeaders.map(\.name) == [name])
    }

    @Test func methodOverridesAreForbiddenWithAForbiddenMethodOnly() throws {
        let headers = [
            Header("X-HTTP-Method-Override", "GET, trace"), Header("X-Method-Override", "PUT"),
        ]
        #expect(
            try FetchRequest(FetchInit(headers: headers), profile: .standard).headers.map(\.name) == [
                "X-Method-Override"
            ])
    }

    @Test func onlyChromiumForbidsUserAgent() throws {
        let fetch = FetchInit(headers: [Header("User-Agent", "mine")])
        #expect(try FetchRequest(fetch, profile: .standard).headers.count == 1)
        #expect(try FetchRequest(fetch, profile: .firefox).headers.count == 1)
        #expect(try FetchRequest(fetch, profile: .chromium).headers.isEmpty)
    }

    @Test func theNoCORSGuardKeepsSafelistedHeadersOnly() throws {
        let headers = [
            Header("Accept", "text/plain"), Header("Content-Type", "application/json"),
            Header("X-One", "1"), Header("Range", "bytes=0-"),
        ]
        let request = try FetchRequest(FetchInit(headers: headers, mode: .noCORS), profile: .standard)
        #expect(request.headers.map(\.name) == ["Accept"])
    }

    @Test func aTextBodyBringsItsContentTypeUnlessThePageNamesOne() throws {
        #expect(
            try FetchRequest(FetchInit(method: "POST", body: [97]), profile: .standard).headers[
                "content-type"] == "text/plain;charset=UTF-8")
        let named = FetchInit(method: "POST", headers: [Header("content-type", "a/b")], body: [97])
        #expect(try FetchRequest(named, profile: .standard).headers.count == 1)
    }

    @Test func whiteSpaceAroundAValueIsStripped() throws {
        let request = try FetchRequest(
            FetchInit(headers: [Header("X-One", " \t1\n")]), profile: .standard)
        #expect(request.headers["x-one"] == "1")
    }
}
