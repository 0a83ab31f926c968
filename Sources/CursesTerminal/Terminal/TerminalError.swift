/// Why there is no terminal to draw on.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
    /// Standard input or output is no terminal.
    case notATerminal
    /// `TERM` names a terminal that can do nothing, or is not set.
    case dumb(String)
    /// The terminal's description is not installed.
    case unknown(String)

    public var description: String {
        switch self {
        case .notATerminal:
            """
            the playground needs a terminal for input and output; without one use `headroom serve FILE` or \
            `headroom send FILE METHOD TARGET`
            """
        case .dumb(let name):
            """
            \(name.isEmpty ? "TERM is not set" : "TERM is \"\(name)\""), so that text cannot be placed; use another terminal, \
            `headroom --plain`, or `headroom serve` and `headroom send`
            """
        case .unknown(let name):
            """
            there is no description of the terminal "\(name)" on this computer; install it (on Debian: ncurses-term), or try \
            TERM=xterm-256color headroom
            """
        }
    }
}
