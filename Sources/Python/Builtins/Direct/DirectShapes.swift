/// Methods of `str` on ASCII texts that strip, split, pad and map case; the rules of `DirectMethods` hold.
enum DirectShapes {
    /// Gives each of them to `put`, by its name.
    static func install(_ put: (String, @escaping PyNativeFunction.Direct) -> Void) {
        put("strip") { try strip($0, $1, $2, atStart: true, atEnd: true) }
        put("lstrip") { try strip($0, $1, $2, atStart: true, atEnd: false) }
        put("rstrip") { try strip($0, $1, $2, atStart: false, atEnd: true) }
        put("rsplit", rsplit)
        put("title", title)
        put("capitalize", capitalize)
        put("ljust") { try pad($0, $1, $2) { _, _ in 0 } }
        put("rjust") { try pad($0, $1, $2) { missing, _ in missing } }
        put("center") { try pad($0, $1, $2) { missing, width in missing / 2 + (missing & width & 1) } }
        put("removeprefix") { _, count, cursor in removeEdge(count, cursor, atEnd: false) }
        put("removesuffix") { _, count, cursor in removeEdge(count, cursor, atEnd: true) }
    }

    /// `strip` and its kin, of white space or of the characters of an ASCII text.
    private static func strip(
        _ machine: Machine, _ count: Int, _ cursor: StackCursor, atStart: Bool, atEnd: Bool
    ) throws -> Value? {
        guard count == 1 || count == 2, let unwanted = count == 1 ? ASCIISet.whiteSpace : characters(cursor) else { return nil }
        return try DirectText.ascii(cursor.text(below: count)) { text in
            let range = text.withUTF8 { bytes in
                var (start, end) = (0, bytes.count)
                if atStart { while start < end, unwanted.contains(bytes[start]) { start += 1 } }
                if atEnd { while end > start, unwanted.contains(bytes[end - 1]) { end -= 1 } }
                return start..<end
            }
            try machine.charge(instructions: text.byteCount / 16)
            return .str(text.part(range))
        }
    }

    /// The characters of the top, if that is an ASCII text.
    private static func characters(_ cursor: StackCursor) -> ASCIISet? {
        cursor.text(below: 1)?._withUnsafeGuaranteedRef { $0.isASCII ? ASCIISet($0) : nil }
    }

    /// `rsplit` at a text, with or without a limit.
    private static func rsplit(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        guard let (limit, separator) = DirectText.separation(count, cursor) else { return nil }
        return try DirectText.ascii(cursor.text(below: count)) { text in
            try separator._withUnsafeGuaranteedRef { separator in
                guard DirectText.isShort(separator) else { return nil }
                var parts: [Value] = []
                var end = text.byteCount
                while parts.count < limit, let found = last(separator, in: text, before: end) {
                    try machine.charge(bytes: end - found + 64)
                    try machine.charge(instructions: 1 + (end - found) / 16)
                    parts.append(.str(text.part(found + separator.byteCount..<end)))
                    end = found
                }
                parts.append(.str(text.part(0..<end)))
                parts.reverse()
                return .list(PyList(parts))
            }
        }
    }

    private static func last(_ needle: PyStr, in text: PyStr, before end: Int) -> Int? {
        text.withUTF8 { bytes in needle.withUTF8 { ByteSearch.lastShort($0, in: bytes, 0..<end) } }
    }

    private static func title(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        var isInWord = false
        return try DirectText.mapped(machine, count, cursor) { byte in
            let mapped = isInWord ? CaseMapping.lowerASCII(byte) : CaseMapping.upperASCII(byte)
            isInWord = DirectText.isLetter(byte)
            return mapped
        }
    }

    private static func capitalize(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        var isFirst = true
        return try DirectText.mapped(machine, count, cursor) { byte in
            defer { isFirst = false }
            return isFirst ? CaseMapping.upperASCII(byte) : CaseMapping.lowerASCII(byte)
        }
    }

    /// `ljust` and its kin; `place` says how much of what is missing goes before the text.
    private static func pad(
        _ machine: Machine, _ count: Int, _ cursor: StackCursor, _ place: (_ missing: Int, _ width: Int) -> Int
    ) throws -> Value? {
        guard count == 2 || count == 3, case .int(let width)? = cursor[below: count - 1], (0..<1 << 16).contains(width),
            let fill = count == 2 ? UInt8(ascii: " ") : DirectText.character(cursor.text(below: 1))
        else { return nil }
        return try DirectText.ascii(cursor.text(below: count)) { text in
            let missing = width - text.byteCount
            if missing <= 0 { return .str(text) }
            try machine.charge(bytes: width)
            let start = place(missing, width)
            return .str(
                PyStr(byteCount: width, count: width) { bytes in
                    for index in 0..<start { bytes[index] = fill }
                    text.copy(to: bytes, at: start)
                    for index in start + text.byteCount..<width { bytes[index] = fill }
                })
        }
    }

    /// `removeprefix` and `removesuffix`.
    private static func removeEdge(_ count: Int, _ cursor: StackCursor, atEnd: Bool) -> Value? {
        guard count == 2, let edge = cursor.text(below: 1) else { return nil }
        return DirectText.ascii(cursor.text(below: 2)) { text in
            edge._withUnsafeGuaranteedRef { edge in
                let start = atEnd ? text.byteCount - edge.byteCount : 0
                guard text.withUTF8({ bytes in edge.withUTF8 { ByteSearch.matches($0, bytes, start) } }) else { return .str(text) }
                return .str(text.part(atEnd ? 0..<start : edge.byteCount..<text.byteCount))
            }
        }
    }
}

/// A set of ASCII characters.
struct ASCIISet {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    /// What `str.strip` takes off.
    static let whiteSpace = ASCIISet((0..<128).filter { CharacterProperties.isSpace(UInt32($0)) })

    init(_ characters: some Sequence<UInt8>) { for character in characters { insert(character) } }

    /// The characters of an ASCII text.
    init(_ text: PyStr) { text.withUTF8 { for character in $0 { insert(character) } } }

    private mutating func insert(_ character: UInt8) {
        if character < 64 { low |= 1 << UInt64(character) } else { high |= 1 << UInt64(character - 64) }
    }

    /// Whether a character is in it.
    @inline(__always)
    func contains(_ character: UInt8) -> Bool {
        (character < 64 ? low >> UInt64(character) : high >> UInt64(character &- 64)) & 1 != 0
    }
}
