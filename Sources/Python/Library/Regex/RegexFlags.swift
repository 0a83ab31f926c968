/// The flags of a regular expression, with the values of CPython's `re`.
public struct RegexFlags: OptionSet, Sendable, Hashable {
    /// The bits as CPython numbers them.
    public let rawValue: Int
    /// Flags of those bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `re.I`: letters match in either case.
    public static let ignoreCase = RegexFlags(rawValue: 2)
    /// `re.L`: case by locale, for byte patterns only.
    public static let locale = RegexFlags(rawValue: 4)
    /// `re.M`: `^` and `$` match at every line.
    public static let multiline = RegexFlags(rawValue: 8)
    /// `re.S`: `.` matches line feeds too.
    public static let dotAll = RegexFlags(rawValue: 16)
    /// `re.U`: the classes follow Unicode; always so for text patterns without `ascii`.
    public static let unicode = RegexFlags(rawValue: 32)
    /// `re.X`: white space and comments in the pattern mean nothing.
    public static let verbose = RegexFlags(rawValue: 64)
    /// `re.DEBUG`: accepted, without effect.
    public static let debug = RegexFlags(rawValue: 128)
    /// `re.A`: the classes are those of ASCII.
    public static let ascii = RegexFlags(rawValue: 256)

    /// The flag that a letter stands for in `(?…)`, or nil.
    static func letter(_ c: UInt32) -> RegexFlags? {
        switch c {
        case 0x69: .ignoreCase
        case 0x4C: .locale
        case 0x6D: .multiline
        case 0x73: .dotAll
        case 0x78: .verbose
        case 0x61: .ascii
        case 0x75: .unicode
        case 0x74: RegexFlags(rawValue: 1)
        default: nil
        }
    }
}

/// How letters are compared.
enum RegexCase: Sendable, Hashable {
    case exact, ascii, unicode
}
