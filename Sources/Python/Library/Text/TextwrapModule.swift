/// The module `textwrap`.
enum TextwrapModule {
    private static let parameters =
        "width=70, *, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False, "
        + "break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, max_lines=None, placeholder=' [...]'"

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "textwrap")
        func text(_ value: Value, _ machine: Machine) throws -> [UInt32] {
            if let text = value.asStr { return text.points }
            throw machine.error("AttributeError", "'\(machine.typeName(value))' object has no attribute 'expandtabs'")
        }
        for name in ["wrap", "fill"] {
            module.function(machine, name, "text, " + parameters) { machine, a in
                let lines = try TextWrapper(try options(a, 1, machine), machine).wrap(try text(a[0], machine))
                return name == "wrap" ? .list(lines.map { .points($0) }) : .points(Array(lines.joined(separator: [0x0A])))
            }
        }
        module.function(machine, "shorten", "text, " + parameters) { machine, a in
            var options = try options(a, 1, machine)
            options.maximumLines = 1
            let words = (a[0].asString ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return .points(Array(try TextWrapper(options, machine).wrap(words.codePoints).joined(separator: [0x0A])))
        }
        module.function(machine, "dedent", "text") { _, a in .points(dedent(a[0].asStr?.points ?? [])) }
        module.function(machine, "indent", "text, prefix, predicate=None") { machine, a in
            let lines = try machine.array(try machine.call(try machine.attribute(a[0], "splitlines"), true))
            var made: [UInt32] = []
            for line in lines {
                let points = line.asStr?.points ?? []
                let isWanted =
                    try a[2].isNone
                    ? points.contains { !CharacterProperties.isSpace($0) } : machine.isTrue(machine.call(a[2], line))
                made += (isWanted ? a[1].asStr?.points ?? [] : []) + points
            }
            return .points(made)
        }
        try LibraryExtras.textwrap.run(in: module, machine)
        return module
    }

    private static func options(_ a: BoundArguments, _ first: Int, _ machine: Machine) throws -> TextWrapper.Options {
        var made = TextWrapper.Options()
        _ = try machine.compare(a[first], 0, .lessOrEqual)
        made.width = try machine.index(a[first])
        made.initialIndent = a[first + 1].asStr?.points ?? []
        made.subsequentIndent = a[first + 2].asStr?.points ?? []
        made.expandsTabs = try machine.isTrue(a[first + 3])
        made.replacesWhitespace = try machine.isTrue(a[first + 4])
        made.fixesSentenceEndings = try machine.isTrue(a[first + 5])
        made.breaksLongWords = try machine.isTrue(a[first + 6])
        made.dropsWhitespace = try machine.isTrue(a[first + 7])
        made.breaksOnHyphens = try machine.isTrue(a[first + 8])
        made.tabSize = try machine.index(a[first + 9])
        made.maximumLines = a[first + 10].isNone ? nil : try machine.index(a[first + 10])
        made.placeholder = a[first + 11].asStr?.points ?? []
        return made
    }

    /// The lines without the blanks that all of them begin with.
    private static func dedent(_ text: [UInt32]) -> [UInt32] {
        var margin: [UInt32]?
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line -> [UInt32] in
            line.allSatisfy { $0 == 0x20 || $0 == 9 } ? [] : Array(line)
        }
        for line in lines where !line.isEmpty {
            let indent = Array(line.prefix { $0 == 0x20 || $0 == 9 })
            margin = margin.map { old in zip(old, indent).prefix { $0 == $1 }.map(\.0) } ?? indent
        }
        let cut = margin?.count ?? 0
        return Array(lines.map { $0.isEmpty ? [] : Array($0.dropFirst(cut)) }.joined(separator: [0x0A]))
    }
}
