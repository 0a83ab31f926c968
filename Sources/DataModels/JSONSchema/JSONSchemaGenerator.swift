import Python

/// Makes the JSON schema of what a type accepts or writes (pydantic.json_schema `GenerateJsonSchema`).
///
/// Classes with names become definitions; `$ref`s hold a mark until all definitions are known and can be named.
final class JSONSchemaGenerator {
    let machine: Machine
    /// Whether it tells what is written, not what is accepted.
    let isSerialization: Bool
    let byAlias: Bool
    /// How a `$ref` is written, with `{model}` for the name of the definition.
    private let template: String
    /// The settings of the class whose fields are being described.
    var config = ModelConfig()
    private var definitions: [Definition] = []

    /// A class with a name, and its schema once it is made.
    private struct Definition {
        let type: PyType
        var schema: PyDict?
    }

    private static let mark = "\u{0}definition "

    init(_ machine: Machine, isSerialization: Bool, byAlias: Bool, template: String) {
        self.machine = machine
        self.isSerialization = isSerialization
        self.byAlias = byAlias
        self.template = template
    }

    /// The whole schema, with the definitions that it needs under `$defs`, sorted as Pydantic sorts.
    func generate(_ schema: Schema) throws -> Value {
        var made = try json(schema)
        if let index = index(of: made["$ref"]), made.count == 1, references(from: .dict(made))[index] == 1 {
            made = definitions[index].schema?.copy() ?? made
        }
        let used = references(from: .dict(made)).keys.sorted()
        let names = names(of: used)
        if !used.isEmpty { made["$defs"] = .dict(table(of: used, names)) }
        return sorted(remapped(.dict(made), names))
    }

    /// The schemas of several types, each a reference or inline, and the definitions that they share.
    func generate(all schemas: [Schema]) throws -> (schemas: [Value], definitions: Value) {
        let made = try schemas.map { Value.dict(try json($0)) }
        let used = references(from: .list(PyList(made))).keys.sorted()
        let names = names(of: used)
        return (made.map { remapped($0, names) }, sorted(remapped(.dict(table(of: used, names)), names)))
    }

    private func table(of used: [Int], _ names: [Int: String]) -> PyDict {
        let table = PyDict()
        for index in used { table[names[index] ?? ""] = definitions[index].schema.map { .dict($0) } ?? Value.none }
        return table
    }

    // MARK: Definitions

    /// A reference to the definition of a class, which is made where it is not known yet.
    func reference(to type: PyType, _ make: () throws -> PyDict) throws -> PyDict {
        let reference = PyDict()
        if let known = definitions.firstIndex(where: { $0.type === type }) {
            reference["$ref"] = .string("\(Self.mark)\(known)")
            return reference
        }
        let index = definitions.count
        definitions.append(Definition(type: type))
        reference["$ref"] = .string("\(Self.mark)\(index)")
        definitions[index].schema = try make()
        return reference
    }

    /// What a schema refers to; nil where it refers to nothing that is made already.
    func definition(behind schema: PyDict) -> PyDict? { index(of: schema["$ref"]).flatMap { definitions[$0].schema } }

    private func index(of value: Value?) -> Int? {
        guard let text = value?.asString, text.hasPrefix(Self.mark) else { return nil }
        return Int(text.dropFirst(Self.mark.count))
    }

    /// How often each definition is referred to, by what is given and by the definitions that it needs.
    private func references(from value: Value) -> [Int: Int] {
        var counts: [Int: Int] = [:]
        var waiting = [value]
        while let next = waiting.popLast() {
            if let list = next.asList { waiting += list.elements }
            guard let dict = next.asDict else { continue }
            for (key, item) in dict.items {
                if key.asString == "examples", item.asList != nil { continue }
                guard key.asString == "$ref", let index = index(of: item) else {
                    waiting.append(item)
                    continue
                }
                counts[index, default: 0] += 1
                if counts[index] == 1, let schema = definitions[index].schema { waiting.append(.dict(schema)) }
            }
        }
        return counts
    }

    /// The shortest names that tell definitions apart: of the class, with its module, with a number.
    private func names(of used: [Int]) -> [Int: String] {
        var names: [Int: String] = [:]
        let choices = used.map { index in
            (index: index, short: Self.normalized(shortName(of: definitions[index].type)), long: longName(of: definitions[index].type))
        }
        for choice in choices {
            if choices.count(where: { $0.short == choice.short }) == 1 {
                names[choice.index] = choice.short
            } else {
                let same = choices.filter { $0.long == choice.long }
                let number = (same.firstIndex { $0.index == choice.index } ?? 0) + 1
                names[choice.index] = same.count == 1 ? choice.long : "\(choice.long)__\(number)"
            }
        }
        return names
    }

    private func shortName(of type: PyType) -> String {
        guard let definition = ModelDefinition.of(type), let origin = definition.genericOrigin else {
            return type.qualifiedName.split(separator: ".").last.map(String.init) ?? type.name
        }
        let arguments = definition.genericArguments.map { (try? TypeDisplay.text($0, machine)) ?? "" }
        return "\(origin.name)[\(arguments.joined(separator: ","))]"
    }

    private func longName(of type: PyType) -> String { Self.normalized("\(type.module).\(type.qualifiedName)") }

    private static func normalized(_ name: String) -> String {
        name.unicodeScalars.map { scalar in
            if scalar == "." { return "__" }
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isPlain || scalar == "-" || scalar == "_" ? String(scalar) : "_"
        }.joined()
    }

    // MARK: The last steps

    private func remapped(_ value: Value, _ names: [Int: String]) -> Value {
        if let index = index(of: value) { return .string(template.replacing("{model}", with: names[index] ?? "")) }
        if let list = value.asList { return .list(PyList(list.elements.map { remapped($0, names) })) }
        guard let dict = value.asDict else { return value }
        let made = PyDict()
        for (key, item) in dict.items { if let name = key.asStr { made.setValue(remapped(item, names), forName: name) } }
        return .dict(made)
    }

    /// Keys in order, but for those of properties and of defaults.
    private func sorted(_ value: Value, under parent: String? = nil) -> Value {
        if let list = value.asList { return .list(PyList(list.elements.map { sorted($0, under: parent) })) }
        guard let dict = value.asDict else { return value }
        var names = dict.keys.compactMap(\.asStr)
        if parent != "properties", parent != "default" { names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
        let made = PyDict()
        for name in names {
            made.setValue(sorted(dict.value(forName: name) ?? .none, under: name.string), forName: name)
        }
        return .dict(made)
    }

    /// The error for a type that JSON schemas cannot tell of.
    func invalid(_ what: String) throws -> PyError {
        try PydanticTypes.required(machine).userErrors.invalidForJSONSchema("Cannot generate a JsonSchema for \(what)", machine)
    }
}
