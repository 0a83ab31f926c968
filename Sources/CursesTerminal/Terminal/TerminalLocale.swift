import CNcurses
import Glibc

/// Sets the process's locale so that ncurses writes UTF-8 wherever the terminal probably takes it.
enum TerminalLocale {
    /// Whether UTF-8 is written; if not, glyphs must be ASCII.
    ///
    /// Where the named locale is not installed, or none is named, `C.UTF-8` stands in; a plain `C` that was asked for is respected.
    static func load(_ environment: TerminalEnvironment) -> Bool {
        let isSet = headroom_set_locale(LC_ALL, "") != nil
        if isSet, isUTF8 { return true }
        guard wantsUTF8(environment.locale) || !isSet else { return false }
        return headroom_set_locale(LC_CTYPE, "C.UTF-8") != nil && isUTF8
    }

    /// Whether a locale's name asks for UTF-8; where none is named, nothing speaks against it.
    static func wantsUTF8(_ name: String?) -> Bool { name.map { $0.uppercased().contains("UTF") } ?? true }

    private static var isUTF8: Bool { String(cString: headroom_codeset()).uppercased().hasPrefix("UTF-8") }
}
