/// `datetime.datetime`.
enum DateTimeClass {
    /// Gives the classes their behaviour.
    static func install(_ classes: DateTimeModule.Classes) {
        let type = classes.datetime
        type.constructor(
            "year?, month?, day?, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0"
        ) { machine, cls, a in
            try DateClass.requireDate(a, machine)
            let date = try DateClass.date(a[0], a[1], a[2], machine)
            let time = try TimeClass.time([a[3], a[4], a[5], a[6]], machine)
            return classes.make(
                date, time, zone: try TimeZoneClass.require(a[7], machine), fold: try TimeClass.fold(a[8], machine), as: cls)
        }
        type.constant("min", classes.make(CalendarDate(year: 1, month: 1, day: 1), ClockTime()))
        type.constant("max", classes.make(CalendarDate(year: 9999, month: 12, day: 31), ClockTime(microseconds: TimeSpan.day - 1)))
        let step = PyTimeDelta(type: classes.timedelta)
        step.span = TimeSpan(microseconds: 1)
        type.constant("resolution", .object(step))
        for (name, path) in [("hour", \ClockTime.hour), ("minute", \.minute), ("second", \.second), ("microsecond", \.microsecond)] {
            type.getter(name) { _, value in .int((value.asObject as? PyDateTime)?.time[keyPath: path] ?? 0) }
        }
        type.getter("tzinfo") { _, value in (value.asObject as? PyDateTime)?.zone ?? .none }
        type.getter("fold") { _, value in .int((value.asObject as? PyDateTime)?.fold ?? 0) }
        installMaking(type, classes)
        installParsing(type, classes)
        installText(type)
        installParts(type, classes)
        installZone(type, classes)
    }

    // MARK: Making

    private static func installMaking(_ type: PyType, _ classes: DateTimeModule.Classes) {
        type.classMethod("now", "cls, tz=None") { machine, a in
            try local(RunClock.now(machine) / 1000, try TimeZoneClass.require(a[1], machine), a[0].asType, classes, machine)
        }
        type.classMethod("utcnow", "cls") { machine, a in
            try classes.make(wall: wall(RunClock.now(machine) / 1000), zone: .none, as: a[0].asType, machine)
        }
        type.classMethod("fromtimestamp", "cls, timestamp, tz=None") { machine, a in
            try local(
                try moment(ofTimestamp: a[1], machine), try TimeZoneClass.require(a[2], machine), a[0].asType, classes, machine)
        }
        type.classMethod("utcfromtimestamp", "cls, timestamp, /") { machine, a in
            try classes.make(wall: wall(try moment(ofTimestamp: a[1], machine)), zone: .none, as: a[0].asType, machine)
        }
        type.classMethod("combine", "cls, date, time, tzinfo?") { machine, a in
            guard let date = a[1].asObject as? PyDate else {
                throw machine.error("TypeError", "combine() argument 1 must be datetime.date, not \(machine.typeName(a[1]))")
            }
            guard let time = a[2].asObject as? PyTime else {
                throw machine.error("TypeError", "combine() argument 2 must be datetime.time, not \(machine.typeName(a[2]))")
            }
            let zone = try a.ifGiven(3).map { try TimeZoneClass.require($0, machine) } ?? time.zone
            return classes.make(date.date, time.time, zone: zone, fold: time.fold, as: a[0].asType)
        }
    }

    /// Microseconds since year 1 of a moment in microseconds since 1970.
    static func wall(_ moment: Int) -> Int128 { Int128(moment) + Int128((CalendarDate.epochOrdinal - 1) * TimeSpan.day) }

    private static func local(
        _ moment: Int, _ zone: Value, _ type: PyType?, _ classes: DateTimeModule.Classes, _ machine: Machine
    ) throws -> Value {
        if zone.isNone {
            return try classes.make(
                wall: wall(moment) + Int128(machine.world.utcOffset) * 1_000_000, zone: .none, as: type, machine)
        }
        let utc = try classes.make(wall: wall(moment), zone: zone, as: type, machine)
        return try fromUTC(utc, zone, classes, machine)
    }

    /// The same moment by the clock of `zone`, where `value` shows UTC's.
    static func fromUTC(_ value: Value, _ zone: Value, _ classes: DateTimeModule.Classes, _ machine: Machine) throws -> Value {
        if let fixed = zone.asObject as? PyTimeZone, !fixed.instanceType.isProgramDefined, let utc = value.asObject as? PyDateTime {
            return try classes.make(
                wall: Int128(utc.wallMicroseconds + fixed.offset), zone: zone, as: utc.instanceType, machine)
        }
        return try machine.call(try machine.attribute(zone, "fromutc"), value)
    }

    /// Microseconds since 1970 of a timestamp in seconds, fractions rounded half to even.
    static func moment(ofTimestamp value: Value, _ machine: Machine) throws -> Int {
        if let integer = value.asBigInt {
            guard let seconds = integer.asInt, seconds.magnitude < 1 << 40 else {
                throw machine.error("OverflowError", "timestamp out of range for platform time_t")
            }
            try checkYear(seconds, machine)
            return seconds * 1_000_000
        }
        guard let number = value.asFloat else {
            throw machine.error("TypeError", "'\(machine.typeName(value))' object cannot be interpreted as an integer")
        }
        if number.isNaN { throw machine.error("ValueError", "Invalid value NaN (not a number)") }
        guard number.magnitude < 1e15 else {
            throw machine.error("OverflowError", "timestamp out of range for platform time_t")
        }
        let exact = DecimalNumber(number)
        let scaled = DecimalContext().rescaled(exact, to: -6).number
        let total = scaled.coefficient.asInt ?? 0
        try checkYear(Int(number), machine)
        return scaled.isNegative ? -total : total
    }

    private static func checkYear(_ seconds: Int, _ machine: Machine) throws {
        let days = seconds.floorDivided(86_400) + CalendarDate.epochOrdinal
        if days < 1 || days > CalendarDate.lastOrdinal {
            throw machine.error("ValueError", "year \(1970 + seconds / 31_556_952) is out of range")
        }
    }

    // MARK: Reading

    /// A fixed zone; `timezone.utc` for zero.
    static func zone(_ offset: Int, _ classes: DateTimeModule.Classes, _ machine: Machine) throws -> Value {
        guard abs(offset) < TimeSpan.day else {
            let delta = try machine.repr(try classes.make(TimeSpan(microseconds: Int128(offset)), machine))
            throw machine.error(
                "ValueError",
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not \(delta).")
        }
        return classes.make(offset: offset)
    }

    private static func installParsing(_ type: PyType, _ classes: DateTimeModule.Classes) {
        type.classMethod("fromisoformat", "cls, date_string, /") { machine, a in
            guard let text = a[1].asStr else { throw machine.error("TypeError", "fromisoformat: argument must be str") }
            guard let read = ISOReader.moment(text.points) else {
                throw machine.error("ValueError", "Invalid isoformat string: \(try machine.repr(a[1]))")
            }
            let zone: Value = try read.offset.map { try self.zone($0, classes, machine) } ?? .none
            if let problem = read.date.problem ?? read.time.problem { throw machine.error("ValueError", problem) }
            return classes.make(read.date, read.time, zone: zone, as: a[0].asType)
        }
        type.classMethod("strptime", "cls, date_string, format, /") { machine, a in
            for (index, value) in [a[1], a[2]].enumerated() where value.asStr == nil {
                throw machine.error("TypeError", "strptime() argument \(index + 1) must be str, not \(machine.typeName(value))")
            }
            let fields = try machine.checkingCalendar {
                try TimeParser.parse(a[1].asStr?.points ?? [], a[2].asStr?.points ?? [])
            }
            let date = try DateClass.date(.int(fields.year), .int(fields.month), .int(fields.day), machine)
            let time = try TimeClass.time(
                [.int(fields.hour), .int(fields.minute), .int(fields.second), .int(fields.microsecond)], machine)
            let zone: Value? = try fields.offset.map { offset in
                fields.zone == nil ? try self.zone(offset, classes, machine) : classes.make(offset: offset, name: fields.zone)
            }
            return classes.make(date, time, zone: zone ?? .none, as: a[0].asType)
        }
    }

    /// The precision that `timespec` names; raises ValueError for others.
    static func precision(_ value: Value, _ machine: Machine) throws -> ClockTime.Precision {
        guard let name = value.asString else {
            throw machine.error("TypeError", "isoformat() argument must be str, not \(machine.typeName(value))")
        }
        guard let precision = ClockTime.Precision(rawValue: name) else { throw machine.error("ValueError", "Unknown timespec value") }
        return precision
    }

    // MARK: Text

    private static func installText(_ type: PyType) {
        type.method("isoformat", "self, sep='T', timespec='auto'") { machine, a in
            guard let separator = a[1].asStr, separator.count == 1 else {
                throw machine.error("TypeError", "isoformat() argument 1 must be a unicode character, not \(machine.typeName(a[1]))")
            }
            return .string(try isoText(a[0], separator.string, try precision(a[2], machine), machine))
        }
        type.method("__str__", "self, /") { machine, a in
            try machine.call(try machine.attribute(a[0], "isoformat"), " ")
        }
        type.method("__repr__", "self, /") { machine, a in
            guard let moment = a[0].asObject as? PyDateTime else { return "" }
            let (date, time) = (moment.date, moment.time)
            var parts = [date.year, date.month, date.day, time.hour, time.minute].map(String.init)
            if time.second != 0 || time.microsecond != 0 { parts.append(String(time.second)) }
            if time.microsecond != 0 { parts.append(String(time.microsecond)) }
            if !moment.zone.isNone { parts.append("tzinfo=\(try machine.repr(moment.zone))") }
            if moment.fold != 0 { parts.append("fold=1") }
            return .string("\(DateClass.displayName(machine.type(of: a[0])))(\(parts.joined(separator: ", ")))")
        }
    }

    /// The ISO text of a `datetime`.
    public static func isoText(
        _ value: Value, _ separator: String = "T", _ precision: ClockTime.Precision = .auto, _ machine: Machine
    ) throws -> String {
        guard let moment = value.asObject as? PyDateTime else { return "" }
        let offset = try TimeZoneClass.offset(of: moment.zone, value, machine)
        return moment.date.isoText + separator + moment.time.isoText(precision) + (offset.map { UTCOffsetText.format($0) } ?? "")
    }

    // MARK: Parts

    private static func installParts(_ type: PyType, _ classes: DateTimeModule.Classes) {
        type.method("date", "self, /") { _, a in (a[0].asObject as? PyDate).map { classes.make($0.date) } ?? .none }
        type.method("time", "self, /") { _, a in
            (a[0].asObject as? PyDateTime).map { classes.make($0.time, fold: $0.fold) } ?? .none
        }
        type.method("timetz", "self, /") { _, a in
            (a[0].asObject as? PyDateTime).map { classes.make($0.time, zone: $0.zone, fold: $0.fold) } ?? .none
        }
        type.method(
            "replace",
            "self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=0"
        ) { machine, a in
            guard let old = a[0].asObject as? PyDateTime else { return .none }
            let parts = [
                old.date.year, old.date.month, old.date.day, old.time.hour, old.time.minute, old.time.second, old.time.microsecond,
            ].enumerated().map { index, value in a.isGiven(index + 1) ? a[index + 1] : Value.int(value) }
            return classes.make(
                try DateClass.date(parts[0], parts[1], parts[2], machine), try TimeClass.time(Array(parts[3...]), machine),
                zone: a.isGiven(8) ? try TimeZoneClass.require(a[8], machine) : old.zone,
                fold: a.isGiven(9) ? try TimeClass.fold(a[9], machine) : old.fold, as: machine.type(of: a[0]))
        }
        type.method("utctimetuple", "self, /") { machine, a in
            guard let moment = a[0].asObject as? PyDateTime else { return .none }
            let offset = try TimeZoneClass.offset(of: moment.zone, a[0], machine) ?? 0
            let utc = try classes.make(wall: Int128(moment.wallMicroseconds - offset), zone: .none, machine)
            guard let plain = utc.asObject as? PyDateTime else { return .none }
            return try StructTime.make(plain.date, plain.time, isSaving: 0, machine)
        }
    }

    // MARK: Zones

    private static func installZone(_ type: PyType, _ classes: DateTimeModule.Classes) {
        type.method("utcoffset", "self, /") { machine, a in
            guard let moment = a[0].asObject as? PyDateTime, let offset = try TimeZoneClass.offset(of: moment.zone, a[0], machine)
            else { return .none }
            return try classes.make(TimeSpan(microseconds: Int128(offset)), machine)
        }
        type.method("tzname", "self, /") { machine, a in
            guard let moment = a[0].asObject as? PyDateTime else { return .none }
            return try TimeZoneClass.name(of: moment.zone, a[0], machine).map { .string($0) } ?? .none
        }
        type.method("dst", "self, /") { machine, a in
            guard let moment = a[0].asObject as? PyDateTime, !moment.zone.isNone else { return .none }
            return try machine.call(try machine.attribute(moment.zone, "dst"), a[0])
        }
        type.method("timestamp", "self, /") { machine, a in
            if let moment = a[0].asObject as? PyDateTime, moment.zone.isNone, moment.date.ordinal == 1 {
                // What local time the day before has is asked for, and there is none.
                throw machine.error("ValueError", "year 0 is out of range")
            }
            return .float(Double(try microseconds(a[0], machine)) / 1e6)
        }
        type.method("astimezone", "self, tz=None") { machine, a in
            guard let moment = a[0].asObject as? PyDateTime else { return .none }
            let local = machine.world.utcOffset * 1_000_000
            let zone = a[1].isNone ? classes.make(offset: local, name: local == 0 ? "UTC" : nil) : try TimeZoneClass.require(a[1], machine)
            if zone.isIdentical(to: moment.zone) { return a[0] }
            let offset = try TimeZoneClass.offset(of: moment.zone, a[0], machine) ?? local
            let utc = try classes.make(
                wall: Int128(moment.wallMicroseconds - offset), zone: zone, as: moment.instanceType, machine)
            return try fromUTC(utc, zone, classes, machine)
        }
    }

    /// Microseconds since 1970 of a `datetime`; a naive one is local time.
    public static func microseconds(_ value: Value, _ machine: Machine) throws -> Int {
        guard let moment = value.asObject as? PyDateTime else { return 0 }
        let offset = try TimeZoneClass.offset(of: moment.zone, value, machine) ?? machine.world.utcOffset * 1_000_000
        return moment.wallMicroseconds - (CalendarDate.epochOrdinal - 1) * TimeSpan.day - offset
    }
}
