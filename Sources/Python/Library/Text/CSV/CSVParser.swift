/// Reads rows from lines of text (CPython 3.11 `Modules/_csv.c`, `parse_process_char`).
struct CSVParser {
    private enum State {
        case startOfRow, startOfField, escaped, inField, inQuotes, escapedInQuotes, quoteInQuotes, endOfRow, afterLineEnding
    }

    private let format: CSVFormat
    private var state = State.startOfRow
    private var field: [UInt32] = []
    private var isNumber = false
    private var fields: [(text: [UInt32], isNumber: Bool)] = []

    init(_ format: CSVFormat) { self.format = format }

    /// Whether a row goes on in the next line.
    var isInsideRow: Bool { state != .startOfRow }

    /// Takes in a line.
    mutating func read(_ line: [UInt32]) throws(CSVProblem) {
        for point in line { try take(point) }
        try take(nil)
    }

    /// Takes in the end of all lines inside a row.
    mutating func finish() throws(CSVProblem) {
        if format.isStrict { throw CSVProblem("unexpected end of data") }
        if state == .inQuotes || !field.isEmpty || state == .quoteInQuotes { save() }
        state = .startOfRow
    }

    /// Hands out the row, of each field its text and whether it is to be made a number.
    mutating func takeRow() -> [(text: [UInt32], isNumber: Bool)] {
        defer { fields = [] }
        return fields
    }

    private mutating func save() {
        fields.append((field, isNumber))
        field = []
        isNumber = false
    }

    private func isLineEnd(_ point: UInt32?) -> Bool { point == nil || point == 0x0A || point == 0x0D }

    /// Ends the row at a line ending, or waits for what follows a carriage return.
    private mutating func endRow(_ point: UInt32?) { state = point == nil ? .startOfRow : .afterLineEnding }

    private mutating func take(_ point: UInt32?) throws(CSVProblem) {
        switch state {
        case .startOfRow:
            guard let point else { return }
            if isLineEnd(point) { return state = .afterLineEnding }
            state = .startOfField
            try takeStart(point)
        case .startOfField: try takeStart(point)
        case .escaped:
            field.append(point ?? 0x0A)
            state = .inField
        case .inField:
            if isLineEnd(point) {
                save()
                endRow(point)
            } else if point == format.escape {
                state = .escaped
            } else if point == format.delimiter {
                save()
                state = .startOfField
            } else if let point {
                field.append(point)
            }
        case .inQuotes: takeQuoted(point)
        case .escapedInQuotes:
            field.append(point ?? 0x0A)
            state = .inQuotes
        case .quoteInQuotes: try takeBehindQuote(point)
        case .endOfRow, .afterLineEnding:
            guard let point else { return state = .startOfRow }
            if !isLineEnd(point) {
                throw CSVProblem("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
            }
        }
    }

    private mutating func takeStart(_ point: UInt32?) throws(CSVProblem) {
        if isLineEnd(point) {
            save()
            endRow(point)
        } else if point == format.quote, format.quoting != .none {
            state = .inQuotes
        } else if point == format.escape {
            state = .escaped
        } else if point == 0x20, format.skipsInitialSpace {
            return
        } else if point == format.delimiter {
            save()
            state = .startOfField
        } else if let point {
            isNumber = format.quoting == .nonnumeric
            field.append(point)
            state = .inField
        }
    }

    private mutating func takeQuoted(_ point: UInt32?) {
        guard let point else { return }
        if point == format.escape {
            state = .escapedInQuotes
        } else if point == format.quote, format.quoting != .none {
            state = format.doublesQuotes ? .quoteInQuotes : .inField
        } else {
            field.append(point)
        }
    }

    private mutating func takeBehindQuote(_ point: UInt32?) throws(CSVProblem) {
        if let point, format.quoting != .none, point == format.quote {
            field.append(point)
            state = .inQuotes
        } else if point == format.delimiter {
            save()
            state = .startOfField
        } else if isLineEnd(point) {
            save()
            endRow(point)
        } else if format.isStrict {
            let (delimiter, quote) = (format.delimiter, format.quote ?? 0x22)
            throw CSVProblem("'\(Unicode.Scalar(delimiter) ?? ",")' expected after '\(Unicode.Scalar(quote) ?? "\"")'")
        } else if let point {
            field.append(point)
            state = .inField
        }
    }
}
