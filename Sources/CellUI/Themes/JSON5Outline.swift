/// Reads the structure of a JSON5 text: where its keys stand, and where it is broken.
///
/// FoundationEssentials decodes JSON5 but does not say where a mistake is; this does, and nothing else. Source of truth: spec.json5.org §2–§8.
struct JSON5Outline {
    /// The lines of keys, from 1; of keys that occur more than once, the first.
    private(set) var lines: [String: Int] = [:]
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var line = 1

    /// Reads a whole text; throws at the first place that is not JSON5.
    init(_ text: String) throws(JSON5Problem) {
        scalars = Array(text.unicodeScalars)
        try skipBlanks()
        try value(depth: 0)
        try skipBlanks()
        if index < scalars.count { throw problem("there is \(found) behind the end") }
    }

    private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private func problem(_ reason: String) -> JSON5Problem { JSON5Problem(reason: reason, line: line) }

    /// What stands at the current place, in words.
    private var found: String { current.map { "\"\($0)\"" } ?? "the end of the file" }

    private mutating func advance() {
        if current == "\n" { line += 1 }
        index += 1
    }

    private mutating func skipBlanks() throws(JSON5Problem) {
        while let scalar = current {
            if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
                advance()
            } else if scalar == "/", index + 1 < scalars.count, scalars[index + 1] == "/" {
                while let scalar = current, scalar != "\n" { advance() }
            } else if scalar == "/", index + 1 < scalars.count, scalars[index + 1] == "*" {
                try skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() throws(JSON5Problem) {
        let start = problem("a comment that begins with /* has no */")
        index += 2
        while index + 1 < scalars.count, !(scalars[index] == "*" && scalars[index + 1] == "/") { advance() }
        guard index + 1 < scalars.count else { throw start }
        index += 2
    }

    private mutating func value(depth: Int) throws(JSON5Problem) {
        guard depth < 64 else { throw problem("it is nested too deeply") }
        switch current {
        case "{": try list(closedBy: "}", depth: depth, isObject: true)
        case "[": try list(closedBy: "]", depth: depth, isObject: false)
        case "\"", "'": _ = try string()
        default: try word()
        }
    }

    private mutating func list(closedBy end: Unicode.Scalar, depth: Int, isObject: Bool) throws(JSON5Problem) {
        let start = line
        advance()
        while true {
            try skipBlanks()
            if current == end { return advance() }
            if isObject { try key() }
            try value(depth: depth + 1)
            try skipBlanks()
            if current == "," {
                advance()
            } else if current != end {
                let opened = current == nil ? " for the one opened in line \(start)" : ""
                throw problem("there must be \",\" or \"\(end)\"\(opened), not \(found)")
            }
        }
    }

    private mutating func key() throws(JSON5Problem) {
        let place = line
        let name: String
        if current == "\"" || current == "'" {
            name = try string()
        } else {
            var text = ""
            while let scalar = current, scalar.properties.isIDContinue || scalar == "$" || scalar == "\\" {
                text.unicodeScalars.append(scalar)
                advance()
            }
            if text.isEmpty { throw problem("there must be a name, not \(found)") }
            name = text
        }
        if lines[name] == nil { lines[name] = place }
        try skipBlanks()
        guard current == ":" else { throw problem("there must be \":\" behind \"\(name)\", not \(found)") }
        advance()
        try skipBlanks()
    }

    private mutating func string() throws(JSON5Problem) -> String {
        let start = problem("a text in quotes has no end")
        let quote = current
        var text = ""
        advance()
        while let scalar = current, scalar != quote {
            if scalar == "\n" { throw start }
            if scalar == "\\" { advance() }
            if let kept = current { text.unicodeScalars.append(kept) }
            advance()
        }
        guard current == quote else { throw start }
        advance()
        return text
    }

    /// Numbers, `true`, `false`, `null` and the like; the decoder says whether they are right.
    private mutating func word() throws(JSON5Problem) {
        let start = index
        while let scalar = current, scalar.properties.isIDContinue || scalar == "+" || scalar == "-" || scalar == "." { advance() }
        guard index > start else { throw problem("there must be a value, not \(found)") }
        let text = String(String.UnicodeScalarView(scalars[start..<index]))
        let isNumber = text.unicodeScalars.contains { ("0"..."9").contains($0) } || text.hasSuffix("Infinity") || text.hasSuffix("NaN")
        guard isNumber || ["true", "false", "null"].contains(text) else { throw problem("\"\(text)\" must stand in quotes") }
    }
}
