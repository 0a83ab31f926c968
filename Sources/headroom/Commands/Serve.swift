import ArgumentParser
import FoundationEssentials
import Glibc
import Interface
import LoopbackServer
import Synchronization
import Workbench

/// `headroom serve FILE`.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve a program without the interface.",
        discussion: "Prints the address once it accepts connections, and reads the program again when its file changes.")

    @Argument(help: "A FastAPI program whose application is called app.")
    var file: String

    @Option(help: "The port; 0 takes a free one. Without it 8000, or the next free one.")
    var port: Int?

    @Option(help: "The address to listen on; loopback unless you say otherwise.")
    var host = "127.0.0.1"

    @Flag(help: "Serve a page as well whose fetch() compares your browser with the model, and print what came of it.")
    var ask = false

    @Flag(help: "Print each comparison as one line of JSON.")
    var json = false

    func run() throws {
        let bytes = try FileAccess.read(file)
        let path = file
        let desk = Mutex<AskServer?>(nil)
        var configuration = ServerConfiguration(host: host, port: port.map(PortPolicy.fixed) ?? .firstFree(from: 8000))
        if ask {
            configuration.observer = { observed in
                guard let desk = desk.withLock({ $0 }), let exchange = observed.exchange(trace: nil) else { return }
                desk.observe(exchange)
            }
        }
        let (server, outcome) = try waitFor { [configuration] in
            do {
                return try await EmbeddedServer.start(bytes, name: path, configuration: configuration, isRecording: false)
            } catch let error as BindError {
                throw CommandProblem("\(error)")
            }
        }
        Self.report(outcome, file: file)
        guard outcome.isRunning else { throw CommandProblem("\(file) cannot be served; the lines above say why", status: 1) }
        Output.line("headroom: serving \(file) on \(server.listener.url)")
        if ask {
            let (started, address) = try startAsking(beside: server, bytes)
            desk.withLock { $0 = started }
            Output.line("headroom: ask on \(address)")
        }
        watch(server, from: bytes)
    }

    /// Serves the page that asks a browser; gives its server and its address.
    private func startAsking(beside server: EmbeddedServer, _ bytes: [UInt8]) throws -> (AskServer, String) {
        let json = json
        let desk = AskServer(server.server, beside: server.listener) { outcome in
            Output.line(json ? AskOutput.json(outcome.comparison) : AskOutput.text(outcome.comparison))
        }
        let operations = RequestDraft.drafts(of: Document(name: file, path: file, bytes: bytes).outline).map {
            AskQuestion($0.request(host: ""), settings: BrowserSettings())
        }
        let port = server.listener.port
        return try waitFor {
            do {
                try await desk.start(after: port)
            } catch let error as BindError {
                throw CommandProblem("\(error)")
            }
            return (desk, await desk.address(operations.first ?? AskQuestion(), among: operations))
        }
    }

    static func report(_ outcome: LoadOutcome, file: String) {
        for finding in outcome.findings {
            Output.error("headroom: \(file)" + (finding.line.map { ":\($0)" } ?? "") + ": " + finding.text)
        }
    }

    /// Looks at the file twice a second, as long as the process lives.
    private func watch(_ server: EmbeddedServer, from bytes: [UInt8]) {
        var watcher = FileWatcher(path: file, bytes: bytes)
        while true {
            usleep(500_000)
            guard let changed = watcher.change() else { continue }
            let path = file
            let host = server.host
            guard let outcome = try? waitFor({ await host.load(changed, name: path) }) else { continue }
            Self.report(outcome, file: file)
            Output.line("headroom: read \(file) again")
        }
    }
}
