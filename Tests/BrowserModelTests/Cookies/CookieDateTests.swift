import Testing

@testable import BrowserModel

/// RFC 6265bis §5.1.1, and how Chromium 156 and Firefox 153 were seen to read dates.
@Suite struct CookieDateTests {
    @Test(arguments: [
        ("Wed, 09 Jun 2021 10:18:14 GMT", 1_623_233_894_000),
        ("Wed, 09-Jun-2021 10:18:14 GMT", 1_623_233_894_000),
        ("Wednesday, 09-Jun-21 10:18:14", 1_623_233_894_000),
        ("Wed Jun  9 10:18:14 2021", 1_623_233_894_000),
        ("2021 June 9 10:18:14", 1_623_233_894_000), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Wed, 09 Jun 99 10:18:14 GMT", 928_923_494_000),
        ("29 Feb 2024 00:00:00", 1_709_164_800_000),
    ])
    func everyEngineReads(_ text: String, _ milliseconds: Int) {
        for profile in EngineProfile.allCases {
            #expect(CookieDate.parse(text, profile: EngineRules(profile)) == milliseconds)
        }
    }

    @Test(arguments: [
        "", "0", "bogus", "2100-06-09T10:18:14Z", "09 06 2100 10:18:14",
        "Wed, 32 Jun 2100 10:18:14 GMT", "09 Jun 2100",
    ])
    func noEngineReads(_ text: String) {
        for profile in EngineProfile.allCases {
            #expect(CookieDate.parse(text, profile: EngineRules(profile)) == nil)
        }
    }

    /// Whether the standard, Chromium and Firefox read it.
    @Test(arguments: [
        ("Wed, 09 Jun 2100 10:18", false, false, true),
        ("Wed, 31 Jun 2100 10:18:14 GMT", false, false, true),
        ("Wed, 09 Jun 2100 25:18:14 GMT", false, false, true),
        ("Wed, 09 Jun 21001 10:18:14 GMT", false, true, true),
        ("Wed, 09 Jun 1600 10:18:14 GMT", false, true, true),
    ])
    func enginesDiffer(_ text: String, _ standard: Bool, _ chromium: Bool, _ firefox: Bool) {
        #expect((CookieDate.parse(text, profile: .standard) != nil) == standard)
        #expect((CookieDate.parse(text, profile: .chromium) != nil) == chromium)
        #expect((CookieDate.parse(text, profile: .firefox) != nil) == firefox)
    }
}
