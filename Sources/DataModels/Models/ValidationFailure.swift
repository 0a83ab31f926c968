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
            // There is no input where a default was not made.
            if !hidesInput, detail.type != "default_factory_not_called" {
                let shown = Self.shortened(try machine.repr(detail.input))
                facts += ", input_value=\(shown), input_type=\(Self.typeName(of: detail.input, machine))"
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

    /// The name of the type of an input; that of models is `ModelMetaclass`.
    private static func typeName(of input: Value, _ machine: Machine) -> String {
        input.asType.flatMap { ModelDefinition.of($0) } == nil ? machine.type(of: input).name : "ModelMetaclass"
    }

    /// At most 50 bytes of UTF-8, the middle left out between whole characters (pydantic-core `write_truncated_to_limited_bytes`).
    private static func shortened(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > 50 else { return text }
        let isInside = { (index: Int) in bytes[index] & 0xC0 == 0x80 }
        var end = 25, start = bytes.count - 24
        while isInside(end) { end -= 1 }
        while start < bytes.count, isInside(start) { start += 1 }
        return String(decoding: bytes[..<end], as: UTF8.self) + "..." + String(decoding: bytes[start...], as: UTF8.self)
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
