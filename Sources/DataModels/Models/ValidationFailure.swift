import Python

/// Pydantic's `ValidationError`.
final class ValidationFailure: PyException {
    var details: [ErrorDetail] = []
    var title = ""

    static func error(_ details: [ErrorDetail], title: String, _ machine: Machine) -> PyError {
        let type = PydanticTypes.of(machine)?.validationError ?? machine.types.exception("ValueError")
        guard let failure = type.allocate(type) as? ValidationFailure else { return machine.error("ValueError", "validation error") }
        failure.details = details
        failure.title = title
        failure.arguments = []
        return PyError(failure)
    }

    /// `2 validation errors for Item` and a paragraph for each.
    func text(_ machine: Machine) throws -> String {
        var lines = ["\(details.count) validation error\(details.count == 1 ? "" : "s") for \(title)"]
        for detail in details {
            lines.append(try detail.location.map { try machine.str($0) }.joined(separator: "."))
            let shown = try machine.repr(detail.input)
            lines.append("  \(detail.message) [type=\(detail.type), input_value=\(shown), input_type=\(machine.typeName(detail.input))]")
            lines.append("    For further information visit https://errors.pydantic.dev/2.14/v/\(detail.type)")
        }
        return lines.joined(separator: "\n")
    }
}

/// `PydanticCustomError`.
final class CustomError: PyException {
    var kind = ""
    var message = ""
    var details: [(name: String, value: Value)] = []
}
