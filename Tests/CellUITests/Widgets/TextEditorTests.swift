import CellUI
import TestSupport
import Testing

@Suite struct TextEditorTests {
    /// A text with `|` at the cursor, and `[`…`]` around what is selected where there is something.
    private static func marked(_ editor: TextEditor) -> String {
        var lines = editor.lines
        let place = editor.cursor
        lines[place.line].insert("|", at: lines[place.line].index(lines[place.line].startIndex, offsetBy: place.column))
        return lines.joined(separator: "/")
    }

    private static func editor(_ text: String, _ script: String, page: Int = 10) -> TextEditor {
        var editor = TextEditor(text: text.replacing("/", with: "\n"))
        for event in Script.events(script) { _ = editor.handle(event, page: page) }
        return editor
    }

    @Test(arguments: [
        ("", "\"ab\" Enter \"c\"", "ab/c|"), ("ab/cd", "Down \"x\"", "ab/x|cd"), ("ab/cd", "End Delete", "ab|cd"),
        ("ab/cd", "Down Backspace", "ab|cd"), ("ab/c/def", "End Down Down", "ab/c/de|f"), ("abcd/e/fghi", "End Down Down", "abcd/e/fghi|"),
        ("ab", "Up", "|ab"), ("ab", "Down", "ab|"), ("ab/cd", "ctrl-End", "ab/cd|"), ("ab/cd", "ctrl-End ctrl-Home", "|ab/cd"),
        ("    ab", "End Home", "    |ab"), ("    ab", "End Home Home", "|    ab"), ("ab/cd", "End Right", "ab/|cd"),
        ("ab/cd", "Down Left", "ab|/cd"),
        ("one two/three", "ctrl-Right ctrl-Right ctrl-Right", "one two/|three"),
        ("one two/three", "Down ctrl-Left ctrl-Left", "one |two/three"),
        ("1/2/3/4/5/6/7", "PageDown", "1/2/3/4|/5/6/7".replacing("4|", with: "|4")), ("1/2/3/4/5/6/7", "PageDown PageUp", "|1/2/3/4/5/6/7"),
    ])
    func keysMoveAndEdit(_ text: String, _ script: String, _ result: String) {
        #expect(Self.marked(Self.editor(text, script, page: 4)) == result)
    }

    @Test(arguments: [
        ("def f():", "End Enter \"x\"", "def f():/    x|"), ("    a = 1", "End Enter \"b\"", "    a = 1/    b|"),
        ("x = [", "End Enter", "x = [/    |"),
        ("ab", "Tab \"x\"", "    x|ab"), ("a", "End Tab", "a   |"),
        ("        x", "Right Right Right Right Right Right Right Right Backspace", "    |x"),
        ("    ab", "End shift-Tab", "ab|"), ("a/b/c", "shift-Down shift-Down Tab", "    a/    b/|c"),
        ("    a/  b/c", "shift-Down shift-Down shift-Tab", "a/b/|c"), ("a/b/c", "alt-Down", "b/|a/c"),
        ("a/b/c", "Down Down alt-Up", "a/|c/b"),
        ("a/b/c/d", "shift-Down shift-Down alt-Down", "c/a/|b/d".replacing("a/|b/d", with: "a/b/|d")), ("a", "alt-Up", "|a"),
        ("one two", "End ctrl-w", "one |"), ("one two/x", "ctrl-k ctrl-k", "|x"), ("one two", "ctrl-Delete", "| two"),
    ])
    func indentationAndLinesAreKeptInOrder(_ text: String, _ script: String, _ result: String) {
        #expect(Self.marked(Self.editor(text, script)) == result)
    }

    @Test(arguments: [
        ("", "\"abc\" ctrl-z", "|"), ("", "\"abc_def\" ctrl-z", "abc |"), ("", "\"abc_def\" ctrl-z ctrl-z ctrl-z", "|"),
        ("", "\"ab\" Enter \"cd\" ctrl-z ctrl-z ctrl-z ctrl-y ctrl-y", "ab/|"), ("abcd", "End Backspace Backspace ctrl-z", "abcd|"),
        ("abcd", "End Backspace Left Backspace ctrl-z", "ab|c"), ("ab", "End \"c\" Home End \"d\" ctrl-z", "abc|"),
        ("ab", "\"x\" ctrl-z \"y\" ctrl-y", "y|ab"), ("a/b", "shift-Down \"x\" ctrl-z", "a/|b"),
    ])
    func whatIsTypedInOneGoIsUndoneInOneGo(_ text: String, _ script: String, _ result: String) {
        #expect(Self.marked(Self.editor(text, script)) == result)
    }

    @Test(arguments: ["a\r\nb\r\n", "a\nb\r\nc", "a\rb", "\r\n\r\n", "", "\n", "a\r\n\nb\r"])
    func everyLineKeepsItsEnding(_ text: String) {
        var editor = TextEditor(text: text)
        #expect(editor.text == text)
        _ = editor.handle(.key(.char("x")), page: 10)
        #expect(editor.text == "x" + text)
        editor.undo()
        #expect(editor.text == text)
    }

    @Test func newLinesGetTheEndingOfTheText() {
        var editor = TextEditor(text: "a\r\nb")
        _ = editor.handle(.key(.end), page: 10)
        _ = editor.handle(.paste("1\n2"), page: 10)
        #expect(editor.text == "a1\r\n2\r\nb")
        _ = editor.handle(.key(.enter), page: 10)
        #expect(Array(editor.text.utf8) == Array("a1\r\n2\r\n\r\nb".utf8))
    }

    @Test func selectionsAreCutReplacedAndTaken() {
        var editor = Self.editor("one/two/three", "Right shift-Down shift-Right")
        #expect(editor.selectedText == "ne\ntw")
        #expect(editor.deleteSelection() == "ne\ntw")
        #expect(editor.text == "oo\nthree")
        editor.undo()
        #expect(editor.text == "one\ntwo\nthree")
        editor.selectAll()
        #expect(editor.handle(.key(.char("x")), page: 10) == .edited)
        #expect(editor.text == "x")
        editor.replace(.init(line: 0, column: 0)..<TextPosition(line: 9, column: 9), with: "new")
        #expect(editor.text == "new")
        editor.selectWord()
        #expect(editor.selectedText == "new")
    }

    @Test func outcomesSayWhatHappened() {
        var editor = TextEditor(text: "ab")
        #expect(editor.handle(.key(.right), page: 5) == .moved)
        #expect(editor.handle(.key(.char("x")), page: 5) == .edited)
        #expect(editor.handle(.key(.escape), page: 5) == .ignored)
        #expect(editor.handle(.key(.char("s"), .ctrl), page: 5) == .ignored)
        #expect(editor.handle(.key(.home), page: 5) == .moved)
        #expect(editor.handle(.key(.backspace), page: 5) == .moved)
    }

    @Test func aTextThatIsTakenOverKeepsThePlace() {
        var editor = Self.editor("one/two/three", "Down Down End")
        editor.replaceText("one\ntwo\nth")
        #expect(editor.cursor == TextPosition(line: 2, column: 2))
        editor.replaceText("x")
        #expect(editor.cursor == TextPosition(line: 0, column: 1))
    }

    @Test(
        arguments: [
            ("set", false, TextPosition(line: 1, column: 4)), ("SET", false, TextPosition(line: 2, column: 0)),
            ("set", true, TextPosition(line: 2, column: 0)), ("none", false, nil), ("", false, nil),
        ] as [(String, Bool, TextPosition?)])
    func searchGoesAroundTheEnds(_ needle: String, _ backwards: Bool, _ place: TextPosition?) {
        var editor = TextEditor(text: "head\n    set_a\nSET b")
        #expect(editor.find(needle, backwards: backwards) == (place != nil))
        if let place { #expect(editor.selection.lowerBound == place) }
    }

    @Test func searchFindsOneMatchAfterTheOther() {
        var editor = TextEditor(text: "aa a\na")
        var places: [TextPosition] = []
        for _ in 0..<5 where editor.find("a") { places.append(editor.selection.lowerBound) }
        #expect(places == [(0, 0), (0, 1), (0, 3), (1, 0), (0, 0)].map { TextPosition(line: $0.0, column: $0.1) })
        #expect(TextSearch.matches(of: "aa", in: "aaaa") == [0..<2, 2..<4])
    }

    @Test(
        arguments: [
            ("f(a[0], {1})", 1, 11), ("f(a[0], {1})", 12, 1), ("f(a[0], {1})", 3, 5), ("f(a[0], {1})", 0, nil), ("f(", 1, nil),
            ("(()", 1, 2),
        ] as [(String, Int, Int?)])
    func bracketsFindTheirPartner(_ text: String, _ column: Int, _ match: Int?) {
        var editor = TextEditor(text: text)
        editor.move(to: TextPosition(line: 0, column: column))
        #expect(editor.matchingBrackets()?.match.column == match)
    }

    @Test func bracketsInStringsDoNotCount() {
        var editor = TextEditor(text: "f(\n\")\"\n)")
        editor.move(to: TextPosition(line: 0, column: 1))
        #expect(editor.matchingBrackets { $0.line != 1 }?.match == TextPosition(line: 2, column: 0))
    }

    @Test func itIsDrawnWithNumbersMarksAndCursor() {
        let text = (1...30).map {
            $0 == 9 ? "    response.headers[\"X-Cat\"] = \"日本\"  # a line that is longer than the window" : "line \($0)"
        }
        var editor = TextEditor(text: text.joined(separator: "\n"))
        for _ in 0..<9 { _ = editor.handle(.key(.down), page: 8) }
        var decoration = editor.plainDecoration
        decoration.marks = [6: Span("⚠", .warning)]
        decoration.lighted = 8
        decoration.search = "line"
        var grid = Grid(columns: 40, rows: 8)
        editor.draw(into: &grid, in: grid.bounds, theme: ShippedThemes.plain, isFocused: true, decoration: decoration)
        Snapshot.expect(grid.dump() + grid.styleDump(), named: "text-editor")
        #expect(editor.position(atX: 5, y: 0, in: grid.bounds) == TextPosition(line: 4, column: 0))
        #expect(editor.position(atX: 39, y: 7, in: grid.bounds) == TextPosition(line: 11, column: 7))
    }

    @Test func longLinesScrollSideways() {
        var editor = TextEditor(text: String(repeating: "0123456789", count: 10))
        _ = editor.handle(.key(.end), page: 5)
        var grid = Grid(columns: 25, rows: 1)
        editor.draw(into: &grid, in: grid.bounds, theme: ShippedThemes.plain, isFocused: true, decoration: editor.plainDecoration)
        let cursor = (0..<25).filter { grid[0, $0].style.attributes.contains(.reverse) }
        #expect(cursor.count == 1)
        #expect(grid[0, (cursor.first ?? 1) - 1].text == "9")
    }

    @Test func theWheelTakesTheCursorAlong() {
        var editor = TextEditor(text: (1...100).map(String.init).joined(separator: "\n"))
        editor.scroll(by: 10, height: 10)
        #expect(editor.origin(width: 40, height: 10).line == 10)
        #expect(editor.cursor.line == 12)
        editor.scroll(by: 500, height: 10)
        #expect(editor.origin(width: 40, height: 10).line == 90)
        editor.scroll(by: -500, height: 10)
        #expect(editor.origin(width: 40, height: 10).line == 0)
    }
}
