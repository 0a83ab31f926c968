import Python

/// Markers for `Annotated`.
enum AnnotatedNames {
    static func add(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        let validators: [(String, Schema.FunctionKind)] = [
            ("BeforeValidator", .before), ("AfterValidator", .after), ("PlainValidator", .plain), ("WrapValidator", .wrap),
        ]
        for (name, kind) in validators {
            names[name] = machine.native(name, "func, json_schema_input_type=None") { _, a in
                let marker = FunctionMarker(type: types.functionMarker)
                marker.kind = kind
                marker.function = a[0]
                return .object(marker)
            }
        }
        for (name, kind) in [("PlainSerializer", Schema.FunctionKind.plain), ("WrapSerializer", .wrap)] {
            names[name] = machine.native(name, "func, return_type?, when_used='always'") { _, a in
                let marker = FunctionMarker(type: types.functionMarker)
                marker.isSerializer = true
                marker.kind = kind
                marker.function = a[0]
                marker.condition = a[2].asString ?? "always"
                marker.returnType = a.ifGiven(1)
                return .object(marker)
            }
        }
        addTypeMarkers(names, types, machine)
        for name in [
            "ValidatorFunctionWrapHandler", "SerializerFunctionWrapHandler", "ModelWrapValidatorHandler", "GetCoreSchemaHandler",
            "GetJsonSchemaHandler", "JsonSchemaValue",
        ] { names[name] = .object(PySpecialForm("Any")) }
        names["ModelWrapValidatorHandler"] = .object(types.typeMarker)
        types.typeMarker.classMethod("__class_getitem__", "cls, item") { _, a in a[0] }
        JSONSchemaNames.add(names, types, machine)
    }

    private static func addTypeMarkers(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        let make = { (kind: TypeMarker.Kind, value: Value) -> TypeMarker in
            let marker = TypeMarker(type: types.typeMarker)
            marker.kind = kind
            marker.value = value
            return marker
        }
        names["Strict"] = machine.native("Strict", "strict=True") { _, a in .object(make(.strict, a[0])) }
        names["FailFast"] = machine.native("FailFast", "fail_fast=True") { _, a in .object(make(.failFast, a[0])) }
        names["ValidateAs"] = machine.native("ValidateAs", "from_type, /, instantiation_hook") { _, a in
            let marker = make(.validateAs, a[0])
            marker.hook = a[1]
            return .object(marker)
        }
        names["Tag"] = machine.native("Tag", "tag") { _, a in .object(make(.tag, a[0])) }
        let options = "discriminator, custom_error_type=None, custom_error_message=None, custom_error_context=None"
        names["Discriminator"] = machine.native("Discriminator", options) { machine, a in
            let marker = make(.discriminator, a[0])
            if !a[1].isNone {
                let context = a[3].asDict?.items.map { ($0.key.asString ?? "", $0.value) } ?? []
                var message = a[2].asString ?? ""
                for (name, value) in context { message = message.replacing("{\(name)}", with: try machine.str(value)) }
                marker.customError = (try machine.str(a[1]), message, context)
            }
            return .object(marker)
        }
    }
}
