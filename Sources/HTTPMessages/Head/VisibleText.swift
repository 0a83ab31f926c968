extension String {
    /// The text with every character that could steer a terminal or hide itself written out, for showing foreign text.
    ///
    /// C0 controls and DEL become their control pictures (`␛`), C1 controls `\x9B`, and bidirectional controls, zero-width
    /// characters, line and paragraph separators, tags and other default-ignorable format characters `\u202E`.
    public var visible: String {
        guard unicodeScalars.contains(where: { $0.isHiddenOrSteering }) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.isHiddenOrSteering {
                result.append(contentsOf: scalar.pictured.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// Whether printing the scalar raw could move, recolour, reorder or hide what stands around it.
    ///
    /// The zero-width joiner and the variation selectors stay, since emoji need them.
    public var isHiddenOrSteering: Bool {
        switch value {
        case 0x20..<0x7F, 0xA0..<0xAD: false
        case 0..<0x20, 0x7F..<0xA0, 0xAD: true
        case 0x200D, 0xFE00...0xFE0F: false
        case 0xE0000...0xE0FFF: true
        default:
            switch properties.generalCategory {
            case .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }

    /// How the scalar is written when it may not be printed raw.
    fileprivate var pictured: String {
        switch value {
        case 0..<0x20: String(Unicode.Scalar(0x2400 + value) ?? "?")
        case 0x7F: "␡"
        case 0x80..<0x100: "\\x" + hex(width: 2)
        case 0..<0x10000: "\\u" + hex(width: 4)
        default: "\\U" + hex(width: 8)
        }
    }

    private func hex(width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
