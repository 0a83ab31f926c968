/// The settings of decimal arithmetic: Python's `decimal.Context`.
public struct DecimalContext: Sendable {
    /// The roundings; the raw value is the name that Python gives them.
    public enum Rounding: String, Sendable, CaseIterable {
        case ceiling = "ROUND_CEILING"
        case down = "ROUND_DOWN"
        case floor = "ROUND_FLOOR"
        case halfDown = "ROUND_HALF_DOWN"
        case halfEven = "ROUND_HALF_EVEN"
        case halfUp = "ROUND_HALF_UP"
        case up = "ROUND_UP"
        case zeroFiveUp = "ROUND_05UP"
    }

    /// What may be signalled; the raw value is the class of Python's exception.
    public enum Signal: String, Sendable, CaseIterable {
        case invalidOperation = "InvalidOperation"
        case floatOperation = "FloatOperation"
        case divisionByZero = "DivisionByZero"
        case overflow = "Overflow"
        case underflow = "Underflow"
        case subnormal = "Subnormal"
        case inexact = "Inexact"
        case rounded = "Rounded"
        case clamped = "Clamped"
    }

    /// Why an operation is invalid; C's `decimal` names it in the message.
    public enum Condition: String, Sendable {
        case invalidOperation = "InvalidOperation"
        case conversionSyntax = "ConversionSyntax"
        case divisionImpossible = "DivisionImpossible"
        case divisionUndefined = "DivisionUndefined"
        case invalidContext = "InvalidContext"
    }

    /// The number of digits that results are rounded to.
    public var precision = 28
    /// How results are rounded.
    public var rounding = Rounding.halfEven
    /// Python's `Emin`.
    public var minimumExponent = -999_999
    /// Python's `Emax`.
    public var maximumExponent = 999_999
    /// Whether exponents are written with `E`.
    public var capitals = true
    /// Python's `clamp`.
    public var clamps = false
    /// The signals that raise exceptions.
    public var traps: Set<Signal> = [.invalidOperation, .divisionByZero, .overflow]
    /// The signals that came up so far.
    public var flags: Set<Signal> = []

    /// Python's default context.
    public init() {}

    /// A trapped signal.
    public struct Trapped: Error, Equatable {
        /// Which exception is raised.
        public let signal: Signal
        /// The classes that C's `decimal` lists as the exception's argument.
        public let conditions: [String]
    }

    /// The least exponent of a subnormal number.
    var smallestExponent: Int { minimumExponent - precision + 1 }
    /// The greatest exponent of a number with full precision.
    var topExponent: Int { maximumExponent - precision + 1 }

    /// Sets a flag, or throws if the signal is trapped.
    mutating func signal(_ signal: Signal, _ condition: Condition = .invalidOperation) throws(Trapped) {
        flags.insert(signal)
        guard traps.contains(signal) else { return }
        let name = signal == .invalidOperation ? condition.rawValue : signal.rawValue
        throw Trapped(signal: signal, conditions: [name])
    }

    /// An invalid operation: NaN unless it is trapped.
    mutating func invalid(_ condition: Condition = .invalidOperation) throws(Trapped) -> DecimalNumber {
        try signal(.invalidOperation, condition)
        return .nan
    }

    // MARK: Rounding

    /// Whether the kept digits go up by one; `rest` is what is cut: its relation to one half (-1, 0, 1), and it is not zero.
    func goesUp(_ kept: BigInt, half: Int, isNegative: Bool) -> Bool {
        switch rounding {
        case .down: false
        case .up: true
        case .ceiling: !isNegative
        case .floor: isNegative
        case .halfUp: half >= 0
        case .halfDown: half > 0
        case .halfEven: half > 0 || (half == 0 && kept.isOdd)
        case .zeroFiveUp: kept.floorDivided(by: 5)?.remainder.isZero ?? false
        }
    }

    /// The number with that exponent, rounded if digits are lost; tells whether something was lost.
    func rescaled(_ number: DecimalNumber, to exponent: Int) -> (number: DecimalNumber, isInexact: Bool) {
        var made = number
        made.exponent = exponent
        if number.isZero { return (made, false) }
        if number.exponent >= exponent {
            made.coefficient = number.coefficient * BigInt.powerOfTen(number.exponent - exponent)
            return (made, false)
        }
        let cut = exponent - number.exponent
        if cut > number.digitCount + 1 {
            let up = goesUp(.zero, half: -1, isNegative: number.isNegative)
            made.coefficient = up ? 1 : .zero
            return (made, true)
        }
        let unit = BigInt.powerOfTen(cut)
        guard let (kept, rest) = number.coefficient.floorDivided(by: unit) else { return (made, false) }
        made.coefficient = kept
        if rest.isZero { return (made, false) }
        let twice = rest + rest
        let half = twice < unit ? -1 : twice == unit ? 0 : 1
        if goesUp(kept, half: half, isNegative: number.isNegative) { made.coefficient = kept + 1 }
        return (made, true)
    }

    /// The number rounded to the precision and fitted into the range of exponents.
    public mutating func finalize(_ number: DecimalNumber) throws(Trapped) -> DecimalNumber {
        guard number.isFinite else { return number.isNaN ? try quiet(number) : number }
        if number.isZero {
            let top = clamps ? topExponent : maximumExponent
            var made = number
            made.exponent = min(max(number.exponent, smallestExponent), top)
            if made.exponent != number.exponent { try signal(.clamped) }
            return made
        }
        var least = number.digitCount + number.exponent - precision
        if least > topExponent { return try overflow(number) }
        let isSubnormal = least < smallestExponent
        if isSubnormal { least = smallestExponent }
        if number.exponent < least { return try shorten(number, to: least, isSubnormal) }
        if isSubnormal { try signal(.subnormal) }
        if clamps, number.exponent > topExponent {
            try signal(.clamped)
            return rescaled(number, to: topExponent).number
        }
        return number
    }

    private mutating func shorten(_ number: DecimalNumber, to exponent: Int, _ isSubnormal: Bool) throws(Trapped) -> DecimalNumber {
        var (made, isInexact) = rescaled(number, to: exponent)
        if made.digitCount > precision, !made.isZero {
            made = rescaled(made, to: exponent + 1).number
            if made.exponent > topExponent { return try overflow(number) }
        }
        if isInexact, isSubnormal { try signal(.underflow) }
        if isSubnormal { try signal(.subnormal) }
        if isInexact { try signal(.inexact) }
        try signal(.rounded)
        if made.isZero { try signal(.clamped) }
        return made
    }

    private mutating func overflow(_ number: DecimalNumber) throws(Trapped) -> DecimalNumber {
        try signal(.overflow)
        try signal(.inexact)
        try signal(.rounded)
        let staysFinite: Bool =
            switch rounding {
            case .down, .zeroFiveUp: true
            case .ceiling: number.isNegative
            case .floor: !number.isNegative
            default: false
            }
        if !staysFinite { return .infinity(number.isNegative) }
        return DecimalNumber(
            isNegative: number.isNegative, coefficient: BigInt.powerOfTen(precision) - 1, exponent: topExponent)
    }

    /// A NaN as the result of an operation: a signalling one signals.
    mutating func quiet(_ number: DecimalNumber) throws(Trapped) -> DecimalNumber {
        if number.kind == .signallingNaN { try signal(.invalidOperation) }
        var made = number
        made.kind = .quietNaN
        return made
    }

    /// The NaN that an operation on these gives, or nil if there is none among them.
    mutating func nan(_ a: DecimalNumber, _ b: DecimalNumber? = nil) throws(Trapped) -> DecimalNumber? {
        for kind in [DecimalNumber.Kind.signallingNaN, .quietNaN] {
            if a.kind == kind { return try quiet(a) }
            if let b, b.kind == kind { return try quiet(b) }
        }
        return nil
    }
}
