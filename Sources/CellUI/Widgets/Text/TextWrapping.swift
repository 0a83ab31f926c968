/// Breaks text into lines of so many cells.
public enum TextWrapping {
    /// The lines of a paragraph, broken at blanks, and inside of words that are longer than a line; at least one.
    public static func wrap(_ text: String, width: Int) -> [String] {
        guard width > 0 else { return [text] }
        var lines: [String] = []
        var line = "", used = 0, isFirst = true
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let size = CharacterWidth.of(String(word))
            if !isFirst, used > 0, used + 1 + size > width {
                lines.append(line)
                (line, used) = ("", 0)
            } else if !isFirst {
                line += " "
                used += 1
            }
            isFirst = false
            if size <= width {
                line += word
                used += size
            } else {
                breakWord(word, width: width, &lines, &line, &used)
            }
        }
        return lines + [line]
    }

    private static func breakWord(_ word: Substring, width: Int, _ lines: inout [String], _ line: inout String, _ used: inout Int) {
        for character in word {
            let size = CharacterWidth.of(character)
            if used + size > width, used > 0 {
                lines.append(line)
                (line, used) = ("", 0)
            }
            line.append(character)
            used += size
        }
    }

    /// Styled pieces broken in the same way, at blanks only; pieces keep their styles.
    public static func wrap(_ spans: [Span], width: Int) -> [[Span]] {
        let lines = wrap(spans.text, width: width)
        var rest = spans.flatMap { span in span.text.map { Span(String($0), span.role, span.attributes) } }[...]
        return lines.enumerated().map { index, line in
            // A blank at which a line was broken belongs to no line.
            if index > 0, rest.first?.text == " ", line.first != " " { rest = rest.dropFirst() }
            let taken = rest.prefix(line.count)
            rest = rest.dropFirst(line.count)
            return joined(taken)
        }
    }

    private static func joined(_ pieces: ArraySlice<Span>) -> [Span] {
        var result: [Span] = []
        for piece in pieces {
            if let last = result.last, last.role == piece.role, last.attributes == piece.attributes {
                result[result.count - 1].text += piece.text
            } else {
                result.append(piece)
            }
        }
        return result
    }
}
