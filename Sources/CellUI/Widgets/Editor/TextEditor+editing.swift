extension TextEditor {
    /// Replaces a range as one step that can be undone, with the cursor behind what was put in.
    public mutating func replace(_ range: Range<Position>, with text: String) {
        let start = content.nearest(range.lowerBound), end = content.nearest(range.upperBound)
        edit(.other) { editor in
            editor.cursor = editor.content.replace(start..<end, with: text)
            editor.anchor = nil
        }
    }

    /// Puts a text in the place of the selection, or at the cursor.
    mutating func insert(_ text: String) {
        cursor = content.replace(selection, with: text)
        anchor = nil
    }

    /// Takes the selection away and gives its text, as cutting does; nil where nothing is selected.
    public mutating func deleteSelection() -> String? {
        guard anchor != nil else { return nil }
        let text = selectedText
        replace(selection, with: "")
        return text
    }

    /// A line break that keeps the indentation, with one level more behind a colon or an open bracket.
    mutating func insertLine() {
        let before = lines[selection.lowerBound.line].prefix(selection.lowerBound.column)
        var indent = String(before.prefix { $0 == " " || $0 == "\t" })
        if let last = before.last(where: { !$0.isWhitespace }), ":([{".contains(last) {
            indent += String(repeating: " ", count: indentation)
        }
        insert("\n" + indent)
    }

    /// Indents the selected lines; without a selection blanks up to the next level.
    mutating func indent() {
        guard anchor != nil, selection.lowerBound.line != selection.upperBound.line else {
            let column = selection.lowerBound.column
            return insert(String(repeating: " ", count: indentation - column % indentation))
        }
        shiftLines(isIn: true)
    }

    /// Takes one level of indentation from the selected lines, or from the cursor's.
    mutating func unindent() { shiftLines(isIn: false) }

    /// Adds a level to the selected lines that hold something, or takes one away; cursor and selection go with the text.
    private mutating func shiftLines(isIn: Bool) {
        for line in selectedLines {
            let blanks = lines[line].prefix { $0 == " " }.count
            let change = isIn ? (lines[line].isEmpty ? 0 : indentation) : -min(indentation, blanks)
            let start = Position(line: line, column: 0)
            let end = Position(line: line, column: max(0, -change))
            _ = content.replace(start..<end, with: String(repeating: " ", count: max(0, change)))
            if cursor.line == line { cursor.column = max(0, cursor.column + change) }
            if let old = anchor, old.line == line { anchor?.column = max(0, old.column + change) }
        }
    }

    /// The lines that the selection touches; a line of which only the beginning is selected does not count.
    private var selectedLines: ClosedRange<Int> {
        let last = selection.upperBound.column == 0 && selection.upperBound.line > selection.lowerBound.line ? 1 : 0
        return selection.lowerBound.line...(selection.upperBound.line - last)
    }

    /// Moves the selected lines one line up (-1) or down (1).
    mutating func moveLines(_ step: Int) {
        let range = selectedLines
        guard step < 0 ? range.lowerBound > 0 : range.upperBound + 1 < lines.count else { return }
        let order = step < 0 ? Array(range).map { $0 - 1 } : Array(range.reversed())
        for line in order { content.swapLines(line) }
        cursor.line += step
        anchor?.line += step
    }

    mutating func deleteBackwards(word: Bool) {
        if anchor != nil { return insert("") }
        if word { return delete(wordStart..<cursor) }
        let before = lines[cursor.line].prefix(cursor.column)
        if !before.isEmpty, before.allSatisfy({ $0 == " " }) {
            let count = (cursor.column - 1) % indentation + 1
            return delete(Position(line: cursor.line, column: cursor.column - count)..<cursor)
        }
        delete(position(before: cursor)..<cursor)
    }

    mutating func deleteForwards(word: Bool) {
        if anchor != nil { return insert("") }
        delete(cursor..<(word ? wordEnd : position(after: cursor)))
    }

    /// Deletes to the end of the line; at its end the line break.
    mutating func deleteToLineEnd() {
        if anchor != nil { return insert("") }
        let end = lines[cursor.line].count
        delete(cursor..<(cursor.column == end ? position(after: cursor) : Position(line: cursor.line, column: end)))
    }

    private mutating func delete(_ range: Range<Position>) { cursor = content.replace(range, with: "") }
}
