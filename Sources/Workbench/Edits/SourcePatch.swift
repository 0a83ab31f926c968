import Python

/// Replacements of byte ranges in one source text, applied at once; everything else stays byte for byte.
struct SourcePatch {
    private let source: SourceText
    private var replacements: [(range: SourceRange, bytes: [UInt8])] = []

    init(_ source: SourceText) { self.source = source }

    /// The line ending of the text.
    var newline: String { source.bytes.contains(0x0D) ? "\r\n" : "\n" }

    mutating func replace(_ range: SourceRange, with text: String) { replacements.append((range, Array(text.utf8))) }

    mutating func insert(_ text: String, at offset: Int) { replace(SourceRange(offset, offset), with: text) }

    mutating func remove(_ range: SourceRange) { replace(range, with: "") }

    /// The new bytes; replacements at one place keep the order in which they were made.
    var result: [UInt8] {
        var out: [UInt8] = []
        var offset = 0
        let ordered = replacements.enumerated().sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
        for (_, replacement) in ordered where replacement.range.start >= offset {
            out += source.bytes[offset..<replacement.range.start]
            out += replacement.bytes
            offset = replacement.range.end
        }
        return out + source.bytes[offset...]
    }

    // MARK: Lines

    /// The whole lines that a range touches, line endings included.
    func lines(of range: SourceRange) -> SourceRange {
        let first = source.lineRange(source.line(at: range.start))
        let last = source.lineRange(source.line(at: max(range.start, range.end - 1)))
        return SourceRange(first.start, last.end)
    }

    /// The blanks before a place on its line.
    func indentation(at offset: Int) -> String {
        let line = source.lineContent(source.line(at: offset))
        return String(decoding: source.slice(line).prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    /// Inserts statement lines before the line of a place, with that line's indentation.
    mutating func insertLine(_ text: String, before offset: Int) {
        insert(indented(text, like: offset) + newline, at: source.lineRange(source.line(at: offset)).start)
    }

    /// Inserts statement lines behind the lines of a range, with the indentation of its first line.
    mutating func insertLine(_ text: String, after range: SourceRange) {
        let end = lines(of: range).end
        let needsEnding = end == source.count && source.bytes.last != 0x0A
        insert((needsEnding ? newline : "") + indented(text, like: range.start) + newline, at: end)
    }

    private func indented(_ text: String, like offset: Int) -> String {
        let blanks = indentation(at: offset)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : blanks + $0 }.joined(
            separator: newline)
    }

    /// Removes a statement's lines; a block that would be empty gets `pass`.
    mutating func remove(_ statement: Statement, from block: Block) {
        if block.statements.count == 1 {
            replace(statement.range, with: "pass")
        } else {
            remove(lines(of: statement.range))
        }
    }
}
