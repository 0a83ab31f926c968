import DataModels
import Python

/// The keywords of a path operation's decorator.
enum RouteSettings {
    /// - Parameter caller: the method that they are given to, for the error about an unknown one.
    static func read(
        _ settings: [(name: String, value: Value)], _ caller: String, _ machine: Machine
    ) throws -> Route.Settings {
        var result = Route.Settings()
        result.given = settings
        for (name, value) in settings where !(value.asObject is DefaultPlaceholder) {
            switch name {
            case "status_code": result.statusCode = value.isNone ? value : value.asInt.map { .int($0) } ?? value
            case "response_class": result.responseClass = value
            case "response_model": result.responseModel = value
            case "dependencies": result.dependencies = value.isNone ? [] : try machine.array(value)
            case "response_model_include": result.options.include = value
            case "response_model_exclude": result.options.exclude = value
            case "response_model_by_alias": result.options.byAlias = try machine.isTrue(value)
            case "response_model_exclude_unset": result.options.excludeUnset = try machine.isTrue(value)
            case "response_model_exclude_defaults": result.options.excludeDefaults = try machine.isTrue(value)
            case "response_model_exclude_none": result.options.excludeNone = try machine.isTrue(value)
            case "name": result.name = value.asString
            case "include_in_schema": result.isInSchema = try machine.isTrue(value)
            case "max_body_size": result.maxBodySize = try BodyLimit.read(value, machine)
            case "strict_content_type": result.isStrict = try machine.isTrue(value)
            case let name where others.contains(name):
                try check(name, value, machine)
                result.others.append((name, value))
            default:
                throw machine.error("TypeError", "\(caller)() got an unexpected keyword argument '\(name)'")
            }
        }
        return result
    }

    /// What FastAPI takes apart when the route is declared.
    private static func check(_ name: String, _ value: Value, _ machine: Machine) throws {
        guard ["tags", "callbacks", "description"].contains(name), try machine.isTrue(value) else { return }
        if name == "description" { _ = try machine.attribute(value, "split") } else { _ = try machine.array(value) }
    }

    /// What a route says together with its own router (FastAPI 0.165.0 routing.py `APIRouter.add_api_route`).
    static func joined(_ settings: Route.Settings, with router: RouterObject, _ machine: Machine) throws -> Route.Settings {
        var result = settings
        let own = { (name: String) in settings.others.last { $0.name == name }?.value ?? .none }
        let set = { (name: String, value: Value) in
            result.given = result.given.filter { $0.name != name } + [(name, value)]
            result.others = result.others.filter { $0.name != name } + [(name, value)]
        }
        let array = { (value: Value) in try machine.isTrue(value) ? try machine.array(value) : [] }
        set("tags", .list(PyList(try array(router.dictionary["tags"] ?? .none) + array(own("tags")))))
        let responses = router.responses?.copy() ?? PyDict()
        for (key, value) in own("responses").asDict?.items ?? [] { try responses.setValue(value, for: key, machine) }
        set("responses", .dict(responses))
        if try !machine.isTrue(own("deprecated")) { set("deprecated", router.dictionary["deprecated"] ?? .none) }
        result.isInSchema = try result.isInSchema && machine.isTrue(router.dictionary["include_in_schema"] ?? true)
        return result
    }

    /// What FastAPI gives for what a decorator does not say and a router may; a route class hands it on.
    private final class DefaultPlaceholder: PyInstance {}

    /// What FastAPI hands to the constructor of a route class, which programs take out of the keywords or change.
    static func constructorKeywords(
        _ given: [(name: String, value: Value)], endpoint: Value, methods: [String], _ machine: Machine
    ) -> [(name: String, value: Value)] {
        let placeholder = Value.object(DefaultPlaceholder(type: machine.types.object))
        let standard: [(name: String, value: Value)] = [
            ("endpoint", endpoint), ("response_model", placeholder), ("status_code", .none), ("tags", .list(PyList())),
            ("dependencies", .list(PyList())), ("summary", .none), ("description", .none), ("response_description", "Successful Response"),
            ("responses", .dict(PyDict())), ("deprecated", .none), ("methods", .list(PyList(methods.map(Value.string)))),
            ("operation_id", .none), ("response_model_include", .none), ("response_model_exclude", .none),
            ("response_model_by_alias", true),
            ("response_model_exclude_unset", false), ("response_model_exclude_defaults", false), ("response_model_exclude_none", false),
            ("include_in_schema", true), ("response_class", placeholder), ("name", .none), ("callbacks", .list(PyList())),
            ("openapi_extra", .none), ("generate_unique_id_function", placeholder), ("strict_content_type", placeholder),
            ("max_body_size", .none),
        ]
        return standard.map { each in given.last { $0.name == each.name } ?? each }
    }

    /// What a route says about itself without any effect on its answers.
    private static let others: Set<String> = [
        "tags", "summary", "description", "response_description", "responses", "deprecated", "operation_id", "callbacks", "openapi_extra",
        "generate_unique_id_function", "form_limits", "route_class_override",
    ]
}
