import Python

/// Reads ISO 8601 durations, `HH:MM:SS` and `N days, HH:MM:SS` (speedate 0.17 `duration.rs`).
struct DurationReader {
    typealias Problem = TemporalReader.Problem

    private static let tooLarge = Problem("a numeric value in the duration is too large")
    private static let tooManyHours = Problem("durations may not exceed 999,999,999 hours")
    private static let wrongDays = Problem("\"day\" identifier in duration not correctly formatted")
    /// What days, hours and the like are counted in before they are added up.
    private static let limit = Int(UInt32.max)

    private let bytes: [UInt8]
    private var index = 0
    private var days = 0
    private var seconds = 0
    private var micros = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The length of a text in microseconds.
    static func microseconds(_ text: [UInt8]) throws(Problem) -> Int128 {
        let isSigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
        var reader = DurationReader(isSigned ? Array(text.dropFirst()) : text)
        try reader.read()
        let total = try sum(reader.days, reader.seconds, reader.micros)
        return text.first == UInt8(ascii: "-") ? -total : total
    }

    /// Days, seconds and microseconds as microseconds, if `timedelta` holds so many.
    static func sum(_ days: Int, _ seconds: Int, _ micros: Int) throws(Problem) -> Int128 {
        let total = Int128(days) * 86_400_000_000 + Int128(seconds) * 1_000_000 + Int128(micros)
        guard total < Int128(1_000_000_000) * 86_400_000_000 else { throw Problem("durations may not exceed 999,999,999 days") }
        return total
    }

    private mutating func read() throws(Problem) {
        guard let first = bytes.first else { throw .tooShort }
        if first == UInt8(ascii: "P") {
            index = 1
            try readISO()
        } else if bytes.count < 5 || bytes.contains(where: { $0 | 0x20 == UInt8(ascii: "d") }) {
            try readDays()
        } else {
            try readTime()
        }
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func number() throws(Problem) -> Int {
        let start = index
        var value = 0
        while let byte = next, byte >= 0x30, byte <= 0x39 {
            value = value * 10 + Int(byte - 0x30)
            guard value <= Self.limit else { throw Self.tooLarge }
            index += 1
        }
        guard index > start else { throw Problem("invalid digit in duration") }
        return value
    }

    // MARK: ISO 8601

    private static let dateUnits: [UInt8: Int] = [
        UInt8(ascii: "Y"): 365, UInt8(ascii: "M"): 30, UInt8(ascii: "W"): 7, UInt8(ascii: "D"): 1,
    ]
    private static let timeUnits: [UInt8: Int] = [UInt8(ascii: "H"): 3600, UInt8(ascii: "M"): 60, UInt8(ascii: "S"): 1]

    private mutating func readISO() throws(Problem) {
        var isTime = false, hadFraction = false
        while let byte = next {
            if byte == UInt8(ascii: "T") {
                if isTime { throw Problem("`t` character repeated in duration") }
                isTime = true
                index += 1
                continue
            }
            let whole = try number()
            let part = fraction()
            if hadFraction { throw Problem("quantity fraction invalid in duration") }
            hadFraction = part != nil
            guard let unit = next, let size = (isTime ? Self.timeUnits : Self.dateUnits)[unit] else {
                throw Problem("quantity invalid in \(isTime ? "time" : "date") part of duration")
            }
            index += 1
            try add(whole, part, of: size, isTime)
        }
        // At least one quantity, or a `T` and something.
        if index < 3 { throw .tooShort }
    }

    /// What stands behind a decimal point or comma; nil where there is none.
    private mutating func fraction() -> Double? {
        guard next == UInt8(ascii: ".") || next == UInt8(ascii: ",") else { return nil }
        index += 1
        var value = 0.0, scale = 1.0
        while let byte = next, byte >= 0x30, byte <= 0x39 {
            value = value * 10 + Double(byte - 0x30)
            scale *= 10
            index += 1
        }
        return value / scale
    }

    private mutating func add(_ whole: Int, _ part: Double?, of size: Int, _ isTime: Bool) throws(Problem) {
        let extra = (part ?? 0) * Double(size)
        let full = extra.rounded(.towardZero)
        let count = whole * size + Int(full)
        var rest = extra - full
        if isTime {
            seconds += count
        } else {
            days += count
            let more = rest * 86_400
            seconds += Int(more)
            rest = more - more.rounded(.towardZero)
        }
        micros += Int((rest * 1_000_000).rounded())
        guard whole * size <= Self.limit, days <= Self.limit, seconds <= Self.limit else { throw Self.tooLarge }
    }

    // MARK: Days and times

    /// Takes a word if it stands next in lower or in upper case, not mixed.
    private mutating func take(_ word: String) -> Bool {
        let found = [word, word.uppercased()].contains { bytes[index...].starts(with: $0.utf8) }
        if found { index += word.utf8.count }
        return found
    }

    private mutating func readDays() throws(Problem) {
        days = try number()
        if next == UInt8(ascii: " ") { index += 1 }
        guard take("d") else { throw Self.wrongDays }
        if !take("ays"), !take("ay"), next.map({ $0 | 0x20 }) == UInt8(ascii: "a") { throw Self.wrongDays }
        if next == UInt8(ascii: ",") { index += 1 }
        if next == UInt8(ascii: " ") { index += 1 }
        if next == nil { return }
        let before = days
        days = 0
        try readTime()
        if days > 0 { throw Self.tooManyHours }
        days = before
    }

    /// Hours of any number of digits, then minutes and perhaps seconds.
    private mutating func readTime() throws(Problem) {
        let rest = bytes[index...]
        guard rest.count >= 5 else { throw .tooShort }
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else { throw .hour }
        let digits = rest[..<colon]
        if digits.count > 10 { throw Self.tooManyHours }
        guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { throw .hour }
        let hours = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        if hours > 24 * 100_000_000 { throw Self.tooManyHours }
        // `MM:SS.ffffff` and nothing behind it.
        var reader = TemporalReader(Array("00:".utf8) + rest[(colon + 1)...].prefix(12))
        let time = try reader.time()
        try reader.end()
        days += hours / 24
        seconds += hours % 24 * 3600 + time.minute * 60 + time.second
        micros += time.microsecond
    }
}
