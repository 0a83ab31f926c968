import ArgumentParser
import CellUI

/// `headroom themes`.
struct Themes: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the themes, or print one as a start for your own.")

    @Argument(help: "The name of a theme to print.")
    var name: String?

    func run() throws {
        guard let name else {
            for (name, text) in ShippedThemes.texts {
                let theme = try Theme(json5: Array(text.utf8))
                Output.line("\(name)\(String(repeating: " ", count: max(1, 12 - name.count)))\(theme.about)")
            }
            return
        }
        guard let text = ShippedThemes.texts.first(where: { $0.key == name })?.value else {
            throw CommandProblem("there is no theme \"\(name)\"; there are \(ShippedThemes.texts.map(\.key).joined(separator: ", "))")
        }
        Output.bytes(Array(text.utf8))
    }
}
