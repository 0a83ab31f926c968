import Glibc

/// What the process's environment says about the terminal; a value, so that decisions are tested without one.
public struct TerminalEnvironment: Sendable, Hashable {
    /// `TERM`; empty where it is not set.
    public var type: String
    /// `COLORTERM`.
    public var colorTerm: String?
    /// Whether the terminal is tmux, which takes 24-bit colours and reduces them for the one around it.
    public var isTmux: Bool
    /// Whether colours are not wanted (`NO_COLOR` set to anything but nothing, no-color.org).
    public var isWithoutColor: Bool
    /// The locale's name: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set to something.
    public var locale: String?

    /// Reads variables through a function that gives nil where one is not set.
    public init(_ variable: (String) -> String?) {
        func set(_ name: String) -> String? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }
        type = variable("TERM") ?? ""
        colorTerm = set("COLORTERM")
        isTmux = set("TMUX") != nil
        isWithoutColor = set("NO_COLOR") != nil
        locale = set("LC_ALL") ?? set("LC_CTYPE") ?? set("LANG")
    }

    /// That of this process.
    public static var process: TerminalEnvironment { TerminalEnvironment { name in getenv(name).map { String(cString: $0) } } }
}
