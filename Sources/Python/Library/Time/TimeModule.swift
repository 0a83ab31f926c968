/// `time.struct_time`.
enum StructTime {
    /// The names of the nine parts.
    static let fields = ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"]

    /// A `struct_time` of that moment; `isSaving` is `tm_isdst`.
    static func make(
        _ date: CalendarDate, _ time: ClockTime, isSaving: Int, _ machine: Machine
    ) throws -> Value {
        let type = try machine.library(TimeLibrary.self, of: "time").structTime
        let instance = type.allocate(type)
        instance.payload = .tuple(
            [date.year, date.month, date.day, time.hour, time.minute, time.second, date.weekday, date.dayOfYear, isSaving].map { .int($0) })
        return .object(instance)
    }

    /// The day and time of a `struct_time` or of a tuple of nine numbers.
    static func parts(_ value: Value, for function: String, _ machine: Machine) throws -> (date: CalendarDate, time: ClockTime) {
        let n = try numbers(value, for: function, machine)
        let fields: [(place: Int, range: ClosedRange<Int>, name: String)] = [
            (1, 0...12, "month"), (2, 0...31, "day of month"), (3, 0...23, "hour"), (4, 0...59, "minute"), (5, 0...61, "seconds"),
            (6, -1...Int.max, "day of week"), (7, 0...366, "day of year"),
        ]
        for field in fields where !field.range.contains(n[field.place]) {
            throw machine.error("ValueError", "\(field.name) out of range")
        }
        return (
            CalendarDate(year: n[0], month: max(1, n[1]), day: max(1, n[2])),
            ClockTime(hour: n[3], minute: n[4], second: min(n[5], 59))
        )
    }

    /// The nine numbers of a tuple, each within 32 bits as C has them.
    private static func numbers(_ value: Value, for function: String, _ machine: Machine) throws -> [Int] {
        guard let tuple = value.asTuple else { throw machine.error("TypeError", "Tuple or struct_time argument required") }
        guard tuple.elements.count == 9 else { throw machine.error("TypeError", "\(function)(): illegal time tuple argument") }
        return try tuple.elements.map { try field($0, machine) }
    }

    /// A part of a broken-down time, which is an `int` of C.
    static func field(_ value: Value, _ machine: Machine) throws -> Int {
        let number = try machine.bigIndex(value)
        guard let small = number.asInt, Int(Int32(truncatingIfNeeded: small)) == small else {
            throw machine.error("OverflowError", "signed integer is \(number.isNegative ? "less than minimum" : "greater than maximum")")
        }
        return small
    }

    /// The seconds that a broken-down time lies after 1970, whatever its numbers: what is too much carries over.
    static func seconds(_ value: Value, _ machine: Machine) throws -> Int {
        let n = try numbers(value, for: "mktime", machine)
        let months = n[0] * 12 + n[1] - 1
        let first = CalendarDate(year: months.floorDivided(12), month: months - months.floorDivided(12) * 12 + 1, day: 1)
        let days = first.ordinal + n[2] - 1 - CalendarDate.epochOrdinal
        return ((days * 24 + n[3]) * 60 + n[4]) * 60 + n[5]
    }
}

/// What the module `time` keeps.
final class TimeLibrary {
    /// The class `struct_time`.
    let structTime: PyType
    /// Makes the class.
    init(_ machine: Machine) throws {
        structTime = try NamedTuples.make("struct_time", StructTime.fields, defaults: [], module: "time", machine)
        structTime.method("__repr__", "self") { machine, a in
            let parts = try zip(StructTime.fields, a[0].asTuple?.elements ?? []).map { "\($0)=\(try machine.repr($1))" }
            return .string("time.struct_time(\(parts.joined(separator: ", ")))")
        }
        structTime.constructor("sequence, /") { machine, cls, a in
            let elements = try machine.array(a[0])
            guard elements.count >= 9 else {
                throw machine.error(
                    "TypeError", "time.struct_time() takes an at least 9-sequence (\(elements.count)-sequence given)")
            }
            let instance = cls.allocate(cls)
            instance.payload = .tuple(Array(elements.prefix(9)))
            return .object(instance)
        }
    }
}

/// The module `time`; the clocks are those of the machine's world.
enum TimeModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "time")
        let library = try TimeLibrary(machine)
        module.add("_library", .object(LibraryBox(library)))
        module.add(library.structTime)
        module.add("timezone", .int(-machine.world.utcOffset))
        module.add("altzone", .int(-machine.world.utcOffset))
        module.add("daylight", 0)
        module.add("tzname", .tuple(["UTC", "UTC"]))
        addClocks(module, machine)
        addConversions(module, machine)
        addText(module, machine)
        return module
    }

    private static func addClocks(_ module: PyModule, _ machine: Machine) {
        let clocks: [(String, (Machine) -> Int)] = [
            ("time", { RunClock.now($0) }), ("perf_counter", { RunClock.monotonic($0) }), ("monotonic", { RunClock.monotonic($0) }),
            ("process_time", { RunClock.monotonic($0) }), ("thread_time", { RunClock.monotonic($0) }),
        ]
        for (name, clock) in clocks {
            module.function(machine, name, "") { machine, _ in .float(Double(clock(machine)) / 1e9) }
            module.function(machine, name + "_ns", "") { machine, _ in .int(clock(machine)) }
        }
        module.function(machine, "sleep", "secs, /") { machine, a in
            if a[0].asFloat == nil { _ = try machine.bigIndex(a[0]) }
            let seconds = try MathModule.float(a[0], machine)
            if seconds < 0 { throw machine.error("ValueError", "sleep length must be non-negative") }
            if seconds.isNaN { throw machine.error("ValueError", "Invalid value NaN (not a number)") }
            RunClock.sleep(seconds, machine)
            return .none
        }
    }

    /// The day and time that lie that many seconds after 1970, by a clock that is `offset` seconds ahead of UTC.
    private static func split(_ seconds: Value, _ offset: Int, _ machine: Machine) throws -> (CalendarDate, ClockTime) {
        let now = RunClock.now(machine) / 1000
        let moment = (seconds.isNone ? now : try DateTimeClass.moment(ofTimestamp: seconds, machine)) + offset * 1_000_000
        let days = moment.floorDivided(TimeSpan.day)
        let rest = moment - days * TimeSpan.day
        return (CalendarDate(ordinal: days + CalendarDate.epochOrdinal), ClockTime(microseconds: rest / 1_000_000 * 1_000_000))
    }

    private static func addConversions(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "gmtime", "seconds=None, /") { machine, a in
            let (date, time) = try split(a[0], 0, machine)
            return try StructTime.make(date, time, isSaving: 0, machine)
        }
        module.function(machine, "localtime", "seconds=None, /") { machine, a in
            let (date, time) = try split(a[0], machine.world.utcOffset, machine)
            return try StructTime.make(date, time, isSaving: 0, machine)
        }
        module.function(machine, "mktime", "t, /") { machine, a in
            .float(Double(try StructTime.seconds(a[0], machine) - machine.world.utcOffset))
        }
    }

    private static func addText(_ module: PyModule, _ machine: Machine) {
        func parts(_ value: Value, for function: String, _ machine: Machine) throws -> (CalendarDate, ClockTime) {
            value.isNone ? try split(.none, machine.world.utcOffset, machine) : try StructTime.parts(value, for: function, machine)
        }
        module.function(machine, "strftime", "format, t=None, /") { machine, a in
            guard let format = a[0].asStr else {
                throw machine.error("TypeError", "strftime() argument 1 must be str, not \(machine.typeName(a[0]))")
            }
            let (date, time) = try parts(a[1], for: "strftime", machine)
            let formatter = TimeFormatter(
                date: date, time: time, offset: UTCOffsetText.format(machine.world.utcOffset * 1_000_000, separator: ""),
                zone: machine.world.utcOffset == 0 ? "GMT" : "")
            return .points(formatter.string(format.points))
        }
        module.function(machine, "strptime", "string, format='%a %b %d %H:%M:%S %Y', /") { machine, a in
            let fields = try machine.checkingCalendar {
                try TimeParser.parse(a[0].asStr?.points ?? [], a[1].asStr?.points ?? [])
            }
            return try StructTime.make(
                CalendarDate(year: fields.year, month: fields.month, day: fields.day),
                ClockTime(hour: fields.hour, minute: fields.minute, second: fields.second), isSaving: -1, machine)
        }
        for (name, takesSeconds) in [("asctime", false), ("ctime", true)] {
            module.function(machine, name, "value=None, /") { machine, a in
                let (date, time) = takesSeconds ? try split(a[0], machine.world.utcOffset, machine) : try parts(a[0], for: name, machine)
                return .points(TimeFormatter(date: date, time: time).string("%a %b %e %H:%M:%S %Y".codePoints))
            }
        }
    }
}
