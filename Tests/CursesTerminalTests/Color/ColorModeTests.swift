import CellUI
import Testing

@testable import CursesTerminal

@Suite struct ColorModeTests {
    private static func environment(_ variables: [String: String]) -> TerminalEnvironment { TerminalEnvironment { variables[$0] } }

    @Test(
        arguments: [
            (nil, [:], 1 << 24, ColorMode.direct), (nil, [:], 256, .indexed256), (nil, [:], 88, .ansi16), (nil, [:], 16, .ansi16),
            (nil, [:], 8, .ansi8),
            (nil, [:], 0, .mono), (nil, [:], -1, .mono), (nil, ["NO_COLOR": "1"], 256, .mono), (nil, ["NO_COLOR": ""], 256, .indexed256),
            (.ansi16, [:], 256, .ansi16), (.direct, [:], 256, .indexed256), (.mono, [:], 256, .mono),
            (.ansi16, ["NO_COLOR": "1"], 256, .ansi16),
        ] as [(ColorMode?, [String: String], Int, ColorMode)])
    func noMoreColoursAreUsedThanAskedForAndThere(_ wanted: ColorMode?, _ variables: [String: String], _ colors: Int, _ mode: ColorMode) {
        #expect(ColorMode.choose(wanted: wanted, environment: Self.environment(variables), colors: colors) == mode)
    }

    @Test(
        arguments: [
            (nil, ["COLORTERM": "truecolor"], true), (nil, ["COLORTERM": "24bit"], true), (nil, ["COLORTERM": "yes"], false),
            (nil, ["TMUX": "/tmp/x,1,0"], true),
            (nil, ["TERM": "xterm-direct"], true), (nil, ["TERM": "xterm-256color"], false),
            (nil, ["COLORTERM": "truecolor", "NO_COLOR": "1"], false),
            (.direct, [:], true), (.indexed256, ["COLORTERM": "truecolor"], false),
        ] as [(ColorMode?, [String: String], Bool)])
    func directColourIsTriedWhereTheTerminalSaysSo(_ wanted: ColorMode?, _ variables: [String: String], _ isTried: Bool) {
        #expect(ColorMode.wantsDirect(wanted, environment: Self.environment(variables)) == isTried)
    }

    @Test(
        arguments: [
            (["LANG": "de_CH.UTF-8"], "de_CH.UTF-8"), (["LANG": "C", "LC_ALL": "en_US.utf8"], "en_US.utf8"),
            (["LC_ALL": "", "LC_CTYPE": "C"], "C"), ([:], nil),
        ] as [([String: String], String?)])
    func theLocaleIsTheFirstThatIsSet(_ variables: [String: String], _ name: String?) {
        #expect(Self.environment(variables).locale == name)
    }

    @Test(
        arguments: [("en_US.UTF-8", true), ("C.utf8", true), (nil, true), ("C", false), ("POSIX", false), ("de_CH.ISO-8859-1", false)]
            as [(String?, Bool)])
    func utf8IsWrittenUnlessTheLocaleSaysOtherwise(_ name: String?, _ isWanted: Bool) {
        #expect(TerminalLocale.wantsUTF8(name) == isWanted)
    }
}

@Suite struct PaletteTests {
    /// xterm's 256 colours: the cube of 0, 95, 135, 175, 215, 255 from 16, the greys 8, 18 … 238 from 232.
    @Test(
        arguments: [
            (0x000000, 16), (0xFFFFFF, 231), (0xFF0000, 196), (0x0000FF, 21), (0x5F87AF, 67), (0x808080, 244), (0x080808, 232),
            (0xEEEEEE, 255),
            (0x1D2129, 235),
        ] as [(UInt32, Int32)])
    func theNearestOf256(_ rgb: UInt32, _ index: Int32) { #expect(Palette.nearest256(Color(rgb)) == index) }

    @Test(
        arguments: [(0x000000, 0), (0xFF0000, 9), (0xCC0000, 1), (0x00FF00, 10), (0xFFFFFF, 15), (0x808080, 8), (0x00CDCD, 6)]
            as [(UInt32, Int32)])
    func theNearestOf16(_ rgb: UInt32, _ index: Int32) { #expect(Palette.nearest16(Color(rgb)) == index) }
}
