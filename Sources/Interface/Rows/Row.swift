import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// A line of a pane: pieces of text with their roles, and what it speaks of.
public struct Row: Sendable, Hashable {
    /// A text in a role.
    public struct Piece: Sendable, Hashable {
        public var text: String
        public var role: Role
        public var attributes: Style.Attributes

        public init(_ text: String, _ role: Role = .text, _ attributes: Style.Attributes = []) {
            self.text = text
            self.role = role
            self.attributes = attributes
        }
    }

    public var pieces: [Piece]
    /// Aligned to the right edge.
    public var trailing: Piece?
    /// The source line that it speaks of, from 1.
    public var line: Int?
    public var isSelectable: Bool
    /// The header that it speaks of, in lower case.
    public var header: String?
    /// What it speaks of in the browser's view.
    var subject: BrowserSubject?

    public init(_ pieces: [Piece], trailing: Piece? = nil, line: Int? = nil, isSelectable: Bool = false, header: String? = nil) {
        self.pieces = pieces
        self.trailing = trailing
        self.line = line
        self.isSelectable = isSelectable
        self.header = header
    }

    public init(_ text: String, _ role: Role = .text) { self.init([Piece(text, role)]) }
}

extension String {
    /// The text in exactly that many cells: filled with blanks, or cut with `…`.
    func padded(_ width: Int) -> String {
        let size = CharacterWidth.of(self)
        if size <= width { return self + String(repeating: " ", count: width - size) }
        var used = 0
        var kept = ""
        for character in self {
            let next = CharacterWidth.of(character)
            if used + next > width - 1 { break }
            kept.append(character)
            used += next
        }
        return kept + "…" + String(repeating: " ", count: max(0, width - 1 - used))
    }
}
