import Python

/// Models and dataclasses, field by field.
extension BodyChanges {
    mutating func record(_ before: Value, _ after: Value, _ definition: ModelDefinition, _ place: Place) {
        guard let old = names(in: before), let new = after.asDict else { return }
        if definition.isRoot, let root = definition.fields.first {
            let value = (before.asObject as? ModelInstance).flatMap { $0.attributes?.value(forName: root.key) } ?? before
            return compare(value, after, root.schema, place)
        }
        var used: Set<String> = []
        for field in definition.fields {
            let input = self.input(of: field, definition, old, isInstance: before.asObject is ModelInstance)
            used.formUnion(input.map { [$0] } ?? [])
            compare(field, input, old, new, definition, place)
        }
        for (key, value) in old.items {
            guard let name = key.asString, !used.contains(name), !name.hasPrefix("_") else { continue }
            if let present = new[name] {
                compare(value, present, .any, place.under(name))
            } else {
                add(.removed, place.under(name), before: Self.text(value, machine), "not a field of \(definition.type.name)")
            }
        }
        for field in definition.computed {
            let name = options.byAlias ?? definition.config.serializesByAlias ? field.alias ?? field.name : field.name
            guard let value = new[name], old[name] == nil else { continue }
            let getter = (definition.type.lookup(field.name)?.asObject as? PyProperty)?.getter?.asObject as? PyFunction
            add(
                .defaulted, place.under(name), after: Self.text(value, machine), "a computed field of \(definition.type.name)",
                site: getter?.site)
        }
    }

    private mutating func compare(
        _ field: ModelDefinition.Field, _ input: String?, _ old: PyDict, _ new: PyDict, _ definition: ModelDefinition, _ place: Place
    ) {
        let site = field.owner.mro.lazy.compactMap { $0.site(ofField: field.name) }.first
        let output = name(of: field, definition)
        let written = new[output]
        guard let input, let value = old[input] else {
            if let written {
                add(.defaulted, place.under(output), after: Self.text(written, machine), "the default of \(field.name)", site: site)
            }
            return
        }
        guard let written else {
            let isOwn = field.info.isExcluded || field.info.excludeIf != nil
            let reason = field.info.isExcluded ? "\(field.name) is excluded" : isOwn ? "exclude_if of \(field.name)" : removal(of: value)
            add(.removed, place.under(input), before: Self.text(value, machine), reason, site: isOwn ? site : nil)
            return
        }
        if input != output {
            add(.aliased, place.under(input), before: input, after: output, "the alias of \(field.name)", site: site)
        }
        var inside = place.under(output)
        inside.site = site ?? place.site
        compare(value, written, field.schema, inside)
    }

    /// The name under which the value gave a field; nil where it did not.
    private func input(of field: ModelDefinition.Field, _ definition: ModelDefinition, _ old: PyDict, isInstance: Bool) -> String? {
        if isInstance { return old[field.name] != nil ? field.name : nil }
        var names: [String] = definition.config.byAlias ? [field.validationName] : []
        for path in field.paths ?? [] where definition.config.byAlias { names += path.parts.first?.asString.map { [$0] } ?? [] }
        if definition.config.byName || !definition.config.byAlias { names.append(field.name) }
        return names.first { old[$0] != nil }
    }

    /// The names and values of a dictionary, or of an object with attributes.
    private func names(in value: Value) -> PyDict? {
        if let dict = value.asDict { return dict }
        guard let instance = value.asInstance, instance.payload == nil, value.asType == nil, EnumSupport.value(of: value) == nil else {
            return nil
        }
        guard let extras = (instance as? ModelInstance)?.extras, let own = instance.attributes else { return instance.attributes }
        let all = own.copy()
        for (key, value) in extras.items { if let name = key.asStr { all.setValue(value, forName: name) } }
        return all
    }
}
