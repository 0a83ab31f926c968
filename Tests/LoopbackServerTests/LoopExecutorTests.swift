import HTTPMessages
import LoopbackServer
import Testing

/// Counts requests on the loop of the server that calls it.
private actor Counter {
    private let executor: LoopExecutor
    private var count = 0

    init(_ executor: LoopExecutor) { self.executor = executor }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    func next() -> Int {
        count += 1
        return count
    }
}

@Suite struct LoopExecutorTests {
    @Test func entersAnActorWithoutAHop() async throws {
        try await answersAreCounted { counter in
            .onLoop { _, writer in
                let text = counter.assumeIsolated { String($0.next()) }
                writer.respond(status: 200, headers: ["content-length": String(text.count)], body: Array(text.utf8))
            }
        }
    }

    @Test func awaitsAnActorInATask() async throws {
        try await answersAreCounted { counter in
            .task { _, writer in
                let text = String(await counter.next())
                writer.respond(status: 200, headers: ["content-length": String(text.count)], body: Array(text.utf8))
            }
        }
    }

    private func answersAreCounted(_ responder: (Counter) -> Responder) async throws {
        let server = LoopbackServer()
        let listener = try await server.listen(
            ServerConfiguration(port: .fixed(0)), responder: responder(Counter(server.executor)))
        for number in 1...3 {
            let exchange = try await LoopbackClient().send(HTTPRequest(), port: listener.port)
            #expect(exchange.response?.body == Array(String(number).utf8))
        }
        await listener.stop()
        await server.shutDown()
    }
}
