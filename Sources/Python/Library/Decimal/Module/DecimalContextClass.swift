/// `decimal.Context`, `getcontext`, `setcontext` and `localcontext`.
enum DecimalContextClass {
    /// Gives the classes their behaviour.
    static func install(_ classes: DecimalModule.Classes, _ module: PyModule, _ machine: Machine) {
        let type = classes.context
        type.constructor(
            "prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None"
        ) { machine, cls, a in
            guard let made = cls.allocate(cls) as? PyDecimalContext else { return .none }
            let names = ["prec", "rounding", "Emin", "Emax", "capitals", "clamp"]
            for (index, name) in names.enumerated() where !a[index].isNone { try set(name, a[index], made, machine) }
            if !a[6].isNone { made.settings.flags = try signals(a[6], machine) }
            if !a[7].isNone { made.settings.traps = try signals(a[7], machine) }
            return .object(made)
        }
        for name in ["prec", "rounding", "Emin", "Emax", "capitals", "clamp"] {
            type.property(
                name, get: { machine, value in try read(name, context(value, machine)) },
                set: { machine, value, new in try set(name, new, context(value, machine), machine) })
        }
        installTables(type, classes)
        installMethods(type, classes)
        addFunctions(module, classes, machine)
    }

    /// The receiver of a method; raises TypeError for what is no context.
    private static func context(_ value: Value, _ machine: Machine) throws -> PyDecimalContext {
        guard let context = value.asObject as? PyDecimalContext else {
            throw machine.error(
                "TypeError", "descriptor requires a 'decimal.Context' object but received a '\(machine.typeName(value))'")
        }
        return context
    }

    private static func read(_ name: String, _ context: PyDecimalContext) -> Value {
        let settings = context.settings
        return switch name {
        case "prec": .int(settings.precision)
        case "rounding": .string(settings.rounding.rawValue)
        case "Emin": .int(settings.minimumExponent)
        case "Emax": .int(settings.maximumExponent)
        case "capitals": .int(settings.capitals ? 1 : 0)
        default: .int(settings.clamps ? 1 : 0)
        }
    }

    private static func set(_ name: String, _ value: Value, _ context: PyDecimalContext, _ machine: Machine) throws {
        if name == "rounding" {
            context.settings.rounding = try DecimalMethods.rounding(value, machine) ?? .halfEven
            return
        }
        guard let number = value.asInt else { throw machine.error("TypeError", "an integer is required") }
        switch name {
        case "prec":
            guard number >= 1 else { throw machine.error("ValueError", "valid range for prec is [1, MAX_PREC]") }
            context.settings.precision = min(number, 100_000)
        case "Emin":
            guard number <= 0 else { throw machine.error("ValueError", "valid range for Emin is [MIN_EMIN, 0]") }
            context.settings.minimumExponent = number
        case "Emax":
            guard number >= 0 else { throw machine.error("ValueError", "valid range for Emax is [0, MAX_EMAX]") }
            context.settings.maximumExponent = number
        case "capitals":
            guard number == 0 || number == 1 else { throw machine.error("ValueError", "valid values for capitals are 0 or 1") }
            context.settings.capitals = number == 1
        default:
            guard number == 0 || number == 1 else { throw machine.error("ValueError", "valid values for clamp are 0 or 1") }
            context.settings.clamps = number == 1
        }
    }

    /// The signals that a list of classes, or a dictionary of them with truth values, names.
    private static func signals(_ value: Value, _ machine: Machine) throws -> Set<DecimalContext.Signal> {
        var found: Set<DecimalContext.Signal> = []
        if let table = value.asDict {
            for (key, flag) in table.items where try machine.isTrue(flag) {
                found.insert(try DecimalSignalTable.signal(key, machine))
            }
            return found
        }
        for element in try machine.array(value) { found.insert(try DecimalSignalTable.signal(element, machine)) }
        return found
    }

    // MARK: Flags and traps

    private static func installTables(_ type: PyType, _ classes: DecimalModule.Classes) {
        let tables: [(String, WritableKeyPath<DecimalContext, Set<DecimalContext.Signal>>)] = [("flags", \.flags), ("traps", \.traps)]
        for (name, path) in tables {
            type.property(
                name,
                get: { machine, value in
                    guard let context = value.asObject as? PyDecimalContext else { return .none }
                    return .object(PyDecimalSignals(type: try classes.signalTable(machine), context: context, path: path))
                },
                set: { machine, value, new in try context(value, machine).settings[keyPath: path] = try signals(new, machine) })
        }
        type.method("clear_flags", "self") { machine, a in
            try context(a[0], machine).settings.flags = []
            return .none
        }
        type.method("clear_traps", "self") { machine, a in
            try context(a[0], machine).settings.traps = []
            return .none
        }
    }

    private static func installMethods(_ type: PyType, _ classes: DecimalModule.Classes) {
        for name in ["copy", "__copy__"] {
            type.method(name, "self") { machine, a in
                let made = PyDecimalContext(type: classes.context)
                made.settings = try context(a[0], machine).settings
                return .object(made)
            }
        }
        type.method("create_decimal", "self, num='0'") { machine, a in
            if a[1].asFloat != nil { try DecimalClass.noteFloat(in: context(a[0], machine), classes, machine) }
            let exact = try DecimalClass.number(from: a[1], classes, machine)
            return try classes.compute(in: context(a[0], machine), machine) { classes.make(try $0.finalize(exact)) }
        }
        type.method("__repr__", "self, /") { machine, a in
            let settings = try context(a[0], machine).settings
            func list(_ signals: Set<DecimalContext.Signal>) -> String {
                let order: [DecimalContext.Signal] = [
                    .clamped, .invalidOperation, .divisionByZero, .inexact, .floatOperation, .overflow, .rounded, .subnormal, .underflow,
                ]
                return order.filter(signals.contains).map(\.rawValue).joined(separator: ", ")
            }
            return .string(
                "Context(prec=\(settings.precision), rounding=\(settings.rounding.rawValue), Emin=\(settings.minimumExponent), "
                    + "Emax=\(settings.maximumExponent), capitals=\(settings.capitals ? 1 : 0), clamp=\(settings.clamps ? 1 : 0), "
                    + "flags=[\(list(settings.flags))], traps=[\(list(settings.traps))])")
        }
        type.method("Etiny", "self") { machine, a in .int(try context(a[0], machine).settings.smallestExponent) }
        type.method("Etop", "self") { machine, a in .int(try context(a[0], machine).settings.topExponent) }
        installOperations(type, classes)
    }

    /// The operations of a context that are methods of `Decimal` under these names.
    private static let operations = [
        ("add", "__add__"), ("subtract", "__sub__"), ("multiply", "__mul__"), ("divide", "__truediv__"), ("power", "__pow__"),
        ("divide_int", "__floordiv__"), ("remainder", "__mod__"), ("divmod", "__divmod__"), ("abs", "__abs__"), ("plus", "__pos__"),
        ("minus", "__neg__"), ("to_sci_string", "__str__"), ("copy_decimal", "canonical"),
    ]
    private static let sameNames = [
        "sqrt", "exp", "ln", "log10", "normalize", "quantize", "compare", "max", "min", "max_mag", "min_mag", "compare_signal",
        "compare_total", "compare_total_mag", "copy_abs", "copy_negate", "copy_sign", "canonical", "fma", "is_canonical", "is_finite",
        "is_infinite", "is_nan", "is_normal", "is_qnan", "is_signed", "is_snan", "is_subnormal", "is_zero", "logb", "logical_and",
        "logical_invert", "logical_or", "logical_xor", "next_minus", "next_plus", "next_toward", "number_class", "remainder_near", "rotate",
        "same_quantum", "scaleb", "shift", "to_eng_string", "to_integral", "to_integral_exact", "to_integral_value",
    ]

    private static func installOperations(_ type: PyType, _ classes: DecimalModule.Classes) {
        for (name, method) in operations + sameNames.map({ ($0, $0) }) {
            type.method(name, "self, a, *rest") { machine, a in
                let outer = classes.current
                classes.current = try context(a[0], machine)
                defer { classes.current = outer }
                let operands = try ([a[1]] + a.list(2)).map { classes.make(try DecimalMethods.number($0, machine)) }
                return try machine.call(try machine.attribute(operands[0], method), Arguments(Array(operands.dropFirst())))
            }
        }
        type.method("radix", "self") { _, _ in classes.make(DecimalNumber(coefficient: 10)) }
        type.method("create_decimal_from_float", "self, f, /") { machine, a in
            let exact = try machine.call(try machine.attribute(.object(classes.decimal), "from_float"), a[1])
            return try machine.call(try machine.attribute(a[0], "create_decimal"), exact)
        }
    }

    // MARK: The current context

    private static func addFunctions(_ module: PyModule, _ classes: DecimalModule.Classes, _ machine: Machine) {
        module.function(machine, "getcontext", "") { _, _ in .object(classes.current) }
        module.function(machine, "setcontext", "context, /") { machine, a in
            guard let context = a[0].asObject as? PyDecimalContext else {
                throw machine.error("TypeError", "argument must be a context")
            }
            classes.current = context
            return .none
        }
        guard let manager = try? machine.types.make("ContextManager", module: "decimal") else { return }
        manager.method("__enter__", "self") { _, a in
            a[0].asInstance?.dictionary["saved"] = .object(classes.current)
            if let context = a[0].asInstance?.attributes?["context"]?.asObject as? PyDecimalContext { classes.current = context }
            return .object(classes.current)
        }
        manager.method("__exit__", "self, *exc") { _, a in
            if let saved = a[0].asInstance?.attributes?["saved"]?.asObject as? PyDecimalContext { classes.current = saved }
            return .none
        }
        module.function(machine, "localcontext", "ctx=None, **kwargs") { machine, a in
            let copy = PyDecimalContext(type: classes.context)
            copy.settings = DecimalMethods.context(a[0], classes).settings
            let settings = ["prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"]
            for (name, value) in a.dict(1) {
                guard settings.contains(name) else {
                    throw machine.error("TypeError", "'\(name)' is an invalid keyword argument for this function")
                }
                try machine.setAttribute(.object(copy), name, value)
            }
            let made = PyInstance(type: manager)
            made.dictionary["context"] = .object(copy)
            return .object(made)
        }
        module.add("DefaultContext", .object(PyDecimalContext(type: classes.context)))
        let extended = PyDecimalContext(type: classes.context)
        extended.settings.traps = []
        extended.settings.precision = 9
        module.add("ExtendedContext", .object(extended))
        let basic = PyDecimalContext(type: classes.context)
        basic.settings.precision = 9
        basic.settings.rounding = .halfUp
        basic.settings.traps.formUnion([.clamped, .underflow])
        module.add("BasicContext", .object(basic))
    }
}
