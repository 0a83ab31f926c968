import Python

/// Compiles annotations to schemas (pydantic._internal._generate_schema).
public struct SchemaBuilder {
    let machine: Machine
    /// Where names in annotations that are texts are looked up.
    private(set) var globals: PyDict?
    /// The settings of the class whose fields these are.
    let config: ModelConfig
    /// Classes that are being compiled, so that they may hold themselves.
    var recursive: [ObjectIdentifier: RecursiveType] = [:]

    /// What a subscript made the class of whose fields these are.
    var subscripts: GenericModel.Subscripts?

    /// What an annotation cannot be.
    ///
    /// Unchecked: like every value, the annotation never leaves the executor of its machine.
    struct Unsupported: Error, @unchecked Sendable {
        let annotation: Value
    }

    init(_ machine: Machine, globals: PyDict?, config: ModelConfig = ModelConfig()) {
        self.machine = machine
        self.globals = globals
        self.config = config
    }

    /// The schema of an annotation with constraints from its field, which go before what stands in `Annotated` (pydantic.fields
    /// `from_annotated_attribute`).
    func schema(_ annotation: Value, constraints: [(name: String, value: Value)] = []) throws -> Schema {
        if !constraints.isEmpty, let alias = annotation.asObject as? PyGenericAlias, alias.isForm("Annotated"),
            let type = alias.arguments.first
        {
            let given = ConstraintMarker(type: try PydanticTypes.required(machine).constraintMarker)
            given.constraints = constraints
            let metadata = [.object(given)] + alias.arguments.dropFirst()
            return encoded(try machine.nested { try AnnotationReader(self).schema(type, metadata) }, annotation)
        }
        let made = try ConstraintApplier(machine).apply(constraints, to: try machine.nested { try plain(annotation) })
        return encoded(made, annotation)
    }

    /// A schema whose values one of `json_encoders` writes, that of the type or of the nearest base which has one.
    private func encoded(_ schema: Schema, _ annotation: Value) -> Schema {
        guard let encoders = config.jsonEncoders else { return schema }
        if case .special(let type) = schema, type is SerializedType { return schema }
        let bases = annotation.asType?.mro.dropLast().map { Value.object($0) } ?? [annotation]
        guard let encoder = bases.lazy.compactMap({ try? encoders.value(for: $0, machine) }).first else { return schema }
        let serializer = FunctionSerializer(encoder, isWrap: false, "json", returnType: .object(PySpecialForm("Any")))
        return .special(SerializedType(inner: schema, serializer: serializer))
    }

    private func plain(_ annotation: Value) throws -> Schema {
        switch annotation {
        case .none: return .none
        case .str(let text):
            let found = try machine.evaluate(text.string, in: globals ?? PyDict())
            return try schema(subscripts.map { GenericModel.replace(found, $0.variables, $0.values) } ?? found)
        case .object(let object):
            switch object {
            case let type as PyType:
                let own = try CoreSchemaMethod(self).schema(of: type, source: annotation) { try inner($0) }
                return try own ?? schema(of: type)
            case let union as PyUnion: return try schema(ofUnion: union.members)
            case let alias as PyGenericAlias:
                let own = try alias.origin.asType.flatMap { origin in
                    try CoreSchemaMethod(self).schema(of: origin, source: annotation) { try inner($0) }
                }
                return try own ?? schema(of: alias)
            case let form as PySpecialForm: if let schema = try schema(ofBareForm: form) { return schema }
            case let reference as PyForwardRef: return try schema(.string(reference.expression))
            case let name as PyTypeAlias: return try schema(of: name, [])
            case let new as PyNewType: return try schema(new.supertype)
            case let variable as PyTypeVar:
                if let standard = variable.defaultValue { return try schema(standard) }
                if let bound = variable.bound { return try schema(bound) }
                return variable.constraints.isEmpty ? .any : try schema(ofUnion: variable.constraints)
            case let function as PyFunction: return try schema(of: function)
            default: break
            }
        default: break
        }
        throw Unsupported(annotation: annotation)
    }

    /// The schema of a call, where each parameter has one.
    private func schema(of function: PyFunction) throws -> Schema {
        do {
            for parameter in function.parameters { if let annotation = parameter.annotation { _ = try schema(annotation) } }
        } catch is Unsupported {
            throw Unsupported(annotation: .object(function))
        }
        return .special(CallType())
    }

    /// The schema of what a name stands for, which may hold the name again.
    private func schema(of name: PyTypeAlias, _ arguments: [Value]) throws -> Schema {
        if let known = recursive[ObjectIdentifier(name)] {
            known.isUsed = true
            return .special(known)
        }
        let reference = RecursiveType(name: nil)
        var nested = self
        nested.recursive[ObjectIdentifier(name)] = reference
        nested.globals = name.globals ?? globals
        let made = try nested.schema(GenericModel.replace(name.value, name.parameters, arguments))
        guard reference.isUsed else { return made }
        reference.schema = made
        return .special(reference)
    }

    /// The schema of an annotation whatever its class says of itself.
    private func inner(_ annotation: Value) throws -> Schema {
        switch annotation.asObject {
        case let type as PyType: try schema(of: type)
        case let alias as PyGenericAlias: try schema(of: alias)
        default: try plain(annotation)
        }
    }

    private func schema(ofBareForm form: PySpecialForm) throws -> Schema? {
        switch form.name {
        case "Any", "ClassVar", "Final": .any
        case "Callable": .callable
        case "LiteralString": .str(config.stringRules)
        case "Hashable": .special(HashableType())
        default: nil
        }
    }

    private func schema(of type: PyType) throws -> Schema {
        let types = machine.types
        if let known = recursive[ObjectIdentifier(type)] {
            known.isUsed = true
            return .special(known)
        }
        if type === types.object { return .any }
        if type === types.int { return .int(NumberRules()) }
        if type === types.str { return .str(config.stringRules) }
        if type === types.float { return .float(NumberRules(allowsInfinity: config.allowsInfinity)) }
        if type === types.bool { return .bool(isStrict: false) }
        if type === types.none { return .none }
        if type === types.bytes { return .bytes(LengthRules(), config.bytesInputForm) }
        if type === types.list { return .list(.any, LengthRules()) }
        if type === types.dict { return .dict(.any, .any, LengthRules()) }
        if type === types.set { return .set(.any, LengthRules(), isFrozen: false) }
        if type === types.frozenset { return .set(.any, LengthRules(), isFrozen: true) }
        if type === types.tuple { return .tupleOf(.any, LengthRules()) }
        if type === types.type { return .special(SubclassType(bases: [])) }
        if ModelDefinition.of(type) != nil { return .model(type) }
        if EnumSupport.isEnum(type) {
            let members = Schema.enumeration(type)
            return config.usesEnumValues ? .special(EnumValueType(inner: members)) : members
        }
        return try LibrarySchemas(self).schema(of: type)
    }

    func schema(ofUnion members: [Value]) throws -> Schema {
        let none = machine.types.none
        let others = members.filter { !$0.isNone && $0.asType !== none }
        let inner: Schema = others.count == 1 ? try schema(others[0]) : .union(try others.map { try schema($0) })
        return others.count == members.count ? inner : .nullable(inner)
    }

    private func schema(of alias: PyGenericAlias) throws -> Schema {
        let arguments = alias.arguments
        if let form = alias.origin.asObject as? PySpecialForm { return try schema(ofForm: form.name, arguments) }
        if let name = alias.origin.asObject as? PyTypeAlias { return try schema(of: name, arguments) }
        guard let origin = alias.origin.asType else { throw Unsupported(annotation: .object(alias)) }
        let types = machine.types
        let item = { (index: Int) in try arguments.indices.contains(index) ? schema(arguments[index]) : .any }
        if origin === types.list { return .list(try item(0), LengthRules()) }
        if origin === types.dict {
            if arguments.count != 2 {
                let message = "Expected two type arguments for \(try machine.repr(.object(origin))), got \(arguments.count)"
                throw machine.error("TypeError", message)
            }
            return .dict(try item(0), try item(1), LengthRules())
        }
        if origin === types.set { return .set(try item(0), LengthRules(), isFrozen: false) }
        if origin === types.frozenset { return .set(try item(0), LengthRules(), isFrozen: true) }
        if origin === types.type { return try schema(ofType: arguments.first ?? .none) }
        if origin === types.tuple {
            if arguments.count == 2, arguments[1].isEllipsis { return .tupleOf(try item(0), LengthRules()) }
            if arguments.count == 1, arguments[0].asTuple?.elements.isEmpty == true { return .tuple([]) }
            return .tuple(try arguments.map { try schema($0) })
        }
        return try LibrarySchemas(self).schema(ofGeneric: origin, arguments)
    }

    /// `type[X]`.
    private func schema(ofType argument: Value) throws -> Schema {
        if let type = argument.asType { return .special(SubclassType(bases: [type])) }
        if let union = argument.asObject as? PyUnion {
            return .special(SubclassType(bases: union.members.compactMap(\.asType)))
        }
        if let variable = argument.asObject as? PyTypeVar, let bound = variable.bound { return try schema(ofType: bound) }
        return .special(SubclassType(bases: []))
    }

    private func schema(ofForm name: String, _ arguments: [Value]) throws -> Schema {
        switch name {
        case "Annotated":
            guard let first = arguments.first else { return .any }
            return try AnnotationReader(self).schema(first, Array(arguments.dropFirst()))
        case "Literal":
            if arguments.isEmpty {
                throw machine.error("AssertionError", "literal \"expected\" cannot be empty, obj=typing.Literal[()]")
            }
            return .literal(arguments)
        case "ClassVar", "Final", "Required", "NotRequired", "ReadOnly": return try arguments.first.map { try schema($0) } ?? .any
        case "Callable": return .callable
        default: return .any
        }
    }
}
