import Testing
import Workbench

/// The real binary in a real terminal.
@Suite(.serialized) struct PlaygroundInTmuxTests {
    static let sizes = [(80, 24), (120, 40)]

    @Test(arguments: sizes)
    func aHeaderIsEditedSentSeenUndoneSavedAndOnlyItsLineDiffers(_ columns: Int, _ rows: Int) throws {
        let tmux = try Tmux("dogs.py", columns: columns, rows: rows, files: ["dogs.py": BuiltInProgram.text])
        defer { tmux.end() }
        _ = try tmux.wait(for: "http://127.0.0.1:")
        tmux.keys("Tab", "j", "j", "e")
        _ = try tmux.wait(for: "Temporal header of read_dog")
        tmux.keys("Tab", "C-u")
        tmux.type("\"changed\"")
        _ = try tmux.wait(for: "+ 44")
        tmux.keys("Enter")
        _ = try tmux.wait(for: "dogs.py •")
        tmux.keys("s")
        let answer = try tmux.wait(for: "200 OK")
        #expect(answer.contains("changed"))
        #expect(answer.contains("line 44"))
        tmux.keys("u")
        _ = try tmux.wait(for: "undone: header X-Hidden")
        tmux.keys("U")
        _ = try tmux.wait(for: "made again")
        tmux.keys("w")
        _ = try tmux.wait(for: "saved dogs.py")
        tmux.keys("q")
        _ = try tmux.wait(for: "left-with-0")
        let before = BuiltInProgram.text.split(separator: "\n", omittingEmptySubsequences: false)
        let after = tmux.text(of: "dogs.py").split(separator: "\n", omittingEmptySubsequences: false)
        let changed = zip(before, after).enumerated().filter { $0.element.0 != $0.element.1 }.map { $0.offset + 1 }
        #expect(before.count == after.count)
        #expect(changed == [44])
    }

    @Test func theBrowserViewSaysWhatJavaScriptReads() throws {
        let tmux = try Tmux("", columns: 120, rows: 40)
        defer { tmux.end() }
        _ = try tmux.wait(for: "http://127.0.0.1:")
        tmux.keys("b")
        _ = try tmux.wait(for: "fetch() resolves")
        _ = try tmux.wait(for: "✓ x-shown")
        _ = try tmux.wait(for: "✗ x-hidden")
        tmux.keys("q")
        _ = try tmux.wait(for: "left-with-0")
    }

    @Test(arguments: sizes)
    func aHeaderIsFixedExplainedPredictedComparedAndTheBrowserCanBeAsked(_ columns: Int, _ rows: Int) throws {
        let tmux = try Tmux("dogs.py", columns: columns, rows: rows, files: ["dogs.py": BuiltInProgram.text])
        defer { tmux.end() }
        _ = try tmux.wait(for: "http://127.0.0.1:")
        tmux.keys("b")
        _ = try tmux.wait(for: "f line 16: expose_headers")
        tmux.keys("i")
        _ = try tmux.wait(for: "Why can JavaScript not read x-leash?")
        tmux.keys("f")
        _ = try tmux.wait(for: "+ x-leash can be read now")
        tmux.keys("o")
        _ = try tmux.wait(for: "✓ 4 headers")
        tmux.keys("q", "p")
        _ = try tmux.wait(for: "What can the page's JavaScript read?")
        tmux.keys("x", "Enter")
        _ = try tmux.wait(for: " right")
        tmux.keys("B")
        _ = try tmux.wait(for: "/?token=")
        tmux.keys("c", "w")
        _ = try tmux.wait(for: "saved dogs.py")
        tmux.keys("q")
        _ = try tmux.wait(for: "left-with-0")
        #expect(tmux.text(of: "dogs.py") == BuiltInProgram.text.replacing("=[\"X-Shown\"]", with: "=[\"X-Shown\", \"x-leash\"]"))
    }

    @Test func aRecordingCanBeReplayed() throws {
        let tmux = try Tmux("dogs.py", columns: 80, rows: 24, files: ["dogs.py": BuiltInProgram.text])
        defer { tmux.end() }
        _ = try tmux.wait(for: "http://127.0.0.1:")
        tmux.keys("r")
        _ = try tmux.wait(for: "rec 0:0")
        tmux.keys("s")
        _ = try tmux.wait(for: "200 OK")
        tmux.keys("r")
        _ = try tmux.wait(for: "recorded into dogs.session")
        let session = try SessionCoding.read(Array(tmux.text(of: "dogs.session").utf8))
        let kinds = session.events.map { event in
            switch event.content {
            case .sent: "sent"
            case .answered: "answered"
            default: "other"
            }
        }
        #expect(kinds == ["sent", "answered"])
        tmux.keys("q")
        _ = try tmux.wait(for: "left-with-0")
    }

    @Test func unsavedWorkIsOfferedAgainAfterTheTerminalIsGone() throws {
        let tmux = try Tmux("dogs.py", columns: 80, rows: 24, files: ["dogs.py": BuiltInProgram.text, ".dogs.py.headroom": "app = 1\n"])
        defer { tmux.end() }
        _ = try tmux.wait(for: "Unsaved work of an earlier session")
        tmux.keys("r")
        _ = try tmux.wait(for: "dogs.py •")
        tmux.keys("q")
        _ = try tmux.wait(for: "is not saved")
        tmux.keys("q")
        _ = try tmux.wait(for: "left-with-0")
        #expect(tmux.text(of: "dogs.py") == BuiltInProgram.text)
    }

    @Test func aMissingFileIsAMessageAndStatus2() throws {
        let tmux = try Tmux("nothing.py", columns: 80, rows: 24)
        defer { tmux.end() }
        _ = try tmux.wait(for: "left-with-2")
        _ = try tmux.wait(for: "nothing.py: No such file or directory")
    }

    @Test func withoutATerminalItSaysWhatToUse() throws {
        let tmux = try Tmux("| cat", columns: 120, rows: 24)
        defer { tmux.end() }
        _ = try tmux.wait(for: "the playground needs a terminal")
    }
}
