extension DunderNames {
    /// The method of a binary operator, and the reflected one.
    func binary(_ operation: BinaryOperator) -> (forward: PyStr, reflected: PyStr) {
        switch operation {
        case .add: (add, radd)
        case .subtract: (sub, rsub)
        case .multiply: (mul, rmul)
        case .matrixMultiply: (matmul, rmatmul)
        case .divide: (truediv, rtruediv)
        case .modulo: (mod, rmod)
        case .power: (pow, rpow)
        case .leftShift: (lshift, rlshift)
        case .rightShift: (rshift, rrshift)
        case .bitOr: (or, ror)
        case .bitXor: (xor, rxor)
        case .bitAnd: (and, rand)
        case .floorDivide: (floordiv, rfloordiv)
        }
    }

    /// The method of an operator with assignment.
    func inPlace(_ operation: BinaryOperator) -> PyStr {
        switch operation {
        case .add: iadd
        case .subtract: isub
        case .multiply: imul
        case .matrixMultiply: imatmul
        case .divide: itruediv
        case .modulo: imod
        case .power: ipow
        case .leftShift: ilshift
        case .rightShift: irshift
        case .bitOr: ior
        case .bitXor: ixor
        case .bitAnd: iand
        case .floorDivide: ifloordiv
        }
    }

    /// The method of a unary operator; `not` has none.
    func unary(_ operation: UnaryOperator) -> PyStr {
        switch operation {
        case .minus: neg
        case .plus: pos
        case .invert: invert
        case .not: bool
        }
    }

    /// The method of a comparison, and the reflected one; only the six rich comparisons have any.
    func comparison(_ operation: ComparisonOperator) -> (forward: PyStr, reflected: PyStr) {
        switch operation {
        case .equal, .is, .in: (eq, eq)
        case .notEqual, .isNot, .notIn: (ne, ne)
        case .less: (lt, gt)
        case .lessOrEqual: (le, ge)
        case .greater: (gt, lt)
        case .greaterOrEqual: (ge, le)
        }
    }
}
