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
            }, gauge: .system)
    }

    fileprivate static func nanoseconds(_ clock: Int32) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}

extension ProcessGauge {
    /// What the kernel says about this process.
    static var system: ProcessGauge {
        ProcessGauge(
            processorTime: { World.nanoseconds(CLOCK_THREAD_CPUTIME_ID) }, coarseTime: { World.nanoseconds(CLOCK_MONOTONIC_COARSE) },
            residentBytes: { residentPages() * Int(getpagesize()) }, trim: trim)
    }

    /// glibc's `malloc_trim`, which Swift's overlay leaves out; nothing where the C library has none.
    @Sendable private static func trim() {
        guard let symbol = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)(0)
    }

    /// The second number of `/proc/self/statm`; 0 where there is none.
    private static func residentPages() -> Int {
        let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        if file < 0 { return 0 }
        defer { close(file) }
        return withUnsafeTemporaryAllocation(byteCount: 128, alignment: 1) { buffer in
            let count = read(file, buffer.baseAddress, buffer.count)
            var numbers = buffer.prefix(max(0, count)).split(separator: UInt8(ascii: " ")).makeIterator()
            _ = numbers.next()
            return numbers.next().flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
        }
    }
}

/// Milliseconds since 1970-01-01 00:00 UTC.
func wallClockMilliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}
