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
}
