import BrowserModel
import HTTPMessages
import LoopbackServer
import ResponsePipeline
import Workbench

/// Sends requests over the real socket and joins each answer with its trace.
struct Exchanger: Sendable {
    let host: ProgramHost
    let address: String
    let port: Int
    private var client = LoopbackClient()

    init(host: ProgramHost, address: String, port: Int) {
        self.host = host
        self.address = address
        self.port = port
    }

    /// The same, telling the client's port of each request before it is sent.
    func announcing(_ connected: @escaping @Sendable (Int) -> Void) -> Exchanger {
        var copy = self
        copy.client.connected = connected
        return copy
    }

    /// One exchange and how long it took.
    struct Outcome: Sendable {
        var exchange: Exchange
        var microseconds: Int
        var localPort: Int
    }

    /// Why there is no answer.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Sends a request as it is; throws `Failure` or `ClientError`.
    func send(_ request: HTTPRequest) async throws -> Outcome {
        let came = try await client.send(request, host: address, port: port)
        guard let response = came.response else {
            throw Failure(description: came.failure.map { "\($0)" } ?? "the server closed the connection without an answer")
        }
        var trace = await host.takeTrace(port: came.localPort) ?? Trace()
        trace.settle(with: response)
        let parts = came.duration.components
        let microseconds = Int(parts.seconds) * 1_000_000 + Int(parts.attoseconds / 1_000_000_000_000)
        return Outcome(
            exchange: Exchange(request: request, response: response, trace: trace), microseconds: microseconds, localPort: came.localPort)
    }

    /// Plays a page's `fetch()` to its end; the outcome is that of the last request that is no preflight.
    func visit(_ request: HTTPRequest, settings: BrowserSettings) async throws -> (verdict: Verdict, outcome: Outcome?) {
        var visit = try BrowserVisit(request, settings: settings)
        var last: Outcome?
        var step = visit.start(now: wallClockMilliseconds())
        while true {
            switch step {
            case .finished(let verdict): return (verdict, last)
            case .send(let request):
                let outcome = try await send(request)
                last = outcome
                step = visit.receive(outcome.exchange.response, now: wallClockMilliseconds())
            }
        }
    }
}
