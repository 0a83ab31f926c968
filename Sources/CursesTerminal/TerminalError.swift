/// Why there is no terminal to draw on.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
    /// Standard input or output is no terminal.
    case notATerminal
    /// `TERM` names a terminal that can do nothing.
    case dumb(String)
    /// The terminal's description is not installed.
    case unknown(String)

    public var description: String {
        switch self {
        case .notATerminal:
            "the playground needs a terminal for input and output; without one use `headroom serve FILE` or `headroom send FILE METHOD TARGET`"
        case .dumb(let name): "TERM is \"\(name)\", which cannot place text; run in another terminal, or use `headroom serve` and `headroom send`"
        case .unknown(let name): "there is no description of the terminal \"\(name)\"; try TERM=xterm-256color headroom"
        }
    }
}

/// How many colours are used.
public enum ColorMode: String, Sendable, CaseIterable {
    case direct, indexed256, ansi16, ansi8, mono
}
