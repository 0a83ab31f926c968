/// The module `datetime`.
public enum DateTimeModule {
    /// The classes that others make values of.
    public final class Classes {
        /// The class `date`.
        public let date: PyType
        /// The class `time`.
        public let time: PyType
        /// The class `datetime`.
        public let datetime: PyType
        /// The class `timedelta`.
        public let timedelta: PyType
        /// The class `tzinfo`.
        public let tzinfo: PyType
        /// The class `timezone`.
        public let timezone: PyType
        /// `timezone.utc`, the one and only.
        let utc: PyTimeZone
        /// What `isocalendar()` gives.
        let isoCalendar: PyType

        /// Makes the classes.
        init(_ machine: Machine) throws {
            let types = machine.types
            date = try types.make("date", module: "datetime")
            time = try types.make("time", module: "datetime")
            datetime = try types.make("datetime", module: "datetime", bases: [date])
            timedelta = try types.make("timedelta", module: "datetime")
            tzinfo = try types.make("tzinfo", module: "datetime")
            timezone = try types.make("timezone", module: "datetime", bases: [tzinfo])
            for type in [date, time, datetime, timedelta, tzinfo, timezone] { type.messageName = "datetime.\(type.name)" }
            date.allocates { PyDate(type: $0) }
            time.allocates { PyTime(type: $0) }
            datetime.allocates { PyDateTime(type: $0) }
            timedelta.allocates { PyTimeDelta(type: $0) }
            timezone.allocates { PyTimeZone(type: $0) }
            utc = PyTimeZone(type: timezone)
            isoCalendar = try NamedTuples.make(
                "IsoCalendarDate", ["year", "week", "weekday"], defaults: [], module: "datetime", machine)
            isoCalendar.method("__repr__", "self") { _, a in
                let parts = (a[0].asTuple?.elements ?? []).compactMap(\.asInt)
                return .string("datetime.IsoCalendarDate(year=\(parts[0]), week=\(parts[1]), weekday=\(parts[2]))")
            }
        }
    }

    /// The classes of a machine.
    public static func classes(_ machine: Machine) throws -> Classes { try machine.library(Classes.self, of: "datetime") }

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "datetime")
        let classes = try Classes(machine)
        module.add("_library", .object(LibraryBox(classes)))
        TimeDeltaClass.install(classes)
        TimeZoneClass.install(classes)
        DateClass.install(classes)
        TimeClass.install(classes)
        DateTimeClass.install(classes)
        DateTimeArithmetic.install(classes)
        for type in [classes.date, classes.time, classes.datetime, classes.timedelta, classes.tzinfo, classes.timezone] { module.add(type) }
        module.add("UTC", .object(classes.utc))
        module.add("MINYEAR", 1)
        module.add("MAXYEAR", 9999)
        return module
    }
}

extension DateTimeModule.Classes {
    /// A `date` of that class or of `date`.
    public func make(_ date: CalendarDate, as type: PyType? = nil) -> Value {
        let type = type ?? self.date
        guard let made = type.allocate(type) as? PyDate else { return .none }
        made.date = date
        return .object(made)
    }

    /// A `datetime` of that class or of `datetime`.
    public func make(_ date: CalendarDate, _ time: ClockTime, zone: Value = .none, fold: Int = 0, as type: PyType? = nil) -> Value {
        let type = type ?? datetime
        guard let made = type.allocate(type) as? PyDateTime else { return .none }
        made.date = date
        made.time = time
        made.zone = zone
        made.fold = fold
        return .object(made)
    }

    /// A `time` of that class or of `time`.
    public func make(_ time: ClockTime, zone: Value = .none, fold: Int = 0, as type: PyType? = nil) -> Value {
        let type = type ?? self.time
        guard let made = type.allocate(type) as? PyTime else { return .none }
        made.time = time
        made.zone = zone
        made.fold = fold
        return .object(made)
    }

    /// A `timedelta`; raises OverflowError beyond a thousand million days.
    public func make(_ span: TimeSpan, _ machine: Machine, as type: PyType? = nil) throws -> Value {
        // Compared before it is cut to a machine word, which it may exceed.
        guard span.microseconds.magnitude / UInt128(TimeSpan.day) < 1 << 31 else {
            throw machine.error("OverflowError", "Python int too large to convert to C int")
        }
        guard span.isInRange else {
            throw machine.error("OverflowError", "days=\(span.days); must have magnitude <= 999999999")
        }
        let type = type ?? timedelta
        guard let made = type.allocate(type) as? PyTimeDelta else { return .none }
        made.span = span
        return .object(made)
    }

    /// A `timezone` of that offset in microseconds; `timezone.utc` itself for zero without a name.
    public func make(offset: Int, name: String? = nil) -> Value {
        if offset == 0, name == nil { return .object(utc) }
        let made = PyTimeZone(type: timezone)
        made.offset = offset
        made.name = name
        return .object(made)
    }

    /// The `datetime` that lies that many microseconds after 0001-01-01; raises OverflowError outside of years 1 to 9999.
    func make(wall: Int128, zone: Value, fold: Int = 0, as type: PyType? = nil, _ machine: Machine) throws -> Value {
        let day = Int128(TimeSpan.day)
        guard wall >= 0, wall < Int128(CalendarDate.lastOrdinal) * day else {
            throw machine.error("OverflowError", "date value out of range")
        }
        return make(
            CalendarDate(ordinal: Int(wall / day) + 1), ClockTime(microseconds: Int(wall % day)), zone: zone, fold: fold, as: type)
    }
}

extension Machine {
    /// A `CalendarProblem` as Python's ValueError.
    func valueError(_ problem: CalendarProblem) -> PyError { error("ValueError", problem.message) }

    /// Runs something that finds calendar problems, which become ValueError.
    func checkingCalendar<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let problem as CalendarProblem {
            throw valueError(problem)
        } catch let problem as TimeParser.Problem {
            throw error("ValueError", problem.message)
        }
    }
}
