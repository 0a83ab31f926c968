import Testing

@testable import BrowserModel

/// Fetch §4.10 «CORS-preflight cache».
@Suite struct PreflightCacheTests {
    static func key(
        origin: String = "https://app.example", url: String = "https://api.example/",
        credentials: FetchInit.Credentials = .omit,
        profile: EngineProfile = .standard
    ) -> PreflightCache.Key {
        PreflightCache.Key(origin: origin, url: url, credentials: credentials, profile: EngineRules(profile))
    }

    static func cache(
        _ key: PreflightCache.Key, methods: [String] = ["PUT"], names: [String] = ["X-One"]
    ) -> PreflightCache {
        var cache = PreflightCache()
        cache.store(methods: methods, headerNames: names, key: key, expires: 1000)
        return cache
    }

    @Test func anEntryCoversUntilItExpires() {
        let cache = Self.cache(Self.key())
        #expect(cache.covers(method: "PUT", unsafeNames: ["x-one"], key: Self.key(), now: 999))
        #expect(!cache.covers(method: "PUT", unsafeNames: ["x-one"], key: Self.key(), now: 1000))
    }

    @Test func anAnswerThatAllowsNothingIsStillAnAnswer() {
        let cache = Self.cache(Self.key(), methods: [], names: [])
        #expect(cache.hasAnswer(for: Self.key(), now: 999))
        #expect(!cache.hasAnswer(for: Self.key(), now: 1000))
        #expect(!cache.hasAnswer(for: Self.key(url: "https://api.example/b"), now: 0))
        #expect(!PreflightCache().hasAnswer(for: Self.key(), now: 0))
    }

    @Test func originURLMethodAndEveryHeaderCount() {
        let cache = Self.cache(Self.key())
        #expect(!cache.covers(method: "PUT", unsafeNames: [], key: Self.key(origin: "null"), now: 0))
        #expect(
            !cache.covers(
                method: "PUT", unsafeNames: [], key: Self.key(url: "https://api.example/b"), now: 0))
        #expect(!cache.covers(method: "DELETE", unsafeNames: [], key: Self.key(), now: 0))
        #expect(!cache.covers(method: "PUT", unsafeNames: ["x-one", "x-two"], key: Self.key(), now: 0))
        #expect(cache.covers(method: "GET", unsafeNames: [], key: Self.key(), now: 0))
    }

    @Test func anEntryWithCredentialsServesThoseWithoutButInFirefox() {
        for profile in EngineProfile.allCases {
            let cache = Self.cache(Self.key(credentials: .include, profile: profile))
            let serves = cache.covers(
                method: "PUT", unsafeNames: [], key: Self.key(profile: profile), now: 0)
            #expect(serves == (profile != .firefox))
            #expect(
                cache.covers(
                    method: "PUT", unsafeNames: [], key: Self.key(credentials: .include, profile: profile),
                    now: 0))
        }
        #expect(
            !Self.cache(Self.key()).covers(
                method: "PUT", unsafeNames: [], key: Self.key(credentials: .include), now: 0))
    }

    @Test func firefoxDoesNotRememberWildcards() {
        for profile in EngineProfile.allCases {
            let cache = Self.cache(Self.key(profile: profile), methods: ["*"], names: ["*"])
            #expect(
                cache.covers(method: "PUT", unsafeNames: ["x-two"], key: Self.key(profile: profile), now: 0)
                    == (profile != .firefox))
        }
    }

    @Test func aRememberedWildcardDoesNotCoverAuthorizationInTheStandard() {
        let cache = Self.cache(Self.key(), methods: ["*"], names: ["*"])
        #expect(!cache.covers(method: "GET", unsafeNames: ["authorization"], key: Self.key(), now: 0))
    }

    @Test func clearingForgetsOriginAndURL() {
        var cache = Self.cache(Self.key())
        cache.clear(origin: "https://app.example", url: "https://api.example/")
        #expect(!cache.covers(method: "PUT", unsafeNames: [], key: Self.key(), now: 0))
    }
}
