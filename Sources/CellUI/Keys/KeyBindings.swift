/// One thing that a key does; help, footer and palette are made from a table of these.
public struct KeyBinding<Action: Sendable & Hashable>: Sendable {
    public let action: Action
    public let chords: [KeyChord]
    /// One or two words for the footer.
    public let label: String
    /// One sentence for the help.
    public let help: String
    /// Whether the footer shows it where there is room; the order is the table's.
    public let isInFooter: Bool

    /// A binding with keys in written form; keys that do not exist are left out, which a test of the table would show.
    public init(_ action: Action, _ keys: [String], _ label: String, _ help: String, footer: Bool = false) {
        self.action = action
        self.chords = keys.compactMap(KeyChord.init)
        self.label = label
        self.help = help
        self.isInFooter = footer
    }
}

/// A table of bindings.
public struct KeyBindings<Action: Sendable & Hashable>: Sendable {
    public let all: [KeyBinding<Action>]
    private let byChord: [KeyChord: Action]

    public init(_ all: [KeyBinding<Action>]) {
        self.all = all
        byChord = Dictionary(all.flatMap { binding in binding.chords.map { ($0, binding.action) } }, uniquingKeysWith: { first, _ in first })
    }

    /// What a key does.
    public func action(for key: Key, _ modifiers: Modifiers) -> Action? { byChord[KeyChord(key, modifiers)] }

    /// Keys that stand for more than one action.
    public var conflicts: [KeyChord] {
        let counts = Dictionary(grouping: all.flatMap(\.chords), by: { $0 }).mapValues(\.count)
        return counts.filter { $0.value > 1 }.map(\.key)
    }
}
