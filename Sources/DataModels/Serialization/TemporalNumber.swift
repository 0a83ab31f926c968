import Python

/// Dates, times and durations as numbers in JSON (`ser_json_temporal`, `ser_json_timedelta="float"`).
enum TemporalNumber {
    /// Seconds or milliseconds since 1970, since midnight, or altogether; nil where a model asks for texts or the value is none of these.
    static func of(_ value: Value, _ config: ModelConfig?, _ machine: Machine) throws -> Double? {
        guard let config else { return nil }
        let span = value.asObject as? PyTimeDelta
        if config.temporalForm == "iso8601" {
            guard let span, config.durationForm == "float", config.settings["ser_json_temporal"] == nil else { return nil }
            return span.span.totalSeconds
        }
        // Whole seconds and what is left of one are rounded apart, then added.
        let isMilliseconds = config.temporalForm == "milliseconds"
        let number = { (seconds: Int, microseconds: Int) in
            isMilliseconds
                ? Double(seconds) * 1000 + Double(microseconds) / 1000 : Double(seconds) + Double(microseconds) / 1_000_000
        }
        switch value.asObject {
        case let moment as PyDateTime:
            let day = (moment.date.ordinal - CalendarDate.epochOrdinal) * 86_400
            let offset = try machine.call(try machine.attribute(value, "utcoffset")).asObject as? PyTimeDelta
            let microseconds = Int(moment.time.microseconds)
            return number(day + microseconds / 1_000_000 - Int(offset?.span.totalSeconds ?? 0), microseconds % 1_000_000)
        case let day as PyDate: return number((day.date.ordinal - CalendarDate.epochOrdinal) * 86_400, 0)
        case let time as PyTime:
            let microseconds = Int(time.time.microseconds)
            return number(microseconds / 1_000_000, microseconds % 1_000_000)
        case _ where span != nil: return span.map { isMilliseconds ? Double($0.span.microseconds) / 1000 : $0.span.totalSeconds }
        default: return nil
        }
    }
}
