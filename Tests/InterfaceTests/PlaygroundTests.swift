import Python
import CellUI
import HTTPMessages
import Interface
import Testing
import Workbench

@Suite struct PlaygroundTests {
    static func playground(_ columns: Int = 80, _ rows: Int = 24) throws -> Playground {
        var state = Playground(document: .builtIn, columns: columns, rows: rows, theme: try ShippedThemes.theme(named: "mono"))
        _ = state.start()
        _ = state.handle(.serving(url: "http://127.0.0.1:8000"))
        return state
    }

    static func press(_ keys: [Key], _ state: inout Playground) -> [Effect] {
        keys.flatMap { state.handle(.input(.key($0, []))) }
    }

    static func type(_ text: String, _ state: inout Playground) -> [Effect] { press(text.map { .char($0) }, &state) }

    @Test func everyKeyHasOneAction() { #expect(ActionTable.bindings.conflicts.isEmpty) }

    @Test func everyActionHasAKeyThatExists() {
        for binding in ActionTable.bindings.all { #expect(!binding.chords.isEmpty, "\(binding.action)") }
        #expect(Set(ActionTable.bindings.all.map(\.action)) == Set(Action.allCases))
    }

    @Test func sendGoesToTheSelectedPathOperationWithSampleValues() throws {
        var state = try Self.playground()
        guard case .send(_, let request)? = Self.type("s", &state).first else { throw Missing() }
        #expect(request.method == "GET")
        #expect(request.target == "/dogs/3")
        #expect(request.headers["host"] == "127.0.0.1:8000")
    }

    @Test func aBodyIsDraftedWhereAModelIsAskedFor() throws {
        var state = try Self.playground()
        guard case .send(_, let request)? = Self.type("js", &state).first else { throw Missing() }
        #expect(request.method == "POST")
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"name": "foo", "age": 3}"#)
        #expect(request.headers["content-type"] == "application/json")
    }

    @Test func aHeaderIsAddedByFormAsOneLineAndUndone() throws {
        var state = try Self.playground()
        let before = state.document.bytes
        _ = Self.type("a1", &state)
        _ = Self.type("X-New", &state)
        let effects = Self.press([.enter], &state)
        let added = state.document.source.text.split(separator: "\n").filter { $0.contains("X-New") }
        #expect(added == [#"    response.headers["X-New"] = """#])
        #expect(state.document.source.lineCount == BuiltInProgram.text.split(separator: "\n", omittingEmptySubsequences: false).count + 1)
        #expect(effects.contains { if case .load = $0 { true } else { false } })
        _ = Self.type("u", &state)
        #expect(state.document.bytes == before)
    }

    @Test func aFormThatCannotBeWrittenSaysWhyAndStays() throws {
        var state = try Self.playground()
        _ = Self.type("a1", &state)
        _ = Self.type("no spaces allowed", &state)
        _ = Self.press([.enter], &state)
        guard case .form(let form)? = state.popup else { throw Missing() }
        #expect(form.problem?.contains("no header name") == true)
        #expect(!state.document.isModified)
    }

    @Test func quittingAsksOnlyIfSomethingIsUnsaved() throws {
        var state = try Self.playground()
        #expect(Self.type("q", &state).contains { if case .quit = $0 { true } else { false } })
        var changed = try Self.playground()
        _ = Self.type("jja1X-A", &changed)
        _ = Self.press([.enter], &changed)
        #expect(!Self.type("q", &changed).contains { if case .quit = $0 { true } else { false } })
        guard case .question? = changed.popup else { throw Missing() }
        #expect(Self.type("q", &changed).contains { if case .quit = $0 { true } else { false } })
    }

    @Test func typingInTheSourceIsOneStepOfUndo() throws {
        var state = try Self.playground()
        let before = state.document.bytes
        _ = Self.type("v", &state)
        _ = Self.type("# hi", &state)
        #expect(state.document.isModified)
        _ = Self.press([.escape], &state)
        _ = Self.type("u", &state)
        #expect(state.document.bytes == before)
    }

    @Test func unsavedWorkIsKeptAfterEveryChange() throws {
        var state = try Self.playground()
        _ = Self.type("v", &state)
        let kept = Self.type("x", &state).compactMap { if case .keepRecovery(let bytes) = $0 { bytes } else { nil } }
        #expect(kept.last == state.document.bytes)
    }

    struct Missing: Error {}
}
