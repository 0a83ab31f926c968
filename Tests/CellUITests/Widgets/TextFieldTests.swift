import CellUI
import Testing

/// Keys as they are written, for scripts: `type` for letters, chords for the rest.
enum Script {
    /// One event per chord; a text in quotes is typed.
    static func events(_ script: String) -> [InputEvent] {
        var events: [InputEvent] = []
        for word in script.split(separator: " ") {
            if word.first == "\"" {
                let text = word.dropFirst().dropLast().replacing("_", with: " ")
                events += text.map { .key(.char($0)) }
            } else if let chord = KeyChord(String(word)) {
                events.append(.key(chord.key, chord.modifiers))
            } else {
                Issue.record("\(word) is no key")
            }
        }
        return events
    }
}

@Suite struct TextFieldTests {
    private func field(_ text: String, _ script: String) -> TextField {
        var field = TextField(text)
        for event in Script.events(script) { #expect(field.handle(event) == true) }
        return field
    }

    @Test(arguments: [
        ("", "\"abc\"", "abc|"), ("abc", "Left \"x\"", "abx|c"), ("abc", "Home \"x\" End \"y\"", "xabcy|"), ("abc", "Backspace", "ab|"),
        ("abc", "Home Delete", "|bc"), ("abc", "Home Backspace", "|abc"), ("one two", "ctrl-Left \"x\"", "one x|two"),
        ("one two", "ctrl-Left ctrl-Left \"x\"", "x|one two"), ("one two", "Home ctrl-Right", "one| two"), ("one two", "ctrl-w", "one |"),
        ("a.b(c)", "alt-Left alt-Left", "a.b(|c)"), ("one two", "ctrl-Left ctrl-u", "|two"), ("one two", "ctrl-Left ctrl-k", "one |"),
        ("abc", "ctrl-a \"x\" ctrl-e \"y\"", "xabcy|"), ("日本", "Left Backspace", "|本"), ("👨‍👩‍👧x", "Left Backspace", "|x"),
        ("e\u{301}", "Backspace", "|"), ("abc", "shift-Left shift-Left \"x\"", "ax|"), ("abc", "shift-Home Backspace", "|"),
        ("abc", "Home shift-End Right", "abc|"), ("abc", "shift-Left Left", "ab|c"), ("one two", "ctrl-Backspace", "one |"),
        ("", "\"abc\" ctrl-z", "|"), ("x", "\"abc\" ctrl-z ctrl-y", "xabc|"), ("one two", "ctrl-w \"x\" ctrl-z ctrl-z", "one two|"),
    ])
    func keysEditTheText(_ text: String, _ script: String, _ result: String) {
        let field = field(text, script)
        #expect(String(field.characters[..<field.cursor]) + "|" + String(field.characters[field.cursor...]) == result)
    }

    @Test func selectionsAreReplacedByWhatIsPasted() {
        var field = field("abc", "shift-Left shift-Left")
        #expect(field.selectedText == "bc")
        #expect(field.handle(.paste("1\n2")) == true)
        #expect(field.text == "a1 2")
        #expect(field.cursor == 4)
        field.undo()
        #expect(field.text == "abc")
    }

    @Test func aCombiningMarkJoinsTheLetterBeforeIt() {
        var field = TextField("e")
        #expect(field.handle(.key(.char("\u{301}"))) == true)
        #expect((field.characters.count, field.cursor, field.text) == (1, 1, "e\u{301}"))
    }

    @Test(arguments: [
        InputEvent.key(.enter), .key(.up), .key(.escape), .key(.tab), .key(.function(1)), .key(.char("s"), .ctrl), .focus(true),
    ])
    func otherEventsAreNotForAField(_ event: InputEvent) {
        var field = TextField("abc")
        #expect(field.handle(event) == false)
        #expect(field == TextField("abc"))
    }

    @Test(arguments: [
        ("hello", "", "hello", 5), ("hello", "Home", "hello", 0), ("0123456789abc", "", "789abc", 6),
        ("0123456789abc", "Home", "012345…", 0),
        ("日本語日本語", "", "日本語", 6),
    ])
    func theCursorStaysInView(_ text: String, _ script: String, _ shown: String, _ cell: Int) {
        var grid = Grid(columns: 9, rows: 1)
        let field = field(text, script)
        field.draw(into: &grid, x: 1, y: 0, width: 7, style: Style(), isFocused: true)
        let reversed = (0..<9).filter { grid[0, $0].style.attributes == .reverse }
        #expect(reversed.first == cell + 1)
        #expect(grid.dump().hasPrefix(" " + shown.prefix(shown.hasSuffix("…") ? 6 : 7)))
        #expect(grid[0, 0].text == " " && grid[0, 8].text == " ")
    }

    @Test func aClickFindsTheCharacterThatIsShown() {
        let field = TextField("a日本b")
        #expect((0..<8).map { field.position(atColumn: $0, width: 10) } == [0, 1, 1, 2, 2, 3, 4, 4])
    }

    @Test func aGhostCompletesWhatIsTyped() {
        var grid = Grid(columns: 12, rows: 1)
        TextField("X-Re").draw(into: &grid, x: 0, y: 0, width: 12, style: Style(), isFocused: true, ghost: "quest-Id")
        #expect(grid.dump() == "X-Request-Id\n")
        #expect(grid[0, 4].style.attributes.contains(.reverse))
        #expect(grid[0, 5].style.attributes == [.dim, .italic])
    }
}
