import Python

/// `pydantic.alias_generators`.
enum AliasGenerators {
    static func module(_ machine: Machine) -> PyModule {
        let module = PyModule(name: "pydantic.alias_generators")
        module.namespace["to_pascal"] = machine.native("to_pascal", "snake") { machine, a in .string(try pascal(a[0], machine)) }
        module.namespace["to_camel"] = machine.native("to_camel", "snake") { machine, a in .string(try camel(a[0], machine)) }
        module.namespace["to_snake"] = machine.native("to_snake", "camel") { machine, a in .string(snake(try machine.str(a[0]))) }
        return module
    }

    private static func isUpper(_ character: Character) -> Bool { character.isASCII && character.isUppercase }
    private static func isLower(_ character: Character) -> Bool { character.isASCII && character.isLowercase }
    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    /// `str.title()` without the underscores between words.
    private static func pascal(_ text: Value, _ machine: Machine) throws -> String {
        let title = Array(try machine.str(try machine.call(try machine.attribute(text, "title"))))
        var out = ""
        for (index, character) in title.enumerated() {
            if character == "_", index > 0, index + 1 < title.count {
                let before = title[index - 1], after = title[index + 1]
                if isUpper(before) || isLower(before) || isDigit(before), isDigit(after) || isUpper(after) { continue }
            }
            out.append(character)
        }
        return out
    }

    private static func camel(_ text: Value, _ machine: Machine) throws -> String {
        let plain = try machine.str(text)
        let characters = Array(plain)
        let isWord = characters.allSatisfy { isUpper($0) || isLower($0) || isDigit($0) }
        let hasLetterAfterDigit = zip(characters, characters.dropFirst()).contains { isDigit($0) && isLower($1) }
        if let first = characters.first, isLower(first), isWord, !hasLetterAfterDigit { return plain }
        let pascal = try pascal(text, machine)
        let lead = pascal.prefix { $0 == "_" }
        return lead + pascal.dropFirst(lead.count).prefix(1).lowercased() + pascal.dropFirst(lead.count + 1)
    }

    /// Underscores where words begin, then lower case.
    private static func snake(_ camel: String) -> String {
        let characters = Array(camel)
        var out = ""
        for (index, character) in characters.enumerated() {
            if index > 0 {
                let before = characters[index - 1]
                let endsCapitals = isUpper(before) && isUpper(character) && index + 1 < characters.count && isLower(characters[index + 1])
                let startsWord = isUpper(character) && (isLower(before) || isDigit(before))
                if endsCapitals || startsWord || (isDigit(character) && isLower(before)) { out.append("_") }
            }
            out += character == "-" ? "_" : character.lowercased()
        }
        return out
    }
}
