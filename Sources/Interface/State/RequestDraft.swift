import BrowserModel
import CellUI
import HTTPMessages
import Python
import ResponsePipeline
import Workbench

/// The request that `s` sends for a path operation, as far as the person has filled it in.
public struct RequestDraft: Sendable, Hashable {
    public var method: String
    /// Path and query, percent-encoded as it will go out.
    public var target: String
    /// One header a line, `Name: value`.
    public var headers: [String]
    public var body: String

    /// A first draft: sample values for the path's parameters and for query parameters without default, a body where a model is asked for.
    public init(_ function: FunctionOutline, outline: ProgramOutline) {
        let route = function.route
        method = route?.method.split(separator: ",").first.map(String.init) ?? "GET"
        var path = ""
        var rest = Substring(route?.path ?? "/")
        var pathNames: Set<String> = []
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            path += rest[..<open]
            let name = rest[rest.index(after: open)..<close].prefix { $0 != ":" }
            pathNames.insert(String(name))
            path += Self.sample(function.definition.parameters.all.first { $0.name.text == name }?.annotation)
            rest = rest[rest.index(after: close)...]
        }
        path += rest
        headers = []
        body = ""
        var query: [String] = []
        let models = Set(outline.models.map(\.name))
        for parameter in function.definition.parameters.all where !pathNames.contains(parameter.name.text) {
            let type = parameter.annotation?.draftName
            if let type, let model = outline.models.first(where: { $0.name == type }), models.contains(type) {
                body = Self.body(of: model)
                headers = ["content-type: application/json"]
            } else if parameter.defaultValue == nil, let type, ["int", "float", "str", "bool"].contains(type) {
                query.append("\(parameter.name.text)=\(Self.sample(parameter.annotation))")
            }
        }
        target = path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// First drafts for all path operations, in source order.
    public static func drafts(of outline: ProgramOutline) -> [RequestDraft] {
        outline.pathOperations.map { RequestDraft($0, outline: outline) }
    }

    private static func sample(_ annotation: Expression?) -> String {
        switch annotation?.draftName {
        case "int", "float": "3"
        case "bool": "true"
        case "UUID": "066de609-b04a-4b30-b46c-32537c7f1f6e"
        default: "foo"
        }
    }

    private static func body(of model: ModelOutline) -> String {
        let fields = model.fields.filter { $0.defaultValue == nil }.map { field in
            let value =
                switch field.annotation.draftName {
                case "int", "float": "3"
                case "bool": "true"
                case "list": "[]"
                case "dict": "{}"
                default: "\"foo\""
                }
            return "\"\(field.name)\": \(value)"
        }
        return "{" + fields.joined(separator: ", ") + "}"
    }

    /// The request as it goes out, to a server of that authority; lines that are no header are left out.
    public func request(host: String) -> HTTPRequest {
        var list: HeaderList = ["host": host]
        for line in headers {
            guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            list.append(Header(String(line[..<colon]), bytes: String(value).latin1Bytes ?? Array(value.utf8)))
        }
        let bytes = Array(body.utf8)
        if !bytes.isEmpty, !list.contains(name: "content-length") { list.append("content-length", String(bytes.count)) }
        return HTTPRequest(method: method, target: target.isEmpty ? "/" : target, headers: list, body: bytes)
    }
}

extension Expression {
    /// The name of the type that a sample value should have: `int` of `int`, of `Annotated[int, …]` and of `int | None`.
    fileprivate var draftName: String? {
        switch kind {
        case .name(let name): return name
        case .attribute(let attribute): return attribute.name.text
        case .binaryOperation(let operation): return operation.left.draftName
        case .subscript(let access):
            let name = access.value.draftName
            if name == "Annotated" || name == "Optional" || name == "Union" {
                return (access.index.elements?.first ?? access.index).draftName
            }
            return name?.lowercased() == "list" ? "list" : name
        default: return nil
        }
    }
}
