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

    // MARK: Items

    func itemFast(_ container: Value, _ key: Value) throws -> Value {
        switch (container, key) {
        case (.list(let list), .int(let index)):
            let count = list.elements.count
            let position = index < 0 ? index + count : index
            if position >= 0 && position < count { return list.elements[position] }
        case (.tuple(let tuple), .int(let index)):
            let count = tuple.elements.count
            let position = index < 0 ? index + count : index
            if position >= 0 && position < count { return tuple.elements[position] }
        case (.dict(let dict), .str(let name)):
            if let value = dict.value(forName: name) { return value }
        case (.dict(let dict), .int(let number)):
            if let position = try dict.position(of: number, hash: NumericHash.hash(number), self) { return dict.value(at: position) }
        case (.object(let object), .str), (.object(let object), .int):
            if let value = try inheritedItem(object, key) { return value }
        case (.list(let list), .object(let object)):
            if let range = plainRange(object, list.elements.count) { return try part(range, of: list) }
        case (.str(let text), .object(let object)) where text.isASCII:
            if let range = plainRange(object, text.count) {
                try charge(bytes: range.count)
                return .str(range.count == 1 ? asciiCharacters[Int(text.byte(at: range.lowerBound))] : text.part(range))
            }
        case (.str(let text), .int(let index)):
            if let character = asciiCharacter(of: text, index) { return .str(character) }
        default: break
        }
        return try item(container, key)
    }

    /// The item of an instance of a subclass of `dict` that reads its items as `dict` does; nil where it has none or is no such.
    private func inheritedItem(_ object: PyObject, _ key: Value) throws -> Value? {
        guard let instance = object.instance, case .dict(let dict)? = instance.payload,
            case .object(let method)? = instance.instanceType.lookup(names.getitem), method.isExactly(PyNativeFunction.self)
        else { return nil }
        return try dict.value(for: key, self)
    }

    /// Replaces the index on top by the element of the list `depth` below `base`; false where that is no list or the index none of it.
    @inline(__always)
    static func elementInPlace(_ base: StackCursor, _ depth: Int, _ sp: inout StackCursor) -> Bool {
        guard let index = sp.int(below: 1), index >= 0, let list = base.list(below: depth) else { return false }
        let cursor = sp
        return list._withUnsafeGuaranteedRef { list in
            if index >= list.elements.count { return false }
            cursor.replaceInPlace(list.elements[index])
            return true
        }
    }

    /// Replaces the key on top by the item of the local variable in a slot.
    @inline(never)
    func loadItem(ofLocal base: StackCursor, _ slot: Int, _ sp: inout StackCursor) throws {
        if let dict = base.dict(below: -slot), let name = sp.text(below: 1),
            let value = dict._withUnsafeGuaranteedRef({ dict in name._withUnsafeGuaranteedRef { dict.value(forName: $0) } })
        {
            sp[below: 1] = value
            return
        }
        if let text = base.text(below: -slot), let index = sp.int(below: 1),
            let character = text._withUnsafeGuaranteedRef({ asciiCharacter(of: $0, index) })
        {
            sp.replaceInPlace(.str(character))
            return
        }
        let key = sp.pop()
        sp.push(try itemFast(base[slot] ?? .none, key))
    }

    /// The character of an ASCII text at an index, from the end where that is negative; nil where there is none or the text is not ASCII.
    @inline(__always)
    private func asciiCharacter(of text: PyStr, _ index: Int) -> PyStr? {
        guard text.isASCII else { return nil }
        let position = index < 0 ? index &+ text.count : index
        guard position >= 0, position < text.count else { return nil }
        return asciiCharacters[Int(text.byte(at: position))]
    }

    /// Stores the third operand in the list below the index on top; false where it is no list or the index is none of it.
    @inline(__always)
    static func storeInPlace(_ sp: inout StackCursor) -> Bool {
        let cursor = sp
        guard store(cursor, below: 3, inListOf: cursor, below: 2) else { return false }
        sp.drop(3)
        return true
    }

    /// Stores the second operand in the list `depth` below `base` at the index on top; false where that is no list or the index is none of it.
    @inline(__always)
    static func storeInPlace(_ base: StackCursor, _ depth: Int, _ sp: inout StackCursor) -> Bool {
        let cursor = sp
        guard store(cursor, below: 2, inListOf: base, below: depth) else { return false }
        sp.drop(2)
        return true
    }

    /// Moves an operand into a list at the index on top of the operands, if it has that.
    @inline(__always)
    private static func store(_ cursor: StackCursor, below operand: Int, inListOf base: StackCursor, below depth: Int) -> Bool {
        guard let index = cursor.int(below: 1), index >= 0, let list = base.list(below: depth) else { return false }
        return list._withUnsafeGuaranteedRef { list in
            if index >= list.elements.count { return false }
            list.elements[index] = cursor.take(below: operand)
            return true
        }
    }

    func storeItemFast(_ container: Value, _ key: Value, _ value: Value) throws {
        switch (container, key) {
        case (.list(let list), .int(let index)) where index >= 0 && index < list.elements.count: list.elements[index] = value
        case (.dict(let dict), .str(let name)):
            try charge(bytes: 64)
            dict.setValue(value, forName: name)
        case (.dict(let dict), .int(let number)):
            try charge(bytes: 64)
            try dict.setValue(value, for: number, self)
        default: try setItem(container, key, value)
        }
    }

    /// What a slice of two small integers, or of none, picks upwards from a sequence of that length; nil for any other.
    private func plainRange(_ object: PyObject, _ length: Int) -> Range<Int>? {
        guard let slice = object.exactly(PySlice.self), slice.step.isNone else { return nil }
        guard let start = Self.bound(slice.start, 0, length), let stop = Self.bound(slice.stop, length, length) else { return nil }
        return start..<max(start, stop)
    }

    /// A bound of a slice within a length; nil for what is neither `None` nor a small integer.
    private static func bound(_ value: Value, _ missing: Int, _ length: Int) -> Int? {
        switch value {
        case .none: missing
        case .int(let index): index < 0 ? max(0, index &+ length) : min(index, length)
        default: nil
        }
    }

    private func part(_ range: Range<Int>, of list: PyList) throws -> Value {
        try charge(bytes: 16, times: range.count)
        return .list(PyList(Array(list.elements[range])))
    }
}
