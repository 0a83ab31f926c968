extension BinaryOperator {
    /// Its number in instructions.
    var number: Int {
        switch self {
        case .add: 0
        case .subtract: 1
        case .multiply: 2
        case .matrixMultiply: 3
        case .divide: 4
        case .modulo: 5
        case .power: 6
        case .leftShift: 7
        case .rightShift: 8
        case .bitOr: 9
        case .bitXor: 10
        case .bitAnd: 11
        case .floorDivide: 12
        }
    }

    /// The operator with a number.
    @inline(__always)
    init(number: UInt8) {
        switch number {
        case 0: self = .add
        case 1: self = .subtract
        case 2: self = .multiply
        case 3: self = .matrixMultiply
        case 4: self = .divide
        case 5: self = .modulo
        case 6: self = .power
        case 7: self = .leftShift
        case 8: self = .rightShift
        case 9: self = .bitOr
        case 10: self = .bitXor
        case 11: self = .bitAnd
        default: self = .floorDivide
        }
    }
}

extension ComparisonOperator {
    /// Its number in instructions, for the rich comparisons.
    var number: Int {
        switch self {
        case .equal, .is, .in: 0
        case .notEqual, .isNot, .notIn: 1
        case .less: 2
        case .lessOrEqual: 3
        case .greater: 4
        case .greaterOrEqual: 5
        }
    }

    /// The rich comparison with a number.
    @inline(__always)
    init(number: UInt8) {
        switch number {
        case 0: self = .equal
        case 1: self = .notEqual
        case 2: self = .less
        case 3: self = .lessOrEqual
        case 4: self = .greater
        default: self = .greaterOrEqual
        }
    }
}
