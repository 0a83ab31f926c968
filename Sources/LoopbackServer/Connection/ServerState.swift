import Logging
import NIOCore

/// What all connections of one server share; it belongs to the server's event loop.
final class ServerState {
    let configuration: ServerConfiguration
    let responder: Responder
    let executor: LoopExecutor
    let defaults: DefaultHeaders
    private(set) var isStopping = false
    private var connections: [ObjectIdentifier: ConnectionHandler] = [:]
    private var whenEmpty: [() -> Void] = []

    init(configuration: ServerConfiguration, responder: Responder, executor: LoopExecutor) {
        self.configuration = configuration
        self.responder = responder
        self.executor = executor
        defaults = DefaultHeaders(server: configuration.serverName, clock: configuration.clock)
    }

    /// The lines in the default headers' place for a response that begins now.
    var defaultHeaders: ByteBuffer { defaults.current() }

    func add(_ connection: ConnectionHandler) { connections[ObjectIdentifier(connection)] = connection }

    func remove(_ connection: ConnectionHandler) {
        connections[ObjectIdentifier(connection)] = nil
        guard connections.isEmpty else { return }
        let callbacks = whenEmpty
        whenEmpty = []
        for callback in callbacks { callback() }
    }

    /// Closes idle connections, lets the others finish their response, and calls back when all are closed.
    func stop(then done: @escaping () -> Void) {
        isStopping = true
        if connections.isEmpty { return done() }
        whenEmpty.append(done)
        for connection in Array(connections.values) { connection.shutDown() }
    }

    /// Closes every connection at once.
    func closeAll() {
        for connection in Array(connections.values) { connection.closeNow() }
    }

    func warn(_ text: @autoclosure () -> String) { configuration.logger?.warning("\(text())") }

    func error(_ text: @autoclosure () -> String) { configuration.logger?.error("\(text())") }
}
