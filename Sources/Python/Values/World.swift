/// What the machine knows of the outside; handed in, so that a replay is exact.
public struct World: Sendable {
    /// Nanoseconds since 1970-01-01 00:00 UTC.
    public var now: @Sendable () -> Int
    /// Nanoseconds of a clock that never goes back.
    public var monotonic: @Sendable () -> Int
    /// 64 random bits.
    public var random: @Sendable () -> UInt64
    /// Waits that many seconds; other requests go on meanwhile.
    public var sleep: @Sendable (Double) async -> Void
    /// The offset of local time from UTC in seconds.
    public var utcOffset: Int
    /// What the process uses.
    public var gauge: ProcessGauge

    public init(
        now: @escaping @Sendable () -> Int, monotonic: @escaping @Sendable () -> Int, random: @escaping @Sendable () -> UInt64,
        sleep: @escaping @Sendable (Double) async -> Void, utcOffset: Int = 0, gauge: ProcessGauge = .none
    ) {
        self.now = now
        self.monotonic = monotonic
        self.random = random
        self.sleep = sleep
        self.utcOffset = utcOffset
        self.gauge = gauge
    }
}
