/// The module `string`: constants, `capwords` and `Template`.
enum StringModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "string")
        let lower = "abcdefghijklmnopqrstuvwxyz"
        let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        let punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
        let space = " \t\n\r\u{0B}\u{0C}"
        for (name, text) in [
            ("ascii_lowercase", lower), ("ascii_uppercase", upper), ("ascii_letters", lower + upper), ("digits", "0123456789"),
            ("hexdigits", "0123456789abcdefABCDEF"), ("octdigits", "01234567"), ("punctuation", punctuation), ("whitespace", space),
            ("printable", "0123456789" + lower + upper + punctuation + space),
        ] {
            module.add(name, .string(text))
        }
        module.function(machine, "capwords", "s, sep=None") { machine, a in
            let parts = try machine.array(try machine.call(try machine.attribute(a[0], "split"), a[1]))
            let words = try parts.map { try machine.call(try machine.attribute($0, "capitalize")) }
            let separator: Value = a[1].isNone ? " " : a[1]
            return try machine.call(try machine.attribute(separator, "join"), .list(words))
        }
        module.add(try templateClass(machine))
        try LibraryExtras.string.run(in: module, machine)
        return module
    }

    // MARK: Template

    /// A piece of a template.
    private enum Piece {
        case text(ArraySlice<UInt32>)
        case name(String, written: ArraySlice<UInt32>)
        case invalid(Int)
    }

    private static func pieces(_ c: [UInt32]) -> [Piece] {
        var made: [Piece] = []
        var index = 0
        var start = 0
        func isWord(_ at: Int, first: Bool) -> Bool {
            guard at < c.count, c[at] < 128 else { return false }
            return RegexCharacters.isWord(c[at], ascii: true) && !(first && RegexCharacters.isDigit(c[at], ascii: true))
        }
        while index < c.count {
            guard c[index] == 0x24 else {
                index += 1
                continue
            }
            if start < index { made.append(.text(c[start..<index])) }
            let sign = index
            index += 1
            if index < c.count, c[index] == 0x24 {
                made.append(.text(c[index...index]))
                index += 1
            } else {
                let isBraced = index < c.count && c[index] == 0x7B
                let begin = isBraced ? index + 1 : index
                var end = begin
                if isWord(begin, first: true) { while isWord(end, first: false) { end += 1 } }
                if end > begin, !isBraced || (end < c.count && c[end] == 0x7D) {
                    index = isBraced ? end + 1 : end
                    made.append(.name(CodePoints.string(c[begin..<end]), written: c[sign..<index]))
                } else {
                    made.append(.invalid(sign))
                }
            }
            start = index
        }
        if start < c.count { made.append(.text(c[start...])) }
        return made
    }

    private static func templateClass(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("Template", module: "string")
        type.method("__init__", "self, template") { _, a in
            a[0].asInstance?.dictionary["template"] = a[1]
            return .none
        }
        for (name, isSafe) in [("substitute", false), ("safe_substitute", true)] {
            type.method(name, "self, mapping?, /, **kws") { machine, a in
                let template = a[0].asInstance?.attributes?["template"]?.asStr?.points ?? []
                return .points(try substitute(template, a.ifGiven(1), a.dict(2), isSafe: isSafe, machine))
            }
        }
        return type
    }

    private static func substitute(
        _ template: [UInt32], _ mapping: Value?, _ keywords: [(name: String, value: Value)], isSafe: Bool, _ machine: Machine
    ) throws -> [UInt32] {
        var made: [UInt32] = []
        for piece in pieces(template) {
            switch piece {
            case .text(let text): made += text
            case .name(let name, let written):
                if let value = keywords.first(where: { $0.name == name })?.value {
                    made += try machine.strStr(value).points
                } else if let mapping, try machine.contains(mapping, .string(name)) {
                    made += try machine.strStr(try machine.item(mapping, .string(name))).points
                } else if isSafe {
                    made += written
                } else {
                    throw machine.error(machine.types.exception("KeyError"), [.string(name)])
                }
            case .invalid(let position):
                if isSafe {
                    made.append(0x24)
                    continue
                }
                let before = template[..<position]
                let line = before.count { $0 == 0x0A } + 1
                let column = position - (before.lastIndex(of: 0x0A) ?? -1)
                throw machine.error("ValueError", "Invalid placeholder in string: line \(line), col \(column)")
            }
        }
        return made
    }
}
