/// The methods of `str` that convert: `encode`, `format`, `translate` and their kin.
enum StrConversionMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        type.strMethod("encode", "encoding='utf-8', errors='strict'") { machine, text, a in
            let encoding = try machine.requireStr(a[1], "encode() argument 'encoding'")
            let errors = try machine.requireStr(a[2], "encode() argument 'errors'")
            return .object(PyBytes(try TextEncoder.encode(text, encoding: encoding, errors: errors, machine)))
        }
        type.strMethod("format", "*args, **kwargs") { machine, text, a in
            let keywords = a.dict(2)
            var formatter = TemplateFormatter(machine, positional: a.list(1)) { name in
                let name = name.string
                return keywords.first { $0.name == name }?.value
            }
            return .str(try formatter.format(text))
        }
        type.strMethod("format_map", "mapping, /") { machine, text, a in
            let mapping = a[1]
            var formatter = TemplateFormatter(machine, positional: nil) { try machine.item(mapping, .str($0)) }
            return .str(try formatter.format(text))
        }
        type.strMethod("translate", "table, /") { machine, text, a in .str(try translate(machine, text, a[1])) }
        type.staticMethod("maketrans", "x, y?, z?, /") { machine, a in
            .dict(try makeTranslation(machine, a[0], a.isGiven(1) ? a[1] : nil, a.isGiven(2) ? a[2] : nil))
        }
        type.strMethod("__format__", "format_spec, /") { machine, text, a in
            let spec = try machine.requireStr(a[1], "__format__() argument")
            if spec.isEmpty, a[0].asObject is PyInstance { return .str(try machine.strStr(a[0])) }
            return .str(try machine.builtinFormat(.str(text), spec) ?? text)
        }
    }

    private static func translate(_ machine: Machine, _ text: PyStr, _ table: Value) throws -> PyStr {
        try machine.charge(instructions: text.count * 4)
        var made: [UInt8] = []
        for point in CodePoints(text.utf8) {
            let found: Value
            do {
                found = try machine.item(table, .int(Int(point)))
            } catch let raised as PyError where machine.isInstance(.object(raised.exception), machine.types.exception("LookupError")) {
                CodePoints.append(point, to: &made)
                continue
            }
            if let replacement = found.asStr {
                try machine.charge(bytes: replacement.byteCount)
                made += replacement.utf8
            } else if let replacement = found.asInt {
                guard (0...0x10FFFF).contains(replacement) else {
                    throw machine.error("ValueError", "character mapping must be in range(0x110000)")
                }
                CodePoints.append(UInt32(replacement), to: &made)
            } else if !found.isNone {
                throw machine.error("TypeError", "character mapping must return integer, None or str")
            }
        }
        return PyStr(utf8: made)
    }

    private static func makeTranslation(_ machine: Machine, _ x: Value, _ y: Value?, _ z: Value?) throws -> PyDict {
        let table = PyDict()
        guard let y else {
            guard let given = x.asDict else {
                throw machine.error("TypeError", "if you give only one argument to maketrans it must be a dict")
            }
            for (key, value) in given.items { try table.setValue(value, for: try translationKey(machine, key), machine) }
            return table
        }
        guard let from = x.asStr else {
            throw machine.error("TypeError", "first maketrans argument must be a string if there is a second argument")
        }
        let to = try machine.requireStr(y, "maketrans() argument 2")
        if from.count != to.count { throw machine.error("ValueError", "the first two maketrans arguments must have equal length") }
        for (key, value) in zip(from.points, to.points) { try table.setValue(.int(Int(value)), for: .int(Int(key)), machine) }
        if let z {
            for key in try machine.requireStr(z, "maketrans() argument 3").points {
                try table.setValue(.none, for: .int(Int(key)), machine)
            }
        }
        return table
    }

    private static func translationKey(_ machine: Machine, _ key: Value) throws -> Value {
        if let text = key.asStr {
            guard let point = text.singlePoint else {
                throw machine.error("ValueError", "string keys in translate table must be of length 1")
            }
            return .int(Int(point))
        }
        guard key.isInteger else { throw machine.error("TypeError", "keys in translate table must be strings or integers") }
        return key
    }
}
