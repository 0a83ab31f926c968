import Python

/// Lists, sets, tuples and dictionaries.
struct ContainerValidator {
    private let validator: Validator
    /// Whether the first item that does not fit ends the container.
    private let failsFast: Bool
    private var machine: Machine { validator.machine }

    init(_ validator: Validator) {
        var inner = validator
        inner.failsFast = false
        self.validator = inner
        failsFast = validator.failsFast
    }

    func validate(_ schema: Schema, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        switch schema {
        case .list(let item, let rules):
            guard let items = try sequence(.list, item, rules, input, location, &errors) else { return nil }
            return .list(PyList(items))
        case .tupleOf(let item, let rules):
            guard let items = try sequence(.tuple, item, rules, input, location, &errors) else { return nil }
            return .tuple(PyTuple(items))
        case .tuple(let members): return try fixedTuple(members, input, location, &errors)
        case .set(let item, let rules, let isFrozen): return try set(item, rules, isFrozen, input, location, &errors)
        case .dict(let key, let value, let rules): return try dictionary(key, value, rules, input, location, &errors)
        default: return input
        }
    }

    private enum Kind: String {
        case list, tuple, set, frozenset

        /// How the error of a wrong type is called.
        var errorName: String { self == .frozenset ? "frozen_set" : rawValue }
        /// How errors of lengths name the container.
        var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    /// The items of an input that may become such a container.
    private func values(_ input: Value, _ kind: Kind, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> [Value]? {
        if isOfKind(input, kind) {
            if validator.isJSON, kind != .list { validator.floor(.strict) }
            return try machine.array(input)
        }
        if !validator.isStrict, validator.mode == .python, try isIterable(input) {
            validator.floor(.lax)
            return try machine.array(input)
        }
        _ = validator.fail(kind.errorName + "_type", "Input should be a valid \(kind.rawValue)", input, location, &errors)
        return nil
    }

    /// Whether it is such a container already; JSON has arrays for all of them.
    private func isOfKind(_ input: Value, _ kind: Kind) -> Bool {
        switch validator.mode {
        case .json: return input.asList != nil
        case .strings: return false
        case .python: break
        }
        return switch kind {
        case .list: input.asList != nil
        case .tuple: input.asTuple != nil
        case .set: input.asSet.map { !$0.isFrozen } ?? false
        case .frozenset: input.asSet?.isFrozen ?? false
        }
    }

    /// Whether it can be iterated and is neither a text nor a mapping.
    private func isIterable(_ input: Value) throws -> Bool {
        if input.asStr != nil || input.asBytes != nil || input.asDict != nil { return false }
        if input.asList != nil || input.asTuple != nil || input.asSet != nil { return true }
        guard input.asType == nil, try MappingInput.dictionary(of: input, machine) == nil else { return false }
        return try machine.method(input, "__iter__") != nil || machine.method(input, "__getitem__") != nil
    }

    private func sequence(
        _ kind: Kind, _ item: Schema, _ rules: LengthRules, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> [Value]? {
        guard let values = try values(input, kind, location, &errors) else { return nil }
        if let most = rules.maximum, values.count > most {
            if failsFast, try items(Array(values.prefix(most)), item, location, &errors) == nil { return nil }
            return tooLong(kind.title, most, known(values.count, in: input), input, location, &errors)
        }
        guard let items = try items(values, item, location, &errors) else { return nil }
        return isLongEnough(items.count, rules, kind.title, input, location, &errors) ? items : nil
    }

    private func items(_ values: [Value], _ schema: Schema, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> [Value]? {
        let exact = ExactType(schema)
        if values.allSatisfy({ validator.takes($0, exact) }) { return values }
        let before = errors.count
        var result: [Value] = []
        result.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            do {
                if let item = try self.item(value, schema, under: .int(index), location, &errors) { result.append(item) }
            } catch is OmittedItem {
                continue
            }
            if failsFast, errors.count > before { break }
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

    private func set(
        _ item: Schema, _ rules: LengthRules, _ isFrozen: Bool, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        let kind = isFrozen ? Kind.frozenset : .set
        guard let values = try values(input, kind, location, &errors), let items = try items(values, item, location, &errors) else {
            return nil
        }
        let table = PyDict()
        for (index, item) in items.enumerated() {
            do {
                try table.setValue(.none, for: item, machine)
            } catch let raised as PyError where machine.isError(raised, "TypeError") {
                let message = "Set items should be hashable"
                return validator.fail("set_item_not_hashable", message, values[index], location + [.int(index)], &errors)
            }
            if let most = rules.maximum, table.count > most {
                _ = tooLong(kind.title, most, nil, input, location, &errors)
                return nil
            }
        }
        guard isLongEnough(table.count, rules, kind.title, input, location, &errors) else { return nil }
        return .object(PySet(table: table, isFrozen: isFrozen))
    }

    private func fixedTuple(_ members: [Schema], _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard let values = try values(input, .tuple, location, &errors) else { return nil }
        let before = errors.count
        var result: [Value] = []
        for (index, schema) in members.enumerated() {
            guard values.indices.contains(index) else {
                _ = validator.fail("missing", "Field required", input, location + [.int(index)], &errors)
                continue
            }
            if let item = try item(values[index], schema, under: .int(index), location, &errors) { result.append(item) }
            if failsFast, errors.count > before { return nil }
        }
        if values.count > members.count {
            // Then nothing else is said.
            errors.removeSubrange(before...)
            _ = tooLong("Tuple", members.count, known(values.count, in: input), input, location, &errors)
            return nil
        }
        return errors.count == before ? .tuple(PyTuple(result)) : nil
    }

    private func dictionary(
        _ key: Schema, _ value: Schema, _ rules: LengthRules, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) throws -> Value? {
        guard let source = try validator.isStrict ? input.asDict : MappingInput.dictionary(of: input, machine) else {
            return validator.fail("dict_type", "Input should be a valid dictionary", input, location, &errors)
        }
        let before = errors.count
        let result = PyDict()
        // The keys of JSON are texts, whatever they stand for.
        var keys = validator
        if validator.isJSON, validator.isStrict { keys.mode = .strings }
        let keyReader = ContainerValidator(keys)
        for (name, item) in source.items {
            // What is no text ends all, and nothing else is said.
            if validator.mode == .strings, let wrong = name.asStr == nil ? name : validator.isStringInput(item) ? nil : item {
                errors.removeSubrange(before...)
                return validator.fail("string_type", "Input should be a valid string", wrong, location, &errors)
            }
            let first = errors.count
            var newKey: Value?
            var newValue: Value?
            do {
                newKey = try keyReader.item(name, key, under: "[key]", location, &errors)
                newValue = try validator.validate(value, item, at: location, &errors)
            } catch is OmittedItem {}
            if errors.count > first { errors.place(under: try Self.part(of: name, machine), depth: location.count, from: first) }
            if let newKey, let newValue { try result.setValue(newValue, for: newKey, machine) }
        }
        guard errors.count == before else { return nil }
        if let most = rules.maximum, result.count > most {
            _ = tooLong("Dictionary", most, nil, input, location, &errors)
            return nil
        }
        return isLongEnough(result.count, rules, "Dictionary", input, location, &errors) ? .dict(result) : nil
    }

    /// How a location names a key: texts and small integers as they are, all else as it is printed (pydantic-core `LocItem`).
    static func part(of key: Value, _ machine: Machine) throws -> Value {
        if let text = key.asStr { return .str(text) }
        if let number = key.asInt { return .int(number) }
        return .string(try machine.repr(key))
    }

    // MARK: Lengths

    /// The number of items of an input that knows it; nil for one that is only iterated.
    private func known(_ count: Int, in input: Value) -> Int? {
        input.asList != nil || input.asTuple != nil || input.asSet != nil ? count : nil
    }

    /// Adds the error of too many items; their number is not known where counting stops early.
    private func tooLong(
        _ name: String, _ most: Int, _ count: Int?, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) -> [Value]? {
        let shown = count.map(String.init) ?? "more"
        let message = "\(name) should have at most \(most) item\(most == 1 ? "" : "s") after validation, not \(shown)"
        _ = validator.fail(
            "too_long", message, input, location, &errors,
            [("field_type", .string(name)), ("max_length", .int(most)), ("actual_length", count.map { .int($0) } ?? .none)])
        return nil
    }

    /// Whether a number of items is in range, with an error if not.
    func isMeasured(
        _ count: Int, _ rules: LengthRules, _ name: String, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) -> Bool {
        if let most = rules.maximum, count > most {
            _ = tooLong(name, most, count, input, location, &errors)
            return false
        }
        return isLongEnough(count, rules, name, input, location, &errors)
    }

    private func isLongEnough(
        _ count: Int, _ rules: LengthRules, _ name: String, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]
    ) -> Bool {
        guard let least = rules.minimum, count < least else { return true }
        let message = "\(name) should have at least \(least) item\(least == 1 ? "" : "s") after validation, not \(count)"
        _ = validator.fail(
            "too_short", message, input, location, &errors,
            [("field_type", .string(name)), ("min_length", .int(least)), ("actual_length", .int(count))])
        return false
    }
}
