/// `datetime.date`.
enum DateClass {
    /// Gives the classes their behaviour.
    static func install(_ classes: DateTimeModule.Classes) {
        let type = classes.date
        type.constructor("year?, month?, day?") { machine, cls, a in
            try requireDate(a, machine)
            return classes.make(try date(a[0], a[1], a[2], machine), as: cls)
        }
        type.constant("min", classes.make(CalendarDate(year: 1, month: 1, day: 1)))
        type.constant("max", classes.make(CalendarDate(year: 9999, month: 12, day: 31)))
        let day = PyTimeDelta(type: classes.timedelta)
        day.span = TimeSpan(microseconds: Int128(TimeSpan.day))
        type.constant("resolution", .object(day))
        for (name, path) in [("year", \CalendarDate.year), ("month", \.month), ("day", \.day)] {
            type.getter(name) { _, value in .int((value.asObject as? PyDate)?.date[keyPath: path] ?? 0) }
        }
        installMaking(type, classes)
        installText(type, classes)
        installQuestions(type, classes)
        type.method("replace", "self, year=None, month=None, day=None") { machine, a in
            guard let old = (a[0].asObject as? PyDate)?.date else { return .none }
            let made = try date(
                a[1].isNone ? .int(old.year) : a[1], a[2].isNone ? .int(old.month) : a[2], a[3].isNone ? .int(old.day) : a[3], machine)
            return classes.make(made, as: machine.type(of: a[0]))
        }
        type.method("__hash__", "self, /") { _, a in .int(((a[0].asObject as? PyDate)?.date.ordinal ?? 0) &* 1_000_003) }
        installComparison(type, "date") { a, b, _ in
            guard let left = a.asObject as? PyDate, let right = b.asObject as? PyDate, !(right is PyDateTime), !(left is PyDateTime)
            else { return nil }
            return left.date < right.date ? -1 : left.date == right.date ? 0 : 1
        }
    }

    /// Raises TypeError where year, month or day is missing.
    static func requireDate(_ a: BoundArguments, _ machine: Machine) throws {
        for (index, name) in ["year", "month", "day"].enumerated() {
            guard a.isGiven(index) else {
                throw machine.error("TypeError", "function missing required argument '\(name)' (pos \(index + 1))")
            }
            _ = try machine.index(a[index])
        }
    }

    /// A checked day; raises ValueError in CPython's words.
    static func date(_ year: Value, _ month: Value, _ day: Value, _ machine: Machine) throws -> CalendarDate {
        let made = CalendarDate(year: try machine.index(year), month: try machine.index(month), day: try machine.index(day))
        if let problem = made.problem { throw machine.error("ValueError", problem) }
        return made
    }

    /// How a class is called in `repr`: with its module if it is one of ours.
    static func displayName(_ type: PyType) -> String { type.isProgramDefined ? type.name : "\(type.module).\(type.name)" }

    /// The six comparisons by an order; nil from `order` is NotImplemented.
    static func installComparison(
        _ type: PyType, _ word: String, _ order: @escaping (Value, Value, Machine) throws -> Int?
    ) {
        let tests: [(String, (Int) -> Bool)] = [
            ("__lt__", { $0 < 0 }), ("__le__", { $0 <= 0 }), ("__gt__", { $0 > 0 }), ("__ge__", { $0 >= 0 }), ("__eq__", { $0 == 0 }),
            ("__ne__", { $0 != 0 }),
        ]
        for (name, test) in tests {
            type.method(name, "self, other, /") { machine, a in
                guard let result = try order(a[0], a[1], machine) else { return machine.notImplemented }
                return .bool(test(result))
            }
        }
    }

    private static func installMaking(_ type: PyType, _ classes: DateTimeModule.Classes) {
        type.classMethod("today", "cls") { machine, a in
            let local = RunClock.now(machine) / 1000 + machine.world.utcOffset * 1_000_000
            let days = local.floorDivided(TimeSpan.day)
            guard let cls = a[0].asType else { return .none }
            if cls.isSubtype(of: classes.datetime) { return try machine.call(try machine.attribute(a[0], "now")) }
            return classes.make(CalendarDate(ordinal: days + CalendarDate.epochOrdinal), as: cls)
        }
        type.classMethod("fromordinal", "cls, ordinal, /") { machine, a in
            let ordinal = try machine.index(a[1])
            if ordinal < 1 { throw machine.error("ValueError", "ordinal must be >= 1") }
            if ordinal > CalendarDate.lastOrdinal {
                throw machine.error("ValueError", "year \(CalendarDate(ordinal: ordinal).year) is out of range")
            }
            return rebuild(a[0].asType ?? classes.date, CalendarDate(ordinal: ordinal), classes)
        }
        type.classMethod("fromtimestamp", "cls, timestamp, /") { machine, a in
            let moment = try DateTimeClass.moment(ofTimestamp: a[1], machine) + machine.world.utcOffset * 1_000_000
            let days = moment.floorDivided(TimeSpan.day)
            return classes.make(CalendarDate(ordinal: days + CalendarDate.epochOrdinal), as: a[0].asType)
        }
        type.classMethod("fromisoformat", "cls, date_string, /") { machine, a in
            guard let text = a[1].asStr else { throw machine.error("TypeError", "fromisoformat: argument must be str") }
            guard let form = ISOReader.date(text.points[...]), let date = ISOReader.resolve(form) else {
                throw machine.error("ValueError", "Invalid isoformat string: \(try machine.repr(a[1]))")
            }
            if let problem = date.problem { throw machine.error("ValueError", problem) }
            return classes.make(date, as: a[0].asType)
        }
        type.classMethod("fromisocalendar", "cls, year, week, day") { machine, a in
            let day = try machine.checkingCalendar {
                try CalendarDate.fromISO(
                    year: try machine.index(a[1]), week: try machine.index(a[2]), day: try machine.index(a[3])
                ).get()
            }
            return rebuild(a[0].asType ?? classes.date, day, classes)
        }
    }

    private static func rebuild(_ type: PyType, _ date: CalendarDate, _ classes: DateTimeModule.Classes) -> Value {
        type.isSubtype(of: classes.datetime) ? classes.make(date, ClockTime(), as: type) : classes.make(date, as: type)
    }

    private static func installText(_ type: PyType, _ classes: DateTimeModule.Classes) {
        type.method("isoformat", "self, /") { _, a in .string((a[0].asObject as? PyDate)?.date.isoText ?? "") }
        type.method("__str__", "self, /") { machine, a in try machine.call(try machine.attribute(a[0], "isoformat")) }
        type.method("__repr__", "self, /") { machine, a in
            guard let date = (a[0].asObject as? PyDate)?.date else { return "" }
            return .string("\(displayName(machine.type(of: a[0])))(\(date.year), \(date.month), \(date.day))")
        }
        type.method("ctime", "self, /") { _, a in
            guard let date = (a[0].asObject as? PyDate)?.date else { return "" }
            let time = (a[0].asObject as? PyDateTime)?.time ?? ClockTime()
            return .points(TimeFormatter(date: date, time: time).string("%a %b %e %H:%M:%S %Y".codePoints))
        }
        type.method("strftime", "self, format") { machine, a in
            guard let format = a[1].asStr else {
                throw machine.error("TypeError", "strftime() argument 1 must be str, not \(machine.typeName(a[1]))")
            }
            return .points(try formatter(a[0], machine).string(format.points))
        }
        type.method("__format__", "self, format_spec, /") { machine, a in
            guard let format = a[1].asStr, format.count > 0 else { return .str(try machine.strStr(a[0])) }
            return try machine.call(try machine.attribute(a[0], "strftime"), a[1])
        }
    }

    /// What `strftime` of a date or datetime writes from.
    static func formatter(_ value: Value, _ machine: Machine) throws -> TimeFormatter {
        let date = (value.asObject as? PyDate)?.date ?? CalendarDate(year: 1900, month: 1, day: 1)
        let midnight = (date.ordinal - CalendarDate.epochOrdinal) * 86_400 - machine.world.utcOffset
        guard let moment = value.asObject as? PyDateTime else {
            return TimeFormatter(date: date, time: ClockTime(), epoch: midnight)
        }
        var made = TimeFormatter(date: date, time: moment.time)
        if let offset = try TimeZoneClass.offset(of: moment.zone, value, machine) {
            made.offset = UTCOffsetText.format(offset, separator: "")
        }
        made.zone = try TimeZoneClass.name(of: moment.zone, value, machine) ?? ""
        made.epoch = moment.wallMicroseconds / 1_000_000 - (CalendarDate.epochOrdinal - 1) * 86_400 - machine.world.utcOffset
        return made
    }

    private static func installQuestions(_ type: PyType, _ classes: DateTimeModule.Classes) {
        func ask(_ name: String, _ answer: @escaping (CalendarDate) -> Value) {
            type.method(name, "self, /") { _, a in (a[0].asObject as? PyDate).map { answer($0.date) } ?? .none }
        }
        ask("toordinal") { .int($0.ordinal) }
        ask("weekday") { .int($0.weekday) }
        ask("isoweekday") { .int($0.weekday + 1) }
        type.method("isocalendar", "self, /") { machine, a in
            guard let iso = (a[0].asObject as? PyDate)?.date.isoCalendar else { return .none }
            return try machine.call(.object(classes.isoCalendar), .int(iso.year), .int(iso.week), .int(iso.day))
        }
        type.method("timetuple", "self, /") { machine, a in
            guard let date = (a[0].asObject as? PyDate)?.date else { return .none }
            var isSaving = -1
            let moment = a[0].asObject as? PyDateTime
            if let moment, !moment.zone.isNone {
                let result = try machine.call(try machine.attribute(moment.zone, "dst"), a[0])
                if let delta = TimeDeltaClass.span(result) { isSaving = delta.microseconds == 0 ? 0 : 1 }
            }
            return try StructTime.make(date, moment?.time ?? ClockTime(), isSaving: isSaving, machine)
        }
    }
}
