/// The module `operator`.
enum OperatorModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "operator")
        addBinary(module, machine)
        addOthers(module, machine)
        try addGetters(module, machine)
        return module
    }

    private static func addBinary(_ module: PyModule, _ machine: Machine) {
        let binary: [(String, BinaryOperator)] = [
            ("add", .add), ("sub", .subtract), ("mul", .multiply), ("truediv", .divide), ("floordiv", .floorDivide), ("mod", .modulo),
            ("pow", .power), ("lshift", .leftShift), ("rshift", .rightShift), ("and_", .bitAnd), ("or_", .bitOr), ("xor", .bitXor),
            ("matmul", .matrixMultiply),
        ]
        for (name, operation) in binary {
            module.function(machine, name, "a, b, /") { machine, a in try machine.binary(operation, a[0], a[1]) }
            let inPlace = "i" + name.filter { $0 != "_" }
            module.function(machine, inPlace, "a, b, /") { machine, a in try machine.inPlace(operation, a[0], a[1]) }
        }
        for (name, isInPlace) in [("concat", false), ("iconcat", true)] {
            module.function(machine, name, "a, b, /") { machine, a in
                guard try machine.method(a[0], "__getitem__") != nil, (try machine.method(a[0], "__add__")) != nil else {
                    throw machine.error("TypeError", "'\(machine.typeName(a[0]))' object can't be concatenated")
                }
                return try isInPlace ? machine.inPlace(.add, a[0], a[1]) : machine.binary(.add, a[0], a[1])
            }
        }
        let comparisons: [(String, ComparisonOperator)] = [
            ("lt", .less), ("le", .lessOrEqual), ("gt", .greater), ("ge", .greaterOrEqual), ("eq", .equal), ("ne", .notEqual),
        ]
        for (name, operation) in comparisons {
            module.function(machine, name, "a, b, /") { machine, a in try machine.compare(a[0], a[1], operation) }
        }
        let unary: [(String, UnaryOperator)] = [("neg", .minus), ("pos", .plus), ("invert", .invert), ("inv", .invert)]
        for (name, operation) in unary {
            module.function(machine, name, "a, /") { machine, a in try machine.unary(operation, a[0]) }
        }
    }

    private static func addOthers(_ module: PyModule, _ machine: Machine) {
        module.function(machine, "not_", "a, /") { machine, a in .bool(try !machine.isTrue(a[0])) }
        module.function(machine, "truth", "a, /") { machine, a in .bool(try machine.isTrue(a[0])) }
        module.function(machine, "is_", "a, b, /") { _, a in .bool(a[0].isIdentical(to: a[1])) }
        module.function(machine, "is_not", "a, b, /") { _, a in .bool(!a[0].isIdentical(to: a[1])) }
        module.function(machine, "contains", "a, b, /") { machine, a in .bool(try machine.contains(a[0], a[1])) }
        module.function(machine, "getitem", "a, b, /") { machine, a in try machine.item(a[0], a[1]) }
        module.function(machine, "setitem", "a, b, c, /") { machine, a in
            try machine.setItem(a[0], a[1], a[2])
            return .none
        }
        module.function(machine, "delitem", "a, b, /") { machine, a in
            try machine.deleteItem(a[0], a[1])
            return .none
        }
        func elements(_ value: Value, _ machine: Machine) throws -> [Value] {
            if try machine.method(value, "__iter__") == nil, try machine.method(value, "__getitem__") == nil {
                throw machine.error("TypeError", "argument of type '\(machine.typeName(value))' is not iterable")
            }
            return try machine.array(value)
        }
        module.function(machine, "countOf", "a, b, /") { machine, a in
            .int(try elements(a[0], machine).filter { try machine.isEqual($0, a[1]) }.count)
        }
        module.function(machine, "indexOf", "a, b, /") { machine, a in
            guard let index = try elements(a[0], machine).firstIndex(where: { try machine.isEqual($0, a[1]) }) else {
                throw machine.error("ValueError", "sequence.index(x): x not in sequence")
            }
            return .int(index)
        }
        module.function(machine, "index", "a, /") { machine, a in .integer(try machine.bigIndex(a[0])) }
        module.function(machine, "call", "obj, /, *args, **kwargs") { machine, a in
            try machine.call(a[0], Arguments(a.list(1), keywords: a.dict(2)))
        }
        module.function(machine, "length_hint", "obj, default=0, /") { machine, a in
            _ = try machine.index(a[1])
            if let native = a[0].asObject as? PyIterator, let left = native.remaining { return .int(left) }
            if try machine.method(a[0], "__len__") != nil || a[0].asInstance == nil {
                do {
                    return .int(try machine.length(a[0]))
                } catch let raised as PyError where machine.isError(raised, "TypeError") {}
            }
            guard let method = try machine.method(a[0], "__length_hint__") else { return a[1] }
            let hint = try machine.call(method)
            if hint.isIdentical(to: machine.notImplemented) { return a[1] }
            guard let length = hint.asBigInt else {
                throw machine.error("TypeError", "__length_hint__ must be an integer, not \(machine.typeName(hint))")
            }
            if length.isNegative { throw machine.error("ValueError", "__length_hint__() should return >= 0") }
            return .integer(length)
        }
        for name in ["abs"] { module.add(name, machine.builtins[name] ?? .none) }
    }

    private static func addGetters(_ module: PyModule, _ machine: Machine) throws {
        let kinds = ["itemgetter", "attrgetter", "methodcaller"]
        for kind in kinds {
            let type = try machine.types.make(kind, module: "operator")
            type.method("__init__", "self, first?, /, *rest, **kwargs") { machine, a in
                guard a.isGiven(1) else {
                    let words =
                        kind == "methodcaller"
                        ? "methodcaller needs at least one argument, the method name" : "\(kind) expected 1 argument, got 0"
                    throw machine.error("TypeError", words)
                }
                if kind != "itemgetter", !([a[1]] + (kind == "attrgetter" ? a.list(2) : [])).allSatisfy({ $0.asStr != nil }) {
                    throw machine.error(
                        "TypeError", kind == "attrgetter" ? "attribute name must be a string" : "method name must be a string")
                }
                a[0].asInstance?.dictionary["first"] = a[1]
                a[0].asInstance?.dictionary["rest"] = .tuple(a.list(2))
                a[0].asInstance?.dictionary["keywords"] = .dict(machine.dictionary(a.dict(3)))
                return .none
            }
            type.method("__call__", "self, obj, /") { machine, a in
                guard let state = a[0].asInstance?.attributes, let first = state["first"] else { return .none }
                let rest = state["rest"]?.asTuple?.elements ?? []
                if kind == "methodcaller" {
                    let keywords = (state["keywords"]?.asDict?.items ?? []).map { (name: $0.key.asString ?? "", value: $0.value) }
                    return try machine.call(try machine.attribute(a[1], first.asString ?? ""), Arguments(rest, keywords: keywords))
                }
                let found = try ([first] + rest).map { try get(kind, a[1], $0, machine) }
                return found.count == 1 ? found[0] : .tuple(found)
            }
            type.method("__repr__", "self, /") { machine, a in
                guard let state = a[0].asInstance?.attributes, let first = state["first"] else { return "" }
                let parts = try ([first] + (state["rest"]?.asTuple?.elements ?? [])).map { try machine.repr($0) }
                let named = try (state["keywords"]?.asDict?.items ?? []).map { "\($0.key.asString ?? "")=\(try machine.repr($0.value))" }
                return .string("operator.\(kind)(\((parts + named).joined(separator: ", ")))")
            }
            module.add(type)
        }
    }

    private static func get(_ kind: String, _ object: Value, _ key: Value, _ machine: Machine) throws -> Value {
        if kind == "itemgetter" { return try machine.item(object, key) }
        guard let path = key.asString else { throw machine.error("TypeError", "attribute name must be a string") }
        return try path.split(separator: ".").reduce(object) { try machine.attribute($0, String($1)) }
    }
}
