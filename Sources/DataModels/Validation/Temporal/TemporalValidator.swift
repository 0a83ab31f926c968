import Python

/// Dates, times and durations (pydantic-core `date`, `time`, `datetime`, `timedelta`).
struct TemporalValidator {
    private let validator: Validator
    private var machine: Machine { validator.machine }

    init(_ validator: Validator) { self.validator = validator }

    func validate(_ schema: Schema, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        switch schema {
        case .datetime(let unit): return try datetime(input, unit, location, &errors)
        case .date(let unit): return try date(input, unit, location, &errors)
        case .time: return try time(input, location, &errors)
        default: return try duration(input, location, &errors)
        }
    }

    private typealias Problem = TemporalReader.Problem

    // MARK: Input

    /// A text to parse, if the mode allows one.
    private func text(_ input: Value) -> [UInt8]? {
        if let text = input.asStr { return validator.takesTexts ? text.utf8 : nil }
        // A `bytearray` is none.
        guard !validator.isStrict, let bytes = input.asBytes, !bytes.isMutable else { return nil }
        return bytes.bytes
    }

    private enum Number {
        case whole(Int)
        case float(Double)
    }

    /// A number, if the mode allows one; booleans are numbers to durations only.
    private func number(_ input: Value) throws -> Number? {
        if validator.isStrict || validator.mode == .strings { return nil }
        if validator.mode == .json, input.asBool != nil { return nil }
        if let value = input.asInt { return .whole(value) }
        if validator.mode == .json, input.asBigInt != nil { return nil }
        return try NumberProtocol.double(input, machine).map(Number.float)
    }

    private func parsed<Result>(_ parse: () throws(Problem) -> Result) -> Swift.Result<Result, Problem> { Swift.Result(catching: parse) }

    private func zone(_ offset: Int?) throws -> Value {
        try offset.map { try PydanticTypes.required(machine).zones.zone($0, machine) } ?? .none
    }

    /// How text and number become values: a text leaves JSON no choice, so that there it is no conversion.
    private func floor(_ input: Value) {
        if input.asStr != nil, validator.mode != .python { return validator.floor(.strict) }
        validator.floor(.lax)
    }

    private func isExact(_ input: Value, _ type: PyType) -> Bool { machine.type(of: input) === type }

    // MARK: Kinds

    private func datetime(_ input: Value, _ unit: Moment.Unit, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let classes = try DateTimeModule.classes(machine)
        if input.asObject is PyDateTime {
            if !isExact(input, classes.datetime) { validator.floor(.strict) }
            return input
        }
        let found = try moment(input, unit)
        if case .success(let moment)? = found { return try made(moment, input, location, &errors) }
        if !validator.isStrict {
            validator.floor(.lax)
            if let day = input.asObject as? PyDate { return classes.make(day.date, ClockTime()) }
            if let text = text(input) {
                switch parsed({ () throws(Problem) in try Moment.readDay(text, .infer) }) {
                case .success(let day): return try made(Moment(day: day, clock: ClockTime()), input, location, &errors)
                case .failure(let problem): return failed("datetime_from_date", problem, input, location, &errors)
                }
            }
        }
        if case .failure(let problem)? = found { return failed("datetime", problem, input, location, &errors) }
        return validator.fail("datetime_type", "Input should be a valid datetime", input, location, &errors)
    }

    /// The moment that a text or a number gives; nil for other inputs.
    private func moment(_ input: Value, _ unit: Moment.Unit) throws -> Swift.Result<Moment, Problem>? {
        if let text = text(input) {
            floor(input)
            return parsed { () throws(Problem) in try Moment.read(text, unit) }
        }
        if input.asBool != nil { return nil }
        guard let number = try number(input) else { return nil }
        validator.floor(.lax)
        return parsed { () throws(Problem) in
            switch number {
            case .whole(let value): try Moment.at(value, unit: unit)
            case .float(let value): try Moment.at(value, unit)
            }
        }
    }

    private func made(_ moment: Moment, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if moment.day.year == 0 { return failed("datetime", Problem("year 0 is out of range"), input, location, &errors) }
        return try DateTimeModule.classes(machine).make(moment.day, moment.clock, zone: try zone(moment.offset))
    }

    private func date(_ input: Value, _ unit: Moment.Unit, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let classes = try DateTimeModule.classes(machine)
        let isMoment = input.asObject is PyDateTime
        if !isMoment, input.asObject is PyDate {
            if !isExact(input, classes.date) { validator.floor(.strict) }
            return input
        }
        let text = text(input)
        var problem: Problem?
        if let text {
            switch parsed({ () throws(Problem) in try Moment.readDay(text, unit) }) {
            case .success(let day):
                floor(input)
                return made(day, input, location, &errors)
            case .failure(let found): problem = found
            }
        }
        if !validator.isStrict {
            validator.floor(.lax)
            let known = (input.asObject as? PyDateTime).map { Moment(day: $0.date, clock: $0.time) }
            switch try known.map(Swift.Result<Moment, Problem>.success) ?? moment(input, unit) {
            case .success(let moment) where moment.clock == ClockTime(): return made(moment.day, input, location, &errors)
            case .success:
                let message = "Datetimes provided to dates should have zero time - e.g. be exact dates"
                return validator.fail("date_from_datetime_inexact", message, input, location, &errors)
            case .failure(let problem): return failed("date_from_datetime", problem, input, location, &errors)
            case nil: break
            }
        }
        if let problem { return failed("date", problem, input, location, &errors) }
        return validator.fail("date_type", "Input should be a valid date", input, location, &errors)
    }

    private func made(_ day: CalendarDate, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        if day.year == 0 { return failed("date", Problem("year 0 is out of range"), input, location, &errors) }
        return try? DateTimeModule.classes(machine).make(day)
    }

    private func time(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let classes = try DateTimeModule.classes(machine)
        if input.asObject is PyTime {
            if !isExact(input, classes.time) { validator.floor(.strict) }
            return input
        }
        let found: Swift.Result<(ClockTime, Int?), Problem>
        if let text = text(input) {
            floor(input)
            found = parsed { () throws(Problem) in
                var reader = TemporalReader(text)
                let clock = try reader.time()
                let offset = try reader.zone()
                try reader.end()
                return (clock, offset)
            }
        } else if input.asBool == nil, let number = try number(input) {
            validator.floor(.lax)
            found = parsed { () throws(Problem) in (try clock(number), 0) }
        } else if validator.mode == .json, !validator.isStrict, input.asBool == nil, input.asBigInt != nil {
            return failed("time", Self.tooLate, input, location, &errors)
        } else {
            return validator.fail("time_type", "Input should be a valid time", input, location, &errors)
        }
        switch found {
        case .success(let (clock, offset)): return classes.make(clock, zone: try zone(offset))
        case .failure(let problem): return failed("time", problem, input, location, &errors)
        }
    }

    private static let tooLate = Problem("numeric times may not exceed 86,399 seconds")

    /// Seconds since midnight; those of a fraction count upwards from the whole number below.
    private func clock(_ number: Number) throws(Problem) -> ClockTime {
        var seconds = 0, micros = 0
        switch number {
        case .whole(let value): seconds = value
        case .float(let value):
            if value.isNaN { throw Problem("NaN values not permitted") }
            seconds = Int(exactly: value.rounded(.down)) ?? (value < 0 ? Int.min : Int.max)
            if value.isFinite { micros = Int((abs(value - value.rounded(.towardZero)) * 1_000_000).rounded()) }
        }
        if seconds < 0 { throw Problem("time in seconds should be positive") }
        guard seconds < 86_400, seconds + micros / 1_000_000 < 86_400 else { throw Self.tooLate }
        return ClockTime(microseconds: seconds * 1_000_000 + micros)
    }

    private func duration(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let classes = try DateTimeModule.classes(machine)
        if input.asObject is PyTimeDelta {
            if !isExact(input, classes.timedelta) { validator.floor(.strict) }
            return input
        }
        let found: Swift.Result<Int128, Problem>
        if let text = text(input) {
            floor(input)
            found = parsed { () throws(Problem) in try DurationReader.microseconds(text) }
        } else if let number = try number(input) {
            validator.floor(.lax)
            found = parsed { () throws(Problem) in try span(number) }
        } else {
            return validator.fail("time_delta_type", "Input should be a valid timedelta", input, location, &errors)
        }
        switch found {
        case .success(let micros): return try classes.make(TimeSpan(microseconds: micros), machine)
        case .failure(let problem): return failed("time_delta", problem, input, location, &errors)
        }
    }

    private func span(_ number: Number) throws(Problem) -> Int128 {
        switch number {
        case .whole(let value):
            let total = try DurationReader.sum(Int(value.magnitude / 86_400), Int(value.magnitude % 86_400), 0)
            return value < 0 ? -total : total
        case .float(let value):
            if value.isNaN { throw Problem("NaN values not permitted") }
            let size = abs(value)
            let days = Int(exactly: (size / 86_400).rounded(.towardZero)) ?? Int.max
            let seconds = UInt64(exactly: size.rounded(.towardZero)) ?? UInt64.max
            let micros = size.isFinite ? Int(((size - size.rounded(.towardZero)) * 1_000_000).rounded()) : 0
            let total = try DurationReader.sum(min(days, Int(UInt32.max)), Int(seconds % 86_400), micros)
            return value < 0 ? -total : total
        }
    }

    private static let words = [
        "datetime": "a valid datetime", "datetime_from_date": "a valid datetime or date", "date_from_datetime": "a valid date or datetime",
        "date": "a valid date in the format YYYY-MM-DD", "time": "in a valid time format", "time_delta": "a valid timedelta",
    ]

    private func failed(
        _ kind: String, _ problem: Problem, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) -> Value? {
        validator.fail(
            kind + "_parsing", "Input should be \(Self.words[kind] ?? ""), \(problem.text)", input, location, &errors,
            [("error", .string(problem.text))])
    }
}
