import CellUI
import TestSupport
import Testing

@Suite struct ListTests {
    private let rows: [ListRow] = [
        .section("Path operations"), ListRow(id: "read", [Span("GET  ", .accent), Span("/dogs/{dog_id}")]),
        ListRow(id: "make", [Span("POST ", .accent), Span("/dogs")], trailing: [Span("⚠", .warning)]), .section("Dependencies"),
        ListRow(id: "leash", [Span("leash")]), ListRow(id: "token", [Span("verify_token")]),
    ]

    @Test func headingsAreSteppedOver() {
        var list = ListView(rows)
        #expect(list.selectedID == "read")
        #expect(list.visible(height: 3) == 0..<3)
        var visited: [String?] = []
        for event in Script.events("Down Down Down Down Up Up Home End PageUp PageDown") {
            #expect(list.handle(event, height: 4) == .moved)
            visited.append(list.selectedID)
        }
        #expect(visited == ["make", "leash", "token", "token", "leash", "make", "read", "token", "make", "token"])
    }

    @Test func theFirstHeadingComesIntoViewWithItsEntry() {
        var list = ListView(rows)
        _ = list.handle(.key(.end), height: 3)
        #expect(list.visible(height: 3) == 3..<6)
        _ = list.handle(.key(.home), height: 3)
        #expect(list.visible(height: 3) == 0..<3)
    }

    @Test func enterClicksAndBlanksSayWhatTheyDid() {
        var list = ListView(rows, allowsMarks: true)
        #expect(list.handle(.key(.enter), height: 6) == .activated("read"))
        #expect(list.handle(.key(.char(" ")), height: 6) == .marked("read"))
        #expect(list.marked == ["read"])
        #expect(list.click(row: 4, height: 6) == .moved)
        #expect(list.click(row: 4, height: 6) == .activated("leash"))
        #expect(list.click(row: 3, height: 6) == .ignored)
        #expect(list.click(row: 9, height: 6) == .ignored)
        #expect(list.handle(.key(.char("x")), height: 6) == .ignored)
        #expect(list.handle(.mouse(button: 65, x: 0, y: 0, isPress: true, isMotion: false), height: 3) == .moved)
    }

    @Test func theSelectionStaysWithItsEntry() {
        var list = ListView(rows, allowsMarks: true)
        list.select("leash", height: 6)
        _ = list.handle(.key(.char(" ")), height: 6)
        list.replaceRows([ListRow(id: "new", [])] + rows, height: 6)
        #expect(list.selectedID == "leash")
        list.replaceRows(Array(rows.prefix(3)), height: 6)
        #expect(list.selectedID == "make")
        #expect(list.marked.isEmpty)
        list.replaceRows([.section("none")], height: 6)
        #expect(list.selectedID == nil)
        list.replaceRows([], height: 6)
        #expect(list.handle(.key(.down), height: 6) == .moved)
        #expect(list.handle(.key(.enter), height: 6) == .ignored)
    }

    @Test func listsAndTablesAreDrawn() {
        var grid = Grid(columns: 64, rows: 15)
        let theme = ShippedThemes.plain
        var list = ListView(rows)
        _ = list.handle(.key(.down), height: 6)
        list.draw(into: &grid, in: Rect(x: 0, y: 0, width: 24, height: 6), theme: theme, glyphs: .unicode, isFocused: true)
        var marks = ListView(rows, allowsMarks: true)
        _ = marks.handle(.key(.char(" ")), height: 6)
        marks.draw(into: &grid, in: Rect(x: 30, y: 0, width: 16, height: 6), theme: theme, glyphs: .ascii, isFocused: false)
        var table = Table(columns: [.init("header"), .init("value", .share()), .init("bytes", isRightAligned: true)])
        table.replaceRows(
            [("content-length", "22", "2"), ("content-type", "application/json; charset=utf-8 and more", "41"), ("x-日本", "ok", "120")].map {
                [[Span($0.0, .accent)], [Span($0.1)], [Span($0.2, .number)]]
            }, height: 5)
        table.select(1, height: 5)
        table.draw(into: &grid, in: Rect(x: 0, y: 7, width: 60, height: 5), theme: theme, glyphs: .unicode, isFocused: true)
        Snapshot.expect(grid.dump() + grid.styleDump(), named: "lists")
    }

    @Test func tablesScrollUnderTheirHeading() {
        var table = Table(columns: [.init("n")], rows: (0..<20).map { [[Span("\($0)")]] })
        for event in Script.events("PageDown PageDown Down") { #expect(table.handle(event, height: 6) == true) }
        #expect(table.selection == 9)
        #expect(table.row(at: 0, height: 6) == nil)
        #expect(table.row(at: 5, height: 6) == 9)
        #expect(table.row(at: 1, height: 6) == 5)
        #expect(table.handle(.key(.enter), height: 6) == false)
        #expect(Table(columns: []).selection == nil)
        #expect(Table(columns: [.init("", .fixed(4)), .init("", .share())]).widths(in: 20) == [4, 12])
    }
}
