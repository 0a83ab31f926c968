import Python

/// `ByteSize`: an integer read from texts such as `1.5 MiB` (pydantic.types `ByteSize`).
struct ByteSizeType: SpecialType {
    let type: PyType

    var name: String { "function-plain[_validate()]" }

    private static let units: [String: Double] = {
        var units: [String: Double] = ["b": 1, "bit": 0.125]
        for (index, prefix) in ["k", "m", "g", "t", "p", "e"].enumerated() {
            let decimal = (0...index).reduce(1.0) { factor, _ in factor * 1000 }
            let binary = (0...index).reduce(1.0) { factor, _ in factor * 1024 }
            units[prefix + "b"] = decimal
            units[prefix + "ib"] = binary
            units[prefix + "bit"] = decimal / 8
            units[prefix + "ibit"] = binary / 8
            units[prefix] = decimal
            units[prefix + "i"] = binary
        }
        return units
    }()

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if case .int(let size) = input.unwrapped, size >= 0 { return make(size) }
        let text = input.asString ?? input.asBytes.map { String(decoding: $0.bytes, as: UTF8.self) }
        var rest = (text ?? "").drop { $0.isWhitespace }
        let number = rest.prefix { $0.isNumber || $0 == "." }
        rest = rest.dropFirst(number.count).drop { $0.isWhitespace }
        let isNumber = number.first?.isNumber == true && number.filter { $0 == "." }.count < 2
        guard isNumber, let scalar = Double(number) else {
            return validator.fail("byte_size", "could not parse value and unit from byte string", input, location, &errors)
        }
        let unit = rest.prefix { !$0.isWhitespace }
        guard let factor = Self.units[unit.isEmpty ? "b" : unit.lowercased()] else {
            return validator.fail(
                "byte_size_unit", "could not interpret byte unit: \(unit)", input, location, &errors, [("unit", .string(String(unit)))])
        }
        guard let size = Int(exactly: (scalar * factor).rounded(.towardZero)) else {
            return validator.fail("byte_size", "could not parse value and unit from byte string", input, location, &errors)
        }
        return make(size)
    }

    private func make(_ size: Int) -> Value { .object(PyInstance(type: type, payload: .int(size))) }

    /// The class `ByteSize`.
    static func byteSizeClass(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("ByteSize", module: "pydantic.types", bases: [machine.types.int])
        type.method("human_readable", "self, decimal=False, separator=''") { machine, a in
            let isDecimal = try machine.isTrue(a[1])
            let divisor = isDecimal ? 1000.0 : 1024.0
            let units = isDecimal ? ["B", "KB", "MB", "GB", "TB", "PB"] : ["B", "KiB", "MiB", "GiB", "TiB", "PiB"]
            var number = Double(a[0].asInt ?? 0)
            let separator = try machine.str(a[2])
            for unit in units {
                if abs(number) < divisor {
                    let text = unit == "B" ? String(Int(number)) : try machine.format(.float(number), "0.1f").string
                    return .string(text + separator + unit)
                }
                number /= divisor
            }
            return .string(try machine.format(.float(number), "0.1f").string + separator + (isDecimal ? "EB" : "EiB"))
        }
        type.method("to", "self, unit") { machine, a in
            guard let factor = units[try machine.str(a[1]).lowercased()] else {
                throw machine.error("ValueError", "Could not interpret byte unit: \(try machine.str(a[1]))")
            }
            return .float(Double(a[0].asInt ?? 0) / factor)
        }
        return type
    }
}
