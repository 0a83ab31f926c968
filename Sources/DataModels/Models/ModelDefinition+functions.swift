import Python

extension ModelDefinition {
    /// Adds the names of the function that asks for the class again; what the class already knows of them goes before.
    func learn(_ names: PyDict) {
        guard locals != nil, !isComplete else { return }
        let known = locals?.copy() ?? PyDict()
        for (key, value) in names.items {
            if let name = key.asStr, known.value(forName: name) == nil { known.setValue(value, forName: name) }
        }
        locals = known
    }

    /// Those for items first, then the others around them.
    func withEarlierValidators(_ schema: Schema, _ field: Field, _ machine: Machine) throws -> Schema {
        let functions = earlierValidators.filter { $0.covers(field.name) }
        var schema = schema
        for function in functions.filter(\.isForEachItem) + functions.filter({ !$0.isForEachItem }) {
            let bound = try EarlierValidators.adapted(boundToClass(function.function), machine)
            schema = try EarlierValidators.around(schema, function, bound: bound, machine)
            if function.isForDefaults { field.validatesDefault = true }
        }
        return schema
    }

    func checkSignature(of serializer: MethodFunction, _ machine: Machine) throws {
        let wrapper = serializer.function.asObject as? PyMethodWrapper
        let plain = wrapper?.kind == .staticMethod ? wrapper?.function ?? .none : serializer.function
        guard let function = plain.asObject as? PyFunction else { return }
        let hidden = function.parameters.first?.name == "self" ? 1 : 0
        try FunctionSignatures(machine).checkSerializer(plain, mode: serializer.mode, of: "field", hidden: hidden)
    }

    /// A function that a decorator marked, as validating calls it.
    func boundToClass(_ mark: DecoratedFunction) -> Value {
        mark.mode == "after" && mark.function.asObject is PyFunction ? mark.function : boundToClass(mark.function)
    }

    func boundToClass(_ function: Value) -> Value {
        guard let wrapper = function.asObject as? PyMethodWrapper else {
            return .object(PyBoundMethod(function: function, receiver: .object(type)))
        }
        return wrapper.kind == .classMethod ? .object(PyBoundMethod(function: wrapper.function, receiver: .object(type))) : wrapper.function
    }
}
