import BrowserModel
import Glibc
import HTTPMessages
import Interface
import LoopbackServer
import Python
import ResponsePipeline
import Synchronization
import Workbench

/// The interface's line to the engine: starts server and host, hands requests over, posts what comes back.
final class EngineLink: Sendable {
    private let name: String
    private let post: @Sendable (Message) -> Void
    private let server = LoopbackServer()
    private let host: ProgramHost
    private let exchanger = Mutex<Exchanger?>(nil)
    /// The client ports of requests that are our own, so that they do not show up as somebody else's.
    private let own = Mutex<Set<Int>>([])

    init(name: String, post: @escaping @Sendable (Message) -> Void) {
        self.name = name
        self.post = post
        host = ProgramHost(executor: server.executor, isRecording: true)
    }

    /// Takes a port and accepts connections.
    func start(_ ports: PortPolicy) {
        let configuration = ServerConfiguration(port: ports, observer: { [weak self] in self?.observe($0) })
        Task { [self] in
            do {
                let listener = try await server.listen(configuration, responder: host.responder)
                exchanger.withLock { $0 = Exchanger(host: host, address: listener.host, port: listener.port) }
                post(.serving(url: listener.url))
            } catch {
                post(.notice("\(error)"))
            }
        }
    }

    func load(_ bytes: [UInt8], revision: Int) {
        Task { [self] in post(.loaded(await host.load(bytes, name: name), revision: revision)) }
    }

    func send(_ number: Int, _ request: HTTPRequest) {
        work(number) { link, exchanger in
            let outcome = try await exchanger.send(request)
            link.post(.answered(exchange: number, outcome.exchange, microseconds: outcome.microseconds))
        }
    }

    func visit(_ number: Int, _ request: HTTPRequest, _ settings: BrowserSettings) {
        work(number) { link, exchanger in
            let (verdict, outcome) = try await exchanger.visit(request, settings: settings)
            link.post(.judged(exchange: number, verdict, outcome?.exchange, microseconds: outcome?.microseconds ?? 0))
        }
    }

    private func work(_ number: Int, _ body: @escaping @Sendable (EngineLink, Exchanger) async throws -> Void) {
        Task { [self] in
            guard let exchanger = exchanger.withLock({ $0 }) else {
                return post(.failed(exchange: number, reason: "the server is not up yet"))
            }
            do {
                try await body(self, exchanger.announcing { [weak self] port in self?.own.withLock { _ = $0.insert(port) } })
            } catch {
                post(.failed(exchange: number, reason: "\(error)"))
            }
        }
    }

    /// What others sent to the server; called on its event loop.
    private func observe(_ observed: ObservedExchange) {
        guard let request = observed.request else { return }
        let port = observed.clientPort
        Task { [self] in
            if own.withLock({ $0.remove(port) }) != nil { return }
            var trace = await host.takeTrace(port: port) ?? Trace()
            var response = HTTPResponse(status: 0)
            if let parsed = try? HTTPResponse.parse(observed.responseBytes, requestMethod: request.request.method) { response = parsed }
            trace.settle(with: response)
            let parts = observed.duration.components
            post(
                .observed(
                    Exchange(request: request.request, response: response, trace: trace),
                    caller: "\(observed.clientHost):\(port)",
                    microseconds: Int(parts.seconds) * 1_000_000 + Int(parts.attoseconds / 1_000_000_000_000)))
        }
    }
}
