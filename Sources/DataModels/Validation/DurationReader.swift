import Python

/// Reads ISO 8601 durations and `[days,] HH:MM:SS`, in microseconds.
enum DurationReader {
    typealias Problem = TemporalReader.Problem

    static func microseconds(_ text: String) throws(Problem) -> Int {
        var rest = text[...]
        var sign = 1
        if rest.first == "-" || rest.first == "+" {
            sign = rest.first == "-" ? -1 : 1
            rest.removeFirst()
        }
        guard let first = rest.first else { throw Problem(text: "input is too short") }
        if first == "P" { return sign * (try iso(rest.dropFirst())) }
        guard isDigit(first) else { throw Problem(text: "invalid digit in duration") }
        return sign * (try clock(rest))
    }

    private static func isDigit(_ character: Character) -> Bool { character >= "0" && character <= "9" }

    private static func iso(_ text: Substring) throws(Problem) -> Int {
        guard !text.isEmpty, text != "T" else { throw Problem(text: "input is too short") }
        var total = 0.0
        var isTime = false
        var number = ""
        for character in text {
            if isDigit(character) || character == "." || character == "," {
                number.append(character == "," ? "." : character)
                continue
            }
            if character == "T", number.isEmpty {
                isTime = true
                continue
            }
            let part = isTime ? "time" : "date"
            guard let value = Double(number) else { throw Problem(text: "invalid digit in duration") }
            number = ""
            guard let unit = seconds(character, isTime) else { throw Problem(text: "quantity invalid in \(part) part of duration") }
            total += value * unit
            if total > 86_399_999_913_600 { throw Problem(text: "a numeric value in the duration is too large") }
        }
        guard number.isEmpty else { throw Problem(text: "quantity invalid in \(isTime ? "time" : "date") part of duration") }
        return Int((total * 1_000_000).rounded())
    }

    private static func seconds(_ unit: Character, _ isTime: Bool) -> Double? {
        switch (unit, isTime) {
        case ("Y", false): 365 * 86400
        case ("M", false): 30 * 86400
        case ("W", false): 7 * 86400
        case ("D", false): 86400
        case ("H", true): 3600
        case ("M", true): 60
        case ("S", true): 1
        default: nil
        }
    }

    private static func clock(_ text: Substring) throws(Problem) -> Int {
        let count = text.prefix(while: isDigit)
        let behind = text.dropFirst(count.count)
        if behind.first == ":" { return try time(text) }
        var rest = behind.drop { $0 == " " }
        guard rest.first == "d" || rest.first == "D" else {
            if behind.isEmpty || behind.first == "." { throw Problem(text: "\"day\" identifier in duration not correctly formatted") }
            throw Problem(text: "invalid character in hour")
        }
        let word = rest.prefix { $0.isLetter }.lowercased()
        guard ["d", "day", "days"].contains(word) else { throw Problem(text: "\"day\" identifier in duration not correctly formatted") }
        guard let days = Int(count), days <= 999_999_999 else { throw Problem(text: "a numeric value in the duration is too large") }
        rest = rest.dropFirst(word.count).drop { $0 == "," || $0 == " " }
        return days * 86_400_000_000 + (rest.isEmpty ? 0 : try time(rest))
    }

    /// Hours may be more than a day has.
    private static func time(_ text: Substring) throws(Problem) -> Int {
        let hours = text.prefix(while: isDigit)
        guard hours.count > 2 || (Int(hours) ?? 0) > 23 else {
            var reader = TemporalReader(String(text))
            let time = try reader.time()
            try reader.end()
            return time.microseconds
        }
        guard let count = Int(hours), count < 24_000_000_000 else { throw Problem(text: "a numeric value in the duration is too large") }
        var reader = TemporalReader("00" + text.dropFirst(hours.count))
        let time = try reader.time()
        try reader.end()
        return count * 3_600_000_000 + time.microseconds
    }
}
