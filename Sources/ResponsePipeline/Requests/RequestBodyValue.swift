import DataModels
import HTTPMessages
import Python

/// The body of a request as the path operation's body parameters see it (FastAPI 0.165.0 `request_body_to_args`).
struct RequestBodyValue {
    /// Nil where nothing was sent.
    var value: Value?
    /// The fields of a form.
    var form: [(name: String, value: String)]?
    var embeds: Bool

    static var none: RequestBodyValue { RequestBodyValue(value: nil, form: nil, embeds: false) }

    func read(
        _ fields: [Dependant.Field], _ source: ParameterSource, into values: inout [(name: String, value: Value)],
        _ errors: inout [ErrorDetail]
    ) throws {
        if let form { return try read(fields, FormFields(pairs: form), source, into: &values, &errors) }
        if fields.count == 1, !embeds {
            if let result = try source.validated(value, fields[0], ["body"], &errors) { values.append((fields[0].name, result)) }
            return
        }
        for field in fields {
            let location: [Value] = ["body", .string(field.alias)]
            guard let found = try lookup(field, location, &errors) else { continue }
            if let result = try source.validated(found.value, field, location, &errors) { values.append((field.name, result)) }
        }
    }

    /// The fields of a form; a model takes the whole form.
    private func read(
        _ fields: [Dependant.Field], _ form: FormFields, _ source: ParameterSource,
        into values: inout [(name: String, value: Value)], _ errors: inout [ErrorDetail]
    ) throws {
        for field in fields {
            var found: Value?
            var location: [Value] = ["body"]
            if let union = field.formUnion {
                found = try union.input(form, field.info, source.machine)
            } else if field.info.place == .form, let model = field.adapter.modelType, !field.info.embeds {
                let wanted = try ParameterGroup(field: field, model: model, machine: source.machine).wanted()
                let isGiven = form.contains(anyOf: Set(wanted.flatMap(\.aliases)))
                let takesExtras = TypeAdapter.readsExtras(model) && !form.pairs.isEmpty
                if !field.adapter.isOptionalModel || isGiven || takesExtras { found = .dict(form.input(wanted)) }
            } else {
                let named = form.value(FormFields.Wanted(aliases: field.aliases, isSequence: field.adapter.isSequence))
                found = named?.value
                location.append(.string(named?.alias ?? field.alias))
            }
            if let result = try source.validated(found, field, location, &errors) { values.append((field.name, result)) }
        }
    }

    private struct Found { var value: Value? }

    private func lookup(_ field: Dependant.Field, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Found? {
        guard let value, value.asBytes == nil else { return Found(value: nil) }
        guard let dict = value.asDict else {
            errors.append(ErrorDetail("missing", location, "Field required", input: .none))
            return nil
        }
        return Found(value: dict[field.alias])
    }
}

/// Reads and parses the body before the dependencies run (FastAPI 0.165.0 routing.py `get_request_handler`).
struct BodyReader {
    let machine: Machine
    let framework: FrameworkClasses

    /// What the body says; throws RequestValidationError for broken JSON and HTTPException 400 for text that is no UTF-8.
    func read(
        _ scope: RequestScope, fields: [Dependant.Field], embeds: Bool, isStrict: Bool
    ) async throws -> RequestBodyValue {
        guard !fields.isEmpty else { return .none }
        let bytes = try await RequestBodySource(machine: machine, framework: framework).body(scope)
        scope.isBodyOfRoute = true
        let contentType = scope.headers.text("content-type")
        if fields.contains(where: { $0.info.place == .form || $0.info.place == .file }) {
            return RequestBodyValue(
                value: nil, form: try FormReader(machine: machine, framework: framework).pairs(bytes, contentType), embeds: embeds)
        }
        guard !bytes.isEmpty else { return RequestBodyValue(value: nil, form: nil, embeds: embeds) }
        let isJSON = contentType.map { $0.isEmpty ? !isStrict : Self.isJSON($0) } ?? !isStrict
        guard isJSON else { return RequestBodyValue(value: .object(PyBytes(bytes)), form: nil, embeds: embeds) }
        return RequestBodyValue(value: try json(bytes, scope), form: nil, embeds: embeds)
    }

    /// `application/json` and `application/*+json`, parameters left aside.
    static func isJSON(_ contentType: String) -> Bool {
        let essence = contentType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        guard essence.hasPrefix("application/") else { return false }
        let subtype = essence.dropFirst("application/".count)
        return subtype == "json" || subtype.hasSuffix("+json")
    }

    /// UTF-16 as UTF-8, found by its mark or by the zero beside the first character (CPython 3.11 json `detect_encoding`).
    private static func transcoded(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 2, bytes.count % 2 == 0 else { return nil }
        let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let isLittle = bytes.starts(with: [0xFF, 0xFE]) || (!isMarked && bytes[1] == 0 && bytes[0] != 0)
        guard isMarked || isLittle || (bytes[0] == 0 && bytes[1] != 0) else { return nil }
        let units = stride(from: isMarked ? 2 : 0, to: bytes.count, by: 2).map { index in
            let low = UInt16(bytes[isLittle ? index : index + 1]), high = UInt16(bytes[isLittle ? index + 1 : index])
            return high << 8 | low
        }
        guard !units.contains(0), let text = String(validating: units, as: UTF16.self) else { return nil }
        return Array(text.utf8)
    }

    /// What `json.loads` makes of bytes that are not UTF-8.
    private func decoded(_ bytes: [UInt8], _ scope: RequestScope) throws -> Value {
        if let text = Self.transcoded(bytes) { return try json(text, scope) }
        do {
            return try machine.call(try machine.imported("json", "loads"), .object(PyBytes(bytes)))
        } catch let raised as PyError where machine.isError(raised, "Exception") {
            throw framework.starletteException(400, .string("There was an error parsing the body"), machine)
        }
    }

    private func json(_ bytes: [UInt8], _ scope: RequestScope) throws -> Value {
        // Bytes of zero among the first ones are UTF-16 or UTF-32, which `json.loads` recognises.
        guard !bytes.prefix(4).contains(0), String(validating: bytes, as: UTF8.self) != nil else {
            return try decoded(bytes, scope)
        }
        var text = bytes
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
        do {
            return try JSONReader.value(of: PyStr(utf8: text))
        } catch let problem as JSONDecodeProblem {
            let detail = ErrorDetail(
                "json_invalid", ["body", .int(problem.position)], "JSON decode error", input: .dict(PyDict()),
                context: [("error", .string(problem.message))])
            throw framework.validationError(
                [detail], body: .string(String(decoding: bytes, as: UTF8.self)), scope.route?.context(scope), machine)
        }
    }
}
