import Python

/// A day, a time of it and an offset, as texts and Unix timestamps give them (speedate 0.17 `datetime.rs`).
struct Moment {
    typealias Problem = TemporalReader.Problem

    var day: CalendarDate
    var clock: ClockTime
    /// In seconds; nil for no zone.
    var offset: Int?

    /// How numbers count time (`val_temporal_unit`).
    enum Unit: String {
        case seconds, milliseconds
        /// Seconds up to 20,000,000,000, milliseconds beyond.
        case infer
    }

    private static let watershed = 20_000_000_000

    /// The moment of an ISO text, or of a text that is a number.
    static func read(_ text: [UInt8], _ unit: Unit) throws(Problem) -> Moment {
        do throws(Problem) {
            var reader = TemporalReader(text)
            let day = try reader.date()
            try reader.separator()
            let clock = try reader.time()
            let offset = try reader.zone()
            try reader.end()
            return Moment(day: day, clock: clock, offset: offset)
        } catch {
            switch NumberText(text) {
            case .integer(let value): return try at(value, unit: unit)
            case .fraction(let value):
                let seconds = abs(value) > Double(watershed) ? value / 1000 : value
                let whole = seconds.rounded(.down)
                let rest = whole.isFinite ? Int(((seconds - whole) * 1_000_000).rounded()) : 0
                return try at(clamped(whole), microseconds: rest, unit: unit)
            case nil: throw error
            }
        }
    }

    /// The day of an ISO text, or of a text that is a whole number of days since 1970 in seconds or milliseconds.
    static func readDay(_ text: [UInt8], _ unit: Unit) throws(Problem) -> CalendarDate {
        do throws(Problem) {
            var reader = TemporalReader(text)
            let day = try reader.date()
            try reader.end()
            return day
        } catch {
            guard case .integer(let value) = NumberText(text) else { throw error }
            let moment = try at(value, unit: unit)
            guard moment.clock == ClockTime() else { throw Problem("Timestamp is not an exact date") }
            return moment.day
        }
    }

    /// The moment of a number; what stands behind its point counts upwards from the whole number below.
    static func at(_ value: Double, _ unit: Unit) throws(Problem) -> Moment {
        if value.isNaN { throw Problem("NaN values not permitted") }
        let fraction = abs(value - value.rounded(.towardZero))
        let countsSeconds = unit == .seconds || (unit == .infer && abs(value) <= Double(watershed))
        let microseconds = value.isFinite ? Int((fraction * (countsSeconds ? 1_000_000 : 1000)).rounded()) : 0
        return try at(clamped(value.rounded(.down)), microseconds: microseconds, unit: unit)
    }

    /// The moment of a whole number and microseconds behind it.
    static func at(_ value: Int, microseconds: Int = 0, unit: Unit) throws(Problem) -> Moment {
        let tooSmall = Problem("dates before 0000 are not supported as unix timestamps")
        if value == Int.min { throw tooSmall }
        let countsSeconds = unit == .seconds || (unit == .infer && abs(value) <= watershed)
        var seconds = countsSeconds ? value : floored(value, by: 1000)
        var rest = microseconds + (countsSeconds ? 0 : (value - seconds * 1000) * 1000)
        seconds += rest / 1_000_000
        rest %= 1_000_000
        if seconds < -62_167_219_200 { throw tooSmall }
        if seconds > 253_402_300_799 { throw Problem("dates after 9999 are not supported as unix timestamps") }
        let days = floored(seconds, by: 86_400)
        let clock = ClockTime(microseconds: (seconds - days * 86_400) * 1_000_000 + rest)
        let ordinal = CalendarDate.epochOrdinal + days
        // No date of the year 0 is ever made: that it is refused is all that matters.
        let day = ordinal < 1 ? CalendarDate(year: 0, month: 1, day: 1) : CalendarDate(ordinal: ordinal)
        return Moment(day: day, clock: clock, offset: 0)
    }

    private static func floored(_ value: Int, by unit: Int) -> Int { value >= 0 ? value / unit : -((-value + unit - 1) / unit) }

    /// The nearest integer to a float without fraction.
    private static func clamped(_ value: Double) -> Int { Int(exactly: value) ?? (value < 0 ? Int.min : Int.max) }
}

/// A text that is a number all over (speedate 0.17 `numbers.rs`).
enum NumberText {
    case integer(Int)
    case fraction(Double)

    /// Nil for other texts, among them integers beyond 64 bits.
    init?(_ text: [UInt8]) {
        let digits = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text[...]
        let rest = digits.drop { $0 >= 0x30 && $0 <= 0x39 }
        let word = String(decoding: text, as: UTF8.self)
        if rest.isEmpty {
            guard !digits.isEmpty, let value = Int(word), value > Int.min else { return nil }
            self = .integer(value)
        } else {
            let isDecimal = text.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0) }
            guard rest.first == UInt8(ascii: "."), isDecimal, let value = FloatText.parse(word) else { return nil }
            self = .fraction(value)
        }
    }
}
