import Python

/// Validates values against schemas in Pydantic's lax mode, collecting errors in its words.
struct Validator {
    let machine: Machine
    /// Whether objects with attributes are taken for models, as FastAPI asks.
    var fromAttributes = false
    /// Whether only exact types are taken; used for the first pass over unions.
    var isStrict = false

    init(_ machine: Machine) { self.machine = machine }

    /// The validated value; nil with at least one more error.
    func validate(_ schema: Schema, _ input: Value, at location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        switch schema {
        case .any: return input
        case .none:
            if input.isNone { return input }
            return fail("none_required", "Input should be None", input, location, &errors)
        case .bool(let strict): return bool(input, strict || isStrict, location, &errors)
        case .int(let rules): return try IntegerValidator(self, rules).validate(input, location, &errors)
        case .float(let rules): return try FloatValidator(self, rules).validate(input, location, &errors)
        case .decimal(let rules): return try DecimalValidator(self, rules).validate(input, location, &errors)
        case .str(let rules): return try TextValidator(self, rules).validate(input, location, &errors)
        case .bytes(let rules): return try bytes(input, rules, location, &errors)
        case .date, .datetime, .time, .timedelta:
            return try TemporalValidator(self).validate(schema, input, location, &errors)
        case .uuid: return try UUIDValidator(self).validate(input, location, &errors)
        case .nullable(let inner): return input.isNone ? input : try validate(inner, input, at: location, &errors)
        default: return try validateCompound(schema, input, location, &errors)
        }
    }

    private func validateCompound(_ schema: Schema, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        switch schema {
        case .literal(let values): return try ChoiceValidator(self).literal(values, input, location, &errors)
        case .enumeration(let type): return try ChoiceValidator(self).member(of: type, input, location, &errors)
        case .list, .set, .tuple, .tupleOf, .dict: return try ContainerValidator(self).validate(schema, input, location, &errors)
        case .union(let members): return try UnionValidator(self).validate(members, input, location, &errors)
        case .model(let type): return try ModelValidator(self).validate(type, input, location, &errors)
        case .instance(let type):
            if machine.isInstance(input, type) { return input }
            let context: [(name: String, value: Value)] = [("class", .string(type.name))]
            return fail("is_instance_of", "Input should be an instance of \(type.name)", input, location, &errors, context)
        case .callable:
            if input.asObject is PyFunction || input.asType != nil { return input }
            return fail("callable_type", "Input should be callable", input, location, &errors)
        case .email: return try TextValidator(self, StringRules()).email(input, location, &errors)
        case .secret(let type):
            guard let text = try TextValidator(self, StringRules()).validate(input, location, &errors) else { return nil }
            return try machine.call(.object(type), text)
        case .function(let kind, let function, let inner):
            return try FunctionValidator(self).validate(kind, function, inner, input, location, &errors)
        case .serializer(_, let inner): return try validate(inner, input, at: location, &errors)
        default: return input
        }
    }

    /// Adds an error and gives nil.
    func fail(
        _ type: String, _ message: String, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail],
        _ context: [(name: String, value: Value)] = []
    ) -> Value? {
        errors.append(ErrorDetail(type, location, message, input: input, context: context))
        return nil
    }

    private static let booleans: [String: Bool] = [
        "true": true, "t": true, "yes": true, "y": true, "on": true, "1": true, "false": false, "f": false, "no": false, "n": false,
        "off": false, "0": false,
    ]

    private func bool(_ input: Value, _ strict: Bool, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        if case .bool = input { return input }
        if !strict {
            if let text = input.asString {
                if let known = Self.booleans[text.lowercased()] { return .bool(known) }
                return fail("bool_parsing", "Input should be a valid boolean, unable to interpret input", input, location, &errors)
            }
            let number: Double? =
                switch input.unwrapped {
                case .int(let value): Double(value)
                case .float(let value): value
                default: nil
                }
            if number == 0 || number == 1 { return .bool(number == 1) }
            if number != nil {
                return fail("bool_parsing", "Input should be a valid boolean, unable to interpret input", input, location, &errors)
            }
        }
        return fail("bool_type", "Input should be a valid boolean", input, location, &errors)
    }

    private func bytes(_ input: Value, _ rules: LengthRules, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let value: [UInt8]
        if let bytes = input.asBytes {
            value = bytes.bytes
        } else if let text = input.asStr, !isStrict {
            value = text.utf8
        } else {
            return fail("bytes_type", "Input should be a valid bytes", input, location, &errors)
        }
        if let minimum = rules.minimum, value.count < minimum {
            let message = "Data should have at least \(minimum) byte\(minimum == 1 ? "" : "s")"
            return fail("bytes_too_short", message, input, location, &errors, [("min_length", .int(minimum))])
        }
        if let maximum = rules.maximum, value.count > maximum {
            let message = "Data should have at most \(maximum) byte\(maximum == 1 ? "" : "s")"
            return fail("bytes_too_long", message, input, location, &errors, [("max_length", .int(maximum))])
        }
        return .object(PyBytes(value))
    }
}
