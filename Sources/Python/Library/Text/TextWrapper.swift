/// Breaks a text into lines as CPython's `textwrap.TextWrapper` does.
struct TextWrapper {
    /// The settings.
    struct Options {
        /// The greatest length of a line.
        var width = 70
        /// What the first line begins with.
        var initialIndent: [UInt32] = []
        /// What the other lines begin with.
        var subsequentIndent: [UInt32] = []
        /// Turns tabs into blanks.
        var expandsTabs = true
        /// Turns line feeds and the like into blanks.
        var replacesWhitespace = true
        /// Puts two blanks behind sentences.
        var fixesSentenceEndings = false
        /// Cuts words that are longer than a line.
        var breaksLongWords = true
        /// Drops blanks at the ends of lines.
        var dropsWhitespace = true
        /// Breaks words behind hyphens.
        var breaksOnHyphens = true
        /// The distance of tab stops.
        var tabSize = 8
        /// The greatest number of lines.
        var maximumLines: Int?
        /// What stands for the rest that was cut.
        var placeholder: [UInt32] = " [...]".codePoints
    }

    private let options: Options
    private let machine: Machine

    /// A wrapper with those settings.
    init(_ options: Options, _ machine: Machine) {
        self.options = options
        self.machine = machine
    }

    // MARK: Lines

    /// The lines of a text; raises ValueError for widths that cannot work.
    func wrap(_ text: [UInt32]) throws -> [[UInt32]] {
        try check()
        // Each chunk is an array of its own, often of one character.
        try machine.charge(instructions: text.count * 8)
        try machine.charge(bytes: 64, times: text.count)
        var text = text
        if options.expandsTabs { text = try expandTabs(text) }
        if options.replacesWhitespace { text = text.map { $0 >= 9 && $0 <= 13 ? 0x20 : $0 } }
        var rest = Array(chunks(text).reversed())
        var lines: [[UInt32]] = []
        while !rest.isEmpty {
            try machine.charge(instructions: 1)
            let indent = lines.isEmpty ? options.initialIndent : options.subsequentIndent
            let width = options.width - indent.count
            if options.dropsWhitespace, !lines.isEmpty, let last = rest.last, isBlank(last) { rest.removeLast() }
            var line = takeLine(&rest, width)
            if options.dropsWhitespace, let last = line.last, isBlank(last) { line.removeLast() }
            guard !line.isEmpty else { continue }
            let isLast = options.maximumLines.map { lines.count + 1 >= $0 } ?? false
            let isEnd = rest.isEmpty || (options.dropsWhitespace && rest.count == 1 && isBlank(rest[0]))
            let fits = line.reduce(0) { $0 + $1.count } <= width
            if !isLast || (isEnd && fits) {
                lines.append(indent + line.joined())
            } else {
                return shortened(lines, line, indent, width)
            }
        }
        return lines
    }

    private func check() throws {
        if options.width <= 0 { throw machine.error("ValueError", "invalid width \(options.width) (must be > 0)") }
        guard let limit = options.maximumLines else { return }
        let indent = limit > 1 ? options.subsequentIndent : options.initialIndent
        if indent.count + options.placeholder.drop(while: CharacterProperties.isSpace).count > options.width {
            throw machine.error("ValueError", "placeholder too large for max width")
        }
    }

    private func isBlank(_ chunk: [UInt32]) -> Bool { chunk.allSatisfy(CharacterProperties.isSpace) }

    private func takeLine(_ rest: inout [[UInt32]], _ width: Int) -> [[UInt32]] {
        var line: [[UInt32]] = []
        var count = 0
        while let next = rest.last, count + next.count <= width {
            line.append(next)
            count += next.count
            rest.removeLast()
        }
        guard let long = rest.last, long.count > width else { return line }
        if options.breaksLongWords {
            var end = width < 1 ? 1 : width - count
            if options.breaksOnHyphens, long.count > end, let hyphen = long.prefix(end).lastIndex(of: 0x2D), hyphen > 0,
                long[..<hyphen].contains(where: { $0 != 0x2D })
            {
                end = hyphen + 1
            }
            line.append(Array(long.prefix(end)))
            rest[rest.count - 1] = Array(long.dropFirst(end))
        } else if line.isEmpty {
            line.append(rest.removeLast())
        }
        return line
    }

    private func shortened(_ lines: [[UInt32]], _ line: [[UInt32]], _ indent: [UInt32], _ width: Int) -> [[UInt32]] {
        var line = line
        var count = line.reduce(0) { $0 + $1.count }
        while let last = line.last {
            if !isBlank(last), count + options.placeholder.count <= width {
                return lines + [indent + line.joined() + options.placeholder]
            }
            count -= last.count
            line.removeLast()
        }
        if let last = lines.last {
            let shortened = Array(last.reversed().drop(while: CharacterProperties.isSpace).reversed())
            if shortened.count + options.placeholder.count <= options.width {
                return lines.dropLast() + [shortened + options.placeholder]
            }
        }
        return lines + [indent + options.placeholder.drop(while: CharacterProperties.isSpace)]
    }

    private func expandTabs(_ text: [UInt32]) throws -> [UInt32] {
        var made: [UInt32] = []
        var column = 0
        for c in text {
            if c == 9 {
                let count = options.tabSize > 0 ? options.tabSize - column % options.tabSize : 0
                try machine.charge(bytes: 4, times: count)
                made += [UInt32](repeating: 0x20, count: count)
                column += count
            } else {
                made.append(c)
                column = c == 10 || c == 13 ? 0 : column + 1
            }
        }
        return made
    }

    // MARK: Chunks

    /// Words and the blanks between them; a word with hyphens is cut behind them.
    private func chunks(_ text: [UInt32]) -> [[UInt32]] {
        var made: [[UInt32]] = []
        var start = 0
        while start < text.count {
            let end = chunkEnd(text, start)
            made.append(Array(text[start..<end]))
            start = end
        }
        guard options.fixesSentenceEndings else { return made }
        for index in made.indices.dropLast() where made[index + 1] == [0x20] && endsSentence(made[index]) {
            made[index + 1] = [0x20, 0x20]
        }
        return made
    }

    private func endsSentence(_ chunk: [UInt32]) -> Bool {
        var rest = chunk[...]
        if rest.last == 0x22 || rest.last == 0x27 { rest.removeLast() }
        guard let mark = rest.popLast(), [0x2E, 0x21, 0x3F].contains(mark), let letter = rest.last else { return false }
        return letter >= 0x61 && letter <= 0x7A
    }

    private func isSpace(_ c: UInt32) -> Bool { c == 0x20 || (c >= 9 && c <= 13) }

    private func chunkEnd(_ text: [UInt32], _ start: Int) -> Int {
        func isBlankAt(_ at: Int) -> Bool { at >= text.count || isSpace(text[at]) }
        var end = start + 1
        if isSpace(text[start]) {
            while end < text.count, isSpace(text[end]) { end += 1 }
            return end
        }
        guard options.breaksOnHyphens else {
            while !isBlankAt(end) { end += 1 }
            return end
        }
        if let dash = dashEnd(text, start) { return dash }
        while true {
            if isHyphenated(text, at: end) { return end + 1 }
            if isBlankAt(end) || dashEnd(text, end) != nil { return end }
            end += 1
        }
    }

    private func isWord(_ text: [UInt32], _ at: Int) -> Bool { text.indices.contains(at) && RegexCharacters.isWord(text[at], ascii: false) }

    private func isLetter(_ text: [UInt32], _ at: Int) -> Bool { isWord(text, at) && !RegexCharacters.isDigit(text[at], ascii: false) }

    /// Whether a character may stand before a dash: part of a word, or punctuation that ends one.
    private func isWordOrMark(_ text: [UInt32], _ at: Int) -> Bool {
        isWord(text, at) || (text.indices.contains(at) && "!\"'&.,?".unicodeScalars.contains { $0.value == text[at] })
    }

    /// The end of a dash (two hyphens or more) that stands between words at `at`; nil where there is none.
    private func dashEnd(_ text: [UInt32], _ at: Int) -> Int? {
        guard isWordOrMark(text, at - 1) else { return nil }
        var end = at
        while end < text.count, text[end] == 0x2D { end += 1 }
        return end - at >= 2 && isWord(text, end) ? end : nil
    }

    /// Whether the hyphen at `at` joins two parts of a word: letters stand on both sides of it.
    private func isHyphenated(_ text: [UInt32], at: Int) -> Bool {
        guard at < text.count, text[at] == 0x2D else { return false }
        let isAfterLetters = isLetter(text, at - 1) && isLetter(text, at - 2)
        let isAfterShortPart = isWordOrMark(text, at - 1) && at >= 2 && text[at - 2] == 0x2D && isLetter(text, at - 3)
        guard isAfterLetters || isAfterShortPart, isLetter(text, at + 1) else { return false }
        return isLetter(text, at + 2) || (at + 2 < text.count && text[at + 2] == 0x2D && isLetter(text, at + 3))
    }
}
