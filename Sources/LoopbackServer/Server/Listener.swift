import NIOCore

/// An address that a server accepts connections on.
public struct Listener: Sendable {
    private let channel: any Channel
    private let state: NIOLoopBound<ServerState>
    /// The host as it was asked for.
    public let host: String

    init(channel: any Channel, state: NIOLoopBound<ServerState>, host: String) {
        self.channel = channel
        self.state = state
        self.host = host
    }

    /// The port that was taken.
    public var port: Int { channel.localAddress?.port ?? 0 }

    /// The address for people and browsers, for example `http://127.0.0.1:8000`.
    public var url: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    /// Stops accepting, closes idle connections, waits for running responses, and returns when all connections are closed.
    ///
    /// - Parameter grace: how long running responses may take; what is still open then is cut off.
    public func stop(grace: Duration = .seconds(5)) async {
        try? await channel.close().get()
        let state = state, loop = channel.eventLoop
        try? await loop.flatSubmit {
            let done = loop.makePromise(of: Void.self)
            let cutOff = loop.assumeIsolated().scheduleTask(in: TimeAmount(grace)) { state.value.closeAll() }
            state.value.stop {
                cutOff.cancel()
                done.succeed()
            }
            return done.futureResult
        }.get()
    }
}
