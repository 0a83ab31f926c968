/// The module `re`.
enum RegexModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "re")
        let library = try RegexLibrary(machine)
        module.add("_library", .object(LibraryBox(library)))
        module.add("Pattern", .object(library.pattern))
        module.add("Match", .object(library.match))
        module.add("error", .object(library.error))
        module.add("RegexFlag", .object(library.flag))
        for (name, member) in library.flag.attributes["_member_map_"]?.asDict?.items ?? [] { module.add(name.asString ?? "", member) }
        RegexPatternClass.install(library)
        RegexMatchClass.install(library)
        addFunctions(module, library, machine)
        return module
    }

    private static func addFunctions(_ module: PyModule, _ library: RegexLibrary, _ machine: Machine) {
        module.function(machine, "compile", "pattern, flags=0") { machine, a in .object(try library.compile(a[0], a[1], machine)) }
        module.function(machine, "purge", "") { _, _ in .none }
        for (name, mode) in [("search", PythonRegex.Mode.search), ("match", .match), ("fullmatch", .fullmatch)] {
            module.function(machine, name, "pattern, string, flags=0") { machine, a in
                let pattern = try library.compile(a[0], a[2], machine)
                return try RegexOperations(pattern, a[1], library, machine).match(mode)
            }
        }
        module.function(machine, "findall", "pattern, string, flags=0") { machine, a in
            try RegexOperations(try library.compile(a[0], a[2], machine), a[1], library, machine).findAll()
        }
        module.function(machine, "finditer", "pattern, string, flags=0") { machine, a in
            let operations = try RegexOperations(try library.compile(a[0], a[2], machine), a[1], library, machine)
            return .object(RegexMatchIterator(operations))
        }
        module.function(machine, "split", "pattern, string, maxsplit=0, flags=0") { machine, a in
            let pattern = try library.compile(a[0], a[3], machine)
            return try RegexOperations(pattern, a[1], library, machine).split(limit: try machine.index(a[2]))
        }
        for name in ["sub", "subn"] {
            module.function(machine, name, "pattern, repl, string, count=0, flags=0") { machine, a in
                let pattern = try library.compile(a[0], a[4], machine)
                let operations = try RegexOperations(pattern, a[2], library, machine)
                let (text, count) = try operations.replace(with: a[1], limit: try machine.index(a[3]))
                return name == "sub" ? text : .tuple([text, .int(count)])
            }
        }
        module.function(machine, "escape", "pattern") { machine, a in
            if let data = a[0].asBytes { return .bytes(data.bytes.flatMap(escaped)) }
            guard let text = a[0].asStr else {
                throw machine.error("TypeError", "decoding to str: need a bytes-like object, \(machine.typeName(a[0])) found")
            }
            return .str(PyStr(utf8: text.utf8.flatMap(escaped)))
        }
    }

    private static let special = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{0B}\u{0C}".utf8)

    private static func escaped(_ byte: UInt8) -> [UInt8] { special.contains(byte) ? [0x5C, byte] : [byte] }
}

/// The operations of a pattern on one subject.
struct RegexOperations {
    /// The pattern.
    let pattern: PyRegexPattern
    /// What it is matched against.
    let subject: RegexSubject
    /// Where matching starts, in code points.
    let start: Int
    /// Where the subject ends, in code points.
    let end: Int
    private let library: RegexLibrary
    private let machine: Machine

    /// Prepares the subject; raises TypeError where it does not fit the pattern.
    init(
        _ pattern: PyRegexPattern, _ subject: Value, _ library: RegexLibrary, _ machine: Machine, from start: Int = 0, to end: Int = .max
    ) throws {
        self.pattern = pattern
        self.subject = try RegexSubject(subject, for: pattern, machine)
        self.start = min(max(start, 0), self.subject.points.count)
        self.end = min(max(end, 0), self.subject.points.count)
        self.library = library
        self.machine = machine
    }

    private var charge: PythonRegex.Charge { RegexLibrary.charge(machine) }

    /// The match as a value; `None` where there is none.
    func match(_ mode: PythonRegex.Mode) throws -> Value {
        guard let found = try pattern.regex.match(subject.points, mode: mode, from: start, to: end, charge: charge) else { return .none }
        return wrap(found)
    }

    /// A match as a value.
    func wrap(_ match: RegexMatch) -> Value { library.make(match, pattern, subject, start, end) }

    /// The next match from `position` on.
    func next(from position: Int, mustAdvance: Bool) throws -> RegexMatch? {
        try pattern.regex.match(
            subject.points, mode: .search, from: position, to: end, mustAdvance: mustAdvance, charge: charge)
    }

    private func each(_ body: (RegexMatch) throws -> Bool) throws {
        try pattern.regex.matches(in: subject.points, from: start, to: end, charge: charge) { match in
            // A match, a text and its place in a list, and the work that they take.
            try machine.charge(bytes: 192)
            try machine.charge(instructions: 20)
            return try body(match)
        }
    }

    /// `findall`: texts, or tuples of them where there are several groups.
    func findAll() throws -> Value {
        var found: [Value] = []
        let empty = subject.make([])
        let count = pattern.regex.groupCount
        try each { match in
            let groups = (count == 0 ? 0...0 : 1...count).map { match.spans[$0].map { subject.slice($0) } ?? empty }
            found.append(groups.count == 1 ? groups[0] : .tuple(groups))
            try machine.charge(bytes: 16 * groups.count)
            return true
        }
        return .list(found)
    }

    /// `split`, with the groups of the pattern between the parts.
    func split(limit: Int) throws -> Value {
        var parts: [Value] = []
        var last = 0
        var count = 0
        if limit >= 0 {
            try each { match in
                if limit > 0, count >= limit { return false }
                parts.append(subject.slice(last..<match.span.lowerBound))
                for span in match.spans.dropFirst() { parts.append(span.map { subject.slice($0) } ?? .none) }
                last = match.span.upperBound
                count += 1
                return true
            }
        }
        parts.append(subject.slice(last..<subject.points.count))
        return .list(parts)
    }

    /// `subn`: the text with replacements, and how many there were.
    func replace(with replacement: Value, limit: Int) throws -> (Value, Int) {
        let template = try template(replacement)
        if limit < 0 { return (subject.value, 0) }
        var made: [UInt32] = []
        var last = 0
        var count = 0
        try each { match in
            if limit > 0, count >= limit { return false }
            let before = made.count
            made += subject.points[last..<match.span.lowerBound]
            if let template {
                made += template.expand(match, in: subject.points)
            } else {
                made += try points(of: try machine.call(replacement, wrap(match)), match)
            }
            try machine.charge(bytes: (made.count - before) * 5 + 16)
            try machine.charge(instructions: 8 + (made.count - before) / 8)
            last = match.span.upperBound
            count += 1
            return true
        }
        if count == 0 { return (subject.value, 0) }
        made += subject.points[last...]
        return (subject.make(made), count)
    }

    /// The parsed replacement; nil where it is a function.
    private func template(_ replacement: Value) throws -> RegexTemplate? {
        guard let points = replacement.asStr?.points ?? replacement.asBytes?.bytes.map(UInt32.init) else { return nil }
        return try template(points, replacement)
    }

    private func template(_ points: [UInt32], _ source: Value) throws -> RegexTemplate {
        do {
            return try RegexTemplate(points, for: pattern.regex)
        } catch let problem as RegexError {
            throw library.raised(problem, source, machine)
        } catch let unknown as RegexTemplate.UnknownGroup {
            throw machine.error("IndexError", "unknown group name '\(unknown.name)'")
        }
    }

    private func points(of result: Value, _ match: RegexMatch) throws -> [UInt32] {
        if result.isNone { return [] }
        if let text = result.asStr, !pattern.isBytes { return text.points }
        if let data = result.asBytes, pattern.isBytes { return data.bytes.map(UInt32.init) }
        let wanted =
            pattern.isBytes
            ? "a bytes-like object is required, not" : "sequence item \(match.span.lowerBound == 0 ? 0 : 1): expected str instance,"
        throw machine.error("TypeError", "\(wanted) \(machine.typeName(result))\(pattern.isBytes ? "" : " found")")
    }

    /// `match.expand(template)`.
    func expand(_ template: Value, _ match: RegexMatch) throws -> Value {
        guard let parsed = try self.template(template) else {
            throw machine.error("TypeError", "decoding to str: need a bytes-like object, \(machine.typeName(template)) found")
        }
        // Code points take four bytes, what they are collected in is there twice for a moment, and the text comes on top.
        try machine.charge(bytes: 9, times: parsed.length(match))
        return subject.make(parsed.expand(match, in: subject.points))
    }
}

/// The iterator of `finditer`.
final class RegexMatchIterator: PyIterator {
    private let operations: RegexOperations
    private var position: Int
    private var mustAdvance = false
    private var isDone = false

    /// An iterator over all matches.
    init(_ operations: RegexOperations) {
        self.operations = operations
        self.position = operations.start
    }

    override var typeName: String { "callable_iterator" }

    override func next(_ machine: Machine) throws -> Value? {
        guard !isDone, let found = try operations.next(from: position, mustAdvance: mustAdvance) else {
            isDone = true
            return nil
        }
        position = found.span.upperBound
        mustAdvance = found.span.isEmpty
        return operations.wrap(found)
    }
}
