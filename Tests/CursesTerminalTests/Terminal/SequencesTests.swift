import Testing

@testable import CursesTerminal

@Suite struct SequencesTests {
    /// RFC 4648 §10, and CPython's base64.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ("日本", "5pel5pys"),
    ])
    func base64IsThatOfTheStandard(_ text: String, _ encoded: String) { #expect(Base64.encode(text.utf8) == encoded) }

    @Test func everyByteIsEncoded() {
        #expect(Base64.encode((0...255).map { UInt8($0) }).hasPrefix("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIj"))
        #expect(Base64.encode([0xFB, 0xFF]) == "+/8=")
    }

    @Test func aTitleCannotSteerTheTerminal() {
        #expect(TerminalModes.title("dogs\u{7}\u{1b}]52;c;\u{9c}.py") == "\u{1b}]2;dogs]52;c;.py\u{7}")
    }

    @Test func whatIsSwitchedOnIsSwitchedOff() {
        for mode in ["?2004", "?1004", "?1000", "?1002", "?1006"] {
            #expect((TerminalModes.take + TerminalModes.mouseOn).contains("[\(mode)h"))
            #expect(TerminalModes.giveBack.contains("[\(mode)l"))
            #expect(TerminalModes.crash.contains("[\(mode)l"))
        }
        #expect(TerminalModes.crash.utf8.count < 512)
    }

    @Test func errorsSayTheWayOut() {
        #expect(TerminalError.notATerminal.description.contains("headroom serve"))
        #expect(TerminalError.dumb("dumb").description.contains("TERM is \"dumb\""))
        #expect(TerminalError.dumb("").description.contains("TERM is not set"))
        #expect(TerminalError.unknown("vt9000").description.contains("TERM=xterm-256color headroom"))
    }
}
