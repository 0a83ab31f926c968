import Python

/// JSON bytes as pydantic-core writes them: no blanks, non-ASCII as it is, NaN and infinities as `null`.
enum JSONText {
    static func bytes(_ value: Value, _ machine: Machine) throws -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(128)
        try write(value, machine, to: &out)
        return out
    }

    private static func write(_ value: Value, _ machine: Machine, to out: inout [UInt8]) throws {
        switch value {
        case .none: out += "null".utf8
        case .bool(let flag): out += (flag ? "true" : "false").utf8
        case .int(let int): out += String(int).utf8
        case .float(let float): out += self.float(float).utf8
        case .str(let text):
            guard String(validating: text.utf8, as: UTF8.self) != nil else {
                throw machine.error(
                    "PydanticSerializationError", "Error serializing to JSON: invalid utf-8 sequence: surrogates not allowed")
            }
            JSONWriter.quote(text, ensuresASCII: false, to: &out)
        case .list(let list): try write(list.elements, machine, to: &out)
        case .tuple(let tuple): try write(tuple.elements, machine, to: &out)
        case .dict(let dict):
            out.append(UInt8(ascii: "{"))
            var isFirst = true
            for entry in dict.entries where entry.isLive {
                if !isFirst { out.append(UInt8(ascii: ",")) }
                isFirst = false
                try write(entry.key.asStr != nil ? entry.key.unwrapped : .string(try machine.str(entry.key)), machine, to: &out)
                out.append(UInt8(ascii: ":"))
                try write(entry.value, machine, to: &out)
            }
            out.append(UInt8(ascii: "}"))
        case .object:
            if let payload = value.asInstance?.payload { return try write(payload, machine, to: &out) }
            out += try machine.str(value).utf8
        }
    }

    private static func write(_ values: [Value], _ machine: Machine, to out: inout [UInt8]) throws {
        out.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            try write(value, machine, to: &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    /// Shortest digits; positional for exponents from -5 to 15, else `e+N` or `e-N` without padding.
    static func float(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        if value == 0 { return value.sign == .minus ? "-0.0" : "0.0" }
        let (digits, exponent) = digits(of: abs(value))
        let sign = value < 0 ? "-" : ""
        if exponent >= -5, exponent <= 15 {
            if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
            if digits.count <= exponent + 1 { return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count) + ".0" }
            return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
        }
        let fraction = digits.dropFirst()
        return sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e" + (exponent < 0 ? "-" : "+") + String(abs(exponent))
    }

    /// The shortest digits without point, and the exponent of the first.
    private static func digits(of value: Double) -> (String, Int) {
        let text = value.description
        var mantissa = text[...]
        var exponent = 0
        if let mark = text.firstIndex(of: "e") {
            exponent = Int(text[text.index(after: mark)...]) ?? 0
            mantissa = text[..<mark]
        }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        var digits = String(parts[0]) + (parts.count > 1 ? String(parts[1]) : "")
        exponent += parts[0].count - 1
        while digits.hasPrefix("0"), digits.count > 1 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
        return (digits, exponent)
    }
}
