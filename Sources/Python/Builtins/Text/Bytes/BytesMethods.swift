/// The methods that `bytes` and `bytearray` share.
///
/// Results have the receiver's type. Case and kind are those of ASCII; other bytes have neither.
enum BytesMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType, isMutable: Bool) {
        installConversions(on: type, isMutable: isMutable)
        BytesSearchMethods.install(on: type)
        BytesShapeMethods.install(on: type)
        installCase(on: type)
        installTests(on: type)
    }

    /// The bytes as a value of the receiver's type.
    static func made(_ bytes: some Sequence<UInt8>, like receiver: PyBytes) -> Value {
        .object(PyBytes(Array(bytes), isMutable: receiver.isMutable))
    }

    private static func installConversions(on type: PyType, isMutable: Bool) {
        type.bytesMethod("decode", "encoding='utf-8', errors='strict'") { machine, receiver, a in
            let encoding = try machine.requireStr(a[1], "decode() argument 'encoding'")
            let errors = try machine.requireStr(a[2], "decode() argument 'errors'")
            return .str(try TextDecoder.decode(receiver.bytes, encoding: encoding, errors: errors, machine))
        }
        type.bytesMethod("hex", "sep?, bytes_per_sep=1") { machine, receiver, a in
            try machine.charge(bytes: 3, times: receiver.bytes.count)
            return .str(PyStr(utf8: try hex(machine, receiver.bytes, a.isGiven(1) ? a[1] : nil, group: try machine.index(a[2]))))
        }
        type.classMethod("fromhex", "cls, string, /") { machine, a in
            let bytes = try fromHex(machine, try machine.requireStr(a[1], "fromhex() argument"))
            let base = isMutable ? machine.types.bytearray : machine.types.bytes
            if a[0].asType === base { return .object(PyBytes(bytes, isMutable: isMutable)) }
            return try machine.call(a[0], .object(PyBytes(bytes)))
        }
        if !isMutable { type.bytesMethod("__bytes__") { _, receiver, _ in .object(receiver) } }
    }

    private static func hex(_ machine: Machine, _ bytes: [UInt8], _ separator: Value?, group: Int) throws -> [UInt8] {
        var mark: UInt8?
        if let separator {
            let text = separator.asStr?.utf8 ?? separator.asBytes?.bytes
            guard let text else { throw machine.error("TypeError", "object of type '\(machine.typeName(separator))' has no len()") }
            if text.count != 1 { throw machine.error("ValueError", "sep must be length 1.") }
            if text[0] >= 0x80 { throw machine.error("ValueError", "sep must be ASCII.") }
            mark = text[0]
        }
        var made: [UInt8] = []
        for (position, byte) in bytes.enumerated() {
            if let mark, group != 0, position > 0 {
                let distance = group > 0 ? bytes.count - position : position
                if UInt(distance) % group.magnitude == 0 { made.append(mark) }
            }
            TextRepr.appendHex(UInt32(byte), width: 2, to: &made)
        }
        return made
    }

    private static func fromHex(_ machine: Machine, _ text: PyStr) throws -> [UInt8] {
        let points = text.points
        var bytes: [UInt8] = []
        var position = 0
        func digit(_ position: Int) throws -> Int {
            guard position < points.count, points[position] < 0x80, let digit = BigInt.value(ofDigit: UInt8(points[position])), digit < 16
            else {
                throw machine.error("ValueError", "non-hexadecimal number found in fromhex() arg at position \(position)")
            }
            return digit
        }
        while position < points.count {
            if points[position] < 0x80, CharacterProperties.isSpace(points[position]), points[position] < 0x1C || points[position] == 0x20 {
                position += 1
                continue
            }
            bytes.append(UInt8(try digit(position) * 16 + digit(position + 1)))
            position += 2
        }
        return bytes
    }

    // MARK: Case and kind

    private static func installCase(on type: PyType) {
        func map(_ name: String, _ mapping: @escaping ([UInt8]) -> [UInt8]) {
            type.bytesMethod(name) { machine, receiver, _ in
                try machine.charge(bytes: receiver.bytes.count)
                return made(mapping(receiver.bytes), like: receiver)
            }
        }
        map("lower") { $0.map(CaseMapping.lowerASCII) }
        map("upper") { $0.map(CaseMapping.upperASCII) }
        map("swapcase") { $0.map { isLower($0) ? CaseMapping.upperASCII($0) : CaseMapping.lowerASCII($0) } }
        map("capitalize") { $0.prefix(1).map(CaseMapping.upperASCII) + $0.dropFirst().map(CaseMapping.lowerASCII) }
        map("title") { bytes in
            var isInWord = false
            return bytes.map { byte in
                defer { isInWord = isLetter(byte) }
                return isInWord ? CaseMapping.lowerASCII(byte) : CaseMapping.upperASCII(byte)
            }
        }
    }

    private static func installTests(on type: PyType) {
        func test(_ name: String, _ matches: @escaping ([UInt8]) -> Bool) {
            type.bytesMethod(name) { machine, receiver, _ in
                try machine.charge(instructions: receiver.bytes.count / 16)
                return .bool(matches(receiver.bytes))
            }
        }
        test("isalpha") { !$0.isEmpty && $0.allSatisfy(isLetter) }
        test("isdigit") { !$0.isEmpty && $0.allSatisfy(isDigit) }
        test("isalnum") { !$0.isEmpty && $0.allSatisfy { isLetter($0) || isDigit($0) } }
        test("isspace") { !$0.isEmpty && $0.allSatisfy { isSpace(UInt32($0)) } }
        test("isascii") { $0.allSatisfy { $0 < 0x80 } }
        test("islower") { $0.contains(where: isLower) && !$0.contains(where: isUpper) }
        test("isupper") { $0.contains(where: isUpper) && !$0.contains(where: isLower) }
        test("istitle") { bytes in
            var isInWord = false
            let isConsistent = bytes.allSatisfy { byte in
                defer { isInWord = isLetter(byte) }
                return isUpper(byte) ? !isInWord : isLower(byte) ? isInWord : true
            }
            return isConsistent && bytes.contains(where: isUpper)
        }
    }

    /// Whether it is an ASCII capital.
    static func isUpper(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

    /// Whether it is a small ASCII letter.
    static func isLower(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }

    /// Whether it is an ASCII letter.
    static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }

    /// Whether it is an ASCII digit.
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    /// Whether it is ASCII white space.
    static func isSpace(_ point: UInt32) -> Bool { point == 0x20 || (0x09...0x0D).contains(point) }
}
