import CellUI

/// The escape sequences that switch on what the interface needs of a terminal, and off again.
enum TerminalModes {
    /// Reports of the mouse: presses, drags and the wheel, in SGR form.
    static let mouseOn = "\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h"
    static let mouseOff = "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l"

    /// Bracketed paste, focus reports, and keys such as Ctrl-Enter in a form of their own (modifyOtherKeys 1).
    static let take = "\u{1b}[?2004h\u{1b}[?1004h\u{1b}[>4;1m"
    static let giveBack = "\u{1b}[>4;0m" + mouseOff + "\u{1b}[?1004l\u{1b}[?2004l"

    /// The window's title is kept by the terminal and put back (xterm's title stack).
    static let keepTitle = "\u{1b}[22;0t"
    static let restoreTitle = "\u{1b}[23;0t"

    /// What a crash must write: everything off, the other screen, the cursor, plain text.
    static let crash = giveBack + restoreTitle + "\u{1b}[?1049l\u{1b}[?25h\u{1b}[0m\r\n"

    /// Sets the window's title; control characters are left out.
    static func title(_ text: String) -> String {
        let safe = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }))
        return "\u{1b}]2;\(safe)\u{07}"
    }

    /// Asks the terminal to put bytes into the clipboard (OSC 52).
    static func copy(base64: String) -> String { "\u{1b}]52;c;\(base64)\u{07}" }
}
