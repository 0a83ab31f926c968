/// Why a file of key bindings cannot be used.
public enum KeyBindingsProblem: Error, Equatable, CustomStringConvertible {
    /// It cannot be read, with the reason and the place.
    case notJSON5(String)
    /// There is no such action; the line counts from 1.
    case unknownAction(String, line: Int?, known: [String])
    /// A text names no key.
    case unknownKey(String, action: String, line: Int?)
    /// One key would stand for several actions.
    case conflict(key: String, actions: [String])

    public var description: String {
        switch self {
        case .notJSON5(let reason): "the key bindings are not a JSON5 object of lists: \(reason)"
        case .unknownAction(let name, let line, let known):
            "\(Self.place(line))there is no action \"\(name)\"; there are \(known.joined(separator: ", "))"
        case .unknownKey(let key, let action, let line):
            "\(Self.place(line))\"\(key)\" for \"\(action)\" is no key; write it like \"s\", \"ctrl-s\", \"alt-Enter\", \"shift-Tab\" or \"F5\""
        case .conflict(let key, let actions):
            "the key \"\(key)\" would stand for \(actions.joined(separator: " and ")); give all but one of them another key"
        }
    }

    private static func place(_ line: Int?) -> String { line.map { "line \($0): " } ?? "" }
}

extension KeyBindings where Action: RawRepresentable<String> {
    /// One key, or a list of them.
    private struct Keys: Decodable {
        var texts: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) {
                texts = [one]
            } else if let many = try? container.decode([String].self) {
                texts = many
            } else {
                throw DecodingError.typeMismatch([String].self, .init(codingPath: decoder.codingPath, debugDescription: ""))
            }
        }
    }

    /// The table with other keys for some actions, from JSON5 such as `{ send: ["s", "F5"], quit: "ctrl-q", note: [] }`.
    ///
    /// An empty list takes all keys away; what an action keeps by default yields to a key that the file gives to another.
    public func overridden(json5 bytes: [UInt8]) throws(KeyBindingsProblem) -> KeyBindings {
        let file: [String: Keys]
        do throws(JSON5Problem) {
            file = try JSON5File.decode([String: Keys].self, from: bytes)
        } catch {
            throw .notJSON5(error.description)
        }
        var chosen: [Action: [KeyChord]] = [:]
        for (name, keys) in file.sorted(by: { $0.key < $1.key }) {
            let line = JSON5File.line(ofKey: name, in: bytes)
            guard let action = Action(rawValue: name), binding(of: action) != nil else {
                throw .unknownAction(name, line: line, known: all.map(\.action.rawValue))
            }
            chosen[action] = try keys.texts.map { text throws(KeyBindingsProblem) in
                guard let chord = KeyChord(text) else { throw .unknownKey(text, action: name, line: line) }
                return chord
            }
        }
        let result = KeyBindings(merged(chosen))
        if let conflict = result.conflictingActions.first {
            throw .conflict(key: conflict.chord.description, actions: conflict.actions.map(\.rawValue))
        }
        return result
    }

    private func merged(_ chosen: [Action: [KeyChord]]) -> [KeyBinding<Action>] {
        all.map { binding in
            var binding = binding
            let taken = all.filter { $0.context == binding.context }.flatMap { chosen[$0.action] ?? [] }
            binding.chords = chosen[binding.action] ?? binding.chords.filter { !taken.contains($0) }
            return binding
        }
    }
}
