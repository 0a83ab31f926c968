/// Methods of `str` on ASCII texts that lie on the stack; the rules are those of `StrSearchMethods` and its kin.
enum DirectText {
    /// `str()` of a text or a small integer.
    static func make(_ machine: Machine, _ count: Int, _ cursor: StackCursor) -> Value? {
        guard count == 1 else { return nil }
        switch cursor[below: 1] {
        case .int(let number)?: return .str(PyStr(decimal: number))
        case .str(let text)?: return .str(text)
        default: return nil
        }
    }

    /// `startswith` and `endswith` with one text.
    static func hasEdge(_ count: Int, _ cursor: StackCursor, atEnd: Bool) -> Value? {
        guard count == 2, let text = cursor.text(below: 2), let edge = cursor.text(below: 1) else { return nil }
        return text._withUnsafeGuaranteedRef { text in
            edge._withUnsafeGuaranteedRef { edge in
                text.withUTF8 { bytes in
                    edge.withUTF8 { .bool(ByteSearch.matches($0, bytes, atEnd ? bytes.count - $0.count : 0)) }
                }
            }
        }
    }

    /// `lower` and `upper`.
    static func mapped(_ machine: Machine, _ count: Int, _ cursor: StackCursor, _ map: (UInt8) -> UInt8) throws -> Value? {
        guard count == 1 else { return nil }
        return try ascii(cursor.text(below: 1)) { text in
            try machine.charge(bytes: text.byteCount)
            try machine.charge(instructions: text.byteCount / 8)
            return .str(
                PyStr(byteCount: text.byteCount, count: text.count) { place in
                    text.withUTF8 { bytes in
                        for index in bytes.indices { place[index] = map(bytes[index]) }
                    }
                })
        }
    }

    /// `partition`.
    static func partition(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        guard count == 2, let separator = cursor.text(below: 1) else { return nil }
        return try ascii(cursor.text(below: 2)) { text in
            try separator._withUnsafeGuaranteedRef { separator in
                guard isShort(separator) else { return nil }
                try machine.charge(instructions: text.byteCount / 16)
                guard let found = place(of: separator, in: text, from: 0) else { return nil }
                let rest = text.part(found + separator.byteCount..<text.byteCount)
                return .tuple(PyTuple([.str(text.part(0..<found)), .str(separator), .str(rest)]))
            }
        }
    }

    /// `split` at a text, or at white space.
    static func split(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        if count == 1 { return try ascii(cursor.text(below: 1)) { try words(of: $0, machine) } }
        guard let (limit, separator) = separation(count, cursor) else { return nil }
        return try ascii(cursor.text(below: count)) { text in
            try separator._withUnsafeGuaranteedRef { separator in
                guard isShort(separator) else { return nil }
                var parts: [Value] = []
                parts.reserveCapacity(min(limit, 7) + 1)
                var start = 0
                while parts.count < limit, let found = place(of: separator, in: text, from: start) {
                    try machine.charge(bytes: found - start + 64)
                    try machine.charge(instructions: 1 + (found - start) / 16)
                    parts.append(.str(text.part(start..<found)))
                    start = found + separator.byteCount
                }
                parts.append(.str(text.part(start..<text.byteCount)))
                return .list(PyList(parts))
            }
        }
    }

    /// At what, and how often at most, a call of `split` or `rsplit` splits; nil where that is no text or no small integer.
    static func separation(_ count: Int, _ cursor: StackCursor) -> (limit: Int, separator: Unmanaged<PyStr>)? {
        if count == 2 { return cursor.text(below: 1).map { (.max, $0) } }
        guard count == 3, case .int(let limit)? = cursor[below: 1], let separator = cursor.text(below: 2) else { return nil }
        return (limit < 0 ? .max : limit, separator)
    }

    private static func words(of text: PyStr, _ machine: Machine) throws -> Value {
        var words: [Value] = []
        words.reserveCapacity(8)
        try text.withUTF8 { bytes in
            var end = 0
            while true {
                var start = end
                while start < bytes.count, ASCIISet.whiteSpace.contains(bytes[start]) { start += 1 }
                if start == bytes.count { return }
                end = start
                while end < bytes.count, !ASCIISet.whiteSpace.contains(bytes[end]) { end += 1 }
                try machine.charge(bytes: end - start + 64)
                try machine.charge(instructions: 1 + (end - start) / 16)
                words.append(.str(text.part(start..<end)))
            }
        }
        return .list(PyList(words))
    }

    /// `find` of a short text from the start; `isStrict` leaves what is not found to `index`.
    static func find(_ machine: Machine, _ count: Int, _ cursor: StackCursor, isStrict: Bool) throws -> Value? {
        guard count == 2, let needle = cursor.text(below: 1) else { return nil }
        return try ascii(cursor.text(below: 2)) { text in
            try needle._withUnsafeGuaranteedRef { needle in
                guard isShort(needle) else { return nil }
                try machine.charge(instructions: text.byteCount / 16)
                if let found = place(of: needle, in: text, from: 0) { return .int(found) }
                return isStrict ? nil : .int(-1)
            }
        }
    }

    /// `count` of a short text.
    static func count(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        guard count == 2, let needle = cursor.text(below: 1) else { return nil }
        return try ascii(cursor.text(below: 2)) { text in
            try needle._withUnsafeGuaranteedRef { needle in
                guard isShort(needle) else { return nil }
                try machine.charge(instructions: text.byteCount / 16)
                var (places, start) = (0, 0)
                while let found = place(of: needle, in: text, from: start) {
                    places += 1
                    start = found + needle.byteCount
                }
                return .int(places)
            }
        }
    }

    /// `isdigit` and its kin: whether there is something, and each character is of a kind.
    static func holds(_ count: Int, _ cursor: StackCursor, _ isKind: (UInt8) -> Bool) -> Value? {
        guard count == 1 else { return nil }
        return ascii(cursor.text(below: 1)) { text in
            guard text.byteCount <= 1024 else { return nil }
            return .bool(!text.isEmpty && text.withUTF8 { bytes in bytes.allSatisfy(isKind) })
        }
    }

    /// `replace` of every occurrence.
    static func replace(_ machine: Machine, _ count: Int, _ cursor: StackCursor) throws -> Value? {
        guard count == 3, let old = cursor.text(below: 2), let new = cursor.text(below: 1) else { return nil }
        return try ascii(cursor.text(below: 3)) { text in
            try old._withUnsafeGuaranteedRef { old in
                try new._withUnsafeGuaranteedRef { new in
                    guard isShort(old), new.isASCII, text.byteCount <= 1024 else { return nil }
                    var places = 0
                    var start = 0
                    while let found = place(of: old, in: text, from: start) {
                        places += 1
                        start = found + old.byteCount
                    }
                    if places == 0 { return .str(text) }
                    let size = text.byteCount + places * (new.byteCount - old.byteCount)
                    try machine.charge(bytes: size)
                    try machine.charge(instructions: 1 + text.byteCount / 16)
                    return .str(PyStr(byteCount: size, count: size) { replace(old, with: new, in: text, to: $0) })
                }
            }
        }
    }

    private static func replace(_ old: PyStr, with new: PyStr, in text: PyStr, to place: UnsafeMutableBufferPointer<UInt8>) {
        var (start, end) = (0, 0)
        func copy(_ range: Range<Int>) {
            text.withUTF8 { bytes in
                for index in range { place[end + index - range.lowerBound] = bytes[index] }
            }
            end += range.count
        }
        while let found = Self.place(of: old, in: text, from: start) {
            copy(start..<found)
            new.copy(to: place, at: end)
            end += new.byteCount
            start = found + old.byteCount
        }
        copy(start..<text.byteCount)
    }

    /// Whether a byte is an ASCII letter.
    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Whether a needle is found by comparing it at each place.
    static func isShort(_ needle: PyStr) -> Bool { !needle.isEmpty && needle.byteCount <= ByteSearch.shortNeedle }

    private static func place(of needle: PyStr, in text: PyStr, from start: Int) -> Int? {
        text.withUTF8 { bytes in needle.withUTF8 { ByteSearch.first($0, in: bytes, start..<bytes.count) } }
    }

    /// The character, if the text is one of ASCII.
    static func character(_ text: Unmanaged<PyStr>?) -> UInt8? {
        text?._withUnsafeGuaranteedRef { $0.byteCount == 1 ? $0.byte(at: 0) : nil }
    }

    /// What `body` makes of the text where that is ASCII.
    static func ascii(_ text: Unmanaged<PyStr>?, _ body: (PyStr) throws -> Value?) rethrows -> Value? {
        try text?._withUnsafeGuaranteedRef { $0.isASCII ? try body($0) : nil }
    }
}
