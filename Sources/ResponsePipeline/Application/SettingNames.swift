import Python

/// The keywords of `FastAPI(…)` and `APIRouter(…)`; any other one is an error of the declaration (FastAPI 0.165.0 applications.py, routing.py).
enum SettingNames {
    private static let shared: Set<String> = [
        "routes", "dependencies", "default_response_class", "redirect_slashes", "on_startup", "on_shutdown", "lifespan", "responses",
        "callbacks", "deprecated", "include_in_schema", "generate_unique_id_function", "strict_content_type", "max_body_size",
        "form_limits",
    ]
    /// Those of `FastAPI`.
    static let application = shared.union([
        "telemetry", "debug", "title", "summary", "description", "version", "openapi_url", "openapi_tags", "servers", "docs_url",
        "redoc_url", "swagger_ui_oauth2_redirect_url", "swagger_ui_init_oauth", "middleware", "exception_handlers", "terms_of_service",
        "contact", "license_info", "root_path", "root_path_in_servers", "webhooks", "swagger_ui_parameters",
        "separate_input_output_schemas", "openapi_external_docs",
    ])
    /// Those of `APIRouter`.
    static let router = shared.union(["prefix", "tags", "default", "dependency_overrides_provider", "route_class"])

    /// Raises TypeError for a keyword that is not known.
    static func check(_ settings: [(name: String, value: Value)], _ known: Set<String>, of type: PyType, _ machine: Machine) throws {
        guard let unknown = settings.first(where: { !known.contains($0.name) }) else { return }
        throw machine.error("TypeError", "\(type.name).__init__() got an unexpected keyword argument '\(unknown.name)'")
    }
}
