/// Python's hashes of numbers and tuples, equal for equal numbers of different types (CPython `pyhash.c`, modulus 2^61 - 1).
public enum NumericHash {
    private static let modulus: UInt = (1 << 61) - 1

    /// The hash of a machine word.
    public static func hash(_ value: Int) -> Int {
        if UInt(bitPattern: value) < modulus { return value }
        let rest = Int(value.magnitude % modulus)
        let signed = value < 0 ? -rest : rest
        return signed == -1 ? -2 : signed
    }

    /// The hash of an integer of any size.
    public static func hash(_ value: BigInt) -> Int {
        let rest = Int(Magnitude.divide(value.magnitude, by: modulus).remainder)
        let signed = value.isNegative ? -rest : rest
        return signed == -1 ? -2 : signed
    }

    /// The hash of a number that is not NaN; NaN hashes by identity in Python, here to 0.
    public static func hash(_ value: Double) -> Int {
        if value.isNaN { return 0 }
        if value.isInfinite { return value > 0 ? 314_159 : -314_159 }
        if let whole = Int(exactly: value) { return hash(whole) }
        let significand = UInt(value.significandBitPattern) | (value.isNormal ? 1 << 52 : 0)
        let exponent = (value.isNormal ? Int(value.exponent) : -1022) - 52
        let shift = UInt(((exponent % 61) + 61) % 61)
        let reduced = significand % modulus
        let rotated = shift == 0 ? reduced : (reduced << shift & modulus) | reduced >> (61 - shift)
        let signed = value < 0 ? -Int(rotated % modulus) : Int(rotated % modulus)
        return signed == -1 ? -2 : signed
    }

    /// The hash of a tuple of values with these hashes (xxHash as CPython's `tuplehash`).
    public static func combine(_ hashes: [Int]) -> Int {
        var accumulator: UInt = 2_870_177_450_012_600_261
        for hash in hashes {
            accumulator &+= UInt(bitPattern: hash) &* 14_029_467_366_897_019_727
            accumulator = accumulator << 31 | accumulator >> 33
            accumulator &*= 11_400_714_785_074_694_791
        }
        accumulator &+= UInt(hashes.count) ^ (2_870_177_450_012_600_261 ^ 3_527_539)
        return accumulator == .max ? 1_546_275_796 : Int(bitPattern: accumulator)
    }

    /// The hash of a frozen set of values with these hashes, whatever their order.
    public static func combineUnordered(_ hashes: [Int]) -> Int {
        var hash: UInt = 0
        for element in hashes {
            let bits = UInt(bitPattern: element)
            hash ^= ((bits ^ 89_869_747) ^ (bits << 16)) &* 3_644_798_167
        }
        hash ^= (UInt(hashes.count) &+ 1) &* 1_927_868_237
        hash ^= (hash >> 11) ^ (hash >> 25)
        hash = hash &* 69_069 &+ 907_133_923
        return hash == .max ? 590_923_713 : Int(bitPattern: hash)
    }
}
