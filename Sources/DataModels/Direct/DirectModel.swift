import Python

/// A model without code of the program: from a dictionary that fits, or from an instance.
final class DirectModel: DirectPlan {
    /// One field, with everything prepared that its place in the JSON needs.
    struct Field {
        let key: PyStr
        let validationKey: PyStr
        /// The input may have it under its own name too.
        let readsName: Bool
        /// The input may have it under its alias.
        let readsAlias: Bool
        let plan: DirectPlan
        /// What is written where the input has no value.
        let standard: Standard?
        let isExcluded: Bool
        let aliasLead: Lead
        let nameLead: Lead
    }

    /// A default, which is not validated.
    enum Standard {
        /// One that cannot change, as JSON.
        case constant(isNone: Bool, json: [UInt8])
        /// One that the program may have changed since.
        case variable(Value)
    }

    /// The name of a field in quotes with what stands before it and the colon.
    struct Lead {
        let first: [UInt8]
        let following: [UInt8]

        init(_ name: [UInt8]) {
            first = [UInt8(ascii: "{")] + name + [UInt8(ascii: ":")]
            following = [UInt8(ascii: ",")] + name + [UInt8(ascii: ":")]
        }
    }

    private let type: PyType
    private let fields: [Field]
    private let forbidsExtras: Bool
    private var inputPositions: KeyPositions
    private var instancePositions: KeyPositions

    init(_ type: PyType, _ fields: [Field], forbidsExtras: Bool) {
        self.type = type
        self.fields = fields
        self.forbidsExtras = forbidsExtras
        inputPositions = KeyPositions(count: fields.count)
        instancePositions = KeyPositions(count: fields.count)
    }

    override func write(_ value: Value, _ writer: inout DirectWriter) -> Bool {
        switch value {
        case .dict(let dict): return !writer.isValidated && write(dict, &writer)
        case .object(let object): return (object as? ModelInstance).map { write($0, &writer) } ?? false
        default: return false
        }
    }

    // MARK: From a dictionary

    private func write(_ dict: PyDict, _ writer: inout DirectWriter) -> Bool {
        guard writer.enter() else { return false }
        var isFirst = true, read = 0
        for position in fields.indices {
            if let value = value(position, in: dict) {
                read += 1
                guard write(value, fields[position], &isFirst, &writer) else { return false }
            } else {
                guard writeDefault(of: fields[position], &isFirst, &writer) else { return false }
            }
        }
        if forbidsExtras, read != dict.count { return false }
        close(isFirst, &writer)
        return true
    }

    @inline(__always)
    private func value(_ position: Int, in dict: PyDict) -> Value? {
        if fields[position].readsAlias, let found = inputPositions.value(fields[position].validationKey, position, in: dict) {
            return found
        }
        return fields[position].readsName ? dict.value(forName: fields[position].key) : nil
    }

    private func writeDefault(of field: Field, _ isFirst: inout Bool, _ writer: inout DirectWriter) -> Bool {
        guard let standard = field.standard else { return false }
        if field.isExcluded || writer.options.excludeUnset { return true }
        switch standard {
        case .constant(let isNone, let json):
            if isNone, writer.options.excludeNone { return true }
            lead(field, &isFirst, &writer)
            writer.bytes += json
            return true
        case .variable(let value):
            return writer.asValidated { write(value, field, &isFirst, &$0) }
        }
    }

    // MARK: From an instance

    /// Writes an instance of the class, or of a subclass, which has the declared fields only.
    func write(_ model: ModelInstance, _ writer: inout DirectWriter) -> Bool {
        guard model.instanceType === type || (model.instanceType.isSubtype(of: type) && model.extras == nil), writer.enter() else {
            return false
        }
        return writer.asValidated { writeFields(model, &$0) }
    }

    private func writeFields(_ model: ModelInstance, _ writer: inout DirectWriter) -> Bool {
        guard let attributes = model.attributes else { return false }
        var isFirst = true
        for position in fields.indices where !fields[position].isExcluded {
            guard let value = instancePositions.value(fields[position].key, position, in: attributes) else { continue }
            if writer.options.excludeUnset, !model.fieldsSet.contains(fields[position].key) { continue }
            guard write(value, fields[position], &isFirst, &writer) else { return false }
        }
        close(isFirst, &writer)
        return true
    }

    // MARK: Parts

    @inline(__always)
    private func write(_ value: Value, _ field: Field, _ isFirst: inout Bool, _ writer: inout DirectWriter) -> Bool {
        if field.isExcluded {
            let end = writer.bytes.count
            guard field.plan.write(value, &writer) else { return false }
            writer.bytes.removeLast(writer.bytes.count - end)
            return true
        }
        if writer.options.excludeNone, value.isNone { return field.plan.takesNone }
        lead(field, &isFirst, &writer)
        return field.plan.write(value, &writer)
    }

    @inline(__always)
    private func lead(_ field: Field, _ isFirst: inout Bool, _ writer: inout DirectWriter) {
        let lead = writer.options.byAlias ? field.aliasLead : field.nameLead
        writer.bytes += isFirst ? lead.first : lead.following
        isFirst = false
    }

    private func close(_ isEmpty: Bool, _ writer: inout DirectWriter) {
        if isEmpty { writer.bytes.append(UInt8(ascii: "{")) }
        writer.bytes.append(UInt8(ascii: "}"))
        writer.leave()
    }
}

/// Where the keys of one shape of dictionary were found last: mostly they are there again.
struct KeyPositions {
    private var seen: [(position: Int, key: PyStr?)]

    init(count: Int) { seen = Array(repeating: (position: -1, key: nil), count: count) }

    /// The value of the key with that number in a dictionary.
    mutating func value(_ name: PyStr, _ number: Int, in dict: PyDict) -> Value? {
        let position = seen[number].position
        if position >= 0, position < dict.entries.count, dict.entries[position].isLive, case .str(let key) = dict.entries[position].key,
            key === seen[number].key
        {
            return dict.entries[position].value
        }
        guard let found = dict.position(ofName: name) else { return nil }
        if case .str(let key) = dict.entries[found].key { seen[number] = (found, key) }
        return dict.entries[found].value
    }
}
