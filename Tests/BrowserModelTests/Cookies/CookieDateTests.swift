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
        ("29 Feb 2024 00:00:00", 1_709_164_800_000), ("1:1:1 09 Junk 2027", 1_812_502_861_000),
    ])
    func everyEngineReads(_ text: String, _ milliseconds: Int) {
        for profile in EngineProfile.allCases {
            #expect(CookieDate.parse(text, profile: EngineRules(profile)) == milliseconds)
        }
    }

    @Test(arguments: [
        "", "0", "bogus", "2100-06-09T10:18:14Z", "09 06 2100 10:18:14",
        "Wed, 32 Jun 2100 10:18:14 GMT", "2027-06-09 10:18:14", "Jun 2027 10:18:14", "009 Jun 2027 1:1:1", "09 Jun 020270 1:1:1",
        "09 xJun 2027 1:1:1", "9:Jun 2027 1:1:1",
    ])
    func noEngineReads(_ text: String) {
        for profile in EngineProfile.allCases {
            #expect(CookieDate.parse(text, profile: EngineRules(profile)) == nil)
        }
    }

    /// What the standard, Chromium and Firefox make of it, in seconds since 1970.
    @Test(
        arguments: [
            ("09 Jun 2027 10:18", nil, nil, 1_812_536_232), ("Wed, 09 Jun 2027 10:18 GMT", nil, nil, 1_812_536_264),
            ("31 Feb 2027 25:61:61", nil, nil, 1_804_125_721), ("09 Jun 2027 24:00:00", nil, nil, 1_812_585_600),
            ("0 Jun 2027 1:1:1", nil, nil, 1_811_725_261), ("29 Feb 2027 1:1:1", nil, nil, 1_803_862_861),
            ("Wed, 09 Jun 2027 10:18:14 PST", 1_812_536_294, 1_812_536_294, 1_812_565_094),
            ("Wed, 09 Jun 2027 10:18:14 EDT", 1_812_536_294, 1_812_536_294, 1_812_550_694),
            ("Wed, 09 Jun 2027 10:18:14 +0100", 1_812_536_294, 1_812_536_294, 1_812_532_694),
            ("09 Jun 2027 10:18:14 GMT+2", 1_812_536_294, 1_812_536_294, 1_812_529_094),
            ("09 Jun 2027 10:18:14 PST+2", 1_812_536_294, 1_812_536_294, 1_812_565_094),
            ("09-Jun-27 10:18:14 PM", 1_812_536_294, 1_812_536_294, 1_812_579_494),
            ("06/09/2027 10:18:14", nil, nil, 1_812_536_294), ("27-06-09 10:18:14", nil, nil, 1_246_097_894),
            ("99/6/9 10:18:14", nil, nil, 928_923_494), ("09 Jun 2027", nil, nil, 1_812_499_200),
            ("09 Jun 2027 100:18:14", nil, nil, 1_812_499_200), ("09 Jun 2027 10::14", nil, nil, 1_812_499_200),
            ("09 Jun 2027 12:1:1:1", 1_812_542_461, nil, 1_812_542_461), ("09 Jun 2027 1:1:1x", 1_812_502_861, nil, 1_812_502_861),
            ("9th Jun 2027 1:1:1", 1_812_502_861, nil, nil), ("09 Jun 2027x 1:1:1", 1_812_502_861, nil, nil),
            ("09 Jun 2027 01:01:001", nil, 1_812_502_861, 1_812_499_200), ("09 Jun 7 1:1:1", nil, 1_181_350_861, nil),
            ("09-Jun-2027-1:1:1", 1_812_502_861, 1_812_502_861, nil), ("\"09 Jun 2027 1:1:1\"", 1_812_502_861, 1_812_502_861, nil),
            ("Wed, 09 Jun 21001 10:18:14 GMT", nil, 600_574_126_694, 600_574_126_694),
            ("Wed, 09 Jun 1600 10:18:14 GMT", nil, -11_662_234_906, -11_662_234_906),
            ("09 Jun 40000 1:1:1", nil, 1_200_124_688_461, nil),
        ] as [(String, Int?, Int?, Int?)])
    func enginesDiffer(_ text: String, _ standard: Int?, _ chromium: Int?, _ firefox: Int?) {
        #expect(CookieDate.parse(text, profile: .standard).map { $0 / 1000 } == standard)
        #expect(CookieDate.parse(text, profile: .chromium).map { $0 / 1000 } == chromium)
        #expect(CookieDate.parse(text, profile: .firefox).map { $0 / 1000 } == firefox)
    }
}
