import Python

/// `pydantic_core.TzInfo`: the zone of datetimes that were read from texts.
struct TzInfoClass {
    let type: PyType
    private let zero: Value

    init(_ machine: Machine) throws {
        guard let base = try machine.imported("datetime", "timezone").asType else {
            throw machine.error("SystemError", "datetime.timezone is no class")
        }
        type = try machine.types.make("TzInfo", module: "pydantic_core._pydantic_core", bases: [base])
        type.method("__repr__", "self, /") { _, a in .string("TzInfo(\(((a[0].asObject as? PyTimeZone)?.offset ?? 0) / 1_000_000))") }
        zero = try Self.make(type, 0, machine)
    }

    /// The zone of an offset in seconds.
    func zone(_ seconds: Int, _ machine: Machine) throws -> Value { seconds == 0 ? zero : try Self.make(type, seconds, machine) }

    private static func make(_ type: PyType, _ seconds: Int, _ machine: Machine) throws -> Value {
        let span = try machine.call(try machine.imported("datetime", "timedelta"), Arguments([0, .int(seconds)]))
        if seconds == 0 { return try machine.call(.object(type), span) }
        let minutes = abs(seconds) / 60
        let pad = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        let name = (seconds < 0 ? "-" : "+") + pad(minutes / 60) + ":" + pad(minutes % 60)
        return try machine.call(.object(type), span, .string(name))
    }
}
