import Python

/// Markers for `Annotated`.
enum AnnotatedNames {
    static func add(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        types.markers.add(to: names) { $0.hasPrefix("pydantic.") }
        for name in [
            "ValidatorFunctionWrapHandler", "SerializerFunctionWrapHandler", "ModelWrapValidatorHandler", "GetCoreSchemaHandler",
            "GetJsonSchemaHandler", "JsonSchemaValue",
        ] { names[name] = .object(PySpecialForm("Any")) }
        names["ModelWrapValidatorHandler"] = .object(types.typeMarker)
        types.typeMarker.classMethod("__class_getitem__", "cls, item") { _, a in a[0] }
        JSONSchemaNames.add(names, types, machine)
    }
}
