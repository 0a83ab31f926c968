import CellUI
import Testing

@Suite struct KeyChordTests {
    @Test(arguments: [
        ("s", KeyChord(.char("s"))), ("S", KeyChord(.char("S"))), ("?", KeyChord(.char("?"))), ("ctrl-s", KeyChord(.char("s"), .ctrl)),
        ("Enter", KeyChord(.enter)), ("alt-Enter", KeyChord(.enter, .alt)), ("shift-Tab", KeyChord(.tab, .shift)),
        ("ctrl-alt-Up", KeyChord(.up, [.ctrl, .alt])), ("F5", KeyChord(.function(5))), ("Space", KeyChord(.char(" "))),
        ("ctrl-Space", KeyChord(.char(" "), .ctrl)), ("Esc", KeyChord(.escape)), ("-", KeyChord(.char("-"))),
        ("ctrl--", KeyChord(.char("-"), .ctrl)),
        ("é", KeyChord(.char("é"))), ("F", KeyChord(.char("F"))), ("PageDown", KeyChord(.pageDown)),
    ])
    func theWrittenFormIsReadAndWritten(_ text: String, _ chord: KeyChord) {
        #expect(KeyChord(text) == chord)
        #expect(chord.description == text)
    }

    @Test(arguments: [
        ("CTRL-S", "ctrl-s"), ("enter", "Enter"), ("Ctrl-Alt-up", "ctrl-alt-Up"), ("alt-ctrl-x", "ctrl-alt-x"), ("f12", "F12"),
    ])
    func namesMayHaveAnyCase(_ text: String, _ written: String) { #expect(KeyChord(text)?.description == written) }

    @Test(arguments: ["", "ctrl-", "ab", "F13", "F0", "shift-a", "Entr", "ctrl"])
    func whatIsNoKeyIsRefused(_ text: String) { #expect(KeyChord(text) == nil) }
}

@Suite struct KeyBindingsTests {
    private enum Action: String, Sendable { case send, save, quit, help, open }

    private let table = KeyBindings<Action>([
        KeyBinding(.send, ["s", "F5"], "send", "Sends the request.", footer: true),
        KeyBinding(.save, ["ctrl-s"], "save", "Saves the program.", footer: true),
        KeyBinding(.open, ["s", "Enter"], "open", "Opens the entry.", in: "history", footer: true),
        KeyBinding(.quit, ["q", "ctrl-c"], "quit", "Leaves."),
        KeyBinding(.help, ["?"], "help", "Shows this help.", footer: true),
    ])

    @Test func aContextComesBeforeEverywhere() {
        #expect(table.action(for: .char("s"), []) == .send)
        #expect(table.action(for: .char("s"), [], in: "history") == .open)
        #expect(table.action(for: .function(5), [], in: "history") == .send)
        #expect(table.action(for: .enter, []) == nil)
        #expect(table.action(for: .key(.char("c"), .ctrl)) == .quit)
        #expect(table.action(for: .paste("s")) == nil)
        #expect(table.conflicts.isEmpty)
        #expect(table.contexts == [.everywhere, "history"])
        #expect(table.bindings(in: "history").map(\.action) == [.open, .save, .quit, .help])
    }

    @Test func oneKeyForTwoActionsIsAConflict() {
        let twice = KeyBindings<Action>([KeyBinding(.send, ["s"], "", ""), KeyBinding(.save, ["S", "s"], "", "")])
        #expect(twice.conflicts == [KeyChord(.char("s"))])
        #expect(twice.action(for: .char("s"), []) == .send)
    }

    @Test func keysThatDoNotExistAreKept() {
        #expect(KeyBinding(Action.send, ["s", "Entr"], "", "").unreadable == ["Entr"])
    }

    @Test func aFileGivesOtherKeys() throws {
        let own = try table.overridden(json5: Array("{ send: ['F9', 'q'], quit: 'ctrl-q', /* none */ help: [], }".utf8))
        #expect(own.action(for: .function(9), []) == .send)
        #expect(own.action(for: .char("q"), []) == .send)
        #expect(own.action(for: .char("s"), []) == nil)
        #expect(own.action(for: .char("q"), .ctrl) == .quit)
        #expect(own.action(for: .char("?"), []) == nil)
        #expect(own.action(for: .char("s"), .ctrl) == .save)
    }

    @Test func aDefaultYieldsToAKeyThatTheFileGivesAway() throws {
        let own = try table.overridden(json5: Array("{ help: ['q'] }".utf8))
        #expect(own.action(for: .char("q"), []) == .help)
        #expect(own.binding(of: .quit)?.keys == "ctrl-c")
    }

    @Test(arguments: [
        ("{ send: ['F9'],\n snd: 'x' }", "line 2: there is no action \"snd\"; there are send, save, open, quit, help"),
        (
            "{ send: ['Entr'] }",
            "line 1: \"Entr\" for \"send\" is no key; write it like \"s\", \"ctrl-s\", \"alt-Enter\", \"shift-Tab\" or \"F5\""
        ),
        ("{ send: 'x', quit: 'x' }", "the key \"x\" would stand for send and quit; give all but one of them another key"),
        ("{ send: 5 }", "the key bindings are not a JSON5 object of lists: line 1: \"send\" must be a list of texts in [ ]"),
        ("{ send: ", "the key bindings are not a JSON5 object of lists: line 1: there must be a value, not the end of the file"),
    ])
    func aFileThatCannotBeUsedSaysWhy(_ text: String, _ message: String) {
        let problem = #expect(throws: KeyBindingsProblem.self) { try table.overridden(json5: Array(text.utf8)) }
        #expect(problem?.description == message)
    }

    @Test func footerAndHelpComeFromTheTable() {
        #expect(KeyHelp.footer(table, width: 80).text == " s send  ctrl-s save  ? help ")
        #expect(KeyHelp.footer(table, width: 20).text == " s send  ? help ")
        #expect(KeyHelp.footer(table, in: "history", width: 80).text == " s open  ctrl-s save  ? help ")
        #expect(
            KeyHelp.lines(table).map(\.text) == [
                "everywhere", "s F5      send  Sends the request.", "ctrl-s    save  Saves the program.", "q ctrl-c  quit  Leaves.",
                "?         help  Shows this help.", "", "history", "s Enter   open  Opens the entry.",
            ])
    }
}
