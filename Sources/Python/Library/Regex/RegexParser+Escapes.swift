extension RegexParser {
    /// Parses what follows a backslash outside of a set; `position` is that of the backslash.
    mutating func escape(at position: Int) throws(RegexError) -> RegexNode {
        guard let c = current else { throw fail("bad escape (end of pattern)", at: position) }
        if let category = category(c) {
            index += 1
            return .set(RegexSet(ranges: [], categories: [category], ascii: isASCII, mode: .exact))
        }
        if let assertion = assertion(c) {
            index += 1
            return .assertion(assertion)
        }
        if c >= 0x31, c <= 0x39 { return try numericEscape(at: position) }
        return literal(try characterEscape(at: position, inSet: false))
    }

    private func assertion(_ c: UInt32) -> RegexAssertion? {
        switch c {
        case 0x41: .textStart
        case 0x5A: .textEnd
        case 0x62: .wordBoundary(ascii: isASCII)
        case 0x42: .notWordBoundary(ascii: isASCII)
        default: nil
        }
    }

    /// The class that a letter stands for after a backslash.
    func category(_ c: UInt32) -> RegexSet.Category? {
        switch c {
        case 0x64: .digit
        case 0x44: .notDigit
        case 0x73: .space
        case 0x53: .notSpace
        case 0x77: .word
        case 0x57: .notWord
        default: nil
        }
    }

    /// `\1` to `\99` are references; three octal digits are a character.
    private mutating func numericEscape(at position: Int) throws(RegexError) -> RegexNode {
        var value = Int(pattern[index] - 0x30)
        index += 1
        if let d = current, d >= 0x30, d <= 0x39 {
            if isOctal(pattern[index - 1]), isOctal(d), index + 1 < pattern.count, isOctal(pattern[index + 1]) {
                let code = value * 64 + Int(d - 0x30) * 8 + Int(pattern[index + 1] - 0x30)
                index += 2
                if code > 0o377 { throw octalError(at: position) }
                return literal(UInt32(code))
            }
            value = value * 10 + Int(d - 0x30)
            index += 1
        }
        return try reference(value, at: position + 1, openAt: position)
    }

    /// A reference to group number `group`, which must exist and be closed.
    func reference(_ group: Int, at position: Int, openAt: Int) throws(RegexError) -> RegexNode {
        guard group <= groupCount else { throw fail("invalid group reference \(group)", at: position) }
        if openGroups.contains(group) { throw fail("cannot refer to an open group", at: openAt) }
        try checkLookBehind(group)
        return .backreference(group, caseMode)
    }

    /// A look-behind must not refer to a group that begins inside of it.
    func checkLookBehind(_ group: Int) throws(RegexError) {
        if let outer = lookBehindGroups, group > outer {
            throw fail("cannot refer to group defined in the same lookbehind subpattern", at: index)
        }
    }

    private func isOctal(_ c: UInt32) -> Bool { c >= 0x30 && c <= 0x37 }

    private func octalError(at position: Int) -> RegexError {
        fail("octal escape value \(text(position..<index)) outside of range 0-0o377", at: position)
    }

    /// Parses an escape that stands for one character; `position` is that of the backslash.
    mutating func characterEscape(at position: Int, inSet: Bool) throws(RegexError) -> UInt32 {
        guard let c = current else { throw fail("bad escape (end of pattern)", at: position) }
        index += 1
        switch c {
        case 0x61: return 7
        case 0x62 where inSet: return 8
        case 0x66: return 12
        case 0x6E: return 10
        case 0x72: return 13
        case 0x74: return 9
        case 0x76: return 11
        case 0x5C: return 0x5C
        case 0x78: return try hexadecimal(2, at: position)
        case 0x75 where !isBytes: return try hexadecimal(4, at: position)
        case 0x55 where !isBytes: return try longHexadecimal(at: position)
        case 0x4E where !isBytes: return try namedCharacter(at: position)
        case 0x30: return try octal(at: position, limit: 2)
        case 0x31...0x37 where inSet:
            index -= 1
            return try octal(at: position, limit: 3)
        default:
            let isLetter = (c >= 0x61 && c <= 0x7A) || (c >= 0x41 && c <= 0x5A) || (c >= 0x30 && c <= 0x39)
            if isLetter { throw fail("bad escape \\\(CodePoints.string([c][...]))", at: position) }
            return c
        }
    }

    private mutating func octal(at position: Int, limit: Int) throws(RegexError) -> UInt32 {
        var value: UInt32 = 0
        var taken = 0
        while taken < limit, let c = current, isOctal(c) {
            value = value * 8 + (c - 0x30)
            index += 1
            taken += 1
        }
        if value > 0o377 { throw octalError(at: position) }
        return value
    }

    private mutating func hexadecimal(_ count: Int, at position: Int) throws(RegexError) -> UInt32 {
        var value: UInt32 = 0
        var taken = 0
        while taken < count, let c = current, let digit = Self.hexadecimalValue(c) {
            value = value * 16 + digit
            index += 1
            taken += 1
        }
        if taken < count { throw fail("incomplete escape \(text(position..<index))", at: position) }
        return value
    }

    private mutating func longHexadecimal(at position: Int) throws(RegexError) -> UInt32 {
        let value = try hexadecimal(8, at: position)
        if value > 0x10FFFF { throw fail("bad escape \(text(position..<index))", at: position) }
        return value
    }

    /// The value of a hexadecimal digit; nil for others.
    static func hexadecimalValue(_ c: UInt32) -> UInt32? {
        switch c {
        case 0x30...0x39: c - 0x30
        case 0x61...0x66: c - 0x57
        case 0x41...0x46: c - 0x37
        default: nil
        }
    }

    private mutating func namedCharacter(at position: Int) throws(RegexError) -> UInt32 {
        guard take("{") else { throw fail("missing {", at: index) }
        let start = index
        while let c = current, c != 0x7D { index += 1 }
        guard current != nil else {
            throw start == index ? fail("missing character name", at: start) : fail("missing }, unterminated name", at: start)
        }
        let name = text(start..<index)
        index += 1
        if name.isEmpty { throw fail("missing character name", at: start) }
        guard let scalar = CharacterNames.scalar(named: name) else {
            throw fail("undefined character name '\(name)'", at: position)
        }
        return scalar.value
    }

    // MARK: Sets

    /// Parses a set behind its `[`; `position` is that of the bracket.
    mutating func characterSet(at position: Int) throws(RegexError) -> RegexNode {
        var ranges: [ClosedRange<UInt32>] = []
        var categories: [RegexSet.Category] = []
        let isNegated = take("^")
        let start = index
        while true {
            guard let c = current else { throw fail("unterminated character set", at: position) }
            if c == 0x5D, index != start {
                index += 1
                break
            }
            let memberStart = index
            let low = try member()
            guard isNext("-") else {
                add(low, &ranges, &categories)
                continue
            }
            index += 1
            guard let next = current else { throw fail("unterminated character set", at: position) }
            if next == 0x5D {
                index += 1
                add(low, &ranges, &categories)
                ranges.append(0x2D...0x2D)
                break
            }
            let high = try member()
            guard case .character(let a) = low, case .character(let b) = high, a <= b else {
                throw fail("bad character range \(text(memberStart..<index))", at: memberStart)
            }
            ranges.append(a...b)
        }
        return .set(RegexSet(ranges: ranges, categories: categories, isNegated: isNegated, ascii: isASCII, mode: caseMode))
    }

    private enum Member {
        case character(UInt32)
        case category(RegexSet.Category)
    }

    private mutating func member() throws(RegexError) -> Member {
        let position = index
        let c = pattern[index]
        index += 1
        guard c == 0x5C else { return .character(c) }
        if let next = current, let category = category(next) {
            index += 1
            return .category(category)
        }
        return .character(try characterEscape(at: position, inSet: true))
    }

    private func add(_ member: Member, _ ranges: inout [ClosedRange<UInt32>], _ categories: inout [RegexSet.Category]) {
        switch member {
        case .character(let c): ranges.append(c...c)
        case .category(let category): categories.append(category)
        }
    }
}
