import HTTPMessages
import LoopbackServer
import Testing

@Suite struct ObserverTests {
    /// Sends the bytes to a server with the scripted application and gives the exchanges that its observer saw.
    private func observed(_ bytes: String, count: Int) async throws -> [ObservedExchange] {
        let (stream, continuation) = AsyncStream<ObservedExchange>.makeStream()
        let configuration = ServerConfiguration(observer: { continuation.yield($0) })
        return try await TestServer.run(ScriptedApplication.responder, configuration: configuration) { port in
            let answer = try await LoopbackClient().send([Array(bytes.utf8)], port: port, until: .responses(count))
            var exchanges: [ObservedExchange] = []
            for await exchange in stream {
                exchanges.append(exchange)
                if exchanges.count == count { break }
            }
            #expect(exchanges.flatMap(\.responseBytes) == answer.raw)
            return exchanges
        }
    }

    @Test func seesRequestBodyAndEveryByteOfTheAnswer() async throws {
        let text = "POST /a?b#c HTTP/1.1\r\nscript: read;scope\r\ncontent-length: 2\r\nexpect: 100-continue\r\n\r\nhi"
        let exchange = try #require(try await observed(text, count: 1).first)
        #expect(exchange.request?.request.target == "/a?b")
        #expect(exchange.request?.rawTarget == "/a?b#c")
        #expect(exchange.request?.request.body == Array("hi".utf8))
        #expect(exchange.responseBytes.starts(with: "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n".utf8))
        #expect(exchange.status == 200)
        #expect(exchange.failure == nil)
        #expect(exchange.clientHost == "127.0.0.1" && exchange.clientPort > 0)
        #expect(!exchange.closedConnection)
    }

    @Test func seesPipelinedRequestsInOrder() async throws {
        let text = ["/1", "/2", "/3"].map { "GET \($0) HTTP/1.1\r\n\r\n" }.joined()
        #expect(try await observed(text, count: 3).map(\.request?.request.target) == ["/1", "/2", "/3"])
    }

    @Test func seesFailures() async throws {
        let exchange = try #require(try await observed("GET / HTTP/1.1\r\nscript: raise\r\n\r\n", count: 1).first)
        #expect(exchange.status == 500)
        #expect(exchange.failure == "Failure()")
        #expect(exchange.closedConnection)
    }

    @Test func seesWhatTheServerRefuses() async throws {
        let exchange = try #require(try await observed("nonsense\r\n\r\n", count: 1).first)
        #expect(exchange.request == nil)
        #expect(exchange.status == 400)
        #expect(exchange.failure == "Invalid HTTP request received.")
    }
}
