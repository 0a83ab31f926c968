import BrowserModel
import CellUI
import HTTPMessages
import Interface
import Python
import ResponsePipeline
import Testing
import Workbench

@Suite struct BrowserViewTests {
    /// Answers the fetches that the interface asks for by the real engine, until it asks for no more.
    static func run(_ effects: [Effect], _ state: inout Playground) async throws {
        for effect in effects {
            switch effect {
            case .visit(let number, let request, let settings, let jar):
                let (verdict, exchange) = try await visit(request, settings, jar, state.document)
                try await run(state.handle(.judged(exchange: number, verdict, exchange, microseconds: 234)), &state)
            case .survey(let request, let all):
                var verdicts: [Verdict] = []
                for settings in all { verdicts.append(try await visit(request, settings, nil, state.document).0) }
                try await run(state.handle(.surveyed(verdicts)), &state)
            default: break
            }
        }
    }

    private static func visit(
        _ request: HTTPRequest, _ settings: BrowserSettings, _ jar: CookieJar?, _ document: Document
    ) async throws -> (Verdict, Exchange?) {
        let loaded = await Application.load(document.source, name: "dogs.py", world: ScreenTests.world)
        let application = try #require(loaded.application)
        var visit = try BrowserVisit(request, settings: settings, jar: jar)
        var step = visit.start(now: 1_700_000_000_000)
        var last: Exchange?
        while case .send(let request) = step {
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
            last = Exchange(request: request, response: response, trace: trace)
            step = visit.receive(response, now: 1_700_000_000_000)
        }
        guard case .finished(let verdict) = step else { throw PlaygroundTests.Missing() }
        return (verdict, last)
    }

    static func press(_ text: String, _ state: inout Playground) async throws {
        try await run(PlaygroundTests.type(text, &state), &state)
    }

    static func browser(_ columns: Int, _ rows: Int, _ keys: String = "b") async throws -> Playground {
        var state = try PlaygroundTests.playground(columns, rows)
        for key in keys {
            if key == "\t" { _ = PlaygroundTests.press([.tab], &state) } else { try await press(String(key), &state) }
        }
        return state
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theBrowserViewTellsOfEveryHeaderAndOfTheOutcome(_ columns: Int, _ rows: Int) async throws {
        let screen = Screen.draw(try await Self.browser(columns, rows, "b\t\tz")).dump()
        for text in [
            "page https://app.example  server as https://api.example  engine chromium",
            "credentials same-origin · mode cors · cross-site · no preflight needed",
            "fetch() resolves: type cors, status 200, 3 of 12 headers, body readable", "✗ x-leash", "✓ x-shown", "✗ set-cookie",
            "f line 16: expose_headers=[\"X-Shown\", \"x-leash\"],",
        ] {
            #expect(screen.contains(text), "\(text)\n\(screen)")
        }
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theCookieAndTheConsoleStandBelowTheHeaders(_ columns: Int, _ rows: Int) async throws {
        let screen = Screen.draw(try await Self.browser(columns, rows, "b\t\tzG")).dump()
        #expect(screen.contains("cookie kennel  not stored: the request was made without credentials"))
        #expect(screen.contains("console: nothing"))
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theWhyPopupHasTheMistakeTheFixAndTheSource(_ columns: Int, _ rows: Int) async throws {
        let screen = Screen.draw(try await Self.browser(columns, rows, "bi")).dump()
        for text in ["Why can JavaScript not read x-leash?", "Often mistaken: curl", "expose_headers: x-leash", "Fetch §2.2.6"] {
            #expect(screen.contains(text), "\(text)\n\(screen)")
        }
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func theOriginsStandSideBySide(_ columns: Int, _ rows: Int) async throws {
        let screen = Screen.draw(try await Self.browser(columns, rows, "o")).dump()
        for text in [
            "page                      omit           same-origin    include", "https://api.example", "same site, another origin",
            "https://app.example       ✓ 3 headers    ✓ 3 headers    ✗ TypeError", "opaque page",
        ] {
            #expect(screen.contains(text), "\(text)\n\(screen)")
        }
    }

    @Test func aPredictionHidesTheVerdictUntilItIsRevealed() async throws {
        var state = try await Self.browser(80, 24, "bpz")
        #expect(!Screen.draw(state).dump().contains("safelisted"))
        _ = PlaygroundTests.type("f", &state)
        #expect(!state.document.isModified)
        _ = PlaygroundTests.type("x", &state)
        _ = PlaygroundTests.press([.enter], &state)
        let screen = Screen.draw(state).dump()
        #expect(screen.contains("of 13 right"))
        #expect(screen.contains("you said yes"))
    }

    @Test func theFixOfTheFirstRowExposesTheHeaderAndSaysWhatChanged() async throws {
        let state = try await Self.browser(120, 40, "bf")
        #expect(state.document.source.text.contains(#"expose_headers=["X-Shown", "x-leash"]"#))
        #expect(Screen.draw(state).dump().contains("+ x-leash can be read now"))
    }

    @Test func theFixOfARefusedOriginAllowsIt() async throws {
        var state = try PlaygroundTests.playground(120, 40)
        _ = PlaygroundTests.type("O", &state)
        _ = PlaygroundTests.press([.char("x"), .enter], &state)
        try await Self.press("b", &state)
        #expect(Screen.draw(state).dump().contains("rejects with a TypeError"))
        try await Self.press("f", &state)
        #expect(state.document.source.text.contains(#"allow_origins=["https://app.example", "https://app.examplex"]"#))
        #expect(Screen.draw(state).dump().contains("fetch() resolves"))
    }

    @Test func theSelectionStaysWhereTextsWrapOtherwise() async throws {
        var state = try await Self.browser(80, 24, "bi")
        let narrow = Screen.draw(state).dump()
        #expect(narrow.contains("Why can JavaScript not read x-leash?"))
        _ = PlaygroundTests.press([.escape], &state)
        _ = state.handle(.input(.resize(columns: 200, rows: 50)))
        _ = PlaygroundTests.type("i", &state)
        #expect(Screen.draw(state).dump().contains("Why can JavaScript not read x-leash?"))
    }

    @Test func bothConsolesAndMDNsReasonAreTold() async throws {
        let screen = Screen.draw(try await Self.browser(200, 50, "bC\t\tz")).dump()
        for text in ["console of chromium", "console of firefox", "has been blocked by CORS policy", "Reason: expected ‘true’ in", "MDN"] {
            #expect(screen.contains(text), "\(text)\n\(screen)")
        }
    }

    @Test func settingsChangeInPlaceAndSendAgain() async throws {
        let state = try await Self.browser(120, 40, "bzECM")
        #expect(state.browser.profile == .firefox)
        #expect(state.browser.credentials == .include)
        #expect(state.browser.mode == .noCORS)
        #expect(state.history.count == 4)
    }

    @Test func choosingACellOfTheOriginsTakesItsPageAndCredentials() async throws {
        var state = try await Self.browser(120, 40, "ojjl")
        try await Self.run(PlaygroundTests.press([.enter], &state), &state)
        #expect(state.browser.page == "https://app.example")
        #expect(state.browser.credentials == .include)
        #expect(state.answerTab == .browser)
    }

    @Test func askingTheBrowserStartsWithTheSelectedFetch() async throws {
        var state = try PlaygroundTests.playground()
        guard case .ask(let question, let all)? = PlaygroundTests.type("B", &state).first else { throw PlaygroundTests.Missing() }
        #expect(question.title == "GET /dogs/3")
        #expect(question.headers.isEmpty)
        #expect(all.count == 4)
        let effects = state.handle(.askAddress("http://127.0.0.1:8001/?token=1"))
        #expect(effects.contains { if case .openInBrowser("http://127.0.0.1:8001/?token=1") = $0 { true } else { false } })
        #expect(Screen.draw(state).dump().contains("http://127.0.0.1:8001/?token=1"))
    }
}
