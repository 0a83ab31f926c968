import CellUI
import TestSupport
import Testing

@Suite struct TextViewTests {
    private static let lines = (1...20).map { [Span("line \($0) ", .keyword), Span(String(repeating: "·", count: $0 * 3), .dim)] }

    @Test func keysScrollInBothDirections() {
        var view = TextView(Self.lines)
        var seen: [Range<Int>] = []
        for event in Script.events("Down PageDown End PageUp Home") {
            #expect(view.handle(event, height: 6) == true)
            seen.append(view.visible(height: 6))
        }
        #expect(seen == [1..<7, 6..<12, 14..<20, 9..<15, 0..<6])
        #expect(view.handle(.key(.right), height: 6) == true)
        #expect(view.left == 8)
        #expect(view.handle(.key(.left), height: 6) == true)
        #expect(view.handle(.key(.left), height: 6) == true)
        #expect(view.left == 0)
        #expect(view.handle(.key(.enter), height: 6) == false)
        #expect(view.handle(.mouse(button: 65, x: 0, y: 0, isPress: true, isMotion: false), height: 6) == true)
        #expect(view.visible(height: 6) == 3..<9)
    }

    @Test func searchSelectsTheNextLine() {
        var view = TextView(Self.lines, hasSelection: true)
        view.search = "line 1"
        var found: [Int] = []
        for _ in 0..<3 where view.findNext(height: 6) { found.append(view.viewport.selection) }
        #expect(found == [9, 10, 11])
        #expect(view.findNext(backwards: true, height: 6) == true)
        #expect(view.viewport.selection == 10)
        view.search = "nowhere"
        #expect(view.findNext(height: 6) == false)
    }

    @Test func itIsDrawnWithNumbersAndHighlights() {
        var view = TextView(Self.lines, hasNumbers: true, hasSelection: true)
        view.select(9, height: 5)
        view.search = "ne 1"
        var grid = Grid(columns: 30, rows: 5)
        view.draw(into: &grid, in: grid.bounds, theme: ShippedThemes.plain, isFocused: true)
        Snapshot.expect(grid.dump() + grid.styleDump(), named: "text-view")
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]), ("one two three", 100, ["one two three"]), ("", 5, [""]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a abcdefgh b", 4, ["a", "abcd", "efgh", "b"]), ("日本語 日本", 6, ["日本語", "日本"]), ("日本語", 3, ["日", "本", "語"]), ("  in", 10, ["  in"]),
    ])
    func textIsBrokenAtBlanks(_ text: String, _ width: Int, _ lines: [String]) {
        #expect(TextWrapping.wrap(text, width: width) == lines)
        #expect(lines.allSatisfy { CharacterWidth.of($0) <= width })
    }

    @Test func piecesKeepTheirStyleWhenBroken() {
        let spans = [Span("one ", .good), Span("two three", .bad, .bold)]
        #expect(
            TextWrapping.wrap(spans, width: 8) == [[Span("one ", .good), Span("two", .bad, .bold)], [Span("three", .bad, .bold)]])
    }
}

@Suite struct BarTests {
    @Test func tabsAreChosenByArrowsDigitsAndClicks() {
        var tabs = TabBar(["Final", "Merge", "Browser"])
        #expect(tabs.spans.text == "[Final]  Merge  Browser")
        for (key, selection) in [("Right", 1), ("Left", 0), ("Left", 2), ("2", 1)] {
            #expect(tabs.handle(Script.events(key)[0]) == true)
            #expect(tabs.selection == selection)
        }
        #expect(tabs.handle(.key(.char("4"))) == false)
        #expect(tabs.spans.text == "Final  [Merge]  Browser")
        #expect([0, 4, 5, 7, 13, 14, 16, 22, 23].map { tabs.tab(at: $0) } == [0, 0, nil, 1, 1, nil, 2, 2, nil])
    }

    @Test(arguments: [
        (60, " headroom  dogs.py •  http://127.0.0.1:8000        rec 0:42 "), (44, " headroom  dogs.py •               rec 0:42 "),
        (24, " headroom  dogs.py •    "), (12, " headroom … "),
    ])
    func aStatusBarDropsItsMiddleFirst(_ width: Int, _ text: String) {
        let bar = StatusBar(
            left: [Span("headroom  ", .dim), Span("dogs.py •", .title)], middle: [Span("http://127.0.0.1:8000", .accent)],
            right: [Span("rec 0:42", .bad)])
        var grid = Grid(columns: width, rows: 1)
        bar.draw(into: &grid, in: grid.bounds, theme: ShippedThemes.plain)
        #expect(grid.dump().dropLast() == text.replacing(/\ +$/, with: ""))
    }
}
