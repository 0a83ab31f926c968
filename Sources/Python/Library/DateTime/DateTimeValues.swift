/// A `datetime.date`, or the day of a `datetime.datetime`.
public class PyDate: PyInstance {
    /// The day.
    public internal(set) var date = CalendarDate(year: 1, month: 1, day: 1)

    /// An instance that is filled in afterwards.
    init(type: PyType) { super.init(type: type) }
}

/// A `datetime.datetime`.
public final class PyDateTime: PyDate {
    /// The time of day.
    public internal(set) var time = ClockTime()
    /// The zone, or `None` for a naive one.
    public internal(set) var zone = Value.none
    /// Which of two equal wall times it is, where clocks went back: 0 or 1.
    public internal(set) var fold = 0

    /// Microseconds since 0001-01-01 00:00 by its own clock.
    var wallMicroseconds: Int { (date.ordinal - 1) * TimeSpan.day + time.microseconds }
}

/// A `datetime.time`.
public final class PyTime: PyInstance {
    /// The time of day.
    public internal(set) var time = ClockTime()
    /// The zone, or `None`.
    public internal(set) var zone = Value.none
    /// Which of two equal wall times it is: 0 or 1.
    public internal(set) var fold = 0

    /// An instance that is filled in afterwards.
    init(type: PyType) { super.init(type: type) }
}

/// A `datetime.timedelta`.
public final class PyTimeDelta: PyInstance {
    /// The length.
    public internal(set) var span = TimeSpan(microseconds: 0)

    /// An instance that is filled in afterwards.
    init(type: PyType) { super.init(type: type) }
}

/// A `datetime.timezone`, or a `zoneinfo.ZoneInfo` of a fixed offset.
public final class PyTimeZone: PyInstance {
    /// Microseconds east of UTC.
    public internal(set) var offset = 0
    /// The name that was given, or nil for `UTC±HH:MM`.
    public internal(set) var name: String?

    /// An instance that is filled in afterwards.
    init(type: PyType) { super.init(type: type) }

    /// What `tzname` gives.
    var text: String { name ?? (offset == 0 ? "UTC" : "UTC" + UTCOffsetText.format(offset)) }
}

/// A length of time in whole microseconds.
public struct TimeSpan: Sendable, Hashable, Comparable {
    /// All of it, in microseconds.
    public let microseconds: Int128

    /// A length of that many microseconds.
    public init(microseconds: Int128) { self.microseconds = microseconds }

    /// The microseconds of a day.
    static let day = 86_400_000_000
    private static let longDay = Int128(day)

    /// Whole days, rounded down.
    public var days: Int {
        let quotient = microseconds / Self.longDay
        return Int(microseconds % Self.longDay < 0 ? quotient - 1 : quotient)
    }
    private var rest: Int { Int(microseconds - Int128(days) * Self.longDay) }
    /// Seconds behind the whole days, 0 to 86399.
    public var seconds: Int { rest / 1_000_000 }
    /// Microseconds behind the seconds, 0 to 999999.
    public var fraction: Int { rest % 1_000_000 }

    /// Whether `timedelta` can hold it.
    public var isInRange: Bool { microseconds.magnitude < UInt128(1_000_000_000) * UInt128(Self.day) && days >= -999_999_999 }

    /// The length as a number of seconds.
    public var totalSeconds: Double {
        let value = BigInt(wide: microseconds)
        switch value.trueDivided(by: BigInt(1_000_000)) {
        case .value(let seconds): return seconds
        default: return 0
        }
    }

    /// The order of lengths.
    public static func < (a: TimeSpan, b: TimeSpan) -> Bool { a.microseconds < b.microseconds }

    /// `1 day, 2:03:04.000005`.
    public var text: String {
        let time = ClockTime(microseconds: rest)
        var made = days == 0 ? "" : "\(days) day\(abs(days) == 1 ? "" : "s"), "
        made += "\(time.hour):\(Digits.pad(time.minute, 2)):\(Digits.pad(time.second, 2))"
        if time.microsecond != 0 { made += "." + Digits.pad(time.microsecond, 6) }
        return made
    }
}

extension BigInt {
    /// An integer of 128 bits.
    init(wide value: Int128) {
        let size = value.magnitude
        self.init(
            magnitude: [UInt(truncatingIfNeeded: size), UInt(truncatingIfNeeded: size >> 64)].dropTrailingZeros, isNegative: value < 0)
    }

    /// The integer in 128 bits, or nil where it does not fit.
    var asInt128: Int128? {
        guard magnitude.count <= 2 else { return nil }
        let low = UInt128(magnitude.first ?? 0)
        let high = UInt128(magnitude.count > 1 ? magnitude[1] : 0)
        guard let size = Int128(exactly: high << 64 | low) else { return nil }
        return isNegative ? -size : size
    }

    /// The quotient rounded to the nearest integer, ties to even.
    func dividedRoundingHalfEven(by divisor: BigInt) -> BigInt? {
        guard let (quotient, rest) = floorDivided(by: divisor) else { return nil }
        let twice = (rest + rest).absolute
        let limit = divisor.absolute
        if twice < limit || (twice == limit && !quotient.isOdd) { return quotient }
        return quotient + 1
    }
}

extension [UInt] {
    fileprivate var dropTrailingZeros: [UInt] {
        var limbs = self
        while limbs.last == 0 { limbs.removeLast() }
        return limbs
    }
}
