import Glibc
import Testing

/// A terminal pair: the test holds the side of the screen and the keyboard.
final class PseudoTerminal {
    let screen: Int32
    let program: Int32

    init(columns: UInt16 = 40, rows: UInt16 = 10) throws {
        var screen: Int32 = -1, program: Int32 = -1
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&screen, &program, nil, nil, &size) == 0)
        self.screen = screen
        self.program = program
    }

    deinit {
        close(screen)
        close(program)
    }

    /// Where another process opens the program's side.
    var path: String? { ttyname(program).map { String(cString: $0) } }

    func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(screen, UInt(TIOCSWINSZ), &size)
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(screen, bytes, bytes.count)
    }

    /// Everything that was written to the screen so far.
    func written() -> String {
        var all: [UInt8] = [], buffer = [UInt8](repeating: 0, count: 65536)
        var source = pollfd(fd: screen, events: Int16(POLLIN), revents: 0)
        while poll(&source, 1, 50) > 0, source.revents & Int16(POLLIN) != 0 {
            let count = read(screen, &buffer, buffer.count)
            guard count > 0 else { break }
            all += buffer[..<count]
        }
        return String(decoding: all, as: UTF8.self)
    }

    /// Whether input is given line by line and echoed, as before and after a program.
    var isCooked: Bool {
        var modes = termios()
        guard tcgetattr(program, &modes) == 0 else { return false }
        return modes.c_lflag & UInt32(ICANON) != 0 && modes.c_lflag & UInt32(ECHO) != 0
    }
}
