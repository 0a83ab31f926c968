import Python

/// `AwareDatetime`, `NaiveDatetime`, `PastDate` and the like: a date or time that must lie in a range.
struct TemporalConstraint: WrappingType {
    enum Kind { case aware, naive, past, future }
    let kind: Kind
    let inner: Schema

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        guard let value = try validator.validate(inner, input, at: location, &errors) else { return nil }
        let isMoment = value.asObject is PyDateTime
        switch kind {
        case .aware, .naive:
            let isAware = try !machine.call(try machine.attribute(value, "utcoffset")).isNone
            if isAware == (kind == .aware) { return value }
            return kind == .aware
                ? validator.fail("timezone_aware", "Input should have timezone info", input, location, &errors)
                : validator.fail("timezone_naive", "Input should not have timezone info", input, location, &errors)
        case .past, .future:
            let word = kind == .past ? "past" : "future"
            if try isInRange(value, isMoment, machine) { return value }
            let message = isMoment ? "Input should be in the \(word)" : "Date should be in the \(word)"
            return validator.fail((isMoment ? "datetime_" : "date_") + word, message, input, location, &errors)
        }
    }

    private func isInRange(_ value: Value, _ isMoment: Bool, _ machine: Machine) throws -> Bool {
        let type = Value.object(machine.type(of: value))
        let now =
            isMoment
            ? try machine.call(try machine.attribute(type, "now"), try machine.attribute(value, "tzinfo"))
            : try machine.call(try machine.attribute(type, "today"))
        return try machine.isTrue(try machine.compare(value, now, kind == .past ? .less : .greater))
    }
}

/// `date`, `datetime`, `time`, `timedelta` and other comparable values with bounds.
struct BoundedType: WrappingType {
    let inner: Schema
    /// Pydantic's names of bounds with their values.
    let bounds: [(name: String, value: Value)]

    private static let words: [String: (kind: String, text: String, operation: ComparisonOperator?)] = [
        "le": ("less_than_equal", "less than or equal to", .lessOrEqual), "lt": ("less_than", "less than", .less),
        "ge": ("greater_than_equal", "greater than or equal to", .greaterOrEqual), "gt": ("greater_than", "greater than", .greater),
    ]

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        guard let value = try validator.validate(inner, input, at: location, &errors) else { return nil }
        for (name, bound) in bounds {
            let (kind, text, operation) = Self.words[name] ?? ("multiple_of", "a multiple of", nil)
            if let operation {
                if try holds(value, bound, operation, machine) { continue }
            } else if try !machine.isTrue(try machine.binary(.modulo, value, bound)) {
                continue
            }
            let shown = try boundText(bound, machine)
            let isTemporal = bound.asObject is PyDate || bound.asObject is PyTime || bound.asObject is PyTimeDelta
            // The core shows durations as it has read them, and bounds of the calendar as texts.
            let given = bound.asObject is PyTimeDelta ? value : input
            return validator.fail(
                kind, "Input should be \(text) \(shown)", given, location, &errors, [(name, isTemporal ? .string(shown) : bound)])
        }
        return value
    }

    /// A zone that only one side has is not looked at.
    private func holds(_ value: Value, _ bound: Value, _ operation: ComparisonOperator, _ machine: Machine) throws -> Bool {
        do {
            return try machine.isTrue(try machine.compare(value, bound, operation))
        } catch let raised as PyError
            where machine.isError(raised, "TypeError") && (value.asObject is PyDateTime || value.asObject is PyTime)
        {
            let bare = try [value, bound].map { moment in
                try machine.call(try machine.attribute(moment, "replace"), Arguments([], keywords: [("tzinfo", .none)]))
            }
            return try machine.isTrue(try machine.compare(bare[0], bare[1], operation))
        }
    }

    private func boundText(_ bound: Value, _ machine: Machine) throws -> String {
        if let span = bound.asObject as? PyTimeDelta { return DurationText.words(span.span) }
        if bound.asObject is PyDate || bound.asObject is PyTime {
            return try JSONScalars.zulu(bound, machine)
        }
        return try machine.str(bound)
    }
}

/// `UUID1`, `UUID4` and the other versions.
struct UUIDVersionType: SpecialType {
    let version: Int

    var name: String { "uuid" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        try UUIDValidator(validator).validate(input, version: version, location, &errors)
    }
}
