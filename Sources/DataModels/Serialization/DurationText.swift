import Python

/// ISO 8601 durations, as Pydantic writes them.
enum DurationText {
    static func iso(_ span: TimeSpan) -> String {
        let total = span.microseconds.magnitude
        let sign = span.microseconds < 0 ? "-" : ""
        let days = Int(total / 86_400_000_000)
        let rest = Int(total % 86_400_000_000)
        let seconds = rest / 1_000_000, fraction = rest % 1_000_000
        var text = sign + "P"
        if days / 365 > 0 { text += "\(days / 365)Y" }
        if days % 365 > 0 { text += "\(days % 365)D" }
        var clock = ""
        if seconds / 3600 > 0 { clock += "\(seconds / 3600)H" }
        if seconds / 60 % 60 > 0 { clock += "\(seconds / 60 % 60)M" }
        if seconds % 60 > 0 || fraction > 0 {
            clock += "\(seconds % 60)"
            if fraction > 0 {
                var digits = String(String(1_000_000 + fraction).dropFirst())
                while digits.hasSuffix("0") { digits.removeLast() }
                clock += "." + digits
            }
            clock += "S"
        }
        if clock.isEmpty, days == 0 { return "PT0S" }
        return text + (clock.isEmpty ? "" : "T" + clock)
    }

    /// `1 day and 2 hours`, as messages show bounds.
    static func words(_ span: TimeSpan) -> String {
        var parts: [String] = []
        let add = { (count: Int, unit: String) in if count != 0 { parts.append("\(count) \(unit)\(count == 1 ? "" : "s")") } }
        add(span.days, "day")
        add(span.seconds / 3600, "hour")
        add(span.seconds / 60 % 60, "minute")
        add(span.seconds % 60, "second")
        add(span.fraction, "microsecond")
        return parts.isEmpty ? "0 seconds" : parts.joined(separator: " and ")
    }
}
