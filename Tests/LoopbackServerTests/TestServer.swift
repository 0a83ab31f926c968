import LoopbackServer
import Testing

/// Runs a server on a free port for the time of one test.
enum TestServer {
    /// Starts a server with that configuration (its port apart), runs the body with the port, and stops the server.
    @discardableResult
    static func run<Result>(
        _ responder: Responder, configuration: ServerConfiguration = ServerConfiguration(),
        _ body: (Int) async throws -> Result
    ) async throws -> Result {
        var configuration = configuration
        configuration.port = .fixed(0)
        let server = LoopbackServer()
        let listener = try await server.listen(configuration, responder: responder)
        do {
            let result = try await body(listener.port)
            await listener.stop(grace: .zero)
            await server.shutDown()
            return result
        } catch {
            await listener.stop(grace: .zero)
            await server.shutDown()
            throw error
        }
    }
}
