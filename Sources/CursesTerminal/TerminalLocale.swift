import CNcurses
import Glibc

/// Sets the process's locale so that ncurses writes UTF-8 wherever the terminal probably takes it.
enum TerminalLocale {
    /// Whether UTF-8 is written; if not, glyphs must be ASCII.
    ///
    /// Where the named locale is not installed, or none is named, `C.UTF-8` stands in; a plain `C` that was asked for is respected.
    static func load() -> Bool {
        let isSet = headroom_set_locale(LC_ALL, "") != nil
        if isSet, isUTF8 { return true }
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variable($0) }.first
        let wantsUTF8 = name.map { $0.uppercased().contains("UTF") } ?? true
        guard wantsUTF8 || !isSet else { return false }
        return headroom_set_locale(LC_CTYPE, "C.UTF-8") != nil && isUTF8
    }

    private static var isUTF8: Bool { String(cString: headroom_codeset()).uppercased().hasPrefix("UTF-8") }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
