/// `csv.DictWriter` and `csv.DictReader` (CPython 3.11 `Lib/csv.py`).
enum CSVDictionaries {
    /// Puts the classes into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let writer = try machine.types.make("DictWriter", module: "csv")
        installWriter(writer, module)
        module.add(writer)
        let reader = try machine.types.make("DictReader", module: "csv")
        installReader(reader, module)
        module.add(reader)
    }

    private static func own(_ value: Value, _ machine: Machine) throws -> PyDict {
        guard let instance = value.asInstance else { throw machine.error("TypeError", "an instance is required") }
        return instance.dictionary
    }

    /// What `csv.writer` or `csv.reader` makes of the arguments that these classes hand on.
    private static func make(_ name: String, _ a: BoundArguments, dialect: Int, _ module: PyModule, _ machine: Machine) throws -> Value {
        try machine.call(module.namespace[name] ?? .none, Arguments([a[1], a[dialect]], keywords: a.dict(dialect + 1)))
    }

    // MARK: Writing

    private static func installWriter(_ type: PyType, _ module: PyModule) {
        type.method("__init__", "self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', **kwds") { machine, a in
            let own = try own(a[0], machine)
            own["fieldnames"] = a[2]
            own["restval"] = a[3]
            guard let action = a[4].asString?.lowercased(), action == "raise" || action == "ignore" else {
                throw machine.error("ValueError", "extrasaction (\(try machine.str(a[4]))) must be 'raise' or 'ignore'")
            }
            own["extrasaction"] = a[4]
            own["writer"] = try make("writer", a, dialect: 5, module, machine)
            return .none
        }
        type.method("writeheader", "self") { machine, a in
            let names = try machine.array(try machine.attribute(a[0], "fieldnames"))
            return try write("writerow", .list(names), a[0], machine)
        }
        type.method("writerow", "self, rowdict") { machine, a in try write("writerow", .list(try row(a[1], a[0], machine)), a[0], machine) }
        type.method("writerows", "self, rowdicts") { machine, a in
            try machine.iterate(a[1]) { next in
                _ = try write("writerow", .list(try row(next, a[0], machine)), a[0], machine)
                return true
            }
            return .none
        }
    }

    private static func write(_ method: String, _ row: Value, _ writer: Value, _ machine: Machine) throws -> Value {
        try machine.call(try machine.attribute(try machine.attribute(writer, "writer"), method), row)
    }

    private static func row(_ row: Value, _ writer: Value, _ machine: Machine) throws -> [Value] {
        let names = try machine.array(try machine.attribute(writer, "fieldnames"))
        if try machine.attribute(writer, "extrasaction").asString?.lowercased() == "raise" {
            let wrong = try machine.array(try machine.call(try machine.attribute(row, "keys"))).filter { key in
                try !names.contains { try machine.isEqual($0, key) }
            }
            if !wrong.isEmpty {
                let words = try wrong.map { try machine.repr($0) }.joined(separator: ", ")
                throw machine.error("ValueError", "dict contains fields not in fieldnames: " + words)
            }
        }
        let (get, rest) = (try machine.attribute(row, "get"), try machine.attribute(writer, "restval"))
        return try names.map { try machine.call(get, $0, rest) }
    }

    // MARK: Reading

    private static func installReader(_ type: PyType, _ module: PyModule) {
        type.method("__init__", "self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', **kwds") { machine, a in
            let own = try own(a[0], machine)
            own["_fieldnames"] = a[2]
            own["restkey"] = a[3]
            own["restval"] = a[4]
            own["reader"] = try make("reader", a, dialect: 5, module, machine)
            return .none
        }
        type.getter("fieldnames") { machine, value in try names(value, machine) }
        type.getter("line_num") { machine, value in try machine.attribute(try machine.attribute(value, "reader"), "line_num") }
        type.method("__iter__", "self") { _, a in a[0] }
        type.method("__next__", "self") { machine, a in
            let names = try machine.array(try names(a[0], machine))
            let reader = try machine.attribute(a[0], "reader")
            var fields: [Value] = []
            repeat {
                guard let next = try machine.next(reader) else { throw machine.error(machine.types.exception("StopIteration"), []) }
                fields = next.asList?.elements ?? []
            } while fields.isEmpty
            let made = PyDict()
            for (name, field) in zip(names, fields) { try made.setValue(field, for: name, machine) }
            if fields.count > names.count {
                try made.setValue(.list(Array(fields[names.count...])), for: try machine.attribute(a[0], "restkey"), machine)
            }
            for name in names.dropFirst(fields.count) { try made.setValue(try machine.attribute(a[0], "restval"), for: name, machine) }
            return .dict(made)
        }
    }

    /// The names of the fields: the given ones, or the first row.
    private static func names(_ reader: Value, _ machine: Machine) throws -> Value {
        let own = try own(reader, machine)
        if let known = own["_fieldnames"], !known.isNone { return known }
        let first = try machine.next(try machine.attribute(reader, "reader")) ?? .none
        own["_fieldnames"] = first
        return first
    }
}
