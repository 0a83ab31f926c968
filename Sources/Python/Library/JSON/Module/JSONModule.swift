/// The module `json`.
enum JSONModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "json")
        let problem = try machine.types.make("JSONDecodeError", module: "json.decoder", bases: [machine.types.exception("ValueError")])
        installProblem(problem)
        module.add("JSONDecodeError", .object(problem))
        addDumps(module, machine)
        addLoads(module, problem, machine)
        module.add(try encoderClass(machine))
        module.add(try decoderClass(problem, machine))
        return module
    }

    /// `json.decoder` and `json.encoder`, which programs import classes from.
    static func makeAlias(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "json.decoder")
        module.reexport(["JSONDecodeError", "JSONDecoder", "JSONEncoder"], from: try machine.imported("json"))
        return module
    }

    private static func installProblem(_ type: PyType) {
        type.method("__init__", "self, msg, doc, pos") { machine, a in
            let text = a[2].asStr?.points ?? []
            fill(a[0].asException, JSONDecodeProblem(a[1].asString ?? "", at: a[3].asInt ?? 0, in: text), a[2])
            return .none
        }
    }

    private static func fill(_ exception: PyException?, _ problem: JSONDecodeProblem, _ document: Value) {
        guard let exception else { return }
        exception.arguments = [.string(problem.text)]
        exception.dictionary["msg"] = .string(problem.message)
        exception.dictionary["doc"] = document
        exception.dictionary["pos"] = .int(problem.position)
        exception.dictionary["lineno"] = .int(problem.line)
        exception.dictionary["colno"] = .int(problem.column)
    }

    // MARK: Writing

    private static let dumpsParameters =
        "skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, "
        + "sort_keys=False, **kw"

    private static let options = [
        "skipkeys", "ensure_ascii", "check_circular", "allow_nan", "cls", "indent", "separators", "default", "sort_keys",
    ]

    private static func addDumps(_ module: PyModule, _ machine: Machine) {
        func dumps(_ machine: Machine, _ value: Value, _ a: BoundArguments, _ first: Int) throws -> Value {
            let names = self.options
            if !a[first + 4].isNone {
                var keywords = names.enumerated().filter { $1 != "cls" }.map { (name: $1, value: a[first + $0]) }
                keywords += a.dict(first + 9)
                let encoder = try machine.call(a[first + 4], Arguments([], keywords: keywords))
                return try machine.call(try machine.attribute(encoder, "encode"), value)
            }
            try refuse(a.dict(first + 9), "JSONEncoder", machine)
            let options = try self.options({ name in names.firstIndex(of: name).map { a[first + $0] } }, machine)
            return .str(PyStr(utf8: try JSONWriter.bytes(of: value, machine, options)))
        }
        module.function(machine, "dumps", "obj, *, " + dumpsParameters) { machine, a in try dumps(machine, a[0], a, 1) }
        module.function(machine, "dump", "obj, fp, *, " + dumpsParameters) { machine, a in
            let write = try machine.attribute(a[1], "write")
            if a[6].isNone {
                try refuse(a.dict(11), "JSONEncoder", machine)
                let options = try self.options({ name in self.options.firstIndex(of: name).map { a[2 + $0] } }, machine)
                for chunk in try JSONWriter.chunks(of: a[0], machine, options) { _ = try machine.call(write, .str(PyStr(utf8: chunk))) }
            } else {
                _ = try machine.call(write, try dumps(machine, a[0], a, 2))
            }
            return .none
        }
    }

    /// The options that arguments or attributes of an encoder name.
    private static func options(_ read: (String) throws -> Value?, _ machine: Machine) throws -> JSONOptions {
        var options = JSONOptions()
        func flag(_ name: String, _ standard: Bool) throws -> Bool { try read(name).map { try machine.isTrue($0) } ?? standard }
        options.skipsKeys = try flag("skipkeys", false)
        options.ensuresASCII = try flag("ensure_ascii", true)
        options.allowsNaN = try flag("allow_nan", true)
        options.sortsKeys = try flag("sort_keys", false)
        if let indent = try read("indent"), !indent.isNone {
            if let text = indent.asStr {
                options.indent = text.utf8
            } else {
                let count = max(0, try machine.index(indent))
                try machine.charge(bytes: count)
                options.indent = [UInt8](repeating: 0x20, count: count)
            }
            options.itemSeparator = [0x2C]
        }
        if let separators = try read("separators"), !separators.isNone {
            guard machine.canIterate(separators) else {
                throw machine.error("TypeError", "cannot unpack non-iterable \(machine.typeName(separators)) object")
            }
            let pair = try machine.array(separators)
            if pair.count != 2 {
                let words =
                    pair.count < 2
                    ? "not enough values to unpack (expected 2, got \(pair.count))" : "too many values to unpack (expected 2)"
                throw machine.error("ValueError", words)
            }
            guard let item = pair[0].asStr, let key = pair[1].asStr else {
                throw machine.error("TypeError", "separators must be a pair of strings")
            }
            options.itemSeparator = item.utf8
            options.keySeparator = key.utf8
        }
        if let fallback = try read("default"), !fallback.isNone { options.fallback = { try machine.call(fallback, $0) } }
        return options
    }

    private static func encoderClass(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("JSONEncoder", module: "json.encoder")
        let names = ["skipkeys", "ensure_ascii", "check_circular", "allow_nan", "sort_keys", "indent", "separators", "default"]
        type.method(
            "__init__",
            "self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, "
                + "separators=None, default=None"
        ) { machine, a in
            for (index, name) in names.enumerated() where name != "default" || !a[index + 1].isNone {
                a[0].asInstance?.dictionary[name] = a[index + 1]
            }
            return .none
        }
        type.method("default", "self, o") { machine, a in
            throw machine.error("TypeError", "Object of type \(machine.type(of: a[1]).name) is not JSON serializable")
        }
        type.method("encode", "self, o") { machine, a in
            let options = try self.options({ try machine.attributeIfPresent(a[0], $0) }, machine)
            return .str(PyStr(utf8: try JSONWriter.bytes(of: a[1], machine, options)))
        }
        type.method("iterencode", "self, o, _one_shot=False") { machine, a in
            let options = try self.options({ try machine.attributeIfPresent(a[0], $0) }, machine)
            let chunks = try JSONWriter.chunks(of: a[1], machine, options).map { Value.str(PyStr(utf8: $0)) }
            return .object(ClosureIterator("generator", holding: [try machine.iterator(.list(chunks))]) { try $1.read($0) })
        }
        return type
    }

    // MARK: Reading

    private static let hookNames = ["object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook"]

    private static func addLoads(_ module: PyModule, _ problem: PyType, _ machine: Machine) {
        let parameters =
            "*, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw"
        func loads(_ machine: Machine, _ source: Value, _ a: BoundArguments) throws -> Value {
            if !a[1].isNone {
                let keywords = hookNames.enumerated().filter { !a[$0.offset + 2].isNone }.map { (name: $1, value: a[$0 + 2]) }
                let decoder = try machine.call(a[1], Arguments([], keywords: keywords + a.dict(7)))
                return try machine.call(try machine.attribute(decoder, "decode"), .str(try text(source, machine)))
            }
            try refuse(a.dict(7).filter { $0.name != "strict" }, "JSONDecoder", machine)
            var hooks = try self.hooks({ name in hookNames.firstIndex(of: name).map { a[$0 + 2] } }, machine)
            if let strict = a.dict(7).first(where: { $0.name == "strict" }) {
                hooks.allowsControlCharacters = try !machine.isTrue(strict.value)
            }
            return try read(try text(source, machine), hooks, problem, machine)
        }
        module.function(machine, "loads", "s, " + parameters) { machine, a in try loads(machine, a[0], a) }
        module.function(machine, "load", "fp, " + parameters) { machine, a in
            try loads(machine, try machine.call(try machine.attribute(a[0], "read")), a)
        }
    }

    private static func text(_ source: Value, _ machine: Machine) throws -> PyStr {
        if let text = source.asStr {
            if text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) {
                let problem = try machine.imported("json", "JSONDecodeError").asType ?? machine.types.exception("ValueError")
                throw raised(
                    JSONDecodeProblem("Unexpected UTF-8 BOM (decode using utf-8-sig)", at: 0, in: text.points), source, problem, machine)
            }
            return text
        }
        guard let bytes = source.asBytes?.bytes else {
            throw machine.error(
                "TypeError", "the JSON object must be str, bytes or bytearray, not \(machine.type(of: source).name)")
        }
        let decoded = try machine.call(try machine.attribute(source, "decode"), .string(encoding(of: bytes)), "surrogatepass")
        return decoded.asStr ?? PyStr("")
    }

    /// The encoding that a document begins in, by its mark or by where its zero bytes are (RFC 4627 §3).
    private static func encoding(of bytes: [UInt8]) -> String {
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "utf-32" }
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return "utf-16" }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return "utf-8-sig" }
        let isZero = bytes.prefix(4).map { $0 == 0 }
        if isZero.count >= 4 {
            if isZero[0] { return isZero[1] ? "utf-32-be" : "utf-16-be" }
            if isZero[1] { return isZero[2] || isZero[3] ? "utf-32-le" : "utf-16-le" }
        } else if isZero.count == 2 {
            if isZero[0] { return "utf-16-be" }
            if isZero[1] { return "utf-16-le" }
        }
        return "utf-8"
    }

    /// Raises TypeError for a keyword that the coder's constructor does not have.
    private static func refuse(_ keywords: [(name: String, value: Value)], _ owner: String, _ machine: Machine) throws {
        guard let first = keywords.first else { return }
        throw machine.error("TypeError", "\(owner).__init__() got an unexpected keyword argument '\(first.name)'")
    }

    private static func hooks(_ read: (String) throws -> Value?, _ machine: Machine) throws -> JSONReader.Hooks {
        var hooks = JSONReader.Hooks()
        func callback(_ name: String) throws -> ((String) throws -> Value)? {
            guard let hook = try read(name), !hook.isNone else { return nil }
            return { try machine.call(hook, .string($0)) }
        }
        hooks.float = try callback("parse_float")
        hooks.integer = try callback("parse_int")
        hooks.constant = try callback("parse_constant")
        if let pairs = try read("object_pairs_hook"), !pairs.isNone {
            hooks.object = { try machine.call(pairs, .list($0.map { .tuple([$0.key, $0.value]) })) }
        } else if let object = try read("object_hook"), !object.isNone {
            hooks.object = { items in
                let made = PyDict()
                for (key, value) in items { if let name = key.asStr { made.setValue(value, forName: name) } }
                return try machine.call(object, .dict(made))
            }
        }
        return hooks
    }

    private static func raised(_ problem: JSONDecodeProblem, _ document: Value, _ type: PyType, _ machine: Machine) -> PyError {
        let made = machine.error(type, [])
        fill(made.exception, problem, document)
        return made
    }

    private static func read(_ text: PyStr, _ hooks: JSONReader.Hooks, _ type: PyType, _ machine: Machine) throws -> Value {
        try machine.charge(instructions: text.byteCount / 4)
        try machine.charge(bytes: text.byteCount)
        return try translating(.str(text), type, machine) { try JSONReader.value(of: text, hooks: hooks) }
    }

    private static func translating<Result>(
        _ document: Value, _ type: PyType, _ machine: Machine, _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch let problem as JSONDecodeProblem {
            throw raised(problem, document, type, machine)
        } catch let deep as JSONReader.TooDeep {
            throw machine.error(
                "RecursionError",
                "maximum recursion depth exceeded while decoding a JSON \(deep.isObject ? "object" : "array") from a unicode string")
        } catch let long as JSONReader.TooManyDigits {
            throw machine.error(
                "ValueError",
                "Exceeds the limit (4300 digits) for integer string conversion: value has \(long.count) digits; "
                    + "use sys.set_int_max_str_digits() to increase the limit")
        }
    }

    private static func decoderClass(_ problem: PyType, _ machine: Machine) throws -> PyType {
        let type = try machine.types.make("JSONDecoder", module: "json.decoder")
        type.method(
            "__init__",
            "self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None"
        ) { machine, a in
            let names = ["object_hook", "parse_float", "parse_int", "parse_constant", "strict", "object_pairs_hook"]
            for (index, name) in names.enumerated() { a[0].asInstance?.dictionary[name] = a[index + 1] }
            return .none
        }
        func hooks(of decoder: Value, _ machine: Machine) throws -> JSONReader.Hooks {
            var made = try self.hooks({ try machine.attributeIfPresent(decoder, $0) }, machine)
            if let strict = try machine.attributeIfPresent(decoder, "strict") { made.allowsControlCharacters = try !machine.isTrue(strict) }
            return made
        }
        type.method("decode", "self, s") { machine, a in try read(try text(a[1], machine), try hooks(of: a[0], machine), problem, machine) }
        type.method("raw_decode", "self, s, idx=0") { machine, a in
            let text = try text(a[1], machine)
            let start = try machine.index(a[2])
            if start < 0 { throw machine.error("ValueError", "idx cannot be negative") }
            let result = try translating(a[1], problem, machine) {
                try JSONReader.value(of: text, at: start, hooks: try hooks(of: a[0], machine))
            }
            return .tuple([result.value, .int(result.end)])
        }
        return type
    }
}
