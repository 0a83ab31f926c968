/// The module `email.utils`: dates of messages, and addresses.
enum EmailUtilsModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "email.utils")
        module.function(machine, "format_datetime", "dt, usegmt=False") { machine, a in
            guard let moment = a[0].asObject as? PyDateTime else {
                throw machine.error("AttributeError", "'\(machine.typeName(a[0]))' object has no attribute 'timetuple'")
            }
            let classes = try DateTimeModule.classes(machine)
            if try machine.isTrue(a[1]) {
                guard let zone = moment.zone.asObject as? PyTimeZone, zone.instanceType === classes.timezone, zone.offset == 0 else {
                    throw machine.error("ValueError", "usegmt option requires a UTC datetime")
                }
                return .string(text(moment.date, moment.time, "GMT"))
            }
            let offset = try TimeZoneClass.offset(of: moment.zone, a[0], machine)
            return .string(text(moment.date, moment.time, offset.map { UTCOffsetText.format($0, separator: "") } ?? "-0000"))
        }
        module.function(machine, "formatdate", "timeval=None, localtime=False, usegmt=False") { machine, a in
            let now = RunClock.now(machine) / 1000
            var moment = a[0].isNone ? now : try DateTimeClass.moment(ofTimestamp: a[0], machine)
            let isLocal = try machine.isTrue(a[1])
            if isLocal { moment += machine.world.utcOffset * 1_000_000 }
            let zone =
                try machine.isTrue(a[2]) && !isLocal
                ? "GMT"
                : isLocal ? UTCOffsetText.format(machine.world.utcOffset * 1_000_000, separator: "") : "-0000"
            let days = moment.floorDivided(TimeSpan.day)
            let date = CalendarDate(ordinal: days + CalendarDate.epochOrdinal)
            return .string(text(date, ClockTime(microseconds: moment - days * TimeSpan.day), zone))
        }
        addParsing(module, machine)
        try LibraryExtras.email.run(in: module, machine)
        return module
    }

    private static func text(_ date: CalendarDate, _ time: ClockTime, _ zone: String) -> String {
        let day = TimeFormatter.days[date.weekday].prefix(3)
        let month = TimeFormatter.months[date.month - 1].prefix(3)
        return "\(day), \(Digits.pad(date.day, 2)) \(month) \(Digits.pad(date.year, 4)) \(time.isoText(.seconds)) \(zone)"
    }

    // MARK: Reading

    private struct Parsed {
        var date: CalendarDate
        var time: ClockTime
        /// Seconds east of UTC, or nil for `-0000` and for none.
        var offset: Int?
        var hasZone: Bool
    }

    private static let zones = [
        "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500, "MST": -700,
        "MDT": -600, "PST": -800, "PDT": -700,
    ]

    private static func parse(_ text: String) -> Parsed? {
        var words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
        if let first = words.first, TimeFormatter.days.contains(where: { $0.lowercased().hasPrefix(first.lowercased().prefix(3)) }) {
            words.removeFirst()
        }
        if words.count == 3 || words.count == 4, let dashed = words.first, dashed.contains("-"), dashed.first != "-" {
            words = dashed.split(separator: "-").map(String.init) + words.dropFirst()
        }
        guard words.count >= 4, let day = Int(words[0]),
            let month = TimeFormatter.months.firstIndex(where: { $0.lowercased().hasPrefix(words[1].lowercased().prefix(3)) }),
            var year = Int(words[2])
        else { return nil }
        if year < 100 { year += year > 68 ? 1900 : 2000 }
        let clock = words[3].split(separator: ":").map { Int($0) }
        guard clock.count == 2 || clock.count == 3, let hour = clock[0], let minute = clock[1] else { return nil }
        let second = clock.count == 3 ? clock[2] : 0
        guard let second else { return nil }
        let date = CalendarDate(year: year, month: month + 1, day: day)
        let time = ClockTime(hour: hour, minute: minute, second: second)
        guard date.problem == nil, time.problem == nil else { return nil }
        return Parsed(date: date, time: time, offset: words.count > 4 ? offset(words[4]) : nil, hasZone: words.count > 4)
    }

    private static func offset(_ zone: String) -> Int? {
        if zone == "-0000" { return nil }
        guard let number = zones[zone.uppercased()] ?? Int(zone) else { return nil }
        let size = Int(min(number.magnitude, 1 << 50))
        let seconds = (size / 100 * 60 + size % 100) * 60
        return number < 0 ? -seconds : seconds
    }

    private static func addParsing(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "parsedate_to_datetime", "data") { machine, a in
            guard let parsed = parse(a[0].asString ?? "") else {
                throw machine.error("ValueError", "Invalid date value or format \"\(a[0].asString ?? "")\"")
            }
            let classes = try DateTimeModule.classes(machine)
            let zone = parsed.offset.map { classes.make(offset: $0 * 1_000_000) } ?? .none
            return classes.make(parsed.date, parsed.time, zone: zone)
        }
        for name in ["parsedate", "parsedate_tz"] {
            module.function(machine, name, "data") { _, a in
                guard let parsed = parse(a[0].asString ?? "") else { return .none }
                let numbers = [
                    parsed.date.year, parsed.date.month, parsed.date.day, parsed.time.hour, parsed.time.minute, parsed.time.second, 0, 1,
                    -1,
                ]
                let zone = name == "parsedate" ? [] : [parsed.offset.map { Value.int($0) } ?? .none]
                return .tuple(numbers.map { .int($0) } + zone)
            }
        }
    }
}
