import HTTPMessages
import Logging
import NIOCore

/// Which port a server takes.
public enum PortPolicy: Sendable, Hashable {
    /// That one or none; 0 lets the system choose.
    case fixed(Int)
    /// The first one that is not taken, from the given one on, at most 100 of them.
    case firstFree(from: Int)
}

/// How a server listens, what it bounds and whom it tells.
public struct ServerConfiguration: Sendable {
    public var host: String
    public var port: PortPolicy
    /// The value of the `server` header.
    public var serverName: String
    /// How long a connection without a request stays open (uvicorn `--timeout-keep-alive`, 5 s).
    public var keepAliveTimeout: Duration
    /// The longest request body in bytes; a longer one is answered with 413, though uvicorn has no bound.
    public var maximumBody: Int
    /// The longest request head in bytes; a longer one is answered with 431, though uvicorn has no bound.
    public var maximumHead: Int
    /// The time in seconds since 1970 that the `date` header shows.
    public var clock: @Sendable () -> Int64
    /// Is told of every exchange on the event loop, in order per connection; nil costs nothing.
    public var observer: (@Sendable (ObservedExchange) -> Void)?
    /// Where warnings and errors go as uvicorn logs them, or nil.
    public var logger: Logger?

    /// A configuration with uvicorn's defaults: port 8000 or the next free one on the IPv4 loopback address.
    ///
    /// - Parameter clock: gives the seconds since 1970 for the `date` header; without it the machine's clock.
    public init(
        host: String = "127.0.0.1", port: PortPolicy = .firstFree(from: 8000), serverName: String = "headroom",
        keepAliveTimeout: Duration = .seconds(5), maximumBody: Int = 16 << 20, maximumHead: Int = 8 << 20,
        clock: (@Sendable () -> Int64)? = nil, observer: (@Sendable (ObservedExchange) -> Void)? = nil, logger: Logger? = nil
    ) {
        self.host = host
        self.port = port
        self.serverName = serverName
        self.keepAliveTimeout = keepAliveTimeout
        self.maximumBody = maximumBody
        self.maximumHead = maximumHead
        self.clock = clock ?? { DefaultHeaders.systemSeconds() }
        self.observer = observer
        self.logger = logger
    }
}
