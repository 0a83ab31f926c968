/// A keyword, operator or delimiter; the raw value is how it is written.
enum Symbol: String, Sendable, Hashable, CaseIterable {
    case `false` = "False"
    case none = "None"
    case `true` = "True"
    case and, `as`, assert, async, await
    case `break`
    case `class`, `continue`, def, del, elif
    case `else`
    case except, finally
    case `for`
    case from, global
    case `if`, `import`, `in`, `is`
    case lambda, nonlocal, not, or, pass, raise
    case `return`, `try`, `while`
    case with, yield

    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case comma = ","
    case colon = ":"
    case semicolon = ";"
    case dot = "."
    case ellipsis = "..."
    case arrow = "->"
    case colonEqual = ":="
    case at = "@"
    case equal = "="

    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case doubleSlash = "//"
    case percent = "%"
    case doubleStar = "**"
    case leftShift = "<<"
    case rightShift = ">>"
    case ampersand = "&"
    case bar = "|"
    case caret = "^"
    case tilde = "~"
    case less = "<"
    case greater = ">"
    case lessEqual = "<="
    case greaterEqual = ">="
    case doubleEqual = "=="
    case notEqual = "!="

    case plusEqual = "+="
    case minusEqual = "-="
    case starEqual = "*="
    case slashEqual = "/="
    case doubleSlashEqual = "//="
    case percentEqual = "%="
    case atEqual = "@="
    case ampersandEqual = "&="
    case barEqual = "|="
    case caretEqual = "^="
    case rightShiftEqual = ">>="
    case leftShiftEqual = "<<="
    case doubleStarEqual = "**="

    /// Whether the symbol is a keyword.
    var isKeyword: Bool { rawValue.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x61 && $0 <= 0x7A } ?? false }

    /// All keywords by their text.
    static let keywords: [String: Symbol] = Dictionary(
        uniqueKeysWithValues: allCases.filter(\.isKeyword).map { ($0.rawValue, $0) })

    /// All operators and delimiters by their text.
    static let operators: [[UInt8]: Symbol] = Dictionary(
        uniqueKeysWithValues: allCases.filter { !$0.isKeyword }.map { (Array($0.rawValue.utf8), $0) })

    /// The operators by their first byte, longest first.
    static let operatorsByFirstByte: [[(text: [UInt8], symbol: Symbol)]] = {
        var table = [[(text: [UInt8], symbol: Symbol)]](repeating: [], count: 128)
        for (text, symbol) in operators { table[Int(text[0])].append((text, symbol)) }
        return table.map { $0.sorted { $0.text.count > $1.text.count } }
    }()

    /// The operator of an augmented assignment, or nil for any other symbol.
    var augmentedOperator: BinaryOperator? {
        switch self {
        case .plusEqual, .minusEqual, .starEqual, .slashEqual, .doubleSlashEqual, .percentEqual, .atEqual, .ampersandEqual,
            .barEqual, .caretEqual, .rightShiftEqual, .leftShiftEqual, .doubleStarEqual:
            return BinaryOperator(rawValue: String(rawValue.dropLast()))
        default:
            return nil
        }
    }
}
