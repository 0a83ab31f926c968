/// How rows are written as text: the parameters that `csv.writer` and `csv.reader` take (CPython 3.11 `Modules/_csv.c`).
struct CSVFormat {
    /// When fields stand in quotes; the numbers are those of `csv.QUOTE_…`.
    enum Quoting: Int {
        case minimal = 0
        case all, nonnumeric, none
    }

    var delimiter: UInt32 = 0x2C
    var quote: UInt32? = 0x22
    var escape: UInt32?
    var lineEnding: [UInt32] = [0x0D, 0x0A]
    var quoting = Quoting.minimal
    var doublesQuotes = true
    var skipsInitialSpace = false
    var isStrict = false

    /// The line of a row: of each field its text, and whether it is a number.
    ///
    /// Throws what is wrong with a field that cannot be written.
    func line(_ fields: [(text: [UInt32], isNumber: Bool)]) throws(CSVProblem) -> [UInt32] {
        var line: [UInt32] = []
        for (index, field) in fields.enumerated() {
            if index > 0 { line.append(delimiter) }
            let isLonelyAndEmpty = fields.count == 1 && field.text.isEmpty
            if isLonelyAndEmpty, quoting == .none { throw CSVProblem("single empty field record must be quoted") }
            try append(field.text, isNumber: field.isNumber, mustQuote: isLonelyAndEmpty, to: &line)
        }
        return line + lineEnding
    }

    private func append(_ text: [UInt32], isNumber: Bool, mustQuote: Bool, to line: inout [UInt32]) throws(CSVProblem) {
        var isQuoted = mustQuote || quoting == .all || (quoting == .nonnumeric && !isNumber)
        var escaped: [UInt32] = []
        for point in text {
            if point == delimiter || point == escape || point == quote || lineEnding.contains(point) {
                if quoting == .none || (point == quote && !doublesQuotes) || point == escape {
                    guard let escape else { throw CSVProblem("need to escape, but no escapechar set") }
                    escaped.append(escape)
                } else {
                    if point == quote { escaped.append(point) }
                    isQuoted = true
                }
            }
            escaped.append(point)
        }
        if isQuoted, let quote { line += [quote] + escaped + [quote] } else { line += escaped }
    }
}

/// What is wrong with a row.
struct CSVProblem: Error {
    let text: String

    init(_ text: String) { self.text = text }
}
