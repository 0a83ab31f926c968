import CellUI
import TestSupport
import Testing

@Suite struct FormTests {
    private static let names = ["X-Request-Id", "X-Robots-Tag", "Cache-Control"]

    private static var form: Form {
        Form([
            .text("name", "Name", "", hint: "The header's name.", suggestions: names), .text("value", "Value", "f\"req\""),
            .choice("how", "How", ["set, replaces", "append, adds a line", "setdefault"], "set, replaces"),
            .select("when", "When", ["always", "on success", "on failure"], "always"), .toggle("expose", "Expose", false),
        ])
    }

    private static func form(_ script: String) -> Form {
        var form = form
        for event in Script.events(script) { _ = form.handle(event) }
        return form
    }

    @Test(arguments: [
        ("\"x-re\" Right", "name", "X-Request-Id"), ("\"x-ro\" End", "name", "X-Robots-Tag"), ("\"x-re\" Left Right", "name", "x-re"),
        ("\"ab\" Right", "name", "ab"), ("Tab ctrl-u \"1\"", "value", "1"), ("Tab Tab Right", "how", "append, adds a line"),
        ("Tab Tab Left", "how", "setdefault"), ("Down Down Space Space", "how", "setdefault"), ("Tab Tab \"s\"", "how", "setdefault"),
        ("Up", "expose", "false"), ("Up Space", "expose", "true"), ("Up Space Space", "expose", "false"),
        ("shift-Tab Right", "expose", "true"),
        ("Up Up Right", "when", "on success"), ("Up Up Space Down Down Enter", "when", "on failure"),
        ("Up Up Space Down Esc", "when", "always"),
        ("Up Up Space End Tab", "when", "on failure"), ("Up Up \"o\"", "when", "on success"),
    ])
    func keysFillTheFieldsIn(_ script: String, _ id: String, _ value: String) { #expect(Self.form(script)[id] == value) }

    @Test func anOpenListWantsEnterAndEscape() {
        #expect(!Self.form("Up Up").wantsAllKeys)
        #expect(Self.form("Up Up Space").wantsAllKeys)
        #expect(!Self.form("Up Up Space Esc").wantsAllKeys)
        var form = Self.form("")
        let enter = form.handle(.key(.enter)), escape = form.handle(.key(.escape))
        #expect(!enter && !escape)
    }

    @Test func problemsTakeARowAndTheFocus() {
        var form = Self.form
        form.setProblem("is no Python expression: it breaks off", of: "value")
        #expect(form.height == 6)
        #expect(form.focusOnProblem() == true)
        #expect(form.focus == 1)
        form.setProblem(nil, of: "value")
        #expect(form.focusOnProblem() == false)
        #expect(form.hint.isEmpty)
        form.focus(on: "name")
        #expect(form.hint == "The header's name.")
    }

    @Test func clicksMoveTheFocusAndToggle() {
        var form = Self.form
        form.setProblem("wrong", of: "name")
        #expect(form.click(row: 2) == true)
        #expect(form.focus == 1)
        #expect(form.click(row: 5) == true)
        #expect(form.isOn("expose"))
        #expect(form.click(row: 1) == false)
        #expect(form.click(row: 9) == false)
    }

    @Test func aFormIsDrawnWithItsPreview() {
        var form = Self.form("\"x-re\" Tab Tab Right")
        form.setProblem("is no Python expression: it breaks off", of: "value")
        form.preview = [[Span("+ 18  ", .added), Span("response.headers[\"X-Request-Id\"] = \"a\"", .added)]]
        var grid = Grid(columns: 74, rows: 22)
        let frame = PopupFrame("Temporal header", hint: "Enter write   Esc leave", width: 70, height: form.height)
        var upper = grid.bounds
        upper.height = 12
        let inside = frame.draw(into: &grid, over: upper, theme: ShippedThemes.plain, glyphs: .unicode)
        form.draw(into: &grid, in: inside, theme: ShippedThemes.plain, glyphs: .unicode)
        var open = Self.form("Up Up Space Down")
        open.draw(into: &grid, in: Rect(x: 1, y: 13, width: 40, height: 6), theme: ShippedThemes.plain, glyphs: .ascii)
        open.focus(on: "name")
        Snapshot.expect(grid.dump() + grid.styleDump(), named: "form")
    }

    @Test func theFocusStaysInViewWhereRowsAreFew() {
        let form = Self.form("Up")
        var grid = Grid(columns: 40, rows: 2)
        form.draw(into: &grid, in: grid.bounds, theme: ShippedThemes.plain, glyphs: .unicode)
        #expect(grid.dump() == "When    always ▾\nExpose  [ ]\n")
    }
}
