/// Base64, base32 and base16 of RFC 4648.
enum Base64 {
    /// The usual alphabet.
    static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    /// The alphabet for URLs and file names.
    static let urlSafe = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    /// The alphabet of base32.
    static let base32 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The text with padding.
    static func encode(_ bytes: [UInt8], alphabet: [UInt8] = standard) -> [UInt8] {
        var made: [UInt8] = []
        made.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            bits <<= UInt32(8 * (3 - group.count))
            for digit in 0..<4 {
                made.append(digit <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * digit) & 63)] : 0x3D)
            }
        }
        return made
    }

    /// Why a text is not base64; CPython's words for `binascii.Error`.
    struct Problem: Error, Equatable {
        /// The message.
        let message: String
    }

    /// The bytes of a text; characters outside of the alphabet are skipped unless `isStrict`.
    static func decode(_ text: [UInt8], alphabet: [UInt8] = standard, isStrict: Bool = false) throws(Problem) -> [UInt8] {
        var made: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        var padding = 0
        for (index, byte) in text.enumerated() {
            if byte == 0x3D {
                if isStrict, index == 0 { throw Problem(message: "Leading padding not allowed") }
                padding += 1
                if count >= 2, count + padding >= 4 {
                    if isStrict, index + 1 < text.count { throw Problem(message: "Excess data after padding") }
                    return made
                }
                continue
            }
            guard let digit = alphabet.firstIndex(of: byte) else {
                if isStrict { throw Problem(message: "Only base64 data is allowed") }
                continue
            }
            if isStrict, padding > 0 { throw Problem(message: "Discontinuous padding not allowed") }
            padding = 0
            bits = bits << 6 | UInt32(digit)
            count += 1
            if count > 1 { made.append(UInt8(truncatingIfNeeded: bits >> UInt32(8 - 2 * count))) }
            if count == 4 { count = 0 }
        }
        if count == 1 {
            let digits = made.count / 3 * 4 + 1
            throw Problem(
                message: "Invalid base64-encoded string: number of data characters (\(digits)) cannot be 1 more than a multiple of 4")
        }
        if count != 0 { throw Problem(message: "Incorrect padding") }
        return made
    }

    /// The base32 text with padding.
    static func encode32(_ bytes: [UInt8]) -> [UInt8] {
        var made: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 5) {
            let group = bytes[start..<min(start + 5, bytes.count)]
            var bits = group.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            bits <<= UInt64(8 * (5 - group.count))
            let used = (group.count * 8 + 4) / 5
            for digit in 0..<8 { made.append(digit < used ? base32[Int(bits >> UInt64(35 - 5 * digit) & 31)] : 0x3D) }
        }
        return made
    }

    /// The bytes of a base32 text.
    static func decode32(_ text: [UInt8]) throws(Problem) -> [UInt8] {
        guard text.count % 8 == 0 else { throw Problem(message: "Incorrect padding") }
        var made: [UInt8] = []
        var bits: UInt64 = 0
        var count = 0
        for byte in text {
            if byte == 0x3D { break }
            guard let digit = base32.firstIndex(of: byte) else { throw Problem(message: "Non-base32 digit found") }
            bits = bits << 5 | UInt64(digit)
            count += 5
            if count >= 8 {
                count -= 8
                made.append(UInt8(truncatingIfNeeded: bits >> UInt64(count)))
            }
        }
        return made
    }

    /// The CRC of BinHex 4.
    static func crcHQX(_ bytes: [UInt8], from start: UInt16) -> UInt16 {
        bytes.reduce(start) { crc, byte in
            (0..<8).reduce(crc ^ UInt16(byte) << 8) { sum, _ in sum & 0x8000 != 0 ? sum << 1 ^ 0x1021 : sum << 1 }
        }
    }

    /// CRC-32 as zip files have it.
    static func crc32(_ bytes: [UInt8], from start: UInt32 = 0) -> UInt32 {
        var crc = ~start
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
