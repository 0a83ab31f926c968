import Python

/// A write to the temporal response's headers, as a form shows it.
public struct HeaderForm: Sendable, Hashable {
    public var name: String
    /// A Python expression.
    public var value: String
    public var mode: TemporalWrite.HeaderMode

    public init(name: String = "", value: String = "\"\"", mode: TemporalWrite.HeaderMode = .set) {
        self.name = name
        self.value = value
        self.mode = mode
    }

    /// The form of a statement that is there; nil where it writes no header, or its name is no plain text.
    public init?(_ write: TemporalWrite, source: SourceText) {
        guard case .header(let name, let value, let mode) = write.kind, let text = name.plainText else { return nil }
        self.init(name: text, value: source.text(of: value.range), mode: mode)
    }

    public func check() throws(FormProblem) {
        try FormCheck.headerName(name)
        try FormCheck.expression(value)
    }

    /// The statement, for a parameter of that name.
    public func statement(response: String) -> String {
        let key = PythonText.literal(name)
        return switch mode {
        case .set: "\(response).headers[\(key)] = \(value)"
        case .append: "\(response).headers.append(\(key), \(value))"
        case .setdefault: "\(response).headers.setdefault(\(key), \(value))"
        }
    }
}

/// Text as Python source.
enum PythonText {
    /// A string literal in double quotes.
    static func literal(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                out += "\\x" + (digits.count < 2 ? "0" : "") + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
