extension CodeGenerator {
    /// Pushes the value of an expression.
    func compile(_ expression: Expression) throws {
        try at(expression.range) { try compileHere(expression) }
    }

    private func compileHere(_ expression: Expression) throws {
        switch expression.kind {
        case .constant(let constant): assembler.emit(.loadConstant, assembler.constant(try value(of: constant, expression.range)))
        case .joinedString(let string): try compile(string)
        case .name(let name): emitLoad(name)
        case .attribute(let attribute):
            try compile(attribute.value)
            at(place(of: attribute, in: expression.range)) {
                assembler.emitCached(.loadAttribute, assembler.name(scope.mangled(attribute.name.text)))
            }
        case .subscript(let item):
            if let slot = try compileSubscripted(item) { assembler.emit(.itemOfLocal, slot) } else { assembler.emit(.item) }
        case .slice(let slice): try compile(slice)
        case .starred: throw SyntaxError("can't use starred expression here", at: expression.range)
        case .call(let call): try compile(call)
        case .lambda(let lambda): try compile(lambda, expression.range)
        case .conditional(let conditional): try compile(conditional)
        case .comprehension(let comprehension): try compile(comprehension, expression.range)
        case .namedExpression(let named):
            try compile(named.value)
            assembler.emit(.duplicate)
            emitStore(named.target.text)
        case .await, .yield, .yieldFrom: try compileSuspension(expression)
        case .compare(let compare): try compileComparison(compare)
        case .booleanOperation(let operation): try compile(operation)
        case .unaryOperation(let operation): try compile(operation)
        case .binaryOperation(let operation): try compile(operation)
        case .tuple(let elements): try compileDisplay(elements, .buildTuple)
        case .list(let elements): try compileDisplay(elements, .buildList)
        case .set(let elements): try compileDisplay(elements, .buildSet)
        case .dict(let items): try compile(items)
        }
    }

    /// Pushes the object and the key of a subscript, or only the key where the object is a local variable, whose slot is the result.
    func compileSubscripted(_ item: Expression.Subscript) throws -> Int? {
        try compile(item.value)
        let slot = item.index.bindsNoName ? assembler.borrowLocal() : nil
        try compile(item.index)
        return slot
    }

    private func value(of constant: Constant, _ range: SourceRange) throws -> Value {
        switch constant {
        case .none: return .none
        case .bool(let flag): return .bool(flag)
        case .ellipsis: return machine.ellipsis
        case .integer(let literal):
            if let small = literal.value { return .int(small) }
            guard let large = BigInt(digits: Array(literal.digits.utf8), base: literal.radix) else {
                throw SyntaxError("invalid integer", at: range)
            }
            return .integer(large)
        case .float(let number): return .float(number)
        case .imaginary(let number): return .object(PyComplex(0, number))
        case .string(let bytes):
            if bytes.count <= 40, bytes.allSatisfy({ $0 < 0x80 }) {
                return .str(machine.intern(String(decoding: bytes, as: UTF8.self)))
            }
            return .str(PyStr(utf8: bytes))
        case .bytes(let bytes): return .object(PyBytes(bytes))
        }
    }

    private func compileSuspension(_ expression: Expression) throws {
        switch expression.kind {
        case .await(let value):
            try compile(value)
            assembler.emit(.getAwaitable)
            emitAwaiting()
        case .yield(let value):
            if let value { try compile(value) } else { assembler.emit(.loadConstant, assembler.constant(.none)) }
            assembler.emit(.yieldValue)
        case .yieldFrom(let value):
            try compile(value)
            assembler.emit(.getYieldFromIterator)
            emitAwaiting()
        default: break
        }
    }

    private func compile(_ slice: Expression.Slice) throws {
        for part in [slice.lower, slice.upper, slice.step] {
            if let part { try compile(part) } else { assembler.emit(.loadConstant, assembler.constant(.none)) }
        }
        assembler.emit(.buildSlice, 3)
    }

    // MARK: f-strings

    private func compile(_ string: Expression.JoinedString) throws {
        for part in string.parts {
            switch part {
            case .literal(let bytes): assembler.emit(.loadConstant, assembler.constant(.str(PyStr(utf8: bytes))))
            case .value(let field): try compile(field, isPart: string.parts.count > 1)
            }
        }
        if string.parts.isEmpty { return assembler.emit(.loadConstant, assembler.constant(.string(""))) }
        if string.parts.count > 1 { assembler.emit(.buildString, string.parts.count) }
    }

    private func compile(_ field: Expression.FormattedValue, isPart: Bool) throws {
        try compile(field.value)
        if let specification = field.formatSpecification { try compile(specification) }
        let conversion: Int =
            switch field.conversion {
            case nil: 0
            case .string: 1
            case .representation: 2
            case .ascii: 3
            }
        assembler.emit(.formatValue, flag: conversion * 2 + (field.formatSpecification == nil ? 0 : 1) + (isPart ? 8 : 0))
    }

    // MARK: Displays

    private func compileDisplay(_ elements: [Expression], _ opcode: Opcode) throws {
        guard elements.contains(where: \.isStarred) else {
            for element in elements { try compile(element) }
            return assembler.emit(opcode, elements.count)
        }
        let isSet = opcode == .buildSet
        assembler.emit(isSet ? .buildSet : .buildList, 0)
        for element in elements {
            if case .starred(let inner) = element.kind {
                try compile(inner)
                assembler.emit(isSet ? .setUpdate : .listExtend, 1)
            } else {
                try compile(element)
                assembler.emit(isSet ? .setAdd : .listAppend, 1)
            }
        }
        if opcode == .buildTuple { assembler.emit(.listToTuple) }
    }

    private func compile(_ items: [Expression.DictItem]) throws {
        if let record = try record(items) {
            for item in items { try compile(item.value) }
            return assembler.emit(.buildRecord, assembler.constant(.dict(record)), small: items.count)
        }
        let unpacks = items.contains { $0.key == nil }
        if !unpacks && items.count <= 64 {
            for item in items {
                if let key = item.key { try compile(key) }
                try compile(item.value)
            }
            return assembler.emit(.buildDict, items.count)
        }
        assembler.emit(.buildDict, 0)
        for item in items {
            if let key = item.key {
                try compile(key)
                try compile(item.value)
                assembler.emit(.dictAdd, 1)
            } else {
                try compile(item.value)
                assembler.emit(.dictUpdate, 1)
            }
        }
    }

    /// A dict with the keys of a display whose keys are different constant texts, else nil.
    private func record(_ items: [Expression.DictItem]) throws -> PyDict? {
        guard !items.isEmpty, items.count <= 64 else { return nil }
        let record = PyDict()
        for item in items {
            guard let key = item.key, let name = try constantText(key) else { return nil }
            record.setValue(.none, forName: name)
        }
        return record.count == items.count ? record : nil
    }

    private func constantText(_ expression: Expression) throws -> PyStr? {
        guard case .constant(let constant) = expression.kind, case .string = constant else { return nil }
        return try value(of: constant, expression.range).asStr
    }

    // MARK: Operators

    private func compile(_ operation: Expression.BinaryOperation) throws {
        try compile(operation.left)
        try compile(operation.right)
        switch operation.operator {
        case .add: assembler.emit(.add)
        case .subtract: assembler.emit(.subtract)
        case .multiply: assembler.emit(.multiply)
        default: assembler.emit(.binary, flag: operation.operator.number)
        }
    }

    private func compile(_ operation: Expression.UnaryOperation) throws {
        if operation.operator == .minus, case .constant(let constant) = operation.operand.kind {
            switch try value(of: constant, operation.operand.range) {
            case .int(let small): return assembler.emit(.loadConstant, assembler.constant(.int(-small)))
            case .float(let number): return assembler.emit(.loadConstant, assembler.constant(.float(-number)))
            default: break
            }
        }
        try compile(operation.operand)
        switch operation.operator {
        case .minus: assembler.emit(.negate)
        case .plus: assembler.emit(.positive)
        case .invert: assembler.emit(.invert)
        case .not: assembler.emit(.not)
        }
    }

    private func compile(_ operation: Expression.BooleanOperation) throws {
        let end = assembler.label()
        for (index, value) in operation.values.enumerated() {
            try compile(value)
            if index < operation.values.count - 1 {
                assembler.jump(operation.operator == .and ? .jumpIfFalseOrPop : .jumpIfTrueOrPop, end)
            }
        }
        assembler.place(end)
    }

    private func compile(_ conditional: Expression.Conditional) throws {
        let orelse = assembler.label()
        let end = assembler.label()
        try compileCondition(conditional.test, orelse, jumpsIf: false)
        try compile(conditional.body)
        assembler.jump(.jump, end)
        assembler.place(orelse)
        try compile(conditional.orelse)
        assembler.place(end)
    }

    private func compileComparison(_ compare: Expression.Compare) throws {
        try compile(compare.left)
        let cleanup = assembler.label()
        let end = assembler.label()
        for (index, comparison) in compare.comparisons.enumerated() {
            try compile(comparison.right)
            if index == compare.comparisons.count - 1 {
                emit(comparison.operator)
            } else {
                assembler.emit(.duplicate)
                assembler.emit(.rotateThree)
                emit(comparison.operator)
                assembler.jump(.jumpIfFalseOrPop, cleanup)
            }
        }
        if compare.comparisons.count > 1 {
            assembler.jump(.jump, end)
            assembler.place(cleanup)
            assembler.emit(.swap, 2)
            assembler.emit(.pop)
            assembler.place(end)
        }
    }

    private func emit(_ operation: ComparisonOperator) {
        switch operation {
        case .is: assembler.emit(.isIdentical)
        case .isNot: assembler.emit(.isNotIdentical)
        case .in: assembler.emit(.contains)
        case .notIn: assembler.emit(.doesNotContain)
        default: assembler.emit(.compare, flag: operation.number)
        }
    }
}

extension ComparisonOperator {
    /// Whether it is one of `== != < <= > >=`.
    var isRich: Bool {
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .is, .isNot, .in, .notIn: false
        }
    }
}
