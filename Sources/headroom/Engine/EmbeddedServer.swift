import Interface
import LoopbackServer
import ResponsePipeline

/// A program that is served: server, host and address.
struct EmbeddedServer: Sendable {
    let server: LoopbackServer
    let host: ProgramHost
    let listener: Listener

    /// Loads a program and accepts connections; throws `BindError`.
    static func start(
        _ bytes: [UInt8], name: String, configuration: ServerConfiguration, isRecording: Bool
    ) async throws -> (EmbeddedServer, LoadOutcome) {
        let server = LoopbackServer()
        let host = ProgramHost(executor: server.executor, isRecording: isRecording)
        let outcome = await host.load(bytes, name: name)
        let listener = try await server.listen(configuration, responder: host.responder)
        return (EmbeddedServer(server: server, host: host, listener: listener), outcome)
    }

    var exchanger: Exchanger { Exchanger(host: host, address: listener.host, port: listener.port) }
}
