/// The module `copy`.
enum CopyModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "copy")
        module.function(machine, "copy", "x") { machine, a in try shallowCopy(a[0], machine) }
        module.function(machine, "deepcopy", "x, memo=None") { machine, a in
            var copier = DeepCopier(machine, table: a[1].asDict)
            return try copier.copy(a[0])
        }
        let problem = try machine.types.make("Error", module: "copy", bases: [machine.types.exception("Exception")])
        module.add("Error", .object(problem))
        module.add("error", .object(problem))
        return module
    }

    /// A copy of a value that shares what is inside.
    static func shallowCopy(_ value: Value, _ machine: Machine) throws -> Value {
        switch value {
        case .list(let list):
            try machine.charge(bytes: 16, times: list.elements.count)
            return .list(list.elements)
        case .dict(let dict):
            try machine.charge(bytes: 48, times: dict.count)
            return .dict(dict.copy())
        case .object(let object):
            if let set = object as? PySet { return set.isFrozen ? value : .object(PySet(table: set.table.copy())) }
            if let data = object as? PyBytes { return data.isMutable ? .object(PyBytes(data.bytes, isMutable: true)) : value }
            if let iterator = object as? PyIterator, let copied = try iterator.copied(machine) { return .object(copied) }
            guard let instance = object as? PyInstance else {
                try CopyProtocol.refuse(object, machine)
                return value
            }
            if let method = try machine.method(value, "__copy__") { return try machine.call(method) }
            if DeepCopier.isImmutable(instance) { return value }
            if let copied = try CopyProtocol.copy(instance, machine, { $0 }) { return copied }
            return .object(try twin(of: instance, machine))
        default: return value
        }
    }

    /// An instance of the same class with the same attributes and the same built-in part.
    private static func twin(of instance: PyInstance, _ machine: Machine) throws -> PyInstance {
        let made = instance.instanceType.allocate(instance.instanceType)
        made.attributes = instance.attributes?.copy()
        made.payload = try instance.payload.map { try shallowCopy($0, machine) }
        if let from = instance as? PySlottedInstance, let to = made as? PySlottedInstance { to.slots = from.slots }
        if let from = instance as? PyException, let to = made as? PyException { to.arguments = from.arguments }
        return made
    }

    /// A copy of a value with copies of all that is inside.
    public static func deepCopy(_ value: Value, _ machine: Machine) throws -> Value {
        var copier = DeepCopier(machine, table: nil)
        return try copier.copy(value)
    }
}

/// Copies a graph of values; what was met before is not copied twice.
struct DeepCopier {
    private let machine: Machine
    private var known: [ObjectIdentifier: Value] = [:]
    private let table: PyDict

    /// A copier; `table` is the `memo` that `__deepcopy__` methods get.
    init(_ machine: Machine, table: PyDict?) {
        self.machine = machine
        self.table = table ?? PyDict()
    }

    /// A deep copy of a value.
    mutating func copy(_ value: Value) throws -> Value {
        guard let object = value.asObject else { return value }
        if let done = known[ObjectIdentifier(object)] { return done }
        let machine = machine
        var own = self
        defer { self = own }
        return try machine.nested {
            try machine.charge(instructions: 1)
            return try own.copy(value, object)
        }
    }

    private mutating func copy(_ value: Value, _ object: PyObject) throws -> Value {
        switch object {
        case let list as PyList:
            let made = PyList()
            known[ObjectIdentifier(list)] = .list(made)
            try machine.charge(bytes: 16, times: list.elements.count)
            for element in list.elements { made.elements.append(try copy(element)) }
            return .list(made)
        case let tuple as PyTuple:
            let elements = try tuple.elements.map { try copy($0) }
            let isSame = zip(elements, tuple.elements).allSatisfy { $0.isIdentical(to: $1) }
            let made: Value = isSame ? value : .tuple(elements)
            known[ObjectIdentifier(tuple)] = made
            return made
        case let dict as PyDict:
            let made = PyDict()
            known[ObjectIdentifier(dict)] = .dict(made)
            try machine.charge(bytes: 48, times: dict.count)
            for (key, item) in dict.items { try made.setValue(try copy(item), for: try copy(key), machine) }
            return .dict(made)
        case let set as PySet:
            let made = PyDict()
            for key in set.orderedElements { try made.setValue(.none, for: try copy(key), machine) }
            return .object(PySet(table: made, isFrozen: set.isFrozen))
        case let data as PyBytes: return data.isMutable ? .object(PyBytes(data.bytes, isMutable: true)) : value
        case let instance as PyInstance: return try copy(instance, value)
        case let iterator as PyIterator:
            guard let rest = try iterator.copied(machine) else { return value }
            if let pairs = rest as? PyEnumerate, let inner = pairs.inner {
                pairs.inner = try copy(.object(inner)).asObject as? PyIterator
            }
            guard rest is PyListIterator || rest is PyArrayIterator else { return .object(rest) }
            let elements = try PyListIterator.rest(of: rest, machine).elements.map { try copy($0) }
            return .object(rest is PyListIterator ? PyListIterator(PyList(elements)) : PyArrayIterator(elements, typeName: rest.typeName))
        default:
            try CopyProtocol.refuse(object, machine)
            return value
        }
    }

    private mutating func copy(_ instance: PyInstance, _ value: Value) throws -> Value {
        if let method = try machine.method(value, "__deepcopy__") {
            let made = try machine.call(method, .dict(table))
            known[ObjectIdentifier(instance)] = made
            return made
        }
        if Self.isImmutable(instance) { return value }
        var own = self
        defer { self = own }
        if let copied = try CopyProtocol.copy(instance, machine, { try own.copy($0) }) {
            own.known[ObjectIdentifier(instance)] = copied
            return copied
        }
        return try own.twin(of: instance)
    }

    private mutating func twin(of instance: PyInstance) throws -> Value {
        let made = instance.instanceType.allocate(instance.instanceType)
        known[ObjectIdentifier(instance)] = .object(made)
        if let payload = instance.payload { made.payload = try copy(payload) }
        if let attributes = instance.attributes {
            let copied = PyDict()
            for (key, item) in attributes.items { try copied.setValue(try copy(item), for: key, machine) }
            made.attributes = copied
        }
        if let from = instance as? PyException, let to = made as? PyException { to.arguments = try from.arguments.map { try copy($0) } }
        if let from = instance as? PySlottedInstance, let to = made as? PySlottedInstance {
            to.slots = try from.slots.map { try $0.map { try copy($0) } }
        }
        if let from = instance as? PyDeque, let to = made as? PyDeque {
            to.limit = from.limit
            to.elements = try from.elements.map { try copy($0) }
        }
        return .object(made)
    }

    /// Whether an instance of a native class never changes, so that it is its own copy.
    static func isImmutable(_ instance: PyInstance) -> Bool {
        instance is PyDate || instance is PyTime || instance is PyTimeDelta || instance is PyTimeZone || instance is PyUUID
            || instance is PyDecimal || instance is PyFraction || instance is PyRegexPattern || instance is PyRegexMatch
            || instance is PyAddress
            || instance is PyContextVar
    }
}
