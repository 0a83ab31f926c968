import Python

/// What inputs are made of (pydantic-core `InputType`).
enum InputMode: String {
    /// Objects of the program.
    case python
    /// What JSON has.
    case json
    /// Texts, and dictionaries of them.
    case strings = "string"
}

/// What a call of `model_validate` and its kin asks beside strictness.
final class ValidationOptions {
    var byAlias: Bool?
    var byName: Bool?
    /// What becomes of extra values, whatever the model says.
    var extra: String?
    var context = Value.none
    /// What the value at hand is made of.
    var mode = InputMode.python
    /// What the whole input was made of, by which errors speak and which functions are told.
    var inputType = InputMode.python

    init() {}

    init(copying other: ValidationOptions) {
        byAlias = other.byAlias
        byName = other.byName
        extra = other.extra
        context = other.context
        mode = other.mode
        inputType = other.inputType
    }
}

/// The field that a function of the program validates.
final class FieldScope {
    /// The values of the fields so far; nil for the model as a whole.
    let data: PyDict?
    let fieldName: String?
    let config: PyDict?

    init(data: PyDict?, fieldName: String?, config: PyDict?) {
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
    /// Whether only exact types are taken, unless a schema asks for that itself.
    var isStrict = false
    /// What a call asks of all schemas, whatever they say themselves; nil where it asks nothing.
    var forcedStrictness: Bool?
    /// What a call asked; nil where it asked nothing.
    var options: ValidationOptions?
    /// The field whose functions run.
    var scope: FieldScope?

    init(_ machine: Machine) { self.machine = machine }

    /// How well the input fits so far; nil where no union asks.
    var quality: MatchQuality?
    /// Whether the container that comes next ends at its first item that does not fit (`FailFast`).
    var failsFast = false

    /// What the input is made of.
    var mode: InputMode {
        get { options?.mode ?? .python }
        set {
            let changed = options.map(ValidationOptions.init(copying:)) ?? ValidationOptions()
            changed.mode = newValue
            options = changed
        }
    }

    /// What the whole input is made of.
    var inputType: InputMode { options?.inputType ?? .python }

    /// Starts with an input of that kind.
    mutating func begin(_ mode: InputMode) {
        self.mode = mode
        options?.inputType = mode
    }

    /// The validator for what a function of the program gave, which is an object of it, whatever the input was made of.
    var forObjects: Validator {
        guard mode != .python else { return self }
        var own = self
        own.mode = .python
        return own
    }

    /// Whether the input was JSON, so that strict mode takes what JSON has for a type.
    var isJSON: Bool { mode == .json }

    /// Whether texts stand for values of types that are none: always, but for objects in strict mode.
    var takesTexts: Bool { !isStrict || mode != .python }

    /// Whether a schema takes exact types only that says so itself or not.
    func isStrict(or own: Bool) -> Bool { forcedStrictness ?? (own || isStrict) }

    /// Notes that the input fits no better than so.
    @inline(__always)
    func floor(_ exactness: Exactness) { quality?.floor(exactness) }

    /// Whether a schema takes a value as it is.
    @inline(__always)
    func takes(_ value: Value, _ exact: ExactType) -> Bool {
        guard exact.takes(value) else { return false }
        if options?.mode == .strings, value.asStr == nil { return false }
        if let quality { exact.note(value, mode, in: quality) }
        return true
    }

    /// What the program passes to its functions.
    var context: Value { options?.context ?? .none }

    /// The validated value; nil with at least one more error.
    func validate(_ schema: Schema, _ input: Value, at location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if options?.mode == .strings, !isStringInput(input) {
            return fail("string_type", "Input should be a valid string", input, location, &errors)
        }
        switch schema {
        case .any:
            // Unions go on looking for something that says more.
            floor(.strict)
            return input
        case .none:
            if input.isNone { return input }
            return fail("none_required", "Input should be None", input, location, &errors)
        case .bool(let strict): return try BoolValidator(self).validate(input, isStrict(or: strict), location, &errors)
        case .int(let rules): return try IntegerValidator(self, rules).validate(input, location, &errors)
        case .float(let rules): return try FloatValidator(self, rules).validate(input, location, &errors)
        case .decimal(let rules): return try DecimalValidator(self, rules).validate(input, location, &errors)
        case .str(let rules): return try TextValidator(self, rules).validate(input, location, &errors)
        case .bytes(let rules, let form): return try BytesValidator(self, rules, form).validate(input, location, &errors)
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
        case .instance where mode != .python:
            let words = "Cannot check `isinstance` when validating from json, use a JsonOrPython validator instead"
            return fail("needs_python_object", words, input, location, &errors, [("method_name", "isinstance")])
        case .instance(let type): return try InstanceType(type: type).validate(input, self, location, &errors)
        case .callable:
            floor(.lax)
            if machine.isCallable(input) { return input }
            return fail("callable_type", "Input should be callable", input, location, &errors)
        case .function(let kind, let function, let inner):
            return try FunctionValidator(self).validate(kind, function, inner, input, location, &errors)
        case .serializer(_, let inner): return try validate(inner, input, at: location, &errors)
        case .special(let type): return try type.validate(input, self, location, &errors)
        default: return input
        }
    }

    /// Whether texts are made of it: one itself, or a dictionary of them (pydantic-core `StringMapping`).
    func isStringInput(_ input: Value) -> Bool { input.asStr != nil || input.asDict != nil }

    /// Adds an error and gives nil.
    func fail(
        _ type: String, _ message: String, _ input: Value, _ location: [Value], _ errors: inout [ErrorDetail],
        _ context: [(name: String, value: Value)] = []
    ) -> Value? {
        let message = inputType == .python ? message : ErrorCatalog.jsonMessage(type, message)
        errors.append(ErrorDetail(type, location, message, input: input, context: context))
        return nil
    }
}

extension Validator {
    /// Adds the error of a key that is no text, where keys name fields.
    func refuse(key: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws {
        let part = try ContainerValidator.part(of: key, machine)
        _ = fail("invalid_key", "Keys should be strings", key, location + [part], &errors)
    }

    /// A validator as the keywords of `model_validate` ask: strict, extra, from_attributes, context, by_alias, by_name.
    static func of(_ a: BoundArguments, from first: Int, _ machine: Machine) throws -> Validator {
        var validator = Validator(machine)
        if !a[first].isNone {
            validator.isStrict = try machine.isTrue(a[first])
            validator.forcedStrictness = validator.isStrict
        }
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
