import Python

/// Reads the ISO forms of dates and times from the left (speedate 0.17 `date.rs`, `time.rs`).
struct TemporalReader {
    /// What is wrong, in the parser's words.
    struct Problem: Error {
        let text: String

        init(_ text: String) { self.text = text }

        static let tooShort = Problem("input is too short")
        static let extraCharacters = Problem("unexpected extra characters at the end of the input")
        static let hour = Problem("invalid character in hour")
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private var isAtEnd: Bool { index >= bytes.count }

    /// Takes two digits.
    private mutating func pair(_ part: String) throws(Problem) -> Int {
        guard index + 1 < bytes.count, let tens = Self.digit(bytes[index]), let ones = Self.digit(bytes[index + 1]) else {
            throw Problem("invalid \(part)")
        }
        index += 2
        return tens * 10 + ones
    }

    private static func digit(_ byte: UInt8) -> Int? { byte >= 0x30 && byte <= 0x39 ? Int(byte - 0x30) : nil }

    /// A day; one of the year 0 is read too, though no date can hold it.
    mutating func date() throws(Problem) -> CalendarDate {
        guard bytes.count >= 10 else { throw .tooShort }
        let year = try pair("character in year") * 100 + pair("character in year")
        try dash()
        let month = try pair("character in month")
        try dash()
        let day = try pair("character in day")
        guard (1...12).contains(month) else { throw Problem("month value is outside expected range of 1-12") }
        guard day >= 1, day <= CalendarDate.days(inMonth: month, of: year) else {
            throw Problem("day value is outside expected range")
        }
        return CalendarDate(year: year, month: month, day: day)
    }

    private mutating func dash() throws(Problem) {
        guard bytes[index] == UInt8(ascii: "-") else { throw Problem("invalid date separator, expected `-`") }
        index += 1
    }

    /// The character between date and time.
    mutating func separator() throws(Problem) {
        guard !isAtEnd, "Tt _".utf8.contains(bytes[index]) else {
            throw Problem("invalid datetime separator, expected `T`, `t`, `_` or space")
        }
        index += 1
    }

    /// A time of day; digits of a second's fraction behind the sixth are left out.
    mutating func time() throws(Problem) -> ClockTime {
        guard bytes.count >= index + 5 else { throw .tooShort }
        let hour = try pair("character in hour")
        guard bytes[index] == UInt8(ascii: ":") else { throw Problem("invalid time separator, expected `:`") }
        index += 1
        let minute = try pair("character in minute")
        guard hour < 24 else { throw Problem("hour value is outside expected range of 0-23") }
        guard minute < 60 else { throw Problem("minute value is outside expected range of 0-59") }
        guard !isAtEnd, bytes[index] == UInt8(ascii: ":") else { return ClockTime(hour: hour, minute: minute) }
        index += 1
        let second = try pair("character in second")
        guard second < 60 else { throw Problem("second value is outside expected range of 0-59") }
        return ClockTime(hour: hour, minute: minute, second: second, microsecond: try fraction())
    }

    private mutating func fraction() throws(Problem) -> Int {
        guard !isAtEnd, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") else { return 0 }
        index += 1
        var value = 0, count = 0
        while !isAtEnd, let digit = Self.digit(bytes[index]) {
            if count < 6 { value = value * 10 + digit }
            count += 1
            index += 1
        }
        guard count > 0 else { throw Problem("second fraction digits missing after `.`") }
        while count < 6 {
            value *= 10
            count += 1
        }
        return value
    }

    /// The offset in seconds; nil where there is none.
    mutating func zone() throws(Problem) -> Int? {
        if isAtEnd { return nil }
        let mark = bytes[index]
        if mark == UInt8(ascii: "Z") || mark == UInt8(ascii: "z") {
            index += 1
            return 0
        }
        let sign = try self.sign()
        let hours = try pair("timezone hour")
        if !isAtEnd, bytes[index] == UInt8(ascii: ":") { index += 1 }
        let minutes = try pair("timezone minute")
        guard minutes < 60 else { throw Problem("timezone minute value is outside expected range of 0-59") }
        guard hours < 24 else { throw Problem("timezone offset must be less than 24 hours") }
        return sign * (hours * 3600 + minutes * 60)
    }

    /// A sign; the minus of Unicode counts as one.
    private mutating func sign() throws(Problem) -> Int {
        let minus = Array("\u{2212}".utf8)
        if bytes[index...].starts(with: minus) {
            index += minus.count
            return -1
        }
        guard let sign = [UInt8(ascii: "+"): 1, UInt8(ascii: "-"): -1][bytes[index]] else { throw Problem("invalid timezone sign") }
        index += 1
        return sign
    }

    func end() throws(Problem) { if !isAtEnd { throw .extraCharacters } }
}
