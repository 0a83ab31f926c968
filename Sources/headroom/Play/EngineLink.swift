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
    /// Serves the page that asks a real browser; nil until one was to be asked.
    private let ask = Mutex<AskServer?>(nil)
    private let listener = Mutex<Listener?>(nil)
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
                self.listener.withLock { $0 = listener }
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

    func visit(_ number: Int, _ request: HTTPRequest, _ settings: BrowserSettings, _ jar: CookieJar) {
        work(number) { link, exchanger in
            let (verdict, outcome) = try await exchanger.visit(request, settings: settings, jar: jar)
            link.post(.judged(exchange: number, verdict, outcome?.exchange, microseconds: outcome?.microseconds ?? 0))
        }
    }

    /// Plays the same fetch with each of the settings.
    func survey(_ request: HTTPRequest, _ all: [BrowserSettings]) {
        work(0) { link, exchanger in
            var verdicts: [Verdict] = []
            for settings in all { verdicts.append(try await exchanger.visit(request, settings: settings).verdict) }
            link.post(.surveyed(verdicts))
        }
    }

    /// Serves the page that asks a real browser, and posts its address.
    func askBrowser(_ question: AskQuestion, among operations: [AskQuestion]) {
        Task { [self] in
            do {
                guard let listener = listener.withLock({ $0 }) else { return post(.notice("the server is not up yet")) }
                let server = try await askServer(beside: listener)
                post(.askAddress(await server.address(question, among: operations, runs: true)))
            } catch {
                post(.notice("\(error)"))
            }
        }
    }

    private func askServer(beside listener: Listener) async throws -> AskServer {
        if let running = ask.withLock({ $0 }) { return running }
        let started = AskServer(server, beside: listener) { [post] in post(.asked($0.comparison, $0.exchange)) }
        try await started.start(after: listener.port)
        return ask.withLock { known in
            if let known { return known }
            known = started
            return started
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

    /// What others sent to the server; called on its event loop, where the host is, too.
    private func observe(_ observed: ObservedExchange) {
        let port = observed.clientPort
        if own.withLock({ $0.remove(port) }) != nil { return }
        guard let exchange = observed.exchange(trace: host.assumeIsolated { $0.takeTrace(port: port) }) else { return }
        ask.withLock { $0 }?.observe(exchange)
        let parts = observed.duration.components
        post(
            .observed(
                exchange, caller: "\(observed.clientHost):\(port)",
                microseconds: Int(parts.seconds) * 1_000_000 + Int(parts.attoseconds / 1_000_000_000_000)))
    }
}
