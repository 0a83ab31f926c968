/// One cell of the screen: a grapheme cluster of width 1 or 2, or the second half of a wide one (width 0).
public struct Cell: Sendable, Hashable {
    /// What it shows; a blank in the second half of a wide one.
    public var text: Character
    /// How it looks.
    public var style: Style
    /// 1, 2, or 0 for the second half of a wide one.
    public var width: Int8

    /// A cell; the text must be drawable, see `DrawableText`.
    public init(_ text: Character = " ", style: Style = Style(), width: Int8 = 1) {
        self.text = text
        self.style = style
        self.width = width
    }
}
