/// A day of the proleptic Gregorian calendar, years 1 to 9999.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Makes a day without checks; see `isValid`.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day of that number, where 0001-01-01 is 1.
    public init(ordinal: Int) {
        var rest = ordinal - 1
        let cycles = rest / 146_097
        rest %= 146_097
        let centuries = min(rest / 36_524, 3)
        rest -= centuries * 36_524
        let quads = rest / 1461
        rest %= 1461
        let years = min(rest / 365, 3)
        rest -= years * 365
        let year = cycles * 400 + centuries * 100 + quads * 4 + years + 1
        var month = 1
        while rest >= Self.days(inMonth: month, of: year) {
            rest -= Self.days(inMonth: month, of: year)
            month += 1
        }
        self.init(year: year, month: month, day: rest + 1)
    }

    /// The number of 9999-12-31.
    public static let lastOrdinal = 3_652_059
    /// The number of 1970-01-01.
    public static let epochOrdinal = 719_163

    /// Whether a year has 366 days.
    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// The number of days of a month.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The number of days before January 1 of a year.
    static func daysBefore(year: Int) -> Int {
        let y = year - 1
        return y * 365 + y.floorDivided(4) - y.floorDivided(100) + y.floorDivided(400)
    }

    /// Why this is no day, in CPython's words, or nil.
    public var problem: String? {
        if year < 1 || year > 9999 { return "year \(year) is out of range" }
        if month < 1 || month > 12 { return "month must be in 1..12" }
        if day < 1 || day > Self.days(inMonth: month, of: year) { return "day is out of range for month" }
        return nil
    }

    /// The number of the day; 0001-01-01 is 1.
    public var ordinal: Int { Self.daysBefore(year: year) + dayOfYear }

    /// The number of the day in its year, from 1.
    public var dayOfYear: Int { (1..<month).reduce(day) { $0 + Self.days(inMonth: $1, of: year) } }

    /// The day of the week, Monday is 0.
    public var weekday: Int { (ordinal + 6) % 7 }

    /// Year, week and day of ISO 8601, Monday is 1.
    public var isoCalendar: (year: Int, week: Int, day: Int) {
        var isoYear = year
        var start = Self.isoWeekOneMonday(of: year)
        let today = ordinal
        if today < start {
            isoYear -= 1
            start = Self.isoWeekOneMonday(of: isoYear)
        } else if today >= Self.isoWeekOneMonday(of: year + 1) {
            isoYear += 1
            start = Self.isoWeekOneMonday(of: isoYear)
        }
        return (isoYear, (today - start) / 7 + 1, (today - start) % 7 + 1)
    }

    /// The number of the Monday of the first ISO week of a year.
    static func isoWeekOneMonday(of year: Int) -> Int {
        let first = daysBefore(year: year) + 1
        let weekday = (first + 6) % 7
        return weekday > 3 ? first - weekday + 7 : first - weekday
    }

    /// The day of an ISO week; the text is the problem in CPython's words.
    public static func fromISO(year: Int, week: Int, day: Int) -> Result<CalendarDate, CalendarProblem> {
        if year < 1 || year > 9999 { return .failure(.init("Year is out of range: \(year)")) }
        if week < 1 || week > 52 {
            let first = (daysBefore(year: year) + 7) % 7
            let isLong = week == 53 && (first == 3 || (first == 2 && isLeap(year)))
            if !isLong { return .failure(.init("Invalid week: \(week)")) }
        }
        if day < 1 || day > 7 { return .failure(.init("Invalid day: \(day) (range is [1, 7])")) }
        let ordinal = isoWeekOneMonday(of: year) + (week - 1) * 7 + day - 1
        if ordinal < 1 || ordinal > lastOrdinal { return .failure(.init("year \(ordinal < 1 ? 0 : 10000) is out of range")) }
        return .success(CalendarDate(ordinal: ordinal))
    }

    /// The order of time.
    public static func < (a: CalendarDate, b: CalendarDate) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

    /// `YYYY-MM-DD`.
    public var isoText: String { "\(Digits.pad(year, 4))-\(Digits.pad(month, 2))-\(Digits.pad(day, 2))" }
}

/// Why something is no date or time; the text has CPython's words for the `ValueError`.
public struct CalendarProblem: Error, Equatable {
    /// The message.
    public let message: String
    /// A problem of those words.
    public init(_ message: String) { self.message = message }
}

/// Decimal digits with leading zeros.
enum Digits {
    /// A number with at least that many digits; the sign counts as one.
    static func pad(_ value: Int, _ width: Int, _ fill: Character = "0") -> String {
        let text = String(value.magnitude)
        let missing = max(0, width - text.count - (value < 0 ? 1 : 0))
        return (value < 0 ? "-" : "") + String(repeating: fill, count: missing) + text
    }
}
