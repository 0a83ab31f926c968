import CellUI
import Glibc
import Testing

@testable import CursesTerminal

extension RealCurses {
    /// Curses itself, on a pseudo terminal.
    @Suite struct TerminalTests {
        private func environment(_ type: String, _ more: [String: String] = [:]) -> TerminalEnvironment {
            let variables = more.merging(["TERM": type, "LC_ALL": "C.UTF-8"]) { own, _ in own }
            return TerminalEnvironment { variables[$0] }
        }

        private func grid(_ text: String, _ style: Style = Style()) -> Grid {
            var grid = Grid(columns: 40, rows: 10)
            grid.draw(text, x: 2, y: 1, style: style)
            return grid
        }

        @Test(
            arguments: [
                ("xterm-256color", [:], ColorMode.indexed256, "38;5;196"),
                ("xterm-256color", ["COLORTERM": "truecolor"], .direct, "38;2;255;1;2"),
                ("tmux-256color", ["TMUX": "x"], .direct, "38;2;255;1;2"), ("xterm", [:], .ansi8, "[31m"), ("vt100", [:], .mono, "hi"),
                ("xterm-256color", ["NO_COLOR": "1", "COLORTERM": "truecolor"], .mono, "hi"),
            ] as [(String, [String: String], ColorMode, String)])
        func coloursAreThoseOfTheTerminal(_ type: String, _ more: [String: String], _ mode: ColorMode, _ expected: String) throws {
            let pair = try PseudoTerminal()
            let terminal = try Terminal(input: pair.program, output: pair.program, environment: environment(type, more))
            #expect(terminal.mode == mode)
            #expect(terminal.size == (40, 10))
            terminal.present(grid("hi", Style(Color(0xFF0102))))
            let written = pair.written()
            #expect(written.contains(expected))
            if mode == .mono { #expect(!written.contains("[3")) }
        }

        @Test func wideCombiningAndUnknownCharactersKeepTheirPlaces() throws {
            let pair = try PseudoTerminal()
            let terminal = try Terminal(input: pair.program, output: pair.program, environment: environment("xterm-256color"))
            #expect(terminal.isUTF8)
            terminal.present(grid("日本 e\u{301} 👨‍👩‍👧 🇨🇭 ✓|"))
            let written = pair.written()
            #expect(written.contains("日本 e\u{301} 👨 🇨🇭 ✓|"))
        }

        @Test func onlyWhatChangedIsWritten() throws {
            let pair = try PseudoTerminal()
            let terminal = try Terminal(input: pair.program, output: pair.program, environment: environment("xterm-256color"))
            terminal.present(grid("first line"))
            _ = pair.written()
            terminal.present(grid("first line"))
            #expect(pair.written().isEmpty)
            terminal.present(grid("first lime"))
            let written = pair.written()
            #expect(written.contains("m"))
            #expect(!written.contains("first"))
        }

        @Test func struckThroughIsSaidWhereItCanBe() throws {
            let pair = try PseudoTerminal()
            let terminal = try Terminal(
                input: pair.program, output: pair.program, environment: environment("xterm-256color", ["COLORTERM": "truecolor"]))
            terminal.present(grid("gone", Style(Color(0xFF8080), on: nil, [.strikethrough, .bold])))
            let written = pair.written()
            #expect(written.contains("[0;1;9m"))
            #expect(written.contains("gone"))
        }

        @Test func asciiStandsInWhereTheLocaleIsC() throws {
            let pair = try PseudoTerminal()
            let variables = ["TERM": "xterm", "LC_ALL": "C"]
            setenv("LC_ALL", "C", 1)
            defer { unsetenv("LC_ALL") }
            let terminal = try Terminal(input: pair.program, output: pair.program, environment: TerminalEnvironment { variables[$0] })
            #expect(!terminal.isUTF8)
            terminal.present(grid("┌─✓ 日本 é"))
            #expect(pair.written().contains("+-y ???? ?"))
        }

        @Test func theTerminalIsTakenAndGivenBack() throws {
            let pair = try PseudoTerminal()
            #expect(pair.isCooked)
            let terminal = try Terminal(input: pair.program, output: pair.program, environment: environment("xterm-256color"))
            terminal.present(grid("x"))
            #expect(!pair.isCooked)
            let taken = pair.written()
            for mode in ["?1049h", "?2004h", "?1006h", "?1004h", ">4;1m"] { #expect(taken.contains("[\(mode)")) }
            terminal.suspend()
            #expect(pair.isCooked)
            #expect(pair.written().contains("[?1049l"))
            terminal.resume()
            terminal.present(grid("again"))
            #expect(!pair.isCooked)
            #expect(pair.written().contains("again"))
            terminal.close()
            terminal.close()
            #expect(pair.isCooked)
            let given = pair.written()
            for mode in ["?1049l", "?2004l", "?1006l", "?1004l", ">4;0m"] { #expect(given.contains("[\(mode)")) }
        }

        @Test func aTerminalThatIsDroppedIsGivenBack() throws {
            let pair = try PseudoTerminal()
            do {
                let terminal = try Terminal(input: pair.program, output: pair.program, environment: environment("xterm-256color"))
                terminal.present(grid("x"))
                #expect(!pair.isCooked)
            }
            #expect(pair.isCooked)
        }

        @Test func aNewSizeIsTakenOver() throws {
            let pair = try PseudoTerminal()
            let terminal = try Terminal(input: pair.program, output: pair.program, environment: environment("xterm-256color"))
            #expect(!terminal.resize())
            pair.resize(columns: 60, rows: 20)
            #expect(terminal.resize())
            #expect(terminal.size == (60, 20))
            terminal.present(Grid(columns: 80, rows: 30))
            terminal.present(Grid(columns: 10, rows: 3))
        }

        @Test func textIsCopiedAndTheMouseLeft() throws {
            let pair = try PseudoTerminal()
            let terminal = try Terminal(input: pair.program, output: pair.program, environment: environment("xterm-256color"))
            _ = pair.written()
            terminal.copy("hi")
            terminal.setMouse(false)
            terminal.setTitle("dogs.py")
            #expect(pair.written() == "\u{1b}]52;c;aGk=\u{7}" + TerminalModes.mouseOff + "\u{1b}]2;dogs.py\u{7}")
        }

        @Test(arguments: [("dumb", TerminalError.dumb("dumb")), ("", .dumb("")), ("no-such-terminal", .unknown("no-such-terminal"))])
        func terminalsThatCannotBeUsedAreRefused(_ type: String, _ error: TerminalError) throws {
            let pair = try PseudoTerminal()
            #expect(throws: error) { try Terminal(input: pair.program, output: pair.program, environment: environment(type)) }
            #expect(pair.isCooked)
        }

        @Test func aPipeIsNoTerminal() throws {
            var ends: [Int32] = [0, 0]
            try #require(pipe(&ends) == 0)
            defer { for end in ends { close(end) } }
            #expect(throws: TerminalError.notATerminal) { try Terminal(input: ends[0], output: ends[1], environment: environment("xterm")) }
        }

        /// A process of its own that dies by the signal while it has the terminal.
        @Test(arguments: [SIGSEGV, SIGTRAP, SIGILL])
        func aCrashGivesTheTerminalBack(_ signal: Int32) async throws {
            let pair = try PseudoTerminal()
            let path = try #require(pair.path)
            await #expect(processExitsWith: .signal(signal)) { [path = path as String, signal = signal as Int32] in
                let descriptor = open(path, O_RDWR)
                let environment = TerminalEnvironment { ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"][$0] }
                guard let terminal = try? Terminal(input: descriptor, output: descriptor, environment: environment) else { return }
                terminal.present(Grid(columns: 40, rows: 10))
                raise(signal)
                terminal.close()
            }
            #expect(pair.isCooked)
            let written = pair.written()
            for mode in ["?1049l", "?2004l", "?1006l", "?25h"] { #expect(written.contains("[\(mode)")) }
        }
    }
}

/// Everything that touches curses, of which there is one per process.
@Suite(.serialized) enum RealCurses {}
