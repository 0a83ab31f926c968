/// `datetime.time`.
enum TimeClass {
    /// Gives the classes their behaviour.
    static func install(_ classes: DateTimeModule.Classes) {
        let type = classes.time
        type.constructor("hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0") { machine, cls, a in
            let time = try time([a[0], a[1], a[2], a[3]], machine)
            return classes.make(
                time, zone: try TimeZoneClass.require(a[4], machine), fold: try fold(a[5], machine), as: cls)
        }
        type.constant("min", classes.make(ClockTime()))
        type.constant("max", classes.make(ClockTime(microseconds: TimeSpan.day - 1)))
        let step = PyTimeDelta(type: classes.timedelta)
        step.span = TimeSpan(microseconds: 1)
        type.constant("resolution", .object(step))
        for (name, path) in [("hour", \ClockTime.hour), ("minute", \.minute), ("second", \.second), ("microsecond", \.microsecond)] {
            type.getter(name) { _, value in .int((value.asObject as? PyTime)?.time[keyPath: path] ?? 0) }
        }
        type.getter("tzinfo") { _, value in (value.asObject as? PyTime)?.zone ?? .none }
        type.getter("fold") { _, value in .int((value.asObject as? PyTime)?.fold ?? 0) }
        installMaking(type, classes)
        installText(type)
        installZone(type, classes)
        DateClass.installComparison(type, "time") { a, b, machine in try order(a, b, machine) }
        for (name, isEqual) in [("__eq__", true), ("__ne__", false)] {
            type.method(name, "self, other, /") { machine, a in
                guard let left = a[0].asObject as? PyTime, let right = a[1].asObject as? PyTime else { return machine.notImplemented }
                let offsets = try (offset(left, machine), offset(right, machine))
                if (offsets.0 == nil) != (offsets.1 == nil) { return .bool(!isEqual) }
                let same = left.time.microseconds - (offsets.0 ?? 0) == right.time.microseconds - (offsets.1 ?? 0)
                return .bool(same == isEqual)
            }
        }
        type.method("__hash__", "self, /") { machine, a in
            guard let time = a[0].asObject as? PyTime else { return 0 }
            return .int(NumericHash.hash(time.time.microseconds - (try offset(time, machine) ?? 0)))
        }
    }

    /// A checked time of day; raises ValueError in CPython's words.
    static func time(_ parts: [Value], _ machine: Machine) throws -> ClockTime {
        let made = ClockTime(
            hour: try machine.index(parts[0]), minute: try machine.index(parts[1]), second: try machine.index(parts[2]),
            microsecond: try machine.index(parts[3]))
        if let problem = made.problem { throw machine.error("ValueError", problem) }
        return made
    }

    /// A checked `fold`; raises ValueError for others than 0 and 1.
    static func fold(_ value: Value, _ machine: Machine) throws -> Int {
        let fold = try machine.index(value)
        guard fold == 0 || fold == 1 else { throw machine.error("ValueError", "fold must be either 0 or 1") }
        return fold
    }

    private static func offset(_ time: PyTime, _ machine: Machine) throws -> Int? {
        try TimeZoneClass.offset(of: time.zone, .none, machine)
    }

    private static func order(_ a: Value, _ b: Value, _ machine: Machine) throws -> Int? {
        guard let left = a.asObject as? PyTime, let right = b.asObject as? PyTime else { return nil }
        let (x, y) = try (offset(left, machine), offset(right, machine))
        if (x == nil) != (y == nil) { throw machine.error("TypeError", "can't compare offset-naive and offset-aware times") }
        return (left.time.microseconds - (x ?? 0) - right.time.microseconds + (y ?? 0)).signum()
    }

    private static func installMaking(_ type: PyType, _ classes: DateTimeModule.Classes) {
        type.classMethod("fromisoformat", "cls, time_string, /") { machine, a in
            guard let text = a[1].asStr else { throw machine.error("TypeError", "fromisoformat: argument must be str") }
            guard let read = ISOReader.time(text.points) else {
                throw machine.error("ValueError", "Invalid isoformat string: \(try machine.repr(a[1]))")
            }
            let zone: Value = try read.offset.map { try DateTimeClass.zone($0, classes, machine) } ?? .none
            if let problem = read.time.problem { throw machine.error("ValueError", problem) }
            return classes.make(read.time, zone: zone, as: a[0].asType)
        }
        type.method("replace", "self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None") { machine, a in
            guard let old = a[0].asObject as? PyTime else { return .none }
            let given = [old.time.hour, old.time.minute, old.time.second, old.time.microsecond].enumerated().map { index, value in
                a.isGiven(index + 1) ? a[index + 1] : Value.int(value)
            }
            return classes.make(
                try time(given, machine), zone: a.isGiven(5) ? try TimeZoneClass.require(a[5], machine) : old.zone,
                fold: a.isGiven(6) ? try fold(a[6], machine) : old.fold, as: machine.type(of: a[0]))
        }
    }

    private static func installText(_ type: PyType) {
        func iso(_ value: Value, _ precision: ClockTime.Precision, _ machine: Machine) throws -> String {
            guard let time = value.asObject as? PyTime else { return "" }
            return time.time.isoText(precision) + (try offset(time, machine).map { UTCOffsetText.format($0) } ?? "")
        }
        type.method("isoformat", "self, timespec='auto'") { machine, a in
            .string(try iso(a[0], try DateTimeClass.precision(a[1], machine), machine))
        }
        type.method("__str__", "self, /") { machine, a in try machine.call(try machine.attribute(a[0], "isoformat")) }
        type.method("__repr__", "self, /") { machine, a in
            guard let time = a[0].asObject as? PyTime else { return "" }
            var parts = ["\(time.time.hour)", "\(time.time.minute)"]
            if time.time.second != 0 || time.time.microsecond != 0 { parts.append("\(time.time.second)") }
            if time.time.microsecond != 0 { parts.append("\(time.time.microsecond)") }
            if !time.zone.isNone { parts.append("tzinfo=\(try machine.repr(time.zone))") }
            if time.fold != 0 { parts.append("fold=1") }
            return .string("\(DateClass.displayName(machine.type(of: a[0])))(\(parts.joined(separator: ", ")))")
        }
        type.method("strftime", "self, format") { machine, a in
            guard let time = a[0].asObject as? PyTime, let format = a[1].asStr else {
                throw machine.error("TypeError", "strftime() argument 1 must be str, not \(machine.typeName(a[1]))")
            }
            let date = CalendarDate(year: 1900, month: 1, day: 1)
            let midnight = (date.ordinal - CalendarDate.epochOrdinal) * 86_400 - machine.world.utcOffset
            var formatter = TimeFormatter(date: date, time: time.time, epoch: midnight + time.time.microseconds / 1_000_000)
            if let offset = try offset(time, machine) { formatter.offset = UTCOffsetText.format(offset, separator: "") }
            formatter.zone = try TimeZoneClass.name(of: time.zone, .none, machine) ?? ""
            return .points(formatter.string(format.points))
        }
        type.method("__format__", "self, format_spec, /") { machine, a in
            guard let format = a[1].asStr, format.count > 0 else { return .str(try machine.strStr(a[0])) }
            return try machine.call(try machine.attribute(a[0], "strftime"), a[1])
        }
    }

    private static func installZone(_ type: PyType, _ classes: DateTimeModule.Classes) {
        type.method("utcoffset", "self, /") { machine, a in
            guard let time = a[0].asObject as? PyTime, let offset = try offset(time, machine) else { return .none }
            return try classes.make(TimeSpan(microseconds: Int128(offset)), machine)
        }
        type.method("tzname", "self, /") { machine, a in
            guard let time = a[0].asObject as? PyTime else { return .none }
            return try TimeZoneClass.name(of: time.zone, .none, machine).map { .string($0) } ?? .none
        }
        type.method("dst", "self, /") { machine, a in
            guard let time = a[0].asObject as? PyTime, !time.zone.isNone else { return .none }
            return try machine.call(try machine.attribute(time.zone, "dst"), .none)
        }
    }
}
