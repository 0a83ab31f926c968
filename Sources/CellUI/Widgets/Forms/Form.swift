/// Fields that are filled in one below the other.
public struct Form: Sendable, Hashable {
    /// In the order of the screen.
    public var fields: [Field]
    /// The field that takes the keys.
    public private(set) var focus = 0
    /// What will come of the form; shown below the fields.
    public var preview: [[Span]] = []
    /// The row of the open list of a select field; nil where none is open.
    public private(set) var openRow: Int?

    /// A form with the focus in its first field.
    public init(_ fields: [Field]) { self.fields = fields }

    /// The text of a field, the chosen option, or `true` and `false`; empty where there is no such field.
    public subscript(id: String) -> String { fields.first { $0.id == id }?.value ?? "" }

    /// Whether a toggle is on.
    public func isOn(_ id: String) -> Bool { self[id] == "true" }

    /// Says what is wrong with a field, or nil that nothing is.
    public mutating func setProblem(_ problem: String?, of id: String) {
        for index in fields.indices where fields[index].id == id { fields[index].problem = problem }
    }

    /// Moves the focus to a field.
    public mutating func focus(on id: String) { if let index = fields.firstIndex(where: { $0.id == id }) { focus = index } }

    /// Moves the focus to the first field with a problem; false where there is none.
    public mutating func focusOnProblem() -> Bool {
        guard let index = fields.firstIndex(where: { $0.problem != nil }) else { return false }
        focus = index
        return true
    }

    /// The hint of the field that has the focus.
    public var hint: String { fields.indices.contains(focus) ? fields[focus].hint : "" }

    /// Whether Enter and Esc belong to an open list, so that the owner must not take them.
    public var wantsAllKeys: Bool { openRow != nil }

    // MARK: Input

    /// Handles an event; false where the form has no use for it.
    ///
    /// Tab and the arrows up and down move the focus; left, right and the blank choose; in a text the usual keys edit.
    public mutating func handle(_ event: InputEvent) -> Bool {
        guard fields.indices.contains(focus) else { return false }
        if openRow != nil { return handleInList(event) }
        switch event {
        case .key(.tab, .shift), .key(.up, _): moveFocus(-1)
        case .key(.tab, _), .key(.down, _): moveFocus(1)
        default: return handleInField(event)
        }
        return true
    }

    private mutating func moveFocus(_ step: Int) { focus = (focus + step + fields.count) % fields.count }

    private mutating func handleInField(_ event: InputEvent) -> Bool {
        switch fields[focus].control {
        case .text(var field):
            if Self.takesCompletion(event), fields[focus].complete() { return true }
            let isHandled = field.handle(event)
            fields[focus].control = .text(field)
            return isHandled
        case .choice(let options, let selected):
            guard let next = Self.step(event, options, selected) else { return false }
            fields[focus].control = .choice(options, selected: next)
        case .toggle(let isOn):
            switch event {
            case .key(.left, _), .key(.right, _), .key(.char(" "), _): fields[focus].control = .toggle(!isOn)
            default: return false
            }
        case .select(let options, let selected):
            if case .key(.char(" "), _) = event {
                openRow = selected
            } else {
                guard let next = Self.step(event, options, selected) else { return false }
                fields[focus].control = .select(options, selected: next)
            }
        }
        return true
    }

    private static func takesCompletion(_ event: InputEvent) -> Bool {
        switch event {
        case .key(.right, []), .key(.end, []), .key(.char("e"), .ctrl): true
        default: false
        }
    }

    /// The option that a key leads to: the next, the one before, or the next that begins with the letter.
    private static func step(_ event: InputEvent, _ options: [String], _ selected: Int) -> Int? {
        guard !options.isEmpty else { return nil }
        switch event {
        case .key(.left, _): return (selected + options.count - 1) % options.count
        case .key(.right, _), .key(.char(" "), _): return (selected + 1) % options.count
        case .key(.char(let letter), let modifiers) where modifiers.isSubset(of: .shift):
            let order = options.indices.map { (selected + 1 + $0) % options.count }
            return order.first { options[$0].lowercased().hasPrefix(letter.lowercased()) }
        default: return nil
        }
    }

    private mutating func handleInList(_ event: InputEvent) -> Bool {
        guard let row = openRow, case .select(let options, _) = fields[focus].control else {
            openRow = nil
            return false
        }
        switch event {
        case .key(.up, _): openRow = max(0, row - 1)
        case .key(.down, _): openRow = min(options.count - 1, row + 1)
        case .key(.home, _): openRow = 0
        case .key(.end, _): openRow = options.count - 1
        case .key(.enter, _), .key(.char(" "), _), .key(.tab, _):
            fields[focus].control = .select(options, selected: row)
            openRow = nil
        case .key(.escape, _): openRow = nil
        default: openRow = Self.step(event, options, row) ?? row
        }
        return true
    }

    /// Handles a click on a row of the drawn form: moves the focus there and toggles a check box.
    public mutating func click(row: Int) -> Bool {
        guard let index = rowsOfFields.firstIndex(of: row) else { return false }
        openRow = nil
        if focus == index { return handle(.key(.char(" "))) && !isText(index) }
        focus = index
        if case .toggle(let isOn) = fields[index].control { fields[index].control = .toggle(!isOn) }
        return true
    }

    private func isText(_ index: Int) -> Bool { if case .text = fields[index].control { true } else { false } }

    /// The row of each field when drawn; a problem takes the row below its field.
    var rowsOfFields: [Int] {
        var row = 0
        return fields.map { field in
            defer { row += field.problem == nil ? 1 : 2 }
            return row
        }
    }
}
