import HTTPMessages
import Testing

@testable import BrowserModel

/// RFC 6265bis §5.6 and §5.7 «Storage Model»; where engines differ, as Chromium 156 and Firefox 153 were seen to do.
@Suite struct CookieJarStoreTests {
    static func access(
        _ url: String = "https://api.shop.example/a", page: String = "https://api.shop.example"
    ) -> CookieAccess {
        guard let url = WebURL(url), let origin = WebOrigin(page) else {
            preconditionFailure("no URL or origin")
        }
        return CookieAccess(url: url, page: Page(origin: origin))
    }

    static func store(
        _ line: String, _ access: CookieAccess = access(), profile: EngineProfile = .standard
    ) -> SetCookieVerdict {
        var jar = CookieJar(profile: profile)
        return jar.store(line.latin1Bytes ?? Array(line.utf8), from: access, now: 0)
    }

    /// Why the standard, Chromium and Firefox refuse a line that the host sets on itself over https.
    @Test(
        arguments: [
            ("", .empty, .empty, .empty), ("=", .empty, .empty, .empty), (";c=1", .empty, .empty, .empty),
            ("=1", nil, nil, .invalidName), ("=a=b", nil, .ambiguous, .invalidName), ("c", nil, nil, nil),
            ("c=\u{1}", .invalidValue, .invalidValue, .invalidValue),
            ("c\u{7F}=1", .invalidName, .invalidName, .invalidName),
            ("c=a\tb", nil, .invalidValue, nil), ("c=1; Path=/a\tb", nil, .invalidAttribute, .invalidPath),
            ("c=1; Unknown=a\tb", nil, .invalidAttribute, nil), ("c=1; Pa\tth=/", nil, .invalidAttribute, nil),
            ("c=\u{1}; Path=/\u{1}", .invalidValue, .invalidValue, .invalidAttribute),
            ("c=1; Domain=example; SameSite=None", .invalidDomain("example"), .invalidDomain("example"), .sameSiteNoneInsecure),
            ("__Secure-c=1; SameSite=None", .invalidPrefix, .invalidPrefix, .sameSiteNoneInsecure),
            ("c=1; Path=/\u{1}", .invalidAttribute, .invalidAttribute, .invalidAttribute),
            (
                "c=1; Domain=example", .invalidDomain("example"), .invalidDomain("example"),
                .invalidDomain("example")
            ),
            ("c=1; SameSite=None", .sameSiteNoneInsecure, .sameSiteNoneInsecure, .sameSiteNoneInsecure),
            ("c=1; Partitioned", .invalidPartitioned, .invalidPartitioned, .invalidPartitioned),
            ("__Secure-c=1", .invalidPrefix, .invalidPrefix, .invalidPrefix),
            ("__secure-c=1", .invalidPrefix, .invalidPrefix, .invalidPrefix),
            ("__Host-c=1; Secure", .invalidPrefix, .invalidPrefix, nil),
            ("__Host-c=1; Secure; Path=/", nil, nil, nil),
            (
                "__Host-c=1; Secure; Path=/; Domain=shop.example", .invalidPrefix, .invalidPrefix,
                .invalidPrefix
            ),
            ("__Http-c=1; Secure", .invalidPrefix, .invalidPrefix, .invalidPrefix),
            ("__Http-c=1; Secure; HttpOnly", nil, nil, nil),
            ("__Host-Http-c=1; Secure; HttpOnly; Path=/", nil, nil, nil),
            ("=__Host-c", .invalidPrefix, .invalidPrefix, .invalidName),
        ] as [(String, SetCookieRefusal?, SetCookieRefusal?, SetCookieRefusal?)])
    func aLineIsRefused(
        _ line: String, _ standard: SetCookieRefusal?, _ chromium: SetCookieRefusal?,
        _ firefox: SetCookieRefusal?
    ) {
        #expect(Self.store(line).refusals.first == standard)
        #expect(Self.store(line, profile: .chromium).refusals.first == chromium)
        #expect(Self.store(line, profile: .firefox).refusals.first == firefox)
    }

    @Test func aDomainAndAPrefixThatDoNotHoldAreBothTold() {
        let refusals = Self.store("__Host-c=1; Secure; Path=/; Domain=other.example", profile: .chromium).refusals
        #expect(refusals == [.invalidDomain("other.example"), .invalidPrefix])
    }

    @Test func theBrowsersMoveExpiresByWhatTheServersClockIsWrong() {
        let line = Array("c=1; Expires=Thu, 01 Jan 1970 00:10:00 GMT".utf8)
        for (profile, expires) in [(EngineProfile.standard, 600_000), (.chromium, 540_000), (.firefox, 540_000)] {
            var jar = CookieJar(profile: profile)
            let verdict = jar.store(line, from: Self.access(), now: 0, serverTime: 60_000)
            #expect(verdict.cookie?.expires == expires, "\(profile)")
            #expect(verdict.deviations == (profile == .standard ? [] : [.serverTime]))
        }
    }

    @Test func whatASandboxedPageStoresIsForTheSessionInFirefox() {
        let access = Self.access(page: "null")
        for (profile, expires) in [(EngineProfile.chromium, 60_000), (.firefox, nil)] as [(EngineProfile, Int?)] {
            #expect(Self.store("c=1; Secure; SameSite=None; Max-Age=60", access, profile: profile).cookie?.expires == expires)
        }
        #expect(Self.store("c=1; Max-Age=0", access, profile: .firefox).outcome == .expired)
    }

    @Test func firefoxRemarksOnAttributesInItsOrder() {
        let long = String(repeating: "p", count: 1100)
        let line = "c=1; Path=; Path=/a; Max-Age=q; Path=/\(long); SameSite=x; Path=/b; Path=/c; SameSite=Lax"
        #expect(
            Self.store(line, profile: .firefox).notices == [
                .oversized(attribute: "path"), .overwritten(attribute: "path"), .overwritten(attribute: "path"), .invalidSameSite,
                .invalidMaxAge,
            ])
        #expect(Self.store(line, profile: .chromium).notices.isEmpty)
    }

    @Test func nameAndValueTogetherHaveALimitAndSoHasAnAttribute() {
        #expect(Self.store("c=" + String(repeating: "x", count: 4095)).isStored)
        #expect(Self.store("c=" + String(repeating: "x", count: 4096)).refusals == [.tooLarge])
        #expect(Self.store("c=1; Path=/" + String(repeating: "p", count: 1024)).cookie?.path == "/")
        let long = "c=1; HttpOnly=" + String(repeating: "x", count: 1025)
        #expect(Self.store(long, profile: .chromium).cookie?.isHTTPOnly == false)
        #expect(Self.store(long, profile: .firefox).cookie?.isHTTPOnly == true)
    }

    @Test func secureNeedsHTTPSOrALoopbackHost() {
        for profile in EngineProfile.allCases {
            let plain = Self.access("http://api.shop.example/", page: "http://api.shop.example")
            #expect(Self.store("c=1; Secure", plain, profile: profile).refusals == [.secureOnly])
            #expect(
                Self.store(
                    "c=1; Secure", Self.access("http://localhost/", page: "http://localhost"),
                    profile: profile
                ).isStored)
        }
    }

    @Test func aCrossSiteResponseStoresByEngine() {
        let access = Self.access(page: "https://www.other.example")
        let refusals = { (line: String, profile: EngineProfile) in
            Self.store(line, access, profile: profile).refusals
        }
        for profile in [EngineProfile.standard, .chromium] {
            #expect(refusals("c=1", profile) == [.crossSite(nil)])
            #expect(refusals("c=1; SameSite=Lax", profile) == [.crossSite(.lax)])
            #expect(refusals("c=1; SameSite=None; Secure", profile).isEmpty)
        }
        #expect(refusals("c=1; SameSite=Strict", .firefox) == [.crossSite(.strict)])
        let stored = Self.store("c=1", access, profile: .firefox)
        #expect(
            stored.cookie?.partition == CookiePartition(site: "https://other.example", isCrossSite: false)
        )
        #expect(stored.notices == [.foreignNotPartitioned])
    }

    @Test func theSchemeIsPartOfTheSiteButInFirefox() {
        let access = Self.access(page: "http://api.shop.example")
        #expect(Self.store("c=1", access, profile: .chromium).refusals == [.crossSite(nil)])
        #expect(Self.store("c=1", access, profile: .firefox).isStored)
    }

    @Test func blockedThirdPartiesStorePartitionedCookiesOnly() {
        var jar = CookieJar(profile: .chromium, blocksThirdParties: true)
        let access = Self.access(page: "https://www.other.example")
        #expect(
            jar.store(Array("c=1; SameSite=None; Secure".utf8), from: access, now: 0).refusals == [
                .thirdPartyBlocked
            ])
        #expect(
            jar.store(Array("c=1; SameSite=None; Secure; Partitioned".utf8), from: access, now: 0)
                .isStored)
    }

    @Test func overHTTPASecureCookieIsLeftAlone() {
        for profile in EngineProfile.allCases {
            var jar = CookieJar(profile: profile)
            jar.store(Array("c=old; Secure".utf8), from: Self.access(), now: 0)
            let plain = Self.access("http://api.shop.example/", page: "http://api.shop.example")
            #expect(jar.store(Array("c=new".utf8), from: plain, now: 0).refusals == [.overwritesSecure])
            #expect(
                jar.store(Array("c=new; Domain=shop.example; Path=/x".utf8), from: plain, now: 0).refusals
                    == [.overwritesSecure])
            #expect(jar.store(Array("d=new".utf8), from: plain, now: 0).isStored)
        }
    }

    /// Milliseconds until the cookie's end, nil for a session.
    @Test(
        arguments: [
            ("Max-Age=60", 60_000, 60_000, 60_000), ("Max-Age= 60 ", 60_000, 60_000, 60_000),
            ("Max-Age=+60", nil, 60_000, nil),
            ("Max-Age=1.5", nil, nil, nil), ("Max-Age=", nil, nil, nil), ("Max-Age=abc", nil, nil, nil),
            ("Max-Age=99999999999999999999", 34_560_000_000, 34_560_000_000, 34_560_000_000),
            ("Expires=Wed, 09 Jun 2100 10:18:14 GMT", 34_560_000_000, 34_560_000_000, 34_560_000_000),
            ("Expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=60", 60_000, 60_000, 60_000),
            ("Max-Age=1; Max-Age=60", 60_000, 60_000, 60_000),
        ] as [(String, Int?, Int?, Int?)])
    func aLifetimeIsCappedAndMaxAgeBeatsExpires(
        _ attributes: String, _ standard: Int?, _ chromium: Int?, _ firefox: Int?
    ) {
        let expires = { (profile: EngineProfile) in
            Self.store("c=1; " + attributes, profile: profile).cookie?.expires
        }
        #expect(
            expires(.standard) == standard && expires(.chromium) == chromium
                && expires(.firefox) == firefox)
    }

    @Test func aCookieBornExpiredRemovesItsEqual() {
        var jar = CookieJar(profile: .chromium)
        jar.store(Array("c=1".utf8), from: Self.access(), now: 0)
        jar.store(Array("c=2; Path=/b".utf8), from: Self.access(), now: 0)
        #expect(jar.store(Array("c=; Max-Age=0".utf8), from: Self.access(), now: 0).outcome == .expired)
        #expect(jar.cookies.map(\.path) == ["/b"])
    }

    @Test func timeRemovesCookies() {
        var jar = CookieJar(profile: .standard)
        jar.store(Array("c=1; Max-Age=1".utf8), from: Self.access(), now: 0)
        jar.removeExpired(now: 999)
        #expect(jar.cookies.count == 1)
        jar.removeExpired(now: 1000)
        #expect(jar.cookies.isEmpty)
    }

    @Test func aReplacedCookieKeepsItsPlaceButWithANewValueInChromium() {
        for profile in EngineProfile.allCases {
            var jar = CookieJar(profile: profile)
            for line in ["a=1", "b=1", "a=2"] { jar.store(Array(line.utf8), from: Self.access(), now: 0) }
            #expect(jar.cookies.map(\.name) == (profile == .chromium ? ["b", "a"] : ["a", "b"]))
            jar.store(Array("b=1; Max-Age=60".utf8), from: Self.access(), now: 0)
            #expect(jar.cookies.map(\.name) == (profile == .chromium ? ["b", "a"] : ["a", "b"]))
        }
    }

    @Test func tooManyCookiesOfAHostPushOutTheOldestThatAreNotSecure() {
        var jar = CookieJar(profile: .chromium)
        jar.store(Array("kept=1; Secure".utf8), from: Self.access(), now: 0)
        for number in 0..<180 { jar.store(Array("k\(number)=1".utf8), from: Self.access(), now: 0) }
        #expect(jar.cookies.count == 150)
        #expect(jar.cookies.prefix(2).map(\.name) == ["kept", "k31"])
    }
}
