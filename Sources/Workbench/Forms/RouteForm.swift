import Python

/// A path operation's decorator and signature, as a form shows it.
public struct RouteForm: Sendable, Hashable {
    public static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]

    public var method = "GET"
    public var path = "/"
    public var function = ""
    /// Parameters as in a `def`: `item_id: int, q: str | None = None`; the temporal response is added by itself.
    public var parameters = ""
    /// Expressions of the decorator's keywords, empty where left out.
    public var statusCode = ""
    public var responseModel = ""
    public var responseClass = ""

    public init() {}

    public init?(_ function: FunctionOutline, source: SourceText) {
        guard let route = function.route else { return nil }
        method = route.method
        path = route.path
        self.function = function.name
        parameters = function.definition.parameters.all
            .filter { $0.name.text != function.responseParameter }
            .map { source.text(of: $0.range) }.joined(separator: ", ")
        let text = { (name: String) in route.keyword(name).map { source.text(of: $0.value.range) } ?? "" }
        statusCode = text("status_code")
        responseModel = text("response_model")
        responseClass = text("response_class")
    }

    public func check() throws(FormProblem) {
        guard path.hasPrefix("/"), Self.bracesMatch(path) else { throw .notAPath(path) }
        try FormCheck.pythonName(function)
        if !parameters.isEmpty {
            do throws(SyntaxError) {
                _ = try Parser.parse(strictly: SourceText("def f(\(parameters)): pass\n"))
            } catch {
                throw .notAnExpression(parameters, reason: error.message)
            }
        }
        for text in [statusCode, responseModel, responseClass] where !text.isEmpty { try FormCheck.expression(text) }
    }

    private static func bracesMatch(_ path: String) -> Bool {
        var depth = 0
        for character in path {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if depth < 0 || depth > 1 || character.isWhitespace { return false }
        }
        return depth == 0
    }

    /// The names in the path's braces, without convertors.
    public var pathParameters: [String] {
        path.split(separator: "{").dropFirst().compactMap { piece in
            guard let end = piece.firstIndex(of: "}") else { return nil }
            return String(piece[..<end].prefix { $0 != ":" })
        }
    }

    /// The decorator line for an application of that name.
    public func decorator(application: String) -> String {
        var arguments = [PythonText.literal(path)]
        if !responseModel.isEmpty { arguments.append("response_model=\(responseModel)") }
        if !statusCode.isEmpty { arguments.append("status_code=\(statusCode)") }
        if !responseClass.isEmpty { arguments.append("response_class=\(responseClass)") }
        return "@\(application).\(method.lowercased())(\(arguments.joined(separator: ", ")))"
    }

    /// A new path operation, without a line end before or behind it.
    public func definition(application: String, newline: String) -> String {
        let taken = Set(parameters.split(separator: ",").map { $0.prefix { $0 != ":" && $0 != "=" }.filter { !$0.isWhitespace } })
        let missing = pathParameters.filter { !taken.contains($0) }.map { "\($0): str" }
        let all = (missing + (parameters.isEmpty ? [] : [parameters])).joined(separator: ", ")
        let lines = [decorator(application: application), "def \(function)(\(all)):", "    return {}"]
        return lines.joined(separator: newline)
    }
}
