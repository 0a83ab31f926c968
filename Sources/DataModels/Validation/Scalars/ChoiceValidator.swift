import Python

/// `Literal` and enumerations (pydantic-core `literal`, `enum`).
struct ChoiceValidator {
    private let validator: Validator
    private var machine: Machine { validator.machine }

    init(_ validator: Validator) { self.validator = validator }

    // MARK: Literals

    func literal(_ values: [Value], _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if isHuge(input, values) { return tooLarge(input, location, &errors) }
        if let index = try position(of: input, in: values) { return values[index] }
        let expected = Self.listed(try values.map { try machine.repr($0) })
        return validator.fail("literal_error", "Input should be \(expected)", input, location, &errors, [("expected", .string(expected))])
    }

    /// Where a value stands: as a `bool`, `int` or `str` of its very class, else where Python finds it equal.
    func position(of input: Value, in values: [Value]) throws -> Int? {
        // Of equal keys the last one counts.
        if let same = values.lastIndex(where: { Self.isSame($0, input) }) { return same }
        if let other = try values.lastIndex(where: { try !Self.isPrimitive($0) && isEqual($0, input) }) { return other }
        return try values.lastIndex { try Self.isPrimitive($0) && isEqual($0, input) }
    }

    /// Whether an integer is too large for the table of integers, which is there as soon as one value is an integer.
    private func isHuge(_ input: Value, _ values: [Value], isConverted: Bool = false) -> Bool {
        // The value of another enumeration's member may be no integer at all.
        guard input.asObject is PyBigInt || (input.asStr != nil && isConverted) else { return false }
        return values.contains { if case .int = $0 { true } else { false } }
    }

    private func tooLarge(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        validator.fail(
            "int_parsing_size", "Unable to parse input string as an integer, exceeded maximum size", input, location, &errors)
    }

    private static func isPrimitive(_ value: Value) -> Bool {
        switch value {
        case .bool, .int, .str: true
        default: false
        }
    }

    private static func isSame(_ one: Value, _ two: Value) -> Bool {
        switch (one, two) {
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.str(let a), .str(let b)): a == b
        default: false
        }
    }

    /// Whether a dictionary would find the input under the value: the same hash and equal.
    private func isEqual(_ value: Value, _ input: Value) throws -> Bool {
        if value.isIdentical(to: input) { return true }
        do {
            return try machine.isEqual(value, input) && machine.hash(value) == machine.hash(input)
        } catch let raised as PyError where machine.isError(raised, "TypeError") {
            return false
        }
    }

    // MARK: Enumerations

    /// The kind of number or text that the members of an enumeration are.
    private enum MemberKind: String {
        case int, str, float
    }

    private static func kind(of type: PyType) -> MemberKind? {
        let names = type.mro.dropFirst().filter { $0.module == "builtins" }.map(\.name)
        return [MemberKind.int, .str, .float].first { names.contains($0.rawValue) }
    }

    /// How the location of an error names an enumeration.
    static func name(of type: PyType) -> String { (kind(of: type).map { $0.rawValue + "-" } ?? "") + "enum[\(type.name)]" }

    func member(of type: PyType, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if validator.mode == .python, machine.type(of: input) === type { return input }
        if validator.isStrict, validator.inputType == .python {
            let message = "Input should be an instance of \(type.name)"
            return validator.fail("is_instance_of", message, input, location, &errors, [("class", .string(type.name))])
        }
        validator.floor(.lax)
        let members = EnumSupport.members(of: type)
        let number = try converted(input, type)
        let values = members.map { EnumSupport.value(of: $0)?.unwrapped ?? .none }
        if isHuge(number, values, isConverted: !number.isIdentical(to: input)) { return tooLarge(number, location, &errors) }
        if let found = try found(input, members, type) { return found }
        // Calling the class finds values by hash and equality, and asks `_missing_`.
        if let found = try? EnumSupport.lookup(type, input, machine) { return found }
        let expected = Self.listed(try members.map { try machine.repr(EnumSupport.value(of: $0) ?? $0) })
        return validator.fail("enum", "Input should be \(expected)", input, location, &errors, [("expected", .string(expected))])
    }

    /// The integer that an input becomes for an enumeration of integers; other inputs stay.
    private func converted(_ input: Value, _ type: PyType) throws -> Value {
        guard Self.kind(of: type) == .int else { return input }
        var ignored: [ErrorDetail] = []
        var own = validator
        own.quality = nil
        return try own.validate(.int(NumberRules()), input, at: [], &ignored) ?? input
    }

    private func found(_ input: Value, _ members: [Value], _ type: PyType) throws -> Value? {
        let values = members.map { EnumSupport.value(of: $0) ?? .none }
        if let kind = Self.kind(of: type) { return try converted(input, kind, values).map { members[$0] } }
        if let index = try position(of: input, in: values) { return members[index] }
        if validator.isStrict || validator.mode != .python { return nil }
        // Numbers and texts of classes of their own.
        if input.asStr != nil { return try converted(input, .str, values).map { members[$0] } }
        let isNumber = input.asInt != nil || input.asBigInt != nil || input.asFloat != nil
        return isNumber ? try converted(input, .int, values).map { members[$0] } : nil
    }

    /// The value that the input becomes as a number or a text, converted as the mode allows.
    private func converted(_ input: Value, _ kind: MemberKind, _ values: [Value]) throws -> Int? {
        let schema: Schema =
            switch kind {
            case .int: .int(NumberRules())
            case .str: .str(StringRules())
            case .float: .float(NumberRules())
            }
        var ignored: [ErrorDetail] = []
        var own = validator
        own.quality = nil
        guard let made = try own.validate(schema, input, at: [], &ignored) else { return nil }
        if kind == .float { return try values.lastIndex { try isEqual($0.unwrapped, made) } }
        return values.lastIndex { Self.isSame($0.unwrapped, made.unwrapped) }
    }

    /// `a`, `a or b`, `a, b or c`.
    static func listed(_ words: [String]) -> String {
        guard words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    }
}
