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
        let factor = config.temporalForm == "milliseconds" ? 1000.0 : 1
        switch value.asObject {
        case let moment as PyDateTime:
            let day = Double(moment.date.ordinal - CalendarDate.epochOrdinal) * 86_400
            let offset = try machine.call(try machine.attribute(value, "utcoffset")).asObject as? PyTimeDelta
            return (day + Double(moment.time.microseconds) / 1_000_000 - (offset?.span.totalSeconds ?? 0)) * factor
        case let day as PyDate: return Double(day.date.ordinal - CalendarDate.epochOrdinal) * 86_400 * factor
        case let time as PyTime: return Double(time.time.microseconds) / 1_000_000 * factor
        case _ where span != nil: return (span?.span.totalSeconds ?? 0) * factor
        default: return nil
        }
    }
}
