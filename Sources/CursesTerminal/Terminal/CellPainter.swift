import CNcurses
import CellUI
import Glibc

/// Turns cells of a grid into cells of ncurses: characters that the C library knows, attributes, colour pairs.
struct CellPainter {
    let mode: ColorMode
    /// Whether anything but ASCII may be written.
    let isUTF8: Bool
    private var pairs: [UInt64: Int32] = [:]
    private var lastStyle: Style?
    private var lastLook: (attributes: attr_t, pair: Int32) = (0, 0)
    private var text = [wchar_t](repeating: 0, count: DrawableText.scalarsInCell + 1)

    init(mode: ColorMode, isUTF8: Bool) {
        self.mode = mode
        self.isUTF8 = isUTF8
    }

    /// Appends what shows a cell; together as wide as the cell.
    mutating func append(_ cell: Cell, to line: inout [cchar_t]) {
        if cell.style != lastStyle {
            lastLook = (attributes(cell.style), pair(cell.style))
            lastStyle = cell.style
        }
        if let ascii = cell.text.asciiValue { return append(wchar_t(ascii), to: &line) }
        if isUTF8 { appendUnicode(cell, to: &line) } else { appendASCII(cell, to: &line) }
    }

    private mutating func append(_ scalar: wchar_t, to line: inout [cchar_t]) {
        text[0] = scalar
        text[1] = 0
        appendText(to: &line)
    }

    private mutating func appendText(to line: inout [cchar_t]) {
        var packed = cchar_t()
        headroom_set_cell(&packed, text, lastLook.attributes, lastLook.pair)
        line.append(packed)
    }

    /// A flag is two cells for ncurses, and what the C library gives another width (it may be older than our table) becomes U+FFFD.
    private mutating func appendUnicode(_ cell: Cell, to line: inout [cchar_t]) {
        let scalars = cell.text.unicodeScalars
        guard let base = scalars.first else { return append(0x20, to: &line) }
        if DrawableText.isRegionalIndicator(base) {
            for scalar in scalars where headroom_width(wchar_t(scalar.value)) == 1 { append(wchar_t(scalar.value), to: &line) }
            return
        }
        guard headroom_width(wchar_t(base.value)) == Int32(cell.width) else {
            append(0xFFFD, to: &line)
            if cell.width == 2 { append(0x20, to: &line) }
            return
        }
        var count = 0
        for scalar in scalars.prefix(DrawableText.scalarsInCell) where count == 0 || headroom_width(wchar_t(scalar.value)) == 0 {
            text[count] = wchar_t(scalar.value)
            count += 1
        }
        text[count] = 0
        appendText(to: &line)
    }

    private mutating func appendASCII(_ cell: Cell, to line: inout [cchar_t]) {
        let scalar = wchar_t(ASCIIFallback.scalar(for: cell.text).value)
        for _ in 0..<max(1, cell.width) { append(scalar, to: &line) }
    }

    // MARK: Styles

    private func attributes(_ style: Style) -> attr_t {
        var result: attr_t = 0
        if style.attributes.contains(.bold) { result |= headroom_bold() }
        if style.attributes.contains(.dim) { result |= headroom_dim() }
        if style.attributes.contains(.italic) { result |= headroom_italic() }
        if style.attributes.contains(.underline) { result |= headroom_underline() }
        if style.attributes.contains(.reverse) { result |= headroom_reverse() }
        // Curses has no such attribute; the entry that `DirectColor` makes gives this one the meaning.
        if style.attributes.contains(.strikethrough) { result |= mode == .direct ? headroom_protect() : headroom_dim() }
        return result
    }

    private mutating func pair(_ style: Style) -> Int32 {
        if mode == .mono { return 0 }
        let foreground = index(style.foreground), background = index(style.background)
        if foreground == -1, background == -1 { return 0 }
        let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
        if let known = pairs[key] { return known }
        let next = Int32(pairs.count + 1)
        guard next < headroom_color_pairs(), init_extended_pair(next, foreground, background) == OK else { return 0 }
        pairs[key] = next
        return next
    }

    private func index(_ color: Color?) -> Int32 {
        guard let color else { return -1 }
        return switch mode {
        case .direct: Int32(color.rgb)
        case .indexed256: Palette.nearest256(color)
        case .ansi16: Palette.nearest16(color)
        case .ansi8: Palette.nearest16(color) & 7
        case .mono: -1
        }
    }
}

/// What is drawn where the terminal takes only ASCII.
enum ASCIIFallback {
    static func scalar(for character: Character) -> Unicode.Scalar {
        if let ascii = character.asciiValue { return Unicode.Scalar(ascii) }
        return switch character {
        case "─", "━", "−", "—": "-"
        case "│", "┃", "▏": "|"
        case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼": "+"
        case "✓": "y"
        case "✗": "n"
        case "▸", "→": ">"
        case "▾": "v"
        case "•": "*"
        case "●": "o"
        case "⚠": "!"
        case "…": "~"
        default: "?"
        }
    }
}
