import Python

/// `Any`: what is written follows from the value alone.
final class DirectAny: DirectPlan {
    override var takesNone: Bool { true }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        switch value {
        case .none: writer.bytes += "null".utf8
        case .bool(let flag): writer.bytes += (flag ? "true" : "false").utf8
        case .int(let integer): JSONText.append(integer, to: &writer.bytes)
        case .float(let number): JSONText.append(number, to: &writer.bytes)
        case .str(let text): return JSONText.append(text, to: &writer.bytes)
        case .list(let list): return writer.array(list.elements, self)
        case .tuple(let tuple): return writer.array(tuple.elements, self)
        case .dict(let dict): return writer.object(dict, self)
        case .object(let object):
            guard let model = object as? ModelInstance, let definition = ModelDefinition.of(model.instanceType) else { return false }
            return definition.directPlan(writer.machine)?.write(model, &writer) ?? false
        }
        return true
    }
}

/// `Optional[…]`.
final class DirectNullable: DirectPlan {
    private let inner: DirectPlan

    init(_ inner: DirectPlan) { self.inner = inner }

    override var takesNone: Bool { true }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        if case .none = value {
            writer.bytes += "null".utf8
            return true
        }
        return inner.write(value, &writer)
    }
}

/// `list[…]` of a length.
final class DirectList: DirectPlan {
    private let item: DirectPlan
    private let lengths: ClosedRange<Int>

    /// Nil where no length fits.
    init?(_ item: DirectPlan, _ rules: LengthRules) {
        guard let lengths = rules.range else { return nil }
        self.item = item
        self.lengths = lengths
    }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        guard case .list(let list) = value, lengths.contains(list.elements.count) else { return false }
        return writer.array(list.elements, item)
    }
}

/// `dict[str, …]` of a length.
final class DirectDictionary: DirectPlan {
    private let item: DirectPlan
    private let lengths: ClosedRange<Int>

    /// Nil where no length fits.
    init?(_ item: DirectPlan, _ rules: LengthRules) {
        guard let lengths = rules.range else { return nil }
        self.item = item
        self.lengths = lengths
    }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        guard case .dict(let dict) = value, lengths.contains(dict.count) else { return false }
        return writer.object(dict, item)
    }
}

extension LengthRules {
    /// The lengths that fit, or nil where none does.
    fileprivate var range: ClosedRange<Int>? {
        let low = minimum ?? 0, high = maximum ?? .max
        return low <= high ? low...high : nil
    }
}

/// A model inside of another schema, by its class, so that models may hold themselves.
final class DirectNested: DirectPlan {
    private let definition: ModelDefinition

    init(_ definition: ModelDefinition) { self.definition = definition }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        definition.directPlan(writer.machine)?.write(value, &writer) ?? false
    }
}
