import HTTPMessages
import LoopbackServer
import ResponsePipeline
import Workbench

/// Serves the page of *ask my browser* on an address of its own, and tells of each comparison.
///
/// It lives on the embedded server's event loop: an exchange that a browser made is noted before its report can come in.
actor AskServer {
    /// A comparison and the last exchange behind it.
    struct Outcome: Sendable {
        var comparison: AskComparison
        var exchange: Exchange?
    }

    private nonisolated let executor: LoopExecutor
    private let server: LoopbackServer
    private let told: @Sendable (Outcome) -> Void
    private var desk: AskDesk

    /// A desk beside the program that `listener` serves; `told` is called on the event loop.
    init(_ server: LoopbackServer, beside listener: Listener, told: @escaping @Sendable (Outcome) -> Void) {
        self.server = server
        self.told = told
        executor = server.executor
        desk = AskDesk(serverHost: listener.host, serverPort: listener.port) { UInt64.random(in: .min ... .max) }
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Takes the next free port; throws `BindError`.
    func start(after port: Int) async throws {
        let ports: PortPolicy = port < 65_535 ? .firstFree(from: port + 1) : .fixed(0)
        let listener = try await server.listen(
            ServerConfiguration(port: ports),
            responder: .whole { request, writer in
                self.assumeIsolated { ask in ask.answer(request.request, writer) }
            })
        desk.port = listener.port
    }

    /// The page's address with a new token; the page begins with that question.
    func address(_ question: AskQuestion, among operations: [AskQuestion], runs: Bool = false) -> String {
        desk.question = question
        desk.operations = operations
        return desk.address(runs: runs)
    }

    /// Takes note of an exchange of the embedded server; to be called on its event loop.
    nonisolated func observe(_ exchange: Exchange) { assumeIsolated { ask in ask.desk.observe(exchange) } }

    private func answer(_ request: HTTPRequest, _ writer: ResponseWriter) {
        let reply = desk.respond(to: request, now: wallClockMilliseconds())
        writer.respond(status: reply.response.status, headers: reply.response.headers, body: reply.response.body)
        if let comparison = reply.comparison { told(Outcome(comparison: comparison, exchange: reply.exchange)) }
    }
}

extension ObservedExchange {
    /// Request and answer, with the trace if there is one; nil where the bytes were no request.
    func exchange(trace: Trace?) -> Exchange? {
        guard let request else { return nil }
        let parsed = try? HTTPResponse.parse(responseBytes, requestMethod: request.request.method)
        let response = parsed ?? HTTPResponse(status: 0)
        var trace = trace ?? Trace()
        trace.settle(with: response)
        return Exchange(request: request.request, response: response, trace: trace)
    }
}
