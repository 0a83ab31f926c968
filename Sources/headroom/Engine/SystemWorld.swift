import Glibc
import Python

extension World {
    /// The machine's own clock and randomness; local time is UTC, as in most containers that run FastAPI.
    static var system: World {
        World(
            now: { nanoseconds(CLOCK_REALTIME) }, monotonic: { nanoseconds(CLOCK_MONOTONIC) },
            random: { UInt64.random(in: .min ... .max) },
            sleep: { seconds in
                let bounded = max(0, min(seconds, 3600))
                try? await Task.sleep(for: .microseconds(Int64(bounded * 1_000_000)))
            })
    }

    private static func nanoseconds(_ clock: Int32) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

/// Milliseconds since 1970-01-01 00:00 UTC.
func wallClockMilliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}
