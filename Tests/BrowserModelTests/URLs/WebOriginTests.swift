import Testing

@testable import BrowserModel

/// HTML Standard, «same origin» and «same site».
@Suite struct WebOriginTests {
    @Test(arguments: [
        ("https://a.shop.example", "https://a.shop.example", true, true, true),
        ("https://a.shop.example", "https://b.shop.example", false, true, true),
        ("https://a.shop.example", "http://a.shop.example", false, false, true),
        ("https://a.shop.example", "https://a.shop.example:8443", false, true, true),
        ("https://a.example.co.uk", "https://b.other.co.uk", false, false, false),
        ("https://me.github.io", "https://you.github.io", false, false, false),
        ("http://localhost:3000", "http://localhost:8000", false, true, true),
        ("http://127.0.0.1:3000", "http://127.0.0.1:8000", false, true, true),
        ("http://127.0.0.1", "http://127.0.0.2", false, false, false),
        ("null", "null", false, false, false),
    ])
    func originsAndSitesAreCompared(
        _ a: String, _ b: String, _ origin: Bool, _ site: Bool, _ schemeless: Bool
    ) throws {
        let (a, b) = (try #require(WebOrigin(a)), try #require(WebOrigin(b)))
        #expect(
            a.isSameOrigin(as: b) == origin && a.isSameSite(as: b) == site
                && a.isSchemelesslySameSite(as: b) == schemeless)
    }

    @Test(arguments: [
        "https://a.example/path", "a.example", "https://a.example?q", "https://u@a.example", "",
    ])
    func aTextThatIsNoOriginIsRefused(_ text: String) { #expect(WebOrigin(text) == nil) }

    @Test(arguments: [
        ("https://a.example", true), ("http://a.example", false), ("http://localhost:8000", true),
        ("http://127.0.0.1", true), ("null", false),
    ])
    func httpsAndLoopbackAreTrustworthy(_ text: String, _ expected: Bool) throws {
        #expect(try #require(WebOrigin(text)).isPotentiallyTrustworthy == expected)
    }
}
