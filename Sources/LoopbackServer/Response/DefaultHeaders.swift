import HTTPMessages
import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The header lines that begin every response, `date` and `server`, made anew once a second.
///
/// Not sendable: it belongs to one event loop.
final class DefaultHeaders {
    private let server: String
    private let clock: @Sendable () -> Int64
    private var second: Int64?
    private var lines = ByteBuffer()

    /// Lines with that `server` value and the time of that clock, in seconds since 1970.
    init(server: String, clock: @escaping @Sendable () -> Int64) {
        self.server = server
        self.clock = clock
    }

    /// The lines for now, each with its line end.
    func current() -> ByteBuffer {
        let now = clock()
        if now != second {
            second = now
            lines = ByteBuffer(string: "date: \(HTTPDate.text(secondsSince1970: now))\r\nserver: \(server)\r\n")
        }
        return lines
    }

    /// The machine's clock in seconds since 1970.
    static func systemSeconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec)
    }
}
