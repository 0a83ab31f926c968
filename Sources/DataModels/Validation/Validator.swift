import Python

/// What a call of `model_validate` and its kin asks beside strictness.
final class ValidationOptions {
    var byAlias: Bool?
    var byName: Bool?
    /// What becomes of extra values, whatever the model says.
    var extra: String?
    var context = Value.none
    /// Whether the input was JSON.
    var isJSON = false

    init() {}

    init(copying other: ValidationOptions) {
        byAlias = other.byAlias
        byName = other.byName
        extra = other.extra
        context = other.context
        isJSON = other.isJSON
    }
}

/// The field that a function of the program validates.
final class FieldScope {
    /// The values of the fields so far.
    let data: PyDict
    let fieldName: String?
    let config: PyDict?

    init(data: PyDict, fieldName: String?, config: PyDict?) {
        self.data = data
        self.fieldName = fieldName
        self.config = config
    }
}

/// Validates values against schemas, collecting errors in Pydantic's words.
struct Validator {
    let machine: Machine
    /// Whether objects with attributes are taken for models; nil as the models say.
    var fromAttributes: Bool?
    /// Whether only exact types are taken.
    var isStrict = false
    /// What a call asked; nil where it asked nothing.
    var options: ValidationOptions?
    /// The field whose functions run.
    var scope: FieldScope?

    init(_ machine: Machine) { self.machine = machine }

    /// Whether the input was JSON, so that strict mode takes what JSON has for a type.
    var isJSON: Bool {
        get { options?.isJSON ?? false }
        set {
            let changed = options.map(ValidationOptions.init(copying:)) ?? ValidationOptions()
            changed.isJSON = newValue
            options = changed
        }
    }

    /// What the program passes to its functions.
    var context: Value { options?.context ?? .none }

    /// The validated value; nil with at least one more error.
    func validate(_ schema: Schema, _ input: Value, at location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        switch schema {
        case .any: return input
        case .none:
            if input.isNone { return input }
            return fail("none_required", isJSON ? "Input should be null" : "Input should be None", input, location, &errors)
        case .bool(let strict): return BoolValidator(self).validate(input, strict || isStrict, location, &errors)
        case .int(let rules): return try IntegerValidator(self, rules).validate(input, location, &errors)
        case .float(let rules): return try FloatValidator(self, rules).validate(input, location, &errors)
        case .decimal(let rules): return try DecimalValidator(self, rules).validate(input, location, &errors)
        case .str(let rules): return try TextValidator(self, rules).validate(input, location, &errors)
        case .bytes(let rules): return try BytesValidator(self, rules).validate(input, location, &errors)
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
        case .instance(let type): return try InstanceType(type: type).validate(input, self, location, &errors)
        case .callable:
            if machine.isCallable(input) { return input }
            return fail("callable_type", "Input should be callable", input, location, &errors)
        case .function(let kind, let function, let inner):
            return try FunctionValidator(self).validate(kind, function, inner, input, location, &errors)
        case .serializer(_, let inner): return try validate(inner, input, at: location, &errors)
        case .special(let type): return try type.validate(input, self, location, &errors)
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
}

extension Validator {
    /// A validator as the keywords of `model_validate` ask: strict, extra, from_attributes, context, by_alias, by_name.
    static func of(_ a: BoundArguments, from first: Int, _ machine: Machine) throws -> Validator {
        var validator = Validator(machine)
        if !a[first].isNone { validator.isStrict = try machine.isTrue(a[first]) }
        if !a[first + 2].isNone { validator.fromAttributes = try machine.isTrue(a[first + 2]) }
        guard [1, 3, 4, 5].contains(where: { !a[first + $0].isNone }) else { return validator }
        let options = ValidationOptions()
        options.extra = a[first + 1].asString
        options.context = a[first + 3]
        options.byAlias = a[first + 4].isNone ? nil : try machine.isTrue(a[first + 4])
        options.byName = a[first + 5].isNone ? nil : try machine.isTrue(a[first + 5])
        if options.byAlias == false, options.byName != true {
            let message = "At least one of `by_alias` or `by_name` must be set to True."
            throw try PydanticTypes.required(machine).userErrors.error(message, code: "validate-by-alias-and-name-false", machine)
        }
        validator.options = options
        return validator
    }
}

/// `bool`.
struct BoolValidator {
    private let validator: Validator

    init(_ validator: Validator) { self.validator = validator }

    private static let words: [String: Bool] = [
        "true": true, "t": true, "yes": true, "y": true, "on": true, "1": true, "false": false, "f": false, "no": false, "n": false,
        "off": false, "0": false,
    ]

    func validate(_ input: Value, _ strict: Bool, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        if case .bool = input { return input }
        if !strict {
            if let text = input.asString ?? input.asBytes.map({ String(decoding: $0.bytes, as: UTF8.self) }) {
                if let known = Self.words[text.lowercased()] { return .bool(known) }
                return parsing(input, location, &errors)
            }
            switch input.unwrapped {
            case .int(let value): return value == 0 || value == 1 ? .bool(value == 1) : parsing(input, location, &errors)
            case .float(let value):
                if value == 0 || value == 1 { return .bool(value == 1) }
                if Int(exactly: value) != nil { return parsing(input, location, &errors) }
            default: break
            }
        }
        return validator.fail("bool_type", "Input should be a valid boolean", input, location, &errors)
    }

    private func parsing(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) -> Value? {
        validator.fail("bool_parsing", "Input should be a valid boolean, unable to interpret input", input, location, &errors)
    }
}

/// `bytes`.
struct BytesValidator {
    private let validator: Validator
    private let rules: LengthRules

    init(_ validator: Validator, _ rules: LengthRules) {
        self.validator = validator
        self.rules = rules
    }

    func validate(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let value: [UInt8]
        if let bytes = input.asBytes, !validator.isStrict || validator.machine.type(of: input) === validator.machine.types.bytes {
            value = bytes.bytes
        } else if let text = input.asStr, !validator.isStrict || validator.isJSON {
            value = text.utf8
        } else {
            return validator.fail("bytes_type", "Input should be a valid bytes", input, location, &errors)
        }
        if let minimum = rules.minimum, value.count < minimum {
            let message = "Data should have at least \(minimum) byte\(minimum == 1 ? "" : "s")"
            return validator.fail("bytes_too_short", message, input, location, &errors, [("min_length", .int(minimum))])
        }
        if let maximum = rules.maximum, value.count > maximum {
            let message = "Data should have at most \(maximum) byte\(maximum == 1 ? "" : "s")"
            return validator.fail("bytes_too_long", message, input, location, &errors, [("max_length", .int(maximum))])
        }
        return .object(PyBytes(value))
    }
}
