import HTTPMessages
import Testing

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("plain text, ünïcode, 日本語", "plain text, ünïcode, 日本語"),
        ("\u{1B}[31mred", "␛[31mred"),
        ("a\r\nb\tc\0", "a␍␊b␉c␀"),
        ("\u{7F}", "␡"),
        ("\u{9B}31m", "\\x9B31m"),
        ("a\u{AD}b", "a\\xADb"),
        ("\u{202E}txt.exe", "\\u202Etxt.exe"),
        ("\u{2066}x\u{2069}", "\\u2066x\\u2069"),
        ("a\u{200B}b\u{FEFF}", "a\\u200Bb\\uFEFF"),
        ("a\u{2028}b", "a\\u2028b"),
        ("x\u{E0041}", "x\\U000E0041"),
        ("👩\u{200D}🚀 ❤\u{FE0F}", "👩\u{200D}🚀 ❤\u{FE0F}"),
    ])
    func writesOutWhatSteersOrHides(_ text: String, _ visible: String) {
        #expect(text.visible == visible)
    }

    @Test func leavesNoControlOfAnyKindRaw() {
        let controls = (0...0x9F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
            $0.properties.generalCategory == .control
        }
        #expect(controls.count == 65)
        for control in controls {
            #expect(!String(control).visible.unicodeScalars.contains { $0.properties.generalCategory == .control })
        }
    }
}
