/// A `re.Pattern`.
public final class PyRegexPattern: PyInstance {
    /// The compiled pattern.
    public let regex: PythonRegex
    /// The pattern as it was written: `str` or `bytes`.
    public let source: Value

    /// A pattern as a value.
    init(type: PyType, regex: PythonRegex, source: Value) {
        self.regex = regex
        self.source = source
        super.init(type: type)
    }

    /// Whether it matches bytes.
    var isBytes: Bool { source.asStr == nil }
}

/// A `re.Match`.
final class PyRegexMatch: PyInstance {
    /// The pattern.
    let pattern: PyRegexPattern
    /// What was matched.
    let subject: RegexSubject
    /// Where it matched.
    let match: RegexMatch
    /// Python's `pos`.
    let start: Int
    /// Python's `endpos`.
    let end: Int

    /// A match as a value.
    init(type: PyType, pattern: PyRegexPattern, subject: RegexSubject, match: RegexMatch, start: Int, end: Int) {
        self.pattern = pattern
        self.subject = subject
        self.match = match
        self.start = start
        self.end = end
        super.init(type: type)
    }

    /// The text of a group, or `missing` where it took no part.
    func group(_ number: Int, missing: Value = .none) -> Value {
        match.spans[number].map { subject.slice($0) } ?? missing
    }
}

/// What a pattern is matched against: text or bytes as code points.
struct RegexSubject {
    /// The subject as it was given.
    let value: Value
    /// Its code points, or bytes.
    let points: [UInt32]
    private let bytes: [UInt8]
    private let isBytes: Bool
    private let isNarrow: Bool

    /// Raises TypeError for what is neither text nor bytes, or not of the pattern's kind.
    init(_ value: Value, for pattern: PyRegexPattern, _ machine: Machine) throws {
        self.value = value
        if let text = value.asStr {
            if pattern.isBytes { throw machine.error("TypeError", "cannot use a bytes pattern on a string-like object") }
            bytes = text.utf8
            isBytes = false
            isNarrow = text.isASCII
        } else if let data = value.asBytes {
            if !pattern.isBytes { throw machine.error("TypeError", "cannot use a string pattern on a bytes-like object") }
            bytes = data.bytes
            isBytes = true
            isNarrow = true
        } else {
            throw machine.error("TypeError", "expected string or bytes-like object, got '\(machine.typeName(value))'")
        }
        try machine.charge(instructions: bytes.count / 8)
        points = isNarrow ? bytes.map(UInt32.init) : CodePoints(bytes).map { $0 }
    }

    /// A part of the subject, of its kind.
    func slice(_ range: Range<Int>) -> Value { isNarrow ? make(Array(bytes[range])) : make(points[range]) }

    /// A value of the subject's kind.
    func make(_ points: some Sequence<UInt32>) -> Value {
        isBytes ? .bytes(points.map { UInt8(truncatingIfNeeded: $0) }) : .points(points)
    }

    private func make(_ part: [UInt8]) -> Value { isBytes ? .bytes(part) : .str(PyStr(utf8: part)) }
}

/// The classes of `re` and the patterns that were compiled lately.
final class RegexLibrary {
    /// The class `Pattern`.
    let pattern: PyType
    /// The class `Match`.
    let match: PyType
    /// The class `error`.
    let error: PyType
    /// The class `RegexFlag`.
    let flag: PyType
    private var cache: [Key: PyRegexPattern] = [:]

    private struct Key: Hashable {
        let bytes: [UInt8]
        let isBytes: Bool
        let flags: Int
    }

    /// Makes the classes.
    init(_ machine: Machine) throws {
        pattern = try machine.types.make("Pattern", module: "re")
        match = try machine.types.make("Match", module: "re")
        for type in [pattern, match] { type.messageName = "re.\(type.name)" }
        error = try machine.types.make("error", module: "re", bases: [machine.types.exception("Exception")])
        flag = try Self.makeFlag(machine)
        error.method("__init__", "self, msg, pattern=None, pos=None") { machine, a in
            guard let exception = a[0].asException else { return .none }
            let points = a[2].asStr?.points ?? a[2].asBytes?.bytes.map(UInt32.init) ?? []
            Self.fill(exception, RegexError(a[1].asString ?? "", at: a[3].asInt, in: points), a[2])
            return .none
        }
        TypeFormInstallation.makeSubscriptable(pattern)
        TypeFormInstallation.makeSubscriptable(match)
    }

    private static let flags: [(String, String, RegexFlags)] = [
        ("ASCII", "A", .ascii), ("IGNORECASE", "I", .ignoreCase), ("LOCALE", "L", .locale), ("UNICODE", "U", .unicode),
        ("MULTILINE", "M", .multiline), ("DOTALL", "S", .dotAll), ("VERBOSE", "X", .verbose), ("DEBUG", "DEBUG", .debug),
    ]

    private static func makeFlag(_ machine: Machine) throws -> PyType {
        guard let base = try machine.imported("enum", "IntFlag").asType else { throw machine.error("ImportError", "enum") }
        let type = try machine.types.make("RegexFlag", module: "re", bases: [base], metaclass: base.metaclass)
        type.isProgramDefined = true
        type.constant("NOFLAG", 0)
        for (name, _, flag) in flags { type.constant(name, .int(flag.rawValue)) }
        for (name, short, flag) in flags where name != short { type.constant(short, .int(flag.rawValue)) }
        try EnumMembers.complete(type, Arguments(), machine)
        type.method("__repr__", "self, /") { machine, a in
            let bits = a[0].asInt ?? 0
            var names = flags.filter { bits & $0.2.rawValue != 0 }.map { "re.\($0.0)" }
            let rest = bits & ~flags.reduce(0) { $0 | $1.2.rawValue }
            if rest != 0 { names.append("0x" + String(rest, radix: 16)) }
            return .string(names.isEmpty ? "re.NOFLAG" : names.joined(separator: "|"))
        }
        type.constant("__str__", machine.types.object.lookup("__str__") ?? .none)
        return type
    }

    /// The compiled pattern; raises `re.error`, or RecursionError and OverflowError for patterns beyond limits.
    func compile(_ source: Value, _ flags: Value, _ machine: Machine) throws -> PyRegexPattern {
        guard source.asObject is PyRegexPattern || source.asStr != nil || source.asBytes != nil else {
            throw machine.error("TypeError", "first argument must be string or compiled pattern")
        }
        guard try flags.isNone || flags.isInteger || machine.method(flags, "__index__") != nil else {
            throw machine.error("TypeError", "unsupported operand type(s) for &: '\(machine.typeName(flags))' and 'RegexFlag'")
        }
        let bits = flags.isNone ? 0 : try machine.index(flags)
        if let compiled = source.asObject as? PyRegexPattern {
            if bits != 0 { throw machine.error("ValueError", "cannot process flags argument with a compiled pattern") }
            return compiled
        }
        let bytes = source.asBytes?.bytes
        guard let raw = source.asStr?.utf8 ?? bytes else {
            throw machine.error("TypeError", "first argument must be string or compiled pattern")
        }
        let key = Key(bytes: raw, isBytes: bytes != nil, flags: bits)
        if let known = cache[key] { return known }
        try machine.charge(instructions: raw.count * 4 + 16)
        let points = bytes.map { $0.map(UInt32.init) } ?? source.asStr?.points ?? []
        try check(bits, isBytes: bytes != nil, machine)
        do {
            let regex = try PythonRegex(codePoints: points, flags: RegexFlags(rawValue: bits), isBytes: bytes != nil)
            let made = PyRegexPattern(type: pattern, regex: regex, source: source)
            if cache.count >= 256 { cache.removeAll() }
            cache[key] = made
            return made
        } catch {
            throw raised(error, source, machine)
        }
    }

    private func check(_ bits: Int, isBytes: Bool, _ machine: Machine) throws {
        let flags = RegexFlags(rawValue: bits)
        if isBytes, flags.contains(.unicode) { throw machine.error("ValueError", "cannot use UNICODE flag with a bytes pattern") }
        if isBytes, flags.contains([.locale, .ascii]) { throw machine.error("ValueError", "ASCII and LOCALE flags are incompatible") }
        if !isBytes, flags.contains(.locale) { throw machine.error("ValueError", "cannot use LOCALE flag with a str pattern") }
        if !isBytes, flags.contains([.ascii, .unicode]) {
            throw machine.error("ValueError", "ASCII and UNICODE flags are incompatible")
        }
    }

    /// A problem as `re.error`.
    func raised(_ problem: RegexError, _ source: Value, _ machine: Machine) -> PyError {
        if problem.message == "maximum recursion depth exceeded" { return machine.error("RecursionError", problem.message) }
        if problem.message == "the repetition number is too large" { return machine.error("OverflowError", problem.message) }
        let made = machine.error(error, [])
        Self.fill(made.exception, problem, source)
        return made
    }

    private static func fill(_ exception: PyException, _ problem: RegexError, _ source: Value) {
        exception.arguments = [.string(problem.text)]
        let attributes = exception.dictionary
        attributes["msg"] = .string(problem.message)
        attributes["pattern"] = source
        attributes["pos"] = problem.position.map { Value.int($0) } ?? Value.none
        attributes["lineno"] = problem.position == nil ? Value.none : .int(problem.line)
        attributes["colno"] = problem.position == nil ? Value.none : .int(problem.column)
    }

    /// Pays for the steps of matching.
    static func charge(_ machine: Machine) -> PythonRegex.Charge {
        { steps, bytes in
            if steps > 0 { try machine.charge(instructions: steps) }
            if bytes > 0 { try machine.charge(bytes: bytes) }
        }
    }

    /// A match as a value.
    func make(_ match: RegexMatch, _ pattern: PyRegexPattern, _ subject: RegexSubject, _ start: Int, _ end: Int) -> Value {
        .object(PyRegexMatch(type: self.match, pattern: pattern, subject: subject, match: match, start: start, end: end))
    }
}
