/// The module `urllib.parse`.
enum URLParseModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "urllib.parse")
        addQuoting(module, machine)
        addQueries(module, machine)
        try addSplitting(module, machine)
        try LibraryExtras.urllib.run(in: module, machine)
        return module
    }

    private static func bytes(_ value: Value, _ machine: Machine) throws -> [UInt8] {
        if let text = value.asStr { return text.utf8 }
        if let data = value.asBytes { return data.bytes }
        throw machine.error("TypeError", "quote_from_bytes() expected bytes")
    }

    /// What is to be quoted: a text by an encoding, or bytes, which take none.
    private static func coded(
        _ value: Value, _ encoding: Value, _ errors: Value, _ machine: Machine, _ function: String = "quote()"
    ) throws -> [UInt8] {
        guard let text = value.asStr else {
            if !encoding.isNone { throw machine.error("TypeError", "\(function) doesn't support 'encoding' for bytes") }
            if !errors.isNone { throw machine.error("TypeError", "\(function) doesn't support 'errors' for bytes") }
            return try bytes(value, machine)
        }
        if text.isEmpty { return [] }
        let (encoding, errors) = (encoding.asStr ?? PyStr("utf-8"), errors.asStr ?? PyStr("strict"))
        return try TextEncoder.encode(text, encoding: encoding, errors: errors, machine)
    }

    /// The characters that stay as they are: those of ASCII.
    private static func safe(_ value: Value, _ machine: Machine) throws -> [UInt8] { try bytes(value, machine).filter { $0 < 0x80 } }

    /// A text without its percent signs: runs of ASCII are decoded, all else stays.
    private static func unquoted(_ text: [UInt8], _ encoding: Value, _ errors: Value, _ machine: Machine) throws -> PyStr {
        let (encoding, errors) = (encoding.asStr ?? PyStr("utf-8"), errors.asStr ?? PyStr("replace"))
        var made: [UInt8] = []
        var rest = text[...]
        while let first = rest.first {
            let end = rest.firstIndex { ($0 < 0x80) != (first < 0x80) } ?? rest.endIndex
            let run = Array(rest[..<end])
            if first < 0x80, run.contains(0x25) {
                made += try TextDecoder.decode(URLText.unquote(run), encoding: encoding, errors: errors, machine).utf8
            } else {
                made += run
            }
            rest = rest[end...]
        }
        return PyStr(utf8: made)
    }

    private static func addQuoting(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "quote", "string, safe='/', encoding=None, errors=None") { machine, a in
            .str(PyStr(utf8: URLText.quote(try coded(a[0], a[2], a[3], machine), safe: try safe(a[1], machine))))
        }
        module.function(machine, "quote_plus", "string, safe='', encoding=None, errors=None") { machine, a in
            .str(PyStr(utf8: URLText.quotePlus(try coded(a[0], a[2], a[3], machine), safe: try safe(a[1], machine))))
        }
        module.function(machine, "quote_from_bytes", "bs, safe='/'") { machine, a in
            guard let bytes = a[0].asBytes?.bytes else { throw machine.error("TypeError", "quote_from_bytes() expected bytes") }
            return .str(PyStr(utf8: URLText.quote(bytes, safe: try safe(a[1], machine))))
        }
        module.function(machine, "unquote", "string, encoding='utf-8', errors='replace'") { machine, a in
            if let bytes = a[0].asBytes {
                return .str(
                    try TextDecoder.decode(
                        URLText.unquote(bytes.bytes), encoding: a[1].asStr ?? PyStr("utf-8"), errors: a[2].asStr ?? PyStr("replace"),
                        machine))
            }
            guard let text = a[0].asStr else {
                _ = try machine.contains(a[0], "%")
                return a[0]
            }
            return .str(try unquoted(text.utf8, a[1], a[2], machine))
        }
        module.function(machine, "unquote_plus", "string, encoding='utf-8', errors='replace'") { machine, a in
            .str(try unquoted(try bytes(a[0], machine).map { $0 == 0x2B ? 0x20 : $0 }, a[1], a[2], machine))
        }
        module.function(machine, "unquote_to_bytes", "string") { machine, a in .bytes(URLText.unquote(try bytes(a[0], machine))) }
    }

    // MARK: Queries

    private static func addQueries(_ module: PyModule, _ machine: Machine) {
        module.function(
            machine, "urlencode", "query, doseq=False, safe='', encoding=None, errors=None, quote_via=None"
        ) { machine, a in
            try encode(a[0], a, machine)
        }
        let options =
            "qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'"
        for name in ["parse_qsl", "parse_qs"] {
            module.function(machine, name, options) { machine, a in
                let pairs = try self.pairs(a, machine)
                if name == "parse_qsl" { return .list(pairs.map { .tuple([.str($0), .str($1)]) }) }
                let made = PyDict()
                for (key, value) in pairs {
                    if let list = made.value(forName: key)?.asList {
                        list.elements.append(.str(value))
                    } else {
                        made.setValue(.list([.str(value)]), forName: key)
                    }
                }
                return .dict(made)
            }
        }
    }

    private static func encode(_ query: Value, _ a: BoundArguments, _ machine: Machine) throws -> Value {
        let (expands, safe, quote) = (try machine.isTrue(a[1]), try safe(a[2], machine), a[5])
        func coded(_ value: Value) throws -> [UInt8] {
            if !quote.isNone {
                let made =
                    try value.asBytes == nil
                    ? machine.call(quote, Arguments([.str(try machine.strStr(value)), a[2], a[3], a[4]])) : machine.call(quote, value, a[2])
                return made.asStr?.utf8 ?? []
            }
            if let bytes = value.asBytes { return URLText.quotePlus(bytes.bytes, safe: safe) }
            return URLText.quotePlus(try self.coded(.str(try machine.strStr(value)), a[3], a[4], machine), safe: safe)
        }
        let items = try query.asDict?.items.map { Value.tuple([$0.key, $0.value]) } ?? sequence(query, machine)
        var parts: [[UInt8]] = []
        for item in items {
            let pair = try machine.array(item)
            if pair.count != 2 {
                let words =
                    pair.count < 2
                    ? "not enough values to unpack (expected 2, got \(pair.count))" : "too many values to unpack (expected 2)"
                throw machine.error("ValueError", words)
            }
            let key = try coded(pair[0])
            if expands, pair[1].asStr == nil, pair[1].asBytes == nil, try hasLength(pair[1], machine) {
                for value in try machine.array(pair[1]) { parts.append(key + [0x3D] + (try coded(value))) }
            } else {
                parts.append(key + [0x3D] + (try coded(pair[1])))
            }
        }
        return .str(PyStr(utf8: Array(parts.joined(separator: [0x26]))))
    }

    /// The elements of a sequence of tuples; raises TypeError for what is none.
    private static func sequence(_ query: Value, _ machine: Machine) throws -> [Value] {
        do {
            if try machine.length(query) == 0 || machine.item(query, 0).asTuple != nil { return try machine.array(query) }
        } catch let raised as PyError where machine.isError(raised, "TypeError") {}
        throw machine.error("TypeError", "not a valid non-string sequence or mapping object")
    }

    private static func hasLength(_ value: Value, _ machine: Machine) throws -> Bool {
        do {
            _ = try machine.length(value)
            return true
        } catch let raised as PyError where machine.isError(raised, "TypeError") {
            return false
        }
    }

    private static func pairs(_ a: BoundArguments, _ machine: Machine) throws -> [(PyStr, PyStr)] {
        let query = try bytes(a[0], machine)
        let (keepsBlanks, isStrict) = (try machine.isTrue(a[1]), try machine.isTrue(a[2]))
        guard let separator = a[6].asStr?.utf8.first ?? a[6].asBytes?.bytes.first else {
            throw machine.error("ValueError", "Separator must be of type string or bytes.")
        }
        let fields = query.split(separator: separator, omittingEmptySubsequences: false)
        if !a[5].isNone, fields.count > (try machine.index(a[5])) { throw machine.error("ValueError", "Max number of fields exceeded") }
        var made: [(PyStr, PyStr)] = []
        for field in fields {
            if field.isEmpty, !isStrict { continue }
            let pair = field.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
            if pair.count < 2, isStrict {
                throw machine.error("ValueError", "bad query field: \(TextRepr.repr(PyStr(utf8: Array(field))).string)")
            }
            let value = pair.count < 2 ? [] : pair[1]
            if value.isEmpty, !keepsBlanks { continue }
            func decoded(_ part: [UInt8]) throws -> PyStr { try unquoted(part.map { $0 == 0x2B ? 0x20 : $0 }, a[3], a[4], machine) }
            made.append((try decoded(pair[0]), try decoded(value)))
        }
        return made
    }

    // MARK: Splitting

    private static func addSplitting(_ module: PyModule, _ machine: Machine) throws {
        let names = ["scheme", "netloc", "path", "query", "fragment"]
        let split = try NamedTuples.make("SplitResult", names, defaults: [], module: "urllib.parse", machine)
        let parsed = try NamedTuples.make(
            "ParseResult", ["scheme", "netloc", "path", "params", "query", "fragment"], defaults: [], module: "urllib.parse", machine)
        for type in [split, parsed] {
            installAuthority(type)
            type.method("geturl", "self") { _, a in
                let parts = (a[0].asTuple?.elements ?? []).map { $0.asString ?? "" }
                return .string(joined(parts))
            }
            module.add(type)
        }
        for (name, type) in [("urlsplit", split), ("urlparse", parsed)] {
            module.function(machine, name, "url, scheme='', allow_fragments=True") { machine, a in
                let url = a[0].asString ?? a[0].asBytes.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
                let allowsFragments = try machine.isTrue(a[2])
                let parts = try checked(machine) { try URLText.split(url, scheme: a[1].asString ?? "", allowsFragments: allowsFragments) }
                var values = [parts.scheme, parts.authority, parts.path, parts.query, parts.fragment]
                if name == "urlparse" {
                    let (path, parameters) = URLText.splitParameters(parts.path, scheme: parts.scheme)
                    values[2] = path
                    values.insert(parameters, at: 3)
                }
                return try machine.call(.object(type), Arguments(values.map { .string($0) }))
            }
        }
        for name in ["urlunsplit", "urlunparse"] {
            module.function(machine, name, "components") { machine, a in
                .string(joined(try machine.array(a[0]).map { try $0.isNone ? "" : machine.str($0) }))
            }
        }
        module.function(machine, "urljoin", "base, url, allow_fragments=True") { machine, a in
            let allowsFragments = try machine.isTrue(a[2])
            return .string(
                try checked(machine) {
                    try URLText.resolve(a[0].asString ?? "", a[1].asString ?? "", allowsFragments: allowsFragments)
                })
        }
        module.function(machine, "_defrag", "url") { machine, a in
            guard a[0].asString?.utf8.contains(UInt8(ascii: "#")) ?? true else { return .tuple([a[0], ""]) }
            var parts = try checked(machine) { try URLText.split(a[0].asString ?? "") }
            let fragment = parts.fragment
            parts.fragment = ""
            return .tuple([.string(URLText.join(parts)), .string(fragment)])
        }
    }

    /// Runs something that finds problems of URLs, which become ValueError.
    private static func checked<Result>(_ machine: Machine, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let problem as URLText.Problem {
            throw machine.error("ValueError", problem.message)
        }
    }

    private static func joined(_ parts: [String]) -> String {
        if parts.count == 5 {
            return URLText.join(.init(scheme: parts[0], authority: parts[1], path: parts[2], query: parts[3], fragment: parts[4]))
        }
        guard parts.count == 6 else { return "" }
        let path = parts[3].isEmpty ? parts[2] : "\(parts[2]);\(parts[3])"
        return URLText.join(.init(scheme: parts[0], authority: parts[1], path: path, query: parts[4], fragment: parts[5]))
    }

    private static func installAuthority(_ type: PyType) {
        func authority(_ value: Value) -> (user: String?, password: String?, host: String?, port: String?) {
            let text = value.asTuple.map { $0.elements[1].asString ?? "" } ?? ""
            let at = text.lastIndex(of: "@")
            let credentials = at.map { text[..<$0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init) }
            var host = String(at.map { text[text.index(after: $0)...] } ?? text[...])
            var port: String?
            if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
                let rest = host[host.index(after: end)...]
                port = rest.hasPrefix(":") ? String(rest.dropFirst()) : nil
                host = String(host[host.index(after: host.startIndex)..<end])
            } else if let colon = host.firstIndex(of: ":") {
                port = String(host[host.index(after: colon)...])
                host = String(host[..<colon])
            }
            return (credentials?.first, credentials.flatMap { $0.count > 1 ? $0[1] : nil }, host.isEmpty ? nil : host.lowercased(), port)
        }
        type.getter("username") { _, value in authority(value).user.map { .string($0) } ?? .none }
        type.getter("password") { _, value in authority(value).password.map { .string($0) } ?? .none }
        type.getter("hostname") { _, value in authority(value).host.map { .string($0) } ?? .none }
        type.getter("port") { machine, value in
            guard let port = authority(value).port, !port.isEmpty else { return .none }
            guard let number = Int(port), port.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
                throw machine.error("ValueError", "Port could not be cast to integer value as \(TextRepr.repr(PyStr(port)).string)")
            }
            if number > 65535 { throw machine.error("ValueError", "Port out of range 0-65535") }
            return .int(number)
        }
    }
}
