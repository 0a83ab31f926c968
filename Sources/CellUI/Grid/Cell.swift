/// One cell of the screen: a grapheme cluster of width 1 or 2, or the second half of a wide one (width 0).
public struct Cell: Sendable, Hashable {
    public var text: Character
    public var style: Style
    public var width: Int8

    public init(_ text: Character = " ", style: Style = Style(), width: Int8 = 1) {
        self.text = text
        self.style = style
        self.width = width
    }
}

/// Makes any text safe and plain to draw: control characters become pictures, clusters lose what terminals disagree about.
public enum DrawableText {
    /// The characters to draw, none of width 0.
    public static func characters(_ text: String) -> [Character] {
        var result: [Character] = []
        result.reserveCapacity(text.utf8.count)
        for character in text {
            if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
                result.append(character)
            } else {
                appendSafe(character, to: &result)
            }
        }
        return result
    }

    private static func appendSafe(_ character: Character, to result: inout [Character]) {
        if character == "\t" {
            result += [" ", " ", " ", " "]
            return
        }
        var kept = String.UnicodeScalarView()
        for scalar in character.unicodeScalars {
            if let picture = picture(of: scalar) {
                if !kept.isEmpty {
                    result.append(Character(String(kept)))
                    kept.removeAll()
                }
                result += picture
            } else if CharacterWidth.of(scalar) == 0 {
                // A combining mark stays with its letter; joiners, selectors and lone marks are left out.
                if !kept.isEmpty, scalar.properties.generalCategory == .nonspacingMark, kept.count < 4, !isSelector(scalar) { kept.append(scalar) }
            } else if kept.isEmpty || isRegional(kept.first, scalar) {
                kept.append(scalar)
            }
        }
        if !kept.isEmpty { result.append(Character(String(kept))) }
    }

    private static func isSelector(_ scalar: Unicode.Scalar) -> Bool { (0xFE00...0xFE0F).contains(scalar.value) }

    private static func isRegional(_ first: Unicode.Scalar?, _ second: Unicode.Scalar) -> Bool {
        let range: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
        return first.map { range.contains($0.value) } == true && range.contains(second.value)
    }

    /// What stands for a scalar that could steer the terminal or hide.
    private static func picture(of scalar: Unicode.Scalar) -> [Character]? {
        switch scalar.value {
        case 0..<0x20: return [Character(Unicode.Scalar(0x2400 + scalar.value) ?? "?")]
        case 0x7F: return ["␡"]
        case 0x80..<0xA0: return Array("\\x" + String(scalar.value, radix: 16, uppercase: true))
        case 0x200B, 0x200C, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
            return Array("\\u" + String(scalar.value, radix: 16, uppercase: true))
        default: return nil
        }
    }
}
