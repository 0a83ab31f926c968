/// `repr`, `str`, `ascii` and `format`.
extension Machine {
    /// Python's `repr(value)`.
    public func repr(_ value: Value) throws -> String { try reprStr(value).string }

    /// Python's `str(value)`.
    public func str(_ value: Value) throws -> String { try strStr(value).string }

    /// Python's `repr(value)` as a text of Python.
    public func reprStr(_ value: Value) throws -> PyStr {
        try nested {
            if hasMethods(value), let method = try method(value, names.repr) {
                return try text(try call(method), "__repr__")
            }
            if let text = try builtinRepr(value) { return text }
            return PyStr(defaultRepr(value))
        }
    }

    /// Python's `str(value)` as a text of Python.
    public func strStr(_ value: Value) throws -> PyStr {
        if case .str(let text) = value { return text }
        if case .int(let small) = value { return PyStr(decimal: small) }
        if hasMethods(value), let found = type(of: value).lookup(names.str), !isDefaultStr(found) {
            return try text(try call(try bind(found, to: value, of: type(of: value))), "__str__")
        }
        if hasMethods(value), let payload = value.asInstance?.payload, case .str(let text) = payload,
            type(of: value).lookup(names.str) == nil
        {
            return text
        }
        return try reprStr(value)
    }

    /// Python's `ascii(value)`.
    public func ascii(_ value: Value) throws -> PyStr {
        var escaped = ""
        for scalar in try repr(value).unicodeScalars {
            if scalar.value < 0x80 {
                escaped.unicodeScalars.append(scalar)
            } else {
                let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
                let digits = String(scalar.value, radix: 16)
                escaped += "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
            }
        }
        return PyStr(escaped)
    }

    /// Python's `format(value, specification)`.
    public func format(_ value: Value, _ specification: String) throws -> PyStr { try format(value, PyStr(specification)) }

    /// Python's `format(value, specification)`.
    func format(_ value: Value, _ specification: PyStr) throws -> PyStr {
        if hasMethods(value), let found = type(of: value).lookup(names.format), !isDefaultFormat(found) {
            return try text(try call(try bind(found, to: value, of: type(of: value)), .str(specification)), "__format__")
        }
        if !hasMethods(value), let text = try builtinFormat(value, specification) { return text }
        if specification.isEmpty { return try strStr(value) }
        throw error("TypeError", "unsupported format string passed to \(typeName(value)).__format__")
    }

    /// `<main.Cat object at 0x7f…>`.
    func defaultRepr(_ value: Value) -> String {
        let type = type(of: value)
        let name = type.module == "builtins" ? type.qualifiedName : "\(type.module).\(type.qualifiedName)"
        return "<\(name) object at \(address(value))>"
    }

    /// The address that reprs show.
    func address(_ value: Value) -> String {
        let digits = String(UInt(bitPattern: identity(value)), radix: 16)
        return "0x" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }

    /// Renders a container; where it contains itself, `cycle` stands.
    public func rendering(_ object: PyObject, cycle: String, _ body: () throws -> PyStr) throws -> PyStr {
        let identifier = ObjectIdentifier(object)
        if activeReprs.contains(identifier) { return PyStr(cycle) }
        activeReprs.append(identifier)
        defer { activeReprs.removeLast() }
        return try nested(" while getting the repr of an object", body)
    }

    private func text(_ result: Value, _ method: String) throws -> PyStr {
        if let text = result.asStr { return text }
        if method == "__format__" { throw error("TypeError", "__format__ must return a str, not \(typeName(result))") }
        throw error("TypeError", "\(method) returned non-string (type \(typeName(result)))")
    }

    private func isDefaultStr(_ found: Value) -> Bool {
        if case .object(let object) = found { return object === defaultStr }
        return false
    }

    private func isDefaultFormat(_ found: Value) -> Bool {
        if case .object(let object) = found { return object === defaultFormat }
        return false
    }
}
