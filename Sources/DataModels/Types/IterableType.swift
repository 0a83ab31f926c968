import Python

/// `Iterable[X]`: each item is validated when it is asked for.
struct IterableType: SpecialType {
    let item: Schema
    var name: String { "generator[\(UnionValidator.name(item))]" }

    func validate(_ input: Value, _ validator: Validator, _ location: [Value], _ errors: inout [ErrorDetail]) throws -> Value? {
        let machine = validator.machine
        guard try machine.method(input, "__iter__") != nil else {
            return validator.fail("iterable_type", "Input should be iterable", input, location, &errors)
        }
        let made = ValidatorIterator(type: try PydanticTypes.required(machine).validatorIterator)
        made.source = try machine.iterator(input)
        made.item = item
        made.validator = validator
        return .object(made)
    }

    func plain(_ value: Value, _ serializer: Serializer) throws -> Value? {
        guard serializer.options.isJSON else { return nil }
        return .list(PyList(try serializer.machine.array(value).map { try serializer.plain($0, item) }))
    }
}

/// `pydantic_core.ValidatorIterator`: an iterator that validates what another one gives.
final class ValidatorIterator: PyInstance {
    fileprivate var source = Value.none
    fileprivate var item = Schema.any
    fileprivate var validator: Validator?
    private var index = 0

    /// The next item; nil at the end; raises ValidationError for one that does not fit.
    private func next(_ machine: Machine) throws -> Value? {
        guard let value = try machine.next(source), let validator else { return nil }
        defer { index += 1 }
        var errors: [ErrorDetail] = []
        if let made = try validator.validate(item, value, at: [.int(index)], &errors) { return made }
        throw ValidationFailure.error(errors, title: "ValidatorIterator", isJSON: validator.isJSON, machine)
    }

    /// The class.
    static func makeType(_ machine: Machine) throws -> PyType {
        let type = try machine.types.make("ValidatorIterator", module: "pydantic_core._pydantic_core")
        type.method("__iter__", "self") { _, a in a[0] }
        type.method("__next__", "self") { machine, a in
            guard let iterator = a[0].asObject as? ValidatorIterator, let value = try iterator.next(machine) else {
                throw machine.error(machine.types.exception("StopIteration"), [])
            }
            return value
        }
        type.getter("index") { _, value in .int((value.asObject as? ValidatorIterator)?.index ?? 0) }
        return type
    }
}
