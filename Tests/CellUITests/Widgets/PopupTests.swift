import CellUI
import TestSupport
import Testing

@Suite struct PopupTests {
    private static let items = [
        Menu.Item(id: "send", "send", detail: "Send the request.", key: "s"),
        Menu.Item(id: "save", "save as", detail: "Save under a name.", key: "W"),
        Menu.Item(id: "source", "edit source", detail: "As text.", key: "v"), Menu.Item(id: "theme", "theme", detail: "Choose another."),
    ]

    private static func outcomes(_ menu: inout Menu, _ script: String) -> [Menu.Outcome] {
        Script.events(script).map { menu.handle($0, height: 10) }
    }

    @Test func aMenuIsChosenFromByArrowsAndDigits() {
        var menu = Menu("Add", Self.items, selected: "save")
        #expect(menu.selected?.id == "save")
        #expect(Self.outcomes(&menu, "Down Enter") == [.moved, .chosen("source")])
        #expect(Self.outcomes(&menu, "1 9 x Esc") == [.chosen("send"), .ignored, .ignored, .cancelled])
        #expect(Self.outcomes(&menu, "End Down Enter") == [.moved, .moved, .chosen("theme")])
        #expect(menu.click(row: 1, height: 10) == .chosen("save"))
        #expect(menu.click(row: 7, height: 10) == .ignored)
    }

    @Test func aPaletteFindsByLetters() {
        var menu = Menu("Palette", Self.items, isFiltered: true)
        _ = Self.outcomes(&menu, "\"eds\"")
        #expect(menu.shown.map(\.id) == ["source"])
        _ = Self.outcomes(&menu, "ctrl-u \"sa\"")
        #expect(menu.shown.map(\.id).first == "save")
        #expect(Self.outcomes(&menu, "Enter") == [.chosen("save")])
        #expect(Self.outcomes(&menu, "\"zzz\" Enter") == [.moved, .moved, .moved, .ignored])
        #expect(menu.click(row: 0, height: 10) == .ignored)
    }

    @Test(
        arguments: [
            ("", "anything", []), ("ab", "ab", [0, 1]), ("es", "edit source", [0, 5]), ("hc", "HeaderCell", [0, 6]),
            ("SA", "save as", [0, 5]),
            ("s a", "save as", [0, 5]), ("x", "save", nil), ("aa", "a", nil), ("日", "x日本", [1]), ("ca", "abcacaca", [2, 3]),
        ] as [(String, String, [Int]?)])
    func lettersAreFoundWhereTheyFitBest(_ typed: String, _ name: String, _ positions: [Int]?) {
        #expect(FuzzyMatch(typed, in: name)?.positions == positions)
    }

    @Test func whatFitsBetterComesFirst() {
        let names = ["response", "next pane", "send", "serve on another port", "pane: send"]
        #expect(FuzzyMatch.rank(names, by: "send", name: \.self).map(\.item) == ["send", "pane: send"])
        #expect(FuzzyMatch.rank(names, by: "se", name: \.self).map(\.item).prefix(2) == ["send", "serve on another port"])
        #expect(FuzzyMatch.rank(names, by: "", name: \.self).map(\.item) == names)
    }

    @Test func aQuestionIsAnsweredByItsKeys() {
        let answers = [ConfirmDialog.Answer(id: "save", key: "s", "save and leave"), .init(id: "drop", key: "d", "leave without saving")]
        var dialog = ConfirmDialog("Leave", ["dogs.py is not saved."], answers)
        let outcomes = Script.events("d s x Enter Down Enter Esc ctrl-c").map { dialog.handle($0) }
        #expect(
            outcomes == [.chosen("drop"), .chosen("save"), .ignored, .chosen("save"), .moved, .chosen("drop"), .cancelled, .cancelled])
        #expect(dialog.click(row: 2, width: 40) == .chosen("save"))
        #expect(dialog.click(row: 0, width: 40) == .ignored)
    }

    @Test func popupsAreDrawnOverTheScreen() {
        var grid = Grid(columns: 60, rows: 26)
        for y in 0..<26 { grid.draw(String(repeating: "░", count: 60), x: 0, y: y, style: Style()) }
        var menu = Menu("Palette", Self.items, isFiltered: true)
        _ = Self.outcomes(&menu, "\"se\"")
        menu.draw(into: &grid, over: Rect(x: 0, y: 0, width: 60, height: 9), theme: ShippedThemes.plain, glyphs: .unicode)
        let plain = Menu("Add", Self.items, selected: "save")
        plain.draw(into: &grid, over: Rect(x: 0, y: 9, width: 60, height: 8), theme: ShippedThemes.plain, glyphs: .ascii)
        let dialog = ConfirmDialog(
            "Unsaved work of an earlier session",
            ["It ended before dogs.py was saved. Bring its text back? (u goes back to the file's)"],
            [.init(id: "r", key: "r", "bring it back"), .init(id: "d", key: "d", "drop it")])
        dialog.draw(into: &grid, over: Rect(x: 0, y: 17, width: 60, height: 9), theme: ShippedThemes.plain, glyphs: .unicode)
        Snapshot.expect(grid.dump(), named: "popups")
    }
}
