import HTTPMessages
import Python

/// Reads the body of a form (Starlette 1.10.0 requests.py `Request.form`).
enum FormReader {
    /// The fields in order; none where the content type is not a form's.
    static func pairs(_ bytes: [UInt8], _ contentType: String?) -> [(name: String, value: String)] {
        let essence = (contentType ?? "").prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
        return essence == "application/x-www-form-urlencoded" ? RequestScope.pairs(bytes) : []
    }
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
        var extras: [(name: String, values: [Value])] = []
        for (name, value) in pairs where !tried.contains(name) {
            if let known = extras.firstIndex(where: { $0.name == name }) {
                extras[known].values.append(.string(value))
            } else {
                extras.append((name, [.string(value)]))
            }
        }
        for (name, values) in extras { result[name] = values.count == 1 ? values[0] : .list(PyList(values)) }
        return result
    }

    /// Whether the form has one of the names.
    func contains(anyOf names: Set<String>) -> Bool { pairs.contains { names.contains($0.name) } }
}
