import Python

/// An annotation compiled for validating and serializing; what FastAPI calls a model field.
public final class TypeAdapter {
    let schema: Schema
    private let machine: Machine
    private lazy var directPlan = DirectPlanBuilder(machine: machine).plan(schema)

    /// Compiles an annotation; raises `Unsupported` where Pydantic has no schema for it.
    ///
    /// - Parameter field: how the field of a framework is written that annotates the annotation, if one does.
    public init(
        _ annotation: Value, constraints: [(name: String, value: Value)] = [], field: String? = nil, globals: PyDict?, _ machine: Machine
    ) throws {
        self.machine = machine
        do {
            schema = DescribedType.bare(try SchemaBuilder(machine, globals: globals).schema(annotation, constraints: constraints)).schema
        } catch let problem as SchemaBuilder.Unsupported {
            throw UnsupportedAnnotation(annotation: problem.annotation)
        } catch let raised as PyError where machine.isError(raised, "NameError") {
            schema = .special(UndefinedType(annotation: annotation, field: field))
        }
    }

    /// An annotation that no schema can be made of.
    ///
    /// Unchecked: like every value, the annotation never leaves the executor of its machine.
    public struct UnsupportedAnnotation: Error, @unchecked Sendable {
        public let annotation: Value
    }

    /// The validated value, or the errors; objects with attributes are taken for models, as FastAPI asks.
    public func validate(_ input: Value, at location: [Value]) throws -> (value: Value?, errors: [ErrorDetail]) {
        var validator = Validator(machine)
        validator.fromAttributes = true
        var errors: [ErrorDetail] = []
        let value = try validator.validate(schema, input, at: location, &errors)
        return (errors.isEmpty ? value : nil, errors)
    }

    /// What `TypeAdapter.dump_python(value, mode=…)` gives.
    public func plain(_ value: Value, _ options: SerializationOptions) throws -> Value {
        try Serializer(machine: machine, options: options).plain(value, schema, include: options.include, exclude: options.exclude)
    }

    /// What `TypeAdapter.dump_json(value)` gives.
    public func json(_ value: Value, _ options: SerializationOptions) throws -> [UInt8] {
        try JSONText.bytes(try parts(of: value, options), machine)
    }

    /// The same before it is text: plain values, and parts of JSON that no plain value stands for.
    private func parts(of value: Value, _ options: SerializationOptions) throws -> Value {
        var options = options
        options.isText = true
        return try plain(value, options)
    }

    /// The same as `json`, and what validation made of the input and writing of that, for a trace.
    public func tracedJSON(_ value: Value, from input: Value, _ options: SerializationOptions) throws -> (
        bytes: [UInt8], changes: [BodyChange]
    ) {
        let parts = try parts(of: value, options)
        return (try JSONText.bytes(parts, machine), changes(from: input, to: parts, options))
    }

    /// What the schema changed on the way from an input to plain values, for a trace.
    public func changes(from input: Value, to plain: Value, _ options: SerializationOptions) -> [BodyChange] {
        var changes = BodyChanges(machine, options)
        changes.compare(input, plain, schema, BodyChanges.Place())
        return changes.found
    }

    /// The JSON of what `validate` makes of an input and `json` writes of that, where both are one walk over it; nil where the
    /// input needs more than that, be it a conversion or an error, and nothing has happened.
    public func directJSON(_ input: Value, _ options: SerializationOptions) throws -> [UInt8]? {
        guard options.isPlain, !options.excludeDefaults, let directPlan else { return nil }
        var writer = DirectWriter(machine: machine, options: options)
        writer.bytes.reserveCapacity(256)
        guard directPlan.write(input, &writer) else { return nil }
        try machine.charge(bytes: writer.bytes.count)
        return writer.bytes
    }

    /// Whether no name in the annotation is missing.
    public var isDefined: Bool { if case .special(is UndefinedType) = schema { false } else { true } }

    /// Whether a single text is a value of the annotation, so that FastAPI reads it from the query.
    public var isScalar: Bool { Self.isScalar(schema) }

    private static func isScalar(_ schema: Schema) -> Bool {
        switch schema {
        case .list, .set, .tuple, .tupleOf, .dict, .model: false
        case .nullable(let inner), .function(_, _, let inner), .serializer(_, let inner): isScalar(inner)
        case .special(let wrapper as any WrappingType): wrapper is JSONType || isScalar(wrapper.inner)
        case .special(let undefined as UndefinedType): !undefined.isContainer
        case .special(let type):
            !(type is DataclassType || type is TypedDictType || type is NamedTupleType || type is DequeType || type is SequenceType
                || type is MappingType || type is TaggedUnionType)
        case .union(let members): members.allSatisfy(isScalar)
        default: true
        }
    }

    /// Whether several values of one name are collected.
    public var isSequence: Bool { Self.isSequence(schema) }

    private static func isSequence(_ schema: Schema) -> Bool {
        switch schema {
        case .list, .set, .tuple, .tupleOf: true
        case .nullable(let inner), .function(_, _, let inner), .serializer(_, let inner): isSequence(inner)
        case .special(let wrapper as any WrappingType): isSequence(wrapper.inner)
        case .special(let undefined as UndefinedType): undefined.isContainer
        case .special(let type): type is DequeType || type is SequenceType
        case .union(let members): members.contains(where: isSequence)
        default: false
        }
    }

    /// Whether several texts are a value of the annotation, so that FastAPI reads it from repeats of one name.
    public var isScalarSequence: Bool { Self.isScalarSequence(schema) }

    private static func isScalarSequence(_ schema: Schema) -> Bool {
        switch schema {
        case .list(let item, _), .set(let item, _, _), .tupleOf(let item, _): isScalar(item)
        case .tuple(let items): items.allSatisfy(isScalar)
        case .nullable(let inner), .function(_, _, let inner), .serializer(_, let inner): isScalarSequence(inner)
        case .special(let wrapper as any WrappingType): isScalarSequence(wrapper.inner)
        case .special(let undefined as UndefinedType): undefined.isContainer
        case .special(let type as DequeType): isScalar(type.item)
        case .special(let type as SequenceType): isScalar(type.item)
        case .union(let members): members.contains(where: isScalarSequence) && members.allSatisfy { isScalarSequence($0) || isScalar($0) }
        default: false
        }
    }

    /// Whether the annotation is a model or `None`.
    public var isOptionalModel: Bool { if case .nullable(.model) = schema { true } else { false } }

    /// The model class, for parameters that are groups.
    public var modelType: PyType? { Self.modelType(schema) }

    private static func modelType(_ schema: Schema) -> PyType? {
        switch schema {
        case .model(let type), .nullable(.model(let type)): type
        case .function(_, _, let inner), .serializer(_, let inner): modelType(inner)
        default: nil
        }
    }

    /// The fields of a model in order, with names as input has them and whether each collects several values.
    public static func fields(of type: PyType, _ machine: Machine) throws -> [(name: String, alias: String, isSequence: Bool)] {
        guard let definition = ModelDefinition.of(type) else { return [] }
        try definition.complete(machine)
        return definition.fields.map { ($0.name, $0.validationName, isSequence($0.schema)) }
    }

    /// Whether a model takes or refuses names that it does not declare.
    public static func readsExtras(_ type: PyType) -> Bool {
        ModelDefinition.of(type).map { $0.config.extra != "ignore" } ?? false
    }

    /// The JSON-mode dictionary of a model instance; nil for other values.
    public static func dump(model value: Value, _ options: SerializationOptions, _ machine: Machine) throws -> Value? {
        guard let model = value.asObject as? ModelInstance else { return nil }
        return try Serializer(machine: machine, options: options).model(
            model, as: ModelDefinition.of(model.instanceType), include: options.include, exclude: options.exclude)
    }
}

extension TypeAdapter {
    /// JSON bytes of a plain value, as pydantic-core writes them.
    public static func bytes(_ plain: Value, _ machine: Machine) throws -> [UInt8] { try JSONText.bytes(plain, machine) }
}
