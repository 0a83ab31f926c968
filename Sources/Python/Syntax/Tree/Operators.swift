/// An infix arithmetic or bitwise operator; the raw value is its token.
public enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case matrixMultiply = "@"
    case divide = "/"
    case modulo = "%"
    case power = "**"
    case leftShift = "<<"
    case rightShift = ">>"
    case bitOr = "|"
    case bitXor = "^"
    case bitAnd = "&"
    case floorDivide = "//"
}

/// A prefix operator; the raw value is its token.
public enum UnaryOperator: String, Sendable, Hashable, CaseIterable {
    case invert = "~"
    case not = "not"
    case plus = "+"
    case minus = "-"
}

/// A boolean operator; the raw value is its token.
public enum BooleanOperator: String, Sendable, Hashable, CaseIterable {
    case and
    case or
}

/// A comparison operator; the raw value is how it is written.
public enum ComparisonOperator: String, Sendable, Hashable, CaseIterable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case `is` = "is"
    case isNot = "is not"
    case `in` = "in"
    case notIn = "not in"
}
