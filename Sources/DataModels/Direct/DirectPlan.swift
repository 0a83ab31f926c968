import Python

/// Validation and serialization of a schema in one walk over a value, straight to JSON bytes.
///
/// pydantic-core validates a value and then serialises the result. Where neither runs code of the program and the value is already
/// what validation would make of it, one walk gives the same bytes. A plan gives up as soon as a value needs anything else (a
/// conversion, an error, a default that is computed); nothing has happened until then, so that the ordinary way starts from scratch.
class DirectPlan {
    /// Whether `None` is a value of the schema.
    var takesNone: Bool { false }

    /// Appends the JSON of a value; false to give up.
    func write(_ value: Value, _ writer: inout DirectWriter) -> Bool { false }
}

/// What a walk along a plan has written, and by which options.
struct DirectWriter {
    let machine: Machine
    let options: SerializationOptions
    /// The JSON so far.
    var bytes: [UInt8] = []
    /// Whether the value is serialised without being validated, since it was before or is a default.
    private(set) var isValidated = false
    private var depth = 0

    init(machine: Machine, options: SerializationOptions) {
        self.machine = machine
        self.options = options
    }

    /// Walks into a container; false where it is nested deeper than the native stack should follow.
    mutating func enter() -> Bool {
        depth += 1
        return depth <= 128
    }

    /// Writes what is serialised without being validated: the fields of an instance, and defaults.
    mutating func asValidated(_ write: (inout DirectWriter) -> Bool) -> Bool {
        let outer = isValidated
        isValidated = true
        defer { isValidated = outer }
        return write(&self)
    }

    /// Comes back from a container.
    mutating func leave() { depth -= 1 }

    /// Appends the elements of an array.
    mutating func array(_ elements: [Value], _ item: DirectPlan) -> Bool {
        guard enter() else { return false }
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            guard item.write(element, &self) else { return false }
        }
        bytes.append(UInt8(ascii: "]"))
        leave()
        return true
    }

    /// Appends a dictionary whose keys are texts.
    mutating func object(_ dict: PyDict, _ item: DirectPlan) -> Bool {
        guard enter() else { return false }
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for position in dict.positions where dict.isLive(at: position) {
            guard case .str(let key) = dict.key(at: position) else { return false }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            guard JSONText.append(key, to: &bytes) else { return false }
            bytes.append(UInt8(ascii: ":"))
            guard item.write(dict.value(at: position), &self) else { return false }
        }
        bytes.append(UInt8(ascii: "}"))
        leave()
        return true
    }
}
