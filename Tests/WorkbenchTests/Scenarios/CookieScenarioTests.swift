import BrowserModel
import FoundationEssentials
import TestSupport
import Testing
import Workbench

/// The cookie jar against what real browsers did; `record.py` beside this file makes the fixture.
@Suite struct CookieScenarioTests {
    /// What one browser stored, sent and showed; what is empty is left out.
    struct Facts: Decodable, Equatable {
        /// Name, value, domain, path, SameSite (empty: none), seconds to live (0: session).
        var stored: [[Cell]]?
        /// The Cookie headers of each step.
        var sent: [[String]]
        /// document.cookie after each step, empty for a page that may not ask.
        var document: [String]
        var console: [[String]]?
    }

    enum Cell: Decodable, Equatable {
        case text(String)
        case number(Int)

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else {
                self = .text(try value.decode(String.self))
            }
        }
    }

    struct Row: Decodable {
        var id: String
        var page: String
        var scheme: String
        var page_scheme: String?
        var path_prefix: String?
        var jar: [String: [String]]?
        var set: [String]
        var chromium: Facts
        var blocked: Facts?
        var firefox: Facts?

        /// A fetch with credentials whose answer sets the cookies, then one more from the page, then one from the api's own.
        var scenario: Scenario {
            get throws {
                let allowed = [
                    ["Access-Control-Allow-Origin", "{{origin}}"],
                    ["Access-Control-Allow-Credentials", "true"],
                ]
                let request: [String: String] = [
                    "method": "GET", "mode": "cors", "credentials": "include", "redirect": "follow",
                ]
                let probe = Server(actual: Reply(headers: allowed, body: "probe"))
                let template = Template(
                    id: id, page: page, scheme: scheme, page_scheme: page_scheme, path_prefix: path_prefix,
                    jar: jar ?? [:], request: request,
                    server: Server(
                        actual: Reply(headers: allowed + set.map { ["Set-Cookie", $0] }, body: "hello")),
                    then: [
                        Step(query: "?back", request: request, server: probe),
                        Step(
                            query: "?first", page: "same-origin", page_scheme: scheme, request: request,
                            server: probe),
                    ])
                return try JSONDecoder().decode(Scenario.self, from: JSONEncoder().encode(template))
            }
        }
    }

    struct Reply: Encodable {
        var status = 200
        var headers: [[String]]
        var body: String
    }
    struct Server: Encodable { var actual: Reply }
    struct Step: Encodable {
        var query: String
        var page: String?
        var page_scheme: String?
        var request: [String: String]
        var server: Server
    }
    struct Template: Encodable {
        var id, page, scheme: String
        var page_scheme, path_prefix: String?
        var jar: [String: [String]]
        var request: [String: String]
        var server: Server
        var then: [Step]
    }

    static func facts(_ result: ScenarioResult) -> Facts {
        let steps = [result] + (result.then ?? [])
        let stored = (result.cookiesStored ?? []).map { cookie -> [Cell] in
            [
                .text(cookie.name), .text(cookie.value), .text(cookie.domain), .text(cookie.path),
                .text(cookie.sameSite ?? ""),
                .number(cookie.lifetime ?? 0),
            ]
        }
        let sent = steps.map { step in
            step.reached.flatMap { $0.headers.filter { $0[0] == "Cookie" }.map { $0[1] } }
        }
        let console = ScenarioRunnerTests.console(result)
        return Facts(
            stored: stored.isEmpty ? nil : stored, sent: sent,
            document: steps.map { $0.documentCookie ?? "" },
            console: console.isEmpty ? nil : console)
    }

    static func rows() throws -> [Row] {
        try Fixture.lines("Fixtures/cookies.jsonl").map {
            try JSONDecoder().decode(Row.self, from: Data($0.utf8))
        }
    }

    @Test func chromiumStoresSendsAndShowsTheSameCookies() throws {
        let runner = ScenarioRunner(profile: .chromium)
        let rows = try Self.rows()
        #expect(rows.count > 300)
        for row in rows {
            #expect(Self.facts(try runner.run(try row.scenario)) == row.chromium, "\(row.id)")
        }
    }

    @Test func chromiumThatBlocksThirdPartiesStoresSendsAndShowsTheSameCookies() throws {
        let runner = ScenarioRunner(profile: .chromium, blocksThirdPartyCookies: true)
        for row in try Self.rows() {
            #expect(
                Self.facts(try runner.run(try row.scenario)) == row.blocked ?? row.chromium, "\(row.id)")
        }
    }

    @Test func firefoxStoresSendsAndShowsTheSameCookies() throws {
        let runner = ScenarioRunner(profile: .firefox)
        for row in try Self.rows() {
            #expect(
                Self.facts(try runner.run(try row.scenario)) == row.firefox ?? row.chromium, "\(row.id)")
        }
    }
}
