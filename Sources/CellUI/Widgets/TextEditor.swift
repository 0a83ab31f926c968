/// A text of many lines that is edited: cursor, selection, search. The text itself belongs to the caller.
///
/// Positions are line and column in grapheme clusters, from 0. Lines keep their endings apart, so that CRLF survives.
public struct TextEditor: Sendable, Hashable {
    /// A place in the text.
    public struct Position: Sendable, Hashable, Comparable {
        public var line: Int
        public var column: Int

        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }

        public static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
    }

    public private(set) var lines: [String]
    private let newline: String
    public private(set) var cursor = Position(line: 0, column: 0)
    private var wantedColumn = 0

    public init(text: String) {
        newline = text.contains("\r\n") ? "\r\n" : "\n"
        lines = Self.split(text)
    }

    private static func split(_ text: String) -> [String] {
        var lines: [String] = [""]
        for character in text {
            if character == "\n" || character == "\r\n" { lines.append("") } else { lines[lines.count - 1].append(character) }
        }
        return lines
    }

    public var text: String { lines.joined(separator: newline) }

    /// Takes over a text that was changed elsewhere, with the cursor at the same place as far as there is one.
    public mutating func replaceText(_ text: String) {
        lines = Self.split(text)
        move(to: cursor)
    }

    /// Puts the cursor at a place, or the nearest there is.
    public mutating func move(to position: Position) {
        let line = max(0, min(position.line, lines.count - 1))
        cursor = Position(line: line, column: max(0, min(position.column, lines[line].count)))
        wantedColumn = cursor.column
    }

    /// What an event did.
    public enum Outcome: Sendable, Hashable { case ignored, moved, edited }

    /// Handles a key or paste; `page` is how many lines a page has.
    public mutating func handle(_ event: InputEvent, page: Int) -> Outcome {
        switch event {
        case .paste(let text):
            insert(text)
            return .edited
        case .key(.char(let character), let modifiers) where modifiers.isSubset(of: .shift):
            insert(String(character))
            return .edited
        case .key(.enter, _):
            insertLine()
            return .edited
        case .key(.tab, []):
            insert(String(repeating: " ", count: 4 - cursor.column % 4))
            return .edited
        case .key(.tab, .shift): return unindent()
        case .key(.backspace, _): return deleteBackwards()
        case .key(.delete, _): return deleteForwards()
        case .key(.char("k"), .ctrl):
            lines[cursor.line] = String(lines[cursor.line].prefix(cursor.column))
            return .edited
        default: return moveBy(event, page: page)
        }
    }

    private mutating func moveBy(_ event: InputEvent, page: Int) -> Outcome {
        switch event {
        case .key(.up, _): moveLine(-1)
        case .key(.down, _): moveLine(1)
        case .key(.pageUp, _): moveLine(-max(1, page - 1))
        case .key(.pageDown, _): moveLine(max(1, page - 1))
        case .key(.home, .ctrl): move(to: Position(line: 0, column: 0))
        case .key(.end, .ctrl): move(to: Position(line: lines.count - 1, column: Int.max))
        case .key(.home, _), .key(.char("a"), .ctrl):
            let indent = lines[cursor.line].prefix { $0 == " " }.count
            move(to: Position(line: cursor.line, column: cursor.column == indent ? 0 : indent))
        case .key(.end, _), .key(.char("e"), .ctrl): move(to: Position(line: cursor.line, column: Int.max))
        case .key(.left, _):
            if cursor.column > 0 {
                move(to: Position(line: cursor.line, column: cursor.column - 1))
            } else if cursor.line > 0 {
                move(to: Position(line: cursor.line - 1, column: Int.max))
            }
        case .key(.right, _):
            if cursor.column < lines[cursor.line].count {
                move(to: Position(line: cursor.line, column: cursor.column + 1))
            } else if cursor.line + 1 < lines.count {
                move(to: Position(line: cursor.line + 1, column: 0))
            }
        default: return .ignored
        }
        return .moved
    }

    private mutating func moveLine(_ step: Int) {
        let wanted = wantedColumn
        move(to: Position(line: cursor.line + step, column: wanted))
        wantedColumn = wanted
    }

    private mutating func insert(_ text: String) {
        let line = lines[cursor.line]
        let tail = String(line.dropFirst(cursor.column))
        var pieces = Self.split(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
        let last = pieces.count - 1
        pieces[0] = line.prefix(cursor.column) + pieces[0]
        let column = pieces[last].count
        pieces[last] += tail
        lines.replaceSubrange(cursor.line...cursor.line, with: pieces)
        move(to: Position(line: cursor.line + last, column: column))
    }

    /// A line break that keeps the indentation, with one level more behind a colon.
    private mutating func insertLine() {
        let before = lines[cursor.line].prefix(cursor.column)
        var indent = String(before.prefix { $0 == " " || $0 == "\t" })
        if before.last(where: { !$0.isWhitespace }) == ":" { indent += "    " }
        insert("\n" + indent)
    }

    private mutating func unindent() -> Outcome {
        let count = min(4, lines[cursor.line].prefix { $0 == " " }.count)
        guard count > 0 else { return .ignored }
        lines[cursor.line].removeFirst(count)
        move(to: Position(line: cursor.line, column: cursor.column - count))
        return .edited
    }

    private mutating func deleteBackwards() -> Outcome {
        let line = lines[cursor.line]
        if cursor.column > 0 {
            let before = line.prefix(cursor.column)
            let count = before.allSatisfy({ $0 == " " }) ? (cursor.column - 1) % 4 + 1 : 1
            lines[cursor.line] = String(before.dropLast(count)) + line.dropFirst(cursor.column)
            move(to: Position(line: cursor.line, column: cursor.column - count))
        } else if cursor.line > 0 {
            let column = lines[cursor.line - 1].count
            lines[cursor.line - 1] += line
            lines.remove(at: cursor.line)
            move(to: Position(line: cursor.line - 1, column: column))
        } else {
            return .ignored
        }
        return .edited
    }

    private mutating func deleteForwards() -> Outcome {
        let line = lines[cursor.line]
        if cursor.column < line.count {
            lines[cursor.line] = String(line.prefix(cursor.column)) + line.dropFirst(cursor.column + 1)
        } else if cursor.line + 1 < lines.count {
            lines[cursor.line] += lines.remove(at: cursor.line + 1)
        } else {
            return .ignored
        }
        return .edited
    }
}
