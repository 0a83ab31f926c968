import Python

/// A function as an annotation: its arguments are what is validated (Pydantic 2.14.3 `_generate_schema.py` `_call_schema`).
struct CallType: SpecialType {
    var name: String { "call" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        guard input.asTuple != nil || input.asList != nil || input.asDict != nil else {
            return validator.fail("arguments_type", "Arguments must be a tuple, list or a dictionary", input, location, &errors)
        }
        throw validator.machine.error("PlaygroundLimit", "calling a function that stands as a type is not part of the playground")
    }
}
