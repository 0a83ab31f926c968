import HTTPMessages
import Python

/// One request on its way through the application: what an ASGI scope holds.
final class RequestScope {
    let request: HTTPRequest
    /// ASGI's `http_version`.
    let httpVersion: String
    /// Waits for the body, where it is still on its way.
    let arrivingBody: (@Sendable () async -> [UInt8]?)?
    /// Lets a client send the body that waits for being asked.
    let listen: (@Sendable () -> Void)?
    private(set) var headers: RawHeaders
    private(set) var method: String
    /// The path, percent-decoded (invalid UTF-8 replaced).
    private(set) var path: String
    private(set) var queryText: String
    private(set) var scheme = "http"
    /// The path under which the application is served behind a proxy.
    var rootPath = ""
    private(set) var client: (host: String, port: Int)
    let server: (host: String, port: Int)
    var pathParameters: [(name: String, value: Value)] = []
    /// `path_params`, the same dictionary until the next match.
    var knownParameters: PyDict?
    /// What routing added to the scope, in order.
    var keys: [ScopeKey] = []
    /// How many mounts, and applications of the program, the request is inside of.
    var mountDepth = 0
    var bridgeDepth = 0
    /// What is mounted and answers.
    var mounted: MountedApplication?
    /// The application that answers, and the one whose router came first.
    var application: ApplicationObject? { didSet { if let application { dictionary?["app"] = .object(application) } } }
    var router: RouterObject?
    /// The `root_path` outside of all mounts, once the request is inside of one.
    var outerRootPath: String?
    /// `request.state`.
    private(set) var state: PyDict
    /// The dictionary that the program sees, once it asked for it.
    private(set) var dictionary: PyDict?
    /// How the body is read where a middleware of the program hands it over.
    var receive: Value?
    /// Where a middleware of the program wants what answers, message by message as it is sent; nil where something changes it before.
    var send: Value?
    /// Who acts in that middleware, where a trace is recorded.
    var sendStage: Source?
    /// What takes the messages for the server, of an application of the program that answers.
    weak var answering: MessageCollector?
    /// The whole body, once it was read.
    var body: [UInt8]?
    /// How large the body may be, where something says so.
    var bodyLimit: Int?
    /// Whether it was read for parameters of the path operation, whose `Request` then has it.
    var isBodyOfRoute = false
    /// Whether the last piece of the body was read.
    var isBodyTaken = false
    /// Whether a layer with `dispatch` is around, which hands on the body that it read itself.
    var isBelowDispatch = false
    /// How often something asked for the body.
    var bodyReads = 0
    /// Whether that layer handed the body on.
    var isBodyHanded = false
    /// The `Request` object of the layer that runs now, made at first use.
    var object: Value?
    /// The route that was chosen.
    var route: Route?
    /// FastAPI's own handler of the route that runs, for a route class of the program.
    var runRoute: ((Value) async throws -> Value)?
    /// The classes of the machine that answers.
    var framework: FrameworkClasses?

    init(
        _ incoming: IncomingRequest, state: PyDict = PyDict(), rootPath: String = ""
    ) {
        let request = incoming.request
        self.request = request
        httpVersion = incoming.httpVersion
        arrivingBody = incoming.body
        listen = incoming.listen
        self.rootPath = rootPath
        client = incoming.client
        server = incoming.server
        self.state = state
        method = request.method
        queryText = request.query
        headers = RawHeaders(request.headers)
        let forwarded = ForwardedHeaders(headers, from: client)
        scheme = forwarded.scheme ?? scheme
        client = forwarded.client ?? client
        path = String(decoding: URLQuoting.unquote(request.path.utf8), as: UTF8.self)
    }

    /// A scope as a middleware of the program hands it on.
    init(dictionary: PyDict, request: HTTPRequest, _ machine: Machine) {
        self.request = request
        httpVersion = dictionary["http_version"]?.asString ?? "1.1"
        arrivingBody = nil
        listen = nil
        self.dictionary = dictionary
        let address = { (name: String) -> (host: String, port: Int) in
            let parts = dictionary[name].flatMap { try? machine.array($0) } ?? []
            return parts.count == 2 ? (parts[0].asString ?? "", parts[1].asInt ?? 0) : ("", 0)
        }
        client = address("client")
        server = address("server")
        state = PyDict()
        method = "GET"
        path = ""
        queryText = ""
        headers = RawHeaders()
        application = dictionary["app"]?.asObject as? ApplicationObject
        router = dictionary["router"]?.asObject as? RouterObject
        outerRootPath = dictionary["app_root_path"]?.asString
        pathParameters = dictionary["path_params"]?.asDict?.items.map { ($0.key.asString ?? "", $0.value) } ?? []
        follow(machine)
    }

    /// Reads again what the program may have changed in the dictionary that it sees.
    func follow(_ machine: Machine) {
        guard let dictionary else { return }
        if let value = dictionary["method"]?.asString { method = value }
        if let value = dictionary["path"]?.asString { path = value }
        if let value = dictionary["scheme"]?.asString { scheme = value }
        if let value = dictionary["root_path"]?.asString { rootPath = value }
        if let value = dictionary["query_string"]?.asBytes {
            queryText = String(decoding: value.bytes, as: UTF8.self)
            query = Self.pairs(value.bytes)
        }
        if let value = dictionary["state"]?.asDict { state = value }
        if let value = dictionary["headers"] {
            let list = value.asList ?? PyList((try? machine.array(value)) ?? [])
            headers = RawHeaders(list: list, machine)
            cookies = Self.cookies(in: headers)
        }
    }

    /// The dictionary of the scope, as uvicorn 0.54.0 and Starlette fill it.
    func expose(_ machine: Machine) -> PyDict {
        if let dictionary { return dictionary }
        let dict = PyDict()
        let asgi = PyDict()
        asgi["version"] = "3.0"
        asgi["spec_version"] = "2.3"
        dict["type"] = "http"
        dict["asgi"] = .dict(asgi)
        dict["http_version"] = .string(httpVersion)
        dict["server"] = .tuple(PyTuple([.string(server.host), .int(server.port)]))
        dict["client"] = .tuple(PyTuple([.string(client.host), .int(client.port)]))
        dict["scheme"] = .string(scheme)
        dict["method"] = .string(method)
        dict["root_path"] = .string(rootPath)
        dict["path"] = .string(path)
        dict["raw_path"] = .object(PyBytes(Array(request.path.utf8)))
        dict["query_string"] = .object(PyBytes(Array(queryText.utf8)))
        dict["headers"] = .list(headers.pythonList(machine))
        dict["state"] = .dict(state)
        if let application { dict["app"] = .object(application) }
        dictionary = dict
        for key in keys { dict[key.rawValue] = value(of: key, machine) }
        return dict
    }

    /// The length that the request says its body has.
    var contentLength: Int? { headers.text("content-length").flatMap { Int($0) } }

    /// The body as the server has it, once it has come; nil where the client left.
    func arrivedBody(_ machine: Machine) async -> [UInt8]? {
        guard let arrivingBody else { return request.body }
        // Other requests may use the machine meanwhile.
        let run = machine.context
        defer { machine.context = run }
        return await arrivingBody()
    }

    // MARK: The address

    /// The authority that the client asked for, else the server's own address (Starlette 1.10.0 `URL(scope=…)`).
    var authority: String {
        if let host = HostHeader(headers.text("host")), host.hasValidPort { return host.authority }
        let host = server.host.contains(":") && !server.host.hasPrefix("[") ? "[\(server.host)]" : server.host
        return server.port == (scheme == "https" ? 443 : 80) ? host : "\(host):\(server.port)"
    }

    /// The whole URL; another path and query may be put in.
    func url(path other: String? = nil, query otherQuery: String? = nil) -> String {
        let shown = (other ?? path).replacing("?", with: "%3F").replacing("#", with: "%23").replacing("\\", with: "%5C")
        let query = otherQuery ?? queryText
        let slash = shown.hasPrefix("/") || shown.isEmpty ? "" : "/"
        return "\(scheme)://\(authority)\(slash)\(shown)" + (query.isEmpty ? "" : "?" + query)
    }

    /// `str(request.url)`.
    var urlText: String { url() }

    /// `str(request.base_url)`.
    var baseURLText: String {
        let root = outerRootPath ?? rootPath
        return url(path: root.hasSuffix("/") ? root : root + "/", query: "")
    }

    /// The path below `root_path` (Starlette 1.10.0 `get_route_path`).
    var routePath: String { routePath(of: path) }

    func routePath(of path: String) -> String {
        guard !rootPath.isEmpty, path.hasPrefix(rootPath) else { return path }
        let rest = path.dropFirst(rootPath.count)
        return rest.isEmpty || rest.hasPrefix("/") ? String(rest) : path
    }

    /// Names and values of the query in order; `+` is a blank, blank values are kept (`parse_qsl(keep_blank_values=True)`).
    lazy var query: [(name: String, value: String)] = Self.pairs(Array(queryText.utf8))

    /// Splits and decodes `a=1&b=2`.
    static func pairs(_ bytes: [UInt8]) -> [(name: String, value: String)] {
        bytes.split(separator: UInt8(ascii: "&")).map { piece in
            let mark = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
            let value = mark < piece.endIndex ? piece[(mark + 1)...] : []
            let decode = { (part: ArraySlice<UInt8>) in
                String(decoding: URLQuoting.unquote(part, plusIsSpace: true), as: UTF8.self)
            }
            return (decode(piece[..<mark]), decode(value))
        }
    }

    /// Cookies by name, the last of a name wins (Starlette 1.10.0 requests.py `cookie_parser`).
    lazy var cookies = Self.cookies(in: headers)

    private static func cookies(in headers: RawHeaders) -> [(name: String, value: String)] {
        var result: [(name: String, value: String)] = []
        var places: [String: Int] = [:]
        for header in headers.texts("cookie") {
            for piece in header.split(separator: ";", omittingEmptySubsequences: false) {
                let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let name = parts.count > 1 ? trimmed(parts[0]) : ""
                let value = trimmed(parts.count > 1 ? parts[1] : parts[0])
                if name.isEmpty, value.isEmpty { continue }
                let plain = CookieText.unquoted(value)
                if let known = places[name] {
                    result[known].value = plain
                } else {
                    places[name] = result.count
                    result.append((name, plain))
                }
            }
        }
        return result
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

/// `http.cookies._unquote`.
enum CookieText {
    static func unquoted(_ text: String) -> String {
        guard text.utf8.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        let inner = Array(text.dropFirst().dropLast().unicodeScalars)
        var out = String.UnicodeScalarView()
        var index = 0
        while index < inner.count {
            if inner[index] == "\\", index + 1 < inner.count {
                let digits = inner[(index + 1)..<min(index + 4, inner.count)]
                if digits.count == 3, let first = digits.first, ("0"..."3").contains(first), digits.allSatisfy({ ("0"..."7").contains($0) })
                {
                    let value = digits.reduce(UInt32(0)) { $0 * 8 + ($1.value - 48) }
                    if let scalar = Unicode.Scalar(value) { out.append(scalar) }
                    index += 4
                    continue
                }
                out.append(inner[index + 1])
                index += 2
            } else {
                out.append(inner[index])
                index += 1
            }
        }
        return String(out)
    }
}
