/// The format specifications that programs use most, a width with an alignment or leading zeros, of texts and small integers.
///
/// Each gives nil for any other specification, which `FormatSpecification` takes apart.
enum PlainFormat {
    private struct Width {
        var count = 0
        var fill = UInt8(ascii: " ")
        var alignment: UInt8?
    }

    /// `[<>^][0][width][d]` of an integer.
    static func integer(_ value: Int, _ spec: PyStr, _ machine: Machine) throws -> PyStr? {
        guard let width = width(spec, type: UInt8(ascii: "d"), allowsZeros: true) else { return nil }
        let length = DecimalText.length(of: value)
        let missing = max(0, width.count - length)
        try machine.charge(bytes: width.count)
        return PyStr(byteCount: length + missing, count: length + missing) { place in
            let start = width.alignment == UInt8(ascii: "<") ? 0 : width.alignment == UInt8(ascii: "^") ? missing / 2 : missing
            for index in place.indices { place[index] = width.fill }
            DecimalText.write(value, to: UnsafeMutableBufferPointer(rebasing: place[start..<start + length]))
            if width.fill == UInt8(ascii: "0"), value < 0, missing > 0 { place.swapAt(0, start) }
        }
    }

    /// `[<>^][width][s]` of a text.
    static func text(_ value: PyStr, _ spec: PyStr, _ machine: Machine) throws -> PyStr? {
        guard let width = width(spec, type: UInt8(ascii: "s"), allowsZeros: false) else { return nil }
        let missing = width.count - value.count
        if missing <= 0 { return value }
        try machine.charge(bytes: width.count)
        return PyStr(byteCount: value.byteCount + missing, count: width.count) { place in
            let start = width.alignment == UInt8(ascii: ">") ? missing : width.alignment == UInt8(ascii: "^") ? missing / 2 : 0
            for index in place.indices { place[index] = width.fill }
            value.copy(to: place, at: start)
        }
    }

    /// `.Nf` of a number, up to nine places.
    static func float(_ value: Double, _ spec: PyStr, _ machine: Machine) throws -> PyStr? {
        let places = spec.withUTF8 { bytes -> Int? in
            guard bytes.count == 3, bytes[0] == UInt8(ascii: "."), bytes[1] &- 0x30 < 10, bytes[2] == UInt8(ascii: "f") else { return nil }
            return Int(bytes[1] - 0x30)
        }
        return places.flatMap { fixed(value, places: $0) }
    }

    /// A number with up to nine places; nil where that takes more than a machine word.
    static func fixed(_ value: Double, places: Int) -> PyStr? {
        guard let scaled = DecimalDigits.scaled(value, places: places) else { return nil }
        let signWidth = value.sign == .minus ? 1 : 0
        // At least one digit stands before the point.
        let digits = max(DecimalText.length(of: Int(scaled)), places + 1)
        let length = signWidth + digits + (places > 0 ? 1 : 0)
        return PyStr(byteCount: length, count: length) { place in
            place[0] = UInt8(ascii: "-")
            var rest = scaled
            for position in (signWidth..<length).reversed() {
                if places > 0, position == length - places - 1 {
                    place[position] = UInt8(ascii: ".")
                    continue
                }
                place[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
    }

    private static func width(_ spec: PyStr, type: UInt8, allowsZeros: Bool) -> Width? {
        spec.withUTF8 { bytes in
            var width = Width()
            var position = 0
            if let first = bytes.first, [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^")].contains(first) {
                width.alignment = first
                position = 1
            }
            if position < bytes.count, bytes[position] == UInt8(ascii: "0") {
                guard allowsZeros, width.alignment == nil else { return nil }
                width.fill = UInt8(ascii: "0")
                position += 1
            }
            while position < bytes.count, bytes[position] &- 0x30 < 10 {
                width.count = width.count * 10 + Int(bytes[position] - 0x30)
                if width.count > 1000 { return nil }
                position += 1
            }
            if position < bytes.count, bytes[position] == type { position += 1 }
            return position == bytes.count ? width : nil
        }
    }
}
