/// A compiled regular expression with the grammar and the results of Python 3.11's `re`.
///
/// Positions are indices into the code points of the subject. Matching never uses the native stack, and pays for its steps.
public final class PythonRegex {
    /// What pays for steps and bytes; throws what ends the request.
    public typealias Charge = (_ steps: Int, _ bytes: Int) throws -> Void

    /// How the match must lie in the subject.
    public enum Mode: Sendable {
        /// At the first place that matches, as `re.search`.
        case search
        /// At the start, as `re.match`.
        case match
        /// From the start to the end, as `re.fullmatch`.
        case fullmatch
    }

    /// The flags as `Pattern.flags` tells them.
    public let flags: RegexFlags
    /// The number of capturing groups.
    public let groupCount: Int
    /// The names of groups in order of their appearance.
    public let groupNames: [(name: String, group: Int)]
    private let program: RegexProgram

    /// Compiles code points of a `str` pattern, or the bytes of a `bytes` pattern.
    ///
    /// Throws `RegexError` with CPython's words.
    public init(codePoints pattern: [UInt32], flags: RegexFlags = [], isBytes: Bool = false) throws(RegexError) {
        var parser = RegexParser(pattern: pattern, flags: flags, isBytes: isBytes)
        let tree: RegexNode
        if !flags.contains(.verbose), parser.announcesVerbose() { parser.flags.insert(.verbose) }
        tree = try parser.parse()
        var final = parser.flags
        if !isBytes, !final.contains(.ascii) { final.insert(.unicode) }
        self.flags = final
        self.groupCount = parser.groupCount
        self.groupNames = parser.names
        self.program = RegexCompiler.compile(tree, groupCount: parser.groupCount, widths: parser.widths)
    }

    /// Compiles a text pattern.
    public convenience init(_ pattern: String, flags: RegexFlags = []) throws(RegexError) {
        try self.init(codePoints: pattern.codePoints, flags: flags)
    }

    /// Matches `subject`, code points, between `start` and `end`; nil where nothing matches.
    ///
    /// `mustAdvance` refuses an empty match at `start`, as the search behind an empty match does.
    public func match(
        _ subject: [UInt32], mode: Mode, from start: Int = 0, to end: Int? = nil, mustAdvance: Bool = false,
        charge: @escaping Charge = { _, _ in }
    ) throws -> RegexMatch? {
        let end = min(max(end ?? subject.count, 0), subject.count)
        let start = min(max(start, 0), subject.count)
        guard start <= end else { return nil }
        var matcher = RegexMatcher(program, text: subject, end: end, charge: charge)
        let found =
            switch mode {
            case .search: try matcher.search(from: start, mustAdvance: mustAdvance)
            case .match: try matcher.match(at: start, .init())
            case .fullmatch: try matcher.match(at: start, .init(isFull: true))
            }
        guard found else { return nil }
        return RegexMatch(registers: matcher.registers, groupCount: groupCount)
    }

    /// Whether the whole text matches; for settings such as `allow_origin_regex`.
    public func matchesWhole(_ text: String, charge: @escaping Charge = { _, _ in }) throws -> Bool {
        try match(text.codePoints, mode: .fullmatch, charge: charge) != nil
    }

    /// The number of the group of that name.
    public func group(named name: String) -> Int? { groupNames.first { $0.name == name }?.group }

    /// All matches that do not overlap, as `finditer` gives them.
    public func matches(
        in subject: [UInt32], from start: Int = 0, to end: Int? = nil, charge: @escaping Charge = { _, _ in },
        _ body: (RegexMatch) throws -> Bool
    ) throws {
        var position = start
        var mustAdvance = false
        while let found = try match(
            subject, mode: .search, from: position, to: end, mustAdvance: mustAdvance, charge: charge)
        {
            guard try body(found) else { return }
            position = found.span.upperBound
            mustAdvance = found.span.isEmpty
        }
    }
}

/// Where a pattern and its groups matched.
public struct RegexMatch: Sendable {
    /// The spans of group 0 (the whole match) and of the capturing groups; nil for a group that took no part.
    public let spans: [Range<Int>?]
    /// The last group that was closed, or nil.
    public let lastGroup: Int?

    /// The match that a matcher's registers tell.
    init(registers: [Int], groupCount: Int) {
        spans = (0...groupCount).map { group in
            let start = registers[group * 2]
            let end = registers[group * 2 + 1]
            return start >= 0 && end >= start ? start..<end : nil
        }
        let last = registers[(groupCount + 1) * 2]
        lastGroup = last > 0 ? last : nil
    }

    /// The span of the whole match.
    public var span: Range<Int> { spans[0] ?? 0..<0 }
}

extension RegexParser {
    /// Whether the pattern begins with `(?…x…)`, so that it is verbose from its first character.
    func announcesVerbose() -> Bool {
        guard pattern.count > 3, pattern[0] == 0x28, pattern[1] == 0x3F else { return false }
        var scan = 2
        var found = false
        while scan < pattern.count, RegexFlags.letter(pattern[scan]) != nil {
            if pattern[scan] == 0x78 { found = true }
            scan += 1
        }
        return found && scan < pattern.count && pattern[scan] == 0x29
    }
}
