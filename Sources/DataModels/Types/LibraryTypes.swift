import Python

/// A class of the standard library that makes its values itself: addresses, paths, fractions.
struct ConstructedType: SpecialType {
    let type: PyType
    /// The kind and words of the error for whatever the class refuses.
    let error: (kind: String, message: String)
    let takesTextOnly: Bool
    /// A class whose instances are taken too, as `IPv6Address` for `IPvAnyAddress`.
    var alternative: PyType?

    var name: String {
        if alternative != nil { return "function-plain[_validate()]" }
        let made = type.module == "pathlib" ? "function-after[path_validator(), str]" : "function-after[\(type.name)(), str]"
        let strict = "json-or-python[json=\(made),python=is-instance[\(type.name)]]"
        let words = error.kind + "_validator()"
        return type.module == "pathlib"
            ? "lax-or-strict[lax=union[\(strict),\(made)],strict=\(strict)]"
            : "lax-or-strict[lax=function-plain[\(words)],strict=\(strict)]"
    }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        if machine.isInstance(input, type) || alternative.map({ machine.isInstance(input, $0) }) == true { return input }
        if validator.mode == .python, validator.isStrict, alternative == nil {
            let message = "Input should be an instance of \(type.name)"
            return validator.fail("is_instance_of", message, input, location, &errors, [("class", .string(type.name))])
        }
        if validator.mode == .python { validator.floor(.lax) }
        if validator.isStrict, !takesTextOnly, alternative == nil {
            // The strict way from JSON: the class around a text.
            return try FunctionValidator(validator).validate(.after, .object(type), .str(StringRules()), input, location, &errors)
        }
        if takesTextOnly, validator.isStrict, input.asStr == nil {
            return validator.fail("string_type", "Input should be a valid string", input, location, &errors)
        }
        var source = input
        // Only a call that asks for it has bytes taken for paths.
        if takesTextOnly, validator.forcedStrictness == false, let bytes = input.asBytes { source = .str(PyStr(utf8: bytes.bytes)) }
        if !takesTextOnly || source.asStr != nil {
            for candidate in [type, alternative].compactMap({ $0 }) {
                if let made = try constructed(candidate, source, machine) { return made }
            }
        }
        return validator.fail(error.kind, error.message, input, location, &errors)
    }

    private func constructed(_ candidate: PyType, _ source: Value, _ machine: Machine) throws -> Value? {
        do {
            return try machine.call(.object(candidate), source)
        } catch let raised as PyError where machine.isError(raised, "ValueError") || machine.isError(raised, "TypeError") {
            return nil
        }
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        guard serializer.options.isJSON, !value.isNone else { return nil }
        let isOwn = alternative != nil || serializer.machine.isInstance(value, type)
        return isOwn ? .string(try serializer.machine.str(value)) : nil
    }

    private static let addresses: [(name: String, kind: String, words: String)] = [
        ("IPv4Address", "ip_v4_address", "IPv4 address"), ("IPv4Interface", "ip_v4_interface", "IPv4 interface"),
        ("IPv4Network", "ip_v4_network", "IPv4 network"), ("IPv6Address", "ip_v6_address", "IPv6 address"),
        ("IPv6Interface", "ip_v6_interface", "IPv6 interface"), ("IPv6Network", "ip_v6_network", "IPv6 network"),
    ]

    /// The schema of a class of `ipaddress` or `pathlib`; nil for other classes.
    static func schemaType(of type: PyType, _ machine: Machine) throws -> ConstructedType? {
        if type.module == "ipaddress", let known = addresses.first(where: { $0.name == type.name }) {
            return ConstructedType(type: type, error: (known.kind, "Input is not a valid \(known.words)"), takesTextOnly: false)
        }
        if type.module == "pathlib", type.name.contains("Path") {
            let message = "Input is not a valid path for \(try machine.repr(.object(type)))"
            return ConstructedType(type: type, error: ("path_type", message), takesTextOnly: true)
        }
        return nil
    }

    /// `IPvAnyAddress`, `IPvAnyInterface` and `IPvAnyNetwork`.
    static func anyVersion(_ what: String, _ machine: Machine) throws -> ConstructedType? {
        guard let four = try machine.imported("ipaddress", "IPv4" + what).asType,
            let six = try machine.imported("ipaddress", "IPv6" + what).asType
        else { return nil }
        let word = what.lowercased()
        return ConstructedType(
            type: four, error: ("ip_any_\(word)", "value is not a valid IPv4 or IPv6 \(word)"), takesTextOnly: false, alternative: six)
    }
}

/// `re.Pattern`, of `str`, of `bytes` or of either.
struct PatternType: SpecialType {
    /// `str` or `bytes`, or nil for either.
    let kind: String?

    var name: String { "function-plain[pattern_\(kind ?? "either")_validator()]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        var text = input
        if input.asObject is PyRegexPattern { text = try machine.attribute(input, "pattern") }
        let isText = text.asStr != nil, isBytes = text.asBytes.map { !$0.isMutable } ?? false
        switch kind {
        case "str" where !isText: return validator.fail("pattern_str_type", "Input should be a string pattern", input, location, &errors)
        case "bytes" where !isBytes:
            return validator.fail("pattern_bytes_type", "Input should be a bytes pattern", input, location, &errors)
        default: if !isText, !isBytes { return validator.fail("pattern_type", "Input should be a valid pattern", input, location, &errors) }
        }
        if input.asObject is PyRegexPattern { return input }
        do {
            return try machine.call(try machine.imported("re", "compile"), input)
        } catch is PyError {
            return validator.fail("pattern_regex", "Input should be a valid regular expression", input, location, &errors)
        }
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        serializer.options.isJSON ? try serializer.inferred(try serializer.machine.attribute(value, "pattern")) : nil
    }
}

/// `fractions.Fraction`.
struct FractionType: SpecialType {
    let type: PyType

    var name: String { "fraction" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        if machine.isInstance(input, type) { return input }
        let isTaken = input.asInt != nil || input.asBigInt != nil || input.asStr != nil || input.asObject is PyDecimal
        var isFloat = false
        if case .float = input.unwrapped { isFloat = true }
        if validator.isStrict, validator.mode == .python {
            let message = "Input should be an instance of Fraction"
            return validator.fail("is_instance_of", message, input, location, &errors, [("class", "Fraction")])
        }
        validator.floor(validator.mode == .python ? .lax : .strict)
        guard isTaken || isFloat, validator.mode == .python || input.asBool == nil else {
            let message = "Fraction input should be an integer, float, string or Fraction object"
            return validator.fail("fraction_type", message, input, location, &errors)
        }
        do {
            if validator.mode == .json, case .float(let number) = input {
                return try machine.call(.object(type), .string(FloatText.display(number)))
            }
            return try machine.call(.object(type), input)
        } catch let raised as PyError where !machine.isError(raised, "RecursionError") {
            return validator.fail("fraction_parsing", "Input is not a valid fraction", input, location, &errors)
        }
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        serializer.options.isJSON ? .string(try serializer.machine.str(value)) : nil
    }
}

/// `type[X]` and `Type[X]`.
struct SubclassType: SpecialType {
    /// The classes of which one must be the base; empty where every class will do.
    let bases: [PyType]

    var name: String { bases.isEmpty ? "custom-error[is-instance[type]]" : "is-subclass[\(bases[0].name)]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        if validator.mode != .python, !bases.isEmpty {
            let words = "Cannot check `issubclass` when validating from json, use a JsonOrPython validator instead"
            return validator.fail("needs_python_object", words, input, location, &errors, [("method_name", "issubclass")])
        }
        guard let type = input.asType else {
            if let base = bases.first { return failure(base, input, validator, location, &errors) }
            return validator.fail("is_type", "Input should be a type", input, location, &errors)
        }
        if bases.isEmpty || bases.contains(where: { type.isSubtype(of: $0) }) { return input }
        if bases.count == 1 { return failure(bases[0], input, validator, location, &errors) }
        for base in bases {
            _ = failure(base, input, validator, location + [.string("is-subclass[\(base.name)]")], &errors)
        }
        return nil
    }

    private func failure(
        _ base: PyType, _ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]
    ) -> Value? {
        validator.fail(
            "is_subclass_of", "Input should be a subclass of \(base.name)", input, location, &errors, [("class", .string(base.name))])
    }
}

/// `Hashable`: anything that has a hash.
struct HashableType: SpecialType {
    var name: String { "custom-error[json-or-python[json=chain[any,is-instance[Hashable]],python=is-instance[Hashable]]]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        do {
            _ = try validator.machine.hash(input)
            return input
        } catch let raised as PyError where validator.machine.isError(raised, "TypeError") {
            return validator.fail("is_hashable", "Input should be hashable", input, location, &errors)
        }
    }
}
