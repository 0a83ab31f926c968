import Python

/// Pydantic's `ValidationError`.
final class ValidationFailure: PyException {
    var details: [ErrorDetail] = []
    var title = ""
    /// Whether the input was not Python objects but JSON, whose types are named otherwise.
    var isJSON = false
    var hidesInput = false

    static func error(_ details: [ErrorDetail], title: String, isJSON: Bool = false, hidesInput: Bool = false, _ machine: Machine)
        -> PyError
    {
        let type = PydanticTypes.of(machine)?.validationError ?? machine.types.exception("ValueError")
        guard let failure = type.allocate(type) as? ValidationFailure else { return machine.error("ValueError", "validation error") }
        failure.details = details
        failure.title = title
        failure.isJSON = isJSON
        failure.hidesInput = hidesInput
        failure.arguments = []
        return PyError(failure)
    }

    /// The page that explains a kind of error; custom kinds have none.
    static func link(_ detail: ErrorDetail) -> String? {
        detail.isCustom || ErrorCatalog.templates[detail.type] == nil ? nil : page(of: detail.type)
    }

    private static func page(of kind: String) -> String { "https://errors.pydantic.dev/2.14/v/\(kind)" }

    /// `2 validation errors for Item` and a paragraph for each.
    func text(_ machine: Machine) throws -> String {
        var lines = ["\(details.count) validation error\(details.count == 1 ? "" : "s") for \(title)"]
        for detail in details {
            if !detail.location.isEmpty { lines.append(try detail.location.map { try part($0, machine) }.joined(separator: ".")) }
            var facts = "type=\(detail.type)"
            if !hidesInput {
                let shown = Self.shortened(try machine.repr(detail.input))
                facts += ", input_value=\(shown), input_type=\(machine.type(of: detail.input).name)"
            }
            lines.append("  \(detail.message) [\(facts)]")
            if let link = Self.link(detail) { lines.append("    For further information visit \(link)") }
        }
        return lines.joined(separator: "\n")
    }

    /// A part of a location; texts with dots are quoted with backticks.
    private func part(_ part: Value, _ machine: Machine) throws -> String {
        let text = try machine.str(part)
        return text.contains(".") ? "`\(text)`" : text
    }

    /// At most 50 characters, the middle left out.
    private static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > 50 else { return text }
        return String(scalars.prefix(25)) + "..." + String(scalars.suffix(24))
    }

    /// The list that `errors()` gives; `json()` links custom kinds too.
    func list(url: Bool, linksCustom: Bool = false, context: Bool, input: Bool, _ machine: Machine) -> Value {
        .list(
            PyList(
                details.map { detail in
                    let dict = detail.dictionary(machine)
                    if !context { dict["ctx"] = nil }
                    if !input { dict["input"] = nil }
                    if url, let link = Self.link(detail) ?? (linksCustom ? Self.page(of: detail.type) : nil) { dict["url"] = .string(link) }
                    return .dict(dict)
                }))
    }
}

/// `PydanticCustomError` and `PydanticKnownError`.
final class CustomError: PyException {
    var kind = ""
    /// With names in braces.
    var template = ""
    var details: [(name: String, value: Value)] = []
    /// Whether the kind is one of pydantic-core's own.
    var isKnown = false

    /// The message with texts and integers of the context put in.
    func message(_ machine: Machine) throws -> String {
        if isKnown { return try ErrorCatalog.message(kind, details, machine) }
        var message = template
        for (name, value) in details {
            message = message.replacing("{\(name)}", with: try machine.str(value))
        }
        return message
    }
}
