import Python

/// Inputs that are taken for dictionaries: those, and objects of any class that is a `Mapping`.
enum MappingInput {
    /// The keys and values of a mapping; nil for other values.
    static func dictionary(of input: Value, _ machine: Machine) throws -> PyDict? {
        if let dict = input.asDict { return dict }
        guard let instance = input.asInstance, !(instance is ModelInstance), input.asType == nil,
            try machine.method(input, "__getitem__") != nil,
            try machine.isInstance(input, of: try machine.imported("collections.abc", "Mapping"))
        else { return nil }
        let result = PyDict()
        for pair in try machine.array(try machine.call(try machine.attribute(input, "items"))) {
            let parts = try machine.array(pair)
            if parts.count == 2 { try result.setValue(parts[1], for: parts[0], machine) }
        }
        return result
    }
}
