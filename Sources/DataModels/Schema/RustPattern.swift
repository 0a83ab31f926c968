import Python

/// Patterns in the syntax of the Rust crate `regex`, as pydantic-core takes them, rewritten for Python's machine.
///
/// Most of both syntaxes is the same. `$` stands for the end alone, names of groups may do without `P`, classes know POSIX names, and
/// what a linear-time machine cannot do (look-around, back references) is an error.
struct RustPattern {
    /// Why a pattern is none, as the crate prints it.
    struct Problem: Error {
        let text: String
    }

    private let pattern: [Character]
    private var index = 0
    private var out = ""
    /// Where the open groups start, and how many more parentheses close each in the result.
    private var groups: [(start: Int, closes: Int)] = []
    private var isMultiline = false
    /// Whether there is something that an operator can repeat.
    private var canRepeat = false

    private init(_ pattern: String) { self.pattern = Array(pattern) }

    /// The same pattern in Python's syntax.
    static func translated(_ pattern: String) throws(Problem) -> String {
        var made = RustPattern(pattern)
        try made.run()
        return made.out
    }

    private func problem(_ message: String, at start: Int, length: Int = 1) -> Problem {
        let mark = String(repeating: " ", count: start) + String(repeating: "^", count: length)
        return Problem(text: "regex parse error:\n    \(String(pattern))\n    \(mark)\nerror: \(message)")
    }

    private func starts(with text: String) -> Bool { pattern[index...].starts(with: text) }

    private mutating func copy(_ count: Int = 1) {
        out += String(pattern[index..<(index + count)])
        index += count
    }

    private mutating func run() throws(Problem) {
        while index < pattern.count {
            switch pattern[index] {
            case "\\": try escape()
            case "[": try bracket()
            case "(": try open()
            case ")": try close()
            case "$":
                out += isMultiline ? "$" : "\\Z"
                index += 1
                canRepeat = true
            case "*", "+", "?":
                guard canRepeat else { throw problem("repetition operator missing expression", at: index) }
                copy()
                // A lazy operator; further ones repeat the repetition.
                if index < pattern.count, pattern[index] == "?" { copy() }
            case "{": try counted()
            case "|", "^":
                canRepeat = pattern[index] == "^"
                copy()
            default:
                canRepeat = true
                copy()
            }
        }
        if let group = groups.last(where: { $0.start >= 0 }) { throw problem("unclosed group", at: group.start) }
        out += String(repeating: ")", count: rootCloses)
    }

    /// `{2}`, `{2,}` or `{2,5}`, perhaps lazy.
    private mutating func counted() throws(Problem) {
        let start = index
        guard canRepeat else { throw problem("repetition operator missing expression", at: start) }
        let rest = pattern[(start + 1)...]
        let first = rest.prefix { $0.isASCII && $0.isNumber }
        var end = first.endIndex
        guard end < pattern.count || first.isEmpty == false else { throw problem("unclosed counted repetition", at: start) }
        guard !first.isEmpty else { throw problem("repetition quantifier expects a valid decimal", at: end) }
        var last = first
        if end < pattern.count, pattern[end] == "," {
            last = pattern[(end + 1)...].prefix { $0.isASCII && $0.isNumber }
            end = last.endIndex
        }
        guard end < pattern.count, pattern[end] == "}" else {
            throw problem("unclosed counted repetition", at: start, length: end - start)
        }
        if let least = Int(String(first)), let most = Int(String(last)), least > most {
            let message = "invalid repetition count range, the start must be <= the end"
            throw problem(message, at: start, length: end - start + 1)
        }
        copy(end - start + 1)
        if index < pattern.count, pattern[index] == "?" { copy() }
    }

    /// How many parentheses close flags that hold to the end.
    private var rootCloses = 0

    // MARK: Escapes

    private mutating func escape() throws(Problem) {
        guard index + 1 < pattern.count else {
            throw problem("incomplete escape sequence, reached end of pattern prematurely", at: index)
        }
        let next = pattern[index + 1]
        canRepeat = true
        switch next {
        case "1"..."9": throw problem("backreferences are not supported", at: index, length: 2)
        case "z":
            out += "\\Z"
            index += 2
        case "A", "b", "B": copy(2)
        default: try characters(inClass: false)
        }
    }

    /// An escape that stands for characters, alone or in a class.
    private mutating func characters(inClass: Bool) throws(Problem) {
        switch pattern[index + 1] {
        case "p", "P": try property(inClass: inClass)
        case "x", "u", "U": try hexadecimal()
        case let letter where letter.isASCII && (letter.isLetter || letter.isNumber):
            guard "aftnrvdDsSwW".contains(letter) else { throw problem("unrecognized escape sequence", at: index, length: 2) }
            copy(2)
        case let other where !other.isASCII: throw problem("unrecognized escape sequence", at: index, length: 2)
        default: copy(2)
        }
    }

    /// `\p{L}`, `\pL`, `\P{…}` and `\p{^…}` as the code points that they take.
    private mutating func property(inClass: Bool) throws(Problem) {
        let start = index
        var isNegated = pattern[index + 1] == "P"
        var name = Substring()
        index += 2
        if index < pattern.count, pattern[index] == "{" {
            let rest = pattern[(index + 1)...]
            guard let end = rest.firstIndex(of: "}") else {
                throw problem("unclosed Unicode property", at: start, length: pattern.count - start)
            }
            name = Substring(String(rest[..<end]))
            index = end + 1
        } else if index < pattern.count {
            name = Substring(String(pattern[index]))
            index += 1
        }
        if name.hasPrefix("^") {
            isNegated.toggle()
            name = name.dropFirst()
        }
        guard let property = UnicodeProperty(String(name)) else {
            throw problem("Unicode property not found", at: start, length: index - start)
        }
        let members = isNegated ? property.complement : property.ranges
        let text = members.map { "\\U\(Self.hex($0.lowerBound))-\\U\(Self.hex($0.upperBound))" }.joined()
        out += inClass ? text : "[\(text)]"
    }

    /// `\x41`, `\u0041`, `\U00000041` and the same with a number of digits in braces.
    private mutating func hexadecimal() throws(Problem) {
        let start = index
        let count = ["x": 2, "u": 4, "U": 8][pattern[index + 1]] ?? 2
        index += 2
        var digits = ""
        if index < pattern.count, pattern[index] == "{" {
            let rest = pattern[(index + 1)...]
            guard let end = rest.firstIndex(of: "}") else {
                throw problem("incomplete escape sequence, reached end of pattern prematurely", at: start, length: pattern.count - start)
            }
            digits = String(rest[..<end])
            index = end + 1
        } else {
            for _ in 0..<count {
                guard index < pattern.count else {
                    throw problem(
                        "incomplete escape sequence, reached end of pattern prematurely", at: start, length: pattern.count - start)
                }
                guard pattern[index].isHexDigit else { throw problem("invalid hexadecimal digit", at: index) }
                digits.append(pattern[index])
                index += 1
            }
        }
        guard let point = UInt32(digits, radix: 16), Unicode.Scalar(point) != nil else {
            throw problem("hexadecimal literal is not a Unicode scalar value", at: start + 2, length: index - start - 2)
        }
        out += "\\U\(Self.hex(point))"
    }

    /// Eight hexadecimal digits.
    private static func hex(_ point: UInt32) -> String {
        let digits = String(point, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    // MARK: Classes

    private static let named = [
        "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "ascii": "\\x00-\\x7F", "blank": "\\t ", "cntrl": "\\x00-\\x1F\\x7F", "digit": "0-9",
        "graph": "!-~", "lower": "a-z", "print": " -~", "punct": "!-/:-@\\[-`{-~", "space": "\\t\\n\\v\\f\\r ", "upper": "A-Z",
        "word": "0-9A-Za-z_", "xdigit": "0-9A-Fa-f",
    ]

    private mutating func bracket() throws(Problem) {
        let start = index
        copy()
        if index < pattern.count, pattern[index] == "^" { copy() }
        if index < pattern.count, pattern[index] == "]" { copy() }
        while index < pattern.count {
            if pattern[index] == "]" {
                copy()
                canRepeat = true
                return
            }
            if pattern[index] == "\\", index + 1 < pattern.count {
                try characters(inClass: true)
            } else if starts(with: "[:"), let name = Self.named.keys.first(where: { starts(with: "[:\($0):]") }) {
                out += Self.named[name] ?? ""
                index += name.count + 4
            } else {
                copy()
            }
        }
        throw problem("unclosed character class", at: start)
    }

    // MARK: Groups

    private mutating func open() throws(Problem) {
        for lookaround in ["(?=", "(?!", "(?<=", "(?<!"] where starts(with: lookaround) {
            throw problem("look-around, including look-ahead and look-behind, is not supported", at: index, length: lookaround.count)
        }
        canRepeat = false
        guard starts(with: "(?") else {
            groups.append((index, 0))
            return copy()
        }
        if starts(with: "(?<") || starts(with: "(?P<") {
            groups.append((index, 0))
            out += "(?P<"
            index += starts(with: "(?P") ? 4 : 3
            return
        }
        try openFlags()
    }

    /// `(?i)` up to the end of the group, or `(?i:…)`.
    private mutating func openFlags() throws(Problem) {
        let letters = pattern[(index + 2)...].prefix { $0.isLetter || $0 == "-" }
        let end = letters.endIndex
        if let wrong = letters.firstIndex(where: { !"imsRUux-".contains($0) }) { throw problem("unrecognized flag", at: wrong) }
        guard end < pattern.count else { throw problem("unclosed group", at: index) }
        guard pattern[end] == ":" || pattern[end] == ")" else { throw problem("unrecognized flag", at: end) }
        if letters.prefix(while: { $0 != "-" }).contains("m") { isMultiline = true }
        // Python is Unicode anyhow, and has no flag for swapped greed.
        let flags = String(letters.filter { $0 != "u" })
        let isScoped = pattern[end] == ":"
        if isScoped { groups.append((index, 0)) }
        index = end + 1
        if isScoped {
            out += flags == "-" || flags.isEmpty ? "(?:" : "(?\(flags):"
        } else if !flags.isEmpty, flags != "-" {
            out += "(?\(flags):"
            if groups.isEmpty { rootCloses += 1 } else { groups[groups.count - 1].closes += 1 }
        }
    }

    private mutating func close() throws(Problem) {
        guard let group = groups.popLast() else { throw problem("unopened group", at: index) }
        out += String(repeating: ")", count: group.closes)
        copy()
        canRepeat = true
    }
}
