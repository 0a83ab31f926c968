extension RegexParser {
    /// Parses a group behind its parenthesis at `position`; nil for comments and global flags.
    mutating func group(at position: Int, isFirst: Bool) throws(RegexError) -> RegexNode? {
        guard take("?") else { return try capture(named: nil, at: position) }
        guard let c = current else { throw fail("unexpected end of pattern", at: index) }
        index += 1
        switch c {
        case 0x50: return try namedForm(at: position)
        case 0x3A: return try body(at: position) { $0 }
        case 0x23: return try comment(at: position)
        case 0x3D: return try look(at: position, behind: false, negative: false)
        case 0x21: return try look(at: position, behind: false, negative: true)
        case 0x3C: return try lookBehind(at: position)
        case 0x28: return try conditional(at: position)
        case 0x3E: return try body(at: position) { .atomic($0) }
        default:
            if c == 0x2D || RegexFlags.letter(c) != nil { return try flagGroup(c, at: position, isFirst: isFirst) }
            throw fail("unknown extension ?\(CodePoints.string([c][...]))", at: position + 1)
        }
    }

    private mutating func close(at position: Int) throws(RegexError) {
        if !take(")") { throw fail("missing ), unterminated subpattern", at: position) }
    }

    private mutating func body(at position: Int, _ wrap: (RegexNode) -> RegexNode) throws(RegexError) -> RegexNode {
        let outer = flags
        let node = try alternatives()
        flags = outer
        try close(at: position)
        if case .empty = node { return wrap(.sequence([])) }
        // A group of one repetition may be repeated again, hence the wrapping.
        if case .repetition = node { return wrap(.sequence([node])) }
        if case .assertion = node { return wrap(.sequence([node])) }
        return wrap(node)
    }

    private mutating func capture(named name: String?, at position: Int) throws(RegexError) -> RegexNode {
        groupCount += 1
        let number = groupCount
        if let name {
            if let old = names.first(where: { $0.name == name }) {
                throw fail(
                    "redefinition of group name '\(name)' as group \(number); was group \(old.group)", at: position + 4)
            }
            names.append((name, number))
        }
        openGroups.insert(number)
        let node = try body(at: position) { $0 }
        openGroups.remove(number)
        widths[number] = node.width(widths)
        return .capture(number, node)
    }

    private mutating func namedForm(at position: Int) throws(RegexError) -> RegexNode {
        if take("<") {
            let name = try readName(until: ">")
            try checkName(name.text, at: name.start)
            return try capture(named: name.text, at: position)
        }
        if take("=") {
            let name = try readName(until: ")")
            try checkName(name.text, at: name.start)
            guard let group = names.first(where: { $0.name == name.text })?.group else {
                throw fail("unknown group name \(quoted(name.text))", at: name.start)
            }
            return try namedReference(group, at: name.start)
        }
        guard let c = current else { throw fail("unexpected end of pattern", at: index) }
        throw fail("unknown extension ?P\(CodePoints.string([c][...]))", at: index - 2)
    }

    private func namedReference(_ group: Int, at position: Int) throws(RegexError) -> RegexNode {
        if openGroups.contains(group) { throw fail("cannot refer to an open group", at: position) }
        try checkLookBehind(group)
        return .backreference(group, caseMode)
    }

    /// Reads up to a terminator, which is taken.
    private mutating func readName(until end: Character) throws(RegexError) -> (text: String, start: Int) {
        let start = index
        while current != nil, !isNext(end) { index += 1 }
        guard current != nil else {
            throw start == index ? fail("missing group name", at: start) : fail("missing \(end), unterminated name", at: start)
        }
        let name = text(start..<index)
        index += 1
        if name.isEmpty { throw fail("missing group name", at: start) }
        return (name, start)
    }

    private func checkName(_ name: String, at position: Int) throws(RegexError) {
        if !RegexParser.isIdentifier(name) { throw fail("bad character in group name \(quoted(name))", at: position) }
    }

    private func quoted(_ name: String) -> String { name.contains("'") && !name.contains("\"") ? "\"\(name)\"" : "'\(name)'" }

    /// Whether a text is an identifier of Python.
    static func isIdentifier(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        return (first.properties.isXIDStart || first == "_") && name.unicodeScalars.dropFirst().allSatisfy(\.properties.isXIDContinue)
    }

    private mutating func comment(at position: Int) throws(RegexError) -> RegexNode? {
        while let c = current {
            index += 1
            if c == 0x29 { return nil }
        }
        throw fail("missing ), unterminated comment", at: position)
    }

    // MARK: Looking around

    private mutating func lookBehind(at position: Int) throws(RegexError) -> RegexNode {
        guard let c = current else { throw fail("unexpected end of pattern", at: index) }
        index += 1
        guard c == 0x3D || c == 0x21 else { throw fail("unknown extension ?<\(CodePoints.string([c][...]))", at: index - 3) }
        return try look(at: position, behind: true, negative: c == 0x21)
    }

    private mutating func look(at position: Int, behind: Bool, negative: Bool) throws(RegexError) -> RegexNode {
        let outer = lookBehindGroups
        if behind, outer == nil { lookBehindGroups = groupCount }
        let node = try body(at: position) { $0 }
        lookBehindGroups = outer
        if behind {
            let width = node.width(widths)
            if width.lowerBound != width.upperBound { hasVariableLookBehind = true }
        }
        return .look(node, behind: behind, negative: negative)
    }

    // MARK: Conditionals

    private mutating func conditional(at position: Int) throws(RegexError) -> RegexNode {
        let name = try readName(until: ")")
        let number: Int
        if RegexParser.isIdentifier(name.text) {
            guard let group = names.first(where: { $0.name == name.text })?.group else {
                throw fail("unknown group name \(quoted(name.text))", at: name.start)
            }
            number = group
        } else {
            guard let value = Int(name.text), value >= 0, name.text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
                throw fail("bad character in group name \(quoted(name.text))", at: name.start)
            }
            if value == 0 { throw fail("bad group number", at: name.start) }
            number = value
            pendingConditionals.append((value, name.start))
        }
        if lookBehindGroups != nil, number > groupCount || openGroups.contains(number) {
            throw fail("cannot refer to an open group", at: index)
        }
        try checkLookBehind(number)
        return try branches(of: number, at: position)
    }

    private mutating func branches(of group: Int, at position: Int) throws(RegexError) -> RegexNode {
        let outer = flags
        let yes = try sequence(isFirst: false)
        let no = take("|") ? try sequence(isFirst: false) : .empty
        flags = outer
        if isNext("|") { throw fail("conditional backref with more than two branches", at: index) }
        try close(at: position)
        return .conditional(group, yes, no)
    }

    // MARK: Flags

    private mutating func flagGroup(_ first: UInt32, at position: Int, isFirst: Bool) throws(RegexError) -> RegexNode? {
        var added: RegexFlags = []
        var removed: RegexFlags = []
        var c = first
        while let flag = RegexFlags.letter(c) {
            try checkType(flag, added)
            added.insert(flag)
            c = try nextFlag("missing -, : or )")
            if c == 0x29 || c == 0x2D || c == 0x3A { break }
            if RegexFlags.letter(c) == nil { throw flagError(c, otherwise: "missing -, : or )") }
        }
        if c == 0x29 {
            if !isFirst || position != 0 { throw fail("global flags not at the start of the expression", at: position) }
            flags.formUnion(added)
            return nil
        }
        if !added.isDisjoint(with: RegexFlags(rawValue: 1)) {
            throw fail("bad inline flags: cannot turn on global flag", at: index - 1)
        }
        if c == 0x2D { removed = try removedFlags() }
        if !added.isDisjoint(with: removed) { throw fail("bad inline flags: flag turned on and off", at: index - 1) }
        return try scoped(added, removed, at: position)
    }

    private mutating func scoped(_ added: RegexFlags, _ removed: RegexFlags, at position: Int) throws(RegexError) -> RegexNode {
        let outer = flags
        if added.contains(.ascii) { flags.remove(.unicode) }
        if added.contains(.unicode) { flags.remove(.ascii) }
        flags.formUnion(added)
        flags.subtract(removed)
        let node = try body(at: position) { $0 }
        flags = outer
        return node
    }

    private mutating func removedFlags() throws(RegexError) -> RegexFlags {
        var removed: RegexFlags = []
        var c = try nextFlag("missing flag")
        guard RegexFlags.letter(c) != nil else { throw flagError(c, otherwise: "missing flag") }
        while let flag = RegexFlags.letter(c) {
            if !flag.isDisjoint(with: [.ascii, .unicode, .locale]) {
                throw fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", at: index)
            }
            removed.insert(flag)
            c = try nextFlag("missing :")
            if c == 0x3A { break }
            if RegexFlags.letter(c) == nil { throw flagError(c, otherwise: "missing :") }
        }
        return removed
    }

    private func checkType(_ flag: RegexFlags, _ added: RegexFlags) throws(RegexError) {
        if isBytes, flag == .unicode { throw fail("bad inline flags: cannot use 'u' flag with a bytes pattern", at: index) }
        if !isBytes, flag == .locale { throw fail("bad inline flags: cannot use 'L' flag with a str pattern", at: index) }
        let types: RegexFlags = [.ascii, .unicode, .locale]
        if types.contains(flag), !added.subtracting(flag).isDisjoint(with: types) {
            throw fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", at: index)
        }
    }

    private mutating func nextFlag(_ message: String) throws(RegexError) -> UInt32 {
        guard let c = current else { throw fail(message, at: index) }
        index += 1
        return c
    }

    private func flagError(_ c: UInt32, otherwise message: String) -> RegexError {
        let isLetter = Unicode.Scalar(c)?.properties.isAlphabetic ?? false
        return fail(isLetter ? "unknown flag" : message, at: index - 1)
    }
}
