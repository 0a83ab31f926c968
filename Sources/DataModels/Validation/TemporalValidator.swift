import Python

/// Dates, times and durations, as the parser that Pydantic uses (speedate) reads them.
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

    /// A moment: a day, a time of it, and an offset in seconds.
    private typealias Moment = (day: CalendarDate, clock: ClockTime, offset: Int?)

    private typealias Problem = TemporalReader.Problem

    // MARK: Input

    private func text(_ input: Value) -> String? {
        input.asString ?? input.asBytes.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    private func number(_ input: Value) throws -> Double? {
        switch input {
        case .int(let value): return Double(value)
        case .float(let value): return value
        default: break
        }
        if input.asBool != nil { return nil }
        if input.asBigInt != nil || input.asObject is PyDecimal { return try machine.call(.object(machine.types.float), input).asFloat }
        return nil
    }

    private var takesTextOnly: Bool { validator.isStrict && validator.isJSON }
    private var takesObjectsOnly: Bool { validator.isStrict && !validator.isJSON }

    /// A text of digits, perhaps with a sign and a fraction.
    private func timestamp(_ text: String) -> Double? {
        let bare = text.hasPrefix("+") || text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard let first = bare.utf8.first, first >= 0x30, first <= 0x39, bare.utf8.allSatisfy({ $0 == 0x2E || ($0 >= 0x30 && $0 <= 0x39) })
        else { return nil }
        return Double(text)
    }

    /// Seconds since 1970, or milliseconds where the number is too large for seconds.
    private func moment(_ value: Double) throws(Problem) -> Moment {
        if value.isNaN { throw Problem(text: "NaN values not permitted") }
        let seconds = abs(value) > 2e10 ? value / 1000 : value
        if seconds > 253_402_300_799 { throw Problem(text: "dates after 9999 are not supported as unix timestamps") }
        if seconds < -62_135_596_800 { throw Problem(text: "dates before 0000 are not supported as unix timestamps") }
        let micros = Int((seconds * 1_000_000).rounded())
        let day = 86_400_000_000
        let days = micros >= 0 ? micros / day : -((-micros + day - 1) / day)
        return (CalendarDate(ordinal: CalendarDate.epochOrdinal + days), ClockTime(microseconds: micros - days * day), 0)
    }

    private func moment(_ text: String) throws(Problem) -> Moment {
        if let number = timestamp(text) { return try moment(number) }
        var reader = TemporalReader(text)
        let day = try reader.date()
        try reader.separator()
        let clock = try reader.time()
        let offset = try reader.zone()
        try reader.end()
        return (day, clock, offset)
    }

    private func day(_ text: String) throws(Problem) -> CalendarDate {
        var reader = TemporalReader(text)
        let day = try reader.date()
        try reader.end()
        return day
    }

    private func zone(_ offset: Int?) throws -> Value {
        try offset.map { try PydanticTypes.required(machine).zones.zone($0, machine) } ?? .none
    }

    private func made(_ moment: Moment) throws -> Value {
        try DateTimeModule.classes(machine).make(moment.day, moment.clock, zone: try zone(moment.offset))
    }

    // MARK: Kinds

    private func datetime(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if input.asObject is PyDateTime { return input }
        let wrong = { (errors: inout [ErrorDetail]) in
            validator.fail("datetime_type", "Input should be a valid datetime", input, location, &errors)
        }
        if takesObjectsOnly { return wrong(&errors) }
        if let day = input.asObject as? PyDate { return try DateTimeModule.classes(machine).make(day.date, ClockTime()) }
        if let number = try takesTextOnly ? nil : number(input) {
            switch Result(catching: { () throws(Problem) in try moment(number) }) {
            case .success(let moment): return try made(moment)
            case .failure(let problem):
                return validator.fail(
                    "datetime_parsing", "Input should be a valid datetime, \(problem.text)", input, location, &errors,
                    [("error", .string(problem.text))])
            }
        }
        guard let text = text(input) else { return wrong(&errors) }
        if case .success(let moment) = Result(catching: { () throws(Problem) in try moment(text) }) { return try made(moment) }
        switch Result(catching: { () throws(Problem) in try day(text) }) {
        case .success(let day): return try DateTimeModule.classes(machine).make(day, ClockTime())
        case .failure(let problem):
            let kind = problem.isYearZero ? "datetime_parsing" : "datetime_from_date_parsing"
            let words = problem.isYearZero ? "Input should be a valid datetime" : "Input should be a valid datetime or date"
            return validator.fail(kind, "\(words), \(problem.text)", input, location, &errors, [("error", .string(problem.text))])
        }
    }

    private func date(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let classes = try DateTimeModule.classes(machine)
        let isMoment = input.asObject is PyDateTime
        if !isMoment, input.asObject is PyDate { return input }
        if takesObjectsOnly { return validator.fail("date_type", "Input should be a valid date", input, location, &errors) }
        if let moment = input.asObject as? PyDateTime {
            return moment.time == ClockTime() ? classes.make(moment.date) : inexact(input, location, &errors)
        }
        let found: Result<Moment, Problem>
        if let number = try takesTextOnly ? nil : number(input) {
            found = Result(catching: { () throws(Problem) in try moment(number) })
        } else if let text = text(input) {
            switch Result(catching: { () throws(Problem) in try day(text) }) {
            case .success(let day): return classes.make(day)
            case .failure(let problem) where problem.isYearZero:
                return validator.fail(
                    "date_parsing", "Input should be a valid date in the format YYYY-MM-DD, \(problem.text)", input, location, &errors,
                    [("error", .string(problem.text))])
            case .failure: found = Result(catching: { () throws(Problem) in try moment(text) })
            }
        } else {
            return validator.fail("date_type", "Input should be a valid date", input, location, &errors)
        }
        switch found {
        case .success(let moment): return moment.clock == ClockTime() ? classes.make(moment.day) : inexact(input, location, &errors)
        case .failure(let problem):
            let message = "Input should be a valid date or datetime, \(problem.text)"
            return validator.fail("date_from_datetime_parsing", message, input, location, &errors, [("error", .string(problem.text))])
        }
    }

    private func inexact(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        let message = "Datetimes provided to dates should have zero time - e.g. be exact dates"
        return validator.fail("date_from_datetime_inexact", message, input, location, &errors)
    }

    private func time(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if input.asObject is PyTime { return input }
        let classes = try DateTimeModule.classes(machine)
        let failed = { (problem: String, errors: inout [ErrorDetail]) in
            validator.fail(
                "time_parsing", "Input should be in a valid time format, \(problem)", input, location, &errors,
                [("error", .string(problem))])
        }
        if !takesObjectsOnly, !takesTextOnly, let seconds = try number(input) {
            if seconds.isNaN { return failed("NaN values not permitted", &errors) }
            if seconds < 0 { return failed("time in seconds should be positive", &errors) }
            guard seconds < 86_400 else { return failed("numeric times may not exceed 86,399 seconds", &errors) }
            return classes.make(ClockTime(microseconds: Int((seconds * 1_000_000).rounded())), zone: try zone(0))
        }
        guard !takesObjectsOnly, let text = text(input) else {
            return validator.fail("time_type", "Input should be a valid time", input, location, &errors)
        }
        var reader = TemporalReader(text)
        let parsed = Result(catching: { () throws(Problem) -> (ClockTime, Int?) in
            let clock = try reader.time()
            let offset = try reader.zone()
            try reader.end()
            return (clock, offset)
        })
        switch parsed {
        case .success(let (clock, offset)): return classes.make(clock, zone: try zone(offset))
        case .failure(let problem): return failed(problem.text, &errors)
        }
    }

    private func duration(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if input.asObject is PyTimeDelta { return input }
        let classes = try DateTimeModule.classes(machine)
        let failed = { (problem: String, errors: inout [ErrorDetail]) in
            validator.fail(
                "time_delta_parsing", "Input should be a valid timedelta, \(problem)", input, location, &errors,
                [("error", .string(problem))])
        }
        let given = try input.asBool.map { $0 ? 1.0 : 0.0 } ?? number(input)
        if !takesObjectsOnly, !takesTextOnly, let seconds = given {
            if seconds.isNaN { return failed("NaN values not permitted", &errors) }
            guard abs(seconds) < 86_400_000_000_000 else { return failed("durations may not exceed 999,999,999 days", &errors) }
            return try classes.make(TimeSpan(microseconds: Int128((seconds * 1_000_000).rounded())), machine)
        }
        guard !takesObjectsOnly, let text = text(input) else {
            return validator.fail("time_delta_type", "Input should be a valid timedelta", input, location, &errors)
        }
        switch Result(catching: { () throws(Problem) in try DurationReader.microseconds(text) }) {
        case .success(let micros): return try classes.make(TimeSpan(microseconds: Int128(micros)), machine)
        case .failure(let problem): return failed(problem.text, &errors)
        }
    }
}
