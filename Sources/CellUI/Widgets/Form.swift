/// Fields that are filled in one below the other.
public struct Form: Sendable, Hashable {
    /// One field.
    public struct Field: Sendable, Hashable {
        public enum Control: Sendable, Hashable {
            case text(TextField)
            case choice([String], selected: Int)
            case toggle(Bool)
        }
        public let id: String
        public let label: String
        public var control: Control
        /// One line about the field, shown while it has the focus.
        public let hint: String

        public static func text(_ id: String, _ label: String, _ text: String, hint: String = "") -> Field {
            Field(id: id, label: label, control: .text(TextField(text)), hint: hint)
        }

        public static func choice(_ id: String, _ label: String, _ options: [String], _ selected: String, hint: String = "") -> Field {
            Field(id: id, label: label, control: .choice(options, selected: options.firstIndex(of: selected) ?? 0), hint: hint)
        }

        public static func toggle(_ id: String, _ label: String, _ isOn: Bool, hint: String = "") -> Field {
            Field(id: id, label: label, control: .toggle(isOn), hint: hint)
        }
    }

    public var fields: [Field]
    public private(set) var focus = 0

    public init(_ fields: [Field]) { self.fields = fields }

    /// The text of a field, the chosen option, or `true` and `false`.
    public subscript(id: String) -> String {
        switch fields.first(where: { $0.id == id })?.control {
        case .text(let field): field.text
        case .choice(let options, let selected): options[selected]
        case .toggle(let isOn): isOn ? "true" : "false"
        case nil: ""
        }
    }

    /// Whether a toggle is on.
    public func isOn(_ id: String) -> Bool { self[id] == "true" }

    /// Handles an event; false where the form has no use for it.
    public mutating func handle(_ event: InputEvent) -> Bool {
        switch event {
        case .key(.tab, .shift), .key(.up, _): focus = (focus + fields.count - 1) % max(1, fields.count)
        case .key(.tab, _), .key(.down, _): focus = (focus + 1) % max(1, fields.count)
        default: return handleInField(event)
        }
        return true
    }

    private mutating func handleInField(_ event: InputEvent) -> Bool {
        guard fields.indices.contains(focus) else { return false }
        switch fields[focus].control {
        case .text(var field):
            let isHandled = field.handle(event)
            fields[focus].control = .text(field)
            return isHandled
        case .choice(let options, let selected):
            switch event {
            case .key(.left, _): fields[focus].control = .choice(options, selected: (selected + options.count - 1) % options.count)
            case .key(.right, _), .key(.char(" "), _): fields[focus].control = .choice(options, selected: (selected + 1) % options.count)
            default: return false
            }
        case .toggle(let isOn):
            switch event {
            case .key(.left, _), .key(.right, _), .key(.char(" "), _): fields[focus].control = .toggle(!isOn)
            default: return false
            }
        }
        return true
    }

    /// Moves the focus to a field.
    public mutating func focus(on id: String) { if let index = fields.firstIndex(where: { $0.id == id }) { focus = index } }

    /// The hint of the field that has the focus.
    public var hint: String { fields.indices.contains(focus) ? fields[focus].hint : "" }

    /// Draws the fields from the top of a rectangle and gives how many rows they took.
    public func draw(into grid: inout Grid, in rect: Rect, theme: Theme, glyphs: Glyphs) -> Int {
        let labelWidth = min((fields.map { CharacterWidth.of($0.label) }.max() ?? 0) + 2, rect.width / 2)
        for (row, field) in fields.enumerated() where row < rect.height {
            let isFocused = row == focus
            let style = theme.style(isFocused ? .accent : .dim)
            grid.draw(field.label, x: rect.x, y: rect.y + row, limit: labelWidth - 1, style: style)
            let x = rect.x + labelWidth, width = rect.width - labelWidth
            switch field.control {
            case .text(let text):
                let base = isFocused ? theme.style(.selection) : theme.style(.text)
                text.draw(into: &grid, x: x, y: rect.y + row, width: width, style: base, isFocused: isFocused)
            case .choice(let options, let selected):
                var pieces: [(String, Style)] = []
                for (index, option) in options.enumerated() {
                    let mark = index == selected ? glyphs.radioOn : glyphs.radioOff
                    pieces.append(("\(mark) \(option)  ", theme.style(index == selected && isFocused ? .accent : .text)))
                }
                grid.draw(pieces, x: x, y: rect.y + row, limit: width)
            case .toggle(let isOn):
                let mark = isOn ? glyphs.checkOn : glyphs.checkOff
                grid.draw(mark, x: x, y: rect.y + row, limit: width, style: theme.style(isFocused ? .accent : .text))
            }
        }
        return min(fields.count, rect.height)
    }
}
