import Python

/// A field of a model in a direct plan, with everything prepared that its place in the JSON needs.
final class DirectField {
    /// A default, which is not validated.
    enum Standard {
        /// One that cannot change, as JSON.
        case constant(isNone: Bool, json: [UInt8])
        /// One that the program may have changed since.
        case variable(Value)
    }

    let key: PyStr
    /// How the values are written.
    let plan: DirectPlan
    /// Whether any text is a value.
    let isText: Bool
    /// What is written where the input has no value; nil where that needs the ordinary way.
    let standard: Standard?
    let isExcluded: Bool
    /// The alias for output in quotes, with the colon.
    let alias: [UInt8]
    /// The name in quotes, with the colon.
    let name: [UInt8]
    /// Where the input may have it: under its alias, and under its own name.
    private let inputKeys: (alias: PyStr?, name: PyStr?)
    @exclusivity(unchecked) private var lastInput = LastPosition()
    @exclusivity(unchecked) private var lastAttribute = LastPosition()

    /// Nil where the names cannot be written.
    init?(_ field: ModelDefinition.Field, inputKeys: (alias: PyStr?, name: PyStr?), plan: DirectPlan, standard: Standard?) {
        var alias: [UInt8] = [], name: [UInt8] = []
        guard JSONText.append(field.serializationKey, to: &alias), JSONText.append(field.key, to: &name) else { return nil }
        key = field.key
        self.plan = plan
        isText = field.exact == .str
        self.standard = standard
        isExcluded = field.info.isExcluded
        self.alias = alias + [UInt8(ascii: ":")]
        self.name = name + [UInt8(ascii: ":")]
        self.inputKeys = inputKeys
    }

    /// The value that a dictionary gives.
    @inline(__always)
    func input(in dict: PyDict) -> Value? {
        if let alias = inputKeys.alias, let found = lastInput.value(alias, in: dict) { return found }
        return inputKeys.name.flatMap { dict.value(forName: $0) }
    }

    /// The value that an instance has.
    @inline(__always)
    func attribute(in attributes: PyDict) -> Value? { lastAttribute.value(key, in: attributes) }
}

/// Where a key was found last: in dictionaries from one place of a program it mostly is there again.
private struct LastPosition {
    private var position = -1
    private var key: PyStr?

    /// The value of a key in a dictionary.
    @inline(__always)
    mutating func value(_ name: PyStr, in dict: PyDict) -> Value? {
        if dict.positions.contains(position), dict.isLive(at: position), case .str(let found) = dict.key(at: position), found === key {
            return dict.value(at: position)
        }
        return search(name, dict)
    }

    @inline(never)
    private mutating func search(_ name: PyStr, _ dict: PyDict) -> Value? {
        guard let found = dict.position(ofName: name) else { return nil }
        if case .str(let text) = dict.key(at: found) {
            position = found
            key = text
        }
        return dict.value(at: found)
    }
}
