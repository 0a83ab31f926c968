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
        case "Z": throw problem("unrecognized escape sequence", at: index, length: 2)
        default: copy(2)
        }
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
                copy(2)
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
        guard end < pattern.count, pattern[end] == ":" || pattern[end] == ")" else {
            groups.append((index, 0))
            return copy(2)
        }
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
