import Python

/// `pydantic_core.core_schema`: functions that write core schemas as dictionaries.
enum CoreSchemaModule {
    /// A function: its name, the `type` of what it makes, what it takes by position and what only by name.
    private typealias Maker = (name: String, type: String, positional: [String], keywords: [String])

    private static let lengths = ["min_length", "max_length", "fail_fast", "strict"]
    private static let bounds = ["multiple_of", "le", "ge", "lt", "gt", "strict"]
    private static let temporal = ["le", "ge", "lt", "gt", "strict", "now_op", "tz_constraint", "microseconds_precision"]

    private static let makers: [Maker] = [
        ("any_schema", "any", [], []), ("none_schema", "none", [], []), ("bool_schema", "bool", [], ["strict"]),
        ("int_schema", "int", [], bounds), ("float_schema", "float", [], bounds + ["allow_inf_nan"]),
        ("decimal_schema", "decimal", [], bounds + ["allow_inf_nan", "max_digits", "decimal_places"]),
        (
            "str_schema", "str", [],
            [
                "pattern", "max_length", "min_length", "strip_whitespace", "to_lower", "to_upper", "regex_engine", "strict",
                "coerce_numbers_to_str",
            ]
        ),
        ("bytes_schema", "bytes", [], ["max_length", "min_length", "strict"]), ("date_schema", "date", [], temporal),
        ("time_schema", "time", [], temporal), ("datetime_schema", "datetime", [], temporal),
        ("timedelta_schema", "timedelta", [], temporal), ("complex_schema", "complex", [], ["strict"]),
        ("uuid_schema", "uuid", [], ["version", "strict"]), ("literal_schema", "literal", ["expected"], []),
        ("enum_schema", "enum", ["cls", "members"], ["sub_type", "missing", "strict"]),
        ("callable_schema", "callable", [], []), ("is_instance_schema", "is-instance", ["cls"], ["cls_repr"]),
        ("is_subclass_schema", "is-subclass", ["cls"], ["cls_repr"]), ("list_schema", "list", ["items_schema"], lengths),
        ("set_schema", "set", ["items_schema"], lengths), ("frozenset_schema", "frozenset", ["items_schema"], lengths),
        ("tuple_schema", "tuple", ["items_schema"], ["variadic_item_index"] + lengths),
        ("dict_schema", "dict", ["keys_schema", "values_schema"], lengths),
        ("generator_schema", "generator", ["items_schema"], ["min_length", "max_length"]),
        ("nullable_schema", "nullable", ["schema"], ["strict"]),
        (
            "union_schema", "union", ["choices"],
            ["auto_collapse", "custom_error_type", "custom_error_message", "custom_error_context", "mode"]
        ),
        (
            "tagged_union_schema", "tagged-union", ["choices", "discriminator"],
            ["custom_error_type", "custom_error_message", "custom_error_context", "strict", "from_attributes"]
        ),
        ("chain_schema", "chain", ["steps"], []),
        ("lax_or_strict_schema", "lax-or-strict", ["lax_schema", "strict_schema"], ["strict"]),
        ("json_or_python_schema", "json-or-python", ["json_schema", "python_schema"], []),
        (
            "with_default_schema", "default", ["schema"],
            ["default", "default_factory", "default_factory_takes_data", "on_error", "validate_default", "copy_default", "strict"]
        ),
        (
            "custom_error_schema", "custom-error", ["schema", "custom_error_type"], ["custom_error_message", "custom_error_context"]
        ),
        ("json_schema", "json", ["schema"], []), ("typed_dict_field", "typed-dict-field", ["schema"], ["required"]),
        ("typed_dict_schema", "typed-dict", ["fields"], ["cls", "cls_name", "strict", "extra_behavior", "total"]),
        ("simple_ser_schema", "", ["type"], []), ("to_string_ser_schema", "to-string", [], ["when_used"]),
        ("format_ser_schema", "format", ["formatting_string"], ["when_used"]),
        (
            "plain_serializer_function_ser_schema", "function-plain", ["function"],
            ["is_field_serializer", "info_arg", "return_schema", "when_used"]
        ),
        (
            "wrap_serializer_function_ser_schema", "function-wrap", ["function"],
            ["is_field_serializer", "info_arg", "schema", "return_schema", "when_used"]
        ),
    ]

    /// Adds the functions to the names of the module.
    static func add(_ names: PyDict, _ machine: Machine) {
        for maker in makers { names[maker.name] = function(maker, machine) }
        names["tuple_positional_schema"] = names["tuple_schema"]
        let variable: Maker = ("tuple_variable_schema", "tuple", ["items_schema"], lengths)
        names["tuple_variable_schema"] = function(variable, machine) { dict in
            dict["items_schema"] = .list(PyList([dict["items_schema"] ?? anything()]))
            dict["variadic_item_index"] = 0
        }
        for mode in ["before", "after", "wrap", "plain"] {
            for takesInfo in [false, true] {
                let name = "\(takesInfo ? "with" : "no")_info_\(mode)_validator_function"
                let maker: Maker = (
                    name, "function-\(mode)", mode == "plain" ? ["function"] : ["function", "schema"],
                    ["field_name", "json_schema_input_schema"]
                )
                names[name] = function(maker, machine) { dict in
                    let inner = PyDict()
                    inner["type"] = takesInfo ? "with-info" : "no-info"
                    inner["function"] = dict["function"] ?? Value.none
                    dict["function"] = .dict(inner)
                }
            }
        }
        for name in ["CoreSchema", "ValidatorFunctionWrapHandler", "SerializerFunctionWrapHandler"] {
            names[name] = .object(PySpecialForm("Any"))
        }
    }

    private static func anything() -> Value {
        let dict = PyDict()
        dict["type"] = "any"
        return .dict(dict)
    }

    /// The function: a dictionary of the arguments that were given.
    private static func function(_ maker: Maker, _ machine: Machine, then finish: @escaping (PyDict) -> Void = { _ in }) -> Value {
        let optional = ["items_schema", "keys_schema", "values_schema", "type"].contains
        let isOptional = { (name: String) in optional(name) || (name == "schema" && maker.type == "json") }
        let keywords = maker.keywords + ["ref", "metadata", "serialization"]
        let signature = maker.positional.map { isOptional($0) ? $0 + "=None" : $0 } + ["*"] + keywords.map { $0 + "?" }
        let parameters = maker.positional + keywords
        return machine.native(maker.name, signature.joined(separator: ", ")) { _, a in
            let dict = PyDict()
            if !maker.type.isEmpty { dict["type"] = .string(maker.type) }
            for (index, name) in parameters.enumerated() where a.isGiven(index) {
                // `None` says nothing but as a default.
                if !a[index].isNone || name == "default" { dict[name] = a[index] }
            }
            finish(dict)
            return .dict(dict)
        }
    }
}
