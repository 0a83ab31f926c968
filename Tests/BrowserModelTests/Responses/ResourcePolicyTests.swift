import HTTPMessages
import Testing

@testable import BrowserModel

/// Fetch §3.7 «cross-origin resource policy check».
@Suite struct ResourcePolicyTests {
    @Test(
        arguments: [
            (nil, "https://other.example", true), ("same-origin", "https://app.shop.example", false),
            ("same-origin", "https://api.shop.example", true),
            ("same-site", "https://app.shop.example", true),
            ("same-site", "https://other.example", false),
            ("same-site", "http://app.shop.example", false),
            ("cross-origin", "https://other.example", true),
            ("SAME-ORIGIN", "https://other.example", true),
        ] as [(String?, String, Bool)])
    func aPolicyKeepsAResponseFromPages(_ policy: String?, _ page: String, _ isAllowed: Bool) throws {
        let url = try #require(WebURL("https://api.shop.example/"))
        let origin = try #require(WebOrigin(page))
        let headers: HeaderList = policy.map { ["Cross-Origin-Resource-Policy": $0] } ?? [:]
        #expect(ResourcePolicy.allows(headers, from: url, to: origin, profile: .standard) == isAllowed)
    }

    /// The host of page and answer, on two ports, and whether the standard, Chromium and Firefox take them for one site.
    @Test(arguments: [
        ("127.0.0.1", true, false, true), ("[::1]", true, false, true), ("localhost", true, true, true),
        ("api.shop.example", true, true, true),
    ])
    func anAddressIsOfNoSiteInChromium(_ host: String, _ standard: Bool, _ chromium: Bool, _ firefox: Bool) throws {
        let url = try #require(WebURL("http://\(host):8001/"))
        let origin = try #require(WebOrigin("http://\(host):8000"))
        let headers: HeaderList = ["Cross-Origin-Resource-Policy": "same-site"]
        for (profile, isAllowed) in [(EngineRules.standard, standard), (.chromium, chromium), (.firefox, firefox)] {
            #expect(ResourcePolicy.allows(headers, from: url, to: origin, profile: profile) == isAllowed, "\(profile.engine)")
        }
    }
}
