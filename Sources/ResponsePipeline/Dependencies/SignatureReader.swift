import DataModels
import Python

/// Reads what a callable's parameters ask for (FastAPI 0.165.0 dependencies/utils.py `get_dependant`, `analyze_param`).
struct SignatureReader {
    let machine: Machine
    let classes: ParameterClasses
    let framework: FrameworkClasses

    /// The dependant of a callable whose path has those parameters.
    func dependant(
        _ call: Value, name: String? = nil, pathNames: Set<String>, usesCache: Bool = true, scope: String? = nil
    ) throws -> Dependant {
        let dependant = Dependant(call: call, name: name, usesCache: usesCache, scope: scope)
        for parameter in try Self.parameters(of: call, machine) {
            try read(parameter, of: call, pathNames: pathNames, into: dependant)
        }
        return dependant
    }

    /// The parameters of a function, of a class's `__init__`, of an instance's `__call__`, without `self`.
    static func parameters(of call: Value, _ machine: Machine) throws -> [PyFunction.Parameter] {
        switch call.asObject {
        case let function as PyFunction: return function.parameters
        case let method as PyBoundMethod: return Array(try parameters(of: method.function, machine).dropFirst())
        case let type as PyType:
            guard let initializer = type.lookup("__init__")?.asObject as? PyFunction else { return [] }
            return Array(initializer.parameters.dropFirst())
        case let instance as PyInstance:
            guard let method = instance.instanceType.lookup("__call__")?.asObject as? PyFunction else { return [] }
            return Array(method.parameters.dropFirst())
        default: return []
        }
    }

    /// The global names in which a callable's annotations are looked up.
    static func globals(of call: Value) -> PyDict? {
        switch call.asObject {
        case let function as PyFunction: function.globals
        case let method as PyBoundMethod: globals(of: method.function)
        case let type as PyType: (type.lookup("__init__")?.asObject as? PyFunction)?.globals
        case let instance as PyInstance: (instance.instanceType.lookup("__call__")?.asObject as? PyFunction)?.globals
        default: nil
        }
    }

    private func read(
        _ parameter: PyFunction.Parameter, of call: Value, pathNames: Set<String>, into dependant: Dependant
    ) throws {
        let globals = Self.globals(of: call)
        var annotation = parameter.annotation
        if let text = annotation?.asString { annotation = try machine.evaluate(text, in: globals ?? PyDict()) }
        var type = annotation
        var markers: [Value] = []
        if let alias = annotation?.asObject as? PyGenericAlias, (alias.origin.asObject as? PySpecialForm)?.name == "Annotated" {
            type = alias.arguments.first
            markers = Array(alias.arguments.dropFirst())
        }
        var depends = markers.last { $0.asObject is DependsObject || $0.asObject is ParameterInfo }?.asObject as? DependsObject
        var info = (markers.last { $0.asObject is DependsObject || $0.asObject is ParameterInfo }?.asObject as? ParameterInfo)
            .flatMap { $0.copy() as? ParameterInfo }
        let isPath = pathNames.contains(parameter.name)
        if let info {
            guard info.defaultValue == nil else {
                throw machine.error(
                    "AssertionError",
                    "`\(info.instanceType.name)` default value cannot be set in `Annotated` for '\(parameter.name)'. "
                        + "Set the default value with `=` instead.")
            }
            if parameter.defaultValue != nil, isPath { throw machine.error("AssertionError", "Path parameters cannot have default values") }
            info.defaultValue = parameter.defaultValue
        }
        if let value = parameter.defaultValue?.asObject as? DependsObject { depends = value }
        if let value = parameter.defaultValue?.asObject as? ParameterInfo { info = value.copy() as? ParameterInfo }
        if let depends { return try add(depends, type, parameter, pathNames, to: dependant) }
        if info == nil, let type, takeSpecial(type, parameter.name, dependant) { return }
        try addField(info, type: type, annotation: annotation, parameter, isPath: isPath, globals: globals, to: dependant)
    }

    private func add(
        _ depends: DependsObject, _ type: Value?, _ parameter: PyFunction.Parameter, _ pathNames: Set<String>, to dependant: Dependant
    ) throws {
        let call = depends.dependency.isNone ? type ?? .none : depends.dependency
        let inner = try self.dependant(
            call, name: parameter.name, pathNames: pathNames, usesCache: depends.usesCache, scope: depends.scope)
        dependant.dependencies.append(inner)
    }

    /// `Request`, `Response` and the like are handed over, not read.
    private func takeSpecial(_ annotation: Value, _ name: String, _ dependant: Dependant) -> Bool {
        guard let type = annotation.asType else { return false }
        if type.isSubtype(of: framework.httpConnection) {
            dependant.requestName = name
        } else if type.isSubtype(of: framework.responses.response) {
            dependant.responseName = name
        } else if type.isSubtype(of: framework.backgroundTasks) {
            dependant.backgroundName = name
        } else if type === framework.securityScopes {
            dependant.securityScopesName = name
        } else {
            return false
        }
        return true
    }

    private func addField(
        _ given: ParameterInfo?, type: Value?, annotation: Value?, _ parameter: PyFunction.Parameter, isPath: Bool, globals: PyDict?,
        to dependant: Dependant
    ) throws {
        let adapter = try adapter(annotation, given, globals)
        let info: ParameterInfo
        if let given {
            info = given
        } else {
            let place: ParameterInfo.Place = isPath ? .path : adapter.isScalar ? .query : .body
            guard let made = classes.info(place) else { return }
            if !isPath { made.defaultValue = parameter.defaultValue }
            info = made
        }
        if isPath, info.place != .path {
            throw machine.error("AssertionError", "Cannot use `\(info.instanceType.name)` for path param '\(parameter.name)'")
        }
        if let value = info.defaultValue, Undefined.isUndefined(value) { info.defaultValue = nil }
        var alias = (info.validationAlias ?? info.alias)?.asString ?? parameter.name
        if info.place == .header, info.alias == nil, info.validationAlias == nil, info.convertsUnderscores {
            alias = parameter.name.replacing("_", with: "-")
        }
        if info.place == .query, !adapter.isScalar, !adapter.isSequence, adapter.modelType == nil {
            throw machine.error("AssertionError", "Query parameter '\(parameter.name)' must be one of the supported types")
        }
        let field = Dependant.Field(name: parameter.name, alias: alias, info: info, adapter: adapter)
        switch info.place {
        case .path: dependant.path.append(field)
        case .query: dependant.query.append(field)
        case .header: dependant.header.append(field)
        case .cookie: dependant.cookie.append(field)
        case .body, .form, .file: dependant.body.append(field)
        }
    }

    private func adapter(_ annotation: Value?, _ info: ParameterInfo?, _ globals: PyDict?) throws -> TypeAdapter {
        do {
            let any = Value.object(PySpecialForm("Any"))
            return try TypeAdapter(annotation ?? any, constraints: info?.constraints ?? [], globals: globals, machine)
        } catch let problem as TypeAdapter.UnsupportedAnnotation {
            throw try Self.invalidField(problem.annotation, machine)
        }
    }

    /// FastAPI's complaint about an annotation that is no Pydantic type.
    static func invalidField(_ annotation: Value, _ machine: Machine) throws -> PyError {
        let shown = try machine.repr(annotation)
        return machine.error(
            "FastAPIError",
            "Invalid args for response field! Hint: check that \(shown) is a valid Pydantic field type. If you are using a return type "
                + "annotation that is not a valid Pydantic field (e.g. Union[Response, dict, None]) you can disable generating the response "
                + "model from the type annotation with the path operation decorator parameter response_model=None. Read more: "
                + "https://fastapi.tiangolo.com/tutorial/response-model/")
    }
}
