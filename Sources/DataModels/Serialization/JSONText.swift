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
        case .int(let int): append(int, to: &out)
        case .float(let float): append(float, to: &out)
        case .str(let text):
            guard append(text, to: &out) else {
                throw SerializationFailure.error("Error serializing to JSON: invalid utf-8 sequence: surrogates not allowed", machine)
            }
        case .list(let list): try write(list.elements, machine, to: &out)
        case .tuple(let tuple): try write(tuple.elements, machine, to: &out)
        case .dict(let dict):
            out.append(UInt8(ascii: "{"))
            var isFirst = true
            for (key, value) in dict.items {
                if !isFirst { out.append(UInt8(ascii: ",")) }
                isFirst = false
                try write(key.asStr != nil ? key.unwrapped : .string(try machine.str(key)), machine, to: &out)
                out.append(UInt8(ascii: ":"))
                try write(value, machine, to: &out)
            }
            out.append(UInt8(ascii: "}"))
        case .object(let fragment as JSONFragment): try write(fragment, machine, to: &out)
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

    private static func write(_ fragment: JSONFragment, _ machine: Machine, to out: inout [UInt8]) throws {
        switch fragment.content {
        case .constant(let word): out += word.utf8
        case .object(let pairs):
            out.append(UInt8(ascii: "{"))
            for (index, pair) in pairs.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                try write(.str(pair.key), machine, to: &out)
                out.append(UInt8(ascii: ":"))
                try write(pair.value, machine, to: &out)
            }
            out.append(UInt8(ascii: "}"))
        }
    }
}

/// The scalars.
extension JSONText {
    /// Appends an integer.
    static func append(_ value: Int, to out: inout [UInt8]) {
        if value >= 0, value < 10 { return out.append(UInt8(ascii: "0") + UInt8(value)) }
        if value < 0 { out.append(UInt8(ascii: "-")) }
        appendDigits(value.magnitude, places: 1, to: &out)
    }

    /// Appends a text in quotes; false where it has lone surrogates, which UTF-8 cannot hold.
    static func append(_ text: PyStr, to out: inout [UInt8]) -> Bool {
        if text.isASCII {
            let isPlain = text.withUTF8 { bytes in
                for byte in bytes where byte < 0x20 || byte == 0x22 || byte == 0x5C { return false }
                out.append(UInt8(ascii: "\""))
                out.append(contentsOf: bytes)
                out.append(UInt8(ascii: "\""))
                return true
            }
            if isPlain { return true }
        } else if text.withUTF8({ String(validating: $0, as: UTF8.self) }) == nil {
            return false
        }
        JSONWriter.quote(text, ensuresASCII: false, to: &out)
        return true
    }

    /// Appends a floating-point number: shortest digits, `null` where it is not finite.
    static func append(_ value: Double, to out: inout [UInt8]) {
        if !appendShort(value, to: &out) { out += float(value).utf8 }
    }

    /// Numbers of up to 15 digits, at most six of them behind the point; false for others.
    ///
    /// Two decimals of at most 15 digits never read back as the same number, so one that does is the shortest.
    private static func appendShort(_ value: Double, to out: inout [UInt8]) -> Bool {
        let size = value.magnitude
        guard size < 1e9, size >= 1e-4 else { return false }
        var scale = 1.0
        for places in 0...6 {
            let scaled = (size * scale).rounded()
            if scaled / scale == size {
                if value < 0 { out.append(UInt8(ascii: "-")) }
                let digits = UInt(scaled), unit = UInt(scale)
                appendDigits(digits / unit, places: 1, to: &out)
                out.append(UInt8(ascii: "."))
                appendDigits(digits % unit, places: max(places, 1), to: &out)
                return true
            }
            scale *= 10
        }
        return false
    }

    /// Appends digits, zeros before them up to that many places.
    private static func appendDigits(_ value: UInt, places: Int, to out: inout [UInt8]) {
        var unit: UInt = 1, width = 1
        while width < places || value / unit >= 10 {
            unit *= 10
            width += 1
        }
        while unit > 0 {
            out.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / unit % 10))
            unit /= 10
        }
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
