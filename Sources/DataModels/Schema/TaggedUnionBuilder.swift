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
        case .nullable(let inner): return .nullable(try self.schema(inner, discriminator))
        case .union(let members):
            var union = chosen.asStr == nil ? try byFunction(chosen, members) : try byField(chosen.asString ?? "", members)
            union.customError = marker?.customError
            return .special(union)
        case .model where chosen.asStr != nil:
            return .special(try byField(chosen.asString ?? "", [schema]))
        default:
            throw machine.error(
                "TypeError", "The core schema type '\(UnionValidator.name(schema))' is not a valid discriminated union variant.")
        }
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
            })
    }

    private func byField(_ name: String, _ members: [Schema]) throws -> TaggedUnionType {
        var result: [(tag: Value, schema: Schema)] = []
        var aliases: [String] = []
        for member in members {
            for tag in try tags(of: member, name, &aliases) {
                if try result.contains(where: { try machine.isEqual($0.tag, tag) }) {
                    throw machine.error(
                        "TypeError", "Value \(try machine.repr(tag)) for discriminator '\(name)' mapped to multiple choices")
                }
                result.append((tag, member))
            }
        }
        return TaggedUnionType(discriminator: .field(name: name, aliases: aliases), members: result)
    }

    private func tags(of schema: Schema, _ name: String, _ aliases: inout [String]) throws -> [Value] {
        switch schema {
        case .model(let type):
            guard let definition = ModelDefinition.of(type), let field = definition.fields.first(where: { $0.name == name }) else {
                throw try missing("Model", type.name, name)
            }
            if field.validationName != name, !aliases.contains(field.validationName) { aliases.append(field.validationName) }
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
        case .special(let tagged as TagType): return try tags(of: tagged.inner, name, &aliases)
        case .special(let written as SerializedType): return try tags(of: written.inner, name, &aliases)
        case .special(let union as TaggedUnionType): return union.members.map(\.tag)
        case .function(_, _, let inner), .serializer(_, let inner): return try tags(of: inner, name, &aliases)
        default:
            throw machine.error(
                "TypeError", "The core schema type '\(UnionValidator.name(schema))' is not a valid discriminated union variant.")
        }
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
