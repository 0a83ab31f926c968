import CNcurses
import CellUI
import Glibc

/// Takes the terminal, puts grids on it, and gives it back; belongs to the thread that made it.
public final class Terminal {
    private let screen: OpaquePointer
    public let mode: ColorMode
    /// Whether the terminal takes UTF-8; if not, everything is drawn in ASCII.
    public let isUTF8: Bool
    private var pairs: [UInt64: Int32] = [:]
    private var shown: Grid?

    private static let take = "\u{1b}[?2004h\u{1b}[?1004h\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h\u{1b}[>4;1m"
    private static let giveBack = "\u{1b}[>4;0m\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l\u{1b}[?1004l\u{1b}[?2004l"

    /// Takes the terminal; throws `TerminalError` where there is none that can be drawn on.
    public init(mode wanted: ColorMode? = nil) throws(TerminalError) {
        guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
        let type = getenv("TERM").map { String(cString: $0) } ?? ""
        if type.isEmpty || type == "dumb" { throw .dumb(type) }
        headroom_guard_crashes()
        isUTF8 = TerminalLocale.load()
        let noColor = getenv("NO_COLOR").map { strlen($0) > 0 } ?? false
        let asked = wanted ?? (noColor ? .mono : nil)
        let wantsDirect = asked == .direct || (asked == nil && DirectColor.isWanted)
        let direct = wantsDirect ? DirectColor.install().flatMap { headroom_newterm($0) } : nil
        if direct == nil, wantsDirect { unsetenv("TERMINFO") }
        guard let screen = direct ?? headroom_newterm(nil) else { throw .unknown(type) }
        self.screen = screen
        set_term(screen)
        raw()
        noecho()
        nonl()
        keypad(headroom_stdscr(), false)
        curs_set(0)
        leaveok(headroom_stdscr(), true)
        mode = Self.startColors(asked)
        write(Self.take)
    }

    private static func startColors(_ wanted: ColorMode?) -> ColorMode {
        guard wanted != .mono, has_colors() else { return .mono }
        start_color()
        use_default_colors()
        let count = headroom_colors()
        let able: ColorMode = count > 256 ? .direct : count >= 256 ? .indexed256 : count >= 16 ? .ansi16 : count >= 8 ? .ansi8 : .mono
        let order = ColorMode.allCases
        guard let wanted, let a = order.firstIndex(of: wanted), let b = order.firstIndex(of: able) else { return able }
        return order[max(a, b)]
    }

    /// Columns and rows as they are now.
    public var size: (columns: Int, rows: Int) { (Int(headroom_columns()), Int(headroom_lines())) }

    /// Takes over a new size of the window; false where it did not change.
    public func resize() -> Bool {
        var rows: Int32 = 0, columns: Int32 = 0
        guard headroom_window_size(&rows, &columns) == 1, is_term_resized(rows, columns) else { return false }
        resizeterm(rows, columns)
        shown = nil
        return true
    }

    /// Gives the terminal back as it was.
    public func close() {
        write(Self.giveBack)
        endwin()
        headroom_release_crashes()
    }

    /// Gives the terminal back for a while.
    public func suspend() {
        write(Self.giveBack)
        endwin()
    }

    /// Takes it again and draws everything anew with the next grid.
    public func resume() {
        write(Self.take)
        clearok(headroom_curscr(), true)
        shown = nil
    }

    /// Asks the terminal to put a text into the clipboard (OSC 52).
    public func copy(base64: String) { write("\u{1b}]52;c;\(base64)\u{07}") }

    private func write(_ text: String) {
        headroom_flush()
        var bytes = Array(text.utf8)
        _ = Glibc.write(1, &bytes, bytes.count)
    }

    // MARK: Drawing

    /// Puts a grid on the screen; only rows that changed are handed to curses.
    public func present(_ grid: Grid) {
        let size = size
        var line: [cchar_t] = []
        for y in 0..<min(grid.rows, size.rows) {
            if let shown, shown.columns == grid.columns, shown.rows == grid.rows, shown.row(y) == grid.row(y) { continue }
            line.removeAll(keepingCapacity: true)
            for cell in grid.row(y).prefix(size.columns) where cell.width != 0 { append(cell, to: &line) }
            _ = headroom_put_cells(Int32(y), 0, line, Int32(line.count))
        }
        wnoutrefresh(headroom_stdscr())
        doupdate()
        shown = grid
    }

    private func append(_ cell: Cell, to line: inout [cchar_t]) {
        var packed = cchar_t()
        let scalars = isUTF8 ? Array(cell.text.unicodeScalars.prefix(5)) : [ASCIIFallback.scalar(for: cell.text)]
        let text = scalars.map { wchar_t($0.value) } + [0]
        _ = headroom_setcchar(&packed, text, attributes(cell.style), pair(cell.style))
        line.append(packed)
        if !isUTF8, cell.width == 2 { line.append(packed) }
    }

    private func attributes(_ style: Style) -> attr_t {
        var result: attr_t = 0
        if style.attributes.contains(.bold) { result |= headroom_bold() }
        if style.attributes.contains(.dim) { result |= headroom_dim() }
        if style.attributes.contains(.italic) { result |= headroom_italic() }
        if style.attributes.contains(.underline) { result |= headroom_underline() }
        if style.attributes.contains(.reverse) { result |= headroom_reverse() }
        return result
    }

    private func pair(_ style: Style) -> Int32 {
        if mode == .mono { return 0 }
        let foreground = index(style.foreground), background = index(style.background)
        if foreground == -1, background == -1 { return 0 }
        let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
        if let known = pairs[key] { return known }
        let next = Int32(pairs.count + 1)
        guard next < headroom_color_pairs(), init_extended_pair(next, foreground, background) == OK else { return 0 }
        pairs[key] = next
        return next
    }

    private func index(_ color: Color?) -> Int32 {
        guard let color else { return -1 }
        return switch mode {
        case .direct: Int32(color.rgb)
        case .indexed256: Palette.nearest256(color)
        case .ansi16: Palette.nearest16(color)
        case .ansi8: Palette.nearest16(color) & 7
        case .mono: -1
        }
    }
}

/// What is drawn where the terminal takes only ASCII.
enum ASCIIFallback {
    static func scalar(for character: Character) -> Unicode.Scalar {
        if let ascii = character.asciiValue { return Unicode.Scalar(ascii) }
        return switch character {
        case "─", "━", "−", "—": "-"
        case "│", "┃", "▏": "|"
        case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼": "+"
        case "✓": "y"
        case "✗": "n"
        case "▸", "→": ">"
        case "•": "*"
        case "●": "o"
        case "⚠": "!"
        case "…": "."
        default: "?"
        }
    }
}
