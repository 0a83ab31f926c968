import Python

/// `ByteSize`: an integer read from texts such as `1.5 MiB` (pydantic.types `ByteSize`).
struct ByteSizeType: SpecialType {
    let type: PyType
    var coreType: String { "union" }

    var name: String { "function-after[_validate(), union[constrained-str,constrained-int]]" }

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
        }
        return units
    }()

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        let failed = { (errors: inout [ErrorDetail]) in
            validator.fail("byte_size", "could not parse value and unit from byte string", input, location, &errors)
        }
        var ignored: [ErrorDetail] = []
        let members: [Schema] = [.str(StringRules(pattern: try Self.pattern())), .int(NumberRules(greaterOrEqual: 0))]
        guard let value = try validator.validate(.union(members), input, at: location, &ignored) else { return failed(&errors) }
        if let number = value.asStr == nil ? value : IntegerText.parsePython(value.asString ?? "") { return try make(number, machine) }
        let parts = Self.parts(value.asString ?? "")
        guard let scalar = Double(parts.number) else { return failed(&errors) }
        guard let factor = Self.units[parts.unit.isEmpty ? "b" : parts.unit.lowercased()] else {
            return validator.fail(
                "byte_size_unit", "could not interpret byte unit: \(parts.unit)", input, location, &errors,
                [("unit", .string(parts.unit))])
        }
        let size = scalar * factor
        guard size.isFinite else { return failed(&errors) }
        return try make(try machine.call(.object(machine.types.int), .float(size)), machine)
    }

    /// `3`, `1.5 MiB`: a number, and a word behind it.
    private static func pattern() throws -> (text: String, regex: PythonRegex) {
        let text = #"^\s*(\d*\.?\d+)\s*(\w+)?"#
        return (text, try PythonRegex(text))
    }

    private static func parts(_ text: String) -> (number: String, unit: String) {
        var rest = text.drop { $0.isWhitespace }
        let whole = rest.prefix { $0.isNumber }
        rest = rest.dropFirst(whole.count)
        var number = String(whole)
        if rest.first == ".", rest.dropFirst().first?.isNumber == true {
            let fraction = rest.dropFirst().prefix { $0.isNumber }
            number = (number.isEmpty ? "0" : number) + "." + fraction
            rest = rest.dropFirst(fraction.count + 1)
        }
        let unit = rest.drop { $0.isWhitespace }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return (number, String(unit))
    }

    private func make(_ size: Value, _ machine: Machine) throws -> Value { try machine.call(.object(type), size) }

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
                let context = PyDict()
                context["unit"] = a[1]
                let made = try machine.call(
                    .object(try PydanticTypes.required(machine).customError), "byte_size_unit", "Could not interpret byte unit: {unit}",
                    .dict(context))
                if let exception = made.asException { throw PyError(exception) }
                return .none
            }
            return .float(Double(a[0].asInt ?? 0) / factor)
        }
        return type
    }
}
