import ArgumentParser
import FoundationEssentials
import Glibc
import Interface
import LoopbackServer

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

    func run() throws {
        let bytes = try FileAccess.read(file)
        let path = file
        let configuration = ServerConfiguration(host: host, port: port.map(PortPolicy.fixed) ?? .firstFree(from: 8000))
        let (server, outcome) = try waitFor {
            do {
                return try await EmbeddedServer.start(bytes, name: path, configuration: configuration, isRecording: false)
            } catch let error as BindError {
                throw CommandProblem("\(error)")
            }
        }
        Self.report(outcome, file: file)
        guard outcome.isRunning else { throw CommandProblem("\(file) cannot be served; the lines above say why", status: 1) }
        Output.line("headroom: serving \(file) on \(server.listener.url)")
        watch(server, from: bytes)
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
