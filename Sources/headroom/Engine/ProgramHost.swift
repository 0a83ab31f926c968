import Glibc
import HTTPMessages
import Interface
import LoopbackServer
import Python
import ResponsePipeline

/// The one thread of execution of the program: owns the loaded application and answers the server's requests with it.
///
/// It runs on the server's event loop, so that a request reaches the engine without a hop.
actor ProgramHost {
    private nonisolated let executor: LoopExecutor
    private var application: Application?
    private var problem: String?
    /// How many loads are under way, and the requests that wait for the last of them.
    private var loads = 0
    /// The number of the load that was asked for last; what an earlier one gives comes too late.
    private var latest = 0
    private var waiting: [(request: ServerRequest, writer: ResponseWriter)] = []
    /// Traces of recent requests by the port of the client's end.
    private var traces: [Int: Trace] = [:]
    private var ports: [Int] = []
    /// Whether traces are kept; `serve` needs none.
    private let isRecording: Bool

    init(executor: LoopExecutor, isRecording: Bool) {
        self.executor = executor
        self.isRecording = isRecording
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Loads a program in place of the one before; one that does not load leaves no application.
    func load(_ bytes: [UInt8], name: String) async -> LoadOutcome {
        // The program before goes first, so that there is never memory of two.
        application = nil
        loads += 1
        latest += 1
        let own = latest
        let loaded = await Application.load(SourceText(bytes: bytes), name: Self.absolute(name), world: .system)
        if own == latest {
            application = loaded.application
            problem = loaded.findings.first.map { ($0.line.map { "line \($0): " } ?? "") + $0.text }
        }
        loads -= 1
        if loads == 0 { answerWaiting() }
        return LoadOutcome(
            findings: loaded.findings.map { LoadOutcome.Finding(line: $0.line, text: $0.text) }, isRunning: loaded.application != nil)
    }

    /// The path as Python has it in `__file__`.
    private static func absolute(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// What the server calls for each request, on the event loop.
    nonisolated var responder: Responder {
        .onLoop { request, writer in
            self.assumeIsolated { host in host.begin(request, writer) }
        }
    }

    /// Answers, in their order, the requests that came while the program was loaded.
    private func answerWaiting() {
        let held = waiting
        waiting = []
        for (request, writer) in held { begin(request, writer) }
    }

    private func begin(_ request: ServerRequest, _ writer: ResponseWriter) {
        if loads > 0 { return waiting.append((request, writer)) }
        guard let application else {
            writer.respond(status: 500, headers: ["content-type": "text/plain; charset=utf-8"], body: Array(unavailable.utf8))
            return
        }
        Task.immediate { await self.answer(request, writer, application) }
    }

    private var unavailable: String { "The program does not load" + (problem.map { ": \($0)" } ?? "") + "\n" }

    private func answer(_ request: ServerRequest, _ writer: ResponseWriter, _ application: Application) async {
        var incoming = IncomingRequest(
            request.request, client: (request.clientHost, request.clientPort), server: (request.serverHost, request.serverPort))
        incoming.httpVersion = request.httpVersion
        if request.hasBody || request.expectsContinue {
            if let bytes = writer.arrivedBody {
                incoming.request.body = bytes
            } else {
                incoming.body = {
                    guard case .whole(let bytes) = await writer.readBody() else { return nil }
                    return bytes
                }
                incoming.listen = { writer.whenBody { _ in } }
            }
        }
        let answer = await application.respond(to: incoming, isRecording: isRecording)
        if isRecording { keep(answer.trace, port: request.clientPort) }
        for event in answer.events {
            do throws(ResponseError) {
                switch event {
                case .start(let status, let headers): try writer.send(.start(status: status, headers: headers))
                case .body(let bytes, let more): try writer.send(.body(bytes, more: more))
                }
            } catch {
                return writer.finish(.raised(error.pythonMessage))
            }
        }
        writer.finish(answer.failure.map { .raised($0) } ?? .returned)
    }

    private func keep(_ trace: Trace, port: Int) {
        if traces.updateValue(trace, forKey: port) == nil { ports.append(port) }
        if ports.count > 256 { traces[ports.removeFirst()] = nil }
    }

    /// The trace of the last request from that port, once.
    func takeTrace(port: Int) -> Trace? {
        ports.removeAll { $0 == port }
        return traces.removeValue(forKey: port)
    }
}
