/// `datetime.tzinfo` and `datetime.timezone`, and what dates ask of zones.
enum TimeZoneClass {
    /// Gives the classes their behaviour.
    static func install(_ classes: DateTimeModule.Classes) {
        installAbstract(classes)
        let type = classes.timezone
        type.constructor("offset, name?") { machine, cls, a in
            guard let delta = a[0].asObject as? PyTimeDelta else {
                throw machine.error("TypeError", "timezone() argument 1 must be datetime.timedelta, not \(machine.typeName(a[0]))")
            }
            let name = a.ifGiven(1)?.asString
            if let given = a.ifGiven(1), name == nil {
                throw machine.error("TypeError", "timezone() argument 2 must be str, not \(machine.typeName(given))")
            }
            let offset = try checked(delta, machine)
            if cls === classes.timezone { return classes.make(offset: offset, name: name) }
            let made = PyTimeZone(type: cls)
            made.offset = offset
            made.name = name
            return .object(made)
        }
        type.constant("utc", .object(classes.utc))
        for (name, hours) in [("min", -23), ("max", 23)] {
            let minutes = hours * 60 + (hours < 0 ? -59 : 59)
            type.constant(name, classes.make(offset: minutes * 60_000_000))
        }
        type.method("__repr__", "self, /") { machine, a in .string(try repr(a[0], classes, machine)) }
        type.method("__str__", "self, /") { _, a in .string((a[0].asObject as? PyTimeZone)?.text ?? "") }
        type.method("__eq__", "self, other, /") { machine, a in
            guard let left = a[0].asObject as? PyTimeZone, let right = a[1].asObject as? PyTimeZone,
                right.instanceType.isSubtype(of: classes.timezone)
            else { return machine.notImplemented }
            return .bool(left.offset == right.offset)
        }
        type.method("__hash__", "self, /") { _, a in .int((a[0].asObject as? PyTimeZone)?.offset ?? 0) }
        installQuestions(type, classes)
    }

    private static func installQuestions(_ type: PyType, _ classes: DateTimeModule.Classes) {
        func check(_ moment: Value, _ method: String, _ machine: Machine) throws {
            if moment.isNone || moment.asObject is PyDateTime { return }
            throw machine.error(
                "TypeError", "\(method)(dt) argument must be a datetime instance or None, not \(machine.typeName(moment))")
        }
        type.method("utcoffset", "self, dt, /") { machine, a in
            try check(a[1], "utcoffset", machine)
            return try classes.make(TimeSpan(microseconds: Int128((a[0].asObject as? PyTimeZone)?.offset ?? 0)), machine)
        }
        type.method("dst", "self, dt, /") { machine, a in
            try check(a[1], "dst", machine)
            return .none
        }
        type.method("tzname", "self, dt, /") { machine, a in
            try check(a[1], "tzname", machine)
            return .string((a[0].asObject as? PyTimeZone)?.text ?? "")
        }
        type.method("fromutc", "self, dt, /") { machine, a in
            guard let zone = a[0].asObject as? PyTimeZone, let moment = a[1].asObject as? PyDateTime else {
                throw machine.error("TypeError", "fromutc: argument must be a datetime")
            }
            guard moment.zone.isIdentical(to: a[0]) else { throw machine.error("ValueError", "fromutc: dt.tzinfo is not self") }
            return try classes.make(
                wall: Int128(moment.wallMicroseconds + zone.offset), zone: a[0], as: moment.instanceType, machine)
        }
    }

    private static func installAbstract(_ classes: DateTimeModule.Classes) {
        for name in ["utcoffset", "dst", "tzname"] {
            classes.tzinfo.method(name, "self, dt, /") { machine, _ in
                throw machine.error("NotImplementedError", "a tzinfo subclass must implement \(name)()")
            }
        }
        classes.tzinfo.method("fromutc", "self, dt, /") { machine, a in
            guard let moment = a[1].asObject as? PyDateTime else {
                throw machine.error("TypeError", "fromutc: argument must be a datetime instance")
            }
            guard moment.zone.isIdentical(to: a[0]) else { throw machine.error("ValueError", "fromutc: dt.tzinfo is not self") }
            guard let offset = try offset(of: a[0], a[1], machine) else {
                throw machine.error("ValueError", "fromutc: non-None utcoffset() result required")
            }
            let saving = try delta(of: a[0], "dst", a[1], machine)
            guard let saving else { throw machine.error("ValueError", "fromutc: non-None dst() result required") }
            let shifted = try classes.make(
                wall: Int128(moment.wallMicroseconds + offset - saving), zone: a[0], as: moment.instanceType, machine)
            let real = try delta(of: a[0], "dst", shifted, machine) ?? 0
            return try classes.make(
                wall: Int128(moment.wallMicroseconds + offset - saving + real), zone: a[0], as: moment.instanceType, machine)
        }
    }

    private static func repr(_ value: Value, _ classes: DateTimeModule.Classes, _ machine: Machine) throws -> String {
        guard let zone = value.asObject as? PyTimeZone else { return "" }
        if zone === classes.utc { return "datetime.timezone.utc" }
        let delta = try machine.repr(try classes.make(TimeSpan(microseconds: Int128(zone.offset)), machine))
        let name = try zone.name.map { ", \(try machine.repr(.string($0)))" } ?? ""
        return "datetime.timezone(\(delta)\(name))"
    }

    private static func checked(_ delta: PyTimeDelta, _ machine: Machine) throws -> Int {
        let limit = Int128(TimeSpan.day)
        guard delta.span.microseconds > -limit, delta.span.microseconds < limit else {
            throw machine.error(
                "ValueError",
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
                    + "\(try machine.repr(.object(delta))).")
        }
        return Int(delta.span.microseconds)
    }

    // MARK: Questions

    /// Raises TypeError for what is no zone.
    static func require(_ value: Value, _ machine: Machine) throws -> Value {
        let classes = try DateTimeModule.classes(machine)
        if value.isNone || machine.isInstance(value, classes.tzinfo) { return value }
        throw machine.error("TypeError", "tzinfo argument must be None or of a tzinfo subclass, not type '\(machine.typeName(value))'")
    }

    /// The offset from UTC in microseconds that a zone has at `moment` (a `datetime`, or `None` for a `time`); nil if it has none.
    static func offset(of zone: Value, _ moment: Value, _ machine: Machine) throws -> Int? {
        if zone.isNone { return nil }
        if let fixed = zone.asObject as? PyTimeZone, !fixed.instanceType.isProgramDefined { return fixed.offset }
        return try delta(of: zone, "utcoffset", moment, machine)
    }

    private static func delta(of zone: Value, _ method: String, _ moment: Value, _ machine: Machine) throws -> Int? {
        let result = try machine.call(try machine.attribute(zone, method), moment)
        if result.isNone { return nil }
        guard let delta = result.asObject as? PyTimeDelta else {
            throw machine.error(
                "TypeError", "tzinfo.\(method)() must return None or timedelta, not '\(machine.typeName(result))'")
        }
        return try checked(delta, machine)
    }

    /// The name of a zone at `moment`; nil if it has none.
    static func name(of zone: Value, _ moment: Value, _ machine: Machine) throws -> String? {
        if zone.isNone { return nil }
        if let fixed = zone.asObject as? PyTimeZone, !fixed.instanceType.isProgramDefined { return fixed.text }
        let result = try machine.call(try machine.attribute(zone, "tzname"), moment)
        if result.isNone { return nil }
        guard let text = result.asString else {
            throw machine.error("TypeError", "tzinfo.tzname() must return None or a string, not '\(machine.typeName(result))'")
        }
        return text
    }
}
