import CellUI
import HTTPMessages
import Interface
import Python
import ResponsePipeline
import TestSupport
import Testing
import Workbench

@Suite struct ScreenTests {
    static let world = World(now: { 1_700_000_000_000_000_000 }, monotonic: { 0 }, random: { 4 }, sleep: { _ in })

    /// The built-in program with its first path operation answered by the real engine.
    static func answered(_ columns: Int, _ rows: Int) async throws -> Playground {
        var state = try PlaygroundTests.playground(columns, rows)
        guard case .send(let number, let request)? = PlaygroundTests.type("s", &state).first else { throw PlaygroundTests.Missing() }
        let loaded = await Application.load(SourceText(BuiltInProgram.text), name: "dogs.py", world: world)
        guard let application = loaded.application else { throw PlaygroundTests.Missing() }
        let answer = await application.respond(to: request, client: ("127.0.0.1", 5), isRecording: true)
        var response = HTTPResponse(headers: ["date": "Tue, 14 Nov 2023 22:13:20 GMT", "server": "headroom"])
        for event in answer.events {
            switch event {
            case .start(let status, let headers):
                response.status = status
                response.headers.append(contentsOf: headers)
            case .body(let bytes, _): response.body += bytes
            }
        }
        var trace = answer.trace
        trace.settle(with: response)
        _ = state.handle(.answered(exchange: number, Exchange(request: request, response: response, trace: trace), microseconds: 234))
        return state
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theFirstScreen(_ columns: Int, _ rows: Int) throws {
        Snapshot.expect(Screen.draw(try PlaygroundTests.playground(columns, rows)).dump(), named: "first-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theAnswer(_ columns: Int, _ rows: Int) async throws {
        Snapshot.expect(Screen.draw(try await Self.answered(columns, rows)).dump(), named: "answer-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theMerge(_ columns: Int, _ rows: Int) async throws {
        var state = try await Self.answered(columns, rows)
        _ = PlaygroundTests.type("2", &state)
        Snapshot.expect(Screen.draw(state).dump(), named: "merge-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theHeaderForm(_ columns: Int, _ rows: Int) throws {
        var state = try PlaygroundTests.playground(columns, rows)
        _ = PlaygroundTests.type("a1X-Request-Id", &state)
        Snapshot.expect(Screen.draw(state).dump(), named: "header-form-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theCookieForm(_ columns: Int, _ rows: Int) throws {
        var state = try PlaygroundTests.playground(columns, rows)
        _ = PlaygroundTests.type("a2session", &state)
        Snapshot.expect(Screen.draw(state).dump(), named: "cookie-form-\(columns)x\(rows)")
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theHelp(_ columns: Int, _ rows: Int) throws {
        var state = try PlaygroundTests.playground(columns, rows)
        _ = PlaygroundTests.type("?", &state)
        Snapshot.expect(Screen.draw(state).dump(), named: "help-\(columns)x\(rows)")
    }

    @Test func aWindowThatIsTooSmallSaysSo() throws {
        let text = Screen.draw(try PlaygroundTests.playground(50, 10)).dump()
        #expect(text.contains("Headroom needs 60 by 16"))
    }

    @Test func noControlCharacterReachesTheScreen() throws {
        let document = Document(name: "a\u{1B}[2J.py", path: nil, bytes: Array("app = FastAPI()\n# \u{07}\u{9B}31m\n".utf8))
        let state = Playground(document: document, columns: 120, rows: 40, theme: try ShippedThemes.theme(named: "chalk"))
        let text = Screen.draw(state).dump()
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)) })
    }
}
