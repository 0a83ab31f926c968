/// A time of day to the microsecond.
public struct ClockTime: Sendable, Hashable, Comparable {
    /// The hour, 0 to 23.
    public let hour: Int
    /// The minute, 0 to 59.
    public let minute: Int
    /// The second, 0 to 59.
    public let second: Int
    /// The microsecond, 0 to 999999.
    public let microsecond: Int

    /// Makes a time without checks; see `problem`.
    public init(hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0) {
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
    }

    /// The time that many microseconds after midnight.
    public init(microseconds: Int) {
        let seconds = microseconds / 1_000_000
        self.init(
            hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60, microsecond: microseconds % 1_000_000)
    }

    /// Why this is no time, in CPython's words, or nil.
    public var problem: String? {
        if hour < 0 || hour > 23 { return "hour must be in 0..23" }
        if minute < 0 || minute > 59 { return "minute must be in 0..59" }
        if second < 0 || second > 59 { return "second must be in 0..59" }
        if microsecond < 0 || microsecond > 999_999 { return "microsecond must be in 0..999999" }
        return nil
    }

    /// Microseconds since midnight.
    public var microseconds: Int { ((hour * 60 + minute) * 60 + second) * 1_000_000 + microsecond }

    /// The order of time.
    public static func < (a: ClockTime, b: ClockTime) -> Bool { a.microseconds < b.microseconds }

    /// The precisions of `isoformat(timespec=…)`.
    public enum Precision: String, Sendable {
        case auto, hours, minutes, seconds, milliseconds, microseconds
    }

    /// `HH:MM:SS` with as much precision as asked for.
    public func isoText(_ precision: Precision = .auto) -> String {
        let hours = Digits.pad(hour, 2)
        let minutes = hours + ":" + Digits.pad(minute, 2)
        let seconds = minutes + ":" + Digits.pad(second, 2)
        return switch precision {
        case .hours: hours
        case .minutes: minutes
        case .seconds: seconds
        case .milliseconds: seconds + "." + Digits.pad(microsecond / 1000, 3)
        case .microseconds: seconds + "." + Digits.pad(microsecond, 6)
        case .auto: microsecond == 0 ? seconds : seconds + "." + Digits.pad(microsecond, 6)
        }
    }
}

/// An offset from UTC in microseconds, as texts show it.
public enum UTCOffsetText {
    /// `+HH:MM`, with seconds and microseconds where there are any; `separator` is put between the parts.
    public static func format(_ microseconds: Int, separator: String = ":") -> String {
        let time = ClockTime(microseconds: abs(microseconds))
        var text = (microseconds < 0 ? "-" : "+") + Digits.pad(time.hour, 2) + separator + Digits.pad(time.minute, 2)
        if time.second != 0 || time.microsecond != 0 { text += separator + Digits.pad(time.second, 2) }
        if time.microsecond != 0 { text += "." + Digits.pad(time.microsecond, 6) }
        return text
    }
}
