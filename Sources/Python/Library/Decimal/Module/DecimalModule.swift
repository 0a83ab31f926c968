/// A `decimal.Decimal`.
public final class PyDecimal: PyInstance {
    /// The number.
    public internal(set) var number = DecimalNumber.zero

    /// An instance that is filled in afterwards.
    init(type: PyType) { super.init(type: type) }
}

/// A `decimal.Context`.
final class PyDecimalContext: PyInstance {
    /// The settings.
    var settings = DecimalContext()

    /// An instance that is filled in afterwards.
    init(type: PyType) { super.init(type: type) }
}

/// The module `decimal`.
public enum DecimalModule {
    /// The classes of a machine, and the context that is in force.
    public final class Classes {
        /// `decimal.Decimal`.
        public let decimal: PyType
        /// The class `Context`.
        let context: PyType
        /// The exception classes by name.
        let signals: [String: PyType]
        /// `DecimalTuple`, what `as_tuple()` gives.
        let tuple: PyType
        private var madeSignalTable: PyType?
        /// The context that is in force.
        var current: PyDecimalContext

        /// Makes the classes.
        init(_ machine: Machine) throws {
            let types = machine.types
            decimal = try types.make("Decimal", module: "decimal")
            context = try types.make("Context", module: "decimal")
            for type in [decimal, context] { type.messageName = "decimal.\(type.name)" }
            decimal.allocates { PyDecimal(type: $0) }
            context.allocates { PyDecimalContext(type: $0) }
            current = PyDecimalContext(type: context)
            signals = try Self.makeSignals(machine)
            tuple = try NamedTuples.make(
                "DecimalTuple", ["sign", "digits", "exponent"], defaults: [], module: "decimal", machine)
        }

        /// The class of `flags` and `traps`, made when it is first asked for, as it needs another module.
        func signalTable(_ machine: Machine) throws -> PyType {
            if let madeSignalTable { return madeSignalTable }
            let made = try DecimalSignalTable.make(signals, machine)
            madeSignalTable = made
            return made
        }

        private static func makeSignals(_ machine: Machine) throws -> [String: PyType] {
            var made: [String: PyType] = [:]
            let zero = machine.types.exception("ZeroDivisionError")
            let base = try machine.types.make("DecimalException", module: "decimal", bases: [machine.types.exception("ArithmeticError")])
            made["DecimalException"] = base
            func add(_ name: String, _ bases: [PyType]) throws {
                made[name] = try machine.types.make(name, module: "decimal", bases: bases)
            }
            for name in ["Clamped", "InvalidOperation", "Inexact", "Rounded", "Subnormal"] { try add(name, [base]) }
            try add("DivisionByZero", [base, zero])
            try add("FloatOperation", [base, machine.types.exception("TypeError")])
            let inexact = made["Inexact"] ?? base
            let rounded = made["Rounded"] ?? base
            try add("Overflow", [inexact, rounded])
            try add("Underflow", [inexact, rounded, made["Subnormal"] ?? base])
            let invalid = made["InvalidOperation"] ?? base
            for name in ["ConversionSyntax", "DivisionImpossible", "InvalidContext"] { try add(name, [invalid]) }
            try add("DivisionUndefined", [invalid, zero])
            return made
        }

        /// A `Decimal` of that number.
        public func make(_ number: DecimalNumber) -> Value {
            let made = PyDecimal(type: decimal)
            made.number = number
            return .object(made)
        }

        /// Computes in the current context; a trapped signal is raised.
        func compute<Result>(_ machine: Machine, _ body: (inout DecimalContext) throws -> Result) throws -> Result {
            try compute(in: current, machine, body)
        }

        /// Computes in that context; a trapped signal is raised.
        func compute<Result>(
            in context: PyDecimalContext, _ machine: Machine, _ body: (inout DecimalContext) throws -> Result
        ) throws -> Result {
            do {
                return try body(&context.settings)
            } catch let trapped as DecimalContext.Trapped {
                throw raised(trapped, machine)
            }
        }

        private func raised(_ trapped: DecimalContext.Trapped, _ machine: Machine) -> PyError {
            let type = signals[trapped.signal.rawValue] ?? machine.types.exception("ArithmeticError")
            return machine.error(type, [.list(trapped.conditions.map { .object(signals[$0] ?? type) })])
        }
    }

    /// The classes of a machine.
    public static func classes(_ machine: Machine) throws -> Classes { try machine.library(Classes.self, of: "decimal") }

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "decimal")
        let classes = try Classes(machine)
        module.add("_library", .object(LibraryBox(classes)))
        module.add(classes.decimal)
        module.add(classes.context)
        module.add(classes.tuple)
        for (name, type) in classes.signals
        where !["ConversionSyntax", "DivisionImpossible", "DivisionUndefined", "InvalidContext"].contains(name) {
            module.add(name, .object(type))
        }
        for rounding in DecimalContext.Rounding.allCases { module.add(rounding.rawValue, .string(rounding.rawValue)) }
        module.add("__version__", "1.70")
        module.add("__libmpdec_version__", "2.5.1")
        module.add("HAVE_THREADS", true)
        module.add("HAVE_CONTEXTVAR", true)
        module.add("MAX_PREC", .int(999_999_999_999_999_999))
        module.add("MAX_EMAX", .int(999_999_999_999_999_999))
        module.add("MIN_EMIN", .int(-999_999_999_999_999_999))
        if let number = try machine.imported("numbers", "Number").asType {
            AbstractClasses.register([.object(classes.decimal)], on: number)
        }
        DecimalClass.install(classes)
        DecimalMethods.install(classes)
        DecimalContextClass.install(classes, module, machine)
        return module
    }
}
