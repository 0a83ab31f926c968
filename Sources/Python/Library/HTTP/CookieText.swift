/// The text of cookies as CPython's `http.cookies` writes and reads it.
public enum CookieText {
    /// Why a cookie cannot be written; `message` has the words of `http.cookies.CookieError`.
    public struct Problem: Error, Equatable {
        /// The message.
        public let message: String
    }

    private static let legal: Set<UInt8> = Set(
        Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~:".utf8))
    private static let plain: Set<UInt8> = legal.union(Array(" ()/<=>?@[]{}".utf8))
    /// The attributes of a cookie and how they are written.
    static let reserved: [(key: String, name: String)] = [
        ("expires", "expires"), ("path", "Path"), ("comment", "Comment"), ("domain", "Domain"), ("max-age", "Max-Age"),
        ("secure", "Secure"),
        ("httponly", "HttpOnly"), ("version", "Version"), ("samesite", "SameSite"),
    ]

    /// Checks the name of a cookie (`http.cookies.Morsel.set`).
    public static func check(name: PyStr) throws(Problem) {
        if reserved.contains(where: { $0.key == name.string.lowercased() }) {
            throw Problem(message: "Attempt to set a reserved key \(TextRepr.repr(name).string)")
        }
        if name.isEmpty || !name.utf8.allSatisfy(legal.contains) {
            throw Problem(message: "Illegal key \(TextRepr.repr(name).string)")
        }
    }

    /// A value bare, or in quotes with octal escapes where it needs them (`http.cookies._quote`).
    public static func quote(_ value: PyStr) -> PyStr {
        if !value.isEmpty, value.utf8.allSatisfy(legal.contains) { return value }
        var made: [UInt8] = [0x22]
        for point in value.points {
            switch point {
            case 0x22: made += [0x5C, 0x22]
            case 0x5C: made += [0x5C, 0x5C]
            case 0..<128 where plain.contains(UInt8(point)): made.append(UInt8(point))
            case 0..<256:
                made.append(0x5C)
                for shift in [6, 3, 0] as [UInt32] { made.append(0x30 + UInt8(point >> shift & 7)) }
            default: CodePoints.append(point, to: &made)
            }
        }
        return PyStr(utf8: made + [0x22])
    }

    /// A value without the quotes and escapes (`http.cookies._unquote`).
    public static func unquote(_ value: PyStr) -> PyStr {
        let bytes = value.utf8
        guard bytes.count >= 2, bytes.first == 0x22, bytes.last == 0x22 else { return value }
        var made: [UInt8] = []
        var index = 1
        while index < bytes.count - 1 {
            guard bytes[index] == 0x5C, index + 1 < bytes.count - 1 else {
                made.append(bytes[index])
                index += 1
                continue
            }
            let digits = bytes[(index + 1)..<min(index + 4, bytes.count - 1)]
            if digits.count == 3, let first = digits.first, first >= 0x30, first <= 0x33, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x37 }) {
                CodePoints.append(digits.reduce(0) { $0 * 8 + UInt32($1 - 0x30) }, to: &made)
                index += 4
            } else {
                made.append(bytes[index + 1])
                index += 2
            }
        }
        return PyStr(utf8: made)
    }

    /// The line of a cookie behind `Set-Cookie: `: the name and value, then the attributes in the order of their keys
    /// (`http.cookies.Morsel.OutputString`).
    ///
    /// `attributes` has the keys of `Morsel` (`max-age`, `httponly`, …) and the texts to write; flags have an empty text. Keys without a value are left out.
    public static func line(name: PyStr, codedValue: PyStr, attributes: [(key: String, text: PyStr)]) -> PyStr {
        var made = name.utf8 + [0x3D] + codedValue.utf8
        for (key, text) in attributes.sorted(by: { $0.key < $1.key }) {
            guard let written = reserved.first(where: { $0.key == key })?.name else { continue }
            made += Array("; \(written)".utf8)
            if key != "secure", key != "httponly" { made += [0x3D] + text.utf8 }
        }
        return PyStr(utf8: made)
    }

    /// `Wdy, DD Mon YYYY HH:MM:SS GMT` of a moment in seconds since 1970, as `expires` of so many seconds from now is written.
    public static func date(_ seconds: Int) -> String {
        let days = seconds.floorDivided(86_400)
        let date = CalendarDate(ordinal: min(max(days + CalendarDate.epochOrdinal, 1), CalendarDate.lastOrdinal))
        let time = ClockTime(microseconds: (seconds - days * 86_400) * 1_000_000)
        let formatter = TimeFormatter(date: date, time: time)
        let year = Digits.pad(date.year, 4)
        return CodePoints.string(formatter.string("%a, %d %b \(year) %H:%M:%S GMT".codePoints))
    }
}
