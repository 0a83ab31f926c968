import Python

/// Applies what stands behind the type in `Annotated`, from left to right.
struct AnnotationReader {
    private let builder: SchemaBuilder
    private var machine: Machine { builder.machine }

    init(_ builder: SchemaBuilder) { self.builder = builder }

    func schema(_ annotation: Value, _ metadata: [Value]) throws -> Schema {
        if metadata.contains(where: { ($0.asObject as? TypeMarker)?.kind == .skipValidation }) {
            return .any
        }
        // The type itself need not have a schema where another one is validated in its place.
        let isReplaced = metadata.contains { ($0.asObject as? TypeMarker)?.kind == .validateAs }
        let method = CoreSchemaMethod(builder)
        var result: Schema
        var rest = metadata[...]
        if let last = try metadata.lastIndex(where: { try method.isMarker($0) }) {
            // The method decides whether what stands before it is asked at all.
            let before = Array(metadata[..<last])
            result = try method.schema(by: metadata[last], source: annotation) { try schema($0, before) }
            rest = metadata[(last + 1)...]
        } else if let last = metadata.lastIndex(where: { ($0.asObject as? TypeMarker)?.kind == .instanceOf }) {
            result = try instance(of: annotation)
            rest = metadata[(last + 1)...]
        } else {
            result = isReplaced ? .any : try base(annotation, metadata)
        }
        for item in rest { result = try applied(item, to: result, annotation) }
        return result
    }

    private func applied(_ item: Value, to schema: Schema, _ annotation: Value) throws -> Schema {
        switch item.asObject {
        case let field as FieldInfo:
            let constrained = try ConstraintApplier(machine).apply(field.constraints, to: schema)
            let made = try field.discriminator.map { try TaggedUnionBuilder(builder).schema(constrained, $0) } ?? constrained
            return DescribedType.isNeeded(for: field) ? .special(DescribedType(inner: made, info: field)) : made
        case let marker as FunctionMarker: return try marker.applied(to: schema, machine)
        case let constraint as ConstraintMarker: return try ConstraintApplier(machine).apply(constraint.constraints, to: schema)
        case let marker as URLConstraintsMarker:
            guard case .special(let url as URLType) = schema else { return schema }
            return .special(URLType(type: url.type, constraints: try marker.applied(to: url.constraints, machine)))
        case let marker as TypeMarker where marker.kind == .validateAs:
            return .function(.after, marker.hook, try builder.schema(marker.value))
        case let marker as TypeMarker: return try applied(marker, to: schema, annotation)
        case let type as PyType: return try applied(type, to: schema)
        case let marker as PyInstance where marker.instanceType.name == "SkipJsonSchema":
            return .special(DescribedType(inner: schema, replacement: .init(schema: nil, mode: nil)))
        default: return schema
        }
    }

    private func applied(_ marker: TypeMarker, to schema: Schema, _ annotation: Value) throws -> Schema {
        switch marker.kind {
        case .discriminator: return try TaggedUnionBuilder(builder).schema(schema, .object(marker))
        case .tag: return .special(TagType(tag: marker.value, inner: schema))
        case .omitOnError: return .special(OmittedOnErrorType(inner: schema))
        case .uuidVersion: return .special(UUIDVersionType(version: marker.value.asInt ?? 4))
        case .serializeAsAny: return .special(SerializedAsAnyType(inner: schema))
        case .json: return .special(JSONType(inner: schema))
        case .encoded:
            let isURLSafe = marker.value.asType?.name == "Base64UrlEncoder"
            return .special(Base64Type(inner: schema, isURLSafe: isURLSafe))
        case .skipValidation: return .any
        case .validateAs, .negation, .instanceOf: return schema
        case .jsonSchema:
            guard let replacement = marker.value.asDict else { return schema }
            return .special(DescribedType(inner: schema, replacement: .init(schema: replacement, mode: marker.hook.asString)))
        case .predicate, .negatedPredicate:
            let name = try machine.attributeIfPresent(marker.value, "__qualname__").map { try machine.repr($0) + " " } ?? ""
            return .special(
                PredicateType(inner: schema, predicate: marker.value, shown: name, isNegated: marker.kind == .negatedPredicate))
        }
    }

    /// The schema of the type, which need not have one where a plain validator takes its place.
    private func base(_ annotation: Value, _ metadata: [Value]) throws -> Schema {
        do {
            return try builder.schema(annotation)
        } catch let problem as SchemaBuilder.Unsupported {
            let isReplaced = metadata.contains { item in
                (item.asObject as? FunctionMarker).map { !$0.isSerializer && $0.kind == .plain } ?? false
            }
            if isReplaced { return .any }
            throw problem
        }
    }

    /// The schema of `InstanceOf`: JSON has no instances, and the class may know how to be written.
    private func instance(of annotation: Value) throws -> Schema {
        guard let origin = annotation.asType ?? (annotation.asObject as? PyGenericAlias)?.origin.asType else {
            return try builder.schema(annotation)
        }
        let instance = Schema.special(InstanceType(type: origin))
        do {
            return .special(JSONOrPythonType(json: try builder.schema(annotation), python: instance))
        } catch is SchemaBuilder.Unsupported {
            return instance
        }
    }

    /// Marker classes that are written without a call.
    private func applied(_ type: PyType, to schema: Schema) throws -> Schema {
        switch type.name {
        case "Strict" where type.module == "pydantic.types":
            return try ConstraintApplier(machine).apply([("strict", true)], to: schema)
        case "Json" where type.module == "pydantic.types": return .special(JSONType(inner: schema))
        case "_OnErrorOmit": return .special(OmittedOnErrorType(inner: schema))
        default: return schema
        }
    }
}

/// A marker of Pydantic's inside `Annotated` that is neither a constraint nor a function.
final class TypeMarker: AnnotationMarker {
    enum Kind {
        case discriminator, tag, omitOnError, uuidVersion, instanceOf, skipValidation, serializeAsAny, json, encoded
        case predicate, negatedPredicate, negation, validateAs, jsonSchema
    }
    var kind = Kind.tag
    var value = Value.none
    /// What `ValidateAs` makes of the validated value.
    var hook = Value.none
    /// What `Discriminator(custom_error_…)` was given.
    var customError: (kind: String, message: String, context: [(name: String, value: Value)])?
}

/// `BeforeValidator(f)`, `PlainSerializer(f)` and their kin inside `Annotated`.
final class FunctionMarker: AnnotationMarker {
    var kind = Schema.FunctionKind.after
    var isSerializer = false
    var function = Value.none
    /// When a serializer runs: `always`, `unless-none`, `json`, `json-unless-none`.
    var condition = "always"
    /// What a serializer returns, where that was given.
    var returnType: Value?

    /// The schema with the function around it.
    func applied(to schema: Schema, _ machine: Machine) throws -> Schema {
        guard isSerializer else {
            try FunctionSignatures(machine).checkValidator(function, mode: "\(kind)", of: "field")
            return .function(kind, function, schema)
        }
        try FunctionSignatures(machine).checkSerializer(function, mode: "\(kind)", of: "field", hidden: 0)
        let serializer = FunctionSerializer(function, isWrap: kind == .wrap, condition, returnType: returnType)
        return .special(SerializedType(inner: schema.withoutSerializer, serializer: serializer))
    }
}

/// `annotated_types.Gt(3)` and `StringConstraints(…)` inside `Annotated`.
final class ConstraintMarker: AnnotationMarker {
    var constraints: [(name: String, value: Value)] = []
}
