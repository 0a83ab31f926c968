import Python

/// A model without code of the program: from a dictionary that fits, or from an instance.
final class DirectModel: DirectPlan {
    private let type: PyType
    private let fields: [DirectField]
    private let forbidsExtras: Bool

    init(_ type: PyType, _ fields: [DirectField], forbidsExtras: Bool) {
        self.type = type
        self.fields = fields
        self.forbidsExtras = forbidsExtras
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
        for field in fields {
            if let value = field.input(in: dict) {
                read += 1
                guard write(value, field, &isFirst, &writer) else { return false }
            } else {
                guard writeDefault(of: field, &isFirst, &writer) else { return false }
            }
        }
        if forbidsExtras, read != dict.count { return false }
        close(isFirst, &writer)
        return true
    }

    private func writeDefault(of field: DirectField, _ isFirst: inout Bool, _ writer: inout DirectWriter) -> Bool {
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
        for field in fields where !field.isExcluded {
            guard let value = field.attribute(in: attributes) else { continue }
            if writer.options.excludeUnset, !model.fieldsSet.contains(field.key) { continue }
            guard write(value, field, &isFirst, &writer) else { return false }
        }
        close(isFirst, &writer)
        return true
    }

    // MARK: Parts

    @inline(__always)
    private func write(_ value: Value, _ field: DirectField, _ isFirst: inout Bool, _ writer: inout DirectWriter) -> Bool {
        if field.isExcluded {
            let end = writer.bytes.count
            guard field.plan.write(value, &writer) else { return false }
            writer.bytes.removeLast(writer.bytes.count - end)
            return true
        }
        if writer.options.excludeNone, value.isNone { return field.plan.takesNone }
        lead(field, &isFirst, &writer)
        if field.isText, case .str(let text) = value { return JSONText.append(text, to: &writer.bytes) }
        return field.plan.write(value, &writer)
    }

    @inline(__always)
    private func lead(_ field: DirectField, _ isFirst: inout Bool, _ writer: inout DirectWriter) {
        writer.bytes.append(isFirst ? UInt8(ascii: "{") : UInt8(ascii: ","))
        isFirst = false
        writer.bytes += writer.options.byAlias ?? false ? field.alias : field.name
    }

    private func close(_ isEmpty: Bool, _ writer: inout DirectWriter) {
        if isEmpty { writer.bytes.append(UInt8(ascii: "{")) }
        writer.bytes.append(UInt8(ascii: "}"))
        writer.leave()
    }
}
