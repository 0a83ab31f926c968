/// Changes of case by the full mappings of Unicode, as Python's `str` methods have them.
enum CaseMapping {
    /// `str.lower`.
    static func lowercased(_ text: PyStr) -> PyStr {
        if text.isASCII { return PyStr(utf8: text.utf8.map(lowerASCII)) }
        let points = text.points
        var bytes: [UInt8] = []
        for position in points.indices { appendLower(points, position, to: &bytes) }
        return PyStr(utf8: bytes)
    }

    /// `str.upper`.
    static func uppercased(_ text: PyStr) -> PyStr {
        if text.isASCII { return PyStr(utf8: text.utf8.map(upperASCII)) }
        var bytes: [UInt8] = []
        for point in CodePoints(text.utf8) { append(point, \.uppercaseMapping, to: &bytes) }
        return PyStr(utf8: bytes)
    }

    /// `str.swapcase`.
    static func swappedCase(_ text: PyStr) -> PyStr {
        if text.isASCII {
            return ascii(text) { byte, _ in
                let lower = lowerASCII(byte)
                return lower == byte ? upperASCII(byte) : lower
            }
        }
        let points = text.points
        var bytes: [UInt8] = []
        for (position, point) in points.enumerated() {
            if CharacterProperties.isUppercase(point) {
                appendLower(points, position, to: &bytes)
            } else if CharacterProperties.isLowercase(point) {
                append(point, \.uppercaseMapping, to: &bytes)
            } else {
                CodePoints.append(point, to: &bytes)
            }
        }
        return PyStr(utf8: bytes)
    }

    /// The text with each byte mapped; `map` gets the byte before it too, nil for the first.
    @inline(__always)
    private static func ascii(_ text: PyStr, _ map: (UInt8, UInt8?) -> UInt8) -> PyStr {
        PyStr(byteCount: text.byteCount, count: text.count) { place in
            text.withUTF8 { bytes in
                for index in bytes.indices { place[index] = map(bytes[index], index == 0 ? nil : bytes[index - 1]) }
            }
        }
    }

    /// `str.title`: each run of cased characters starts with a title-case one.
    static func titlecased(_ text: PyStr) -> PyStr {
        if text.isASCII {
            return ascii(text) { byte, previous in
                let isInWord = previous.map { lowerASCII($0) != upperASCII($0) } ?? false
                return isInWord ? lowerASCII(byte) : upperASCII(byte)
            }
        }
        let points = text.points
        var bytes: [UInt8] = []
        var isInWord = false
        for (position, point) in points.enumerated() {
            if isInWord { appendLower(points, position, to: &bytes) } else { append(point, \.titlecaseMapping, to: &bytes) }
            isInWord = CharacterProperties.isCased(point)
        }
        return PyStr(utf8: bytes)
    }

    /// `str.capitalize`: the first character in title case, the others in lower case.
    static func capitalized(_ text: PyStr) -> PyStr {
        if text.isASCII { return ascii(text) { byte, previous in previous == nil ? upperASCII(byte) : lowerASCII(byte) } }
        let points = text.points
        guard let first = points.first else { return text }
        var bytes: [UInt8] = []
        append(first, \.titlecaseMapping, to: &bytes)
        for position in points.indices.dropFirst() { appendLower(points, position, to: &bytes) }
        return PyStr(utf8: bytes)
    }

    /// `str.casefold`: full case folding, which is lower case of upper case but for a few letters.
    static func caseFolded(_ text: PyStr) -> PyStr {
        if text.isASCII { return PyStr(utf8: text.utf8.map(lowerASCII)) }
        var bytes: [UInt8] = []
        for point in CodePoints(text.utf8) { appendFolded(point, to: &bytes) }
        return PyStr(utf8: bytes)
    }

    private static func appendFolded(_ point: UInt32, to bytes: inout [UInt8]) {
        switch point {
        case 0x131, 0x13A0...0x13F5: CodePoints.append(point, to: &bytes)
        case 0x13F8...0x13FD: CodePoints.append(point - 8, to: &bytes)
        case 0xAB70...0xABBF: CodePoints.append(point - 0xAB70 + 0x13A0, to: &bytes)
        case 0x1E9E: bytes += [0x73, 0x73]
        default:
            guard let upper = Unicode.Scalar(point)?.properties.uppercaseMapping else { return CodePoints.append(point, to: &bytes) }
            for scalar in upper.unicodeScalars { bytes += scalar.properties.lowercaseMapping.utf8 }
        }
    }

    private static func append(_ point: UInt32, _ mapping: KeyPath<Unicode.Scalar.Properties, String>, to bytes: inout [UInt8]) {
        guard let mapped = Unicode.Scalar(point)?.properties[keyPath: mapping],
            mapped.unicodeScalars.allSatisfy({ CharacterProperties.isAssigned($0) })
        else { return CodePoints.append(point, to: &bytes) }
        bytes += mapped.utf8
    }

    private static func appendLower(_ points: [UInt32], _ position: Int, to bytes: inout [UInt8]) {
        if points[position] == 0x3A3 {
            CodePoints.append(isFinalSigma(points, position) ? 0x3C2 : 0x3C3, to: &bytes)
        } else {
            append(points[position], \.lowercaseMapping, to: &bytes)
        }
    }

    /// Whether a capital sigma ends a word: a cased letter before it and none after, case-ignorable ones aside.
    private static func isFinalSigma(_ points: [UInt32], _ position: Int) -> Bool {
        let before = points[..<position].last { !CharacterProperties.isCaseIgnorable($0) }
        let after = points[(position + 1)...].first { !CharacterProperties.isCaseIgnorable($0) }
        return before.map(CharacterProperties.isCased) ?? false && !(after.map(CharacterProperties.isCased) ?? false)
    }

    /// The small letter of an ASCII capital.
    static func lowerASCII(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte | 0x20 : byte }

    /// The capital of a small ASCII letter.
    static func upperASCII(_ byte: UInt8) -> UInt8 { byte >= 97 && byte <= 122 ? byte & 0xDF : byte }
}
