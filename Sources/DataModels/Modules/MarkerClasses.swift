import Python

/// What stands behind the type in `Annotated`, with the values that it was made with.
class AnnotationMarker: PyInstance {
    /// The values by name, in the order of the class's own fields.
    final var parts: [(name: String, value: Value)] = []
}

extension PyType {
    /// Gives instances that never change to `copy.copy` and `copy.deepcopy` as their own copies.
    func copiesToItself() {
        for name in ["__copy__", "__deepcopy__"] { method(name, "self, memo=None, /") { _, a in a[0] } }
    }
}

/// The classes of markers (pydantic.types, pydantic.functional_validators, pydantic.functional_serializers, annotated_types).
final class MarkerClasses {
    /// What a class of markers does to a schema.
    private enum Effect {
        case validates(Schema.FunctionKind)
        case serializes(Schema.FunctionKind)
        case constrains
        case marks(TypeMarker.Kind)
    }

    private let classes: [String: PyType]

    init(_ machine: Machine, _ undefined: Value) throws {
        var classes: [String: PyType] = [:]
        for (module, name, signature, effect) in Self.forms {
            classes[name] = try Self.make(name, "\(module)", signature, effect, undefined, machine)
        }
        self.classes = classes
    }

    private static let forms: [(module: String, name: String, signature: String, effect: Effect)] = {
        let validators = "pydantic.functional_validators", serializers = "pydantic.functional_serializers"
        let types = "pydantic.types", annotated = "annotated_types"
        let function = "func, json_schema_input_type?", writer = "func, return_type?, when_used='always'"
        return [
            (validators, "AfterValidator", "func", .validates(.after)), (validators, "BeforeValidator", function, .validates(.before)),
            (validators, "WrapValidator", function, .validates(.wrap)), (validators, "PlainValidator", function, .validates(.plain)),
            (validators, "ValidateAs", "from_type, /, instantiation_hook", .marks(.validateAs)),
            (serializers, "PlainSerializer", writer, .serializes(.plain)), (serializers, "WrapSerializer", writer, .serializes(.wrap)),
            (types, "Strict", "strict=True", .constrains), (types, "AllowInfNan", "allow_inf_nan=True", .constrains),
            (types, "FailFast", "fail_fast=True", .constrains),
            (
                types, "StringConstraints",
                "*, strip_whitespace=None, to_upper=None, to_lower=None, strict=None, min_length=None, max_length=None, pattern=None, "
                    + "ascii_only=None", .constrains
            ),
            (types, "UuidVersion", "uuid_version", .marks(.uuidVersion)), (types, "EncodedBytes", "encoder", .marks(.encoded)),
            (types, "EncodedStr", "encoder", .marks(.encoded)), (types, "Tag", "tag", .marks(.tag)),
            (
                types, "Discriminator", "discriminator, custom_error_type=None, custom_error_message=None, custom_error_context=None",
                .marks(.discriminator)
            ),
            (annotated, "Gt", "gt", .constrains), (annotated, "Ge", "ge", .constrains), (annotated, "Lt", "lt", .constrains),
            (annotated, "Le", "le", .constrains), (annotated, "MultipleOf", "multiple_of", .constrains),
            (annotated, "MinLen", "min_length", .constrains), (annotated, "MaxLen", "max_length", .constrains),
            (annotated, "Len", "min_length=0, max_length=None", .constrains),
            (annotated, "Interval", "*, gt=None, ge=None, lt=None, le=None", .constrains),
            (annotated, "Predicate", "func", .marks(.predicate)), (annotated, "Not", "func", .marks(.negatedPredicate)),
        ]
    }()

    private static func make(
        _ name: String, _ module: String, _ signature: String, _ effect: Effect, _ undefined: Value, _ machine: Machine
    ) throws -> PyType {
        let type = try machine.types.make(name, module: module)
        type.allocates { type in
            switch effect {
            case .validates, .serializes: FunctionMarker(type: type)
            case .constrains: ConstraintMarker(type: type)
            case .marks: TypeMarker(type: type)
            }
        }
        let names = signature.split(separator: ",").map { part in
            String(part.prefix { $0 != "=" && $0 != "?" }.drop { $0 == " " })
        }.filter { $0 != "*" && $0 != "/" }
        type.method("__init__", "self, \(signature)") { machine, a in
            guard let marker = a[0].asObject as? AnnotationMarker else { return .none }
            let absent: Value = name == "PlainValidator" ? .object(PySpecialForm("Any")) : undefined
            marker.parts = names.enumerated().map { ($1, a.isGiven($0 + 1) || !signature.contains("\($1)?") ? a[$0 + 1] : absent) }
            try fill(marker, effect, machine)
            return .none
        }
        type.method("__repr__", "self") { machine, a in
            .string(try (a[0].asObject as? AnnotationMarker).map { try text(of: $0, machine) } ?? "")
        }
        type.method("__eq__", "self, other, /") { machine, a in
            guard let one = a[0].asObject as? AnnotationMarker, let two = a[1].asObject as? AnnotationMarker,
                one.instanceType === two.instanceType, one.parts.count == two.parts.count
            else { return machine.notImplemented }
            return .bool(try zip(one.parts, two.parts).allSatisfy { try machine.isEqual($0.value, $1.value) })
        }
        type.copiesToItself()
        if name != "FailFast" {
            type.method("__hash__", "self") { machine, a in
                let parts = (a[0].asObject as? AnnotationMarker)?.parts.map(\.value) ?? []
                return .int(try machine.hash(.tuple(PyTuple(parts))))
            }
        }
        for (index, part) in names.enumerated() {
            type.getter(part) { _, value in (value.asObject as? AnnotationMarker)?.parts[index].value ?? .none }
        }
        return type
    }

    private static func text(of marker: AnnotationMarker, _ machine: Machine) throws -> String {
        "\(marker.instanceType.name)(\(try marker.parts.map { "\($0.name)=\(try machine.repr($0.value))" }.joined(separator: ", ")))"
    }

    private static func fill(_ marker: AnnotationMarker, _ effect: Effect, _ machine: Machine) throws {
        let first = marker.parts.first?.value ?? .none
        switch effect {
        case .validates(let kind), .serializes(let kind):
            guard let function = marker as? FunctionMarker else { return }
            function.kind = kind
            function.function = first
            guard case .serializes = effect else { return }
            function.isSerializer = true
            function.condition = marker.parts.last?.value.asString ?? "always"
            function.returnType = Undefined.isUndefined(marker.parts[1].value) ? nil : marker.parts[1].value
        case .constrains:
            let isLength = marker.instanceType.name == "Len"
            let given = marker.parts.filter { !$0.value.isNone && !(isLength && $0.name == "min_length" && $0.value.asInt == 0) }
            (marker as? ConstraintMarker)?.constraints = given
        case .marks(let kind):
            guard let type = marker as? TypeMarker else { return }
            type.kind = kind
            type.value = first
            if kind == .validateAs { type.hook = marker.parts[1].value }
            if kind == .discriminator { try addCustomError(to: type, machine) }
        }
    }

    private static func addCustomError(to marker: TypeMarker, _ machine: Machine) throws {
        let given = marker.parts.map(\.value)
        guard !given[1].isNone else { return }
        let context = given[3].asDict?.items.map { ($0.key.asString ?? "", $0.value) } ?? []
        var message = given[2].asString ?? ""
        for (name, value) in context { message = message.replacing("{\(name)}", with: try machine.str(value)) }
        marker.customError = (try machine.str(given[1]), message, context)
    }

    // MARK: Use

    /// The class of that name; all that are asked for exist.
    func type(_ name: String) -> Value { classes[name].map { .object($0) } ?? .none }

    /// A marker as a program would make it.
    func make(
        _ name: String, _ positional: [Value], keywords: [(name: String, value: Value)] = [], _ machine: Machine
    ) throws -> Value {
        try machine.call(type(name), Arguments(positional, keywords: keywords))
    }

    /// Puts the classes of a module among its names; those for other encoders are written in Python (`WrittenTypes`).
    func add(to names: PyDict, where belongs: (String) -> Bool) {
        for (name, type) in classes where belongs(type.module) && !name.hasPrefix("Encoded") { names[name] = .object(type) }
    }

    /// The constraints of a `Field(…)` as markers, those that have no class of their own together (pydantic.fields `_collect_metadata`).
    func markers(of constraints: [(name: String, value: Value)], _ types: PydanticTypes, _ machine: Machine) throws -> [Value] {
        var made: [Value] = []
        let general = ConstraintMarker(type: types.constraintMarker)
        for (name, value) in constraints {
            if let own = Self.ownClasses[name] {
                made.append(try make(own, [value], machine))
            } else {
                general.constraints.append((name, value))
                general.parts.append((name, value))
            }
        }
        return general.parts.isEmpty ? made : made + [.object(general)]
    }

    private static let ownClasses = [
        "gt": "Gt", "ge": "Ge", "lt": "Lt", "le": "Le", "multiple_of": "MultipleOf", "min_length": "MinLen", "max_length": "MaxLen",
        "strict": "Strict", "allow_inf_nan": "AllowInfNan", "fail_fast": "FailFast",
    ]

    /// A class of markers that programs do not make themselves.
    static func makeUnnamed(_ name: String, _ module: String, _ machine: Machine, _ allocate: @escaping (PyType) -> AnnotationMarker) throws
        -> PyType
    {
        let type = try machine.types.make(name, module: module)
        type.allocates(allocate)
        type.method("__repr__", "self") { machine, a in
            .string(try (a[0].asObject as? AnnotationMarker).map { try text(of: $0, machine) } ?? "")
        }
        return type
    }
}
