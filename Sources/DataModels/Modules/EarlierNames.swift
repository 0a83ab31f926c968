import Python

/// Names of Pydantic 1 that Pydantic 2 still has, and the classes of its warnings (pydantic.deprecated, pydantic.warnings).
enum EarlierNames {
    static func add(_ names: PyDict, _ machine: Machine) throws {
        let extra = try machine.types.make("Extra", module: "pydantic.deprecated.config")
        for name in ["allow", "ignore", "forbid"] { extra.constant(name, .string(name)) }
        names["Extra"] = .object(extra)
        names["parse_obj_as"] = machine.native("parse_obj_as", "type_, obj, type_name=None") { machine, a in
            let adapter = try machine.call(try machine.imported("pydantic", "TypeAdapter"), a[0])
            return try machine.call(try machine.attribute(adapter, "validate_python"), a[1])
        }
        let skip = try machine.types.make("SkipJsonSchema", module: "pydantic.json_schema")
        skip.classMethod("__class_getitem__", "cls, item, /") { machine, a in
            let marker = try machine.call(a[0])
            return .object(
                PyGenericAlias(origin: .object(PySpecialForm("Annotated")), arguments: [a[1], marker], typingName: "Annotated"))
        }
        names["SkipJsonSchema"] = .object(skip)
        try addWarnings(names, machine)
    }

    private static func addWarnings(_ names: PyDict, _ machine: Machine) throws {
        let types = machine.types
        let base = try types.make("PydanticDeprecationWarning", module: "pydantic.warnings", bases: [types.exception("DeprecationWarning")])
        names[base.name] = .object(base)
        for version in ["20", "26", "29", "210", "211", "212", "214"] {
            let type = try types.make("PydanticDeprecatedSince\(version)", module: base.module, bases: [base])
            names[type.name] = .object(type)
        }
        for (name, parent) in [("PydanticExperimentalWarning", "Warning"), ("ArbitraryTypeWarning", "UserWarning")] {
            names[name] = .object(try types.make(name, module: base.module, bases: [types.exception(parent)]))
        }
    }
}
