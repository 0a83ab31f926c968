import Python

/// Reads the ISO forms of dates and times from the left.
struct TemporalReader {
    /// What is wrong, in the parser's words.
    struct Problem: Error {
        let text: String
        var isYearZero = false
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { index >= bytes.count }

    private func digits(_ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[start..<(start + count)] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    mutating func date() throws(Problem) -> CalendarDate {
        guard bytes.count >= 10 else { throw Problem(text: "input is too short") }
        guard let year = digits(0, 4) else { throw Problem(text: "invalid character in year") }
        guard bytes[4] == UInt8(ascii: "-") else { throw Problem(text: "invalid date separator, expected `-`") }
        guard let month = digits(5, 2) else { throw Problem(text: "invalid character in month") }
        guard bytes[7] == UInt8(ascii: "-") else { throw Problem(text: "invalid date separator, expected `-`") }
        guard let day = digits(8, 2) else { throw Problem(text: "invalid character in day") }
        guard year > 0 else { throw Problem(text: "year 0 is out of range", isYearZero: true) }
        guard (1...12).contains(month) else { throw Problem(text: "month value is outside expected range of 1-12") }
        guard day >= 1, day <= CalendarDate.days(inMonth: month, of: year) else {
            throw Problem(text: "day value is outside expected range")
        }
        index = 10
        return CalendarDate(year: year, month: month, day: day)
    }

    mutating func separator() throws(Problem) {
        if isAtEnd { throw Problem(text: "input is too short") }
        guard "Tt _".utf8.contains(bytes[index]) else {
            throw Problem(text: "invalid datetime separator, expected `T`, `t`, `_` or space")
        }
        index += 1
    }

    mutating func time() throws(Problem) -> ClockTime {
        guard bytes.count >= index + 5 else { throw Problem(text: "input is too short") }
        guard let hour = digits(index, 2) else { throw Problem(text: "invalid character in hour") }
        guard bytes[index + 2] == UInt8(ascii: ":") else { throw Problem(text: "invalid time separator, expected `:`") }
        guard let minute = digits(index + 3, 2) else { throw Problem(text: "invalid character in minute") }
        guard hour < 24 else { throw Problem(text: "hour value is outside expected range of 0-23") }
        guard minute < 60 else { throw Problem(text: "minute value is outside expected range of 0-59") }
        index += 5
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return ClockTime(hour: hour, minute: minute) }
        guard let second = digits(index + 1, 2) else { throw Problem(text: "invalid character in second") }
        guard second < 60 else { throw Problem(text: "second value is outside expected range of 0-59") }
        index += 3
        return ClockTime(hour: hour, minute: minute, second: second, microsecond: try fraction())
    }

    private mutating func fraction() throws(Problem) -> Int {
        guard index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") else { return 0 }
        index += 1
        var value = 0, count = 0
        while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
            if count < 6 { value = value * 10 + Int(bytes[index] - 0x30) }
            count += 1
            index += 1
        }
        guard count > 0 else { throw Problem(text: "second fraction digits missing after `.`") }
        while count < 6 {
            value *= 10
            count += 1
        }
        return value
    }

    /// The offset in seconds; nil where there is none.
    mutating func zone() throws(Problem) -> Int? {
        guard index < bytes.count else { return nil }
        let sign: Int
        switch bytes[index] {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"):
            index += 1
            return 0
        case UInt8(ascii: "+"): sign = 1
        case UInt8(ascii: "-"): sign = -1
        default: throw Problem(text: "invalid timezone sign")
        }
        guard let hours = digits(index + 1, 2) else { throw Problem(text: "invalid timezone hour") }
        var next = index + 3
        if next < bytes.count, bytes[next] == UInt8(ascii: ":") { next += 1 }
        guard let minutes = digits(next, 2) else { throw Problem(text: "invalid timezone minute") }
        guard minutes < 60 else { throw Problem(text: "timezone minute value is outside expected range of 0-59") }
        guard hours < 24 else { throw Problem(text: "timezone offset must be less than 24 hours") }
        index = next + 2
        return sign * (hours * 3600 + minutes * 60)
    }

    func end() throws(Problem) {
        if !isAtEnd { throw Problem(text: "unexpected extra characters at the end of the input") }
    }
}
