/// Reads a pattern by the grammar of Python 3.11's `re`, with the words of its errors.
struct RegexParser {
    /// The pattern as code points.
    let pattern: [UInt32]
    /// Whether the pattern is `bytes`: classes are ASCII's, escapes above a byte do not exist.
    let isBytes: Bool
    /// The flags that hold here.
    var flags: RegexFlags
    /// The next code point.
    var index = 0
    /// The names of groups and their numbers, in order of their appearance.
    var names: [(name: String, group: Int)] = []
    /// How many groups were opened.
    var groupCount = 0
    /// The groups that are not closed yet.
    var openGroups: Set<Int> = []
    /// The widths of the groups that are closed, for look-behinds.
    var widths: [Int: ClosedRange<Int>] = [:]
    /// Whether some look-behind has no fixed width, which counts only if nothing else is wrong.
    var hasVariableLookBehind = false
    /// The number of groups before the innermost look-behind, or nil outside of one.
    var lookBehindGroups: Int?
    /// How deep groups are nested here.
    var depth = 0
    /// References of conditionals to groups that may follow.
    var pendingConditionals: [(group: Int, position: Int)] = []

    /// The greatest nesting; a hostile pattern must not exhaust the native stack.
    static let depthLimit = 150
    /// The number of turns that stands for "without end".
    static let unlimited = Int(UInt32.max)

    /// A parser of that pattern.
    init(pattern: [UInt32], flags: RegexFlags, isBytes: Bool) {
        self.pattern = pattern
        self.flags = flags
        self.isBytes = isBytes
    }

    // MARK: Characters

    /// The next code point, or nil at the end.
    var current: UInt32? { index < pattern.count ? pattern[index] : nil }

    /// An error at a position.
    func fail(_ message: String, at position: Int?) -> RegexError { RegexError(message, at: position, in: pattern) }

    /// Takes `c` if it comes next.
    mutating func take(_ c: Character) -> Bool {
        guard let value = c.unicodeScalars.first?.value, current == value else { return false }
        index += 1
        return true
    }

    /// Whether that character comes next.
    func isNext(_ c: Character) -> Bool { current == c.unicodeScalars.first?.value }

    /// A part of the pattern as text.
    func text(_ range: Range<Int>) -> String { CodePoints.string(pattern[range]) }

    // MARK: Alternatives and sequences

    /// Parses the whole pattern.
    mutating func parse() throws(RegexError) -> RegexNode {
        let node = try alternatives(isTop: true)
        if index < pattern.count { throw fail("unbalanced parenthesis", at: index) }
        for pending in pendingConditionals where pending.group > groupCount {
            throw fail("invalid group reference \(pending.group)", at: pending.position)
        }
        if hasVariableLookBehind { throw fail("look-behind requires fixed-width pattern", at: nil) }
        return node
    }

    /// Parses branches up to `)` or the end.
    mutating func alternatives(isTop: Bool = false) throws(RegexError) -> RegexNode {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.depthLimit { throw fail("maximum recursion depth exceeded", at: nil) }
        let first = try sequence(isFirst: isTop)
        var branches = [first]
        while take("|") { branches.append(try sequence(isFirst: false)) }
        return branches.count == 1 ? first : .alternation(branches)
    }

    /// Parses items up to `|`, `)` or the end.
    mutating func sequence(isFirst: Bool) throws(RegexError) -> RegexNode {
        let start = index
        var nodes: [RegexNode] = []
        while let c = current, c != 0x7C, c != 0x29 {
            if flags.contains(.verbose), skipVerbose(c) { continue }
            switch c {
            case 0x2A, 0x2B, 0x3F: try repeatLast(&nodes, at: index)
            case 0x7B:
                if !(try bracedRepetition(&nodes)) {
                    index += 1
                    nodes.append(literal(c))
                }
            default:
                if let node = try item(isFirst: isFirst && nodes.isEmpty, start: start) { nodes.append(node) }
            }
        }
        return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
    }

    /// Skips white space or a comment in verbose mode; tells whether there was any.
    private mutating func skipVerbose(_ c: UInt32) -> Bool {
        switch c {
        case 0x20, 0x09...0x0D:
            index += 1
            return true
        case 0x23:
            while let d = current {
                index += 1
                if d == 0x0A { break }
            }
            return true
        default: return false
        }
    }

    /// Parses one item that is not a repetition; nil for what matches nothing by itself (`(?#…)`, `(?i)`).
    private mutating func item(isFirst: Bool, start: Int) throws(RegexError) -> RegexNode? {
        let position = index
        let c = pattern[index]
        index += 1
        switch c {
        case 0x5C: return try escape(at: position)
        case 0x5B: return try characterSet(at: position)
        case 0x2E: return .any(dotAll: flags.contains(.dotAll))
        case 0x5E: return .assertion(flags.contains(.multiline) ? .lineStart : .textStart)
        case 0x24: return .assertion(flags.contains(.multiline) ? .lineEnd : .textEndOrLastLine)
        case 0x28: return try group(at: position, isFirst: isFirst)
        default: return literal(c)
        }
    }

    // MARK: Case and classes by the flags

    /// How letters are compared here.
    var caseMode: RegexCase {
        guard flags.contains(.ignoreCase) else { return .exact }
        return isASCII ? .ascii : .unicode
    }

    /// Whether classes are those of ASCII here.
    var isASCII: Bool { isBytes || flags.contains(.ascii) }

    /// A node for one code point.
    func literal(_ c: UInt32) -> RegexNode { .literal(c, caseMode) }

    // MARK: Repetitions

    private mutating func repeatLast(_ nodes: inout [RegexNode], at position: Int) throws(RegexError) {
        let sign = pattern[index]
        index += 1
        let range = sign == 0x2A ? (0, Self.unlimited) : sign == 0x2B ? (1, Self.unlimited) : (0, 1)
        try wrapLast(&nodes, least: range.0, most: range.1, at: position)
    }

    /// Parses `{m,n}`; false where the brace is a plain character.
    private mutating func bracedRepetition(_ nodes: inout [RegexNode]) throws(RegexError) -> Bool {
        let position = index
        var scan = index + 1
        let low = digits(&scan)
        var high = low
        if scan < pattern.count, pattern[scan] == 0x2C {
            scan += 1
            high = digits(&scan)
        } else if low.isEmpty {
            return false
        }
        guard scan < pattern.count, pattern[scan] == 0x7D else { return false }
        index = scan + 1
        let least = low.isEmpty ? 0 : Int(low) ?? Int.max
        let most = high.isEmpty ? Self.unlimited : Int(high) ?? Int.max
        if least >= Self.unlimited || (!high.isEmpty && most >= Self.unlimited) {
            throw fail("the repetition number is too large", at: nil)
        }
        if most < least { throw fail("min repeat greater than max repeat", at: position + 1) }
        try wrapLast(&nodes, least: least, most: most, at: position)
        return true
    }

    private func digits(_ scan: inout Int) -> String {
        var found = ""
        while scan < pattern.count, pattern[scan] >= 0x30, pattern[scan] <= 0x39 {
            found.unicodeScalars.append(Unicode.Scalar(UInt8(pattern[scan])))
            scan += 1
        }
        return found
    }

    private mutating func wrapLast(_ nodes: inout [RegexNode], least: Int, most: Int, at position: Int) throws(RegexError) {
        guard let last = nodes.last else { throw fail("nothing to repeat", at: position) }
        switch last {
        case .assertion(.textStart), .assertion(.lineStart), .assertion(.textEnd), .assertion(.lineEnd), .assertion(.textEndOrLastLine),
            .assertion(.wordBoundary), .assertion(.notWordBoundary), .empty:
            if case .empty = last { throw fail("nothing to repeat", at: position) }
            if Self.isAtSign(last) { throw fail("nothing to repeat", at: position) }
        case .repetition: throw fail("multiple repeat", at: position)
        case .atomic(.repetition): throw fail("multiple repeat", at: position)
        default: break
        }
        let greed: RegexGreed = take("?") ? .lazy : take("+") ? .possessive : .greedy
        nodes[nodes.count - 1] = .repetition(last, min: least, max: most, greed)
    }

    private static func isAtSign(_ node: RegexNode) -> Bool {
        if case .assertion = node { true } else { false }
    }
}
