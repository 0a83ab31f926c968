/// The signs of the interface, each with an ASCII twin.
public struct Glyphs: Sendable, Hashable {
    public let yes, no, pointer, bullet, record, arrow, warning, minus, dash: String
    public let topLeft, topRight, bottomLeft, bottomRight, horizontal, vertical: String
    public let radioOn, radioOff, checkOn, checkOff, caret: String

    public static let unicode = Glyphs(
        yes: "✓", no: "✗", pointer: "▸", bullet: "•", record: "●", arrow: "→", warning: "⚠", minus: "−", dash: "—", topLeft: "┌",
        topRight: "┐", bottomLeft: "└", bottomRight: "┘", horizontal: "─", vertical: "│", radioOn: "(•)", radioOff: "( )",
        checkOn: "[x]", checkOff: "[ ]", caret: "▏")

    public static let ascii = Glyphs(
        yes: "y", no: "n", pointer: ">", bullet: "*", record: "o", arrow: "->", warning: "!", minus: "-", dash: "-", topLeft: "+",
        topRight: "+", bottomLeft: "+", bottomRight: "+", horizontal: "-", vertical: "|", radioOn: "(*)", radioOff: "( )",
        checkOn: "[x]", checkOff: "[ ]", caret: "_")
}
