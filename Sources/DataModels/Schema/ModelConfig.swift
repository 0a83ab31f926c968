import Python

/// What `ConfigDict` says, as far as values depend on it (pydantic.config).
struct ModelConfig {
    var extra = "ignore"
    var fromAttributes = false
    var byName = false
    var byAlias = true
    /// Whether output has aliases where a call does not say.
    var serializesByAlias = false
    var stringRules = StringRules()
    var usesEnumValues = false
    var isFrozen = false
    var validatesAssignment = false
    var validatesDefault = false
    var isStrict = false
    var allowsArbitraryTypes = false
    var allowsInfinity = true
    var hidesInput = false
    var locatesByAlias = true
    /// `never`, `always` or `subclass-instances`.
    var revalidates = "never"
    var title: String?
    var aliasGenerator: Value?
    /// `utf8`, `base64` or `hex`, in output and in JSON input.
    var bytesForm = "utf8"
    var bytesInputForm = BytesForm.utf8
    /// `iso8601` or `float`.
    var durationForm = "iso8601"
    /// `iso8601`, `seconds` or `milliseconds`, for everything temporal in JSON; it goes before `durationForm`.
    var temporalForm = "iso8601"
    /// What numbers count that become dates and times.
    var timeUnit = Moment.Unit.infer
    /// `null`, `constants` or `strings`.
    var infinityForm = "null"
    /// Functions that write values of a type into JSON, by type.
    var jsonEncoders: PyDict?
    /// All settings as `model_config` shows them.
    var settings = PyDict()

    /// Takes over the settings of a class; later ones win.
    mutating func take(_ name: String, _ value: Value, _ machine: Machine) throws {
        settings[name] = value
        let flag = { try machine.isTrue(value) }
        switch name {
        case "extra":
            extra = value.asString ?? "ignore"
            guard ["allow", "forbid", "ignore"].contains(extra) || value.isNone else {
                let problem = "Invalid extra_behavior: `\(try machine.str(value))`"
                let outer = SchemaProblem.fieldsOfModel.map { "\($0)\n  SchemaError: " }.joined()
                throw try SchemaProblem.error(outer + problem, machine)
            }
        case "from_attributes": fromAttributes = try flag()
        case "populate_by_name", "validate_by_name": byName = try flag()
        case "validate_by_alias": byAlias = try flag()
        case "serialize_by_alias": serializesByAlias = try flag()
        case "str_strip_whitespace": stringRules.strips = try flag()
        case "str_to_lower": stringRules.toLower = try flag()
        case "str_to_upper": stringRules.toUpper = try flag()
        case "str_min_length": stringRules.minimum = value.asInt == 0 ? nil : value.asInt
        case "str_max_length": stringRules.maximum = value.asInt
        case "regex_engine": stringRules.usesPythonPatterns = value.asString == "python-re"
        case "use_enum_values": usesEnumValues = try flag()
        case "frozen": isFrozen = try flag()
        case "validate_assignment": validatesAssignment = try flag()
        case "validate_default": validatesDefault = try flag()
        case "strict": isStrict = try flag()
        case "arbitrary_types_allowed": allowsArbitraryTypes = try flag()
        case "coerce_numbers_to_str": stringRules.coercesNumbers = try flag()
        case "allow_inf_nan": allowsInfinity = try flag()
        case "hide_input_in_errors": hidesInput = try flag()
        case "loc_by_alias": locatesByAlias = try flag()
        case "revalidate_instances": revalidates = value.asString ?? "never"
        case "json_encoders": jsonEncoders = value.asDict
        case "title": title = value.asString
        case "alias_generator": aliasGenerator = value.isNone ? nil : value
        case "ser_json_bytes": bytesForm = value.asString ?? "utf8"
        case "val_json_bytes": bytesInputForm = value.asString.flatMap(BytesForm.init) ?? .utf8
        case "ser_json_timedelta": durationForm = value.asString ?? "iso8601"
        case "ser_json_temporal": temporalForm = value.asString ?? "iso8601"
        case "val_temporal_unit": timeUnit = value.asString.flatMap(Moment.Unit.init) ?? .infer
        case "ser_json_inf_nan": infinityForm = value.asString ?? "null"
        default: break
        }
    }
}
