import DataModels
import Python

/// The form that a password flow sends (FastAPI 0.165.0 security/oauth2.py `OAuth2PasswordRequestForm`).
enum RequestForms {
    private static let fields = ["grant_type", "username", "password", "scope", "client_id", "client_secret"]

    static func make(_ framework: FrameworkClasses, _ machine: Machine) throws -> [PyType] {
        let module = "fastapi.security.oauth2"
        let form = try machine.types.make("OAuth2PasswordRequestForm", module: module)
        let strict = try machine.types.make("OAuth2PasswordRequestFormStrict", module: module, bases: [form])
        let rest = "username, password, scope='', client_id=None, client_secret=None"
        form.method("__init__", "self, *, grant_type=None, \(rest)") { machine, a in try fill(a, machine) }
        strict.method("__init__", "self, grant_type, \(rest)") { machine, a in try fill(a, machine) }
        for type in [form, strict] {
            let isStrict = type === strict
            let parameters = try fields.map { try parameter($0, isStrict: isStrict, framework, machine) }
            framework.natives.declare("__init__", of: type, .plain, parameters)
        }
        return [form, strict]
    }

    private static func fill(_ a: BoundArguments, _ machine: Machine) throws -> Value {
        for (index, name) in fields.enumerated() {
            let value = a[index + 1]
            if name == "scope" {
                try machine.setAttribute(a[0], "scopes", try machine.call(try machine.attribute(value, "split")))
            } else {
                try machine.setAttribute(a[0], name, value)
            }
        }
        return .none
    }

    /// One field: an optional text, a required one, or the scope, which is empty where it is left out.
    private static func parameter(
        _ name: String, isStrict: Bool, _ framework: FrameworkClasses, _ machine: Machine
    ) throws -> CallSignature.Parameter {
        let marker = framework.parameters.info(.form)
        if name == "grant_type" { try marker?.take([("pattern", "^password$")], machine) }
        let isRequired = name == "username" || name == "password" || isStrict && name == "grant_type"
        let isText = isRequired || name == "scope"
        let text = Value.object(machine.types.str)
        let annotation = isText ? text : try machine.evaluate("str | None", in: PyDict())
        var parameter = CallSignature.Parameter(name: name, kind: .keywordOnly)
        if !isRequired { parameter.defaultValue = name == "scope" ? "" : Value.none }
        parameter.annotation = try machine.item(
            try machine.imported("typing", "Annotated"), .tuple(PyTuple([annotation, marker.map { .object($0) } ?? .none])))
        return parameter
    }
}
