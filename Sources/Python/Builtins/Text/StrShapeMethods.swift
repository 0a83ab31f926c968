/// The methods of `str` that split, join, strip and pad.
enum StrShapeMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        installStrip(on: type)
        installSplit(on: type)
        installPadding(on: type)
        type.strMethod("join", "iterable, /") { machine, separator, a in .str(try machine.join(separator, a[1])) }
    }

    private static func installStrip(on type: PyType) {
        func strip(_ name: String, _ ends: TextTrimming.Ends) {
            type.strMethod(name, "chars=None, /") { machine, text, a in
                try machine.charge(instructions: text.byteCount / 16)
                if a[1].isNone {
                    if text.isASCII, let first = text.utf8.first, let last = text.utf8.last,
                        !CharacterProperties.isSpace(UInt32(first)), !CharacterProperties.isSpace(UInt32(last))
                    {
                        return .str(text)
                    }
                    return .str(PyStr(TextTrimming.trimmed(text.utf8, ends: ends, where: CharacterProperties.isSpace)))
                }
                guard let characters = a[1].asStr else { throw machine.error("TypeError", "\(name) arg must be None or str") }
                let unwanted = Set(characters.points)
                return .str(PyStr(TextTrimming.trimmed(text.utf8, ends: ends, where: unwanted.contains)))
            }
        }
        strip("strip", .both)
        strip("lstrip", .left)
        strip("rstrip", .right)
    }

    private static func installSplit(on type: PyType) {
        func split(_ name: String, fromRight: Bool) {
            type.strMethod(name, "sep=None, maxsplit=-1") { machine, text, a in
                let given = try machine.size(a[2])
                let limit = given < 0 ? Int.max : given
                let parts: [ArraySlice<UInt8>]
                if a[1].isNone {
                    try machine.chargePieces(of: text.utf8) { $0 <= 0x20 || $0 >= 0x80 }
                    let cut = fromRight ? TextSplitting.splitAtSpaceFromRight : TextSplitting.splitAtSpace
                    parts = cut(text.utf8, limit, CharacterProperties.isSpace)
                } else {
                    guard let separator = a[1].asStr else {
                        throw machine.error("TypeError", "must be str or None, not \(machine.typeName(a[1]))")
                    }
                    if separator.count == 0 { throw machine.error("ValueError", "empty separator") }
                    try machine.chargePieces(of: text.utf8) { $0 == separator.utf8[0] }
                    parts = TextSplitting.split(text.utf8, at: separator.utf8, limit: limit, fromRight: fromRight)
                }
                return .list(try machine.texts(parts))
            }
        }
        split("split", fromRight: false)
        split("rsplit", fromRight: true)
        type.strMethod("splitlines", "keepends=False") { machine, text, a in
            let keepEnds = try machine.flag(a[1])
            try machine.chargePieces(of: text.utf8) { $0 < 0x20 || $0 >= 0x80 }
            return .list(
                try machine.texts(TextSplitting.lines(text.utf8, keepEnds: keepEnds, isLineBreak: CharacterProperties.isLineBreak)))
        }
    }

    private static func installPadding(on type: PyType) {
        func pad(_ name: String, _ place: @escaping (_ missing: Int, _ width: Int) -> Int) {
            type.strMethod(name, "width, fillchar=' ', /") { machine, text, a in
                let width = try machine.size(a[1])
                guard let fill = a[2].asStr else {
                    throw machine.error("TypeError", "The fill character must be a unicode character, not \(machine.typeName(a[2]))")
                }
                if fill.count != 1 { throw machine.error("TypeError", "The fill character must be exactly one character long") }
                guard width > text.count else { return .str(text) }
                let missing = width - text.count
                try machine.charge(bytes: saturating(missing, times: fill.byteCount, plus: text.byteCount))
                let left = place(missing, width)
                return .str(PyStr(utf8: repeated(fill.utf8, left) + text.utf8 + repeated(fill.utf8, missing - left)))
            }
        }
        pad("ljust") { _, _ in 0 }
        pad("rjust") { missing, _ in missing }
        pad("center") { missing, width in missing / 2 + (missing & width & 1) }
        type.strMethod("zfill", "width, /") { machine, text, a in
            let width = try machine.size(a[1])
            guard width > text.count else { return .str(text) }
            try machine.charge(bytes: width)
            return .str(PyStr(utf8: zeroFilled(text.utf8, missing: width - text.count)))
        }
        type.strMethod("expandtabs", "tabsize=8") { machine, text, a in
            .str(PyStr(utf8: try expandingTabs(machine, text.utf8, size: try machine.size(a[1]))))
        }
    }

    /// `a * b + c` of sizes, the largest integer where it overflows.
    static func saturating(_ a: Int, times b: Int, plus c: Int) -> Int {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        let (sum, carry) = product.addingReportingOverflow(c)
        return overflow || carry ? .max : sum
    }

    /// The bytes that many times over.
    static func repeated(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
        if bytes.count == 1 { return [UInt8](repeating: bytes[0], count: count) }
        var made: [UInt8] = []
        made.reserveCapacity(bytes.count * count)
        for _ in 0..<count { made += bytes }
        return made
    }

    /// Zeros after the sign.
    static func zeroFilled(_ bytes: [UInt8], missing: Int) -> [UInt8] {
        let hasSign = bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-")
        return bytes.prefix(hasSign ? 1 : 0) + [UInt8](repeating: UInt8(ascii: "0"), count: missing) + bytes.dropFirst(hasSign ? 1 : 0)
    }

    /// The text with tabs filled up to multiples of `size` columns; pays before it allocates.
    static func expandingTabs(_ machine: Machine, _ bytes: [UInt8], size: Int) throws -> [UInt8] {
        let tabs = bytes.count { $0 == 0x09 }
        try machine.charge(bytes: saturating(tabs, times: max(0, size), plus: bytes.count))
        var made: [UInt8] = []
        var column = 0
        for byte in bytes {
            if byte == 0x09 {
                let count = size > 0 ? size - column % size : 0
                made += [UInt8](repeating: 0x20, count: count)
                column += count
            } else {
                made.append(byte)
                if byte & 0xC0 != 0x80 { column += 1 }
                if byte == 0x0A || byte == 0x0D { column = 0 }
            }
        }
        return made
    }
}

extension Machine {
    /// Pays for the pieces that a text falls into, at most one more than it has edges.
    func chargePieces(of text: [UInt8], where isEdge: (UInt8) -> Bool) throws {
        var count = 0
        for byte in text where isEdge(byte) { count += 1 }
        if count > 4096 { try charge(bytes: count * MemoryLayout<ArraySlice<UInt8>>.stride) }
    }

    /// A list of texts of these bytes; pays for them.
    func texts(_ parts: [ArraySlice<UInt8>]) throws -> PyList {
        try charge(instructions: parts.count)
        try charge(bytes: parts.reduce(0) { $0 + $1.count + 48 })
        return PyList(parts.map { .str(PyStr($0)) })
    }

    /// `separator.join(iterable)`.
    func join(_ separator: PyStr, _ iterable: Value) throws -> PyStr {
        if case .list(let list) = iterable, list.elements.count > 1, let joined = try join(separator, list.elements) { return joined }
        guard canIterate(iterable) else { throw error("TypeError", "can only join an iterable") }
        let items = try array(iterable)
        var texts: [PyStr] = []
        texts.reserveCapacity(items.count)
        var size = max(0, items.count - 1) * separator.byteCount
        for (position, item) in items.enumerated() {
            guard let text = item.asStr else {
                throw error("TypeError", "sequence item \(position): expected str instance, \(typeName(item)) found")
            }
            texts.append(text)
            size += text.byteCount
        }
        if texts.count == 1, case .str = items[0] { return texts[0] }
        try charge(instructions: items.count)
        try charge(bytes: size)
        var joined: [UInt8] = []
        joined.reserveCapacity(size)
        for (position, text) in texts.enumerated() {
            if position > 0 { separator.append(to: &joined) }
            text.append(to: &joined)
        }
        return PyStr(utf8: joined)
    }

    /// Texts joined, or nil where one is none.
    private func join(_ separator: PyStr, _ elements: [Value]) throws -> PyStr? {
        var size = (elements.count - 1) * separator.byteCount
        var points = (elements.count - 1) * separator.count
        let areTexts = elements.withUnsafeBufferPointer { elements in
            for index in elements.indices {
                guard case .str(let text) = elements[index] else { return false }
                size += text.byteCount
                points += text.count
            }
            return true
        }
        if !areTexts { return nil }
        try charge(instructions: elements.count)
        try charge(bytes: size)
        return PyStr(byteCount: size, count: points) { place in
            var end = 0
            elements.withUnsafeBufferPointer { elements in
                for index in elements.indices {
                    if index > 0 {
                        separator.copy(to: place, at: end)
                        end += separator.byteCount
                    }
                    guard case .str(let text) = elements[index] else { continue }
                    text.copy(to: place, at: end)
                    end += text.byteCount
                }
            }
        }
    }

    /// Whether `iter(value)` can work, without calling anything of the program.
    func canIterate(_ value: Value) -> Bool {
        switch value.unwrapped {
        case .str, .list, .tuple, .dict: return true
        default:
            let type = type(of: value)
            if let found = type.lookup("__iter__") { return !found.isNone }
            return type.lookup("__getitem__") != nil || value.asObject is PyIterator
        }
    }
}
