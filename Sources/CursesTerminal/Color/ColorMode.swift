/// How many colours are used.
///
/// With `mono`, only attributes tell things apart, so that the theme must be one without colours.
public enum ColorMode: String, Sendable, CaseIterable {
    /// 24 bits.
    case direct
    /// xterm's 256.
    case indexed256
    /// The 16 of ANSI.
    case ansi16
    /// The first 8 of them.
    case ansi8
    /// None.
    case mono

    /// The mode for a terminal of so many colours: what is asked for, but no more than it has.
    ///
    /// - Parameters:
    ///   - wanted: What the command line asks for; it has precedence over `NO_COLOR`.
    ///   - colors: The terminal's `colors` capability; 0 where it has none.
    public static func choose(wanted: ColorMode?, environment: TerminalEnvironment, colors: Int) -> ColorMode {
        let able: ColorMode =
            colors > 256 ? .direct : colors == 256 ? .indexed256 : colors >= 16 ? .ansi16 : colors >= 8 ? .ansi8 : .mono
        guard let wanted = wanted ?? (environment.isWithoutColor ? .mono : nil) else { return able }
        let order = allCases
        guard let asked = order.firstIndex(of: wanted), let most = order.firstIndex(of: able) else { return able }
        return order[max(asked, most)]
    }

    /// Whether 24-bit colours are tried: asked for, or neither refused nor limited and the terminal says that it takes them.
    public static func wantsDirect(_ wanted: ColorMode?, environment: TerminalEnvironment) -> Bool {
        if let wanted { return wanted == .direct }
        if environment.isWithoutColor { return false }
        if let color = environment.colorTerm?.lowercased(), color == "truecolor" || color == "24bit" { return true }
        return environment.isTmux || environment.type.hasSuffix("-direct")
    }
}
