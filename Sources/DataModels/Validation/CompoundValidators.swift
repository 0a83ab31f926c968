import Python

/// `Literal` and enumerations.
struct ChoiceValidator {
    private let validator: Validator

    init(_ validator: Validator) { self.validator = validator }

    func literal(_ values: [Value], _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        for value in values where try same(value, input) { return value }
        let expected = try Self.listed(try values.map { try shown($0) })
        return validator.fail("literal_error", "Input should be \(expected)", input, location, &errors, [("expected", .string(expected))])
    }

    func member(of type: PyType, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if validator.machine.isInstance(input, type) { return input }
        let members = EnumSupport.members(of: type)
        if !validator.isStrict {
            for member in members {
                guard let value = EnumSupport.value(of: member) else { continue }
                if try same(value, input) || loosely(value, input) { return member }
            }
        }
        let expected = try Self.listed(try members.map { try shown(EnumSupport.value(of: $0) ?? $0) })
        return validator.fail("enum", "Input should be \(expected)", input, location, &errors, [("expected", .string(expected))])
    }

    private func same(_ a: Value, _ b: Value) throws -> Bool {
        if a.asStr != nil || b.asStr != nil {
            guard let a = a.asStr, let b = b.asStr else { return false }
            return a == b
        }
        if a.asBool != nil || b.asBool != nil { return a.asBool == b.asBool }
        return try validator.machine.isEqual(a, b)
    }

    /// Query strings give texts: a number that an enumeration of numbers holds is found by its text.
    private func loosely(_ value: Value, _ input: Value) throws -> Bool {
        guard let text = input.asString, let number = value.asInt, value.asStr == nil else { return false }
        return IntegerValidator.parse(text)?.asInt == number
    }

    private func shown(_ value: Value) throws -> String {
        if let text = value.asString { return "'\(text)'" }
        return try validator.machine.repr(value)
    }

    /// `a`, `a or b`, `a, b or c`.
    static func listed(_ words: [String]) throws -> String {
        guard words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    }
}

/// Lists, sets, tuples and dictionaries.
struct ContainerValidator {
    private let validator: Validator
    private var machine: Machine { validator.machine }

    init(_ validator: Validator) { self.validator = validator }

    func validate(_ schema: Schema, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        switch schema {
        case .list(let item, let rules):
            guard let values = try sequence(input, "list", location, &errors) else { return nil }
            guard let items = try items(values, item, location, &errors),
                check(items.count, rules, "List", input, location, &errors)
            else { return nil }
            return .list(PyList(items))
        case .tupleOf(let item, let rules):
            guard let values = try sequence(input, "tuple", location, &errors) else { return nil }
            guard let items = try items(values, item, location, &errors),
                check(items.count, rules, "Tuple", input, location, &errors)
            else { return nil }
            return .tuple(PyTuple(items))
        case .tuple(let members): return try fixedTuple(members, input, location, &errors)
        case .set(let item, let rules, let isFrozen):
            guard let values = try sequence(input, isFrozen ? "frozen_set" : "set", location, &errors) else { return nil }
            guard let items = try items(values, item, location, &errors) else { return nil }
            let table = PyDict()
            for item in items { try table.setValue(.none, for: item, machine) }
            guard check(table.count, rules, isFrozen ? "Frozenset" : "Set", input, location, &errors) else { return nil }
            return .object(PySet(table: table, isFrozen: isFrozen))
        case .dict(let key, let value, let rules): return try dictionary(key, value, rules, input, location, &errors)
        default: return input
        }
    }

    private static let names = [
        "list": "Input should be a valid list", "tuple": "Input should be a valid tuple", "set": "Input should be a valid set",
        "frozen_set": "Input should be a valid frozenset",
    ]

    private func sequence(_ input: Value, _ kind: String, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> [Value]? {
        let isText = input.asStr != nil || input.asBytes != nil || input.asDict != nil
        let isContainer = input.asList != nil || input.asTuple != nil || input.asSet != nil
        let isIterable = try !isContainer && !isText && !validator.isStrict && machine.method(input, "__iter__") != nil
        if isContainer || (isIterable && !(input.asObject is ModelInstance)) {
            return try machine.array(input)
        }
        _ = validator.fail(kind + "_type", Self.names[kind] ?? "", input, location, &errors)
        return nil
    }

    private func items(_ values: [Value], _ schema: Schema, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> [Value]? {
        let exact = ExactType(schema)
        if values.allSatisfy(exact.takes) { return values }
        let before = errors.count
        var result: [Value] = []
        result.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            if let item = try self.item(value, schema, under: .int(index), location, &errors) { result.append(item) }
        }
        return errors.count == before ? result : nil
    }

    private func item(
        _ value: Value, _ schema: Schema, under part: @autoclosure () -> Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        let before = errors.count
        let result = try validator.validate(schema, value, at: location, &errors)
        if errors.count > before { errors.place(under: part(), depth: location.count, from: before) }
        return result
    }

    private func fixedTuple(_ members: [Schema], _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let values = try sequence(input, "tuple", location, &errors) else { return nil }
        let before = errors.count
        var result: [Value] = []
        for (index, schema) in members.enumerated() {
            guard values.indices.contains(index) else {
                _ = validator.fail("missing", "Field required", input, location + [.int(index)], &errors)
                continue
            }
            if let item = try item(values[index], schema, under: .int(index), location, &errors) { result.append(item) }
        }
        if values.count > members.count {
            let message =
                "Tuple should have at most \(members.count) item\(members.count == 1 ? "" : "s") after validation, not \(values.count)"
            return validator.fail(
                "too_long", message, input, location, &errors,
                [("field_type", "Tuple"), ("max_length", .int(members.count)), ("actual_length", .int(values.count))])
        }
        return errors.count == before ? .tuple(PyTuple(result)) : nil
    }

    private func dictionary(
        _ key: Schema, _ value: Schema, _ rules: LengthRules, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        guard let source = input.asDict else {
            return validator.fail("dict_type", "Input should be a valid dictionary", input, location, &errors)
        }
        let before = errors.count
        let result = PyDict()
        for (name, item) in source.items {
            let first = errors.count
            let newKey = try self.item(name, key, under: "[key]", location, &errors)
            let newValue = try validator.validate(value, item, at: location, &errors)
            if errors.count > first {
                let part: Value = name.asStr != nil || name.asInt != nil ? name : .string(try machine.str(name))
                errors.place(under: part, depth: location.count, from: first)
            }
            if let newKey, let newValue { try result.setValue(newValue, for: newKey, machine) }
        }
        guard errors.count == before, check(result.count, rules, "Dictionary", input, location, &errors) else { return nil }
        return .dict(result)
    }

    private func check(
        _ count: Int, _ rules: LengthRules, _ name: String, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) -> Bool {
        if let minimum = rules.minimum, count < minimum {
            let message = "\(name) should have at least \(minimum) item\(minimum == 1 ? "" : "s") after validation, not \(count)"
            _ = validator.fail(
                "too_short", message, input, location, &errors,
                [("field_type", .string(name)), ("min_length", .int(minimum)), ("actual_length", .int(count))])
            return false
        }
        if let maximum = rules.maximum, count > maximum {
            let message = "\(name) should have at most \(maximum) item\(maximum == 1 ? "" : "s") after validation, not \(count)"
            _ = validator.fail(
                "too_long", message, input, location, &errors,
                [("field_type", .string(name)), ("max_length", .int(maximum)), ("actual_length", .int(count))])
            return false
        }
        return true
    }
}

/// Unions in smart mode: an exact type first, then strictly, then laxly, always the leftmost.
struct UnionValidator {
    private let validator: Validator

    init(_ validator: Validator) { self.validator = validator }

    func validate(_ members: [Schema], _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        for member in members where Self.isExact(member, input, validator.machine) {
            var ignored: [ErrorDetail] = []
            if let value = try validator.validate(member, input, at: location, &ignored) { return value }
        }
        var strict = validator
        strict.isStrict = true
        for member in members {
            var ignored: [ErrorDetail] = []
            if let value = try strict.validate(member, input, at: location, &ignored) { return value }
        }
        var collected: [ErrorDetail] = []
        for member in members {
            var own: [ErrorDetail] = []
            if let value = try validator.validate(member, input, at: location, &own) { return value }
            own.place(under: .string(Self.name(member)), depth: location.count, from: 0)
            collected += own
        }
        errors += collected
        return nil
    }

    private static func isExact(_ schema: Schema, _ input: Value, _ machine: Machine) -> Bool {
        switch (schema, input) {
        case (.int, .int), (.float, .float), (.str, .str), (.bool, .bool), (.none, .none): return true
        case (.model(let type), .object): return machine.isInstance(input, type)
        default: return false
        }
    }

    /// How the location of an error names a member.
    static func name(_ schema: Schema) -> String {
        switch schema {
        case .any: "any"
        case .none: "none"
        case .bool: "bool"
        case .int(let rules): rules.greaterThan == nil && rules.lessThan == nil && rules.greaterOrEqual == nil ? "int" : "constrained-int"
        case .float: "float"
        case .decimal: "decimal"
        case .str(let rules): rules.minimum == nil && rules.maximum == nil && rules.pattern == nil ? "str" : "constrained-str"
        case .bytes: "bytes"
        case .date: "date"
        case .datetime: "datetime"
        case .time: "time"
        case .timedelta: "timedelta"
        case .uuid: "uuid"
        case .literal(let values):
            "literal[" + values.map { $0.asString.map { "'\($0)'" } ?? "\($0.asInt ?? 0)" }.joined(separator: ",") + "]"
        case .enumeration(let type): "enum" + (type.name.isEmpty ? "" : "")
        case .list(let item, _): "list[\(name(item))]"
        case .set(let item, _, let isFrozen): (isFrozen ? "frozenset" : "set") + "[\(name(item))]"
        case .tuple(let members): "tuple[" + members.map(name).joined(separator: ", ") + "]"
        case .tupleOf(let item, _): "tuple[\(name(item)), ...]"
        case .dict(let key, let value, _): "dict[\(name(key)),\(name(value))]"
        case .nullable(let inner): "nullable[\(name(inner))]"
        case .union(let members): "union[" + members.map(name).joined(separator: ",") + "]"
        case .model(let type), .instance(let type), .secret(let type): type.name
        case .callable: "callable"
        case .email: "EmailStr"
        case .function(let kind, _, let inner): "function-\(kind)[\(name(inner))]"
        case .serializer(_, let inner): name(inner)
        }
    }
}

/// Functions of the program that validate.
struct FunctionValidator {
    private let validator: Validator

    init(_ validator: Validator) { self.validator = validator }

    func validate(
        _ kind: Schema.FunctionKind, _ function: Value, _ inner: Schema, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        let machine = validator.machine
        do {
            switch kind {
            case .plain: return try machine.call(function, input)
            case .before: return try validator.validate(inner, try machine.call(function, input), at: location, &errors)
            case .after:
                guard let value = try validator.validate(inner, input, at: location, &errors) else { return nil }
                return try machine.call(function, value)
            case .wrap:
                let handler = machine.native("handler", "value, /") { machine, a in
                    var own: [ErrorDetail] = []
                    if let value = try validator.validate(inner, a[0], at: [], &own) { return value }
                    throw ValidationFailure.error(own, title: "function", machine)
                }
                return try machine.call(function, input, handler)
            }
        } catch let raised as PyError {
            return try Self.take(raised, input, location, &errors, machine)
        }
    }

    /// What a validator raised becomes an error of the value: ValueError, AssertionError and Pydantic's own.
    static func take(
        _ raised: PyError, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail], _ machine: Machine
    ) throws -> Value? {
        if let failure = raised.exception as? ValidationFailure {
            for detail in failure.details {
                var moved = detail
                moved.location = location + detail.location
                errors.append(moved)
            }
            return nil
        }
        if let custom = raised.exception as? CustomError {
            errors.append(ErrorDetail(custom.kind, location, custom.message, input: input, context: custom.details))
            return nil
        }
        let words: (String, String)? =
            machine.isError(raised, "ValueError")
            ? ("value_error", "Value error, ") : machine.isError(raised, "AssertionError") ? ("assertion_error", "Assertion failed, ") : nil
        guard let words else { throw raised }
        let message = words.1 + (try machine.str(.object(raised.exception)))
        errors.append(ErrorDetail(words.0, location, message, input: input, context: [("error", .object(raised.exception))]))
        return nil
    }
}
