import ArgumentParser
import Workbench

/// `headroom replay SESSION`.
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print a recorded session.")

    @Argument(help: "A session file, as the playground records it.")
    var session: String

    func run() throws {
        do {
            let recorded = try SessionCoding.read(FileAccess.read(session))
            Output.bytes(Array(SessionTranscript.text(of: recorded).utf8))
        } catch let error as SessionError {
            throw CommandProblem("\(session): \(error)")
        }
    }
}
