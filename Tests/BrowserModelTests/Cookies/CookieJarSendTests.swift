import HTTPMessages
import Testing

@testable import BrowserModel

/// RFC 6265bis §5.8 «Retrieval», and document.cookie.
@Suite struct CookieJarSendTests {
    typealias Store = CookieJarStoreTests

    static func jar(
        _ lines: [String], profile: EngineProfile, from url: String = "https://api.shop.example/a"
    ) -> CookieJar {
        var jar = CookieJar(profile: profile)
        for line in lines {
            jar.store(line.latin1Bytes ?? Array(line.utf8), from: Store.access(url), now: 0)
        }
        return jar
    }

    static func header(_ jar: CookieJar, _ access: CookieAccess) -> String? {
        var jar = jar
        return CookieJar.header(jar.send(to: access, now: 0)).map { String(latin1: $0) }
    }

    @Test func longerPathsGoFirstAndThenTheOlder() {
        let jar = Self.jar(["a=1; Path=/", "b=1; Path=/x", "c=1; Path=/"], profile: .standard)
        #expect(Self.header(jar, Store.access("https://api.shop.example/x/y")) == "b=1; a=1; c=1")
    }

    @Test func aNamelessCookieIsItsValue() {
        #expect(Self.header(Self.jar(["=v", "a=1"], profile: .chromium), Store.access()) == "v; a=1")
        #expect(Self.header(Self.jar(["v"], profile: .firefox), Store.access()) == "v=")
    }

    @Test func eachReasonWithholds() {
        var jar = Self.jar(
            ["host=1", "sec=1; Secure", "path=1; Path=/x", "dom=1; Domain=shop.example"],
            profile: .chromium)
        let verdicts = jar.send(
            to: Store.access("http://api2.shop.example/", page: "http://api2.shop.example"), now: 0)
        let reasons = Dictionary(
            uniqueKeysWithValues: verdicts.map { ($0.cookie.name, $0.withholdings) })
        #expect(reasons["host"] == [.domainMismatch] && reasons["dom"] == [])
        #expect(
            reasons["sec"] == [.secureOnly, .domainMismatch]
                && reasons["path"] == [.domainMismatch, .notOnPath])
    }

    /// What a page of another site sends, by SameSite.
    @Test func aCrossSitePageSendsByEngine() {
        let lines = ["d=1", "l=1; SameSite=Lax", "s=1; SameSite=Strict", "n=1; SameSite=None; Secure"]
        let access = Store.access(page: "https://www.other.example")
        #expect(Self.header(Self.jar(lines, profile: .standard), access) == "n=1")
        #expect(Self.header(Self.jar(lines, profile: .chromium), access) == "n=1")
        #expect(Self.header(Self.jar(lines, profile: .firefox), access) == nil)
        #expect(
            Self.header(
                Self.jar(lines, profile: .firefox), Store.access(page: "https://app.shop.example"))
                == "d=1; l=1; s=1; n=1")
    }

    @Test func aRedirectThroughAnotherSiteWithholdsButInChromium() throws {
        let lines = ["d=1", "l=1; SameSite=Lax"]
        var access = Store.access()
        access.earlierURLs = [try #require(WebURL("https://cdn.third.example/"))]
        #expect(Self.header(Self.jar(lines, profile: .standard), access) == nil)
        #expect(Self.header(Self.jar(lines, profile: .chromium), access) == "d=1; l=1")
        #expect(Self.header(Self.jar(lines, profile: .firefox), access) == "d=1")
    }

    @Test func aPartitionedCookieIsSeenFromItsPagesSiteOnly() {
        for profile in [EngineProfile.chromium, .firefox] {
            var jar = CookieJar(profile: profile)
            let other = Store.access(page: "https://www.other.example")
            jar.store(Array("p=1; SameSite=None; Secure; Partitioned".utf8), from: other, now: 0)
            #expect(Self.header(jar, other) == "p=1")
            #expect(Self.header(jar, Store.access()) == nil)
            #expect(Self.header(jar, Store.access(page: "https://www.third.example")) == nil)
        }
    }

    @Test func blockedThirdPartiesSendNothing() {
        var jar = Self.jar(["n=1; SameSite=None; Secure"], profile: .chromium)
        jar.blocksThirdParties = true
        #expect(Self.header(jar, Store.access(page: "https://www.other.example")) == nil)
        #expect(Self.header(jar, Store.access()) == "n=1")
    }

    @Test func documentCookieHidesHttpOnlyAndOtherPaths() {
        let jar = Self.jar(
            ["a=1; Path=/", "h=1; HttpOnly; Path=/", "b=1; Path=/x"], profile: .standard)
        let page = Page(origin: .tuple(scheme: "https", host: "api.shop.example", port: nil))
        #expect(jar.documentCookie(in: page, now: 0) == "a=1")
        #expect(jar.documentCookie(in: page, path: "/x", now: 0) == "b=1; a=1")
        #expect(jar.documentCookie(in: Page(origin: .opaque), now: 0) == nil)
    }

    @Test func bytesThatAreNotUTF8GoBackAsTheyCameButInFirefox() {
        let page = Page(origin: .tuple(scheme: "https", host: "api.shop.example", port: nil))
        let chromium = Self.jar(["c=\u{E9}"], profile: .chromium)
        let firefox = Self.jar(["c=\u{E9}"], profile: .firefox)
        #expect(
            Self.header(chromium, Store.access()) == "c=\u{E9}"
                && chromium.documentCookie(in: page, now: 0) == "")
        #expect(Self.header(firefox, Store.access()) == "c=\u{EF}\u{BF}\u{BD}")
        #expect(firefox.documentCookie(in: page, now: 0) == "c=\u{FFFD}")
    }
}
