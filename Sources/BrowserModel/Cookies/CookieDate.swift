import HTTPMessages

/// The dates of the Expires attribute (RFC 6265bis §5.1.1), read as leniently as browsers read them.
enum CookieDate {
    /// Milliseconds since 1970, or nil where day, month, year or time is missing or impossible.
    static func parse(_ text: String, profile: EngineRules) -> Int? {
        if profile.has(.netscapeDates) { return NetscapeDate.parse(text) }
        let isPlain = profile.has(.plainDateNumbers)
        var time: (hour: Int, minute: Int, second: Int)?
        var day: Int?
        var month: Int?
        var year: Int?
        for token in text.utf8.split(whereSeparator: isDelimiter) {
            let token = Array(token)
            if time == nil, let found = clock(token, isPlain: isPlain) {
                time = found
            } else if day == nil, let number = number(token, digits: 1...2, isPlain: isPlain) {
                day = number
            } else if month == nil, let found = self.month(token) {
                month = found
            } else if year == nil, let number = number(token, digits: isPlain ? 1...5 : 2...4, isPlain: isPlain) {
                year = (70...99).contains(number) ? number + 1900 : (0...69).contains(number) ? number + 2000 : number
            }
        }
        guard let time, let day, let month, let year, year >= 1601 || isPlain else { return nil }
        guard time.hour < 24, time.minute < 60, time.second < 60, (1...days(in: month, of: year)).contains(day) else { return nil }
        let seconds = daysSince1970(year: year, month: month, day: day) * 86400 + time.hour * 3600 + time.minute * 60 + time.second
        return seconds * 1000
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x20...0x2F, 0x3B...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    /// A number of so many digits, which anything but a digit may follow, or nothing where numbers are plain.
    private static func number(_ token: [UInt8], digits count: ClosedRange<Int>, isPlain: Bool) -> Int? {
        let digits = token.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard count.contains(digits.count), !isPlain || digits.count == token.count else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    private static func clock(_ token: [UInt8], isPlain: Bool) -> (Int, Int, Int)? {
        let fields = token.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard isPlain ? fields.count == 3 : fields.count >= 3 else { return nil }
        // What follows the seconds may be anything, but not where numbers are plain.
        let isAlone = [true, true, isPlain]
        let numbers = zip(fields, isAlone).map { number(Array($0), digits: isPlain ? 1...9 : 1...2, isPlain: $1) }
        guard let hour = numbers[0], let minute = numbers[1], let second = numbers[2] else { return nil }
        return (hour, minute, second)
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    private static func month(_ token: [UInt8]) -> Int? {
        months.firstIndex(of: String(decoding: token.prefix(3).map(\.asciiLowercased), as: UTF8.self)).map { $0 + 1 }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar.
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
