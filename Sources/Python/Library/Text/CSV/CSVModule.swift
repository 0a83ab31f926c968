/// The module `csv`.
enum CSVModule {
    private final class Writer: PyInstance {
        var format = CSVFormat()
        var write = Value.none
        init(type: PyType) { super.init(type: type) }
    }

    private final class Reader: PyIterator {
        let lines: Value
        let problem: PyType
        var parser: CSVParser
        var lineNumber = 0

        init(_ lines: Value, _ format: CSVFormat, _ problem: PyType) {
            self.lines = lines
            self.problem = problem
            parser = CSVParser(format)
        }

        override var typeName: String { "_csv.reader" }

        override func next(_ machine: Machine) throws -> Value? {
            do {
                repeat {
                    guard let line = try machine.next(lines) else {
                        guard parser.isInsideRow else { return nil }
                        try parser.finish()
                        break
                    }
                    guard let text = line.asStr else {
                        throw machine.error(
                            problem,
                            [
                                .string(
                                    "iterator should return strings, not \(machine.typeName(line)) (the file should be opened in text mode)"
                                )
                            ])
                    }
                    try machine.charge(instructions: text.count)
                    lineNumber += 1
                    try parser.read(text.points)
                } while parser.isInsideRow
                return .list(
                    try parser.takeRow().map { field in
                        field.isNumber ? try machine.call(.object(machine.types.float), .points(field.text)) : .points(field.text)
                    })
            } catch let wrong as CSVProblem {
                throw machine.error(problem, [.string(wrong.text)])
            }
        }
    }

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "csv")
        let problem = try machine.types.make("Error", module: "_csv", bases: [machine.types.exception("Exception")])
        module.add(problem)
        for (name, value) in [("QUOTE_MINIMAL", 0), ("QUOTE_ALL", 1), ("QUOTE_NONNUMERIC", 2), ("QUOTE_NONE", 3)] {
            module.add(name, .int(value))
        }
        try addDialects(module, machine)
        try addWriter(module, problem, machine)
        addReader(module, problem, machine)
        try CSVDictionaries.add(to: module, machine)
        return module
    }

    // MARK: Dialects

    private static func addDialects(_ module: PyModule, _ machine: Machine) throws {
        let base = try machine.types.make("Dialect", module: "csv")
        for name in ["delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting"] {
            base.constant(name, .none)
        }
        module.add(base)
        let excel: [(String, Value)] = [
            ("delimiter", ","), ("quotechar", "\""), ("doublequote", true), ("skipinitialspace", false), ("lineterminator", "\r\n"),
            ("quoting", 0),
        ]
        let known = PyDict()
        for (name, dialect, changes) in [
            ("excel", "excel", []), ("excel_tab", "excel-tab", [("delimiter", "\t")]),
            ("unix_dialect", "unix", [("lineterminator", "\n"), ("quoting", 1)]),
        ] as [(String, String, [(String, Value)])] {
            let type = try machine.types.make(name, module: "csv", bases: [base])
            for (key, value) in excel + changes { type.constant(key, value) }
            module.add(type)
            known[dialect] = .object(type)
        }
        module.add("_dialects", .dict(known))
        module.function(machine, "list_dialects", "") { _, _ in .list(known.keys) }
        module.function(machine, "register_dialect", "name, dialect=None, **fmtparams") { machine, a in
            let made = try machine.types.make("dialect", module: "csv", bases: [(a[1].isNone ? known["excel"] : a[1])?.asType ?? base])
            for (key, value) in a.dict(2) { made.constant(key, value) }
            try known.setValue(.object(made), for: a[0], machine)
            return .none
        }
        module.function(machine, "get_dialect", "name") { machine, a in try dialect(a[0], module, machine) }
    }

    private static func dialect(_ value: Value, _ module: PyModule, _ machine: Machine) throws -> Value {
        guard value.asStr != nil else { return value }
        if let found = try module.namespace["_dialects"]?.asDict?.value(for: value, machine) { return found }
        throw machine.error(module.namespace["Error"]?.asType ?? machine.types.exception("Exception"), ["unknown dialect"])
    }

    /// The format of a dialect and the parameters that override it.
    private static func format(
        _ dialect: Value, _ parameters: [(name: String, value: Value)], _ module: PyModule, _ machine: Machine
    ) throws -> CSVFormat {
        let base = try self.dialect(dialect, module, machine)
        var format = CSVFormat()
        for name in ["delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict"] {
            let given = parameters.first { $0.name == name }?.value
            guard let value = try given ?? machine.attributeIfPresent(base, name), given != nil || !value.isNone else { continue }
            try set(name, value, &format, machine)
        }
        let unknown = parameters.first { name, _ in
            !["delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict"].contains(
                name)
        }
        if let unknown { throw machine.error("TypeError", "'\(unknown.name)' is an invalid keyword argument for this function") }
        if format.quote == nil, format.quoting != .none { throw machine.error("TypeError", "quotechar must be set if quoting enabled") }
        return format
    }

    private static func set(_ name: String, _ value: Value, _ format: inout CSVFormat, _ machine: Machine) throws {
        func character() throws -> UInt32? {
            if value.isNone, name != "delimiter" { return nil }
            guard let text = value.asStr else {
                throw machine.error(
                    "TypeError", "\"\(name)\" must be string\(name == "delimiter" ? "" : " or None"), not \(machine.typeName(value))")
            }
            guard text.count == 1, let point = text.points.first else {
                throw machine.error("TypeError", "\"\(name)\" must be a 1-character string")
            }
            return point
        }
        switch name {
        case "delimiter": format.delimiter = try character() ?? 0x2C
        case "quotechar": format.quote = try character()
        case "escapechar": format.escape = try character()
        case "doublequote": format.doublesQuotes = try machine.isTrue(value)
        case "skipinitialspace": format.skipsInitialSpace = try machine.isTrue(value)
        case "strict": format.isStrict = try machine.isTrue(value)
        case "lineterminator": format.lineEnding = value.asStr.map(\.points) ?? format.lineEnding
        default:
            guard let quoting = value.asInt.flatMap(CSVFormat.Quoting.init) else {
                throw machine.error("TypeError", "bad \"quoting\" value")
            }
            format.quoting = quoting
        }
    }

    // MARK: Writing

    private static func addWriter(_ module: PyModule, _ problem: PyType, _ machine: Machine) throws {
        let type = try machine.types.make("writer", module: "_csv")
        type.allocates { Writer(type: $0) }
        type.method("writerow", "self, row, /") { machine, a in try write(a[1], a[0], problem, machine) }
        type.method("writerows", "self, rows, /") { machine, a in
            try machine.iterate(a[1]) { row in
                _ = try write(row, a[0], problem, machine)
                return true
            }
            return .none
        }
        module.function(machine, "writer", "csvfile, dialect='excel', **fmtparams") { machine, a in
            let writer = Writer(type: type)
            guard let method = try machine.attributeIfPresent(a[0], "write") else {
                throw machine.error("TypeError", "argument 1 must have a \"write\" method")
            }
            writer.write = method
            writer.format = try format(a[1], a.dict(2), module, machine)
            return .object(writer)
        }
    }

    private static func write(_ row: Value, _ writer: Value, _ problem: PyType, _ machine: Machine) throws -> Value {
        guard let writer = writer.asObject as? Writer else { return .none }
        guard machine.canIterate(row) else { throw machine.error(problem, [.string("iterable expected, not \(machine.typeName(row))")]) }
        var fields: [(text: [UInt32], isNumber: Bool)] = []
        try machine.iterate(row) { value in
            let isNumber = value.isInteger || value.asFloat != nil
            let text = value.isNone ? PyStr("") : try machine.strStr(value)
            try machine.charge(bytes: 8, times: text.count)
            fields.append((text.points, isNumber))
            return true
        }
        do {
            return try machine.call(writer.write, .points(try writer.format.line(fields)))
        } catch let wrong as CSVProblem {
            throw machine.error(problem, [.string(wrong.text)])
        }
    }

    // MARK: Reading

    private static func addReader(_ module: PyModule, _ problem: PyType, _ machine: Machine) {
        let type = machine.types.builtin("_csv.reader")
        (type.name, type.qualifiedName, type.module, type.messageName) = ("reader", "reader", "_csv", "_csv.reader")
        IterationFunctions.installProtocol(on: type)
        type.getter("line_num") { _, value in .int((value.asObject as? Reader)?.lineNumber ?? 0) }
        module.function(machine, "reader", "csvfile, dialect='excel', **fmtparams") { machine, a in
            .object(Reader(try machine.iterator(a[0]), try format(a[1], a.dict(2), module, machine), problem))
        }
    }
}
