import BrowserModel
import CellUI
import FoundationEssentials
import HTTPMessages
import Interface
import ResponsePipeline
import TestSupport
import Testing
import Workbench

/// The screens of the Browser tab, whole, as the real engine and the browser model fill them.
@Suite struct BrowserScreenTests {
    typealias Tests = BrowserViewTests

    private static func expect(_ state: Playground, _ name: String, _ columns: Int, _ rows: Int) {
        Snapshot.expect(Screen.draw(state).dump(), named: "\(name)-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theTab(_ columns: Int, _ rows: Int) async throws {
        Self.expect(try await Tests.browser(columns, rows, "b"), "browser", columns, rows)
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theTabOverTheWholeWindow(_ columns: Int, _ rows: Int) async throws {
        Self.expect(try await Tests.browser(columns, rows, "b\t\tz"), "browser-zoomed", columns, rows)
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func credentialsThatAreNotAllowed(_ columns: Int, _ rows: Int) async throws {
        Self.expect(try await Tests.browser(columns, rows, "bC"), "browser-refused", columns, rows)
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theConsolesAndMDNsReason(_ columns: Int, _ rows: Int) async throws {
        Self.expect(try await Tests.browser(columns, rows, "bC\t\tzG"), "browser-console", columns, rows)
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func whatAFixChanged(_ columns: Int, _ rows: Int) async throws {
        Self.expect(try await Tests.browser(columns, rows, "bf"), "browser-fixed", columns, rows)
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func why(_ columns: Int, _ rows: Int) async throws {
        Self.expect(try await Tests.browser(columns, rows, "bi"), "browser-why", columns, rows)
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func originsSideBySide(_ columns: Int, _ rows: Int) async throws {
        Self.expect(try await Tests.browser(columns, rows, "ojjl"), "browser-origins", columns, rows)
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func predicting(_ columns: Int, _ rows: Int) async throws {
        Self.expect(try await Tests.browser(columns, rows, "bpxjjx"), "predict", columns, rows)
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theScoreOfAPrediction(_ columns: Int, _ rows: Int) async throws {
        var state = try await Tests.browser(columns, rows, "bpxjjx")
        _ = PlaygroundTests.press([.enter], &state)
        Self.expect(state, "predict-revealed", columns, rows)
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theAddressToAskAt(_ columns: Int, _ rows: Int) throws {
        var state = try PlaygroundTests.playground(columns, rows)
        _ = PlaygroundTests.type("B", &state)
        _ = state.handle(.askAddress("http://127.0.0.1:8001/?token=0123456789abcdef0123456789abcdef&run=1"))
        Self.expect(state, "ask", columns, rows)
    }

    /// A browser that saw one header less than the model says.
    @Test(arguments: [(80, 24), (120, 40)])
    func modelAndBrowserSideBySide(_ columns: Int, _ rows: Int) throws {
        var state = try PlaygroundTests.playground(columns, rows)
        let userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"
        let exchange = Exchange(
            request: HTTPRequest(
                target: "/dogs/3", headers: ["host": "127.0.0.1:8000", "origin": "http://127.0.0.1:8001", "user-agent": userAgent]),
            response: HTTPResponse(
                headers: [
                    "content-length": "2", "x-shown": "1", "x-hidden": "2", "access-control-allow-origin": "*",
                    "access-control-expose-headers": "X-Shown",
                ], body: Array("hi".utf8)),
            trace: Trace())
        let saw = #"""
            {"outcome": "resolved", "type": "cors", "status": 200, "redirected": false, "headers": [["content-length", "2"]], "body": "hi",
            "cookieBefore": "", "cookieAfter": ""}
            """#
        var cache = PreflightCache()
        let comparison = try AskComparison(
            AskQuestion(target: "/dogs/3"), report: JSONDecoder().decode(AskReport.self, from: Data(saw.utf8)), messages: [exchange],
            page: "http://127.0.0.1:8001", server: "http://127.0.0.1:8000", aliases: [], userAgent: userAgent, cache: &cache, now: 0)
        _ = state.handle(.asked(comparison, exchange))
        Self.expect(state, "asked", columns, rows)
    }
}
