/// The parameters of a function that a class is given for its fields: `__init__` of a dataclass, `__new__` of a named tuple.
struct ProgramFields {
    /// One parameter.
    struct Field {
        /// The name.
        let name: String
        /// Whether it may be left out.
        var hasDefault = false
        /// Whether it must be given by name.
        var isKeywordOnly = false
    }

    /// The name in messages, such as `Point.__new__`.
    let function: String
    /// The parameters in order.
    let fields: [Field]

    /// Matches arguments (without the receiver) to the fields; nil stands for a default.
    ///
    /// Raises TypeError in CPython's words for a function written in Python.
    func bind(_ arguments: Arguments, _ machine: Machine) throws -> [Value?] {
        if arguments.keywords.isEmpty, arguments.positional.count == fields.count, !fields.contains(where: \.isKeywordOnly) {
            return arguments.positional
        }
        var values = [Value?](repeating: nil, count: fields.count)
        let positional = fields.indices.filter { !fields[$0].isKeywordOnly }
        if arguments.positional.count > positional.count { throw tooMany(arguments.positional.count, positional, machine) }
        for (slot, value) in zip(positional, arguments.positional) { values[slot] = value }
        for (name, value) in arguments.keywords {
            guard let slot = fields.firstIndex(where: { $0.name == name }) else {
                throw machine.error("TypeError", "\(function)() got an unexpected keyword argument '\(name)'")
            }
            if values[slot] != nil { throw machine.error("TypeError", "\(function)() got multiple values for argument '\(name)'") }
            values[slot] = value
        }
        for isKeyword in [false, true] {
            let missing = fields.indices.filter {
                fields[$0].isKeywordOnly == isKeyword && !fields[$0].hasDefault && values[$0] == nil
            }
            if !missing.isEmpty {
                throw machine.missingArguments(missing.map { fields[$0].name }, isKeyword ? "keyword-only" : "positional", function)
            }
        }
        return values
    }

    private func tooMany(_ count: Int, _ positional: [Int], _ machine: Machine) -> PyError {
        let most = positional.count + 1
        let least = positional.count { !fields[$0].hasDefault } + 1
        let takes = least == most ? "\(most)" : "from \(least) to \(most)"
        let plural = most == 1 && least == most ? "" : "s"
        return machine.error("TypeError", "\(function)() takes \(takes) positional argument\(plural) but \(count + 1) were given")
    }
}
