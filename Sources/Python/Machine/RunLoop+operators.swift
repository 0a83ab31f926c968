/// Operators on the stack.
extension Machine {
    /// Carries out a binary operator on the two top operands.
    @inline(never)
    func operate(_ operation: BinaryOperator, _ sp: inout StackCursor) throws {
        if operation == .add, let b = sp.text(below: 1), let a = sp.text(below: 2) {
            let made = try a._withUnsafeGuaranteedRef { a in try b._withUnsafeGuaranteedRef { try concatenated(a, $0) } }
            sp.drop()
            sp.drop()
            return sp.push(.str(made))
        }
        let right = sp.pop()
        let left = sp.pop()
        sp.push(try binary(operation, left, right))
    }

    private func concatenated(_ a: PyStr, _ b: PyStr) throws -> PyStr {
        try charge(bytes: a.byteCount + b.byteCount)
        return PyStr(a, b)
    }

    /// The binary operators other than `+ - *`, by number.
    @inline(never)
    func operateFast(_ number: UInt8, _ sp: inout StackCursor) throws {
        let operation = BinaryOperator(number: number)
        if case .int(let y)? = sp[below: 1], case .int(let x)? = sp[below: 2], let result = Self.integer(operation, x, y) {
            sp.dropInPlace()
            sp.replaceInPlace(result)
            return
        }
        if case .float(let y)? = sp[below: 1], case .float(let x)? = sp[below: 2], operation == .divide, y != 0 {
            sp.dropInPlace()
            sp.replaceInPlace(.float(x / y))
            return
        }
        try operate(operation, &sp)
    }

    /// An operator with assignment, by number.
    @inline(never)
    func operateInPlace(_ number: UInt8, _ sp: inout StackCursor) throws {
        let operation = BinaryOperator(number: number)
        if case .int(let y)? = sp[below: 1], case .int(let x)? = sp[below: 2], let result = Self.integer(operation, x, y) {
            sp.dropInPlace()
            sp.replaceInPlace(result)
            return
        }
        let right = sp.pop()
        let left = sp.pop()
        switch (left, right) {
        case (.float(let x), .float(let y)) where operation == .add: sp.push(.float(x + y))
        case (.str(let a), .str(let b)) where operation == .add: sp.push(.str(try concatenated(a, b)))
        default: sp.push(try inPlace(operation, left, right))
        }
    }

    /// Adds two numbers of the same type on top; false where these are none or the result needs more than a machine word.
    @inline(__always)
    static func addInPlace(_ sp: inout StackCursor) -> Bool {
        if case .int(let y)? = sp[below: 1], case .int(let x)? = sp[below: 2] {
            let (result, overflow) = x.addingReportingOverflow(y)
            if overflow { return false }
            sp.dropInPlace()
            sp.replaceInPlace(.int(result))
            return true
        }
        guard case .float(let y)? = sp[below: 1], case .float(let x)? = sp[below: 2] else { return false }
        sp.dropInPlace()
        sp.replaceInPlace(.float(x + y))
        return true
    }

    /// Subtracts two numbers of the same type on top; false where these are none or the result needs more than a machine word.
    @inline(__always)
    static func subtractInPlace(_ sp: inout StackCursor) -> Bool {
        if case .int(let y)? = sp[below: 1], case .int(let x)? = sp[below: 2] {
            let (result, overflow) = x.subtractingReportingOverflow(y)
            if overflow { return false }
            sp.dropInPlace()
            sp.replaceInPlace(.int(result))
            return true
        }
        guard case .float(let y)? = sp[below: 1], case .float(let x)? = sp[below: 2] else { return false }
        sp.dropInPlace()
        sp.replaceInPlace(.float(x - y))
        return true
    }

    /// Multiplies two numbers of the same type on top; false where these are none or the result needs more than a machine word.
    @inline(__always)
    static func multiplyInPlace(_ sp: inout StackCursor) -> Bool {
        if case .int(let y)? = sp[below: 1], case .int(let x)? = sp[below: 2] {
            let (result, overflow) = x.multipliedReportingOverflow(by: y)
            if overflow { return false }
            sp.dropInPlace()
            sp.replaceInPlace(.int(result))
            return true
        }
        guard case .float(let y)? = sp[below: 1], case .float(let x)? = sp[below: 2] else { return false }
        sp.dropInPlace()
        sp.replaceInPlace(.float(x * y))
        return true
    }

    /// The result on machine words, or nil where it needs more care.
    @inline(__always)
    private static func integer(_ operation: BinaryOperator, _ x: Int, _ y: Int) -> Value? {
        switch operation {
        case .add:
            let (sum, overflow) = x.addingReportingOverflow(y)
            return overflow ? nil : .int(sum)
        case .subtract:
            let (difference, overflow) = x.subtractingReportingOverflow(y)
            return overflow ? nil : .int(difference)
        case .multiply:
            let (product, overflow) = x.multipliedReportingOverflow(by: y)
            return overflow ? nil : .int(product)
        case .modulo: return remainder(x, y)
        case .floorDivide:
            if y <= 0 { return nil }
            let quotient = x / y
            return .int(x < 0 && quotient * y != x ? quotient - 1 : quotient)
        case .divide:
            if y == 0 || x.magnitude > 1 << 53 || y.magnitude > 1 << 53 { return nil }
            return .float(Double(x) / Double(y))
        case .bitAnd: return .int(x & y)
        case .bitOr: return .int(x | y)
        case .bitXor: return .int(x ^ y)
        case .power, .leftShift, .rightShift, .matrixMultiply: return nil
        }
    }

    @inline(__always)
    private static func remainder(_ x: Int, _ y: Int) -> Value? {
        if y <= 0 { return nil }
        // Division of 32 bits takes a third of the time of that of 64.
        if x >= 0, x <= Int(UInt32.max), y <= Int(UInt32.max) { return .int(Int(UInt32(x) % UInt32(y))) }
        let rest = x % y
        return .int(rest < 0 ? rest + y : rest)
    }

    /// Whether a rich comparison of integers holds.
    @inline(__always)
    static func holds(_ number: UInt8, _ x: Int, _ y: Int) -> Bool {
        switch number {
        case 0: x == y
        case 1: x != y
        case 2: x < y
        case 3: x <= y
        case 4: x > y
        default: x >= y
        }
    }

    /// Whether a rich comparison of a variable with a constant holds; nil for anything but two integers or the equality of two texts.
    @inline(__always)
    static func holds(_ number: UInt8, _ base: StackCursor, _ slot: Int, _ constant: Value) -> Bool? {
        switch constant {
        case .int(let y):
            if case .int(let x)? = base[slot] { return holds(number, x, y) }
            return nil
        case .str(let y):
            guard number < 2, let x = base.text(below: -slot) else { return nil }
            return x._withUnsafeGuaranteedRef { $0 == y } == (number == 0)
        default: return nil
        }
    }

    /// A rich comparison, by number.
    func compareFast(_ left: Value, _ right: Value, _ number: UInt8) throws -> Value {
        switch (left, right) {
        case (.int(let x), .int(let y)): return .bool(Self.holds(number, x, y))
        case (.float(let x), .float(let y)):
            switch number {
            case 0: return .bool(x == y)
            case 1: return .bool(x != y)
            case 2: return .bool(x < y)
            case 3: return .bool(x <= y)
            case 4: return .bool(x > y)
            default: return .bool(x >= y)
            }
        case (.str(let x), .str(let y)) where number < 2 && x.byteCount < 4096: return .bool((x == y) == (number == 0))
        default: return try compare(left, right, ComparisonOperator(number: number))
        }
    }

    /// Membership, with the common cases first.
    func containsFast(_ container: Value, _ value: Value) throws -> Bool {
        if case .str(let name) = value {
            if case .dict(let dict) = container { return dict.position(ofName: name) != nil }
            if case .object(let object) = container, let set = object.exactly(PySet.self) {
                return set.table.position(ofName: name) != nil
            }
            if case .str(let text) = container, name.byteCount <= ByteSearch.shortNeedle, text.byteCount <= 1024 {
                if name.byteCount == 1 {
                    let byte = name.byte(at: 0)
                    return text.withUTF8 { bytes in bytes.contains(byte) }
                }
                return text.withUTF8 { bytes in name.withUTF8 { ByteSearch.first($0, in: bytes, 0..<bytes.count) != nil } }
            }
        }
        if case .int(let number) = value {
            if case .dict(let dict) = container { return try dict.position(of: number, hash: NumericHash.hash(number), self) != nil }
            if case .object(let object) = container, let set = object.exactly(PySet.self) {
                return try set.table.position(of: number, hash: NumericHash.hash(number), self) != nil
            }
        }
        return try contains(container, value)
    }
}
