/// The class of the tables `flags` and `traps` of a context: mappings of all signals to truth values.
enum DecimalSignalTable {
    /// Makes the class.
    static func make(_ signals: [String: PyType], _ machine: Machine) throws -> PyType {
        let mapping = try machine.imported("collections.abc", "MutableMapping").asType
        let type = try machine.types.make("SignalDict", module: "decimal", bases: mapping.map { [$0] } ?? [])
        type.method("__getitem__", "self, key, /") { machine, a in
            guard let table = a[0].asObject as? PyDecimalSignals else { return .none }
            return .bool(table.signals.contains(try signal(a[1], machine)))
        }
        type.method("__setitem__", "self, key, value, /") { machine, a in
            guard let table = a[0].asObject as? PyDecimalSignals else { return .none }
            let signal = try signal(a[1], machine)
            if try machine.isTrue(a[2]) { table.signals.insert(signal) } else { table.signals.remove(signal) }
            return .none
        }
        type.method("__delitem__", "self, key, /") { machine, _ in
            throw machine.error("ValueError", "signal keys cannot be deleted")
        }
        let classes = DecimalContext.Signal.allCases.compactMap { signals[$0.rawValue] }
        type.method("__len__", "self, /") { _, _ in .int(classes.count) }
        type.method("__iter__", "self, /") { _, _ in .object(PyArrayIterator(classes.map { .object($0) })) }
        type.method("__repr__", "self, /") { machine, a in
            guard let table = a[0].asObject as? PyDecimalSignals else { return "" }
            let entries = DecimalContext.Signal.allCases.map { signal in
                "<class 'decimal.\(signal.rawValue)'>:\(table.signals.contains(signal) ? "True" : "False")"
            }
            return .string("{\(entries.joined(separator: ", "))}")
        }
        type.method("copy", "self, /") { machine, a in
            guard let table = a[0].asObject as? PyDecimalSignals else { return .none }
            let copy = PyDict()
            for signal in DecimalContext.Signal.allCases {
                guard let type = signals[signal.rawValue] else { continue }
                try copy.setValue(.bool(table.signals.contains(signal)), for: .object(type), machine)
            }
            return .dict(copy)
        }
        return type
    }

    /// The signal that a class stands for among the flags or traps that a context is given; raises KeyError for others.
    static func signal(_ value: Value, _ machine: Machine) throws -> DecimalContext.Signal {
        if let signal = DecimalContext.Signal(rawValue: value.asType?.name ?? "") { return signal }
        throw machine.error(
            "KeyError",
            "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, "
                + "Inexact, Rounded,\n   Clamped]")
    }
}

/// The flags or traps of a context as a mapping.
final class PyDecimalSignals: PyInstance {
    private let context: PyDecimalContext
    private let path: WritableKeyPath<DecimalContext, Set<DecimalContext.Signal>>

    /// The flags or traps of a context.
    init(type: PyType, context: PyDecimalContext, path: WritableKeyPath<DecimalContext, Set<DecimalContext.Signal>>) {
        self.context = context
        self.path = path
        super.init(type: type)
    }

    /// The signals that are set.
    var signals: Set<DecimalContext.Signal> {
        get { context.settings[keyPath: path] }
        set { context.settings[keyPath: path] = newValue }
    }
}
