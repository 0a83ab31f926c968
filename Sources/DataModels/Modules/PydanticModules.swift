import Python

/// Pydantic as modules that a program imports.
public enum DataModels {
    /// Makes the modules known; each is built at its first import.
    public static func register(in machine: Machine) {
        let modules = machine.modules
        modules.register("pydantic") { try PydanticNames.all($0, module: "pydantic") }
        for name in [
            "main", "fields", "types", "networks", "functional_validators", "functional_serializers", "config", "errors", "aliases",
            "root_model", "type_adapter", "validate_call_decorator", "warnings", "annotated_handlers", "json_schema", "version",
        ] {
            modules.register("pydantic.\(name)") { try PydanticNames.all($0, module: "pydantic.\(name)") }
        }
        WrittenTypes.register(in: machine)
        modules.register("pydantic.alias_generators") { AliasGenerators.module($0) }
        modules.register("pydantic.dataclasses") { try PydanticDataclasses.module($0) }
        modules.register("pydantic_core") { try PydanticNames.core($0, module: "pydantic_core") }
        modules.register("pydantic_core.core_schema") { try PydanticNames.core($0, module: "pydantic_core.core_schema") }
        modules.register("annotated_types") { machine in
            let module = PyModule(name: "annotated_types")
            try ConstraintNames.addAnnotatedTypes(module, machine)
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
        names["RootModel"] = .object(types.rootModel)
        names["FieldInfo"] = .object(types.fieldInfo)
        names["ValidationError"] = .object(types.validationError)
        names["VERSION"] = "2.14.3"
        names["__version__"] = "2.14.3"
        for type in types.userErrors.all + [types.nameEmail, types.byteSize, types.urls.constraintsClass] {
            names[type.name] = .object(type)
        }
        for type in [types.secrets.any, types.secrets.text, types.secrets.bytes] { names[type.name] = .object(type) }
        for type in [types.aliases.path, types.aliases.choices, types.aliases.generator] { names[type.name] = .object(type) }
        for (name, type) in types.urls.all { names[name] = .object(type) }
        for (name, type) in types.placeholders { names[name] = .object(type) }
        names["PydanticOmit"] = types.signals["PydanticOmit"].map { .object($0) }
        for name in ["ValidationInfo", "SerializationInfo", "FieldSerializationInfo"] {
            names[name] = .object(try types.infoType(name, machine))
        }
        addFunctions(names, types, machine)
        DecoratorNames.add(names, types, machine)
        AnnotatedNames.add(names, types, machine)
        try ConstraintNames.add(names, types, machine)
        names["TypeAdapter"] = .object(try TypeAdapterClass.make(machine))
        names["GetPydanticSchema"] = .object(try SchemaMarkerClass.make(machine))
        names["create_model"] = CreateModel.function(types, machine)
        names["validate_call"] = ValidatedCall.decorator(machine)
        try EarlierNames.add(names, machine)
        LateNames.add(names, types, of: name, machine)
        if name == "pydantic" { names["dataclasses"] = .object(try machine.imported("pydantic.dataclasses")) }
        return module
    }

    private static func addFunctions(_ names: PyDict, _ types: PydanticTypes, _ machine: Machine) {
        names["ConfigDict"] = machine.native("ConfigDict", "**settings") { _, a in
            let dict = PyDict()
            for (name, value) in a.dict(0) { dict[name] = value }
            return .dict(dict)
        }
        names["Field"] = machine.native("Field", "default?, **settings") { machine, a in
            let field = FieldInfo(type: types.fieldInfo)
            if a.isGiven(0), !Undefined.isUndefined(a[0]) { field.defaultValue = a[0] }
            try RemovedKeywords.check(a.dict(1), machine)
            try field.take(a.dict(1), machine)
            return .object(field)
        }
        names["PrivateAttr"] = machine.native("PrivateAttr", "default?, *, default_factory=None, init=False") { machine, a in
            if a.isGiven(0), !a[1].isNone { throw machine.error("TypeError", "cannot specify both default and default_factory") }
            return .object(PrivateAttribute(defaultValue: a.ifGiven(0), factory: a[1].isNone ? nil : a[1]))
        }
        names["with_config"] = machine.native("with_config", "config=None, /, **settings") { machine, a in
            let settings = a[0].asDict?.copy() ?? PyDict()
            for (name, value) in a.dict(1) { settings[name] = value }
            return machine.native("inner", "class_, /") { machine, b in
                b[0].asType?.attributes["__pydantic_config__"] = .dict(settings)
                return b[0]
            }
        }
        names["validate_email"] = machine.native("validate_email", "value") { machine, a in
            switch EmailAddress.parse(try machine.str(a[0])) {
            case .success(let address): return .tuple(PyTuple([.string(address.name), .string(address.address)]))
            case .failure(let problem):
                let reason = Value.string(problem.reason)
                let context = PyDict()
                context["reason"] = reason
                let made = try machine.call(
                    .object(types.customError), "value_error", "value is not a valid email address: {reason}", .dict(context))
                if let exception = made.asException { throw PyError(exception) }
                return .none
            }
        }
    }

    /// `pydantic_core`.
    static func core(_ machine: Machine, module name: String) throws -> PyModule {
        let types = try PydanticTypes.required(machine)
        let module = PyModule(name: name)
        let names = module.namespace
        names["PydanticUndefined"] = types.undefined
        names["__version__"] = "2.47.0"
        for type in [types.customError, types.knownError, types.validationError, types.zones.type, types.argumentsValue] {
            names[type.name] = .object(type)
        }
        names["PydanticUndefinedType"] = .object(machine.type(of: types.undefined))
        for (name, type) in types.signals { names[name] = .object(type) }
        for name in ["ValidationInfo", "SerializationInfo", "FieldSerializationInfo"] {
            names[name] = .object(try types.infoType(name, machine))
        }
        for name in ["Url", "MultiHostUrl"] { names[name] = types.urls.all.first.map { .object($0.type) } }
        for name in ["ValidatorFunctionWrapHandler", "SerializerFunctionWrapHandler", "CoreSchema"] {
            names[name] = .object(PySpecialForm("Any"))
        }
        for name in ["ErrorDetails", "InitErrorDetails"] {
            names[name] = machine.native(name, "**fields") { _, a in
                let dict = PyDict()
                for (key, value) in a.dict(0) { dict[key] = value }
                return .dict(dict)
            }
        }
        if name == "pydantic_core.core_schema" {
            CoreSchemaModule.add(names, machine)
        } else {
            names["core_schema"] = .object(try machine.modules.module("pydantic_core.core_schema", machine) ?? module)
        }
        names["from_json"] = machine.native("from_json", "data, *, allow_inf_nan=True, cache_strings='all', allow_partial=False") {
            machine, a in
            do throws(JSONProblem) {
                return try JSONInput.value(of: a[0].asStr?.utf8 ?? a[0].asBytes?.bytes ?? [])
            } catch {
                throw machine.error("ValueError", error.text)
            }
        }
        let options =
            "inf_nan_mode='constants', serialize_unknown=False, fallback=None, by_alias=True, exclude_none=False, round_trip=False"
        names["to_json"] = machine.native("to_json", "value, *, indent=None, ensure_ascii=False, \(options)") { machine, a in
            var options = try Self.options(a, from: 3, machine)
            options.isText = true
            let plain = try Serializer(machine: machine, options: options).inferred(a[0])
            return .object(
                PyBytes(try JSONLayout.bytes(plain, indent: a[1].asInt, ensuresASCII: try machine.isTrue(a[2]), machine)))
        }
        names["to_jsonable_python"] = machine.native("to_jsonable_python", "value, *, \(options)") { machine, a in
            try Serializer(machine: machine, options: try Self.options(a, from: 1, machine)).inferred(a[0])
        }
        return module
    }

    private static func options(_ a: BoundArguments, from first: Int, _ machine: Machine) throws -> SerializationOptions {
        var options = SerializationOptions()
        options.infinityForm = a[first].asString
        options.fallback = a[first + 2].isNone ? nil : a[first + 2]
        if try machine.isTrue(a[first + 1]) {
            options.fallback = machine.native("str", "value, /") { machine, b in .string(try machine.str(b[0])) }
        }
        options.byAlias = try machine.isTrue(a[first + 3])
        options.excludeNone = try machine.isTrue(a[first + 4])
        return options
    }
}
