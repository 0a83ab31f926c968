import ArgumentParser
import Glibc
import Workbench

/// The command line: the playground where no command is named.
struct Headroom: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "headroom",
        abstract: "A playground for HTTP response headers, the FastAPI way.",
        discussion: """
            Opens an ordinary FastAPI program and runs it without Python: edit routes, headers, cookies, status, models and CORS,
            send requests, see where every header of the answer came from and what a browser lets JavaScript read.
            """,
        version: "headroom \(Reference.headroom) (" + Reference.versions.map { "\($0.key) \($0.value)" }.joined(separator: ", ") + ")",
        subcommands: [Play.self, Serve.self, Send.self, Replay.self, Cors.self, Themes.self],
        defaultSubcommand: Play.self)
}

/// Where the process begins and with which status it ends: 0 fine, 1 finding or difference, 2 usage or input.
@main
enum Main {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try Headroom.parseAsRoot()
            try command.run()
        } catch let problem as CommandProblem {
            Output.error("headroom: " + problem.text)
            exit(problem.status)
        } catch {
            let isClean = Headroom.exitCode(for: error).isSuccess
            let text = Headroom.fullMessage(for: error)
            if isClean { Output.line(text) } else { Output.error(text) }
            exit(isClean ? 0 : 2)
        }
    }
}

/// A problem that ends a command, with the text for people and the exit status.
struct CommandProblem: Error {
    /// What is wrong, where, and what to do; control characters are made visible.
    let text: String
    let status: Int32

    init(_ text: String, status: Int32 = 2) {
        self.text = text
        self.status = status
    }
}
