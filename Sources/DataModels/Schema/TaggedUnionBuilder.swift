import Python

/// Makes unions with a discriminator, and refuses those that cannot have it (pydantic._internal._discriminated_union).
struct TaggedUnionBuilder {
    private let builder: SchemaBuilder
    private var machine: Machine { builder.machine }

    init(_ builder: SchemaBuilder) { self.builder = builder }

    /// The union, or what holds it, with that discriminator: a name or a `Discriminator`.
    func schema(_ schema: Schema, _ discriminator: Value) throws -> Schema {
        let marker = discriminator.asObject as? TypeMarker
        let chosen = marker?.value ?? discriminator
        switch schema {
        case .special(let described as DescribedType):
            var made = described
            made.inner = try self.schema(described.inner, discriminator)
            return .special(made)
        case .nullable(let inner):
            let made = try self.schema(inner, discriminator)
            if case .nullable = made { return made }
            return .nullable(made)
        case .union(let members) where chosen.asStr == nil:
            var union = try byFunction(chosen, members)
            union.customError = marker?.customError
            return .special(union)
        default:
            guard let name = chosen.asString else { throw invalid(schema) }
            var isNullable = false
            let members = flat(schema, name, &isNullable)
            var union = try byField(name, members)
            union.customError = marker?.customError
            return isNullable ? .nullable(.special(union)) : .special(union)
        }
    }

    /// The members of a union with those of the unions in it, and those of unions with the same discriminator.
    private func flat(_ schema: Schema, _ name: String, _ isNullable: inout Bool) -> [Schema] {
        switch schema {
        case .none:
            isNullable = true
            return []
        case .nullable(let inner):
            isNullable = true
            return flat(inner, name, &isNullable)
        case .union(let members): return members.flatMap { flat($0, name, &isNullable) }
        case .special(let union as TaggedUnionType):
            guard case .field(let own, let aliases) = union.discriminator, own == name || aliases.contains(name) else { return [schema] }
            return union.choices
        default: return [schema]
        }
    }

    private func invalid(_ schema: Schema) -> PyError {
        let type = schema.coreType
        let advice =
            type == "list"
            ? " If you are making use of a list of union types, make sure the discriminator is applied to the union type and not the list "
                + "(e.g. `list[Annotated[<T> | <U>, Field(discriminator=...)]]`)." : ""
        return machine.error("TypeError", "The core schema type '\(type)' is not a valid discriminated union variant.\(advice)")
    }

    private func byFunction(_ function: Value, _ members: [Schema]) throws -> TaggedUnionType {
        let name = try machine.attributeIfPresent(function, "__name__")?.asString ?? ""
        return TaggedUnionType(
            discriminator: .function(function, name: name),
            members: try members.map { member in
                guard case .special(let tagged as TagType) = member else {
                    let message = "`Tag` not provided for choice \(UnionValidator.name(member)) used with `Discriminator`"
                    throw try PydanticTypes.required(machine).userErrors.error(message, code: "callable-discriminator-no-tag", machine)
                }
                return (tagged.tag, tagged.inner)
            }, choices: members)
    }

    private func byField(_ name: String, _ members: [Schema]) throws -> TaggedUnionType {
        var result: [(tag: Value, schema: Schema)] = []
        var aliases: [String] = []
        for member in members {
            var own: [Value] = []
            for tag in try tags(of: member, name, &aliases) where try !own.contains(where: { try machine.isEqual($0, tag) }) {
                own.append(tag)
                if let known = try result.first(where: { try machine.isEqual($0.tag, tag) }) {
                    if case (.model(let one), .model(let two)) = (known.schema, member), one === two { continue }
                    throw machine.error(
                        "TypeError", "Value \(try machine.repr(tag)) for discriminator '\(name)' mapped to multiple choices")
                }
                result.append((tag, member))
            }
        }
        return TaggedUnionType(discriminator: .field(name: name, aliases: aliases.filter { $0 != name }), members: result, choices: members)
    }

    private func tags(of schema: Schema, _ name: String, _ aliases: inout [String]) throws -> [Value] {
        switch schema {
        case .model(let type):
            guard let definition = ModelDefinition.of(type), let field = definition.fields.first(where: { $0.name == name }) else {
                throw try missing("Model", type.name, name)
            }
            try checkAlias(field, name, &aliases)
            let own = SchemaBuilder(machine, globals: builder.globals, config: definition.config)
            return try literals(try own.schema(field.annotation), "Model", type.name, name)
        case .special(let dictionary as TypedDictType):
            guard let field = dictionary.fields.first(where: { $0.field.name == name })?.field else {
                throw try missing("TypedDict", dictionary.name, name)
            }
            return try literals(field.schema, "TypedDict", dictionary.name, name)
        case .special(let object as DataclassType):
            guard let field = object.definition.fields.first(where: { $0.name == name }) else {
                throw try missing("Dataclass", object.type.name, name)
            }
            return try literals(try builder.schema(field.annotation), "Dataclass", object.type.name, name)
        case .special(let described as DescribedType): return try tags(of: described.inner, name, &aliases)
        case .special(let tagged as TagType): return try tags(of: tagged.inner, name, &aliases)
        case .special(let written as SerializedType): return try tags(of: written.inner, name, &aliases)
        case .special(let union as TaggedUnionType): return try union.choices.flatMap { try tags(of: $0, name, &aliases) }
        case .function(_, _, let inner), .serializer(_, let inner): return try tags(of: inner, name, &aliases)
        case .union(let members): return try members.flatMap { try tags(of: $0, name, &aliases) }
        case .nullable(let inner): return try tags(of: inner, name, &aliases)
        default: throw invalid(schema)
        }
    }

    /// Every member has the tag under the same name.
    private func checkAlias(_ field: ModelDefinition.Field, _ name: String, _ aliases: inout [String]) throws {
        let errors = try PydanticTypes.required(machine).userErrors
        if let paths = field.paths {
            let shown = try machine.repr(.list(PyList(paths.map { .list(PyList($0.parts)) })))
            throw errors.error("Alias \(shown) is not supported in a discriminated union", code: "discriminator-alias-type", machine)
        }
        let alias = field.validationName
        if aliases.isEmpty { aliases.append(alias) }
        guard aliases[0] != alias else { return }
        throw errors.error(
            "Aliases for discriminator '\(name)' must be the same (got \(alias), \(aliases[0]))", code: "discriminator-alias", machine)
    }

    private func literals(_ schema: Schema, _ kind: String, _ owner: String, _ name: String) throws -> [Value] {
        switch schema {
        case .literal(let values): return values
        case .enumeration(let type): return EnumSupport.members(of: type)
        case .special(let values as EnumValueType): return try literals(values.inner, kind, owner, name)
        case .function(let mode, _, let inner) where mode == .after: return try literals(inner, kind, owner, name)
        default:
            let message = "\(kind) '\(owner)' needs field '\(name)' to be of type `Literal`"
            throw try PydanticTypes.required(machine).userErrors.error(message, code: "discriminator-needs-literal", machine)
        }
    }

    private func missing(_ kind: String, _ owner: String, _ name: String) throws -> PyError {
        let message = "\(kind) '\(owner)' needs a discriminator field for key '\(name)'"
        return try PydanticTypes.required(machine).userErrors.error(message, code: "discriminator-no-field", machine)
    }
}
