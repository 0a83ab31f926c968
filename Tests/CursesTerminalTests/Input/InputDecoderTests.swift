import CellUI
import CursesTerminal
import Testing

@Suite struct InputDecoderTests {
    /// XTerm Control Sequences, kitty keyboard protocol, modifyOtherKeys.
    static let cases: [(String, [InputEvent])] = [
        ("aB1 ~", [.key(.char("a")), .key(.char("B")), .key(.char("1")), .key(.char(" ")), .key(.char("~"))]),
        ("é日🙂", [.key(.char("é")), .key(.char("日")), .key(.char("🙂"))]),
        ("\r\t\u{7f}\u{8}", [.key(.enter), .key(.tab), .key(.backspace), .key(.backspace)]),
        ("\u{1}\u{1a}\u{0}\u{1f}", [.key(.char("a"), .ctrl), .key(.char("z"), .ctrl), .key(.char(" "), .ctrl), .key(.char("_"), .ctrl)]),
        ("\u{1b}[A\u{1b}[B\u{1b}[C\u{1b}[D", [.key(.up), .key(.down), .key(.right), .key(.left)]),
        ("\u{1b}OA\u{1b}OH\u{1b}OF\u{1b}OP\u{1b}OS", [.key(.up), .key(.home), .key(.end), .key(.function(1)), .key(.function(4))]),
        (
            "\u{1b}[H\u{1b}[F\u{1b}[1~\u{1b}[4~\u{1b}[7~\u{1b}[8~",
            [.key(.home), .key(.end), .key(.home), .key(.end), .key(.home), .key(.end)]
        ),
        ("\u{1b}[2~\u{1b}[3~\u{1b}[5~\u{1b}[6~", [.key(.insert), .key(.delete), .key(.pageUp), .key(.pageDown)]),
        ("\u{1b}[15~\u{1b}[17~\u{1b}[24~", [.key(.function(5)), .key(.function(6)), .key(.function(12))]),
        (
            "\u{1b}[1;2A\u{1b}[1;5C\u{1b}[1;3D\u{1b}[3;5~",
            [
                .key(.up, .shift), .key(.right, .ctrl), .key(.left, .alt), .key(.delete, .ctrl),
            ]
        ),
        ("\u{1b}[1;6B\u{1b}[Z", [.key(.down, [.shift, .ctrl]), .key(.tab, .shift)]),
        (
            "\u{1b}[97;5u\u{1b}[13;2u\u{1b}[27u\u{1b}[57399u",
            [.key(.char("a"), .ctrl), .key(.enter, .shift), .key(.escape), .key(.unknown)]
        ),
        ("\u{1b}[27;5;13~\u{1b}[27;6;65~\u{1b}[27;2;63~", [.key(.enter, .ctrl), .key(.char("a"), .ctrl), .key(.char("?"))]),
        ("\u{1b}x\u{1b}\r\u{1b}é", [.key(.char("x"), .alt), .key(.enter, .alt), .key(.char("é"), .alt)]),
        (
            "\u{1b}[<0;3;4M\u{1b}[<0;3;4m",
            [
                .mouse(button: 0, x: 2, y: 3, isPress: true, isMotion: false),
                .mouse(button: 0, x: 2, y: 3, isPress: false, isMotion: false),
            ]
        ),
        (
            "\u{1b}[<64;1;1M\u{1b}[<32;5;6M",
            [
                .mouse(button: 64, x: 0, y: 0, isPress: true, isMotion: false),
                .mouse(button: 0, x: 4, y: 5, isPress: true, isMotion: true),
            ]
        ),
        ("\u{1b}[<0;0;4M\u{1b}[<0;1Mx", [.key(.char("x"))]),
        ("\u{1b}[I\u{1b}[O", [.focus(true), .focus(false)]),
        ("\u{1b}[200~a\u{1b}[Ab\r\nc\rd\u{1b}[201~x", [.paste("a\u{1b}[Ab\nc\nd"), .key(.char("x"))]),
        ("\u{1b}[200~\u{1b}[201~\u{1b}[200~\u{1b}[201\u{1b}[201~", [.paste(""), .paste("\u{1b}[201")]),
        ("\u{1b}]11;rgb:1a/1b/26\u{7}y\u{1b}P1$r\u{1b}\\z\u{1b}_ok\u{1b}\\!", [.key(.char("y")), .key(.char("z")), .key(.char("!"))]),
        ("\u{1b}[?62;c\u{1b}[>0;1;2cq", [.key(.char("q"))]),
        ("\u{1b}\u{1b}[A", [.key(.escape), .key(.up)]),
        ("\u{1b}[1;\u{1b}[Bx", [.key(.unknown), .key(.down), .key(.char("x"))]),
        ("\u{1b}[99~\u{1b}[5y", [.key(.unknown), .key(.unknown)]),
    ]

    @Test(arguments: cases)
    func sequencesAreDecodedWhole(_ bytes: String, _ events: [InputEvent]) {
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes.utf8) == events)
        #expect(!decoder.isPending)
    }

    @Test(arguments: cases)
    func sequencesAreDecodedByteByByte(_ bytes: String, _ events: [InputEvent]) {
        var decoder = InputDecoder()
        #expect(bytes.utf8.flatMap { decoder.feed([$0]) } == events)
    }

    @Test(
        arguments: [
            ("\u{1b}", [InputEvent.key(.escape)], 25), ("\u{1b}[", [.key(.char("["), .alt)], 100),
            ("\u{1b}O", [.key(.char("O"), .alt)], 100),
            ("\u{1b}]", [.key(.char("]"), .alt)], 100), ("\u{1b}[1;5", [.key(.unknown)], 100), ("\u{1b}]11;x", [], 100),
        ] as [(String, [InputEvent], Int32)])
    func whatStaysCutOffIsTakenForWhatItIs(_ bytes: String, _ events: [InputEvent], _ patience: Int32) {
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes.utf8).isEmpty)
        #expect(decoder.isPending)
        #expect(decoder.patience == patience)
        #expect(decoder.timeout() == events)
        #expect(!decoder.isPending)
    }

    @Test(
        arguments: [
            ([0x80], 1), ([0xFF, 0x61], 2), ([0xE6, 0x61], 2), ([0xE6, 0x97, 0x61], 2), ([0xC0, 0xAF], 2), ([0xED, 0xA0, 0x80], 1),
        ] as [([UInt8], Int)])
    func bytesThatAreNoTextSayNothing(_ bytes: [UInt8], _ count: Int) {
        var decoder = InputDecoder()
        let events = decoder.feed(bytes)
        #expect(events.count == count)
        #expect(events.first == .key(.unknown))
        if bytes.last == 0x61 { #expect(events.last == .key(.char("a"))) }
    }

    @Test func aPasteWaitsForItsEndHoweverLong() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1b}[200~abc".utf8).isEmpty)
        #expect(!decoder.isPending)
        #expect(decoder.feed(String(repeating: "x", count: 100_000).utf8).isEmpty)
        #expect(decoder.feed("\u{1b}[201~".utf8) == [.paste("abc" + String(repeating: "x", count: 100_000))])
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func noBytesAtAllStopTheDecoder(_ seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        let special: [UInt8] = [0x1B, 0x5B, 0x3B, 0x7E, 0x4D, 0x3C, 0x4F, 0x5D]
        let bytes = (0..<200).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = UInt8(truncatingIfNeeded: state >> 40)
            return number % 3 == 0 ? number : special[Int(number) % special.count]
        }
        var decoder = InputDecoder()
        _ = decoder.feed(bytes)
        _ = decoder.timeout()
        #expect(!decoder.isPending)
    }
}
