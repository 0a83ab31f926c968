/// A place in a text: line and column in grapheme clusters, from 0.
public struct TextPosition: Sendable, Hashable, Comparable {
    /// The line, from 0.
    public var line: Int
    /// The cluster in the line, from 0.
    public var column: Int

    /// A place, which need not exist.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (a: TextPosition, b: TextPosition) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A text as lines, each with the ending that it has, so that CRLF and mixed endings survive every edit.
struct TextLines: Sendable, Hashable {
    /// At least one; the last has no ending.
    private(set) var lines: [String]
    private(set) var endings: [String]

    init(_ text: String) {
        lines = []
        endings = []
        var line = ""
        for character in text {
            if character == "\n" || character == "\r\n" || character == "\r" {
                lines.append(line)
                endings.append(String(character))
                line = ""
            } else {
                line.append(character)
            }
        }
        lines.append(line)
    }

    var text: String {
        var text = ""
        for (line, ending) in zip(lines, endings) { text += line + ending }
        return text + (lines.last ?? "")
    }

    /// The ending that new lines get: that of the first line.
    var newline: String { endings.first ?? "\n" }

    /// The nearest place that exists.
    func nearest(_ position: TextPosition) -> TextPosition {
        guard position.line >= 0 else { return TextPosition(line: 0, column: 0) }
        let line = min(position.line, lines.count - 1)
        if position.column <= 0 { return TextPosition(line: line, column: 0) }
        return TextPosition(line: line, column: min(position.column, lines[line].count))
    }

    /// The end of the text.
    var end: TextPosition { TextPosition(line: lines.count - 1, column: lines[lines.count - 1].count) }

    /// The text of a range, with the endings that it has.
    func text(in range: Range<TextPosition>) -> String {
        let (start, end) = (range.lowerBound, range.upperBound)
        if start.line == end.line { return String(lines[start.line].prefix(end.column).dropFirst(start.column)) }
        var text = String(lines[start.line].dropFirst(start.column)) + endings[start.line]
        for line in (start.line + 1)..<end.line { text += lines[line] + endings[line] }
        return text + lines[end.line].prefix(end.column)
    }

    /// Replaces a range and gives the place behind what was put in; new line breaks get the text's ending.
    mutating func replace(_ range: Range<TextPosition>, with text: String) -> TextPosition {
        let (start, end) = (range.lowerBound, range.upperBound)
        var new = TextLines(text).lines
        let last = new.count - 1
        let tail = lines[end.line].dropFirst(end.column)
        new[0] = lines[start.line].prefix(start.column) + new[0]
        let place = TextPosition(line: start.line + last, column: new[last].count)
        new[last] += tail
        let ending = newline
        lines.replaceSubrange(start.line...end.line, with: new)
        endings.replaceSubrange(start.line..<end.line, with: Array(repeating: ending, count: last))
        return nearest(place)
    }

    /// Exchanges a line with the next; the endings stay where they are.
    mutating func swapLines(_ line: Int) {
        guard line >= 0, line + 1 < lines.count else { return }
        lines.swapAt(line, line + 1)
    }
}
