/// The signs of the interface, each with an ASCII twin.
public struct Glyphs: Sendable, Hashable {
    /// What holds and what does not.
    public let yes, no: String
    /// The selected row, a bullet, a recording, an arrow, a warning, something taken away, nothing.
    public let pointer, bullet, record, arrow, warning, minus, dash: String
    /// Single lines of frames.
    public let topLeft, topRight, bottomLeft, bottomRight, horizontal, vertical: String
    /// Where lines meet.
    public let teeLeft, teeRight, teeTop, teeBottom, cross: String
    /// Radio buttons, check boxes and a drop-down list.
    public let radioOn, radioOff, checkOn, checkOff, dropDown: String
    /// A text cursor where reverse cannot be seen, what stands for text that is cut, the thumb of a scroll bar, a folded and an open branch.
    public let caret, ellipsis, thumb, folded, unfolded: String

    /// For terminals that take UTF-8; each of these is one cell wide everywhere.
    public static let unicode = Glyphs(
        yes: "✓", no: "✗", pointer: "▸", bullet: "•", record: "●", arrow: "→", warning: "⚠", minus: "−", dash: "—", topLeft: "┌",
        topRight: "┐", bottomLeft: "└", bottomRight: "┘", horizontal: "─", vertical: "│", teeLeft: "├", teeRight: "┤", teeTop: "┬",
        teeBottom: "┴", cross: "┼", radioOn: "(•)", radioOff: "( )", checkOn: "[x]", checkOff: "[ ]", dropDown: "▾", caret: "▏",
        ellipsis: "…", thumb: "┃", folded: "▸", unfolded: "▾")

    /// For terminals that take only ASCII.
    public static let ascii = Glyphs(
        yes: "y", no: "n", pointer: ">", bullet: "*", record: "o", arrow: "->", warning: "!", minus: "-", dash: "-", topLeft: "+",
        topRight: "+", bottomLeft: "+", bottomRight: "+", horizontal: "-", vertical: "|", teeLeft: "+", teeRight: "+", teeTop: "+",
        teeBottom: "+", cross: "+", radioOn: "(*)", radioOff: "( )", checkOn: "[x]", checkOff: "[ ]", dropDown: "v", caret: "_",
        ellipsis: "~", thumb: "#", folded: ">", unfolded: "v")
}
