/// `abs`, `bin`, `divmod`, `hex`, `oct`, `pow`, `round`, `sum`, `chr`, `ord`.
enum NumericFunctions {
    /// Puts the functions into `machine.builtins`.
    static func install(_ machine: Machine) {
        machine.define("abs", "x, /") { machine, a in
            if let value = try machine.absolute(a[0]) { return value }
            if let method = try machine.method(a[0], "__abs__") { return try machine.call(method) }
            throw machine.error("TypeError", "bad operand type for abs(): '\(machine.typeName(a[0]))'")
        }
        for (name, base, prefix) in [("bin", 2, "0b"), ("oct", 8, "0o"), ("hex", 16, "0x")] {
            machine.define(name, "number, /") { machine, a in
                let number = try machine.bigIndex(a[0])
                try machine.charge(bytes: number.bitWidth)
                return .string((number.isNegative ? "-" : "") + prefix + number.absolute.text(base: base))
            }
        }
        installDivision(machine)
        machine.define("round", "number, ndigits=None") { machine, a in
            if let number = a[0].asFloat, case .float = a[0] { return try FloatMethods.round(machine, number, a[1]) }
            guard let method = try machine.method(a[0], "__round__") else {
                throw machine.error("TypeError", "type \(machine.typeName(a[0])) doesn't define __round__ method")
            }
            return a[1].isNone ? try machine.call(method) : try machine.call(method, a[1])
        }
        machine.define("sum", "iterable, /, start=0") { machine, a in try sum(machine, a[0], start: a[1]) }
        installCharacters(machine)
    }

    private static func installDivision(_ machine: Machine) {
        machine.define("divmod", "x, y, /") { machine, a in
            if let value = try machine.numericDivmod(a[0], a[1]) { return value }
            for (receiver, name, other) in [(a[0], "__divmod__", a[1]), (a[1], "__rdivmod__", a[0])] {
                guard let method = try machine.method(receiver, name) else { continue }
                let result = try machine.call(method, other)
                if !result.isNotImplemented { return result }
            }
            let names = "'\(machine.typeName(a[0]))' and '\(machine.typeName(a[1]))'"
            throw machine.error("TypeError", "unsupported operand type(s) for divmod(): \(names)")
        }
        machine.define("pow", "base, exp, mod=None") { machine, a in
            if a[2].isNone { return try machine.binary(.power, a[0], a[1]) }
            guard let base = a[0].asBigInt, let exponent = a[1].asBigInt, let modulus = a[2].asBigInt else {
                if let method = try machine.method(a[0], "__pow__"), a[0].asObject is PyInstance {
                    let result = try machine.call(method, a[1], a[2])
                    if !result.isNotImplemented { return result }
                }
                guard a[0].asFloat ?? a[1].asFloat ?? a[2].asFloat == nil else {
                    throw machine.error("TypeError", "pow() 3rd argument not allowed unless all arguments are integers")
                }
                let names = (0..<3).map { "'\(machine.typeName(a[$0]))'" }.joined(separator: ", ")
                throw machine.error("TypeError", "unsupported operand type(s) for ** or pow(): \(names)")
            }
            return .integer(try IntegerArithmetic.power(base, exponent, modulo: modulus, machine))
        }
    }

    private static func sum(_ machine: Machine, _ iterable: Value, start: Value) throws -> Value {
        if start.asStr != nil { throw machine.error("TypeError", "sum() can't sum strings [use ''.join(seq) instead]") }
        if start.asBytes != nil { throw machine.error("TypeError", "sum() can't sum bytes [use b''.join(seq) instead]") }
        var total = start
        try machine.iterate(iterable) { element in
            try machine.charge(instructions: 1)
            if case .int(let x) = total, case .int(let y) = element, case let (sum, overflow) = x.addingReportingOverflow(y), !overflow {
                total = .int(sum)
            } else if case .float(let x) = total, case .float(let y) = element {
                total = .float(x + y)
            } else {
                total = try machine.binary(.add, total, element)
            }
            return true
        }
        return total
    }

    private static func installCharacters(_ machine: Machine) {
        machine.define("chr", "i, /") { machine, a in
            let number = try machine.bigIndex(a[0])
            guard let point = number.asInt else { throw machine.error("OverflowError", "Python int too large to convert to C int") }
            guard (0...0x10FFFF).contains(point) else {
                throw machine.error("ValueError", "chr() arg not in range(0x110000)")
            }
            return .str(PyStr(points: CollectionOfOne(UInt32(point))))
        }
        machine.define("ord", "c, /") { machine, a in
            let count: Int
            if let text = a[0].asStr {
                if let point = text.singlePoint { return .int(Int(point)) }
                count = text.count
            } else if let bytes = a[0].asBytes?.bytes {
                if bytes.count == 1 { return .int(Int(bytes[0])) }
                count = bytes.count
            } else {
                throw machine.error("TypeError", "ord() expected string of length 1, but \(machine.typeName(a[0])) found")
            }
            throw machine.error("TypeError", "ord() expected a character, but string of length \(count) found")
        }
    }
}

extension Machine {
    /// Declares a built-in function.
    func define(_ name: String, _ signature: String, _ body: @escaping PyType.NativeBody) {
        builtins[name] = native(name, signature, origin: .c, body)
    }

    /// `abs` of a built-in number, nil for anything else.
    func absolute(_ value: Value) throws -> Value? {
        switch value {
        case .float(let number): return .float(number.magnitude)
        case .int(let number) where number != .min: return .int(abs(number))
        default:
            if value.asObject is PyInstance { return nil }
            return value.asBigInt.map { .integer($0.absolute) }
        }
    }

    /// `divmod` of built-in numbers, nil for anything else.
    func numericDivmod(_ a: Value, _ b: Value) throws -> Value? {
        if a.asObject is PyInstance || b.asObject is PyInstance { return nil }
        if let x = a.asBigInt, let y = b.asBigInt {
            try charge(instructions: 1 + x.magnitude.count * y.magnitude.count / 8)
            let (quotient, remainder) = try IntegerArithmetic.divmod(x, y, self, "integer division or modulo by zero")
            return .tuple(PyTuple([.integer(quotient), .integer(remainder)]))
        }
        guard let x = try FloatArithmetic.operand(a, self), let y = try FloatArithmetic.operand(b, self) else { return nil }
        if y == 0 { throw error("ZeroDivisionError", "float divmod()") }
        let (quotient, remainder) = FloatArithmetic.divmod(x, y)
        return .tuple(PyTuple([.float(quotient), .float(remainder)]))
    }
}
