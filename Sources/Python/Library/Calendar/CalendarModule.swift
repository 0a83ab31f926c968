/// The modules `calendar` and `zoneinfo`.
enum CalendarModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "calendar")
        let days = TimeFormatter.days
        let months = TimeFormatter.months
        module.add("day_name", .list(days.map { .string($0) }))
        module.add("day_abbr", .list(days.map { .string(String($0.prefix(3))) }))
        module.add("month_name", .list([""] + months.map { .string($0) }))
        module.add("month_abbr", .list([""] + months.map { .string(String($0.prefix(3))) }))
        for (index, name) in days.enumerated() { module.add(name.uppercased(), .int(index)) }
        for (index, name) in months.enumerated() { module.add(name, .int(index + 1)) }
        module.add("EPOCH", 1970)
        let problem = try machine.types.make("IllegalMonthError", module: "calendar", bases: [machine.types.exception("ValueError")])
        module.add(problem)
        module.function(machine, "isleap", "year") { machine, a in .bool(CalendarDate.isLeap(try machine.index(a[0]))) }
        module.function(machine, "leapdays", "y1, y2") { machine, a in
            func count(_ year: Int) -> Int {
                let y = year - 1
                return y.floorDivided(4) - y.floorDivided(100) + y.floorDivided(400)
            }
            return .int(count(try machine.index(a[1])) - count(try machine.index(a[0])))
        }
        module.function(machine, "weekday", "year, month, day") { machine, a in
            .int(try DateClass.date(a[0], a[1], a[2], machine).weekday)
        }
        addMonths(module, problem, machine)
        module.function(machine, "timegm", "tuple") { machine, a in
            let parts = try machine.array(a[0]).prefix(6).map { try machine.index($0) }
            guard parts.count == 6 else {
                throw machine.error("ValueError", "not enough values to unpack (expected 6, got \(parts.count))")
            }
            for part in parts.prefix(2) { _ = try StructTime.field(.int(part), machine) }
            let month = CalendarDate(year: parts[0], month: parts[1], day: 1)
            if let problem = month.problem { throw machine.error("ValueError", problem) }
            let days = BigInt(month.ordinal - 1 - CalendarDate.epochOrdinal) + BigInt(parts[2])
            return .integer(((days * 24 + BigInt(parts[3])) * 60 + BigInt(parts[4])) * 60 + BigInt(parts[5]))
        }
        try CalendarClasses.written.run(in: module, machine)
        return module
    }

    /// The weekday of a day in any year; the calendar repeats itself every 400 years.
    private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let known = (1...9999).contains(year) ? year : 2000 + (year % 400 + 400) % 400
        return CalendarDate(year: known, month: month, day: day).weekday
    }

    private static func addMonths(_ module: PyModule, _ problem: PyType, _ machine: Machine) {
        func month(_ a: BoundArguments, _ machine: Machine) throws -> (year: Int, month: Int, first: Int, count: Int) {
            let (year, month) = (try machine.index(a[0]), try machine.index(a[1]))
            guard (1...12).contains(month) else {
                throw machine.error(problem, [.string("bad month number \(month); must be 1-12")])
            }
            return (year, month, weekday(year, month, 1), CalendarDate.days(inMonth: month, of: year))
        }
        module.function(machine, "monthrange", "year, month") { machine, a in
            let found = try month(a, machine)
            return .tuple([.int(found.first), .int(found.count)])
        }
    }

    // MARK: zoneinfo

    /// Builds the module `zoneinfo`.
    static func makeZoneInfo(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "zoneinfo")
        let classes = try DateTimeModule.classes(machine)
        let type = try machine.types.make("ZoneInfo", module: "zoneinfo", bases: [classes.timezone])
        var known: [String: Value] = [:]
        let missing = try machine.types.make("ZoneInfoNotFoundError", module: "zoneinfo", bases: [machine.types.exception("KeyError")])
        let new = PyNativeFunction("__new__", qualifiedName: "ZoneInfo.__new__") { machine, arguments in
            guard let key = (arguments.positional.dropFirst().first ?? arguments[keyword: "key"])?.asString else {
                throw machine.error("TypeError", "ZoneInfo.__new__() missing 1 required positional argument: 'key'")
            }
            if let made = known[key] { return made }
            guard let hours = fixedOffset(key) else {
                if key.isEmpty || key.hasPrefix("/") || key.contains("..") {
                    throw machine.error("ValueError", "ZoneInfo keys may not be absolute paths, got: \(key)")
                }
                throw Sandbox.limit("the time zone database (ZoneInfo(\(TextRepr.repr(PyStr(key)).string)))", machine)
            }
            let made = PyTimeZone(type: type)
            made.offset = hours * 3_600_000_000
            made.name = hours == 0 ? "UTC" : Digits.pad(-hours, 3)
            if hours != 0 { made.name = (hours < 0 ? "-" : "+") + Digits.pad(abs(hours), 2) }
            if key == "GMT" { made.name = "GMT" }
            made.dictionary["key"] = .string(key)
            known[key] = .object(made)
            return .object(made)
        }
        type.constant("__new__", .object(PyMethodWrapper(.staticMethod, .object(new))))
        type.method("__repr__", "self, /") { machine, a in
            .string("zoneinfo.ZoneInfo(key=\(try machine.repr(a[0].asInstance?.attributes?["key"] ?? .none)))")
        }
        type.method("__str__", "self, /") { _, a in a[0].asInstance?.attributes?["key"] ?? "" }
        type.method("__eq__", "self, other, /") { _, a in .bool(a[0].isIdentical(to: a[1])) }
        type.method("__hash__", "self, /") { machine, a in .int(machine.identity(a[0])) }
        module.add(type)
        module.add(missing)
        module.function(machine, "available_timezones", "") { machine, _ in throw Sandbox.limit("the time zone database", machine) }
        return module
    }

    /// The hours east of UTC of a zone that has one offset for ever; nil for all others.
    private static func fixedOffset(_ key: String) -> Int? {
        if ["UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal", "UCT", "Etc/UCT"].contains(key) {
            return 0
        }
        guard key.hasPrefix("Etc/GMT"), let hours = Int(key.dropFirst(7)), abs(hours) <= 14 else { return nil }
        return -hours
    }
}
