import HTTPMessages
import Python

/// Why what stands in a form cannot be written into the program.
public enum FormProblem: Error, Equatable, CustomStringConvertible {
    case nameMissing(what: String)
    case notAHeaderName(String)
    case notACookieName(String)
    case notAPythonName(String)
    case notAnExpression(String, reason: String)
    case notAPath(String)
    case nameTaken(String)
    case nothingSelected
    case notFound(String)

    public var description: String {
        switch self {
        case .nameMissing(let what): "the \(what) is empty"
        case .notAHeaderName(let name): "\"\(name.visible)\" is no header name: letters, digits and !#$%&'*+-.^_`|~ only"
        case .notACookieName(let name): "\"\(name.visible)\" is no cookie name: Python's SimpleCookie refuses it"
        case .notAPythonName(let name): "\"\(name.visible)\" is no name in Python"
        case .notAnExpression(let text, let reason): "\(text.visible) is no Python expression: \(reason)"
        case .notAPath(let path): "\"\(path.visible)\" is no path: it begins with / and has its parameters in braces"
        case .nameTaken(let name): "\(name) is defined already; choose another name"
        case .nothingSelected: "select a path operation first"
        case .notFound(let what): "\(what) is not in the program any more"
        }
    }
}

/// Checks of what is typed into forms.
enum FormCheck {
    /// RFC 9110 `token`.
    static func headerName(_ name: String) throws(FormProblem) {
        guard !name.isEmpty else { throw .nameMissing(what: "name") }
        let extra = "!#$%&'*+-.^_`|~"
        guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || extra.contains($0)) }) else { throw .notAHeaderName(name) }
    }

    /// What `http.cookies` accepts as a key: a token or a colon.
    static func cookieName(_ name: String) throws(FormProblem) {
        guard !name.isEmpty else { throw .nameMissing(what: "name") }
        let extra = "!#$%&'*+-.^_`|~:"
        guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || extra.contains($0)) }) else { throw .notACookieName(name) }
    }

    /// An identifier that is no keyword.
    static func pythonName(_ name: String) throws(FormProblem) {
        guard !name.isEmpty else { throw .nameMissing(what: "name") }
        guard let expression = try? Parser.parseExpression(SourceText(name)), case .name = expression.kind else {
            throw .notAPythonName(name)
        }
    }

    /// One Python expression, on one line.
    static func expression(_ text: String) throws(FormProblem) {
        guard !text.allSatisfy(\.isWhitespace) else { throw .nameMissing(what: "value") }
        do throws(SyntaxError) {
            _ = try Parser.parseExpression(SourceText(text))
        } catch {
            throw .notAnExpression(text, reason: error.message)
        }
        guard !text.contains(where: \.isNewline) else { throw .notAnExpression(text, reason: "it has more than one line") }
    }
}
