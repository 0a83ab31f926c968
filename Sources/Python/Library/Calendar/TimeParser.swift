/// Reads dates and times by the directives of `strptime`, as CPython's `_strptime` does.
struct TimeParser {
    /// What a text named; fields that the format did not ask for have CPython's defaults.
    struct Fields {
        /// The year.
        var year = 1900
        /// The month, from 1.
        var month = 1
        /// The day of the month, from 1.
        var day = 1
        /// The hour.
        var hour = 0
        /// The minute.
        var minute = 0
        /// The second; 60 and 61 are taken.
        var second = 0
        /// The microsecond.
        var microsecond = 0
        /// The offset from UTC in microseconds, where `%z` read one.
        var offset: Int?
        /// The name that `%Z` read, in capitals.
        var zone: String?
        /// Monday is 0.
        var weekday = 0
        /// The day of the year, from 1.
        var dayOfYear = 0
    }

    /// The text does not follow the format; CPython's words for the `ValueError`.
    struct Problem: Error, Equatable {
        /// The message.
        let message: String
    }

    private static let patterns: [Character: String] = [
        "d": "(?P<d>3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9])", "f": "(?P<f>[0-9]{1,6})", "H": "(?P<H>2[0-3]|[0-1]\\d|\\d)",
        "I": "(?P<I>1[0-2]|0[1-9]|[1-9])", "G": "(?P<G>\\d\\d\\d\\d)",
        "j": "(?P<j>36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9])", "m": "(?P<m>1[0-2]|0[1-9]|[1-9])",
        "M": "(?P<M>[0-5]\\d|\\d)", "S": "(?P<S>6[0-1]|[0-5]\\d|\\d)", "U": "(?P<U>5[0-3]|[0-4]\\d|\\d)", "w": "(?P<w>[0-6])",
        "u": "(?P<u>[1-7])", "V": "(?P<V>5[0-3]|0[1-9]|[1-4]\\d|\\d)", "W": "(?P<W>5[0-3]|[0-4]\\d|\\d)", "y": "(?P<y>\\d\\d)",
        "Y": "(?P<Y>\\d\\d\\d\\d)", "z": "(?P<z>[+-]\\d\\d:?[0-5]\\d(:?[0-5]\\d(\\.\\d{1,6})?)?|(?-i:Z))",
        "p": "(?P<p>am|pm)", "Z": "(?P<Z>utc|gmt)", "%": "%",
        "A": "(?P<A>wednesday|thursday|saturday|tuesday|monday|friday|sunday)", "a": "(?P<a>mon|tue|wed|thu|fri|sat|sun)",
        "B": "(?P<B>september|february|november|december|january|october|august|march|april|june|july|may)",
        "b": "(?P<b>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    ]

    private static let compositions: [Character: String] = ["c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"]

    /// The fields of `text` by `format`.
    static func parse(_ text: [UInt32], _ format: [UInt32]) throws -> Fields {
        let names = Names(text: quoted(text), format: quoted(format))
        let pattern = try pattern(of: format, names)
        let regex: PythonRegex
        do {
            regex = try PythonRegex(codePoints: pattern, flags: .ignoreCase)
        } catch {
            throw error.message.contains("redefinition") ? Problem(message: "\(error.text)") : Problem(message: error.text)
        }
        guard let match = try regex.match(text, mode: .match) else {
            throw Problem(message: "time data \(names.text) does not match format \(names.format)")
        }
        if match.span.upperBound != text.count {
            throw Problem(message: "unconverted data remains: \(CodePoints.string(text[match.span.upperBound...]))")
        }
        var found: [Character: String] = [:]
        for (name, group) in regex.groupNames {
            if let span = match.spans[group], let letter = name.first { found[letter] = CodePoints.string(text[span]) }
        }
        return try TimeFieldReader(found: found).fields()
    }

    private struct Names {
        let text: String
        let format: String
    }

    private static func quoted(_ text: [UInt32]) -> String { TextRepr.repr(PyStr(points: text)).string }

    private static func pattern(of format: [UInt32], _ names: Names) throws -> [UInt32] {
        var made: [UInt32] = []
        var index = 0
        while index < format.count {
            let c = format[index]
            index += 1
            if CharacterProperties.isSpace(c) {
                while index < format.count, CharacterProperties.isSpace(format[index]) { index += 1 }
                made += "\\s+".codePoints
            } else if c != 0x25 {
                if c < 128, !CharacterProperties.isAlphanumeric(c) { made.append(0x5C) }
                made.append(c)
            } else {
                guard index < format.count else { throw Problem(message: "stray % in format \(names.format)") }
                made += try directive(format[index], names)
                index += 1
            }
        }
        return made
    }

    private static func directive(_ c: UInt32, _ names: Names) throws -> [UInt32] {
        guard let scalar = Unicode.Scalar(c) else { return [] }
        let letter = Character(scalar)
        if let pattern = patterns[letter] { return pattern.codePoints }
        guard let composition = compositions[letter] else {
            throw Problem(message: "'\(letter)' is a bad directive in format \(names.format)")
        }
        return try pattern(of: composition.codePoints, names)
    }
}

/// Turns what the directives matched into fields.
private struct TimeFieldReader {
    let found: [Character: String]

    private func number(_ letter: Character) -> Int? {
        guard let text = found[letter] else { return nil }
        var value = 0
        for scalar in text.unicodeScalars {
            guard let digit = CharacterProperties.decimalDigit(scalar.value) else { continue }
            value = value * 10 + digit
        }
        return value
    }

    func fields() throws -> TimeParser.Fields {
        var made = TimeParser.Fields()
        var year = number("Y")
        if let short = number("y") { year = short <= 68 ? 2000 + short : 1900 + short }
        made.month = number("m") ?? month() ?? 1
        made.day = number("d") ?? 1
        made.minute = number("M") ?? 0
        made.second = number("S") ?? 0
        if let digits = found["f"] { made.microsecond = (number("f") ?? 0) * Self.power(6 - digits.unicodeScalars.count) }
        readHour(&made)
        if let zone = found["z"] { (made.offset, made.zone) = (Self.offset(zone), nil) }
        if let name = found["Z"] { made.zone = name.uppercased() }
        try readDate(&made, year)
        return made
    }

    private static func power(_ count: Int) -> Int { (0..<max(0, count)).reduce(1) { value, _ in value * 10 } }

    private func month() -> Int? {
        guard let name = (found["B"] ?? found["b"])?.lowercased().prefix(3) else { return nil }
        return TimeFormatter.months.firstIndex { $0.lowercased().hasPrefix(name) }.map { $0 + 1 }
    }

    private func readHour(_ made: inout TimeParser.Fields) {
        if let hour = number("H") { made.hour = hour }
        guard let hour = number("I") else { return }
        let isAfternoon = found["p"]?.lowercased() == "pm"
        made.hour = hour % 12 + (isAfternoon ? 12 : 0)
    }

    private func weekday() -> Int? {
        if let name = (found["A"] ?? found["a"])?.lowercased().prefix(3) {
            return TimeFormatter.days.firstIndex { $0.lowercased().hasPrefix(name) }
        }
        if let sunday = number("w") { return (sunday + 6) % 7 }
        return number("u").map { $0 - 1 }
    }

    private func readDate(_ made: inout TimeParser.Fields, _ year: Int?) throws {
        let weekday = weekday()
        if let isoYear = number("G") {
            guard let week = number("V"), let weekday else {
                throw TimeParser.Problem(
                    message: "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                        + "('%A', '%a', '%w', or '%u').")
            }
            // A week that the year does not have runs on into the next one, as in CPython.
            let ordinal = CalendarDate.isoWeekOneMonday(of: isoYear) + (week - 1) * 7 + weekday
            guard ordinal >= 1, ordinal <= CalendarDate.lastOrdinal else {
                throw TimeParser.Problem(message: ordinal < 1 ? "ordinal must be >= 1" : "year 10000 is out of range")
            }
            return set(&made, CalendarDate(ordinal: ordinal))
        }
        if number("V") != nil {
            throw TimeParser.Problem(
                message: year == nil || weekday == nil
                    ? "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                        + "('%A', '%a', '%w', or '%u')."
                    : "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
        }
        // 1900 is no leap year, so that a lone February 29 is read in 1904 first.
        let isLeapDay = year == nil && made.month == 2 && made.day == 29
        made.year = year ?? 1900
        if let julian = julianDay(weekday, year) {
            let start = CalendarDate(year: made.year, month: 1, day: 1).ordinal
            return set(&made, CalendarDate(ordinal: start + julian - 1))
        }
        if isLeapDay { made.year = 1900 }
        let day = CalendarDate(year: made.year, month: made.month, day: made.day)
        guard day.problem == nil else { throw TimeParser.Problem(message: day.problem ?? "") }
        made.weekday = weekday ?? day.weekday
        made.dayOfYear = day.dayOfYear
    }

    private func julianDay(_ weekday: Int?, _ year: Int?) -> Int? {
        if let day = number("j") { return day }
        guard let year, let weekday, let week = number("U") ?? number("W") else { return nil }
        let startsMonday = number("U") == nil
        var first = CalendarDate(year: year, month: 1, day: 1).weekday
        var day = weekday
        if !startsMonday {
            first = (first + 1) % 7
            day = (weekday + 1) % 7
        }
        let weekZeroLength = (7 - first) % 7
        return week == 0 ? 1 + day - first : 1 + weekZeroLength + 7 * (week - 1) + day
    }

    private func set(_ made: inout TimeParser.Fields, _ day: CalendarDate) {
        made.year = day.year
        made.month = day.month
        made.day = day.day
        made.weekday = day.weekday
        made.dayOfYear = day.dayOfYear
    }

    private static func offset(_ text: String) -> Int {
        if text == "Z" { return 0 }
        let digits = text.filter { $0 != ":" && $0 != "+" && $0 != "-" }
        let parts = digits.split(separator: ".", maxSplits: 1)
        let clock = Array(parts[0])
        func pair(_ at: Int) -> Int { at + 1 < clock.count ? Int(String(clock[at...at + 1])) ?? 0 : 0 }
        var value = (pair(0) * 3600 + pair(2) * 60 + pair(4)) * 1_000_000
        if parts.count > 1 { value += (Int(parts[1]) ?? 0) * power(6 - parts[1].count) }
        return text.hasPrefix("-") ? -value : value
    }
}
