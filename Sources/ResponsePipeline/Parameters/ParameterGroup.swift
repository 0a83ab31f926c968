import DataModels
import HTTPMessages
import Python

/// A model whose fields are parameters of their own (FastAPI 0.165.0 dependencies/utils.py `_request_param_model_to_args`).
struct ParameterGroup {
    let field: Dependant.Field
    let model: PyType
    let machine: Machine

    /// A field of the model with the names that it may have, each as validation knows it and as the request writes it.
    private struct Member {
        let name: String
        let aliases: [(validation: String, request: String)]
        let isSequence: Bool
    }

    /// What was found in the request.
    struct Found {
        /// Nil where an optional group is left out.
        var value: Value?
        /// The header names of fields, for the locations of errors.
        var headerNames: [String: String] = [:]
    }

    /// Collects the values of the model's fields and, for models that take or refuse others, of all other names.
    func collect(_ source: ParameterSource) throws -> Found {
        let place = field.info.place
        let isHeader = place == .header
        let given = PyDict()
        var found = Found()
        var processed: Set<String> = []
        var own: Set<String> = []
        for member in try members() {
            own.formUnion(member.aliases.map { isHeader ? $0.request.asciiLowercased : $0.request })
            let chosen = member.aliases.first { source.contains($0.request, place) } ?? member.aliases[0]
            if let value = source.values(place, chosen.request, isSequence: member.isSequence) { given[chosen.validation] = value }
            if isHeader {
                processed.insert(chosen.request.asciiLowercased)
                // A field's own name is not taken as an extra header where the request writes it with hyphens.
                for alias in member.aliases where alias.validation != alias.request { processed.insert(alias.validation.asciiLowercased) }
                if chosen.validation != chosen.request { found.headerNames[member.name] = chosen.request }
            } else {
                processed.insert(chosen.request)
            }
        }
        for (name, values) in source.extras(place, processed) {
            given[name] = values.count == 1 ? values[0] : .list(PyList(values))
        }
        let isLeftOut = field.adapter.isOptionalModel && !own.contains { source.contains($0, place) }
        if !(isLeftOut && !(TypeAdapter.readsExtras(model) && given.count > 0)) { found.value = .dict(given) }
        return found
    }

    /// The names of the model's fields, as a form has them.
    func wanted() throws -> [FormFields.Wanted] {
        try members().map { FormFields.Wanted(aliases: $0.aliases.map(\.validation), isSequence: $0.isSequence) }
    }

    private func members() throws -> [Member] {
        let infos = try machine.attributeIfPresent(.object(model), "model_fields")?.asDict
        let config = try machine.attributeIfPresent(.object(model), "model_config")?.asDict
        let isTrue = { (name: String) in try config?[name].map { try machine.isTrue($0) } }
        let byName = try isTrue("validate_by_name") ?? isTrue("populate_by_name") ?? false
        let byAlias = try isTrue("validate_by_alias") ?? true
        return try TypeAdapter.fields(of: model, machine).map { member in
            let info = infos?[member.name]?.asObject as? FieldInfo
            return Member(
                name: member.name, aliases: try aliases(member.name, member.alias, info, byName: byName, byAlias: byAlias),
                isSequence: member.isSequence)
        }
    }

    /// FastAPI 0.165.0 dependencies/utils.py `_get_param_aliases`.
    private func aliases(
        _ name: String, _ alias: String, _ info: FieldInfo?, byName: Bool, byAlias: Bool
    ) throws -> [(validation: String, request: String)] {
        let converts = field.info.place == .header && field.info.convertsUnderscores
        let written = { (text: String) in converts ? text.replacing("_", with: "-") : text }
        var result = [(validation: alias, request: alias == name ? written(alias) : alias)]
        if let choices = info?.validationAlias, machine.typeName(choices) == "AliasChoices" {
            let all = try machine.array(try machine.attribute(choices, "choices"))
            let texts = all.compactMap(\.asString)
            guard texts.count == all.count, !texts.isEmpty else { return result }
            result = texts.map { ($0, $0) }
        } else if let path = info?.validationAlias, machine.typeName(path) == "AliasPath" {
            return result
        }
        if !byAlias { return [(name, written(name))] }
        if byName, !result.contains(where: { $0.validation == name }) { result.append((name, written(name))) }
        return result
    }
}
