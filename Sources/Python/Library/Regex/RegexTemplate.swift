/// A replacement text of `re.sub` with its group references.
public struct RegexTemplate: Sendable {
    /// A piece of the replacement.
    public enum Part: Sendable, Equatable {
        case text([UInt32])
        case group(Int)
    }

    /// The pieces in order.
    public let parts: [Part]

    /// Parses the replacement for `regex`.
    ///
    /// Throws `RegexError`, or `UnknownGroup` for `\g<name>` without such a name.
    public init(_ template: [UInt32], for regex: PythonRegex, isBytes: Bool = false) throws {
        guard template.contains(0x5C) else {
            parts = template.isEmpty ? [] : [.text(template)]
            return
        }
        var reader = RegexTemplateReader(template: template, regex: regex)
        parts = try reader.read()
    }

    /// A replacement names a group that the pattern lacks; CPython raises `IndexError`.
    public struct UnknownGroup: Error, Equatable {
        /// The name that is unknown.
        public let name: String
    }

    /// How many code points the replacement for a match has.
    func length(_ match: RegexMatch) -> Int {
        parts.reduce(0) { length, part in
            switch part {
            case .text(let text): length + text.count
            case .group(let group): length + (match.spans[group]?.count ?? 0)
            }
        }
    }

    /// The replacement for one match.
    public func expand(_ match: RegexMatch, in subject: [UInt32]) -> [UInt32] {
        var made: [UInt32] = []
        for part in parts {
            switch part {
            case .text(let text): made += text
            case .group(let group): if let span = match.spans[group] { made += subject[span] }
            }
        }
        return made
    }
}

/// Reads the escapes of a replacement.
private struct RegexTemplateReader {
    let template: [UInt32]
    let regex: PythonRegex
    var index = 0
    var literal: [UInt32] = []
    var parts: [RegexTemplate.Part] = []

    init(template: [UInt32], regex: PythonRegex) {
        self.template = template
        self.regex = regex
    }

    mutating func read() throws -> [RegexTemplate.Part] {
        while index < template.count {
            if template[index] == 0x5C { try escape() } else { literal.append(template[index]) }
            index += 1
        }
        flush()
        return parts
    }

    private mutating func flush() {
        if !literal.isEmpty { parts.append(.text(literal)) }
        literal = []
    }

    private func fail(_ message: String, at position: Int) -> RegexError { RegexError(message, at: position, in: template) }

    private mutating func add(group: Int, at position: Int) throws {
        guard group <= regex.groupCount else { throw fail("invalid group reference \(group)", at: position) }
        flush()
        parts.append(.group(group))
    }

    /// Reads one escape; `index` ends on its last character.
    private mutating func escape() throws {
        let start = index
        guard index + 1 < template.count else { throw fail("bad escape (end of pattern)", at: start) }
        index += 1
        let c = template[index]
        switch c {
        case 0x67: try groupName(from: start)
        case 0x30: octalFromZero()
        case 0x31...0x39: try number(from: start)
        case 0x61: literal.append(7)
        case 0x62: literal.append(8)
        case 0x66: literal.append(12)
        case 0x6E: literal.append(10)
        case 0x72: literal.append(13)
        case 0x74: literal.append(9)
        case 0x76: literal.append(11)
        case 0x5C: literal.append(0x5C)
        default:
            if (c >= 0x61 && c <= 0x7A) || (c >= 0x41 && c <= 0x5A) {
                throw fail("bad escape \\\(CodePoints.string([c]))", at: start)
            }
            literal += [0x5C, c]
        }
    }

    private func isOctal(_ at: Int) -> Bool { at < template.count && template[at] >= 0x30 && template[at] <= 0x37 }

    private mutating func octalFromZero() {
        var value: UInt32 = 0
        for _ in 0..<2 where isOctal(index + 1) {
            index += 1
            value = value * 8 + template[index] - 0x30
        }
        literal.append(value)
    }

    private mutating func number(from start: Int) throws {
        var value = Int(template[index] - 0x30)
        if index + 1 < template.count, template[index + 1] >= 0x30, template[index + 1] <= 0x39 {
            if isOctal(index), isOctal(index + 1), isOctal(index + 2) {
                let code = value * 64 + Int(template[index + 1] - 0x30) * 8 + Int(template[index + 2] - 0x30)
                index += 2
                if code > 0o377 {
                    let text = CodePoints.string(template[start...index])
                    throw fail("octal escape value \(text) outside of range 0-0o377", at: start)
                }
                literal.append(UInt32(code))
                return
            }
            index += 1
            value = value * 10 + Int(template[index] - 0x30)
        }
        try add(group: value, at: start + 1)
    }

    private mutating func groupName(from start: Int) throws {
        guard index + 1 < template.count, template[index + 1] == 0x3C else { throw fail("missing <", at: index + 1) }
        let begin = index + 2
        guard let end = template[begin...].firstIndex(of: 0x3E) else {
            throw begin >= template.count ? fail("missing group name", at: begin) : fail("missing >, unterminated name", at: begin)
        }
        let name = CodePoints.string(template[begin..<end])
        index = end
        if name.isEmpty { throw fail("missing group name", at: begin) }
        if name.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            guard let number = Int(name), number < RegexParser.unlimited else { throw fail("invalid group reference \(name)", at: begin) }
            return try add(group: number, at: begin)
        }
        guard RegexParser.isIdentifier(name) else { throw fail("bad character in group name '\(name)'", at: begin) }
        guard let group = regex.group(named: name) else { throw RegexTemplate.UnknownGroup(name: name) }
        try add(group: group, at: begin)
    }
}
