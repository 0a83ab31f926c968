/// The methods of `set` and `frozenset`.
enum SetMethods {
    /// Puts the methods on the types.
    static func install(set: PyType, frozen: PyType) {
        set.constructor("*args, **kwargs") { _, _, _ in .object(PySet()) }
        set.setMethod("__init__", "*args, **kwargs") { machine, receiver, a in
            if !a.dict(2).isEmpty { throw machine.error("TypeError", "set() takes no keyword arguments") }
            receiver.table.removeAll()
            try SetAlgebra.add(machine.onlyArgument(a.list(1), of: "set"), to: receiver.table, machine)
            return .none
        }
        frozen.constructor("iterable=(), /") { machine, _, a in
            if let same = a[0].asSet, same.isFrozen, case .object(let object) = a[0], object === same { return a[0] }
            return .object(PySet(table: try SetAlgebra.table(a[0], machine), isFrozen: true))
        }
        for type in [set, frozen] { installCommon(on: type) }
        installMutation(on: set)
        set.constant("__hash__", .none)
    }

    private static func made(_ table: PyDict, like receiver: PySet) -> Value {
        .object(PySet(table: table, isFrozen: receiver.isFrozen))
    }

    private static func installCommon(on type: PyType) {
        func combine(_ name: String, _ step: @escaping (PyDict, Value, Machine) throws -> PyDict) {
            type.setMethod(name, "*others") { machine, receiver, a in
                var table = receiver.table.copy()
                try machine.charge(bytes: 48, times: table.count)
                for other in a.list(1) { table = try step(table, other, machine) }
                return made(table, like: receiver)
            }
        }
        combine("union", SetAlgebra.union)
        combine("intersection") { try SetAlgebra.filtered($0, by: SetAlgebra.table($1, $2), keeping: true, $2) }
        combine("difference") { try SetAlgebra.filtered($0, by: SetAlgebra.table($1, $2), keeping: false, $2) }
        type.setMethod("symmetric_difference", "other, /") { machine, receiver, a in
            made(try SetAlgebra.symmetricDifference(receiver.table, SetAlgebra.table(a[1], machine), machine), like: receiver)
        }
        type.setMethod("copy") { machine, receiver, a in
            try machine.charge(bytes: 48, times: receiver.table.count)
            return receiver.isFrozen ? a[0] : made(receiver.table.copy(), like: receiver)
        }
        type.setMethod("issubset", "other, /") { machine, receiver, a in
            .bool(try SetAlgebra.isSubset(receiver.table, of: SetAlgebra.table(a[1], machine), machine))
        }
        type.setMethod("issuperset", "other, /") { machine, receiver, a in
            .bool(try SetAlgebra.isSubset(SetAlgebra.table(a[1], machine), of: receiver.table, machine))
        }
        type.setMethod("isdisjoint", "other, /") { machine, receiver, a in
            .bool(try SetAlgebra.isDisjoint(SetAlgebra.table(a[1], machine), receiver.table, machine))
        }
    }

    private static func installMutation(on type: PyType) {
        type.setMethod("add", "object, /") { machine, receiver, a in
            if try receiver.table.position(of: a[1], machine) == nil {
                try machine.charge(bytes: 48)
                try receiver.table.setValue(.none, for: a[1], machine)
            }
            return .none
        }
        type.setMethod("discard", "object, /") { machine, receiver, a in
            try receiver.table.removeValue(for: a[1], machine)
            return .none
        }
        type.setMethod("remove", "object, /") { machine, receiver, a in
            guard try receiver.table.removeValue(for: a[1], machine) != nil else {
                throw machine.error(machine.types.exception("KeyError"), [a[1]])
            }
            return .none
        }
        type.setMethod("pop") { machine, receiver, _ in
            try machine.charge(instructions: receiver.table.count / 4)
            guard let first = receiver.orderedElements.first else { throw machine.error("KeyError", "pop from an empty set") }
            try receiver.table.removeValue(for: first, machine)
            return first
        }
        type.setMethod("clear") { _, receiver, _ in
            receiver.table.removeAll()
            return .none
        }
        installUpdates(on: type)
    }

    private static func installUpdates(on type: PyType) {
        func update(_ name: String, _ signature: String, _ step: @escaping (PyDict, Value, Machine) throws -> PyDict) {
            type.setMethod(name, signature) { machine, receiver, a in
                let others = signature.hasPrefix("*") ? a.list(1) : [a[1]]
                for other in others { try machine.replace(receiver.table, with: step(receiver.table, other, machine)) }
                return name.hasPrefix("__") ? a[0] : .none
            }
        }
        func intersection(_ a: PyDict, _ b: Value, _ machine: Machine) throws -> PyDict {
            try SetAlgebra.filtered(a, by: SetAlgebra.table(b, machine), keeping: true, machine)
        }
        func difference(_ a: PyDict, _ b: Value, _ machine: Machine) throws -> PyDict {
            try SetAlgebra.filtered(a, by: SetAlgebra.table(b, machine), keeping: false, machine)
        }
        func symmetric(_ a: PyDict, _ b: Value, _ machine: Machine) throws -> PyDict {
            try SetAlgebra.symmetricDifference(a, SetAlgebra.table(b, machine), machine)
        }
        update("update", "*others", SetAlgebra.union)
        update("intersection_update", "*others", intersection)
        update("difference_update", "*others", difference)
        update("symmetric_difference_update", "other, /", symmetric)
        installInPlaceOperators(on: type)
    }

    private static func installInPlaceOperators(on type: PyType) {
        let operators: [(String, BinaryOperator)] = [
            ("__ior__", .bitOr), ("__iand__", .bitAnd), ("__isub__", .subtract), ("__ixor__", .bitXor),
        ]
        for (name, operation) in operators {
            type.setMethod(name, "value, /") { machine, receiver, a in
                guard let other = try machine.setTable(a[1]),
                    let made = try SetAlgebra.apply(operation, receiver.table, other, machine)
                else { return machine.notImplemented }
                try machine.replace(receiver.table, with: made)
                return a[0]
            }
        }
    }
}

extension Machine {
    /// Gives a table the keys of another.
    func replace(_ table: PyDict, with other: PyDict) throws {
        if other === table { return }
        table.removeAll()
        for key in other.keys { try table.setValue(.none, for: key, self) }
    }

    /// The elements of a set or of a view of keys or items as a table, nil for anything else.
    func setTable(_ value: Value) throws -> PyDict? {
        if let set = value.asSet { return set.table }
        guard let view = value.asObject as? PyDictView, view.kind != .values else { return nil }
        return view.kind == .keys ? view.dict : try SetAlgebra.table(.list(PyList(view.elements)), self)
    }
}
