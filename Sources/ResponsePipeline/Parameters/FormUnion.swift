import DataModels
import Python

/// A form parameter that is one of several models (FastAPI 0.165.0 dependencies/utils.py `_get_form_union_models`,
/// `_add_form_union_validators`).
struct FormUnion {
    /// The members as they are written, `None` left out.
    private let choices: [Value]
    /// The models behind them.
    let models: [PyType]
    /// Whether it may be left out.
    let isOptional: Bool
    private let union: PyUnion

    /// Nil where an annotation is no union of at least two models.
    init?(_ annotation: Value, _ machine: Machine) {
        guard let union = annotation.asObject as? PyUnion else { return nil }
        let isNone = { (value: Value) in value.isNone || value.asType === machine.types.none }
        let choices = union.members.filter { !isNone($0) }
        let models = choices.compactMap { choice -> PyType? in
            let alias = choice.asObject as? PyGenericAlias
            let type = alias?.isForm("Annotated") == true ? alias?.arguments.first?.asType : choice.asType
            return type.flatMap { ModelDefinition.of($0) == nil ? nil : $0 }
        }
        guard models.count > 1, models.count == choices.count else { return nil }
        self.union = union
        self.choices = choices
        self.models = models
        isOptional = choices.count < union.members.count
    }

    /// The union with members that read the form's values as their own fields ask for them.
    func prepared(_ info: ParameterInfo, _ machine: Machine) throws -> Value {
        let before = try machine.imported("pydantic", "BeforeValidator")
        let tag = try machine.imported("pydantic", "Tag")
        var members: [Value] = []
        for (choice, model) in zip(choices, models) {
            let wanted = try self.wanted(of: model, info, machine)
            let read = machine.native("_normalize_form_model", "value, /") { _, a in
                guard let given = a[0].asDict else { return a[0] }
                var pairs: [(name: String, value: String)] = []
                for (key, value) in given.items {
                    for item in value.asList?.elements ?? [value] { pairs.append((key.asString ?? "", item.asString ?? "")) }
                }
                return .dict(FormFields(pairs: pairs).input(wanted))
            }
            let alias = choice.asObject as? PyGenericAlias
            let written = alias?.isForm("Annotated") == true ? alias?.arguments ?? [choice] : [choice]
            let marks = [try machine.call(before, read), try machine.call(tag, .string(model.name))]
            members.append(
                .object(PyGenericAlias(origin: .object(PySpecialForm("Annotated")), arguments: written + marks, typingName: "Annotated")))
        }
        if isOptional { members.append(.object(machine.types.none)) }
        return .object(PyUnion(members: members, isTyping: union.isTyping))
    }

    /// The values of a form for the union; nil where it may be left out and nothing of it is there.
    func input(_ form: FormFields, _ info: ParameterInfo, _ machine: Machine) throws -> Value? {
        if isOptional {
            let isGiven = try models.contains { model in
                let names = Set(try wanted(of: model, info, machine).flatMap(\.aliases))
                return form.contains(anyOf: names) || (TypeAdapter.readsExtras(model) && !form.pairs.isEmpty)
            }
            if !isGiven { return nil }
        }
        return .dict(form.input([]))
    }

    private func wanted(of model: PyType, _ info: ParameterInfo, _ machine: Machine) throws -> [FormFields.Wanted] {
        let adapter = try TypeAdapter(.object(model), constraints: [], globals: nil, machine)
        let field = Dependant.Field(name: model.name, aliases: [model.name], info: info, adapter: adapter)
        return try ParameterGroup(field: field, model: model, machine: machine).wanted()
    }
}
