/// The states of a text before its changes, so that they can be undone.
struct EditHistory: Sendable, Hashable {
    /// A text with its cursor.
    struct State: Sendable, Hashable {
        var content: TextLines
        var cursor: TextPosition
        var anchor: TextPosition?
    }

    /// What belongs together: letters of one word, deletions in a row; anything else stands alone.
    enum Kind: Sendable, Hashable { case typing, deleting, other }

    private static let limit = 200
    private var past: [State] = []
    private var future: [State] = []
    private var lastKind = Kind.other
    private var lastPlace: TextPosition?

    /// Remembers the state before a change, unless the change continues the last one.
    mutating func add(_ state: State, kind: Kind, at place: TextPosition, now: TextPosition) {
        let continues = kind != .other && kind == lastKind && place == lastPlace
        if !continues {
            past.append(state)
            if past.count > Self.limit { past.removeFirst() }
        }
        future = []
        lastKind = kind
        lastPlace = now
    }

    /// The next change begins a step of its own.
    mutating func endGroup() { lastPlace = nil }

    mutating func undo(_ current: State) -> State? {
        endGroup()
        guard let state = past.popLast() else { return nil }
        future.append(current)
        return state
    }

    mutating func redo(_ current: State) -> State? {
        endGroup()
        guard let state = future.popLast() else { return nil }
        past.append(current)
        return state
    }
}
