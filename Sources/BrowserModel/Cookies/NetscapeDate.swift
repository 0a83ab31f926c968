import HTTPMessages

/// Dates as NSPR's `PR_ParseTimeString` reads them: Firefox the Expires attribute, both engines the Date header.
///
/// It takes month names, days, years, times, zones and `6/16/27` in any order, leaves out what it does not know, and carries what
/// overflows (31 February is 3 March). What it does was measured with Firefox 153 (`CookieDateTests`).
struct NetscapeDate {
    private let bytes: [UInt8]
    private var place = 0
    private var day: Int?
    /// January is 0; a numeric date may say -1.
    private var month: Int?
    private var year: Int?
    private var clock: (hour: Int, minute: Int, second: Int)?
    private var zone: Zone?

    /// What was found of the time zone; a number may follow only GMT.
    private enum Zone {
        /// Minutes east of Greenwich.
        case named(Int)
        case numeric(Int)
    }

    private static let mostTokens = 1000
    private static let latestYear = 32_767
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let zones = [
        "pst": -480, "pdt": -420, "mst": -420, "mdt": -360, "cst": -360, "cdt": -300, "est": -300, "edt": -240, "ast": -240,
        "nst": -210, "gmt": 0, "bst": 60, "met": 60, "eet": 120, "jst": 540,
    ]

    /// Milliseconds since 1970, or nil where day, month or year is missing.
    static func parse(_ text: String) -> Int? {
        var date = NetscapeDate(text)
        return date.read() ? date.milliseconds : nil
    }

    private init(_ text: String) { bytes = Array(text.utf8) }

    /// The byte there, 0 after the end.
    private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// Takes in every token; false where there are too many.
    private mutating func read() -> Bool {
        var tokens = 0
        while place < bytes.count {
            tokens += 1
            guard tokens <= Self.mostTokens else { return false }
            switch byte(place) {
            case UInt8(ascii: "+"), UInt8(ascii: "-"): readOffset()
            case let byte where Self.isDigit(byte): readNumber()
            default: readWord()
            }
            skip()
        }
        return day != nil && month != nil && year.map { $0 <= Self.latestYear } ?? false
    }

    /// Goes to the beginning of the next token.
    private mutating func skip() {
        while place < bytes.count, !" \t,;-+/()[]".utf8.contains(bytes[place]) { place += 1 }
        while place < bytes.count {
            if " \t,;/()[]".utf8.contains(bytes[place]) {
                place += 1
            } else if bytes[place] == UInt8(ascii: "-"),
                (place > 0 && Self.isLetter(bytes[place - 1]) && year == nil) || !Self.isDigit(byte(place + 1))
            {
                place += 1
            } else {
                return
            }
        }
    }

    // MARK: Names

    private mutating func readWord() {
        let name = String(decoding: (place..<place + 3).map { byte($0).asciiLowercased }, as: UTF8.self)
        if let found = Self.months.firstIndex(of: name) {
            month = month ?? found
        } else if zone == nil {
            let isUT = name.hasPrefix("ut") && !Self.isLetter(byte(place + 2))
            zone = (isUT ? 0 : Self.zones[name]).map(Zone.named)
        }
    }

    /// `+0130`, `-08` or `+2`, in place of a zone or after GMT.
    private mutating func readOffset() {
        let sign = byte(place) == UInt8(ascii: "+") ? 1 : -1
        place += 1
        switch zone {
        case nil, .named(0): break
        default: return
        }
        let digits = self.digits(at: place)
        guard let number = value(digits) else { return }
        switch digits.count {
        case 1, 2: zone = .numeric(sign * number * 60)
        case 4: zone = .numeric(sign * (number / 100 * 60 + number % 100))
        default: break
        }
    }

    // MARK: Numbers

    private func digits(at start: Int) -> Range<Int> {
        var end = start
        while Self.isDigit(byte(end)) { end += 1 }
        return start..<end
    }

    /// The number that up to five digits are.
    private func value(_ digits: Range<Int>) -> Int? {
        guard (1...5).contains(digits.count) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int(bytes[$1] - 0x30) }
    }

    private mutating func readNumber() {
        let digits = self.digits(at: place)
        let next = byte(digits.upperBound)
        if next == UInt8(ascii: ":") {
            readClock(hours: digits)
        } else if next == UInt8(ascii: "/") || next == UInt8(ascii: "-"), Self.isDigit(byte(digits.upperBound + 1)) {
            readNumericDate()
        } else if !Self.isLetter(next), let number = value(digits) {
            take(number, digits: digits.count)
        }
    }

    /// A number by itself: by its length the day or the year.
    private mutating func take(_ number: Int, digits: Int) {
        switch digits {
        case 4, 5: year = year ?? number
        case 2 where day == nil && number < 32: day = number
        case 2: year = year ?? Self.fullYear(number)
        case 1: day = day ?? number
        default: break
        }
    }

    private static func fullYear(_ number: Int) -> Int { number < 70 ? number + 2000 : number < 100 ? number + 1900 : number }

    /// Hours, minutes, perhaps seconds, perhaps AM or PM. Missing seconds are read off the byte that stands in their place.
    private mutating func readClock(hours: Range<Int>) {
        guard clock == nil, hours.count <= 2, var hour = value(hours) else { return }
        let minutes = digits(at: hours.upperBound + 1)
        place = minutes.lowerBound
        guard minutes.count <= 2, let minute = value(minutes) else { return }
        place = minutes.upperBound
        if byte(place) == UInt8(ascii: ":") { place += 1 }
        let seconds = digits(at: place)
        guard seconds.count <= 2 else { return }
        let second = value(seconds) ?? Int(byte(place)) - 0x30
        place = seconds.upperBound
        var half = place
        while byte(half) == 0x20 || byte(half) == 0x09 { half += 1 }
        if byte(half + 1).asciiLowercased == UInt8(ascii: "m"), hour <= 12 {
            switch byte(half).asciiLowercased {
            case UInt8(ascii: "p"): hour = hour == 12 ? 12 : hour + 12
            case UInt8(ascii: "a"): hour = hour == 12 ? 0 : hour
            default: break
            }
        }
        clock = (hour, minute, second)
    }

    /// `6/16/27`, `16-6-2027` or `99/6/16`, where no month was named before.
    private mutating func readNumericDate() {
        guard month == nil else { return }
        let first = pair(at: place)
        guard let second = pair(after: first), let third = pair(after: second) else { return }
        let last = digits(at: third.lowerBound)
        guard [1, 2, 4, 5].contains(last.count), !Self.isLetter(byte(last.upperBound)) else { return }
        guard let n1 = value(first), let n2 = value(second), let n3 = value(last) else { return }
        if n1 > 31 || n1 == 0 {
            guard n2 <= 12, n3 <= 31 else { return }
            (year, month, day) = (Self.fullYear(n1), n2 - 1, n3)
        } else if n1 <= 12 || n2 <= 12 {
            year = Self.fullYear(n3)
            (month, day) = n1 > 12 ? (n2 - 1, n1) : (n1 - 1, n2)
        }
        place = last.upperBound
    }

    /// The one or two digits there.
    private func pair(at start: Int) -> Range<Int> { start..<(Self.isDigit(byte(start + 1)) ? start + 2 : start + 1) }

    /// The one or two digits after a slash or a dash.
    private func pair(after other: Range<Int>) -> Range<Int>? {
        let separator = byte(other.upperBound)
        guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-"), Self.isDigit(byte(other.upperBound + 1)) else { return nil }
        return pair(at: other.upperBound + 1)
    }

    // MARK: The moment

    private var milliseconds: Int? {
        guard let day, let month, let year else { return nil }
        let days = CookieDate.daysSince1970(year: month < 0 ? year - 1 : year, month: month < 0 ? 12 : month + 1, day: 1) + day - 1
        let (hour, minute, second) = clock ?? (0, 0, 0)
        let offset =
            switch zone {
            case .named(let minutes)?, .numeric(let minutes)?: minutes
            case nil: 0
            }
        return (days * 86400 + hour * 3600 + minute * 60 + second - offset * 60) * 1000
    }
}
