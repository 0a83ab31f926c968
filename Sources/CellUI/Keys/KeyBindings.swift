/// Where a key has its meaning: everywhere, or in one part of the interface, which then comes first.
public struct KeyContext: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// What help calls it; empty for everywhere.
    public let name: String

    /// A part of the interface.
    public init(_ name: String) { self.name = name }
    public init(stringLiteral value: String) { self.init(value) }

    /// Where no part has a meaning of its own for the key.
    public static let everywhere = KeyContext("")

    public var description: String { name.isEmpty ? "everywhere" : name }
}

/// One thing that a key does; help, footer and palette are made from a table of these.
public struct KeyBinding<Action: Sendable & Hashable>: Sendable {
    /// What is done.
    public let action: Action
    /// The keys, the one that is shown first.
    public var chords: [KeyChord]
    /// Keys of the table that cannot be read.
    public let unreadable: [String]
    /// One or two words for the footer.
    public let label: String
    /// One sentence for the help.
    public let help: String
    /// Where the keys have this meaning.
    public let context: KeyContext
    /// Whether the footer shows it where there is room; the order is the table's.
    public let isInFooter: Bool

    /// A binding with keys in written form.
    public init(
        _ action: Action, _ keys: [String], _ label: String, _ help: String, in context: KeyContext = .everywhere, footer: Bool = false
    ) {
        self.action = action
        self.chords = keys.compactMap(KeyChord.init)
        self.unreadable = keys.filter { KeyChord($0) == nil }
        self.label = label
        self.help = help
        self.context = context
        self.isInFooter = footer
    }

    /// The keys as they are written, `ctrl-s F5`.
    public var keys: String { chords.map(\.description).joined(separator: " ") }
}

/// A table of bindings.
public struct KeyBindings<Action: Sendable & Hashable>: Sendable {
    /// In the order of help and footer.
    public let all: [KeyBinding<Action>]
    private let byChord: [Place: Action]

    private struct Place: Hashable {
        var chord: KeyChord
        var context: KeyContext
    }

    /// A table; where two bindings want one key in one context, the first has it, see `conflicts`.
    public init(_ all: [KeyBinding<Action>]) {
        self.all = all
        let places = all.flatMap { binding in binding.chords.map { (Place(chord: $0, context: binding.context), binding.action) } }
        byChord = Dictionary(places, uniquingKeysWith: { first, _ in first })
    }

    /// What a key does in a context: what that says, else what holds everywhere.
    public func action(for key: Key, _ modifiers: Modifiers, in context: KeyContext = .everywhere) -> Action? {
        let chord = KeyChord(key, modifiers)
        return byChord[Place(chord: chord, context: context)] ?? byChord[Place(chord: chord, context: .everywhere)]
    }

    /// What a key event does; nil for other events.
    public func action(for event: InputEvent, in context: KeyContext = .everywhere) -> Action? {
        if case .key(let key, let modifiers) = event { action(for: key, modifiers, in: context) } else { nil }
    }

    /// The binding of an action.
    public func binding(of action: Action) -> KeyBinding<Action>? { all.first { $0.action == action } }

    /// Keys that stand for more than one action in one context.
    public var conflicts: [KeyChord] { conflictingActions.map(\.chord) }

    var conflictingActions: [(chord: KeyChord, actions: [Action])] {
        var seen: [Place: [Action]] = [:]
        var order: [Place] = []
        for binding in all {
            for chord in binding.chords {
                let place = Place(chord: chord, context: binding.context)
                if seen[place] == nil { order.append(place) }
                if seen[place]?.contains(binding.action) != true { seen[place, default: []].append(binding.action) }
            }
        }
        return order.compactMap { place in
            guard let actions = seen[place], actions.count > 1 else { return nil }
            return (place.chord, actions)
        }
    }

    /// The bindings that a context shows, its own before those of everywhere.
    public func bindings(in context: KeyContext) -> [KeyBinding<Action>] {
        let own = context == .everywhere ? [] : all.filter { $0.context == context }
        let taken = Set(own.flatMap(\.chords))
        return own + all.filter { $0.context == .everywhere && !($0.chords.first.map(taken.contains) ?? false) }
    }

    /// The contexts in the order of the table, everywhere first.
    public var contexts: [KeyContext] {
        var found: [KeyContext] = [.everywhere]
        for binding in all where !found.contains(binding.context) { found.append(binding.context) }
        return found
    }
}
