import Python

/// A function of the program that serializes (pydantic.functional_serializers).
struct FunctionSerializer {
    let function: Value
    let isWrap: Bool
    /// `always`, `unless-none`, `json` or `json-unless-none`.
    let condition: String
    /// Whether the model comes first, as in `field_serializer`.
    let isMethod: Bool
    var returnType: ReturnType
    private let takesInfo: Bool
    /// Whether it is called with the value alone.
    var takesValueOnly: Bool { !isWrap && !isMethod && !takesInfo }

    init(_ function: Value, isWrap: Bool, _ condition: String = "always", isMethod: Bool = false, returnType: Value? = nil) {
        self.returnType = ReturnType(of: function, given: returnType)
        self.function = (function.asObject as? PyMethodWrapper)?.function ?? function
        self.isWrap = isWrap
        self.condition = condition
        let isStatic = (function.asObject as? PyMethodWrapper)?.kind == .staticMethod
        let takesModel = (function.asObject as? PyFunction).map { $0.parameters.first?.name == "self" } ?? true
        self.isMethod = isMethod && !isStatic && takesModel
        let plain = (self.isMethod ? 2 : 1) + (isWrap ? 1 : 0)
        takesInfo = SignatureCount.positional(of: self.function).map { $0 > plain } ?? false
    }

    func runs(on value: Value, isJSON: Bool) -> Bool { Self.runs(condition, on: value, isJSON: isJSON) }

    /// Whether a serializer of that condition runs.
    static func runs(_ condition: String, on value: Value, isJSON: Bool) -> Bool {
        switch condition {
        case "json": isJSON
        case "unless-none": !value.isNone
        case "json-unless-none": isJSON && !value.isNone
        default: true
        }
    }

    /// What the function makes of the value; `inner` is what it wraps.
    func call(_ value: Value, _ serializer: Serializer, fieldName: String? = nil, inner: @escaping (Value) throws -> Value) throws -> Value
    {
        let machine = serializer.machine
        var arguments: [Value] = isMethod ? [serializer.owner.map { .object($0) } ?? .none, value] : [value]
        if isWrap { arguments.append(machine.native("SerializationCallable", "value, index_key=None, /") { _, a in try inner(a[0]) }) }
        if takesInfo { arguments.append(try InfoObjects.serialization(serializer, fieldName: fieldName ?? serializer.fieldName)) }
        do {
            return try machine.call(function, Arguments(arguments))
        } catch let raised as PyError where machine.isError(raised, "Exception") {
            return try replacement(for: raised, value, serializer)
        }
    }

    /// What goes on where the function raised: with the value itself, or with an error that names the function (pydantic-core
    /// `function.rs on_error`).
    private func replacement(for raised: PyError, _ value: Value, _ serializer: Serializer) throws -> Value {
        let machine = serializer.machine
        let signals = try PydanticTypes.required(machine).signals
        let isOne = { (name: String) in signals[name].map { raised.type.isSubtype(of: $0) } ?? false }
        if isOne("PydanticSerializationUnexpectedValue") { return try serializer.forFunctions.inferred(value) }
        var message = try machine.str(.object(raised.exception))
        if !isOne("PydanticSerializationError") {
            let name = try machine.attributeIfPresent(function, "__name__") ?? function
            let words = machine.isError(raised, "RecursionError") ? "RecursionError" : "\(raised.type.name): \(message)"
            message = "Error calling function `\(try machine.str(name))`: \(words)"
        }
        if serializer.options.isText { message = "Error serializing to JSON: PydanticSerializationError: " + message }
        let error = SerializationFailure.error(message, machine)
        if !isOne("PydanticSerializationError") { error.exception.cause = raised.exception }
        throw error
    }
}

/// A schema whose values a function serializes.
struct SerializedType: WrappingType {
    let inner: Schema
    var isTransparent: Bool { false }
    let serializer: FunctionSerializer
    /// The schema that the function wraps, where it is not the one that validates.
    var wrapped: Schema?

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        let inside = { (serializer: Serializer, value: Value) in
            try serializer.plain(value, wrapped ?? inner, include: serializer.include, exclude: serializer.exclude)
        }
        guard self.serializer.runs(on: value, isJSON: serializer.options.isJSON) else { return try inside(serializer, value) }
        let written = try self.serializer.call(value, serializer) { try inside(serializer.forFunctions, $0) }
        return try serializer.plain(written, self.serializer.returnType.schema(serializer.machine))
    }
}

/// How many positional arguments functions of the program ask for.
enum SignatureCount {
    /// The positional parameters without default, the first one counted in any case; nil for functions that tell nothing.
    static func positional(of function: Value) -> Int? {
        switch function.asObject {
        case let function as PyFunction:
            let positional = function.parameters.filter { $0.kind == .positionalOnly || $0.kind == .positionalOrKeyword }
            return positional.enumerated().filter { $0.offset == 0 || $0.element.defaultValue == nil }.count
        case let method as PyBoundMethod: return positional(of: method.function).map { $0 - 1 }
        case let wrapper as PyMethodWrapper: return positional(of: wrapper.function)
        case is EarlierValidators.Adapted: return 2
        default: return nil
        }
    }
}
