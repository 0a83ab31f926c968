import NIOCore
import NIOPosix

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The embedded HTTP/1.1 server: the same bytes as uvicorn 0.54.0 with httptools, but `server: headroom`.
///
/// All connections live on one event loop, and so does the application: requests take turns as under one uvicorn worker.
public final class LoopbackServer: Sendable {
    /// The loop that all connections and the application run on.
    public let eventLoop: any EventLoop
    /// Runs actors and tasks on that loop.
    public let executor: LoopExecutor
    private let group: any EventLoopGroup
    private let ownsGroup: Bool

    /// A server on a thread of its own.
    public convenience init() {
        self.init(group: MultiThreadedEventLoopGroup(numberOfThreads: 1), ownsGroup: true)
    }

    /// A server on the next loop of a group, which stays the caller's to shut down.
    public convenience init(group: any EventLoopGroup) { self.init(group: group, ownsGroup: false) }

    private init(group: any EventLoopGroup, ownsGroup: Bool) {
        self.group = group
        self.ownsGroup = ownsGroup
        eventLoop = group.next()
        executor = LoopExecutor(eventLoop)
    }

    /// Takes an address and accepts connections on it from then on.
    ///
    /// One server may listen several times.
    ///
    /// - Throws: `BindError`.
    public func listen(_ configuration: ServerConfiguration, responder: Responder) async throws -> Listener {
        let loop = eventLoop, executor = executor
        let state = try await eventLoop.submit {
            NIOLoopBound(ServerState(configuration: configuration, responder: responder, executor: executor), eventLoop: loop)
        }.get()
        let channel = try await bind(configuration, bootstrap: bootstrap(state))
        return Listener(channel: channel, state: state, host: configuration.host)
    }

    /// Ends the thread that `init()` started; listeners should be stopped before.
    public func shutDown() async {
        if ownsGroup { try? await group.shutdownGracefully() }
    }

    private func bootstrap(_ state: NIOLoopBound<ServerState>) -> ServerBootstrap {
        ServerBootstrap(group: eventLoop)
            .serverChannelOption(.backlog, value: 2048)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ConnectionHandler(server: state.value))
                }
            }
    }

    private func bind(_ configuration: ServerConfiguration, bootstrap: ServerBootstrap) async throws -> any Channel {
        let host = configuration.host
        switch configuration.port {
        case .fixed(let port):
            return try await bind(bootstrap, host: host, port: port)
        case .firstFree(let first):
            let last = min(first + 99, 65_535)
            for port in first...max(first, last) {
                do {
                    return try await bind(bootstrap, host: host, port: port)
                } catch BindError.addressInUse {
                    continue
                }
            }
            throw BindError.noFreePort(host: host, from: first, to: last)
        }
    }

    private func bind(_ bootstrap: ServerBootstrap, host: String, port: Int) async throws -> any Channel {
        guard (0...65_535).contains(port) else { throw BindError.noSuchPort(port) }
        do {
            return try await bootstrap.bind(host: host, port: port).get()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw BindError.addressInUse(host: host, port: port)
        } catch let error as IOError where error.errnoCode == EACCES {
            throw BindError.notPermitted(host: host, port: port)
        } catch {
            throw BindError.unavailable(host: host, port: port, reason: "\(error)")
        }
    }
}
