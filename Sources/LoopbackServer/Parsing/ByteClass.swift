/// The classes of bytes that the request grammar of llhttp 9 tells apart, one table for all.
struct ByteClass: OptionSet, Sendable {
    let rawValue: UInt8

    /// Field names and chunk extension names: RFC 9110 `token`.
    static let token = ByteClass(rawValue: 1 << 0)
    /// Paths, queries and fragments; `?` and `#` are looked at apart.
    static let target = ByteClass(rawValue: 1 << 1)
    /// User information and host of an absolute target.
    static let server = ByteClass(rawValue: 1 << 2)
    /// Field values: tab, space, visible characters and everything above ASCII.
    static let fieldValue = ByteClass(rawValue: 1 << 3)
    /// Quoted values of chunk extensions: like field values, without quote and backslash.
    static let quotedText = ByteClass(rawValue: 1 << 4)
    /// ASCII letters.
    static let letter = ByteClass(rawValue: 1 << 5)
    /// ASCII letters and digits.
    static let alphanumeric = ByteClass(rawValue: 1 << 6)

    /// The classes of each byte.
    static let table: [ByteClass] = (0...255).map { classes(of: UInt8($0)) }

    private static func classes(of byte: UInt8) -> ByteClass {
        var result: ByteClass = []
        let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        let isAlphanumeric = isLetter || (0x30...0x39).contains(byte)
        if isLetter { result.insert(.letter) }
        if isAlphanumeric { result.insert(.alphanumeric) }
        if isAlphanumeric || "!#$%&'*+-.^_`|~".utf8.contains(byte) { result.insert(.token) }
        if isAlphanumeric || "!\"$%&'()*+,-./:;<=>@[\\]^_`{|}~".utf8.contains(byte) { result.insert(.target) }
        if isAlphanumeric || "-_.!~*'()%;:&=+$,[]".utf8.contains(byte) { result.insert(.server) }
        if byte == 0x09 || byte >= 0x20 && byte != 0x7F {
            result.insert(.fieldValue)
            if byte != 0x22 && byte != 0x5C { result.insert(.quotedText) }
        }
        return result
    }
}

extension UInt8 {
    /// Whether the byte belongs to the class.
    @inline(__always)
    func isIn(_ byteClass: ByteClass) -> Bool {
        ByteClass.table.withUnsafeBufferPointer { $0[Int(self)].contains(byteClass) }
    }

    static let carriageReturn: UInt8 = 0x0D
    static let lineFeed: UInt8 = 0x0A
    static let space: UInt8 = 0x20
    static let tab: UInt8 = 0x09
}
