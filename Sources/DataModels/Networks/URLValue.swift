import Python

/// An instance of `AnyUrl` and its kin; a multi-host URL has one record for each further host.
final class URLValue: PyInstance {
    var record = URLRecord()
    /// Records that matter for user, host and port only.
    var furtherHosts: [URLRecord] = []

    /// The serialized URL.
    var text: String { joined(record.text) { $0.host ?? "" } }

    /// The serialized URL with its domains in Unicode.
    var unicodeText: String { joined(record.unicodeText) { $0.unicodeHost ?? "" } }

    private func joined(_ first: String, _ host: (URLRecord) -> String) -> String {
        if furtherHosts.isEmpty { return first }
        let hosts = ([record] + furtherHosts).map { one in
            let user = one.username.isEmpty && one.password == nil ? "" : one.username + (one.password.map { ":" + $0 } ?? "") + "@"
            return user + host(one) + (one.port.map { ":\($0)" } ?? "")
        }
        return record.scheme + "://" + hosts.joined(separator: ",") + record.path + (record.query.map { "?" + $0 } ?? "")
            + (record.fragment.map { "#" + $0 } ?? "")
    }
}

/// A URL type as a schema (pydantic.networks `_BaseUrl.__get_pydantic_core_schema__`).
struct URLType: SpecialType {
    let type: PyType
    let constraints: URLConstraints

    var name: String { "function-wrap[wrap_val()]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if validator.machine.isInstance(input, type) { return input }
        validator.floor(.lax)
        // Another type's URL is taken, and shown, as its text.
        let input = (input.asObject as? URLValue).map { Value.string($0.text) } ?? input
        guard let text = text(of: input, validator) else {
            return validator.fail("url_type", "URL input should be a string or URL", input, location, &errors)
        }
        if let most = constraints.maxLength, text.utf8.count > most {
            let message = "URL should have at most \(most) character\(most == 1 ? "" : "s")"
            return validator.fail("url_too_long", message, input, location, &errors, [("max_length", .int(most))])
        }
        let made = URLValue(type: type)
        do throws(URLProblem) {
            try fill(made, text, isStrict: validator.isStrict)
        } catch {
            let words = error.isViolation ? "Input violated strict URL syntax rules, " : "Input should be a valid URL, "
            return validator.fail(
                error.isViolation ? "url_syntax_violation" : "url_parsing", words + error.text, input, location, &errors,
                [("error", .string(error.text))])
        }
        if !constraints.allowedSchemes.isEmpty, !constraints.allowedSchemes.contains(made.record.scheme) {
            let expected = constraints.expectedSchemes
            return validator.fail(
                "url_scheme", "URL scheme should be \(expected)", input, location, &errors, [("expected_schemes", .string(expected))])
        }
        do throws(URLProblem) {
            try fillDefaults(made)
        } catch {
            return validator.fail(
                "url_parsing", "Input should be a valid URL, \(error.text)", input, location, &errors, [("error", .string(error.text))])
        }
        return .object(made)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        serializer.options.isJSON ? (value.asObject as? URLValue).map { .string($0.text) } : nil
    }

    private func text(of input: Value, _ validator: Validator) -> String? {
        if let text = input.asString { return text }
        guard !validator.isStrict, let bytes = input.asBytes?.bytes else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private func fill(_ made: URLValue, _ text: String, isStrict: Bool) throws(URLProblem) {
        guard constraints.isMultiHost, let start = text.range(of: "://")?.upperBound else {
            made.record = try URLParser.parse(text, isStrict: isStrict)
            return
        }
        let end = text[start...].firstIndex { "/?#".contains($0) } ?? text.endIndex
        let hosts = text[start..<end].split(separator: ",", omittingEmptySubsequences: false)
        if hosts.count > 1, hosts.contains(where: \.isEmpty) { throw URLProblem("empty host") }
        if hosts.last?.hasSuffix("@") == true { throw URLProblem("empty host") }
        for (index, host) in hosts.enumerated() {
            let one = try URLParser.parse(String(text[..<start]) + host + (index == 0 ? String(text[end...]) : ""), isStrict: isStrict)
            if index == 0 { made.record = one } else { made.furtherHosts.append(one) }
        }
    }

    private func fillDefaults(_ made: URLValue) throws(URLProblem) {
        let hasHost = made.record.host?.isEmpty == false
        if !hasHost, let host = constraints.defaultHost {
            if made.record.isOpaque { throw URLProblem("a cannot-be-a-base URL doesn’t have a host to set") }
            made.record.host = host
        } else if !hasHost, constraints.isHostRequired {
            throw URLProblem("empty host")
        }
        if made.record.port == nil, made.record.host?.isEmpty == false, made.furtherHosts.isEmpty {
            let port = constraints.defaultPort
            made.record.port = port == URLRecord.defaultPorts[made.record.scheme] ? nil : port
        } else if let last = made.furtherHosts.indices.last, made.furtherHosts[last].port == nil {
            made.furtherHosts[last].port = constraints.defaultPort
        }
        if let path = constraints.defaultPath, made.record.path.isEmpty || made.record.path == "/" { made.record.path = path }
    }
}

extension String {
    /// The first occurrence of a text.
    fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
