/// Footer and help, made from a table of key bindings.
public enum KeyHelp {
    /// The footer's keys and labels that fit into so many cells: ` s send  a add  ? help`.
    ///
    /// The last binding of the footer, by custom that of help, is always there; others go from the end.
    public static func footer<Action>(_ bindings: KeyBindings<Action>, in context: KeyContext = .everywhere, width: Int) -> [Span] {
        let shown = bindings.bindings(in: context).filter { $0.isInFooter && !$0.chords.isEmpty }
        guard let last = shown.last else { return [] }
        let end = entry(last)
        var spans: [Span] = []
        var used = end.width
        for binding in shown.dropLast() {
            let entry = entry(binding)
            if used + entry.width > width { break }
            spans += entry
            used += entry.width
        }
        return spans + end
    }

    private static func entry<Action>(_ binding: KeyBinding<Action>) -> [Span] {
        [Span(" \(binding.chords.first?.description ?? "")", .accent), Span(" \(binding.label) ", .dim)]
    }

    /// The lines of the help: per context a heading, then keys, label and sentence.
    public static func lines<Action>(_ bindings: KeyBindings<Action>) -> [[Span]] {
        let keyWidth = bindings.all.map { CharacterWidth.of($0.keys) }.max() ?? 0
        let labelWidth = bindings.all.map { CharacterWidth.of($0.label) }.max() ?? 0
        var lines: [[Span]] = []
        for context in bindings.contexts {
            let own = bindings.all.filter { $0.context == context && !$0.chords.isEmpty }
            guard !own.isEmpty else { continue }
            if !lines.isEmpty { lines.append([]) }
            lines.append([Span(context.description, .title)])
            for binding in own {
                lines.append([
                    Span(padded(binding.keys, keyWidth) + "  ", .accent), Span(padded(binding.label, labelWidth) + "  "),
                    Span(binding.help, .dim),
                ])
            }
        }
        return lines
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - CharacterWidth.of(text)))
    }
}
