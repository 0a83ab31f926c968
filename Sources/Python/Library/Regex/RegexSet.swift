/// A set of code points as `[…]`, `\d` and the like describe it.
final class RegexSet: Sendable {
    /// A class of characters; the second letter of each is its complement.
    enum Category: Sendable {
        case digit, notDigit, space, notSpace, word, notWord

        /// Whether the class takes a code point.
        func contains(_ c: UInt32, ascii: Bool) -> Bool {
            switch self {
            case .digit: RegexCharacters.isDigit(c, ascii: ascii)
            case .notDigit: !RegexCharacters.isDigit(c, ascii: ascii)
            case .space: RegexCharacters.isSpace(c, ascii: ascii)
            case .notSpace: !RegexCharacters.isSpace(c, ascii: ascii)
            case .word: RegexCharacters.isWord(c, ascii: ascii)
            case .notWord: !RegexCharacters.isWord(c, ascii: ascii)
            }
        }
    }

    private let ranges: [ClosedRange<UInt32>]
    private let categories: [Category]
    private let isNegated: Bool
    private let ascii: Bool
    private let mode: RegexCase
    /// Whether each code point below 256 belongs to the set, a bit each.
    private let low: [UInt64]

    /// A set of those members.
    init(ranges: [ClosedRange<UInt32>], categories: [Category] = [], isNegated: Bool = false, ascii: Bool = false, mode: RegexCase = .exact)
    {
        self.ranges = ranges
        self.categories = categories
        self.isNegated = isNegated
        self.ascii = ascii
        self.mode = mode
        var low = [UInt64](repeating: 0, count: 4)
        for c in UInt32(0)..<256
        where Self.test(c, ranges: ranges, categories: categories, ascii: ascii, mode: mode) != isNegated {
            low[Int(c >> 6)] |= 1 << UInt64(c & 63)
        }
        self.low = low
    }

    /// Whether the set takes a code point.
    func contains(_ c: UInt32) -> Bool {
        if c < 256 { return low[Int(c >> 6)] >> UInt64(c & 63) & 1 == 1 }
        return Self.test(c, ranges: ranges, categories: categories, ascii: ascii, mode: mode) != isNegated
    }

    private static func test(_ c: UInt32, ranges: [ClosedRange<UInt32>], categories: [Category], ascii: Bool, mode: RegexCase) -> Bool {
        if ranges.contains(where: { $0.contains(c) }) { return true }
        if categories.contains(where: { $0.contains(RegexCharacters.lower(c, mode), ascii: ascii) }) { return true }
        guard mode != .exact else { return false }
        return RegexCharacters.variants(c, mode).contains { variant in ranges.contains { $0.contains(variant) } }
    }
}
