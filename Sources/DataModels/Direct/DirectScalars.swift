import Python

/// `None`.
final class DirectNone: DirectPlan {
    override var takesNone: Bool { true }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        guard case .none = value else { return false }
        writer.bytes += "null".utf8
        return true
    }
}

/// `bool`.
final class DirectBool: DirectPlan {
    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        guard case .bool(let flag) = value else { return false }
        writer.bytes += (flag ? "true" : "false").utf8
        return true
    }
}

/// `int` between bounds.
final class DirectInteger: DirectPlan {
    private let range: ClosedRange<Int>

    /// Nil where the rules say more than bounds.
    init?(_ rules: NumberRules) {
        guard rules.multipleOf == nil, let range = Self.range(rules) else { return nil }
        self.range = range
    }

    private static func range(_ rules: NumberRules) -> ClosedRange<Int>? {
        var low = Int.min, high = Int.max
        for (bound, isLow, step) in [
            (rules.greaterThan, true, 1), (rules.greaterOrEqual, true, 0), (rules.lessThan, false, -1), (rules.lessOrEqual, false, 0),
        ] {
            guard let bound else { continue }
            guard case .int(let limit) = bound, limit > Int.min, limit < Int.max else { return nil }
            if isLow { low = max(low, limit + step) } else { high = min(high, limit + step) }
        }
        return low <= high ? low...high : nil
    }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        guard case .int(let integer) = value, range.contains(integer) else { return false }
        JSONText.append(integer, to: &writer.bytes)
        return true
    }
}

/// `float` between bounds.
final class DirectFloat: DirectPlan {
    private var above = -Double.infinity
    private var below = Double.infinity
    private let range: ClosedRange<Double>
    private let isBounded: Bool

    /// Nil where the rules say more than bounds.
    init?(_ rules: NumberRules) {
        guard rules.multipleOf == nil, let above = Self.number(rules.greaterThan, or: -.infinity),
            let below = Self.number(rules.lessThan, or: .infinity), let least = Self.number(rules.greaterOrEqual, or: -.infinity),
            let most = Self.number(rules.lessOrEqual, or: .infinity), least <= most
        else { return nil }
        self.above = above
        self.below = below
        range = least...most
        isBounded = !rules.isUnconstrained
    }

    private static func number(_ bound: Value?, or standard: Double) -> Double? {
        switch bound {
        case nil: standard
        case .float(let value)?: value.isFinite ? value : nil
        case .int(let value)?: Double(exactly: value)
        default: nil
        }
    }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        let number: Double
        switch value {
        case .float(let value): number = value
        case .int(let value) where !writer.isValidated: number = Double(value)
        default: return false
        }
        if isBounded {
            guard number.isFinite, number > above, number < below, range.contains(number) else { return false }
        }
        JSONText.append(number, to: &writer.bytes)
        return true
    }
}

/// `str` of a length.
final class DirectText: DirectPlan {
    private let lengths: ClosedRange<Int>

    /// Nil where the rules say more than a length.
    init?(_ rules: StringRules) {
        let low = rules.minimum ?? 0, high = rules.maximum ?? .max
        guard rules.pattern == nil, !rules.strips, !rules.toLower, !rules.toUpper, low <= high else { return nil }
        lengths = low...high
    }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        guard case .str(let text) = value, lengths.contains(text.count) else { return false }
        return JSONText.append(text, to: &writer.bytes)
    }
}

/// `Literal` of texts, and the values of an enumeration of texts.
final class DirectChoice: DirectPlan {
    private let choices: [PyStr]
    private let members: PyType?

    /// The values that are taken as they are, and the class whose members stand for their values.
    init(_ choices: [PyStr], membersOf type: PyType? = nil) {
        self.choices = choices
        members = type
    }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        if case .str(let text) = value {
            return choices.contains { $0 == text } && JSONText.append(text, to: &writer.bytes)
        }
        guard let members, let member = value.asInstance, member.instanceType === members,
            case .str(let text)? = EnumSupport.value(of: value)
        else { return false }
        return JSONText.append(text, to: &writer.bytes)
    }
}

/// Dates, times of the clock and UUIDs that are objects of the library's own classes.
final class DirectObject: DirectPlan {
    private let type: PyInstance.Type

    /// Takes instances of that class.
    init(_ type: PyInstance.Type) { self.type = type }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        guard case .object(let object) = value, let instance = object as? PyInstance, Swift.type(of: instance) == type,
            !instance.instanceType.isProgramDefined, Self.isOfLibrary(instance)
        else { return false }
        let serializer = Serializer(machine: writer.machine, options: writer.options)
        guard let plain = try? JSONScalars.plain(value, serializer), case .str(let text) = plain else { return false }
        return JSONText.append(text, to: &writer.bytes)
    }

    /// A zone of the program would run its code.
    private static func isOfLibrary(_ instance: PyInstance) -> Bool {
        guard let moment = instance as? PyDateTime, let zone = moment.zone.asInstance else { return true }
        return Swift.type(of: zone) == PyTimeZone.self && !zone.instanceType.isProgramDefined
    }
}
