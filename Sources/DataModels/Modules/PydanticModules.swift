import Python

/// Pydantic as modules that a program imports.
public enum DataModels {
    /// Makes the modules known; each is built at its first import.
    public static func register(in machine: Machine) {
        let modules = machine.modules
        modules.register("pydantic") { try PydanticNames.all($0, module: "pydantic") }
        for name in ["main", "fields", "types", "networks", "functional_validators", "functional_serializers", "config"] {
            modules.register("pydantic.\(name)") { try PydanticNames.all($0, module: "pydantic.\(name)") }
        }
        modules.register("pydantic.alias_generators") { try PydanticNames.aliasGenerators($0) }
        modules.register("pydantic_core") { machine in
            let types = try PydanticTypes.required(machine)
            let module = PyModule(name: "pydantic_core")
            module.namespace["PydanticUndefined"] = types.undefined
            module.namespace["PydanticCustomError"] = .object(types.customError)
            module.namespace["ValidationError"] = .object(types.validationError)
            return module
        }
        modules.register("annotated_types") { machine in
            let module = PyModule(name: "annotated_types")
            try PydanticNames.addConstraints(module, machine)
            return module
        }
    }
}

/// What stands in Pydantic's namespaces.
enum PydanticNames {
    static func all(_ machine: Machine, module name: String) throws -> PyModule {
        let types = try PydanticTypes.required(machine)
        let module = PyModule(name: name)
        let names = module.namespace
        names["BaseModel"] = .object(types.baseModel)
        names["FieldInfo"] = .object(types.fieldInfo)
        names["ValidationError"] = .object(types.validationError)
        names["SecretStr"] = .object(types.secret)
        names["EmailStr"] = .object(types.email)
        names["ConfigDict"] = machine.native("ConfigDict", "**settings") { _, a in
            let dict = PyDict()
            for (name, value) in a.dict(0) { dict[name] = value }
            return .dict(dict)
        }
        names["Field"] = machine.native("Field", "default?, **settings") { machine, a in
            let field = FieldInfo(type: types.fieldInfo)
            if a.isGiven(0), !Undefined.isUndefined(a[0]) { field.defaultValue = a[0] }
            try field.take(a.dict(1), machine)
            return .object(field)
        }
        names["PrivateAttr"] = machine.native("PrivateAttr", "default=None, *, default_factory=None") { machine, a in
            a[1].isNone ? a[0] : try machine.call(a[1])
        }
        try addRootModel(names, types, machine)
        DecoratorNames.add(names, types, machine)
        AnnotatedNames.add(names, types, machine)
        return module
    }

    private static func addRootModel(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) throws {
        let root = try PyType("RootModel", module: "pydantic.root_model", bases: [types.baseModel])
        root.method("__init__", "self, root?, **data") { machine, a in
            let model = try BaseModelClass.instance(a[0], machine)
            guard let definition = ModelDefinition.of(model.instanceType) else { return .none }
            let data = PyDict()
            if a.isGiven(1) { data["root"] = a[1] }
            for (name, value) in a.dict(2) { data[name] = value }
            var errors: [ErrorDetail] = []
            let made = try ModelValidator(Validator(machine)).fill(model, definition, .dict(data), [], &errors)
            if made == nil || !errors.isEmpty { throw ValidationFailure.error(errors, title: model.instanceType.name, machine) }
            return .none
        }
        root.classMethod("__class_getitem__", "cls, params") { machine, a in
            guard let cls = a[0].asType else { return a[0] }
            let made = try PyType(
                "RootModel[\(a[1].asType?.name ?? (try machine.repr(a[1])))]", module: "pydantic.root_model", bases: [cls])
            let annotations = PyDict()
            annotations["root"] = a[1]
            made.attributes["__annotations__"] = .dict(annotations)
            try types.baseModel.didSubclass?(machine, made, Arguments())
            return .object(made)
        }
        names["RootModel"] = .object(root)
    }

    static func addConstraints(_ module: PyModule, _ machine: Machine) throws {
        let types = try PydanticTypes.required(machine)
        let singles = [
            "Gt": "gt", "Ge": "ge", "Lt": "lt", "Le": "le", "MultipleOf": "multiple_of", "MinLen": "min_length", "MaxLen": "max_length",
        ]
        for (name, constraint) in singles {
            module.namespace[name] = machine.native(name, "value") { _, a in
                let marker = ConstraintMarker(type: types.constraintMarker)
                marker.constraints = [(constraint, a[0])]
                return .object(marker)
            }
        }
    }

    static func aliasGenerators(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "pydantic.alias_generators")
        module.namespace["to_camel"] = machine.native("to_camel", "snake") { _, a in
            let pascal = Self.pascal(a[0].asString ?? "")
            return .string(pascal.prefix(1).lowercased() + pascal.dropFirst())
        }
        module.namespace["to_pascal"] = machine.native("to_pascal", "snake") { _, a in .string(Self.pascal(a[0].asString ?? "")) }
        module.namespace["to_snake"] = machine.native("to_snake", "camel") { _, a in
            var out = ""
            for character in a[0].asString ?? "" {
                if character.isUppercase, !out.isEmpty, out.last != "_" { out.append("_") }
                out += character == "-" ? "_" : character.lowercased()
            }
            return .string(out)
        }
        return module
    }

    private static func pascal(_ text: String) -> String {
        text.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined()
    }
}

/// Decorators inside model classes.
enum DecoratorNames {
    static func add(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        let fieldDecorators: [(String, DecoratedFunction.Role, String)] = [
            ("field_validator", .fieldValidator, "after"), ("validator", .fieldValidator, "after"),
            ("field_serializer", .fieldSerializer, "plain"),
        ]
        for (name, role, standard) in fieldDecorators {
            names[name] = machine.native(name, "*fields, mode='\(standard)', **options") { machine, a in
                let fields = a.list(0).compactMap(\.asString)
                var mode = a[1].asString ?? standard
                if a.dict(2).contains(where: { $0.name == "pre" && $0.value.asBool == true }) { mode = "before" }
                return machine.native(name, "function, /") { _, b in
                    .object(DecoratedFunction(role, fields: fields, mode: mode, original: b[0]))
                }
            }
        }
        for (name, role) in [("model_validator", DecoratedFunction.Role.modelValidator), ("model_serializer", .modelSerializer)] {
            names[name] = machine.native(name, "function?, /, *, mode='plain', **options") { machine, a in
                let mode = a[1].asString ?? "plain"
                if a.isGiven(0) { return .object(DecoratedFunction(role, fields: [], mode: mode, original: a[0])) }
                return machine.native(name, "function, /") { _, b in
                    .object(DecoratedFunction(role, fields: [], mode: mode, original: b[0]))
                }
            }
        }
        names["computed_field"] = machine.native("computed_field", "function?, /, **options") { machine, a in
            let alias = a.dict(1).first { $0.name == "alias" }?.value.asString
            let mark = { (value: Value) -> Value in
                let made = DecoratedFunction(.computedField, fields: [], mode: "", original: value)
                made.alias = alias
                return .object(made)
            }
            return a.isGiven(0) ? mark(a[0]) : machine.native("computed_field", "function, /") { _, b in mark(b[0]) }
        }
    }
}

/// Markers for `Annotated`, and types that are such annotations.
enum AnnotatedNames {
    static func add(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        let validators: [(String, Schema.FunctionKind)] = [
            ("BeforeValidator", .before), ("AfterValidator", .after), ("PlainValidator", .plain), ("WrapValidator", .wrap),
        ]
        for (name, kind) in validators {
            names[name] = machine.native(name, "func, **options") { _, a in
                let marker = FunctionMarker(type: types.functionMarker)
                marker.kind = kind
                marker.function = a[0]
                return .object(marker)
            }
        }
        names["PlainSerializer"] = machine.native("PlainSerializer", "func, **options") { _, a in
            let marker = FunctionMarker(type: types.functionMarker)
            marker.isSerializer = true
            marker.function = a[0]
            return .object(marker)
        }
        names["StringConstraints"] = machine.native("StringConstraints", "**options") { _, a in
            let marker = ConstraintMarker(type: types.constraintMarker)
            marker.constraints = a.dict(0)
            return .object(marker)
        }
        let annotated = Value.object(PySpecialForm("Annotated"))
        let constrained = { (base: PyType, constraints: [(name: String, value: Value)]) -> Value in
            let marker = ConstraintMarker(type: types.constraintMarker)
            marker.constraints = constraints
            return .object(PyGenericAlias(origin: annotated, arguments: [.object(base), .object(marker)]))
        }
        let int = machine.types.int, float = machine.types.float
        names["PositiveInt"] = constrained(int, [("gt", 0)])
        names["NonNegativeInt"] = constrained(int, [("ge", 0)])
        names["NegativeInt"] = constrained(int, [("lt", 0)])
        names["NonPositiveInt"] = constrained(int, [("le", 0)])
        names["PositiveFloat"] = constrained(float, [("gt", 0)])
        names["NonNegativeFloat"] = constrained(float, [("ge", 0)])
        names["StrictInt"] = constrained(int, [("strict", true)])
        names["StrictStr"] = constrained(machine.types.str, [("strict", true)])
        names["StrictBool"] = constrained(machine.types.bool, [("strict", true)])
        for (name, base) in [("conint", int), ("confloat", float), ("constr", machine.types.str), ("conlist", machine.types.list)] {
            names[name] = machine.native(name, "item?, **constraints") { _, a in
                if name == "conlist", a.isGiven(0) {
                    let list = PyGenericAlias(origin: .object(base), arguments: [a[0]])
                    let marker = ConstraintMarker(type: types.constraintMarker)
                    marker.constraints = a.dict(1)
                    return .object(PyGenericAlias(origin: annotated, arguments: [.object(list), .object(marker)]))
                }
                return constrained(base, a.dict(1))
            }
        }
    }
}
