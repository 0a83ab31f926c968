import Python

/// `Decimal` (pydantic-core `decimal`).
struct DecimalValidator {
    private let validator: Validator
    private let rules: NumberRules

    init(_ validator: Validator, _ rules: NumberRules) {
        self.validator = validator
        self.rules = rules
    }

    func validate(_ input: Value, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        guard let type = try machine.modules.module("decimal", machine)?.namespace["Decimal"]?.asType,
            let value = try convert(input, type, location, &errors)
        else { return nil }
        let isChecked = !rules.allowsInfinity || rules.maxDigits != nil || rules.decimalPlaces != nil
        if isChecked, try !machine.isTrue(machine.call(machine.attribute(value, "is_finite"))) {
            return validator.fail("finite_number", "Input should be a finite number", input, location, &errors)
        }
        if let problem = try digits(value, machine) { return validator.fail(problem.0, problem.1, input, location, &errors, [problem.2]) }
        return try NumberChecks(validator: validator, rules: rules).check(value, input, location, &errors) { bound in
            bound.asObject is PyDecimal ? bound : (try? machine.call(.object(type), .string(machine.str(bound)))) ?? bound
        }
    }

    private func convert(_ input: Value, _ type: PyType, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        if machine.type(of: input) === type { return input }
        let isStrict = validator.isStrict(or: rules.isStrict)
        if let source = try source(input, isStrict) {
            validator.floor(validator.mode == .python ? .lax : .strict)
            do {
                return try machine.call(.object(type), source)
            } catch let raised as PyError where machine.isError(raised, "ArithmeticError") {
                return validator.fail("decimal_parsing", "Input should be a valid decimal", input, location, &errors)
            } catch let raised as PyError where machine.isError(raised, "ValueError") || machine.isError(raised, "TypeError") {
                if machine.isError(raised, "ValueError"), input.asTuple == nil, input.asList == nil {
                    return validator.fail("decimal_parsing", "Input should be a valid decimal", input, location, &errors)
                }
            }
        } else if machine.isInstance(input, type) {
            validator.floor(.strict)
            return try machine.call(.object(type), input)
        } else if isStrict, validator.mode == .python {
            let message = "Input should be an instance of Decimal"
            return validator.fail("is_instance_of", message, input, location, &errors, [("class", "Decimal")])
        }
        let message = "Decimal input should be an integer, float, string or Decimal object"
        return validator.fail("decimal_type", message, input, location, &errors)
    }

    /// What `Decimal` is called with; nil for inputs that it is not called with.
    private func source(_ input: Value, _ isStrict: Bool) throws -> Value? {
        if isStrict, validator.mode == .python { return nil }
        if input.asStr != nil { return input.unwrapped }
        if input.asBool == nil, input.asBigInt != nil { return input.unwrapped }
        // A float is taken by its shortest digits, as Python or, for JSON, Rust writes them.
        if let float = input.asFloat {
            return .string(validator.mode == .json ? FloatText.display(float) : try validator.machine.str(input))
        }
        if !isStrict, validator.mode == .json, let parts = input.asList, parts.elements.count == 3 {
            return .tuple(PyTuple(parts.elements))
        }
        if case .tuple(let parts) = input, parts.elements.count == 3 { return input }
        return nil
    }

    /// The error of too many digits, counted with trailing zeros and without; nil where one of both fits.
    private func digits(_ value: Value, _ machine: Machine) throws -> (String, String, (name: String, value: Value))? {
        guard rules.maxDigits != nil || rules.decimalPlaces != nil else { return nil }
        let normal = try? machine.call(try machine.attribute(value, "normalize"))
        let counts = [try count(value, machine), try count(normal ?? value, machine)]
        let plural = { (count: Int) in count == 1 ? "" : "s" }
        if let most = rules.maxDigits, counts.allSatisfy({ $0.digits > most }) {
            let message = "Decimal input should have no more than \(most) digit\(plural(most)) in total"
            return ("decimal_max_digits", message, ("max_digits", .int(most)))
        }
        guard let most = rules.decimalPlaces else { return nil }
        if counts.allSatisfy({ $0.places > most }) {
            let message = "Decimal input should have no more than \(most) decimal place\(plural(most))"
            return ("decimal_max_places", message, ("decimal_places", .int(most)))
        }
        let whole = max(0, (rules.maxDigits ?? Int.max) - most)
        if rules.maxDigits != nil, counts.allSatisfy({ max(0, $0.digits - $0.places) > whole }) {
            let message = "Decimal input should have no more than \(whole) digit\(plural(whole)) before the decimal point"
            return ("decimal_whole_digits", message, ("whole_digits", .int(whole)))
        }
        return nil
    }

    /// All digits that writing the number out takes, and those behind the point.
    private func count(_ value: Value, _ machine: Machine) throws -> (digits: Int, places: Int) {
        let parts = try machine.call(try machine.attribute(value, "as_tuple"))
        let count = try machine.length(try machine.attribute(parts, "digits"))
        let exponent = try machine.attribute(parts, "exponent").asInt ?? 0
        return exponent >= 0 ? (count + exponent, 0) : (max(count, -exponent), -exponent)
    }
}
