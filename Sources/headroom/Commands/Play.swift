import ArgumentParser
import CellUI
import CursesTerminal
import Glibc
import Interface
import LoopbackServer
import Workbench

extension ColorMode: ExpressibleByArgument {}

/// `headroom [FILE]`.
struct Play: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play", abstract: "Open the playground; this is what happens without a command.",
        discussion: "Without a file a built-in program opens that shows everything off; it can be saved under a name.")

    @Argument(help: "A FastAPI program whose application is called app.")
    var file: String?

    @Option(help: "A theme's name (see `headroom themes`), or the path of your own in JSON5.")
    var theme = "chalk"

    @Option(help: "The server's port; without it 8000, or the next free one.")
    var port: Int?

    @Option(help: "Colours: direct, indexed256, ansi16, ansi8 or mono; without it what the terminal can.")
    var color: ColorMode?

    func run() throws {
        let document = try openDocument()
        let theme = try loadTheme()
        EventLoopSignals.block()
        let terminal: Terminal
        do throws(TerminalError) {
            terminal = try Terminal(mode: color)
        } catch {
            throw CommandProblem("\(error)")
        }
        let session = PlaySession(
            document: document, theme: terminal.mode == .mono ? ShippedThemes.plain : theme, terminal: terminal,
            port: port.map(PortPolicy.fixed) ?? .firstFree(from: 8000))
        let farewell = session.run()
        if let farewell { Output.error(farewell) }
    }

    private func openDocument() throws -> Document {
        guard let file else { return .builtIn }
        let name = String(file.split(separator: "/").last ?? Substring(file))
        return Document(name: name, path: file, bytes: try FileAccess.read(file))
    }

    private func loadTheme() throws -> Theme {
        do throws(Theme.Problem) {
            if theme.hasSuffix(".json5") || theme.contains("/") {
                let bytes: [UInt8]
                do { bytes = try FileAccess.read(theme) } catch { throw Theme.Problem.notJSON5("\(theme) cannot be read") }
                return try Theme(json5: bytes)
            }
            let noColor = getenv("NO_COLOR").map { strlen($0) > 0 } ?? false
            return try ShippedThemes.theme(named: noColor ? "mono" : theme)
        } catch {
            throw CommandProblem("\(error)")
        }
    }
}
