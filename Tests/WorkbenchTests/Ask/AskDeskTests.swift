import BrowserModel
import FoundationEssentials
import HTTPMessages
import ResponsePipeline
import Testing
import Workbench

@Suite struct AskDeskTests {
    static let userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"
    static let page = "http://127.0.0.1:8001"

    /// A desk, and the token of its first address.
    static func desk() -> (AskDesk, token: String) {
        var desk = AskDesk(serverHost: "127.0.0.1", serverPort: 8000) { UInt64.random(in: .min ... .max) }
        desk.port = 8001
        let address = desk.address()
        return (desk, String(address.drop { $0 != "=" }.dropFirst()))
    }

    static func get(_ target: String, host: String = "127.0.0.1:8001") -> HTTPRequest {
        HTTPRequest(target: target, headers: ["host": host])
    }

    static func post(_ target: String, _ body: String, origin: String = page) -> HTTPRequest {
        HTTPRequest(
            method: "POST", target: target, headers: ["host": "127.0.0.1:8001", "origin": origin, "user-agent": userAgent],
            body: Array(body.utf8))
    }

    static func start(_ token: String) -> HTTPRequest {
        post(
            "/start",
            #"{"token":"\#(token)","question":{"method":"GET","target":"/a","headers":[],"credentials":"same-origin","mode":"cors","redirect":"follow"}}"#
        )
    }

    static func report(_ token: String, headers: String, origin: String = page) -> HTTPRequest {
        post(
            "/report",
            #"{"token":"\#(token)","saw":{"outcome":"resolved","type":"cors","status":200,"redirected":false,"headers":[\#(headers)],"body":"hi","cookieBefore":"","cookieAfter":""}}"#,
            origin: origin)
    }

    /// What the browser's own exchange with the embedded server was.
    static let exchange = Exchange(
        request: HTTPRequest(
            target: "/a",
            headers: ["host": "127.0.0.1:8000", "origin": page, "user-agent": userAgent, "sec-fetch-dest": "empty"]),
        response: HTTPResponse(
            headers: [
                "content-length": "2", "x-shown": "1", "x-hidden": "2", "access-control-allow-origin": "*",
                "access-control-expose-headers": "X-Shown",
            ], body: Array("hi".utf8)),
        trace: Trace())

    @Test func thePageNeedsATokenThatIsGood() {
        var (desk, token) = Self.desk()
        let page = desk.respond(to: Self.get("/?token=\(token)"), now: 0).response
        #expect(page.status == 200)
        #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
        for target in ["/", "/?token=", "/?token=\(token)0", "/?=&token"] {
            #expect(desk.respond(to: Self.get(target), now: 0).response.status == 403)
        }
    }

    @Test func anotherNameForTheAddressIsRefused() {
        var (desk, token) = Self.desk()
        #expect(desk.respond(to: Self.get("/?token=\(token)", host: "evil.example:8001"), now: 0).response.status == 421)
        #expect(desk.respond(to: Self.get("/?token=\(token)", host: "localhost:8001"), now: 0).response.status == 200)
    }

    @Test func aReportIsComparedWithTheModelAndItsTokenIsUsedUp() throws {
        var (desk, token) = Self.desk()
        #expect(desk.respond(to: Self.start(token), now: 0).response.status == 200)
        desk.observe(Self.exchange)
        let headers = #"["content-length","2"],["x-shown","1"]"#
        let reply = desk.respond(to: Self.report(token, headers: headers), now: 0)
        let comparison = try #require(reply.comparison)
        #expect(comparison.differences.isEmpty)
        #expect(comparison.profile == .chromium)
        #expect(comparison.modelHeaders == [["content-length", "2"], ["x-shown", "1"]])
        #expect(desk.respond(to: Self.start(token), now: 0).response.status == 403)
        #expect(desk.respond(to: Self.report(token, headers: headers), now: 0).response.status == 403)
    }

    @Test func whatTheBrowserSawOtherwiseIsMarked() throws {
        var (desk, token) = Self.desk()
        _ = desk.respond(to: Self.start(token), now: 0)
        desk.observe(Self.exchange)
        let headers = #"["content-length","2"],["x-hidden","2"]"#
        let comparison = try #require(desk.respond(to: Self.report(token, headers: headers), now: 0).comparison)
        #expect(comparison.differences.map(\.name) == ["x-hidden", "x-shown"])
        #expect(comparison.summary == "model and browser differ in 2 points")
    }

    @Test func exchangesOfOthersDoNotCount() throws {
        var (desk, token) = Self.desk()
        _ = desk.respond(to: Self.start(token), now: 0)
        var other = Self.exchange
        other.request.headers = ["host": "127.0.0.1:8000", "user-agent": "curl/8"]
        desk.observe(other)
        desk.observe(Self.exchange)
        let comparison = try #require(desk.respond(to: Self.report(token, headers: ""), now: 0).comparison)
        #expect(comparison.rows.filter { $0.name.hasPrefix("request") }.count == 1)
    }

    @Test(arguments: [("http://evil.example", 403), ("http://127.0.0.1:8000", 403), ("null", 409), (page, 409)])
    func onlyThePageMayReport(_ origin: String, _ status: Int) {
        var (desk, token) = Self.desk()
        let response = desk.respond(to: Self.report(token, headers: "", origin: origin), now: 0).response
        #expect(response.status == status)
    }

    @Test func whatIsNoMessageIsRefused() {
        var (desk, _) = Self.desk()
        #expect(desk.respond(to: Self.post("/report", "{"), now: 0).response.status == 400)
        #expect(desk.respond(to: Self.post("/other", "{}"), now: 0).response.status == 404)
    }

    @Test func aQuestionCannotEndTheScriptElement() {
        var (desk, token) = Self.desk()
        desk.question.target = "/</script><b>"
        let page = String(decoding: desk.respond(to: Self.get("/?token=\(token)"), now: 0).response.body, as: UTF8.self)
        #expect(!page.contains("</script><b>"))
    }
}
