/// Reads the forms of ISO 8601 that Python 3.11's `fromisoformat` takes.
public enum ISOReader {
    /// A date and time with the offset in microseconds, if one was written; date and time may be out of range.
    public struct Moment: Sendable {
        /// The day.
        public var date: CalendarDate
        /// The time of day.
        public var time = ClockTime()
        /// Microseconds east of UTC, or nil.
        public var offset: Int?
        /// Whether the offset was written as `Z`.
        public var isZulu = false
    }

    /// A time of day with the offset in microseconds, if one was written.
    public struct TimeOfDay: Sendable {
        /// The time of day.
        public var time: ClockTime
        /// Microseconds east of UTC, or nil.
        public var offset: Int?
        /// Whether the offset was written as `Z`.
        public var isZulu = false
    }

    /// What a date was written with; its range is not checked yet.
    public enum DateForm: Sendable {
        case monthDay(year: Int, month: Int, day: Int)
        case week(year: Int, week: Int, day: Int)
    }

    // MARK: Dates

    /// Reads `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-Www[-D]` or `YYYYWww[D]`; nil where it has no such form.
    public static func date(_ text: ArraySlice<UInt32>) -> DateForm? {
        let c = Array(text)
        guard [7, 8, 10].contains(c.count), let year = number(c, 0, 4) else { return nil }
        let dashed = c[4] == 0x2D
        var at = dashed ? 5 : 4
        if c[at] == 0x57 { return week(c, year, from: at + 1, dashed: dashed) }
        guard let month = number(c, at, 2) else { return nil }
        at += 2
        if dashed {
            guard at < c.count, c[at] == 0x2D else { return nil }
            at += 1
        }
        guard let day = number(c, at, 2), at + 2 == c.count else { return nil }
        return .monthDay(year: year, month: month, day: day)
    }

    private static func week(_ c: [UInt32], _ year: Int, from start: Int, dashed: Bool) -> DateForm? {
        guard let week = number(c, start, 2) else { return nil }
        var at = start + 2
        guard at < c.count else { return .week(year: year, week: week, day: 1) }
        if dashed {
            guard c[at] == 0x2D else { return nil }
            at += 1
        }
        guard let day = number(c, at, 1), at + 1 == c.count else { return nil }
        return .week(year: year, week: week, day: day)
    }

    /// The day that a form names, which may be out of range; nil for a week or a day of the week that does not exist.
    public static func resolve(_ form: DateForm) -> CalendarDate? {
        switch form {
        case .monthDay(let year, let month, let day): CalendarDate(year: year, month: month, day: day)
        case .week(let year, let week, let day): try? CalendarDate.fromISO(year: year, week: week, day: day).get()
        }
    }

    private static func isDigit(_ c: UInt32) -> Bool { c >= 0x30 && c <= 0x39 }

    private static func number(_ c: [UInt32], _ start: Int, _ count: Int) -> Int? {
        guard start + count <= c.count else { return nil }
        var value = 0
        for digit in c[start..<start + count] {
            guard isDigit(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    // MARK: Dates with times

    /// Reads a date, any one character, and a time; nil where it has no such form.
    public static func moment(_ c: [UInt32]) -> Moment? {
        guard c.count >= 7, let split = separator(c), split <= c.count, let form = date(c[..<split]) else { return nil }
        var time: TimeOfDay?
        if split < c.count {
            guard split + 1 < c.count, let read = unchecked(Array(c[(split + 1)...])) else { return nil }
            time = read
        }
        guard let date = resolve(form) else { return nil }
        return Moment(date: date, time: time?.time ?? ClockTime(), offset: time?.offset, isZulu: time?.isZulu ?? false)
    }

    /// Where the date ends: CPython `_find_isoformat_datetime_separator`.
    private static func separator(_ c: [UInt32]) -> Int? {
        if c.count == 7 { return 7 }
        if c[4] == 0x2D {
            guard c[5] == 0x57 else { return 10 }
            guard c.count > 8, c[8] == 0x2D else { return 8 }
            if c.count == 9 { return nil }
            return c.count > 10 && isDigit(c[10]) ? 8 : 10
        }
        guard c[4] == 0x57 else { return 8 }
        var end = 7
        while end < c.count, isDigit(c[end]) { end += 1 }
        return end < 9 ? end : end % 2 == 0 ? 7 : 8
    }

    // MARK: Times

    /// Reads a time with an optional offset, which may be out of range; nil where it has no such form.
    public static func time(_ c: [UInt32]) -> TimeOfDay? { unchecked(c.first == 0x54 ? Array(c.dropFirst()) : c) }

    private static func unchecked(_ c: [UInt32]) -> TimeOfDay? {
        let zone = c.firstIndex { $0 == 0x2B || $0 == 0x2D || $0 == 0x5A } ?? c.count
        guard let clock = clock(c, 0, zone), clock.isWhole || zone < c.count else { return nil }
        guard zone < c.count else { return TimeOfDay(time: clock.time, offset: nil) }
        if c[zone] == 0x5A { return zone + 1 == c.count ? TimeOfDay(time: clock.time, offset: 0, isZulu: true) : nil }
        guard let offset = Self.clock(c, zone + 1, c.count), offset.isWhole else { return nil }
        let value = offset.time.microseconds
        return TimeOfDay(time: clock.time, offset: c[zone] == 0x2D ? -value : value)
    }

    /// Reads `HH[:MM[:SS[.ffffff]]]` or the same without colons between `start` and `end`; `isWhole` is false where something is left.
    private static func clock(_ c: [UInt32], _ start: Int, _ end: Int) -> (time: ClockTime, isWhole: Bool)? {
        var values = [0, 0, 0]
        var at = start
        var colons = false
        parts: for part in 0..<3 {
            guard at + 2 <= end, let value = number(c, at, 2) else { return nil }
            values[part] = value
            at += 2
            let next: UInt32 = at < c.count ? c[at] : 0
            at += 1
            if part == 0 { colons = next == 0x3A }
            if at >= end + 1 || at >= end { return (make(values, 0), at > end && end == c.count) }
            if colons, next == 0x3A {
                if part == 2 { return nil }
                continue
            }
            if next == 0x2E || next == 0x2C { break parts }
            if colons { return nil }
            at -= 1
            if part == 2 { return nil }
        }
        let count = min(end - at, 6)
        guard let fraction = number(c, at, count) else { return nil }
        var scaled = fraction
        for _ in count..<6 { scaled *= 10 }
        at += count
        while at < c.count, isDigit(c[at]) { at += 1 }
        return (make(values, scaled), at == c.count)
    }

    private static func make(_ values: [Int], _ microsecond: Int) -> ClockTime {
        ClockTime(hour: values[0], minute: values[1], second: values[2], microsecond: microsecond)
    }
}
