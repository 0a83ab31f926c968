import CNcurses
import CellUI
import Glibc

/// Takes the terminal, puts grids on it, and gives it back; belongs to the thread that made it.
///
/// The terminal is given back by `close`, when the value goes, when the process exits, and by a handler when it crashes.
public final class Terminal {
    private let screen: OpaquePointer
    private let output: Int32
    /// The colours that are used.
    public let mode: ColorMode
    /// Whether the terminal takes UTF-8; if not, everything is drawn in ASCII.
    public let isUTF8: Bool
    /// Whether the mouse is ours; if not, the terminal selects text with it.
    public private(set) var hasMouse = true
    private var isOpen = true
    private var painter: CellPainter
    private var shown: Grid?
    private var line: [cchar_t] = []

    /// Takes the terminal; throws `TerminalError` where there is none that can be drawn on.
    ///
    /// - Parameters:
    ///   - wanted: The most colours to use; nil uses what the terminal has and `NO_COLOR` allows.
    ///   - input: Where keys come from.
    ///   - output: Where the screen goes.
    public init(
        mode wanted: ColorMode? = nil, input: Int32 = 0, output: Int32 = 1, environment: TerminalEnvironment = .process
    ) throws(TerminalError) {
        guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
        if environment.type.isEmpty || environment.type == "dumb" { throw .dumb(environment.type) }
        isUTF8 = TerminalLocale.load(environment)
        _ = headroom_guard_begin(input, output, TerminalModes.crash)
        guard let screen = Self.open(wanted, environment, input, output) else {
            headroom_guard_end()
            throw .unknown(environment.type)
        }
        self.screen = screen
        self.output = output
        set_term(screen)
        guard headroom_string("cup") != nil else {
            endwin()
            delscreen(screen)
            headroom_guard_end()
            throw .dumb(environment.type)
        }
        Self.prepare()
        mode = Self.startColors(wanted, environment)
        painter = CellPainter(mode: mode, isUTF8: isUTF8)
        write(TerminalModes.keepTitle + TerminalModes.take + TerminalModes.mouseOn)
    }

    deinit { close() }

    private static func open(_ wanted: ColorMode?, _ environment: TerminalEnvironment, _ input: Int32, _ output: Int32) -> OpaquePointer? {
        if ColorMode.wantsDirect(wanted, environment: environment) {
            let direct = DirectColor.installed(for: environment.type, descriptor: output) { headroom_newterm($0, input, output) }
            if let direct { return direct }
        }
        return headroom_newterm(environment.type, input, output)
    }

    private static func prepare() {
        raw()
        noecho()
        nonl()
        // Keys are decoded by `InputDecoder`; curses only draws.
        keypad(headroom_stdscr(), false)
        curs_set(0)
        leaveok(headroom_stdscr(), true)
    }

    private static func startColors(_ wanted: ColorMode?, _ environment: TerminalEnvironment) -> ColorMode {
        guard has_colors() else { return .mono }
        let mode = ColorMode.choose(wanted: wanted, environment: environment, colors: Int(headroom_number("colors")))
        if mode != .mono {
            start_color()
            use_default_colors()
        }
        return mode
    }

    // MARK: Size

    /// Columns and rows as they are now.
    public var size: (columns: Int, rows: Int) { (Int(headroom_columns()), Int(headroom_lines())) }

    /// Takes over a new size of the window; false where it did not change.
    public func resize() -> Bool {
        var rows: Int32 = 0, columns: Int32 = 0
        guard headroom_window_size(output, &rows, &columns) == 1, is_term_resized(rows, columns) else { return false }
        resizeterm(rows, columns)
        shown = nil
        return true
    }

    // MARK: Giving back

    /// Gives the terminal back as it was; nothing can be drawn afterwards.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        write(TerminalModes.giveBack + TerminalModes.restoreTitle)
        endwin()
        delscreen(screen)
        headroom_guard_end()
    }

    /// Gives the terminal back for a while, to stop or to run another program in it.
    public func suspend() {
        guard isOpen else { return }
        write(TerminalModes.giveBack)
        endwin()
    }

    /// Takes it again, also where another program changed its modes; the next grid is drawn whole.
    public func resume() {
        guard isOpen else { return }
        reset_prog_mode()
        write(TerminalModes.take + (hasMouse ? TerminalModes.mouseOn : ""))
        clearok(headroom_curscr(), true)
        shown = nil
    }

    // MARK: Requests

    /// Takes the mouse, or leaves it to the terminal's own selection.
    public func setMouse(_ isOurs: Bool) {
        hasMouse = isOurs
        write(isOurs ? TerminalModes.mouseOn : TerminalModes.mouseOff)
    }

    /// Asks the terminal to put a text into the clipboard (OSC 52); not all do.
    public func copy(_ text: String) { copy(base64: Base64.encode(text.utf8)) }

    /// The same for a text that is in Base64 already.
    public func copy(base64: String) { write(TerminalModes.copy(base64: base64)) }

    /// Sets the window's title until the terminal is given back.
    public func setTitle(_ text: String) { write(TerminalModes.title(text)) }

    private func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    // MARK: Drawing

    /// Puts a grid on the screen; only cells that changed since the last one are handed to curses.
    public func present(_ grid: Grid) {
        guard isOpen else { return }
        let size = size
        for change in grid.changes(since: shown) where change.row < size.rows {
            line.removeAll(keepingCapacity: true)
            let start = change.row * grid.columns
            let columns = change.columns.clamped(to: 0..<size.columns)
            for cell in grid.row(change.row)[(start + columns.lowerBound)..<(start + columns.upperBound)] where cell.width != 0 {
                painter.append(cell, to: &line)
            }
            _ = headroom_put_cells(Int32(change.row), Int32(columns.lowerBound), line, Int32(line.count))
        }
        wnoutrefresh(headroom_stdscr())
        doupdate()
        shown = grid
    }
}
