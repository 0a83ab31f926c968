import DataModels
import Python

/// FastAPI's `Query(…)`, `Path(…)`, `Header(…)`, `Cookie(…)`, `Body(…)`, `Form(…)` and `File(…)`.
final class ParameterInfo: FieldInfo {
    /// Where the value comes from; FastAPI's `ParamTypes`, with body and form.
    enum Place: String { case path, query, header, cookie, body, form, file }

    var place = Place.query
    var convertsUnderscores = true
    var embeds = false

    override func copy() -> FieldInfo {
        let made = ParameterInfo(type: instanceType)
        made.takeAll(from: self)
        made.place = place
        made.convertsUnderscores = convertsUnderscores
        made.embeds = embeds
        return made
    }

    /// Takes over what another field in the same `Annotated` says (FastAPI 0.165.0 _compat/v2.py `copy_field_info`).
    func takeAttributes(of other: FieldInfo) {
        if other.alias != nil || other.validationAlias != nil { validationAlias = other.validationAlias }
        alias = other.alias ?? alias
        defaultValue = other.defaultValue ?? defaultValue
        defaultFactory = other.defaultFactory ?? defaultFactory
        validatesDefault = other.validatesDefault ?? validatesDefault
    }
}

/// FastAPI's `Depends(…)` and `Security(…)`.
final class DependsObject: PyInstance {
    var dependency: Value = .none
    var usesCache = true
    var scope: String?
    /// The OAuth2 scopes of `Security`.
    var scopes: [String] = []
}

/// The classes behind the markers in signatures.
struct ParameterClasses {
    let infos: [ParameterInfo.Place: PyType]
    let depends: PyType

    init(_ machine: Machine) throws {
        guard let base = PydanticTypes.of(machine)?.fieldInfo else {
            throw machine.error("ImportError", "cannot import name 'FieldInfo' from 'pydantic.fields'")
        }
        let names: [(ParameterInfo.Place, String)] = [
            (.path, "Path"), (.query, "Query"), (.header, "Header"), (.cookie, "Cookie"), (.body, "Body"), (.form, "Form"), (.file, "File"),
        ]
        var made: [ParameterInfo.Place: PyType] = [:]
        for (place, name) in names {
            let type = try machine.types.make(name, module: "fastapi.params", bases: [base])
            type.allocates { ParameterInfo(type: $0) }
            type.method("__repr__", "self") { machine, a in
                .string("\(machine.typeName(a[0]))(\(try machine.str(try machine.attribute(a[0], "default"))))")
            }
            made[place] = type
        }
        infos = made
        depends = try machine.types.make("Depends", module: "fastapi.params")
        depends.allocates { DependsObject(type: $0) }
    }

    /// A marker of a place without anything said.
    func info(_ place: ParameterInfo.Place) -> ParameterInfo? {
        guard let type = infos[place] else { return nil }
        let info = ParameterInfo(type: type)
        info.place = place
        return info
    }

    /// The functions `Query`, `Depends`, … of the module `fastapi`.
    func functions(_ machine: Machine) -> [(name: String, value: Value)] {
        var result: [(name: String, value: Value)] = []
        for (place, type) in infos {
            let function = machine.native(type.name, "default?, **settings") { machine, a in
                guard let info = self.info(place) else { return .none }
                if let unknown = a.dict(1).first(where: { !Self.isKeyword($0.name, of: place) }) {
                    throw machine.error("TypeError", "\(type.name)() got an unexpected keyword argument '\(unknown.name)'")
                }
                let isGiven = a.isGiven(0) && !Undefined.isUndefined(a[0])
                if isGiven, place == .path { throw machine.error("AssertionError", "Path parameters cannot have a default value") }
                if isGiven, a.dict(1).contains(where: { $0.name == "default_factory" && !$0.value.isNone }) {
                    throw machine.error("TypeError", "cannot specify both default and default_factory")
                }
                if isGiven { info.defaultValue = a[0] }
                try info.take(a.dict(1), machine)
                for (name, value) in info.extra {
                    if name == "convert_underscores" { info.convertsUnderscores = try machine.isTrue(value) }
                    if name == "embed" { info.embeds = try machine.isTrue(value) }
                }
                return .object(info)
            }
            result.append((type.name, function))
        }
        let depends = machine.native("Depends", "dependency=None, *, use_cache=True, scope=None, max_concurrency=None") { machine, a in
            guard a[3].isNone || a[3].asInt.map({ $0 > 0 }) == true else {
                throw machine.error("ValueError", "max_concurrency must be a positive integer or None")
            }
            return .object(try self.makeDepends(a[0], a[1], a[2], machine))
        }
        let security = machine.native("Security", "dependency=None, *, scopes=None, use_cache=True") { machine, a in
            let made = try self.makeDepends(a[0], a[2], .none, machine)
            made.scopes = a[1].isNone ? [] : try machine.array(a[1]).map { try machine.str($0) }
            return .object(made)
        }
        return result + [("Depends", depends), ("Security", security)]
    }

    /// The keywords that all of them take (FastAPI 0.165.0 param_functions.py).
    private static let keywords: Set<String> = [
        "default_factory", "alias", "alias_priority", "validation_alias", "serialization_alias", "title", "description", "gt", "ge", "lt",
        "le", "min_length", "max_length", "pattern", "regex", "discriminator", "strict", "validate_default", "union_mode", "fail_fast",
        "multiple_of", "allow_inf_nan", "max_digits", "decimal_places", "examples", "example", "openapi_examples", "deprecated",
        "include_in_schema", "json_schema_extra",
    ]

    private static func isKeyword(_ name: String, of place: ParameterInfo.Place) -> Bool {
        switch name {
        case "convert_underscores": place == .header
        case "embed": place == .body
        case "media_type": place == .body || place == .form || place == .file
        default: keywords.contains(name)
        }
    }

    private func makeDepends(_ dependency: Value, _ cache: Value, _ scope: Value, _ machine: Machine) throws -> DependsObject {
        let made = DependsObject(type: depends)
        made.dependency = dependency
        made.usesCache = try machine.isTrue(cache)
        made.scope = scope.asString
        return made
    }
}
