import Python

/// Finds what validating and writing a value by a schema changed, for a trace.
struct BodyChanges {
    let machine: Machine
    let options: SerializationOptions
    private(set) var found: [BodyChange] = []
    private static let limit = 200
    private static let deepest = 64

    init(_ machine: Machine, _ options: SerializationOptions) {
        self.machine = machine
        self.options = options
    }

    /// Where in the value the walk is, and the field whose schema is followed.
    struct Place {
        var path = ""
        var site: CallSite?
        /// How reasons name the type of the field.
        var owner = "the response model"
        var depth = 0

        func under(_ name: String) -> Place { deeper(path.isEmpty ? name : path + "." + name) }

        func at(_ index: Int) -> Place { deeper("\(path)[\(index)]") }

        private func deeper(_ path: String) -> Place {
            var next = self
            next.path = path
            next.depth += 1
            return next
        }
    }

    mutating func add(
        _ kind: BodyChange.Kind, _ place: Place, before: String? = nil, after: String? = nil, _ reason: String, site: CallSite? = nil
    ) {
        guard found.count < Self.limit else { return }
        found.append(
            BodyChange(
                kind: kind, path: place.path.isEmpty ? "body" : place.path, before: before, after: after, reason: reason,
                site: site ?? place.site))
    }

    /// Compares a value with what was written of it.
    mutating func compare(_ before: Value, _ after: Value, _ schema: Schema, _ place: Place) {
        guard found.count < Self.limit, place.depth < Self.deepest else { return }
        switch schema {
        case .nullable(let inner):
            if before.isNone || after.isNone { return scalars(before, after, schema, place) }
            compare(before, after, inner, place)
        case .function(_, _, let inner), .serializer(_, let inner): compare(before, after, inner, place)
        case .list(let item, _), .set(let item, _, _), .tupleOf(let item, _): elements(before, after, place) { _ in item }
        case .tuple(let members): elements(before, after, place) { members.indices.contains($0) ? members[$0] : .any }
        case .dict(_, let item, _): entries(before, after, item, place)
        case .model(let type):
            guard let definition = ModelDefinition.of(type) else { return }
            record(before, after, definition, place)
        case .union(let members): compare(before, after, member(of: members, before, after), place)
        case .special(let type): compare(before, after, type, place)
        case .any: untyped(before, after, place)
        default: scalars(before, after, schema, place)
        }
    }

    private mutating func compare(_ before: Value, _ after: Value, _ type: any SpecialType, _ place: Place) {
        switch type {
        case let object as DataclassType: record(before, after, object.definition, place)
        case let recursive as RecursiveType: compare(before, after, recursive.schema, place)
        case let union as TaggedUnionType: compare(before, after, member(of: union.members.map(\.schema), before, after), place)
        case let union as OrderedUnionType: compare(before, after, member(of: union.members, before, after), place)
        case let wrapper as any WrappingType: compare(before, after, wrapper.inner, place)
        default: scalars(before, after, .special(type), place)
        }
    }

    // MARK: Containers

    private mutating func elements(_ before: Value, _ after: Value, _ place: Place, _ schema: (Int) -> Schema) {
        guard let old = try? machine.elements(of: before), let new = after.asList?.elements else {
            return scalars(before, after, .list(.any, LengthRules()), place)
        }
        for (index, pair) in zip(old, new).enumerated() { compare(pair.0, pair.1, schema(index), place.at(index)) }
    }

    private mutating func entries(_ before: Value, _ after: Value, _ item: Schema, _ place: Place) {
        guard let old = before.asDict, let new = after.asDict else { return scalars(before, after, .any, place) }
        for (key, value) in old.items {
            guard let name = try? machine.str(key) else { continue }
            if let present = new[name] {
                compare(value, present, item, place.under(name))
            } else if new.count < old.count {
                add(.removed, place.under(name), before: Self.text(value, machine), removal(of: value))
            }
        }
    }

    /// Without a schema a value is written as its own class says.
    private mutating func untyped(_ before: Value, _ after: Value, _ place: Place) {
        if let model = before.asObject as? ModelInstance { return compare(before, after, .model(model.instanceType), place) }
        if before.asDict != nil, after.asDict != nil { return entries(before, after, .any, place) }
        if after.asList != nil, before.asObject == nil || before.asSet != nil { return elements(before, after, place) { _ in .any } }
        scalars(before, after, .any, place)
    }

    /// The member of a union by which a value was written: that of its class, or the one whose names fit best.
    private func member(of members: [Schema], _ before: Value, _ after: Value) -> Schema {
        let written = Set(after.asDict?.items.compactMap { $0.key.asString } ?? [])
        var best: (schema: Schema, hits: Int)?
        for member in members {
            guard let definition = Self.definition(of: member) else { continue }
            if let model = before.asObject as? ModelInstance, model.instanceType === definition.type { return member }
            let names = Set(definition.fields.map { self.name(of: $0, definition) })
            if !written.isSubset(of: names.union(definition.computed.map(\.name))) { continue }
            if names.count > best?.hits ?? -1 { best = (member, names.count) }
        }
        return best?.schema ?? .any
    }

    private static func definition(of schema: Schema) -> ModelDefinition? {
        switch schema {
        case .model(let type): ModelDefinition.of(type)
        case .special(let object as DataclassType): object.definition
        case .special(let wrapper as any WrappingType): definition(of: wrapper.inner)
        default: nil
        }
    }

    func name(of field: ModelDefinition.Field, _ definition: ModelDefinition) -> String {
        options.byAlias ?? definition.config.serializesByAlias ? field.serializationName : field.name
    }

    // MARK: Scalars

    private mutating func scalars(_ before: Value, _ after: Value, _ schema: Schema, _ place: Place) {
        guard let old = Self.text(before, machine), let new = Self.text(after, machine), old != new else { return }
        if let member = EnumSupport.value(of: before), Self.text(member, machine) == new { return }
        add(.converted, place, before: old, after: new, reason(schema, before))
    }

    private func reason(_ schema: Schema, _ before: Value) -> String {
        if before.asObject != nil, before.asStr == nil { return "JSON has no \(machine.type(of: before).name)" }
        if case .any = schema { return "how JSON writes it" }
        return "the type \(UnionValidator.name(schema).prefix(60))"
    }

    /// A short text of a plain value or of an object of the library; nil for containers, and for objects whose `repr` is the program's.
    static func text(_ value: Value, _ machine: Machine) -> String? {
        switch value {
        case .none, .bool, .int, .float, .str: return try? machine.repr(value)
        case .list, .tuple, .dict: return nil
        case .object(let object):
            if EnumSupport.value(of: value) != nil { return try? machine.repr(value) }
            if object is ModelInstance || object is PySet || object is PyGenerator { return nil }
            return machine.type(of: value).isProgramDefined ? nil : try? machine.repr(value)
        }
    }

    /// Why something was left out that the schema has.
    func removal(of value: Value) -> String {
        if options.excludeNone, value.isNone { return "response_model_exclude_none" }
        if !options.include.isNone { return "not in response_model_include" }
        if !options.exclude.isNone { return "in response_model_exclude" }
        if options.excludeDefaults { return "response_model_exclude_defaults" }
        return options.excludeUnset ? "response_model_exclude_unset" : "left out"
    }
}
