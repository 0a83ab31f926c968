import HTTPMessages
import Python

/// Reads the body of a form (Starlette 1.10.0 requests.py `Request.form`).
struct FormReader {
    let machine: Machine
    let framework: FrameworkClasses
    /// How many fields a form may have.
    var mostFields = 1000
    /// How many bytes a field may have, its name included.
    var largestField = 1024 * 1024

    /// The fields in order; none where the content type is not a form's.
    ///
    /// Throws HTTPException 400 for a form beyond its limits (Starlette 1.10.0 formparsers.py `FormParser`).
    func pairs(_ bytes: [UInt8], _ contentType: String?) throws -> [(name: String, value: String)] {
        guard Self.isForm(contentType) else { return [] }
        try check(bytes)
        return RequestScope.pairs(bytes)
    }

    /// Whether a content type says that the body is a form.
    static func isForm(_ contentType: String?) -> Bool {
        let essence = (contentType ?? "").prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
        return essence == "application/x-www-form-urlencoded"
    }

    private func check(_ bytes: [UInt8]) throws {
        var fields = 0
        for field in bytes.split(separator: UInt8(ascii: "&")) {
            let size = field.contains(UInt8(ascii: "=")) ? field.count - 1 : field.count
            if size > largestField { throw refusal("Field exceeded maximum size of \(largestField / 1024)KB.") }
            fields += 1
            if fields > mostFields { throw refusal("Too many fields. Maximum number of fields is \(mostFields).") }
        }
    }

    private func refusal(_ words: String) -> PyError { framework.starletteException(400, .string(words), machine) }
}

/// Takes the fields of a form apart for parameters (FastAPI 0.165.0 dependencies/utils.py `_extract_form_items`).
struct FormFields {
    let pairs: [(name: String, value: String)]

    /// What one parameter or field of a model asks for.
    struct Wanted {
        let aliases: [String]
        let isSequence: Bool
    }

    /// The value under the first alias that the form has; texts that are empty count as left out.
    func value(_ wanted: Wanted) -> (alias: String, value: Value)? {
        for alias in wanted.aliases {
            let all = pairs.filter { $0.name == alias }.map { Value.string($0.value) }
            if wanted.isSequence {
                if !all.isEmpty { return (alias, .list(PyList(all))) }
            } else if let last = all.last, last.asString != "" {
                return (alias, last)
            }
        }
        return nil
    }

    /// The input of a model: its fields, and whatever else the form has.
    func input(_ wanted: [Wanted]) -> PyDict {
        let result = PyDict()
        var tried: Set<String> = []
        for field in wanted {
            let found = value(field)
            // Aliases behind the one that was found are not looked at, so that they count as extra names.
            for alias in field.aliases {
                tried.insert(alias)
                if alias == found?.alias { break }
            }
            if let found { result[found.alias] = found.value }
        }
        var extras = GroupedValues()
        for (name, value) in pairs where !tried.contains(name) { extras.add(name, .string(value)) }
        for (name, values) in extras.groups { result[name] = values.count == 1 ? values[0] : .list(PyList(values)) }
        return result
    }

    /// Whether the form has one of the names.
    func contains(anyOf names: Set<String>) -> Bool { pairs.contains { names.contains($0.name) } }
}
