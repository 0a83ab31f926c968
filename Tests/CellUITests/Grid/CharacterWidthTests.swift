import CellUI
import TestSupport
import Testing

@Suite struct CharacterWidthTests {
    /// `Fixtures/wcwidth-glibc-2.36.txt`: first, last and width of every run of code points that glibc's `wcwidth` knows in C.UTF-8.
    @Test func everyCodePointIsAsWideAsInGlibc() throws {
        var differing: [String] = []
        for line in try Fixture.lines("../Fixtures/wcwidth-glibc-2.36.txt") {
            let fields = line.split(separator: " ")
            let first = try #require(UInt32(fields[0], radix: 16)), last = try #require(UInt32(fields[1], radix: 16))
            let width = try #require(Int(fields[2]))
            for value in first...last {
                guard let scalar = Unicode.Scalar(value) else { continue }
                if CharacterWidth.of(scalar) != width { differing.append(String(value, radix: 16)) }
            }
        }
        #expect(differing.isEmpty)
    }

    @Test(arguments: [
        ("", 0), ("a", 1), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한글", 4), ("ﾊﾝ", 2), ("Ａ", 2), ("🙂", 2),
        ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🏳️‍🌈", 1), ("❤️", 1), ("1️⃣", 1), ("🇨🇭", 2), ("🇨🇭🇨🇿", 4), ("\u{1FAE8}", 2), ("ก็", 1),
        ("\u{200B}", 6), ("\u{202E}x", 7), ("\t", 4), ("\n", 1), ("\u{1B}[0m", 4), ("\u{85}", 4), ("\u{7F}", 1),
    ])
    func aTextIsAsWideAsItIsDrawn(_ text: String, _ width: Int) {
        #expect(CharacterWidth.of(text) == width)
        #expect(DrawableText.pieces(text).reduce(0) { $0 + $1.width } == width)
    }

    @Test(arguments: [
        ("a\u{1B}[31mb", "a␛[31mb"), ("\u{0}\r\n", "␀␍␊"), ("\u{9B}2J", "\\x9B2J"), ("\u{202E}evil", "\\u202Eevil"), ("👨‍👩‍👧", "👨"), ("👍🏽", "👍"),
        ("❤️", "❤"), ("e\u{301}", "e\u{301}"), ("\u{301}", ""),
    ])
    func whatCouldSteerTheTerminalIsShownAsASign(_ text: String, _ drawn: String) {
        let characters = DrawableText.pieces(text).map(\.character)
        #expect(String(characters) == drawn)
    }

    @Test func noCellHoldsMoreScalarsThanCursesTakes() {
        let marks = "a" + String(repeating: "\u{301}", count: 40)
        #expect(DrawableText.pieces(marks).allSatisfy { $0.character.unicodeScalars.count <= DrawableText.scalarsInCell })
    }
}
