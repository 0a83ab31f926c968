/// Why a pattern is not a regular expression; `message` has the words of CPython 3.11's `re.error`.
public struct RegexError: Error, Equatable {
    /// What is wrong, without the position.
    public let message: String
    /// The index into the pattern in code points, or nil where CPython gives none.
    public let position: Int?
    /// The line of the position, from 1.
    public let line: Int
    /// The column of the position, from 1.
    public let column: Int
    /// Whether the pattern contains a line feed, so that the text tells line and column too.
    public let hasLines: Bool

    /// Makes an error at `position` of `pattern`.
    init(_ message: String, at position: Int?, in pattern: [UInt32]) {
        self.message = message
        self.position = position
        var line = 1
        var start = 0
        if let position {
            for index in 0..<min(position, pattern.count) where pattern[index] == 0x0A {
                line += 1
                start = index + 1
            }
        }
        self.line = line
        self.column = (position ?? 0) - start + 1
        self.hasLines = pattern.contains(0x0A)
    }

    /// The text as `str(error)` has it.
    public var text: String {
        guard let position else { return message }
        let place = "\(message) at position \(position)"
        return hasLines ? place + " (line \(line), column \(column))" : place
    }
}
