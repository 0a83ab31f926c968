import Python

/// Refuses functions that take another number of arguments than their decorator gives them (pydantic._internal._decorators).
struct FunctionSignatures {
    private let machine: Machine
    private let types: PydanticTypes

    init(_ machine: Machine) throws {
        self.machine = machine
        types = try PydanticTypes.required(machine)
    }

    /// `inspect_validator`: a validator takes the value, the handler if it wraps, and perhaps an info object.
    func checkValidator(_ function: Value, mode: String, of kind: String) throws {
        guard let count = SignatureCount.positional(of: function) else { return }
        guard ["before", "after", "plain", "wrap"].contains(mode) else {
            throw machine.error("AssertionError", "invalid mode: \(try machine.repr(.string(mode))), expected 'before', 'after' or 'plain")
        }
        let least = mode == "wrap" ? 2 : 1
        if count == least || count == least + 1 { return }
        throw types.userErrors.error(
            "Unrecognized \(kind) validator function signature for \(try shown(function)) with `mode=\(mode)`: \(try signature(function))",
            code: "validator-signature", machine)
    }

    /// `inspect_field_serializer` and `inspect_model_serializer`: the same for serializers; `hidden` arguments come before the value.
    func checkSerializer(_ function: Value, mode: String, of kind: String, hidden: Int) throws {
        guard let count = SignatureCount.positional(of: function) else { return }
        let least = (mode == "wrap" ? 2 : 1) + hidden
        if count == least || count == least + 1 { return }
        throw types.userErrors.error(
            "Unrecognized \(kind)_serializer function signature for \(try shown(function)) with `mode=\(mode)`:\(try signature(function))",
            code: "\(kind)-serializer-signature", machine)
    }

    private func shown(_ function: Value) throws -> String { try machine.str(function) }

    private func signature(_ function: Value) throws -> String {
        try machine.str(try machine.call(try machine.imported("inspect", "signature"), function))
    }
}
