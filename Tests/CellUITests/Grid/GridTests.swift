import CellUI
import TestSupport
import Testing

@Suite struct GridTests {
    private let bold = Style(nil, on: nil, .bold)

    @Test(arguments: [
        ("hello", 0, Int.max, "hello"), ("hello", 3, 5, "   hello"), ("hello", 0, 4, "hel…"), ("hello", 6, Int.max, "      h…"),
        ("hello", -2, Int.max, "llo"), ("日本語", 0, 5, "日本…"), ("日本語", 0, 4, "日…"), ("日本語", 0, 6, "日本語"), ("日本語", -1, Int.max, " 本語"),
        ("hello", 0, 0, ""), ("hello", 9, Int.max, ""),
    ])
    func textIsCutAtItsLimitAndAtTheEdges(_ text: String, _ x: Int, _ limit: Int, _ row: String) {
        var grid = Grid(columns: 8, rows: 1)
        grid.draw(text, x: x, y: 0, limit: limit, style: Style())
        #expect(grid.dump() == row + "\n")
    }

    @Test func drawingGivesTheCellsThatItTook() {
        var grid = Grid(columns: 8, rows: 1)
        #expect(grid.draw("日本", x: 0, y: 0, style: Style()) == 4)
        #expect(grid.draw("too long a text", x: 4, y: 0, style: Style()) == 4)
        #expect(grid.draw("x", x: 0, y: 7, style: Style()) == 0)
    }

    @Test func piecesAreCutAsOneText() {
        var grid = Grid(columns: 20, rows: 3)
        let pieces = [("abc", Style()), ("def", bold)]
        grid.draw(pieces, x: 0, y: 0, limit: 6)
        grid.draw(pieces, x: 0, y: 1, limit: 5)
        grid.draw(pieces, x: 0, y: 2, limit: 3)
        #expect(grid.dump() == "abcdef\nabcd…\nab…\n")
    }

    @Test func aWideCharacterThatLosesOneHalfBecomesBlanks() {
        var grid = Grid(columns: 6, rows: 1)
        grid.draw("日本語", x: 0, y: 0, style: Style())
        grid.draw("x", x: 1, y: 0, style: Style())
        grid.draw("y", x: 2, y: 0, style: Style())
        #expect(grid.dump() == " xy 語\n")
        grid.fill(Rect(x: 5, y: 0, width: 1, height: 1), style: Style())
        #expect(grid.dump() == " xy\n")
        #expect(grid.row(0).allSatisfy { $0.width == 1 })
    }

    @Test func clippedDrawingLeavesTheRestAlone() {
        var grid = Grid(columns: 10, rows: 2)
        grid.clipped(to: Rect(x: 2, y: 0, width: 5, height: 1)) { grid in
            grid.draw("0123456789", x: 0, y: 0, style: Style())
            grid.draw("below", x: 0, y: 1, style: Style())
            grid.clipped(to: Rect(x: 0, y: 0, width: 4, height: 2)) { $0.fill($0.bounds, style: Style()) }
        }
        grid.draw("z", x: 9, y: 1, style: Style())
        #expect(grid.dump() == "    45…\n         z\n")
    }

    @Test func framesHaveTitlesAndFooters() throws {
        var grid = Grid(columns: 60, rows: 12)
        for (glyphs, x) in [(Glyphs.unicode, 0), (Glyphs.ascii, 31)] {
            let title = [("Temporal header", bold)]
            grid.frame(Rect(x: x, y: 0, width: 29, height: 3), title: title, trailing: "Esc leave", glyphs: glyphs, style: Style())
            let rect = Rect(x: x, y: 4, width: 29, height: 7)
            grid.frame(rect, title: title, trailing: "does not fit here", footer: "3 of 9", glyphs: glyphs, style: Style())
            grid.separator(y: 6, in: rect, title: [("main.py", bold)], glyphs: glyphs, style: Style())
            grid.scrollBar(in: rect, visible: 4..<9, count: 12, glyphs: glyphs, style: Style())
            grid.frame(Rect(x: x, y: 11, width: 1, height: 1), title: title, glyphs: glyphs, style: Style())
        }
        Snapshot.expect(grid.dump(), named: "frames")
    }

    @Test func changesAreTheCellsThatDiffer() {
        let old = Grid(columns: 10, rows: 3)
        var new = old
        #expect(new.changes(since: old).isEmpty)
        new.draw("ab", x: 3, y: 1, style: Style())
        new.restyle(Rect(x: 8, y: 2, width: 1, height: 1)) { $0.attributes = .bold }
        #expect(new.changes(since: old) == [.init(row: 1, columns: 3..<5), .init(row: 2, columns: 8..<9)])
        #expect(new.changes(since: nil).map(\.columns) == [0..<10, 0..<10, 0..<10])
        #expect(new.changes(since: Grid(columns: 9, rows: 3)).count == 3)
    }

    @Test func changesHoldWholeWideCharacters() {
        var old = Grid(columns: 6, rows: 1)
        old.draw("日本語", x: 0, y: 0, style: Style())
        var new = old
        new.restyle(Rect(x: 3, y: 0, width: 1, height: 1)) { $0.attributes = .bold }
        #expect(new.changes(since: old) == [.init(row: 0, columns: 2..<4)])
        var plain = old
        plain.draw("x", x: 2, y: 0, style: Style())
        #expect(plain.changes(since: old) == [.init(row: 0, columns: 2..<4)])
    }

    @Test func aDumpOfStylesNamesThem() {
        var grid = Grid(columns: 4, rows: 1)
        grid.draw("ab", x: 1, y: 0, style: Style(Color(0x88C0D0), on: Color(0x00001D), [.bold, .strikethrough]))
        #expect(grid.styleDump() == "abba\na plain\nb #88c0d0 on #00001d bold strikethrough\n")
    }

    @Test func anotherSurfaceIsCopiedToAPlace() {
        var small = Grid(columns: 4, rows: 1)
        small.draw("日x", x: 0, y: 0, style: Style())
        var grid = Grid(columns: 6, rows: 2)
        grid.draw(small, x: 3, y: 1)
        #expect(grid.dump() == "\n   日x\n")
    }
}
