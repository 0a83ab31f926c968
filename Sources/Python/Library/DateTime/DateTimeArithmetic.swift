/// Sums, differences and comparisons of dates and datetimes.
enum DateTimeArithmetic {
    /// Gives the classes their behaviour.
    static func install(_ classes: DateTimeModule.Classes) {
        installDates(classes)
        installMoments(classes)
        installComparison(classes)
    }

    private static func shift(_ date: PyDate, _ days: Int, _ classes: DateTimeModule.Classes, _ machine: Machine) throws -> Value {
        let ordinal = date.date.ordinal + days
        guard ordinal >= 1, ordinal <= CalendarDate.lastOrdinal else {
            throw machine.error("OverflowError", "date value out of range")
        }
        return classes.make(CalendarDate(ordinal: ordinal), as: date.instanceType)
    }

    private static func installDates(_ classes: DateTimeModule.Classes) {
        for name in ["__add__", "__radd__"] {
            classes.date.method(name, "self, other, /") { machine, a in
                guard let date = a[0].asObject as? PyDate, let span = TimeDeltaClass.span(a[1]) else { return machine.notImplemented }
                return try shift(date, span.days, classes, machine)
            }
        }
        classes.date.method("__sub__", "self, other, /") { machine, a in
            guard let date = a[0].asObject as? PyDate else { return machine.notImplemented }
            if let span = TimeDeltaClass.span(a[1]) { return try shift(date, -span.days, classes, machine) }
            guard let other = a[1].asObject as? PyDate, !(other is PyDateTime) else { return machine.notImplemented }
            let days = Int128(date.date.ordinal - other.date.ordinal)
            return try classes.make(TimeSpan(microseconds: days * Int128(TimeSpan.day)), machine)
        }
    }

    private static func installMoments(_ classes: DateTimeModule.Classes) {
        for name in ["__add__", "__radd__"] {
            classes.datetime.method(name, "self, other, /") { machine, a in
                guard let moment = a[0].asObject as? PyDateTime, let span = TimeDeltaClass.span(a[1]) else { return machine.notImplemented }
                return try classes.make(
                    wall: Int128(moment.wallMicroseconds) + span.microseconds, zone: moment.zone, as: moment.instanceType, machine)
            }
        }
        classes.datetime.method("__sub__", "self, other, /") { machine, a in
            guard let moment = a[0].asObject as? PyDateTime else { return machine.notImplemented }
            if let span = TimeDeltaClass.span(a[1]) {
                return try classes.make(
                    wall: Int128(moment.wallMicroseconds) - span.microseconds, zone: moment.zone, as: moment.instanceType, machine)
            }
            guard let other = a[1].asObject as? PyDateTime else { return machine.notImplemented }
            let (x, y) = try offsets(moment, other, machine)
            if (x == nil) != (y == nil) {
                throw machine.error("TypeError", "can't subtract offset-naive and offset-aware datetimes")
            }
            let gap = moment.wallMicroseconds - (x ?? 0) - other.wallMicroseconds + (y ?? 0)
            return try classes.make(TimeSpan(microseconds: Int128(gap)), machine)
        }
        classes.datetime.method("__hash__", "self, /") { machine, a in
            guard let moment = a[0].asObject as? PyDateTime else { return 0 }
            return .int(NumericHash.hash(moment.wallMicroseconds - (try TimeZoneClass.offset(of: moment.zone, a[0], machine) ?? 0)))
        }
    }

    /// The offsets of both; nil for both where they share a zone, since wall times then decide.
    private static func offsets(_ a: PyDateTime, _ b: PyDateTime, _ machine: Machine) throws -> (Int?, Int?) {
        if a.zone.isIdentical(to: b.zone) { return (nil, nil) }
        return (
            try TimeZoneClass.offset(of: a.zone, .object(a), machine), try TimeZoneClass.offset(of: b.zone, .object(b), machine)
        )
    }

    private static func installComparison(_ classes: DateTimeModule.Classes) {
        DateClass.installComparison(classes.datetime, "datetime") { a, b, machine in
            guard let left = a.asObject as? PyDateTime else { return nil }
            guard let right = b.asObject as? PyDateTime else {
                guard b.asObject is PyDate else { return nil }
                throw machine.error(
                    "TypeError",
                    "can't compare \(DateClass.displayName(machine.type(of: a))) to \(DateClass.displayName(machine.type(of: b)))")
            }
            let (x, y) = try offsets(left, right, machine)
            if (x == nil) != (y == nil) {
                throw machine.error("TypeError", "can't compare offset-naive and offset-aware datetimes")
            }
            return (left.wallMicroseconds - (x ?? 0) - right.wallMicroseconds + (y ?? 0)).signum()
        }
        for (name, wanted) in [("__eq__", true), ("__ne__", false)] {
            classes.datetime.method(name, "self, other, /") { machine, a in
                guard let left = a[0].asObject as? PyDateTime else { return machine.notImplemented }
                guard let right = a[1].asObject as? PyDateTime else {
                    return a[1].asObject is PyDate ? .bool(!wanted) : machine.notImplemented
                }
                let (x, y) = try offsets(left, right, machine)
                if (x == nil) != (y == nil) { return .bool(!wanted) }
                return .bool((left.wallMicroseconds - (x ?? 0) == right.wallMicroseconds - (y ?? 0)) == wanted)
            }
        }
    }
}
