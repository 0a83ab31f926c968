import Python

/// Dates, times and durations, as the parser that Pydantic uses reads them.
struct TemporalValidator {
    private let validator: Validator
    private var machine: Machine { validator.machine }

    init(_ validator: Validator) { self.validator = validator }

    func validate(_ schema: Schema, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        switch schema {
        case .datetime: return try datetime(input, location, &errors)
        case .date: return try date(input, location, &errors)
        case .time: return try time(input, location, &errors)
        default: return try duration(input, location, &errors)
        }
    }

    private func datetime(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if input.asObject is PyDateTime { return input }
        let classes = try DateTimeModule.classes(machine)
        if let day = input.asObject as? PyDate { return classes.make(day.date, ClockTime()) }
        if validator.isStrict { return validator.fail("datetime_type", "Input should be a valid datetime", input, location, &errors) }
        if let seconds = number(input) { return fromTimestamp(seconds, classes) }
        guard let text = input.asString else {
            return validator.fail("datetime_type", "Input should be a valid datetime", input, location, &errors)
        }
        if let seconds = Double(text), text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) { return fromTimestamp(seconds, classes) }
        var reader = TemporalReader(text)
        do throws(TemporalReader.Problem) {
            let day = try reader.date()
            if reader.isAtEnd { return classes.make(day, ClockTime()) }
            try reader.separator()
            let clock = try reader.time()
            let offset = try reader.zone()
            try reader.end()
            return classes.make(day, clock, zone: offset.map { classes.make(offset: $0 * 1_000_000) } ?? .none)
        } catch {
            let kind = error.isInDate ? "datetime_from_date_parsing" : "datetime_parsing"
            let words = error.isInDate ? "Input should be a valid datetime or date" : "Input should be a valid datetime"
            return validator.fail(kind, "\(words), \(error.text)", input, location, &errors, [("error", .string(error.text))])
        }
    }

    private func number(_ input: Value) -> Double? {
        switch input {
        case .int(let value): Double(value)
        case .float(let value): value
        default: nil
        }
    }

    /// Seconds since 1970, or milliseconds where the number is too large for seconds.
    private func fromTimestamp(_ value: Double, _ classes: DateTimeModule.Classes) -> Value {
        let seconds = abs(value) > 2e10 ? value / 1000 : value
        let micros = Int((seconds * 1_000_000).rounded())
        let day = 86_400_000_000
        let days = micros >= 0 ? micros / day : -((-micros + day - 1) / day)
        let date = CalendarDate(ordinal: CalendarDate.epochOrdinal + days)
        return classes.make(date, ClockTime(microseconds: micros - days * day), zone: classes.make(offset: 0))
    }

    private func date(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let classes = try DateTimeModule.classes(machine)
        if let moment = input.asObject as? PyDateTime {
            guard moment.time == ClockTime() else { return inexact(input, location, &errors) }
            return classes.make(moment.date)
        }
        if input.asObject is PyDate { return input }
        if let seconds = number(input), !validator.isStrict {
            guard let moment = fromTimestamp(seconds, classes).asObject as? PyDateTime, moment.time == ClockTime() else {
                return inexact(input, location, &errors)
            }
            return classes.make(moment.date)
        }
        guard let text = input.asString, !validator.isStrict else {
            return validator.fail("date_type", "Input should be a valid date", input, location, &errors)
        }
        var reader = TemporalReader(text)
        do throws(TemporalReader.Problem) {
            let day = try reader.date()
            if reader.isAtEnd { return classes.make(day) }
            try reader.separator()
            let clock = try reader.time()
            _ = try reader.zone()
            try reader.end()
            guard clock == ClockTime() else { return inexact(input, location, &errors) }
            return classes.make(day)
        } catch {
            let message = "Input should be a valid date or datetime, \(error.text)"
            return validator.fail("date_from_datetime_parsing", message, input, location, &errors, [("error", .string(error.text))])
        }
    }

    private func inexact(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        let message = "Datetimes provided to dates should have zero time - e.g. be exact dates"
        return validator.fail("date_from_datetime_inexact", message, input, location, &errors)
    }

    private func time(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if input.asObject is PyTime { return input }
        let classes = try DateTimeModule.classes(machine)
        if let seconds = number(input), !validator.isStrict, seconds >= 0, seconds < 86_400 {
            return classes.make(ClockTime(microseconds: Int((seconds * 1_000_000).rounded())))
        }
        guard let text = input.asString, !validator.isStrict else {
            return validator.fail("time_type", "Input should be a valid time", input, location, &errors)
        }
        var reader = TemporalReader(text)
        do throws(TemporalReader.Problem) {
            let clock = try reader.time()
            let offset = try reader.zone()
            try reader.end()
            return classes.make(clock, zone: offset.map { classes.make(offset: $0 * 1_000_000) } ?? .none)
        } catch {
            let message = "Input should be in a valid time format, \(error.text)"
            return validator.fail("time_parsing", message, input, location, &errors, [("error", .string(error.text))])
        }
    }

    private func duration(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if input.asObject is PyTimeDelta { return input }
        let classes = try DateTimeModule.classes(machine)
        if let seconds = number(input), !validator.isStrict {
            return try classes.make(TimeSpan(microseconds: Int128((seconds * 1_000_000).rounded())), machine)
        }
        guard let text = input.asString, !validator.isStrict else {
            return validator.fail("time_delta_type", "Input should be a valid timedelta", input, location, &errors)
        }
        let micros: Int
        do throws(TemporalReader.Problem) {
            micros = try DurationReader.microseconds(text)
        } catch {
            let message = "Input should be a valid timedelta, \(error.text)"
            return validator.fail("time_delta_parsing", message, input, location, &errors, [("error", .string(error.text))])
        }
        return try classes.make(TimeSpan(microseconds: Int128(micros)), machine)
    }
}

/// Reads the ISO forms of dates and times from the left.
struct TemporalReader {
    /// What is wrong, in the parser's words.
    struct Problem: Error {
        let text: String
        var isInDate = false
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
        guard bytes.count >= 10 else { throw Problem(text: "input is too short", isInDate: true) }
        guard let year = digits(0, 4) else { throw Problem(text: "invalid character in year", isInDate: true) }
        guard bytes[4] == UInt8(ascii: "-") else { throw Problem(text: "invalid date separator, expected `-`", isInDate: true) }
        guard let month = digits(5, 2) else { throw Problem(text: "invalid character in month", isInDate: true) }
        guard bytes[7] == UInt8(ascii: "-") else { throw Problem(text: "invalid date separator, expected `-`", isInDate: true) }
        guard let day = digits(8, 2) else { throw Problem(text: "invalid character in day", isInDate: true) }
        guard year > 0 else { throw Problem(text: "year 0 is out of range", isInDate: true) }
        guard (1...12).contains(month) else { throw Problem(text: "month value is outside expected range of 1-12", isInDate: true) }
        guard day >= 1, day <= CalendarDate.days(inMonth: month, of: year) else {
            throw Problem(text: "day value is outside expected range", isInDate: true)
        }
        index = 10
        return CalendarDate(year: year, month: month, day: day)
    }

    mutating func separator() throws(Problem) {
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
        guard count > 0 else { throw Problem(text: "second fraction value is missing") }
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
        default: return nil
        }
        guard let hours = digits(index + 1, 2) else { throw Problem(text: "invalid timezone hour") }
        var next = index + 3
        if next < bytes.count, bytes[next] == UInt8(ascii: ":") { next += 1 }
        guard let minutes = digits(next, 2) else { throw Problem(text: "invalid timezone minute") }
        guard minutes < 60 else { throw Problem(text: "timezone minute value is outside expected range of 0-59") }
        index = next + 2
        return sign * (hours * 3600 + minutes * 60)
    }

    func end() throws(Problem) {
        if !isAtEnd { throw Problem(text: "unexpected extra characters at the end of the input") }
    }
}

/// Reads ISO 8601 durations and `[days,] HH:MM:SS`.
enum DurationReader {
    static func microseconds(_ text: String) throws(TemporalReader.Problem) -> Int {
        var rest = text[...]
        var sign = 1
        if rest.first == "-" || rest.first == "+" {
            sign = rest.first == "-" ? -1 : 1
            rest.removeFirst()
        }
        guard let first = rest.first else { throw TemporalReader.Problem(text: "input is too short") }
        if first == "P" || first == "p" { return sign * (try iso(rest.dropFirst())) }
        guard first.isNumber else { throw TemporalReader.Problem(text: "invalid digit in duration") }
        return sign * (try clock(rest))
    }

    private static func iso(_ text: Substring) throws(TemporalReader.Problem) -> Int {
        var total = 0.0
        var isTime = false
        var number = ""
        guard !text.isEmpty else { throw TemporalReader.Problem(text: "input is too short") }
        for character in text {
            if character.isNumber || character == "." || character == "," {
                number.append(character == "," ? "." : character)
                continue
            }
            if character == "T" || character == "t" {
                isTime = true
                continue
            }
            guard let value = Double(number) else { throw TemporalReader.Problem(text: "invalid digit in duration") }
            number = ""
            let unit: Double? =
                switch (character.uppercased(), isTime) {
                case ("Y", false): 365 * 86400
                case ("M", false): 30 * 86400
                case ("W", false): 7 * 86400
                case ("D", false): 86400
                case ("H", true): 3600
                case ("M", true): 60
                case ("S", true): 1
                default: nil
                }
            guard let unit else { throw TemporalReader.Problem(text: "invalid duration unit") }
            total += value * unit
        }
        guard number.isEmpty else { throw TemporalReader.Problem(text: "missing unit in duration") }
        return Int((total * 1_000_000).rounded())
    }

    private static func clock(_ text: Substring) throws(TemporalReader.Problem) -> Int {
        var days = 0
        var rest = text
        if !text.contains(":") || text.contains(" ") {
            let count = rest.prefix { $0.isNumber }
            rest = rest.dropFirst(count.count).drop { $0 == " " }
            guard rest.lowercased().hasPrefix("day") || rest.lowercased().hasPrefix("d") else {
                throw TemporalReader.Problem(text: "\"day\" identifier in duration not correctly formatted")
            }
            days = Int(count) ?? 0
            rest = rest.drop { $0.isLetter }.drop { $0 == "," || $0 == " " }
            if rest.isEmpty { return days * 86_400_000_000 }
        }
        var reader = TemporalReader(String(rest))
        let time = try reader.time()
        try reader.end()
        return days * 86_400_000_000 + time.microseconds
    }
}
