/// The methods of `int`, and what `bool` adds.
enum IntMethods {
    /// Puts the methods on the type.
    static func install(on type: PyType) {
        type.constructor("x=0, /, base?") { machine, _, a in
            if !a.isGiven(1), let small = machine.smallInteger(a[0]) { return .int(small) }
            return .integer(try machine.makeInteger(a[0], base: a.ifGiven(1)))
        }
        type.intMethod("bit_length") { _, number, _ in .int(number.bitWidth) }
        type.intMethod("bit_count") { _, number, _ in .int(number.bitCount) }
        type.intMethod("conjugate") { _, number, _ in .integer(number) }
        type.intMethod("as_integer_ratio") { _, number, _ in .tuple(PyTuple([.integer(number), 1])) }
        for name in ["__int__", "__index__", "__trunc__", "__floor__", "__ceil__", "__pos__"] {
            type.intMethod(name) { _, number, _ in .integer(number) }
        }
        type.intMethod("__round__", "ndigits=None, /") { machine, number, a in
            a[1].isNone ? .integer(number) : .integer(try IntegerRounding.round(number, places: try machine.bigIndex(a[1]), machine))
        }
        type.intMethod("__float__") { machine, number, _ in .float(try IntegerArithmetic.double(number, machine)) }
        type.intMethod("__bool__") { _, number, _ in .bool(!number.isZero) }
        type.getter("real") { _, value in .integer(value.asBigInt ?? 0) }
        type.getter("numerator") { _, value in .integer(value.asBigInt ?? 0) }
        type.getter("imag") { _, _ in 0 }
        type.getter("denominator") { _, _ in 1 }
        installBytes(on: type)
    }

    private static func installBytes(on type: PyType) {
        type.intMethod("to_bytes", "length=1, byteorder='big', *, signed=False") { machine, number, a in
            let length = try machine.size(a[1])
            let isLittle = try isLittleEndian(machine, a[2], "to_bytes()"), isSigned = try machine.isTrue(a[3])
            if length < 0 { throw machine.error("ValueError", "length argument must be non-negative") }
            if number.isNegative && !isSigned { throw machine.error("OverflowError", "can't convert negative int to unsigned") }
            let width = isSigned ? (number.isNegative ? (~number).bitWidth : number.bitWidth) + 1 : number.bitWidth
            if length < (width + 7) / 8, !(number.isZero && length == 0) { throw machine.error("OverflowError", "int too big to convert") }
            try machine.charge(bytes: length)
            let bytes = number.bigEndianBytes(length)
            return .object(PyBytes(isLittle ? bytes.reversed() : bytes))
        }
        type.classMethod("from_bytes", "cls, bytes, byteorder='big', *, signed=False") { machine, a in
            let isLittle = try isLittleEndian(machine, a[2], "from_bytes()")
            let bytes = try machine.makeBytes(a[1])
            let isSigned = try machine.isTrue(a[3])
            let number = BigInt(bigEndian: isLittle ? bytes.reversed() : bytes, isSigned: isSigned)
            if a[0].asType === machine.types.int { return .integer(number) }
            return try machine.call(a[0], .integer(number))
        }
    }

    private static func isLittleEndian(_ machine: Machine, _ order: Value, _ function: String) throws -> Bool {
        switch try machine.requireStr(order, "\(function) argument 'byteorder'").string {
        case "little": return true
        case "big": return false
        default: throw machine.error("ValueError", "byteorder must be either 'little' or 'big'")
        }
    }
}
