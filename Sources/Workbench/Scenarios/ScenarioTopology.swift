import BrowserModel

/// The hosts of the truth tables: who plays page and server in a scenario, and what its placeholders stand for.
///
/// All names end in `.example`; the server under test is always `api.shop.example`.
enum ScenarioTopology {
    static let apiHost = "api.shop.example"

    /// The origin from which a page of that relation comes, its address (an opaque page's too); nil for an unknown relation.
    static func pageOrigin(_ page: String, scheme: String) -> String? {
        switch page {
        case "same-origin": "\(scheme)://\(apiHost)"
        case "same-site-cross-origin": "\(scheme)://app.shop.example"
        case "same-host-cross-port": "\(scheme)://\(apiHost):" + (scheme == "http" ? "8080" : "8443")
        case "cross-site", "opaque": "\(scheme)://www.other.example"
        default: nil
        }
    }

    /// What a page of that relation sends as Origin.
    static func serializedOrigin(_ page: String, scheme: String) -> String? {
        page == "opaque" ? "null" : pageOrigin(page, scheme: scheme)
    }

    /// The URL of the server so many redirects on; its path ends in `.1`, `.2`, … from the second on.
    static func url(of scenario: Scenario, hop: Int) -> String {
        let server = scenario.server.chain(hop)
        let scheme = hop == 0 ? scenario.apiScheme : server?.scheme ?? scenario.apiScheme
        let origin =
            switch hop == 0 ? "api" : server?.at ?? "api" {
            case "page": pageOrigin(scenario.page, scheme: scenario.pageScheme ?? scenario.apiScheme) ?? ""
            case "api2": "\(scheme)://api2.shop.example"
            case "far": "\(scheme)://cdn.third.example"
            default: "\(scheme)://\(apiHost)"
            }
        return origin + (scenario.pathPrefix ?? "") + "/\(scenario.id)" + (hop == 0 ? "" : ".\(hop)")
    }

    /// A header's value with its placeholders filled in, for the answer of a server so many redirects on.
    static func expand(_ value: String, of scenario: Scenario, hop: Int) -> String {
        guard value.utf8.contains(UInt8(ascii: "{")) else { return value }
        let scheme = scenario.pageScheme ?? scenario.apiScheme
        let next = url(of: scenario, hop: hop + 1)
        let values = [
            "origin": serializedOrigin(scenario.page, scheme: scheme) ?? "", "page_origin": pageOrigin(scenario.page, scheme: scheme) ?? "",
            "api_origin": "\(scenario.apiScheme)://\(apiHost)", "next": next,
            "next_noscheme": next.split(separator: "://", maxSplits: 1).last.map(String.init) ?? "",
        ]
        return values.reduce(value) { $0.replacing("{{\($1.key)}}", with: $1.value) }
    }

    /// Cookies of the api host that a jar holds where a scenario names none.
    static let seeds = Scenario.Jar(
        https: [
            "s_def=1; Path=/", "s_lax=1; Path=/; SameSite=Lax", "s_strict=1; Path=/; SameSite=Strict",
            "s_none=1; Path=/; SameSite=None; Secure",
        ],
        http: ["h_def=1; Path=/", "h_lax=1; Path=/; SameSite=Lax", "h_strict=1; Path=/; SameSite=Strict"])

    /// Names of the seeds, which are not counted among what a scenario stored.
    static let seedNames: Set<String> = ["s_def", "s_lax", "s_strict", "s_none", "h_def", "h_lax", "h_strict"]
}
