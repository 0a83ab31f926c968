import HTTPMessages
import Testing

@testable import BrowserModel

/// Fetch §2.2.2 «CORS-safelisted request-header» and «CORS-unsafe request-header names».
@Suite struct RequestRulesTests {
    @Test(arguments: [
        ("Accept", "text/html", true), ("Accept", "a(b)", false), ("Accept", "a\tb", true),
        ("Accept-Language", "en, de;q=0.5", true),
        ("Accept-Language", "en(1)", false), ("Content-Language", "de*", true),
        ("Content-Type", "text/plain; charset=utf-8", true),
        ("Content-Type", "TEXT/PLAIN", true), ("Content-Type", "multipart/form-data; boundary=x", true),
        ("Content-Type", "application/x-www-form-urlencoded", true),
        ("Content-Type", "application/json", false),
        ("Content-Type", "text", false), ("Range", "bytes=0-", true), ("Range", "bytes=5-9", true),
        ("Range", "bytes=9-5", false),
        ("Range", "bytes=-5", false), ("Range", "bytes=0-1,2-3", false), ("X-One", "1", false),
        ("Authorization", "x", false),
    ])
    func eachSafelistedNameHasItsValueRule(_ name: String, _ value: String, _ isSafe: Bool) {
        for profile in EngineProfile.allCases {
            #expect(
                RequestRules.isSafelisted(Header(name, value), profile: EngineRules(profile)) == isSafe, "\(profile)")
        }
    }

    @Test(arguments: [
        ("Accept", "\u{80}", true, true, false),
        ("Range", "bytes=0-100000000000000000000", true, false, false),
        ("DPR", "2", false, true, false), ("Save-Data", "on", false, true, false),
        ("DPR", "1.5", false, true, false), ("DPR", "1.", false, false, false), ("DPR", "-1", false, false, false),
        ("Downlink", "x", false, false, false), ("ECT", "4g", false, true, false), ("ECT", "4G", false, false, false),
        ("RTT", "1.5", false, false, false), ("Width", "100", false, true, false), ("Save-Data", "off", false, false, false),
        ("Viewport-Width", "100, 100", false, false, false),
        ("Content-Type", "text/plain;x;y", true, true, true), ("Content-Type", "text/plain;", true, true, true),
        ("Content-Type", "text/plain;;", true, true, false), ("Content-Type", "text/plain;x;", true, true, false),
        ("Content-Type", "text/plain;a,b", true, true, false), ("Content-Type", "text/plain;\u{E9}", true, true, false),
        ("Content-Type", "text/plain x", false, false, false),
    ])
    func enginesDifferInSomeValues(
        _ name: String, _ value: String, _ standard: Bool, _ chromium: Bool, _ firefox: Bool
    ) {
        let header = Header(name, bytes: value.latin1Bytes ?? [])
        #expect(RequestRules.isSafelisted(header, profile: .standard) == standard)
        #expect(RequestRules.isSafelisted(header, profile: .chromium) == chromium)
        #expect(RequestRules.isSafelisted(header, profile: .firefox) == firefox)
    }

    @Test func aValueAbove128BytesIsUnsafe() {
        #expect(
            RequestRules.isSafelisted(
                Header("Accept", String(repeating: "a", count: 128)), profile: .standard))
        #expect(
            !RequestRules.isSafelisted(
                Header("Accept", String(repeating: "a", count: 129)), profile: .standard))
    }

    @Test func safelistedValuesAbove1024BytesTogetherAreUnsafeButInFirefox() {
        var headers = HeaderList()
        for name in ["Accept", "Accept-Language", "Content-Language"] {
            for _ in 0..<3 { headers.append(name, String(repeating: "a", count: 120)) }
        }
        #expect(
            RequestRules.unsafeNames(in: headers, profile: .standard) == [
                "accept", "accept-language", "content-language",
            ])
        #expect(RequestRules.unsafeNames(in: headers, profile: .firefox).isEmpty)
    }

    @Test func unsafeNamesAreSortedInLowerCaseAndRepeatOnlyInFirefox() {
        let headers: HeaderList = ["X-Two": "1", "X-One": "1", "x-two": "2"]
        #expect(RequestRules.unsafeNames(in: headers, profile: .standard) == ["x-one", "x-two"])
        #expect(
            RequestRules.unsafeNames(in: headers, profile: .firefox) == ["x-one", "x-two", "x-two"])
    }

    @Test func chromiumCombinesHeadersBeforeTheRulesApply() {
        let headers: HeaderList = ["Content-Type": "text/plain", "content-type": "text/plain"]
        #expect(RequestRules.unsafeNames(in: headers, profile: .standard).isEmpty)
        #expect(RequestRules.unsafeNames(in: headers, profile: .chromium) == ["content-type"])
    }
}
