extension Form {
    /// One field.
    public struct Field: Sendable, Hashable {
        /// How it is filled in.
        public enum Control: Sendable, Hashable {
            /// Any text of one line.
            case text(TextField)
            /// One of a few, all of them seen.
            case choice([String], selected: Int)
            /// Yes or no.
            case toggle(Bool)
            /// One of many, out of a list that opens.
            case select([String], selected: Int)
        }

        /// What the form's owner calls it.
        public let id: String
        /// What stands before it.
        public let label: String
        /// What is filled in.
        public var control: Control
        /// One line about the field, shown while it has the focus.
        public let hint: String
        /// What a text may be completed to.
        public var suggestions: [String]
        /// What is wrong with the value; shown below the field.
        public var problem: String?

        init(id: String, label: String, control: Control, hint: String, suggestions: [String] = []) {
            self.id = id
            self.label = label
            self.control = control
            self.hint = hint
            self.suggestions = suggestions
        }

        /// A field for text; Right at its end takes the first suggestion that begins like it.
        public static func text(_ id: String, _ label: String, _ text: String, hint: String = "", suggestions: [String] = []) -> Field {
            Field(id: id, label: label, control: .text(TextField(text)), hint: hint, suggestions: suggestions)
        }

        /// Radio buttons.
        public static func choice(_ id: String, _ label: String, _ options: [String], _ selected: String, hint: String = "") -> Field {
            Field(id: id, label: label, control: .choice(options, selected: options.firstIndex(of: selected) ?? 0), hint: hint)
        }

        /// A check box.
        public static func toggle(_ id: String, _ label: String, _ isOn: Bool, hint: String = "") -> Field {
            Field(id: id, label: label, control: .toggle(isOn), hint: hint)
        }

        /// A list that opens.
        public static func select(_ id: String, _ label: String, _ options: [String], _ selected: String, hint: String = "") -> Field {
            Field(id: id, label: label, control: .select(options, selected: options.firstIndex(of: selected) ?? 0), hint: hint)
        }

        /// The text, the chosen option, or `true` and `false`.
        public var value: String {
            switch control {
            case .text(let field): field.text
            case .choice(let options, let selected), .select(let options, let selected):
                options.indices.contains(selected) ? options[selected] : ""
            case .toggle(let isOn): isOn ? "true" : "false"
            }
        }

        /// What the text would be completed by; empty where nothing fits.
        public var completion: String {
            guard case .text(let field) = control, !field.characters.isEmpty, field.cursor == field.characters.count else { return "" }
            let typed = field.text.lowercased()
            let fitting = suggestions.first { $0.count > field.characters.count && $0.lowercased().hasPrefix(typed) }
            return fitting.map { String($0.dropFirst(field.characters.count)) } ?? ""
        }

        /// Takes the whole of the first suggestion that fits, in its own spelling; false where none does.
        mutating func complete() -> Bool {
            guard case .text(var field) = control, !completion.isEmpty else { return false }
            let text = field.text.lowercased()
            guard let whole = suggestions.first(where: { $0.count > field.characters.count && $0.lowercased().hasPrefix(text) }) else {
                return false
            }
            field.text = whole
            field.move(to: whole.count)
            control = .text(field)
            return true
        }
    }
}
