import HTTPMessages
import Testing

@testable import LoopbackServer

@Suite struct LoopbackServerTests {
    private static let ok = Responder.onLoop { _, writer in
        writer.respond(status: 200, headers: ["content-length": "2"], body: Array("ok".utf8))
    }
    private static let echo = Responder.whole { request, writer in
        let body = request.request.body
        writer.respond(status: 200, headers: ["content-length": String(body.count)], body: body)
    }
    private let get = HTTPRequest(headers: ["host": "t"])

    @Test func writesTheDateOfItsClockAndItsName() async throws {
        let configuration = ServerConfiguration(serverName: "headroom", clock: { 1_795_518_360 })
        let raw = try await TestServer.run(Self.ok, configuration: configuration) { port in
            try await LoopbackClient().send(get, port: port).raw
        }
        let expected = """
            HTTP/1.1 200 OK\r\ndate: Tue, 24 Nov 2026 11:06:00 GMT\r\nserver: headroom\r\ncontent-length: 2\r\n\r\nok
            """
        #expect(String(latin1: raw) == expected)
    }

    @Test func saysThatAnAddressIsInUse() async throws {
        try await TestServer.run(Self.ok) { port in
            let server = LoopbackServer()
            await #expect(throws: BindError.addressInUse(host: "127.0.0.1", port: port)) {
                _ = try await server.listen(ServerConfiguration(port: .fixed(port)), responder: Self.ok)
            }
            await #expect(throws: BindError.noSuchPort(70_000)) {
                _ = try await server.listen(ServerConfiguration(port: .fixed(70_000)), responder: Self.ok)
            }
            await server.shutDown()
        }
    }

    @Test func takesTheNextFreePort() async throws {
        try await TestServer.run(Self.ok) { port in
            let server = LoopbackServer()
            let listener = try await server.listen(ServerConfiguration(port: .firstFree(from: port)), responder: Self.ok)
            #expect(listener.port > port)
            #expect(listener.url == "http://127.0.0.1:\(listener.port)")
            await listener.stop()
            await server.shutDown()
        }
    }

    @Test(arguments: [0, 1, 65_536, 3_000_000])
    func echoesBodiesOfEverySize(_ size: Int) async throws {
        let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let request = HTTPRequest(method: "POST", headers: ["content-length": String(size)], body: body)
        let exchange = try await TestServer.run(Self.echo) { port in try await LoopbackClient().send(request, port: port) }
        #expect(exchange.response?.body == body)
    }

    @Test func takesHeadersOfTwoMegabytes() async throws {
        let request = HTTPRequest(headers: ["x-big": String(repeating: "a", count: 2_000_000)])
        let exchange = try await TestServer.run(Self.ok) { port in try await LoopbackClient().send(request, port: port) }
        #expect(exchange.response?.status == 200)
    }

    @Test func refusesBodiesAndHeadsAboveItsBounds() async throws {
        let configuration = ServerConfiguration(maximumBody: 1000, maximumHead: 2000)
        try await TestServer.run(Self.echo, configuration: configuration) { port in
            let client = LoopbackClient()
            let big = HTTPRequest(method: "POST", headers: ["content-length": "1001"], body: [UInt8](repeating: 0, count: 1001))
            let answer = try await client.send([big.wireBytes], port: port, until: .close)
            #expect(answer.response?.status == 413 && answer.isClosed)
            let long = HTTPRequest(headers: ["x": String(repeating: "a", count: 3000)])
            #expect(try await client.send(long, port: port).response?.status == 431)
            let fits = HTTPRequest(method: "POST", headers: ["content-length": "1000"], body: [UInt8](repeating: 0, count: 1000))
            #expect(try await client.send(fits, port: port).response?.status == 200)
        }
    }

    @Test func closesIdleConnections() async throws {
        let configuration = ServerConfiguration(keepAliveTimeout: .milliseconds(30))
        let exchange = try await TestServer.run(Self.ok, configuration: configuration) { port in
            try await LoopbackClient().send([get.wireBytes], port: port, until: .close)
        }
        #expect(exchange.isClosed)
        #expect(exchange.response?.body == Array("ok".utf8))
    }

    @Test func letsTheRunningResponseFinishWhenItStops() async throws {
        let (arrivals, arrival) = AsyncStream<ResponseWriter>.makeStream()
        let server = LoopbackServer()
        let listener = try await server.listen(
            ServerConfiguration(port: .fixed(0)), responder: .onLoop { _, writer in arrival.yield(writer) })
        async let exchange = LoopbackClient().send(get, port: listener.port)
        var waiting = arrivals.makeAsyncIterator()
        let writer = try #require(await waiting.next())
        async let stopped: Void = listener.stop()
        try await writer.write(.start(status: 200, headers: ["content-length": "1"]))
        try await writer.write(.body([0x61], more: false))
        await writer.end(.returned)
        #expect(try await exchange.response?.body == [0x61])
        await stopped
        await #expect(throws: ClientError.self) { _ = try await LoopbackClient().send(get, port: listener.port) }
        await server.shutDown()
    }

    @Test func tellsApplicationsThatTheClientHasLeft() async throws {
        let (events, event) = AsyncStream<String>.makeStream()
        let responder = Responder.onLoop { _, writer in
            event.yield("arrived")
            writer.whenDisconnected {
                event.yield("left: \(writer.isDisconnected)")
                writer.finish(.returned)
            }
        }
        try await cancelledRequest(get, responder: responder, events: events, expecting: "left: true")
    }

    @Test func endsReadingWhenTheClientLeavesBeforeItsBody() async throws {
        let (events, event) = AsyncStream<String>.makeStream()
        let responder = Responder.task { _, writer in
            event.yield("arrived")
            event.yield("\(await writer.readBody())")
        }
        let request = HTTPRequest(method: "POST", headers: ["content-length": "5"])
        try await cancelledRequest(request, responder: responder, events: events, expecting: "disconnected")
    }

    /// Sends a request, cancels the exchange when the first event comes, and expects the second one to be that text.
    private func cancelledRequest(
        _ request: HTTPRequest, responder: Responder, events: AsyncStream<String>, expecting text: String
    ) async throws {
        try await TestServer.run(responder) { port in
            let exchange = Task { try await LoopbackClient().send(request, port: port) }
            var waiting = events.makeAsyncIterator()
            #expect(await waiting.next() == "arrived")
            exchange.cancel()
            await #expect(throws: ClientError.cancelled) { _ = try await exchange.value }
            #expect(await waiting.next() == text)
        }
    }

    @Test func givesUpOnAnApplicationThatNeverAnswers() async throws {
        try await TestServer.run(.onLoop { _, _ in }) { port in
            await #expect(throws: ClientError.self) {
                _ = try await LoopbackClient(timeout: .milliseconds(50)).send(get, port: port)
            }
        }
    }

    @Test func writesEndlessResponsesOnlyAsFastAsTheClientReads() async throws {
        let responder = Responder.task { _, writer in
            try await writer.write(.start(status: 200, headers: [:]))
            while await !writer.hasLeft { try await writer.write(.body([UInt8](repeating: 0x61, count: 65_536), more: true)) }
        }
        try await TestServer.run(responder) { port in
            await #expect(throws: ClientError.self) {
                _ = try await LoopbackClient(timeout: .seconds(20), maximumResponse: 4 << 20).send(get, port: port)
            }
        }
    }
}

extension ResponseWriter {
    /// Whether the client has left, asked from a task of the server.
    fileprivate var hasLeft: Bool {
        get async { isDisconnected }
    }
}
