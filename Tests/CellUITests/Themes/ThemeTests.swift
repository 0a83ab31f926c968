import CellUI
import TestSupport
import Testing

@Suite struct ThemeTests {
    @Test(arguments: ShippedThemes.texts.map(\.key))
    func anEmbeddedThemeIsItsFile(_ name: String) throws {
        let file = try Fixture.text("../../../themes/\(name).json5")
        #expect(ShippedThemes.texts.first { $0.key == name }?.value == file)
        let theme = try ShippedThemes.theme(named: name)
        #expect(theme.name == name)
        #expect(!theme.about.isEmpty)
        #expect(theme.colors.isEmpty || Set(theme.colors.keys) == Set(Role.allCases))
    }

    @Test func theDefaultIsTheFirst() {
        #expect(ShippedThemes.names == ["chalk", "slate", "paper", "contrast", "mono"])
        #expect(ShippedThemes.defaultName == ShippedThemes.names.first)
    }

    /// WCAG 2.1: 4.5 to 1 for text, 7 to 1 in the theme of high contrast; frames are not text.
    @Test(arguments: [("chalk", 4.5), ("slate", 4.5), ("paper", 4.5), ("contrast", 7)])
    func textStandsOutFromItsBackground(_ name: String, _ least: Double) throws {
        let theme = try ShippedThemes.theme(named: name)
        let background = try #require(theme.background), selection = try #require(theme.colors[.selection])
        for (role, color) in theme.colors where role != .border && role != .selection {
            #expect(color.contrast(to: background) >= least, "\(role)")
        }
        #expect(try #require(theme.colors[.text]).contrast(to: selection) >= least)
    }

    @Test func withoutColourAttributesTellRolesApart() {
        let mono = ShippedThemes.plain
        #expect(mono.isMonochrome)
        for role in Role.allCases {
            #expect(mono.style(role).foreground == nil)
            #expect(mono.style(role).background == nil)
        }
        #expect(mono.style(.focus) != mono.style(.border))
        #expect(mono.style(.removed) != mono.style(.added))
        #expect(mono.selected(mono.style(.text)).attributes == .reverse)
        #expect((try? ShippedThemes.theme(named: "mono")) == mono)
    }

    @Test func missingRolesTakeTheirFallback() throws {
        let theme = try Theme(
            json5: Array(
                """
                { name: 'own', colors: { text: '#111111', dim: '#222222', accent: '#333333', selection: '#444444', // a comment
                  good: '#555555', bad: '#666666', warning: '#777777', }, }
                """.utf8))
        #expect(theme.colors[.title] == Color(0x111111))
        #expect(theme.colors[.comment] == Color(0x222222))
        #expect(theme.colors[.focus] == Color(0x333333))
        #expect(theme.colors[.added] == Color(0x555555))
        #expect(theme.colors[.removed] == Color(0x666666))
        #expect(theme.background == nil)
    }

    @Test(arguments: [
        ("{ name: 'x', colors: { text: 'red' } }", "line 1: \"red\" for \"text\" is no colour; write it as \"#rrggbb\""),
        ("{ name: 'x',\n colors: {\n text: '#12345',\n } }", "line 3: \"#12345\" for \"text\" is no colour; write it as \"#rrggbb\""),
        ("{ name: 'x', colors: { text: '#123456' } }", "the theme's colors have no \"dim\"; add dim: \"#rrggbb\""),
        ("{ colors: {} }", "the theme is not a JSON5 theme file: \"name\" is missing"),
        ("{ name: 5, colors: {} }", "the theme is not a JSON5 theme file: line 1: \"name\" must be a text in quotes"),
        ("{ name: 'x', background: 'black', colors: {} }", "line 1: \"black\" for \"background\" is no colour; write it as \"#rrggbb\""),
        (
            "{\n name: 'x',\n colors: { text '#111111' } }",
            "the theme is not a JSON5 theme file: line 3: there must be \":\" behind \"text\", not \"'\""
        ),
        ("", "the theme is not a JSON5 theme file: line 1: there must be a value, not the end of the file"),
        ("{ name: 'x',\n colors: {\n", "the theme is not a JSON5 theme file: line 3: there must be a name, not the end of the file"),
        (
            "{ name: 'x',\n colors: { text: '#111111'",
            "the theme is not a JSON5 theme file: line 2: there must be \",\" or \"}\" for the one opened in line 2, not the end of the file"
        ),
        ("{ name: 'x\n", "the theme is not a JSON5 theme file: line 1: a text in quotes has no end"),
        ("{ name: chalk }", "the theme is not a JSON5 theme file: line 1: \"chalk\" must stand in quotes"),
        ("/* { name: 'x' }", "the theme is not a JSON5 theme file: line 1: a comment that begins with /* has no */"),
        ("{ name: 'x', colors: {} } }", "the theme is not a JSON5 theme file: line 1: there is \"}\" behind the end"),
        ("[]", "the theme is not a JSON5 theme file: the file must be one object in { }"),
    ])
    func aFileThatIsNoThemeSaysWhereAndWhatToDo(_ text: String, _ message: String) {
        let problem = #expect(throws: Theme.Problem.self) { try Theme(json5: Array(text.utf8)) }
        #expect(problem?.description == message)
    }

    @Test func anUnknownRoleIsNamedWithThoseThereAre() throws {
        let problem = #expect(throws: Theme.Problem.self) { try Theme(json5: Array("{ name: 'x', colors: {\n txt: '#111111' } }".utf8)) }
        #expect(problem?.description.hasPrefix("line 2: there is no role \"txt\"; there are text, dim, accent") == true)
    }

    @Test func anUnknownThemeIsNamedWithThoseThereAre() {
        let problem = #expect(throws: Theme.Problem.self) { try ShippedThemes.theme(named: "neon") }
        #expect(
            problem?.description
                == "there is no theme \"neon\"; there are chalk, slate, paper, contrast, mono, or give the path of a .json5 file")
    }

    @Test(arguments: [
        ("#88c0d0", 0x88C0D0 as UInt32?), ("#FFFFFF", 0xFFFFFF), ("#fff", nil), ("88c0d0", nil), ("#88c0dg", nil), ("#+8c0d0", nil),
    ])
    func coloursAreSixHexDigits(_ text: String, _ rgb: UInt32?) { #expect(Color(hex: text)?.rgb == rgb) }
}
