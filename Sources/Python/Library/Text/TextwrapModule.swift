/// The module `textwrap`.
enum TextwrapModule {
    /// The options of `TextWrapper`.
    struct Options {
        var width = 70
        var initialIndent: [UInt32] = []
        var subsequentIndent: [UInt32] = []
        var expandsTabs = true
        var replacesWhitespace = true
        var breaksLongWords = true
        var dropsWhitespace = true
        var breaksOnHyphens = true
        var tabSize = 8
        var maximumLines: Int?
        var placeholder: [UInt32] = " [...]".codePoints
    }

    private static let parameters =
        "width=70, *, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False, "
        + "break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, max_lines=None, placeholder=' [...]'"

    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "textwrap")
        for name in ["wrap", "fill"] {
            module.function(machine, name, "text, " + parameters) { machine, a in
                let lines = try wrap(a[0].asStr?.points ?? [], try options(a, 1, machine), machine)
                return name == "wrap" ? .list(lines.map { .points($0) }) : .points(Array(lines.joined(separator: [0x0A])))
            }
        }
        module.function(machine, "shorten", "text, " + parameters) { machine, a in
            var options = try options(a, 1, machine)
            options.maximumLines = 1
            let words = (a[0].asString ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return .points(Array(try wrap(words.codePoints, options, machine).joined(separator: [0x0A])))
        }
        module.function(machine, "dedent", "text") { _, a in .points(dedent(a[0].asStr?.points ?? [])) }
        module.function(machine, "indent", "text, prefix, predicate=None") { machine, a in
            let lines = try machine.array(try machine.call(try machine.attribute(a[0], "splitlines"), true))
            var made: [UInt32] = []
            for line in lines {
                let points = line.asStr?.points ?? []
                let isWanted =
                    try a[2].isNone
                    ? points.contains { !CharacterProperties.isSpace($0) } : machine.isTrue(machine.call(a[2], line))
                made += (isWanted ? a[1].asStr?.points ?? [] : []) + points
            }
            return .points(made)
        }
        return module
    }

    private static func options(_ a: BoundArguments, _ first: Int, _ machine: Machine) throws -> Options {
        var made = Options()
        made.width = try machine.index(a[first])
        made.initialIndent = a[first + 1].asStr?.points ?? []
        made.subsequentIndent = a[first + 2].asStr?.points ?? []
        made.expandsTabs = try machine.isTrue(a[first + 3])
        made.replacesWhitespace = try machine.isTrue(a[first + 4])
        made.breaksLongWords = try machine.isTrue(a[first + 6])
        made.dropsWhitespace = try machine.isTrue(a[first + 7])
        made.breaksOnHyphens = try machine.isTrue(a[first + 8])
        made.tabSize = try machine.index(a[first + 9])
        made.maximumLines = a[first + 10].isNone ? nil : try machine.index(a[first + 10])
        made.placeholder = a[first + 11].asStr?.points ?? []
        return made
    }

    private static func isBlank(_ chunk: [UInt32]) -> Bool { chunk.allSatisfy(CharacterProperties.isSpace) }

    /// Words, blanks between them, and the parts of hyphenated words.
    private static func chunks(_ text: [UInt32], _ options: Options) -> [[UInt32]] {
        var made: [[UInt32]] = []
        var current: [UInt32] = []
        func isLetter(_ at: Int) -> Bool {
            text.indices.contains(at) && RegexCharacters.isWord(text[at], ascii: false) && !RegexCharacters.isDigit(text[at], ascii: false)
        }
        func flush() {
            if !current.isEmpty { made.append(current) }
            current = []
        }
        for (index, c) in text.enumerated() {
            let isSpace = CharacterProperties.isSpace(c) && c < 128
            if let last = current.last, (CharacterProperties.isSpace(last) && last < 128) != isSpace { flush() }
            current.append(c)
            let breaks = c == 0x2D && options.breaksOnHyphens && isLetter(index - 1) && isLetter(index - 2) && isLetter(index + 1)
            if breaks, isLetter(index + 2) || (text.indices.contains(index + 2) && text[index + 2] == 0x2D) { flush() }
        }
        flush()
        return made
    }

    static func wrap(_ text: [UInt32], _ options: Options, _ machine: Machine) throws -> [[UInt32]] {
        if options.width <= 0 { throw machine.error("ValueError", "invalid width \(options.width) (must be > 0)") }
        try machine.charge(instructions: text.count)
        var text = text
        if options.expandsTabs { text = expandTabs(text, options.tabSize) }
        if options.replacesWhitespace { text = text.map { $0 >= 9 && $0 <= 13 ? 0x20 : $0 } }
        var rest = Array(chunks(text, options).reversed())
        var lines: [[UInt32]] = []
        while !rest.isEmpty {
            let indent = lines.isEmpty ? options.initialIndent : options.subsequentIndent
            let width = options.width - indent.count
            if options.dropsWhitespace, !lines.isEmpty, let last = rest.last, isBlank(last) { rest.removeLast() }
            var line = takeLine(&rest, width, options)
            if options.dropsWhitespace, let last = line.last, isBlank(last) { line.removeLast() }
            guard !line.isEmpty else { continue }
            let isLast = options.maximumLines.map { lines.count + 1 >= $0 } ?? false
            let isEnd = rest.isEmpty || (options.dropsWhitespace && rest.count == 1 && isBlank(rest[0]))
            if !isLast || isEnd {
                lines.append(indent + line.joined())
                continue
            }
            return shortened(lines, line, indent, width, options)
        }
        return lines
    }

    private static func takeLine(_ rest: inout [[UInt32]], _ width: Int, _ options: Options) -> [[UInt32]] {
        var line: [[UInt32]] = []
        var count = 0
        while let next = rest.last, count + next.count <= width {
            line.append(next)
            count += next.count
            rest.removeLast()
        }
        guard let long = rest.last, long.count > width else { return line }
        if options.breaksLongWords {
            let space = max(1, width - count)
            if space > 0 && (count == 0 || width - count > 0) {
                line.append(Array(long.prefix(space)))
                rest[rest.count - 1] = Array(long.dropFirst(space))
            }
        } else if line.isEmpty {
            line.append(rest.removeLast())
        }
        return line
    }

    private static func shortened(
        _ lines: [[UInt32]], _ line: [[UInt32]], _ indent: [UInt32], _ width: Int, _ options: Options
    ) -> [[UInt32]] {
        var line = line
        var count = line.reduce(0) { $0 + $1.count }
        while let last = line.last {
            if !isBlank(last), count + options.placeholder.count <= width { return lines + [indent + line.joined() + options.placeholder] }
            count -= last.count
            line.removeLast()
        }
        func trimmed(_ points: [UInt32], atEnd: Bool) -> [UInt32] {
            atEnd
                ? Array(points.reversed().drop(while: CharacterProperties.isSpace).reversed())
                : Array(points.drop(while: CharacterProperties.isSpace))
        }
        if let last = lines.last {
            let shortened = trimmed(last, atEnd: true)
            if shortened.count + options.placeholder.count <= options.width {
                return lines.dropLast() + [shortened + options.placeholder]
            }
        }
        return lines + [indent + trimmed(options.placeholder, atEnd: false)]
    }

    private static func expandTabs(_ text: [UInt32], _ size: Int) -> [UInt32] {
        var made: [UInt32] = []
        var column = 0
        for c in text {
            if c == 9 {
                let count = size > 0 ? size - column % size : 0
                made += [UInt32](repeating: 0x20, count: count)
                column += count
            } else {
                made.append(c)
                column = c == 10 || c == 13 ? 0 : column + 1
            }
        }
        return made
    }

    /// The lines without the blanks that all of them begin with.
    private static func dedent(_ text: [UInt32]) -> [UInt32] {
        var margin: [UInt32]?
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line -> [UInt32] in
            line.allSatisfy { $0 == 0x20 || $0 == 9 } ? [] : Array(line)
        }
        for line in lines where !line.isEmpty {
            let indent = Array(line.prefix { $0 == 0x20 || $0 == 9 })
            margin = margin.map { old in zip(old, indent).prefix { $0 == $1 }.map(\.0) } ?? indent
        }
        let cut = margin?.count ?? 0
        return Array(lines.map { $0.isEmpty ? [] : Array($0.dropFirst(cut)) }.joined(separator: [0x0A]))
    }
}
