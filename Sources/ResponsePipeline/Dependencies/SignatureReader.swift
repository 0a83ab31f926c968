import DataModels
import Python

/// Reads what a callable's parameters ask for (FastAPI 0.165.0 dependencies/utils.py `get_dependant`, `analyze_param`).
struct SignatureReader {
    let machine: Machine
    let classes: ParameterClasses
    let framework: FrameworkClasses
    /// How deep dependencies may be nested; Python ends at its recursion limit.
    private static let deepest = 200

    /// The dependant of a callable, with the dependants of its dependencies.
    func dependant(_ call: Value, _ place: Dependant.Place, depth: Int = 0) throws -> Dependant {
        guard depth < Self.deepest else { throw machine.error("RecursionError", "maximum recursion depth exceeded") }
        let signature = try CallSignature(of: call, natives: framework.natives, machine)
        let dependant = Dependant(call, signature.kind, place)
        dependant.isSecurityScheme = call.asInstance?.instanceType.isSubtype(of: framework.securityBase) == true
        for parameter in signature.parameters { try read(parameter, signature, into: dependant, depth) }
        return dependant
    }

    /// What one parameter says about itself.
    private struct Analysis {
        let parameter: CallSignature.Parameter
        /// The whole annotation, `Annotated` included.
        var annotation: Value?
        /// The annotation without `Annotated`.
        var type: Value?
        var depends: DependsObject?
        var info: ParameterInfo?
        let isPath: Bool

        /// What `Annotated` says in the words of `Field(…)` and of markers, in order.
        var fields: [FieldInfo] {
            guard let alias = annotation?.asObject as? PyGenericAlias, alias.isForm("Annotated") else { return [] }
            return alias.arguments.dropFirst().compactMap { $0.asObject as? FieldInfo }
        }

        /// Another type among what `Annotated` says of this one.
        func wrapping(_ type: Value) -> Value {
            guard let alias = annotation?.asObject as? PyGenericAlias, alias.isForm("Annotated") else { return type }
            return .object(
                PyGenericAlias(origin: alias.origin, arguments: [type] + alias.arguments.dropFirst(), typingName: alias.typingName))
        }
    }

    private func read(
        _ parameter: CallSignature.Parameter, _ signature: CallSignature, into dependant: Dependant, _ depth: Int
    ) throws {
        let analysis = try analyze(parameter, signature, dependant.pathNames)
        if let depends = analysis.depends { return try add(depends, analysis, to: dependant, depth) }
        if let type = analysis.type, try takeSpecial(type, analysis, dependant) { return }
        try addField(analysis, to: dependant)
    }

    private func analyze(
        _ parameter: CallSignature.Parameter, _ signature: CallSignature, _ pathNames: Set<String>
    ) throws -> Analysis {
        let annotation = parameter.annotation
        var made = Analysis(parameter: parameter, annotation: annotation, type: annotation, isPath: pathNames.contains(parameter.name))
        if let alias = annotation?.asObject as? PyGenericAlias, (alias.origin.asObject as? PySpecialForm)?.name == "Annotated" {
            made.type = alias.arguments.first
            let marker = alias.arguments.dropFirst().last { $0.asObject is DependsObject || $0.asObject is ParameterInfo }
            made.depends = marker?.asObject as? DependsObject
            if let info = marker?.asObject as? ParameterInfo { made.info = try taken(info, made) }
        }
        try takeDefault(parameter, &made)
        if let type = made.type?.asType, made.depends == nil, made.info != nil, isSpecial(type) {
            throw failure("Cannot specify FastAPI annotation for type \(try machine.repr(.object(type)))")
        }
        return made
    }

    /// A marker in `Annotated`, with the default that stands after `=`.
    private func taken(_ marker: ParameterInfo, _ analysis: Analysis) throws -> ParameterInfo? {
        let info = marker.copy() as? ParameterInfo
        for field in analysis.fields { info?.takeAttributes(of: field) }
        let name = analysis.parameter.name
        guard info?.defaultValue == nil else {
            throw failure(
                "`\(marker.instanceType.name)` default value cannot be set in `Annotated` for '\(name)'. "
                    + "Set the default value with `=` instead.")
        }
        guard let standard = analysis.parameter.defaultValue else { return info }
        if analysis.isPath { throw failure("Path parameters cannot have default values") }
        if !(standard.asObject is DependsObject || standard.asObject is ParameterInfo) { info?.defaultValue = standard }
        return info
    }

    private func takeDefault(_ parameter: CallSignature.Parameter, _ made: inout Analysis) throws {
        if let depends = parameter.defaultValue?.asObject as? DependsObject {
            if made.depends != nil {
                throw failure("Cannot specify `Depends` in `Annotated` and default value together for '\(parameter.name)'")
            }
            if made.info != nil {
                throw failure(
                    "Cannot specify a FastAPI annotation in `Annotated` and `Depends` as a default value together for '\(parameter.name)'")
            }
            made.depends = depends
        } else if let info = parameter.defaultValue?.asObject as? ParameterInfo {
            if made.info != nil {
                throw failure("Cannot specify FastAPI annotations in `Annotated` and default value together for '\(parameter.name)'")
            }
            made.info = info.copy() as? ParameterInfo
            // What else stands in `Annotated` does not count then (`field_info.annotation = type_annotation`).
            made.annotation = try made.type.map { try discriminated($0, by: info.discriminator) }
        }
    }

    /// A type among whose members a name decides, as `Annotated` says it.
    private func discriminated(_ type: Value, by name: Value?) throws -> Value {
        guard let name else { return type }
        let field = try machine.call(
            try machine.imported("pydantic", "Field"), Arguments([], keywords: [("discriminator", name)]))
        return try machine.item(try machine.imported("typing", "Annotated"), .tuple(PyTuple([type, field])))
    }

    private func failure(_ message: String) -> PyError { machine.error("AssertionError", message) }

    // MARK: Dependencies

    private func add(_ depends: DependsObject, _ analysis: Analysis, to dependant: Dependant, _ depth: Int) throws {
        let call = depends.dependency.isNone ? analysis.type ?? .object(PySpecialForm("Any")) : depends.dependency
        guard try machine.isTrue(call) else { throw machine.error(machine.types.exception("AssertionError"), []) }
        try framework.unsupported.check(call, machine)
        if dependant.isGenerator, (dependant.scope ?? "request") == "request", depends.scope == "function" {
            throw machine.error(
                framework.dependencyScopeError,
                [
                    .string(
                        "The dependency \"\(dependant.title)\" has a scope of \"request\", it cannot depend on dependencies with scope "
                            + "\"function\".")
                ])
        }
        let place = Dependant.Place(
            name: analysis.parameter.name, pathNames: dependant.pathNames, usesCache: depends.usesCache, scope: depends.scope,
            ownScopes: depends.scopes, outerScopes: dependant.outerScopes + dependant.ownScopes)
        dependant.dependencies.append(try self.dependant(call, place, depth: depth + 1))
    }

    // MARK: What is handed over

    private func isSpecial(_ type: PyType) -> Bool {
        type.isSubtype(of: framework.httpConnection) || type.isSubtype(of: framework.responses.response)
            || type.isSubtype(of: framework.backgroundTasks) || type.isSubtype(of: framework.securityScopes)
    }

    /// `Request`, `Response` and the like are handed over, not read.
    private func takeSpecial(_ annotation: Value, _ analysis: Analysis, _ dependant: Dependant) throws -> Bool {
        guard let type = annotation.asType else {
            try framework.unsupported.check(annotation, machine)
            return false
        }
        let name = analysis.parameter.name
        if type.isSubtype(of: framework.request) {
            dependant.requestName = name
        } else if type.isSubtype(of: framework.httpConnection) {
            dependant.connectionName = name
        } else if type.isSubtype(of: framework.responses.response) {
            dependant.responseName = name
        } else if type.isSubtype(of: framework.backgroundTasks) {
            dependant.backgroundName = name
        } else if type.isSubtype(of: framework.securityScopes) {
            dependant.securityScopesName = name
        } else {
            try framework.unsupported.check(annotation, machine)
            return false
        }
        return true
    }

    // MARK: Fields

    private func addField(_ analysis: Analysis, to dependant: Dependant) throws {
        let parameter = analysis.parameter
        if let info = analysis.info { try checkAlias(info.validationAlias ?? info.alias ?? .none) }
        let formUnion = analysis.info?.place == .form ? analysis.type.flatMap { FormUnion($0, machine) } : nil
        let annotation = try analysis.info.flatMap { info in try formUnion?.prepared(info, machine) }
        let adapter = try adapter(annotation.map { analysis.wrapping($0) } ?? analysis.annotation, analysis)
        guard let info = try analysis.info ?? inferred(analysis, adapter) else { return }
        if analysis.isPath, info.place != .path {
            throw failure("Cannot use `\(info.instanceType.name)` for path param '\(parameter.name)'")
        }
        // An ellipsis beside a marker in `Annotated` is a default like any other (`field_info.default = value`).
        if let value = info.defaultValue, Undefined.isUndefined(value), analysis.info == nil || !value.isEllipsis {
            info.defaultValue = nil
        }
        let aliases = try aliases(info, parameter.name, analysis.isPath ? dependant.pathNames : [])
        if analysis.isPath, !adapter.isScalar { throw failure("Path params must be of one of the supported types") }
        if info.place == .query, !adapter.isScalar, !adapter.isScalarSequence, adapter.modelType == nil {
            throw failure("Query parameter '\(parameter.name)' must be one of the supported types")
        }
        var field = Dependant.Field(name: parameter.name, aliases: aliases, info: info, adapter: adapter)
        if !info.embeds { field.formUnion = formUnion }
        switch info.place {
        case .path: dependant.path.append(field)
        case .query: dependant.query.append(field)
        case .header: dependant.header.append(field)
        case .cookie: dependant.cookie.append(field)
        case .body, .form, .file: dependant.body.append(field)
        }
    }

    /// FastAPI hands any alias on as `validation_alias` (pydantic/fields.py `Field`).
    private func checkAlias(_ alias: Value) throws {
        let isAlias = alias.isNone || alias.asString != nil || ["AliasChoices", "AliasPath"].contains(machine.typeName(alias))
        guard !isAlias else { return }
        throw machine.error("TypeError", "Invalid `validation_alias` type. it should be `str`, `AliasChoices`, or `AliasPath`")
    }

    /// Where a value without a marker comes from: the path, the query for what one text can say, else the body.
    ///
    /// A sequence that does not say of what counts as one of uploads, so that a form gives it.
    private func inferred(_ analysis: Analysis, _ adapter: TypeAdapter) throws -> ParameterInfo? {
        let isFile = analysis.type.map(UntypedSequence(machine).isOne) ?? false
        let place: ParameterInfo.Place = analysis.isPath ? .path : isFile ? .file : adapter.isScalar ? .query : .body
        let made = classes.info(place)
        for field in analysis.fields { made?.takeAttributes(of: field) }
        made?.defaultValue = analysis.isPath ? nil : analysis.parameter.defaultValue
        if analysis.isPath { made?.defaultFactory = nil }
        return made
    }

    /// The names that the request may have for a parameter; for a path, the one of several that is in it.
    private func aliases(_ info: ParameterInfo, _ name: String, _ pathNames: Set<String>) throws -> [String] {
        if let alias = info.validationAlias?.asString { return [alias] }
        if let choices = info.validationAlias, machine.typeName(choices) == "AliasChoices" {
            let all = try machine.array(try machine.attribute(choices, "choices"))
            let texts = all.compactMap(\.asString)
            if texts.count == all.count, let first = texts.first {
                return pathNames.isEmpty ? texts : [texts.first { pathNames.contains($0) } ?? first]
            }
        }
        if let alias = info.alias?.asString { return [alias] }
        return [info.place == .header && info.convertsUnderscores ? name.replacing("_", with: "-") : name]
    }

    private func adapter(_ annotation: Value?, _ analysis: Analysis) throws -> TypeAdapter {
        let info = analysis.info
        if let annotation { try Self.checkArgument(annotation, machine) }
        do {
            let any = Value.object(PySpecialForm("Any"))
            let constraints = info?.constraints ?? []
            // FastAPI makes the field in a module of its own, where texts inside an annotation find no name of the program.
            let made = try TypeAdapter(annotation ?? any, constraints: constraints, globals: nil, machine)
            if made.isDefined { return made }
            return try TypeAdapter(annotation ?? any, constraints: constraints, field: try field(analysis), globals: nil, machine)
        } catch let problem as TypeAdapter.UnsupportedAnnotation {
            throw try Self.invalidField(annotation ?? .none, for: problem.annotation, framework, machine)
        }
    }

    /// How Pydantic writes the field of a parameter whose annotation is not defined.
    private func field(_ analysis: Analysis) throws -> String {
        let standard = try (analysis.info?.defaultValue ?? analysis.parameter.defaultValue).flatMap { value in
            value.asObject is ParameterInfo || Undefined.isUndefined(value) ? nil : try machine.repr(value)
        }
        let required = standard.map { "required=False, default=\($0)" } ?? "required=True"
        let alias = analysis.info?.alias?.asString ?? analysis.parameter.name
        return "FieldInfo(annotation=NoneType, \(required), alias='\(alias)', alias_priority=2)"
    }

    /// What `Annotated[…]` refuses that FastAPI puts every annotation in (CPython 3.11 typing.py `_type_check`).
    static func checkArgument(_ annotation: Value, _ machine: Machine) throws {
        if annotation.asTuple != nil {
            let shown = String(try machine.repr(annotation).prefix(100))
            throw machine.error("TypeError", "Annotated[t, ...]: t must be a type. Got \(shown).")
        }
        let taken: Set<String> = ["Any", "LiteralString", "NoReturn", "Never", "Self", "TypeAlias", "ClassVar", "Final"]
        guard let form = annotation.asObject as? PySpecialForm, plainForms.contains(form.name), !taken.contains(form.name) else { return }
        throw machine.error("TypeError", "Plain \(try machine.repr(annotation)) is not valid as type argument")
    }

    /// The forms that stand for nothing without brackets.
    private static let plainForms: Set<String> = [
        "Optional", "Union", "Literal", "Annotated", "Concatenate", "TypeGuard", "Unpack", "Required", "NotRequired", "Generic", "Protocol",
    ]

    /// Whether Pydantic makes a schema of such a class, so that it is the playground that cannot.
    private static func isDescribed(_ type: PyType) -> Bool {
        type.lookup("__dataclass_fields__") != nil || type.lookup("_fields") != nil || type.lookup("__total__") != nil
            || type.lookup("__get_pydantic_core_schema__") != nil
    }

    /// FastAPI's complaint about an annotation, because of a part of it that is no Pydantic type.
    static func invalidField(
        _ annotation: Value, for part: Value, _ framework: FrameworkClasses, _ machine: Machine
    ) throws -> PyError {
        if let type = part.asType, Self.isDescribed(type) {
            throw machine.error("PlaygroundLimit", "the annotation \(try machine.repr(part)) is not part of the playground")
        }
        // Pydantic asks what it does not know for its module, which instances have by their class.
        let object = annotation.asObject
        let isForm = object is PySpecialForm || object is PyUnion || object is PyGenericAlias || annotation.asInstance != nil
        if !isForm, try machine.attributeIfPresent(annotation, "__module__") == nil { _ = try machine.attribute(annotation, "__module__") }
        let shown = try annotation.asType == nil ? machine.str(annotation) : machine.repr(part)
        return machine.error(
            framework.fastAPIError,
            [
                .string(
                    "Invalid args for response field! Hint: check that \(shown) is a valid Pydantic field type. If you are using a return type "
                        + "annotation that is not a valid Pydantic field (e.g. Union[Response, dict, None]) you can disable generating the "
                        + "response model from the type annotation with the path operation decorator parameter response_model=None. Read more: "
                        + "https://fastapi.tiangolo.com/tutorial/response-model/")
            ])
    }
}
