import ArgumentParser
import BrowserModel
import FoundationEssentials
import Workbench

extension EngineProfile: ExpressibleByArgument {}

/// `headroom cors SCENARIOS.json`.
struct Cors: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cors", abstract: "Say what a browser does in recorded situations.",
        discussion: "Reads a JSON list of scenarios (page, fetch, answers of the servers) and prints a list of results.")

    @Argument(help: "A JSON file with a list of scenarios.")
    var scenarios: String

    @Option(help: "standard, chromium or firefox.")
    var profile = EngineProfile.standard

    @Flag(help: "Block third-party cookies, as a person may in the settings.")
    var blockThirdPartyCookies = false

    @Flag(help: "Say where the engine departs from the standard and it made a difference; takes longer.")
    var deviations = false

    @Flag(help: "Print JSON, which is the only form; the flag may be left out.")
    var json = false

    func run() throws {
        let list: [Scenario]
        do {
            list = try JSONDecoder().decode([Scenario].self, from: Data(FileAccess.read(scenarios)))
        } catch let error as DecodingError {
            throw CommandProblem("\(scenarios) is no list of scenarios: \(Self.words(error))")
        }
        do {
            let runner = ScenarioRunner(
                profile: profile, blocksThirdPartyCookies: blockThirdPartyCookies, namesDeviations: deviations)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            Output.bytes(Array(try encoder.encode(runner.run(list))) + [0x0A])
        } catch let problem as ScenarioRunner.Problem {
            throw CommandProblem("\(scenarios): \(problem)")
        }
    }

    private static func words(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "\(place(context)) has no \"\(key.stringValue)\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(place(context)): \(context.debugDescription)"
        @unknown default: "\(error)"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? "." + $0.stringValue }.joined()
        return path.isEmpty ? "the file" : path
    }
}
