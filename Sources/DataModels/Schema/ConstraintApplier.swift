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
        case .function(let kind, let function, let inner) where kind != .plain && kind != .wrap:
            // A bound that follows a function checks what the function gives back.
            return Self.isBound(name)
                ? .special(BoundedType(inner: schema, bounds: [(name, value)]))
                : .function(kind, function, try apply(name, value, to: inner))
        case .serializer(let function, let inner): return .serializer(function, try apply(name, value, to: inner))
        case .int(let rules): return .int(try number(name, value, rules))
        case .float(let rules): return .float(try number(name, value, rules))
        case .decimal(let rules): return .decimal(try number(name, value, rules))
        case .str(let rules): return .str(try text(name, value, rules))
        case .bytes(let rules, let form): return .bytes(length(name, value, rules), form)
        case .list(let item, let rules): return .list(item, length(name, value, rules))
        case .set(let item, let rules, let isFrozen): return .set(item, length(name, value, rules), isFrozen: isFrozen)
        case .tupleOf(let item, let rules): return .tupleOf(item, length(name, value, rules))
        case .dict(let key, let item, let rules): return .dict(key, item, length(name, value, rules))
        case .bool where name == "strict": return .bool(isStrict: try machine.isTrue(value))
        case .union(let members) where name == "union_mode" && value.asString == "left_to_right":
            return .special(OrderedUnionType(members: members))
        case .date, .datetime, .time, .timedelta:
            return Self.isBound(name) ? .special(BoundedType(inner: schema, bounds: [(name, value)])) : try strict(name, value, schema)
        case .special(let bounded as BoundedType) where Self.isBound(name):
            return .special(BoundedType(inner: bounded.inner, bounds: bounded.bounds + [(name, value)]))
        default: return try strict(name, value, schema)
        }
    }

    private func strict(_ name: String, _ value: Value, _ schema: Schema) throws -> Schema {
        name == "strict" ? .special(StrictnessType(isStrict: try machine.isTrue(value), inner: schema)) : schema
    }

    private static func isBound(_ name: String) -> Bool { ["gt", "ge", "lt", "le"].contains(name) }

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
        case "min_length": rules.minimum = value.asInt
        case "max_length": rules.maximum = value.asInt
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
        own.isStrict = isStrict
        return try own.validate(inner, input, at: location, &errors)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? { try serializer.plain(value, inner) }
}
