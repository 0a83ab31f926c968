import Python

/// Puts constraints on the schemas that understand them.
struct ConstraintApplier {
    private let machine: Machine

    init(_ machine: Machine) { self.machine = machine }

    func apply(_ constraints: [(name: String, value: Value)], to schema: Schema) throws -> Schema {
        var result = schema
        for (name, value) in constraints where !value.isNone { result = try apply(name, value, to: result) }
        return result
    }

    private func apply(_ name: String, _ value: Value, to schema: Schema) throws -> Schema {
        switch schema {
        case .nullable(let inner): return .nullable(try apply(name, value, to: inner))
        case .serializer(let function, let inner): return .serializer(function, try apply(name, value, to: inner))
        case .function(let kind, let function, let inner) where kind != .plain && name == "strict":
            return .function(kind, function, try apply(name, value, to: inner))
        case .int(let rules) where Self.numeric.contains(name): return .int(try number(name, value, rules))
        case .float(let rules) where Self.numeric.contains(name) || name == "allow_inf_nan": return .float(try number(name, value, rules))
        case .decimal(let rules): return .decimal(try number(name, value, rules))
        case .str(let rules) where Self.lengths.contains(name) || Self.textual.contains(name) || name == "strict":
            return .str(try text(name, value, rules))
        case .bytes(let rules, let form) where Self.lengths.contains(name): return .bytes(length(name, value, rules), form)
        case .list(let item, let rules) where Self.lengths.contains(name): return .list(item, length(name, value, rules))
        case .set(let item, let rules, let isFrozen) where Self.lengths.contains(name):
            return .set(item, length(name, value, rules), isFrozen: isFrozen)
        case .tupleOf(let item, let rules) where Self.lengths.contains(name): return .tupleOf(item, length(name, value, rules))
        case .dict(let key, let item, let rules) where Self.lengths.contains(name): return .dict(key, item, length(name, value, rules))
        case .bool where name == "strict": return .bool(isStrict: try machine.isTrue(value))
        case .union(let members) where name == "union_mode" && value.asString == "left_to_right":
            return .special(OrderedUnionType(members: members))
        case .date, .datetime, .time, .timedelta:
            guard Self.bounds.contains(name) else { return try other(name, value, schema) }
            return .special(BoundedType(inner: schema, bounds: [(name, value)]))
        case .special(let type): return try apply(name, value, to: type) ?? other(name, value, schema)
        default: return try other(name, value, schema)
        }
    }

    /// Types that the schema only stands behind, and collections that count their items themselves.
    private func apply(_ name: String, _ value: Value, to type: any SpecialType) throws -> Schema? {
        switch type {
        case let bounded as BoundedType where Self.bounds.contains(name):
            return .special(BoundedType(inner: bounded.inner, bounds: bounded.bounds + [(name, value)]))
        case let serialized as SerializedType:
            return .special(SerializedType(inner: try apply(name, value, to: serialized.inner), serializer: serialized.serializer))
        case let tagged as TagType: return .special(TagType(tag: tagged.tag, inner: try apply(name, value, to: tagged.inner)))
        case let strict as StrictnessType where name != "strict":
            return .special(StrictnessType(isStrict: strict.isStrict, inner: try apply(name, value, to: strict.inner)))
        case let deque as DequeType where Self.lengths.contains(name):
            return .special(DequeType(type: deque.type, item: deque.item, rules: length(name, value, deque.rules)))
        default: return nil
        }
    }

    private static let bounds: Set<String> = ["gt", "ge", "lt", "le"]
    private static let numeric: Set<String> = bounds.union(["multiple_of", "strict"])
    private static let lengths: Set<String> = ["min_length", "max_length", "min_items", "max_items"]
    private static let textual: Set<String> = [
        "pattern", "regex", "strip_whitespace", "to_lower", "to_upper", "coerce_numbers_to_str", "ascii_only",
    ]

    /// A constraint that the schema does not know is checked on what it gives.
    private func other(_ name: String, _ value: Value, _ schema: Schema) throws -> Schema {
        if name == "strict" { return .special(StrictnessType(isStrict: try machine.isTrue(value), inner: schema)) }
        if Self.textual.contains(name) {
            return .special(CheckedType(inner: schema, constraint: name, check: .text(try text(name, value, StringRules()))))
        }
        if Self.bounds.contains(name) || name == "multiple_of" {
            return .special(CheckedType(inner: schema, constraint: name, check: .number(value)))
        }
        if Self.lengths.contains(name) {
            let kind = name.hasPrefix("min") ? "min_length" : "max_length"
            return .special(CheckedType(inner: schema, constraint: kind, check: .length(value)))
        }
        return schema
    }

    private func number(_ name: String, _ value: Value, _ rules: NumberRules) throws -> NumberRules {
        var rules = rules
        switch name {
        case "gt": rules.greaterThan = value
        case "ge": rules.greaterOrEqual = value
        case "lt": rules.lessThan = value
        case "le": rules.lessOrEqual = value
        case "multiple_of": rules.multipleOf = value
        case "strict": rules.isStrict = try machine.isTrue(value)
        case "allow_inf_nan": rules.allowsInfinity = try machine.isTrue(value)
        case "max_digits": rules.maxDigits = value.asInt
        case "decimal_places": rules.decimalPlaces = value.asInt
        default: break
        }
        return rules
    }

    private func text(_ name: String, _ value: Value, _ rules: StringRules) throws -> StringRules {
        var rules = rules
        switch name {
        case "min_length", "min_items": rules.minimum = value.asInt
        case "max_length", "max_items": rules.maximum = value.asInt
        case "pattern", "regex":
            rules.pattern = try pattern(value, isPython: rules.usesPythonPatterns)
        case "strict": rules.isStrict = try machine.isTrue(value)
        case "strip_whitespace": rules.strips = try machine.isTrue(value)
        case "coerce_numbers_to_str": rules.coercesNumbers = try machine.isTrue(value)
        case "ascii_only": rules.asciiOnly = try machine.isTrue(value)
        case "to_lower": rules.toLower = try machine.isTrue(value)
        case "to_upper": rules.toUpper = try machine.isTrue(value)
        default: break
        }
        return rules
    }

    /// A compiled pattern keeps its flags; a text is read as Rust does, unless the model asks for Python.
    private func pattern(_ value: Value, isPython: Bool) throws -> (text: String, regex: PythonRegex) {
        if let compiled = value.asObject as? PyRegexPattern {
            return (try machine.str(try machine.attribute(value, "pattern")), compiled.regex)
        }
        let text = value.asString ?? ""
        if isPython {
            let compiled = try machine.call(try machine.imported("re", "compile"), value)
            if let pattern = compiled.asObject as? PyRegexPattern { return (text, pattern.regex) }
        }
        do {
            return (text, try PythonRegex(try RustPattern.translated(text)))
        } catch let problem as RustPattern.Problem {
            throw try SchemaProblem.error("Error building \"str\" validator:\n  SchemaError: \(problem.text)", machine)
        } catch {
            throw try SchemaProblem.error("Error building \"str\" validator:\n  SchemaError: regex parse error:\n    \(text)", machine)
        }
    }

    private func length(_ name: String, _ value: Value, _ rules: LengthRules) -> LengthRules {
        var rules = rules
        if name == "min_length" || name == "min_items" { rules.minimum = value.asInt }
        if name == "max_length" || name == "max_items" { rules.maximum = value.asInt }
        return rules
    }
}

/// A schema whose strictness is fixed, whatever the call or the model asks.
struct StrictnessType: WrappingType {
    let isStrict: Bool
    let inner: Schema

    var name: String { UnionValidator.name(inner) }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var own = validator
        own.isStrict = validator.forcedStrictness ?? isStrict
        return try own.validate(inner, input, at: location, &errors)
    }
}
