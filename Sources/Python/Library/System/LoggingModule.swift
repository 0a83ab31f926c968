/// The module `logging`: records are written to the log of the run, as print is; there are no handlers to the outside.
enum LoggingModule {
    private static let levels: [(String, Int)] = [
        ("CRITICAL", 50), ("ERROR", 40), ("WARNING", 30), ("INFO", 20), ("DEBUG", 10), ("NOTSET", 0),
    ]

    /// A `logging.Logger`.
    private final class Logger: PyInstance {
        let name: String
        let parent: Logger?
        var level = 0
        var isDisabled = false

        init(type: PyType, name: String, parent: Logger?) {
            self.name = name
            self.parent = parent
            super.init(type: type)
        }

        var effectiveLevel: Int { level != 0 ? level : parent?.effectiveLevel ?? 0 }
    }

    /// What belongs to all loggers of a machine.
    private final class State {
        var loggers: [String: Logger] = [:]
        var format = "%(levelname)s:%(name)s:%(message)s"
        var isConfigured = false
        let type: PyType
        let root: Logger

        init(_ type: PyType) {
            self.type = type
            root = Logger(type: type, name: "root", parent: nil)
            root.level = 30
        }

        func logger(_ name: String) -> Logger {
            if name.isEmpty || name == "root" { return root }
            if let known = loggers[name] { return known }
            let parent = name.lastIndex(of: ".").map { logger(String(name[..<$0])) } ?? root
            let made = Logger(type: type, name: name, parent: parent)
            loggers[name] = made
            return made
        }
    }

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "logging")
        let type = try machine.types.make("Logger", module: "logging")
        let state = State(type)
        for (name, value) in levels { module.add(name, .int(value)) }
        module.add("WARN", 30)
        module.add("FATAL", 50)
        module.add(type)
        module.add("root", .object(state.root))
        installLogger(type, state)
        addFunctions(module, state, machine)
        try addHandlers(module, machine)
        return module
    }

    private static func level(_ value: Value, _ machine: Machine) throws -> Int {
        if let number = value.asInt { return number }
        guard let name = value.asString else {
            throw machine.error("TypeError", "Level not an integer or a valid string: \(try machine.repr(value))")
        }
        guard let known = levels.first(where: { $0.0 == name || (name == "WARN" && $0.0 == "WARNING") }) else {
            throw machine.error("ValueError", "Unknown level: \(try machine.repr(value))")
        }
        return known.1
    }

    private static func levelName(_ level: Int) -> String { levels.first { $0.1 == level }?.0 ?? "Level \(level)" }

    // MARK: Records

    private static func log(
        _ logger: Logger, _ level: Int, _ message: Value, _ arguments: [Value], _ keywords: [(name: String, value: Value)], _ state: State,
        _ machine: Machine
    ) throws {
        guard level >= logger.effectiveLevel, !logger.isDisabled else { return }
        var text = try machine.str(message)
        if !arguments.isEmpty {
            let mapping = arguments.count == 1 && arguments[0].asDict != nil ? arguments[0] : .tuple(arguments)
            text = try machine.str(try machine.binary(.modulo, .string(text), mapping))
        }
        var line = state.isConfigured ? try format(state.format, logger, level, text, machine) : text
        if let raised = try exception(keywords, machine) {
            line += "\n\(raised.instanceType.qualifiedName): \(try machine.str(.object(raised)))"
        }
        machine.context.write(line + "\n")
    }

    private static func exception(_ keywords: [(name: String, value: Value)], _ machine: Machine) throws -> PyException? {
        guard let value = keywords.first(where: { $0.name == "exc_info" })?.value, try machine.isTrue(value) else { return nil }
        return value.asException ?? machine.handledException
    }

    private static func format(_ format: String, _ logger: Logger, _ level: Int, _ text: String, _ machine: Machine) throws -> String {
        let record = PyDict()
        record["message"] = .string(text)
        record["name"] = .string(logger.name)
        record["levelname"] = .string(levelName(level))
        record["levelno"] = .int(level)
        let now = RunClock.now(machine)
        record["created"] = .float(Double(now) / 1e9)
        record["msecs"] = .int(now / 1_000_000 % 1000)
        let site = machine.callSite
        record["lineno"] = .int(site?.line ?? 0)
        record["funcName"] = .string(site?.function ?? "")
        record["module"] = "main"
        record["filename"] = "main.py"
        record["pathname"] = "main.py"
        record["process"] = 1
        record["processName"] = "MainProcess"
        record["thread"] = 1
        record["threadName"] = "MainThread"
        let seconds = now / 1_000_000_000 + machine.world.utcOffset
        let days = seconds.floorDivided(86_400)
        let clock = ClockTime(microseconds: (seconds - days * 86_400) * 1_000_000)
        let millis = Digits.pad(now / 1_000_000 % 1000, 3)
        record["asctime"] = .string(
            "\(CalendarDate(ordinal: days + CalendarDate.epochOrdinal).isoText) \(clock.isoText(.seconds)),\(millis)")
        return try machine.str(try machine.binary(.modulo, .string(format), .dict(record)))
    }

    private static func installLogger(_ type: PyType, _ state: State) {
        func logger(_ value: Value) -> Logger { value.asObject as? Logger ?? state.root }
        for (name, level) in levels.dropLast() + [("WARN", 30), ("FATAL", 50), ("EXCEPTION", 40)] {
            type.method(name.lowercased(), "self, msg, *args, **kwargs") { machine, a in
                var keywords = a.dict(3)
                if name == "EXCEPTION", !keywords.contains(where: { $0.name == "exc_info" }) { keywords.append(("exc_info", true)) }
                try log(logger(a[0]), level, a[1], a.list(2), keywords, state, machine)
                return .none
            }
        }
        type.method("log", "self, level, msg, *args, **kwargs") { machine, a in
            try log(logger(a[0]), try level(a[1], machine), a[2], a.list(3), a.dict(4), state, machine)
            return .none
        }
        type.method("setLevel", "self, level") { machine, a in
            logger(a[0]).level = try level(a[1], machine)
            return .none
        }
        type.method("getEffectiveLevel", "self") { _, a in .int(logger(a[0]).effectiveLevel) }
        type.method("isEnabledFor", "self, level") { machine, a in .bool(try level(a[1], machine) >= logger(a[0]).effectiveLevel) }
        type.method("getChild", "self, suffix") { machine, a in
            let own = logger(a[0])
            return .object(state.logger(own === state.root ? try machine.str(a[1]) : "\(own.name).\(try machine.str(a[1]))"))
        }
        for name in ["addHandler", "removeHandler", "addFilter", "removeFilter"] {
            type.method(name, "self, item") { _, a in
                if name == "addHandler" { state.isConfigured = true }
                return .none
            }
        }
        type.method("hasHandlers", "self") { _, _ in .bool(state.isConfigured) }
        type.getter("name") { _, value in .string(logger(value).name) }
        type.getter("level") { _, value in .int(logger(value).level) }
        type.getter("handlers") { _, _ in .list([]) }
        type.getter("parent") { _, value in logger(value).parent.map { .object($0) } ?? .none }
        type.property("propagate", get: { _, _ in true }, set: { _, _, _ in })
        type.property(
            "disabled", get: { _, value in .bool(logger(value).isDisabled) },
            set: { machine, value, new in logger(value).isDisabled = try machine.isTrue(new) })
        type.method("__repr__", "self, /") { _, a in
            .string("<Logger \(logger(a[0]).name) (\(levelName(logger(a[0]).effectiveLevel)))>")
        }
    }

    private static func addFunctions(_ module: PyModule, _ state: State, _ machine: Machine) {
        module.function(machine, "getLogger", "name=None") { _, a in .object(state.logger(a[0].asString ?? "")) }
        module.function(machine, "basicConfig", "**kwargs") { machine, a in
            for (name, value) in a.dict(0) where !value.isNone {
                if name == "level" { state.root.level = try level(value, machine) }
                if name == "format" { state.format = try machine.str(value) }
                if name == "filename" { throw Sandbox.limit("logging to a file", machine) }
            }
            state.isConfigured = true
            return .none
        }
        module.function(machine, "getLevelName", "level") { machine, a in
            if let name = a[0].asString { return levels.first { $0.0 == name }.map { .int($0.1) } ?? .string("Level \(name)") }
            return .string(levelName(try machine.index(a[0])))
        }
        module.function(machine, "disable", "level=50") { machine, a in
            state.root.level = try level(a[0], machine) + 1
            return .none
        }
        for name in ["captureWarnings", "shutdown", "addLevelName"] { module.function(machine, name, "*args") { _, _ in .none } }
        for (name, level) in levels.dropLast() + [("EXCEPTION", 40)] {
            module.function(machine, name.lowercased(), "msg, *args, **kwargs") { machine, a in
                state.isConfigured = true
                var keywords = a.dict(2)
                if name == "EXCEPTION" { keywords.append(("exc_info", true)) }
                try log(state.root, level, a[0], a.list(1), keywords, state, machine)
                return .none
            }
        }
    }

    /// Handlers and formatters exist, so that programs which set them up run; all records go to the log of the run.
    private static func addHandlers(_ module: PyModule, _ machine: Machine) throws {
        let handler = try machine.types.make("Handler", module: "logging")
        handler.method("__init__", "self, *args, **kwargs") { _, _ in .none }
        for name in ["setLevel", "setFormatter", "addFilter", "flush", "close"] {
            handler.method(name, "self, *args") { _, _ in .none }
        }
        module.add(handler)
        for name in ["StreamHandler", "NullHandler"] { module.add(try machine.types.make(name, module: "logging", bases: [handler])) }
        let file = try machine.types.make("FileHandler", module: "logging", bases: [handler])
        file.method("__init__", "self, *args, **kwargs") { machine, _ in throw Sandbox.limit("logging to a file", machine) }
        module.add(file)
        for name in ["Formatter", "Filter"] {
            let type = try machine.types.make(name, module: "logging")
            type.method("__init__", "self, *args, **kwargs") { _, _ in .none }
            module.add(type)
        }
    }
}
