/// Writes dates and times by the directives of `strftime` in the C locale, as CPython on glibc does.
public struct TimeFormatter {
    /// The broken-down time.
    public var date: CalendarDate
    /// The time of day.
    public var time: ClockTime
    /// What `%z` and `%Z` write.
    public var offset: String
    /// What `%Z` writes.
    public var zone: String
    /// Seconds since 1970 for `%s`.
    public var epoch: Int?

    /// A formatter for that moment.
    public init(date: CalendarDate, time: ClockTime, offset: String = "", zone: String = "", epoch: Int? = nil) {
        self.date = date
        self.time = time
        self.offset = offset
        self.zone = zone
        self.epoch = epoch
    }

    /// The names of the days, Monday first.
    static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    /// The names of the months.
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    /// The text of `format`; directives that do not exist stay as they are.
    public func string(_ format: [UInt32]) -> [UInt32] {
        var made: [UInt32] = []
        var index = 0
        while index < format.count {
            guard format[index] == 0x25, index + 1 < format.count else {
                made.append(format[index])
                index += 1
                continue
            }
            var end = index + 1
            var flag: Character?
            var width = 0
            while let c = Self.ascii(format[end]), "-_0^#".contains(c), end + 1 < format.count {
                flag = c
                end += 1
            }
            while let digit = Self.ascii(format[end])?.wholeNumberValue, end + 1 < format.count, width < 100 {
                width = width * 10 + digit
                end += 1
            }
            if end + 1 < format.count, Self.isModified(format[end], format[end + 1]) { end += 1 }
            if let c = Self.ascii(format[end]), let field = field(c) {
                made += field.text(flag, least: width).codePoints
            } else {
                made += format[index...end]
            }
            index = end + 1
        }
        return made
    }

    /// Whether a letter asks for the other form of a directive, which in the C locale is the same one.
    private static func isModified(_ letter: UInt32, _ directive: UInt32) -> Bool {
        guard let letter = ascii(letter), let directive = ascii(directive) else { return false }
        return letter == "E" ? "cCxXyY".contains(directive) : letter == "O" ? "deHImMSuUVwWy".contains(directive) : false
    }

    private static func ascii(_ c: UInt32) -> Character? { c < 128 ? Character(Unicode.Scalar(UInt8(c))) : nil }

    /// A field before its flags are applied.
    private enum Field {
        case number(Int, width: Int, pad: Character)
        case words(String)

        /// The text, filled to a least width.
        func text(_ flag: Character?, least: Int) -> String {
            switch self {
            case .number(let value, let usual, let pad):
                let width = max(usual, least)
                return switch flag {
                case "-": Digits.pad(value, least, " ")
                case "_": Digits.pad(value, width, " ")
                case "0": Digits.pad(value, width, "0")
                default: Digits.pad(value, width, pad)
                }
            case .words(var text):
                if flag == "^" { text = text.uppercased() }
                if flag == "#" { text = text == "AM" || text == "PM" ? text.lowercased() : text.uppercased() }
                return String(repeating: flag == "0" ? "0" : " ", count: max(0, least - text.utf8.count)) + text
            }
        }
    }

    private func field(_ c: Character) -> Field? { numberField(c) ?? textField(c).map(Field.words) }

    private func numberField(_ c: Character) -> Field? {
        let iso = date.isoCalendar
        let hour12 = time.hour % 12 == 0 ? 12 : time.hour % 12
        return switch c {
        case "d": .number(date.day, width: 2, pad: "0")
        case "e": .number(date.day, width: 2, pad: " ")
        case "H": .number(time.hour, width: 2, pad: "0")
        case "k": .number(time.hour, width: 2, pad: " ")
        case "I": .number(hour12, width: 2, pad: "0")
        case "l": .number(hour12, width: 2, pad: " ")
        case "j": .number(date.dayOfYear, width: 3, pad: "0")
        case "m": .number(date.month, width: 2, pad: "0")
        case "M": .number(time.minute, width: 2, pad: "0")
        case "S": .number(time.second, width: 2, pad: "0")
        case "f": .number(time.microsecond, width: 6, pad: "0")
        case "U": .number((date.dayOfYear + 6 - (date.weekday + 1) % 7) / 7, width: 2, pad: "0")
        case "W": .number((date.dayOfYear + 6 - date.weekday) / 7, width: 2, pad: "0")
        case "w": .number((date.weekday + 1) % 7, width: 1, pad: "0")
        case "u": .number(date.weekday + 1, width: 1, pad: "0")
        case "y": .number(date.year % 100, width: 2, pad: "0")
        case "C": .number(date.year / 100, width: 1, pad: "0")
        case "Y": .number(date.year, width: 1, pad: "0")
        case "G": .number(iso.year, width: 1, pad: "0")
        case "g": .number(iso.year % 100, width: 2, pad: "0")
        case "V": .number(iso.week, width: 2, pad: "0")
        case "s": epoch.map { .number($0, width: 1, pad: "0") }
        default: nil
        }
    }

    private func textField(_ c: Character) -> String? {
        switch c {
        case "a": String(Self.days[date.weekday].prefix(3))
        case "A": Self.days[date.weekday]
        case "b", "h": String(Self.months[date.month - 1].prefix(3))
        case "B": Self.months[date.month - 1]
        case "p": time.hour < 12 ? "AM" : "PM"
        case "P": time.hour < 12 ? "am" : "pm"
        case "c": compose("%a %b %e %H:%M:%S %Y")
        case "x", "D": compose("%m/%d/%y")
        case "X", "T": compose("%H:%M:%S")
        case "F": compose("%Y-%m-%d")
        case "R": compose("%H:%M")
        case "r": compose("%I:%M:%S %p")
        case "n": "\n"
        case "t": "\t"
        case "%": "%"
        case "z": offset
        case "Z": zone
        default: nil
        }
    }

    private func compose(_ format: String) -> String { CodePoints.string(string(format.codePoints)) }
}
