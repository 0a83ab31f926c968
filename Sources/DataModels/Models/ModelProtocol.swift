import Python

/// How models print, compare and iterate.
enum ModelProtocol {
    static func define(_ type: PyType) {
        type.method("__repr__", "self") { machine, a in
            let model = try BaseModelClass.instance(a[0], machine)
            let repeated = "'<Recursion on \(model.instanceType.name) with id=\(machine.identity(a[0]))>'"
            let shown = try machine.rendering(model, cycle: repeated) {
                PyStr("\(model.instanceType.name)(\(try text(model, separator: ", ", machine)))")
            }
            return .str(shown)
        }
        type.method("__str__", "self") { machine, a in
            let model = try BaseModelClass.instance(a[0], machine)
            let repeated = "'<Recursion on \(model.instanceType.name) with id=\(machine.identity(a[0]))>'"
            return .str(try machine.rendering(model, cycle: repeated) { PyStr(try text(model, separator: " ", machine)) })
        }
        type.method("__repr_args__", "self") { machine, a in
            let model = try BaseModelClass.instance(a[0], machine)
            return .list(PyList(try shown(model, machine).map { .tuple(PyTuple([.string($0.name), $0.value])) }))
        }
        type.method("__eq__", "self, other, /") { machine, a in
            guard let one = a[0].asObject as? ModelInstance, let two = a[1].asObject as? ModelInstance else {
                return machine.notImplemented
            }
            return .bool(try isEqual(one, two, machine))
        }
        type.constant("__hash__", .none)
        type.method("__iter__", "self") { machine, a in
            let model = try BaseModelClass.instance(a[0], machine)
            let pairs = (model.attributes?.items ?? []) + (model.extras?.items ?? [])
            return try machine.iterator(.list(PyList(pairs.map { .tuple(PyTuple([$0.key, $0.value])) })))
        }
    }

    private static func isEqual(_ one: ModelInstance, _ two: ModelInstance, _ machine: Machine) throws -> Bool {
        guard origin(one) === origin(two) else { return false }
        let fields = ModelDefinition.of(one.instanceType)?.fields ?? []
        for field in fields {
            let left = one.attributes?.value(forName: field.key), right = two.attributes?.value(forName: field.key)
            guard let left, let right else {
                if left == nil, right == nil { continue }
                return false
            }
            if try !machine.isEqual(left, right) { return false }
        }
        let extras = try machine.isEqual(.dict(one.extras ?? PyDict()), .dict(two.extras ?? PyDict()))
        return try extras && machine.isEqual(.dict(one.privates ?? PyDict()), .dict(two.privates ?? PyDict()))
    }

    /// The class, or the one that was subscripted for it.
    private static func origin(_ model: ModelInstance) -> PyType {
        ModelDefinition.of(model.instanceType)?.genericOrigin ?? model.instanceType
    }

    /// What `repr` shows: fields, extra values, computed fields.
    private static func shown(_ model: ModelInstance, _ machine: Machine) throws -> [(name: String, value: Value)] {
        guard let definition = ModelDefinition.of(model.instanceType) else { return [] }
        var parts: [(name: String, value: Value)] = []
        for field in definition.fields where field.info.isInRepr {
            if let value = model.attributes?.value(forName: field.key) { parts.append((field.name, value)) }
        }
        for (key, value) in model.extras?.items ?? [] { parts.append((try machine.str(key), value)) }
        for field in definition.computed where field.isInRepr {
            parts.append((field.name, try machine.attribute(.object(model), field.name)))
        }
        return parts
    }

    private static func text(_ model: ModelInstance, separator: String, _ machine: Machine) throws -> String {
        try shown(model, machine).map { "\($0.name)=\(try machine.repr($0.value))" }.joined(separator: separator)
    }
}
