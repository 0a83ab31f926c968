import Python

/// Keywords of `Field` that Pydantic 1 had.
enum RemovedKeywords {
    private static let messages = [
        "const": "`const` is removed, use `Literal` instead",
        "unique_items": "`unique_items` is removed, use `Set` instead"
            + "(this feature is discussed in https://github.com/pydantic/pydantic-core/issues/296)",
        "allow_mutation": "`allow_mutation` is removed, use `frozen` instead", "regex": "`regex` is removed. use `pattern` instead",
    ]

    static func check(_ keywords: [(name: String, value: Value)], _ machine: Machine) throws {
        for (name, value) in keywords where !value.isNone {
            if let message = messages[name] {
                throw try PydanticTypes.required(machine).userErrors.error(message, code: "removed-kwargs", machine)
            }
        }
    }
}

/// Names that a module of Pydantic makes or refuses as they are asked for (pydantic._migration `getattr_migration`).
enum LateNames {
    private static let removed: Set<String> = [
        "ConstrainedBytes", "ConstrainedDate", "ConstrainedDecimal", "ConstrainedFloat", "ConstrainedFrozenSet", "ConstrainedInt",
        "ConstrainedList", "ConstrainedSet", "ConstrainedStr", "JsonWrapper", "NoneBytes", "NoneStr", "NoneStrBytes", "Protocol",
        "Required", "StrBytes", "compiled", "create_model_from_namedtuple", "create_model_from_typeddict", "parse_file_as",
        "parse_raw_as", "stricturl",
    ]

    static func add(_ names: PyDict, _ types: PydanticTypes, of module: String, _ machine: Machine) {
        names["__getattr__"] = machine.native("wrapper", "name, /") { machine, a in
            let asked = a[0].asString ?? ""
            let name = asked == "PyObject" ? "ImportString" : asked
            if let written = try WrittenTypes.named(name, machine) {
                names[asked] = written
                return written
            }
            if module == "pydantic" { try refuse(name, types, machine) }
            throw machine.error("AttributeError", "module '\(module)' has no attribute '\(name)'")
        }
    }

    private static func refuse(_ name: String, _ types: PydanticTypes, _ machine: Machine) throws {
        if name == "BaseSettings" {
            let place = "https://pydantic.dev/docs/validation/2.14/migration/#basesettings-has-moved-to-pydantic-settings"
            let message = "`BaseSettings` has been moved to the `pydantic-settings` package. See \(place) for more details."
            throw types.userErrors.importing(message, machine)
        }
        if removed.contains(name) { throw types.userErrors.importing("`pydantic:\(name)` has been removed in V2.", machine) }
    }
}
