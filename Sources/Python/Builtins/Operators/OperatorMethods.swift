/// Puts the operators of built-in types under their names (`__add__`, `__getitem__`, `__repr__`, …), for explicit calls and `super()`.
///
/// The machine itself calls the `builtin…` functions without a detour over these.
enum OperatorMethods {
    private static let arithmetic: [(name: String, operation: BinaryOperator)] = [
        ("add", .add), ("sub", .subtract), ("mul", .multiply), ("truediv", .divide), ("floordiv", .floorDivide), ("mod", .modulo),
        ("pow", .power),
    ]
    private static let bitwise: [(name: String, operation: BinaryOperator)] = [
        ("lshift", .leftShift), ("rshift", .rightShift), ("and", .bitAnd), ("or", .bitOr), ("xor", .bitXor),
    ]
    private static let sets: [(name: String, operation: BinaryOperator)] = [
        ("sub", .subtract), ("and", .bitAnd), ("or", .bitOr), ("xor", .bitXor),
    ]
    private static let comparisons: [(name: String, operation: ComparisonOperator)] = [
        ("__eq__", .equal), ("__ne__", .notEqual), ("__lt__", .less), ("__le__", .lessOrEqual), ("__gt__", .greater),
        ("__ge__", .greaterOrEqual),
    ]

    /// Puts the special methods on all built-in types.
    static func install(_ types: BuiltinTypes) {
        installNumbers(types)
        installSequences(types)
        for type in [types.dict] {
            binary(on: type, [("or", .bitOr)], reflected: true, accepts: { $0.asDict != nil })
            subscripts(on: type, isMutable: true)
        }
        let views = ["keys", "items"].map { types.builtin("dict_" + $0) }
        for type in [types.set, types.frozenset] + views {
            binary(on: type, sets, reflected: true, accepts: { $0.asSet != nil || isView($0) })
        }
        for type in views + [types.builtin("dict_values"), types.set, types.frozenset, types.range] { collection(on: type) }
        subscripts(on: types.range, isMutable: false)
        let comparable = [
            types.int, types.float, types.str, types.bytes, types.bytearray, types.list, types.tuple, types.dict, types.set,
            types.frozenset,
        ]
        for type in comparable + views + [types.range, types.slice] { compare(on: type) }
        let shown = comparable + views + [types.range, types.slice, types.builtin("dict_values"), types.bool, types.none]
        for type in shown { represent(type) }
        for type in [types.int, types.float, types.str, types.bytes, types.tuple, types.frozenset, types.range] { hash(on: type) }
        for type in [types.int, types.float] { format(on: type) }
    }

    private static func isView(_ value: Value) -> Bool { value.asObject is PyDictView }

    private static func installNumbers(_ types: BuiltinTypes) {
        binary(on: types.int, arithmetic + bitwise, reflected: true) { $0.isInteger }
        binary(on: types.float, arithmetic, reflected: true) { $0.isInteger || $0.asFloat != nil }
        binary(on: types.bool, [("and", .bitAnd), ("or", .bitOr), ("xor", .bitXor)], reflected: true) { $0.isInteger }
        let prefixes: [(String, UnaryOperator)] = [("__neg__", .minus), ("__invert__", .invert)]
        for (name, operation) in prefixes {
            for type in [types.int, types.float] where type !== types.float || operation == .minus {
                type.method(name, "self, /") { machine, a in try machine.builtinUnary(operation, a[0].unwrapped) ?? machine.notImplemented }
            }
        }
        for type in [types.int, types.float] {
            type.method("__abs__", "self, /") { machine, a in try machine.absolute(a[0].unwrapped) ?? machine.notImplemented }
            type.method("__divmod__", "self, value, /") { machine, a in
                try machine.numericDivmod(a[0].unwrapped, a[1].unwrapped) ?? machine.notImplemented
            }
            type.method("__rdivmod__", "self, value, /") { machine, a in
                try machine.numericDivmod(a[1].unwrapped, a[0].unwrapped) ?? machine.notImplemented
            }
        }
    }

    private static func installSequences(_ types: BuiltinTypes) {
        for type in [types.str, types.bytes, types.bytearray, types.list, types.tuple] {
            binary(on: type, [("add", .add)], reflected: false) { _ in true }
            binary(on: type, [("mul", .multiply)], reflected: true) { $0.isInteger }
            subscripts(on: type, isMutable: type === types.list || type === types.bytearray)
        }
        for type in [types.str, types.bytes, types.bytearray] { binary(on: type, [("mod", .modulo)], reflected: false) { _ in true } }
    }

    private static func binary(
        on type: PyType, _ operators: [(name: String, operation: BinaryOperator)], reflected: Bool, accepts: @escaping (Value) -> Bool
    ) {
        for (name, operation) in operators {
            type.method("__\(name)__", "self, value, /") { machine, a in
                let other = a[1].unwrapped
                return accepts(other)
                    ? try machine.builtinBinary(operation, a[0].unwrapped, other) ?? machine.notImplemented : machine.notImplemented
            }
            guard reflected else { continue }
            type.method("__r\(name)__", "self, value, /") { machine, a in
                let other = a[1].unwrapped
                return accepts(other)
                    ? try machine.builtinBinary(operation, other, a[0].unwrapped) ?? machine.notImplemented : machine.notImplemented
            }
        }
    }

    private static func compare(on type: PyType) {
        for (name, operation) in comparisons {
            type.method(name, "self, value, /") { machine, a in
                try machine.builtinCompare(operation, a[0].unwrapped, a[1].unwrapped).map { .bool($0) } ?? machine.notImplemented
            }
        }
    }

    /// `__len__`, `__iter__` and `__contains__`.
    private static func collection(on type: PyType) {
        type.method("__len__", "self, /") { machine, a in .int(try machine.builtinLength(a[0].unwrapped) ?? 0) }
        type.method("__iter__", "self, /") { machine, a in try machine.builtinIterator(a[0].unwrapped).map { .object($0) } ?? .none }
        type.method("__contains__", "self, key, /") { machine, a in
            if let found = try machine.builtinContains(a[0].unwrapped, a[1]) { return .bool(found) }
            return machine.notImplemented
        }
    }

    private static func subscripts(on type: PyType, isMutable: Bool) {
        collection(on: type)
        type.method("__getitem__", "self, key, /") { machine, a in
            let container = a[0].unwrapped
            if case .dict(let dict) = container, a[0].asObject is PyInstance {
                if let value = try dict.value(for: a[1], machine) { return value }
                if let missing = try machine.method(a[0], "__missing__") { return try machine.call(missing, a[1]) }
            }
            return try machine.builtinItem(container, a[1]) ?? machine.notImplemented
        }
        guard isMutable else { return }
        type.method("__setitem__", "self, key, value, /") { machine, a in
            _ = try machine.builtinSetItem(a[0].unwrapped, a[1], a[2])
            return .none
        }
        type.method("__delitem__", "self, key, /") { machine, a in
            _ = try machine.builtinDeleteItem(a[0].unwrapped, a[1])
            return .none
        }
    }

    private static func represent(_ type: PyType) {
        let name = type.name
        type.method("__repr__", "self, /") { machine, a in
            let value = a[0].unwrapped
            if name == "int", let number = value.asBigInt { return .str(try machine.decimalText(number)) }
            return .str(try machine.builtinRepr(value) ?? PyStr(""))
        }
        if name == "str" { type.strMethod("__str__") { _, text, _ in .str(text) } }
        if name == "bool" || name == "NoneType" { type.method("__bool__", "self, /") { machine, a in .bool(try machine.isTrue(a[0])) } }
    }

    private static func hash(on type: PyType) {
        type.method("__hash__", "self, /") { machine, a in .int(try machine.builtinHash(a[0].unwrapped) ?? 0) }
    }

    private static func format(on type: PyType) {
        type.method("__format__", "self, format_spec, /") { machine, a in
            let spec = try machine.requireStr(a[1], "__format__() argument")
            if spec.isEmpty, a[0].asObject is PyInstance { return .str(try machine.strStr(a[0])) }
            return .str(try machine.builtinFormat(a[0].unwrapped, spec) ?? PyStr(""))
        }
    }
}
