/// The immutable bytes of one Python source file, with an index of its lines.
///
/// Offsets count bytes from 0; lines and columns count from 1, columns in code points. A line ends with LF, CRLF or a lone CR.
public struct SourceText: Sendable {
    /// The bytes as they were read, byte order mark included.
    public let bytes: [UInt8]
    /// The offset at which each line starts; never empty.
    public let lineStarts: [Int]

    /// Indexes `bytes`, which should be UTF-8 but need not be.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            if byte == 0x0A || byte == 0x0D { starts.append(index) }
        }
        lineStarts = starts
    }

    /// Indexes the UTF-8 bytes of `text`.
    public init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    /// The number of bytes.
    public var count: Int { bytes.count }

    /// The range of all bytes.
    public var range: SourceRange { SourceRange(0, bytes.count) }

    /// The number of lines; a text that ends with a line ending has an empty last line.
    public var lineCount: Int { lineStarts.count }

    /// The whole text; bytes that are not UTF-8 become replacement characters.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The text of `range`, which is cut to the bytes that exist.
    public func text(of range: SourceRange) -> String { String(decoding: slice(range), as: UTF8.self) }

    /// The bytes of `range`, which is cut to the bytes that exist.
    public func slice(_ range: SourceRange) -> ArraySlice<UInt8> {
        let start = min(max(0, range.start), bytes.count)
        return bytes[start..<min(max(start, range.end), bytes.count)]
    }
}

extension SourceText {
    /// A place in a source text as people count it.
    public struct Position: Sendable, Hashable {
        /// The line, from 1.
        public let line: Int
        /// The column in code points, from 1.
        public let column: Int

        /// Makes a position from a line and a column, both counted from 1.
        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    /// The number of the line that holds `offset`, from 1.
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The line and column of `offset`.
    public func position(at offset: Int) -> Position {
        let line = line(at: offset)
        let end = min(max(0, offset), bytes.count)
        let start = min(contentStart(ofLine: line), end)
        let column = bytes[start..<end].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return Position(line: line, column: column)
    }

    /// The offset of a position; a column behind the end of its line gives the end of that line.
    public func offset(at position: Position) -> Int {
        let content = lineContent(position.line)
        var offset = content.start
        var column = 1
        while offset < content.end, column < position.column {
            offset += 1
            while offset < content.end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            column += 1
        }
        return offset
    }

    /// The range of line number `line` (from 1, cut to the lines that exist), line ending included.
    public func lineRange(_ line: Int) -> SourceRange {
        let index = min(max(1, line), lineStarts.count) - 1
        return SourceRange(lineStarts[index], index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count)
    }

    /// The range of line number `line` (from 1) without its line ending and without a byte order mark.
    public func lineContent(_ line: Int) -> SourceRange {
        let whole = lineRange(line)
        var end = whole.end
        if end > whole.start, bytes[end - 1] == 0x0A { end -= 1 }
        if end > whole.start, bytes[end - 1] == 0x0D { end -= 1 }
        return SourceRange(min(contentStart(ofLine: line), end), end)
    }

    /// The length of the UTF-8 byte order mark at the start: 3 or 0.
    public var byteOrderMarkLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    private func contentStart(ofLine line: Int) -> Int {
        let index = min(max(1, line), lineStarts.count) - 1
        return index == 0 ? byteOrderMarkLength : lineStarts[index]
    }
}
