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
        case .special(let type): if let inside = try apply(name, value, inside: type) { return inside }
        default: break
        }
        let type = schema.coreType
        if ConstraintRules.isOwn(name, of: type) { return try own(name, value, schema) }
        if ConstraintRules.transparent.contains(type), name == "strict" { return try strict(value, schema) }
        return try foreign(name, value, schema)
    }

    /// Types that only stand around the schema that the constraint is for; nil for other types.
    private func apply(_ name: String, _ value: Value, inside type: any SpecialType) throws -> Schema? {
        switch type {
        case let serialized as SerializedType:
            return .special(SerializedType(inner: try apply(name, value, to: serialized.inner), serializer: serialized.serializer))
        case let tagged as TagType: return .special(TagType(tag: tagged.tag, inner: try apply(name, value, to: tagged.inner)))
        case let strict as StrictnessType where name != "strict":
            return .special(StrictnessType(isStrict: strict.isStrict, inner: try apply(name, value, to: strict.inner)))
        case let described as DescribedType:
            var made = described
            made.inner = try apply(name, value, to: described.inner)
            return .special(made)
        case let fast as FailFastType: return .special(FailFastType(inner: try apply(name, value, to: fast.inner)))
        default: return nil
        }
    }

    /// A constraint that the schema checks itself.
    private func own(_ name: String, _ value: Value, _ schema: Schema) throws -> Schema {
        switch (schema, name) {
        case (.bool, "strict"): return .bool(isStrict: try machine.isTrue(value))
        case (.int(let rules), _): return .int(try number(name, value, rules))
        case (.float(let rules), _): return .float(try number(name, value, rules))
        case (.decimal(let rules), _): return .decimal(try number(name, value, rules))
        case (.str(let rules), _): return .str(try text(name, value, rules))
        // These have their strictness from their own settings alone.
        case (.model, "strict"): return schema
        case (.special(let type), "strict") where type is TypedDictType: return schema
        case (_, "strict"): return try strict(value, schema)
        case (_, "fail_fast"): return try machine.isTrue(value) ? .special(FailFastType(inner: schema)) : schema
        case (.bytes(let rules, let form), _): return .bytes(length(name, value, rules), form)
        case (.list(let item, let rules), _): return .list(item, length(name, value, rules))
        case (.set(let item, let rules, let isFrozen), _): return .set(item, length(name, value, rules), isFrozen: isFrozen)
        case (.tupleOf(let item, let rules), _): return .tupleOf(item, length(name, value, rules))
        case (.tuple, _): return .special(MeasuredTupleType(inner: schema, rules: length(name, value, LengthRules())))
        case (.dict(let key, let item, let rules), _): return .dict(key, item, length(name, value, rules))
        case (.union(let members), _): return value.asString == "left_to_right" ? .special(OrderedUnionType(members: members)) : schema
        case (.date, _), (.datetime, _), (.time, _), (.timedelta, _):
            return .special(BoundedType(inner: schema, bounds: [(name, try bound(name, value, schema))]))
        case (.special(let type), _): return try own(name, value, type) ?? schema
        default: return schema
        }
    }

    private func own(_ name: String, _ value: Value, _ type: any SpecialType) throws -> Schema? {
        switch type {
        case let bounded as BoundedType:
            return .special(
                BoundedType(inner: bounded.inner, bounds: bounded.bounds + [(name, try bound(name, value, bounded.inner))]))
        case let constraint as TemporalConstraint:
            return .special(TemporalConstraint(kind: constraint.kind, inner: try own(name, value, constraint.inner)))
        case let deque as DequeType:
            return .special(DequeType(type: deque.type, item: deque.item, rules: length(name, value, deque.rules)))
        case let mapping as MappingType:
            let rules = length(name, value, mapping.rules)
            return .special(
                MappingType(type: mapping.type, key: mapping.key, value: mapping.value, rules: rules, factory: mapping.factory))
        case let tuple as MeasuredTupleType:
            return .special(MeasuredTupleType(inner: tuple.inner, rules: length(name, value, tuple.rules)))
        case is FractionType:
            let read = try bound(name, value, .special(type))
            return .special(CheckedType(inner: .special(type), constraint: name, check: .number(read)))
        default: return nil
        }
    }

    private func strict(_ value: Value, _ schema: Schema) throws -> Schema {
        // What is said last holds.
        switch schema {
        case .special(let earlier as StrictnessType): return try strict(value, earlier.inner)
        case .special(let earlier as StrictContainerType): return try strict(value, earlier.inner)
        default: break
        }
        if let bare = schema.withoutItems, try machine.isTrue(value) { return .special(StrictContainerType(inner: schema, bare: bare)) }
        return .special(StrictnessType(isStrict: try machine.isTrue(value), inner: schema))
    }

    /// A constraint that the schema does not know is checked on what it gives, or is a mistake.
    private func foreign(_ name: String, _ value: Value, _ schema: Schema) throws -> Schema {
        if ConstraintRules.textual.contains(name) {
            return .special(CheckedType(inner: schema, constraint: name, check: .text(try text(name, value, StringRules()))))
        }
        if ConstraintRules.lengths.contains(name) {
            let kind = name.hasPrefix("min") ? "min_length" : "max_length"
            return .special(CheckedType(inner: schema, constraint: kind, check: .length(value)))
        }
        if name == "max_digits" || name == "decimal_places" {
            return .special(CheckedType(inner: schema, constraint: name, check: .digits(value)))
        }
        if ConstraintRules.measured.contains(name) {
            return .special(CheckedType(inner: schema, constraint: name, check: .number(value)))
        }
        if name == "allow_inf_nan", value.asBool == false {
            return .special(CheckedType(inner: schema, constraint: name, check: .finite))
        }
        throw machine.error("RuntimeError", "Unable to apply constraint '\(name)' to schema of type '\(schema.coreType)'")
    }

    /// A bound of a date, a time or a duration, read as values of the field are (pydantic-core `convert_pydate` and its kin).
    private func bound(_ name: String, _ value: Value, _ schema: Schema) throws -> Value {
        var errors: [ErrorDetail] = []
        if let made = try Validator(machine).validate(schema, value, at: [], &errors) { return made }
        let type = schema.coreType
        let message = "Error building \"\(type)\" validator:\n  ValueError: '\(name)' must be coercible to a \(type) instance"
        throw try SchemaProblem.error(message, machine)
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

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        var own = validator
        own.isStrict = validator.forcedStrictness ?? isStrict
        return try own.validate(inner, input, at: location, &errors)
    }
}
