/// The constructor and the methods of `complex`.
enum ComplexMethods {
    private static let operators: [(name: String, operation: BinaryOperator)] = [
        ("add", .add), ("sub", .subtract), ("mul", .multiply), ("truediv", .divide), ("pow", .power),
    ]

    /// Puts the methods on the type.
    static func install(on type: PyType) {
        type.constructor("real=0, imag?") { machine, _, a in
            try made(a.isGiven(0) ? a[0] : nil, a.ifGiven(1), machine)
        }
        for (name, operation) in operators {
            binary(type, "__\(name)__") { try ComplexArithmetic.apply(operation, $0, $1, $2) }
            binary(type, "__r\(name)__") { try ComplexArithmetic.apply(operation, $1, $0, $2) }
        }
        for (name, isEqual) in [("__eq__", true), ("__ne__", false)] {
            type.method(name, "self, value, /") { machine, a in
                guard let own = a[0].asComplex, let other = try ComplexArithmetic.operand(a[1], machine) else {
                    return machine.notImplemented
                }
                return .bool((own.real == other.real && own.imaginary == other.imaginary) == isEqual)
            }
        }
        method(type, "__neg__") { .object(PyComplex(-$0.real, -$0.imaginary)) }
        method(type, "__pos__") { .object($0) }
        method(type, "__abs__") { .float($0.magnitude) }
        method(type, "__bool__") { .bool($0.real != 0 || $0.imaginary != 0) }
        method(type, "__hash__") { .int($0.hash) }
        method(type, "__repr__") { .string($0.text) }
        method(type, "__complex__") { .object($0) }
        method(type, "conjugate") { .object(PyComplex($0.real, -$0.imaginary)) }
        type.getter("real") { _, value in .float(value.asComplex?.real ?? 0) }
        type.getter("imag") { _, value in .float(value.asComplex?.imaginary ?? 0) }
        type.method("__format__", "self, format_spec, /") { machine, a in
            guard let number = a[0].asComplex, let spec = a[1].asString else { return .none }
            if spec.isEmpty { return .string(number.text) }
            return .str(try ComplexFormat.text(number, PyStr(spec), machine))
        }
    }

    private static func method(_ type: PyType, _ name: String, _ body: @escaping (PyComplex) -> Value) {
        type.method(name, "", on: { $0.asComplex }) { _, number, _ in body(number) }
    }

    private static func binary(
        _ type: PyType, _ name: String, _ apply: @escaping (PyComplex, PyComplex, Machine) throws -> PyComplex?
    ) {
        type.method(name, "self, value, /") { machine, a in
            guard let own = a[0].asComplex, let other = try ComplexArithmetic.operand(a[1], machine),
                let result = try apply(own, other, machine)
            else { return machine.notImplemented }
            return .object(result)
        }
    }

    // MARK: Construction

    private static func made(_ real: Value?, _ imaginary: Value?, _ machine: Machine) throws -> Value {
        if let text = real?.asStr {
            if imaginary != nil { throw machine.error("TypeError", "complex() can't take second arg if first is a string") }
            guard let number = parsed(text.string) else { throw machine.error("ValueError", "complex() arg is a malformed string") }
            return .object(number)
        }
        if imaginary?.asStr != nil { throw machine.error("TypeError", "complex() second arg can't be a string") }
        let first = try part(real ?? 0, "first argument must be a string or a number", machine)
        guard let imaginary else { return .object(first) }
        let second = try part(imaginary, "second argument must be a number", machine)
        // Zeros keep their signs where only one part has to do with an operand.
        let realPart = imaginary.asComplex == nil ? first.real : first.real - second.imaginary
        let isReal = real?.asComplex == nil
        return .object(PyComplex(realPart, isReal ? second.real : first.imaginary + second.real))
    }

    private static func part(_ value: Value, _ demand: String, _ machine: Machine) throws -> PyComplex {
        if let number = try ComplexArithmetic.operand(value, machine) { return number }
        for name in ["__complex__", "__float__", "__index__"] {
            guard let method = try machine.method(value, name) else { continue }
            let answer = try machine.call(method)
            if name == "__complex__", answer.asComplex == nil {
                throw machine.error("TypeError", "__complex__ returned non-complex (type \(machine.typeName(answer)))")
            }
            if let number = try ComplexArithmetic.operand(answer, machine) { return number }
        }
        throw machine.error("TypeError", "complex() \(demand), not '\(machine.typeName(value))'")
    }

    /// The number that a text names: `1`, `2j`, `1+2j`, perhaps in parentheses; nil for others.
    private static func parsed(_ text: String) -> PyComplex? {
        var body = trimmed(Substring(text))
        if body.first == "(", body.last == ")", body.count > 1 { body = trimmed(body.dropFirst().dropLast()) }
        if body.isEmpty || body.contains(" ") { return nil }
        guard body.last == "j" || body.last == "J" else { return Double.python(body).map { PyComplex($0, 0) } }
        body = body.dropLast()
        // The sign between the parts is the last one that no exponent begins with.
        let characters = Array(body)
        let place = characters.indices.dropFirst().last { index in
            "+-".contains(characters[index]) && !"eE".contains(characters[index - 1])
        }
        let (real, imaginary) = (String(characters[..<(place ?? 0)]), String(characters[(place ?? 0)...]))
        let second = ["", "+", "-"].contains(imaginary) ? Double.python(imaginary + "1") : Double.python(imaginary)
        guard let second, let first = real.isEmpty ? 0 : Double.python(real) else { return nil }
        return PyComplex(first, second)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return rest
    }
}

extension Double {
    /// The number that a text names by the rules of `float()`; nil for others.
    fileprivate static func python(_ text: some StringProtocol) -> Double? { NumberParsing.float(Array(text.utf8)) }
}
