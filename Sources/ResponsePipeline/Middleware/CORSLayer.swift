import HTTPMessages
import Python

/// Starlette 1.10.0 middleware/cors.py `CORSMiddleware`.
struct CORSLayer {
    private let origins: [String]
    /// A text in place of a list, in which Python looks for a part of it.
    private let originText: String?
    private let methods: [String]
    private let allowedHeaders: [String]
    private let allowsCredentials: Bool
    private let regex: PythonRegex?
    private let allowsPrivateNetwork: Bool
    private let exposed: [String]
    private let allowsAllOrigins: Bool
    private let allowsAllHeaders: Bool
    private let simple: [(name: String, value: String)]
    private let preflight: [(name: String, value: String)]
    private let site: CallSite?

    private static let allMethods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY"]
    private static let safelisted: Set<String> = ["Accept", "Accept-Language", "Content-Language", "Content-Type"]
    static let rule = Rule("10.1", "CORSMiddleware adds it")

    private static let parameters = [
        "allow_origins", "allow_methods", "allow_headers", "allow_credentials", "allow_origin_regex", "allow_private_network",
        "expose_headers", "max_age",
    ]

    /// - Parameter arguments: those of the class, without the application.
    init(_ arguments: Arguments, site: CallSite?, _ machine: Machine) throws {
        self.site = site
        let options = zip(Self.parameters, arguments.positional).map { (name: $0, value: $1) } + arguments.keywords
        let option = { (name: String) in options.first { $0.name == name }?.value }
        let list = { (name: String) -> [String] in
            guard let value = option(name), !value.isNone else { return [] }
            return try machine.array(value).map { try machine.str($0) }
        }
        originText = option("allow_origins")?.asString
        origins = originText == nil ? try list("allow_origins") : []
        let named = option("allow_methods") == nil ? ["GET"] : try list("allow_methods")
        methods = named.contains("*") ? Self.allMethods : named
        let headers = try list("allow_headers")
        allowsCredentials = try option("allow_credentials").map { try machine.isTrue($0) } ?? false
        allowsPrivateNetwork = try option("allow_private_network").map { try machine.isTrue($0) } ?? false
        exposed = try list("expose_headers")
        if let pattern = option("allow_origin_regex")?.asString {
            _ = try machine.call(try machine.imported("re", "compile"), .string(pattern))
            do throws(RegexError) { regex = try PythonRegex(pattern) } catch { throw machine.error("ValueError", "\(error)") }
        } else {
            regex = nil
        }
        allowsAllOrigins = origins.contains("*") || originText?.contains("*") == true
        allowsAllHeaders = headers.contains("*")
        let sorted = Self.safelisted.union(headers).sorted {
            Array($0.unicodeScalars.map(\.value)).lexicographicallyPrecedes($1.unicodeScalars.map(\.value))
        }
        allowedHeaders = sorted.map { $0.lowercased() }
        var simple: [(name: String, value: String)] = []
        if allowsAllOrigins { simple.append(("access-control-allow-origin", "*")) }
        if allowsCredentials { simple.append(("access-control-allow-credentials", "true")) }
        if !exposed.isEmpty { simple.append(("access-control-expose-headers", exposed.joined(separator: ", "))) }
        self.simple = simple
        var preflight: [(name: String, value: String)] = [
            ("vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers, Access-Control-Request-Private-Network")
        ]
        if allowsAllOrigins, !allowsCredentials { preflight.append(("access-control-allow-origin", "*")) }
        preflight.append(("access-control-allow-methods", methods.joined(separator: ", ")))
        preflight.append(("access-control-max-age", try option("max_age").map { try machine.str($0) } ?? "600"))
        if !allowsAllHeaders { preflight.append(("access-control-allow-headers", sorted.joined(separator: ", "))) }
        if allowsCredentials { preflight.append(("access-control-allow-credentials", "true")) }
        self.preflight = preflight
    }

    private func isAllowed(_ origin: String) throws -> Bool {
        if allowsAllOrigins { return true }
        if let regex, try regex.matchesWhole(origin) { return true }
        return originText.map { $0.contains(origin) || origin.isEmpty } ?? origins.contains(origin)
    }

    /// Whether the layer answers itself.
    func isPreflight(_ scope: RequestScope) -> Bool {
        scope.method == "OPTIONS" && scope.headers.contains("origin") && scope.headers.contains("access-control-request-method")
    }

    /// `preflight_response`.
    func answerPreflight(_ scope: RequestScope, _ framework: FrameworkClasses, _ machine: Machine) throws -> OutgoingResponse {
        let origin = scope.headers.text("origin") ?? ""
        var headers = preflight
        func set(_ name: String, _ value: String) {
            if let known = headers.firstIndex(where: { $0.name == name }) {
                headers[known].value = value
            } else {
                headers.append((name, value))
            }
        }
        var failures: [String] = []
        if try isAllowed(origin) {
            if !allowsAllOrigins || allowsCredentials { set("access-control-allow-origin", origin) }
        } else {
            failures.append("origin")
        }
        if !methods.contains(scope.headers.text("access-control-request-method") ?? "") { failures.append("method") }
        if let requested = scope.headers.text("access-control-request-headers") {
            if allowsAllHeaders {
                set("access-control-allow-headers", requested)
            } else if requested.split(separator: ",", omittingEmptySubsequences: false).contains(where: { !isAllowedHeader($0) }) {
                failures.append("headers")
            }
        }
        if scope.headers.contains("access-control-request-private-network") {
            if allowsPrivateNetwork { set("access-control-allow-private-network", "true") } else { failures.append("private-network") }
        }
        let text = failures.isEmpty ? "OK" : "Disallowed CORS " + failures.joined(separator: ", ")
        let recorder = machine.recorder
        let before = recorder?.enter(
            source, failures.isEmpty ? "answers the preflight" : "refuses the preflight: \(failures.joined(separator: ", "))")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        let dict = PyDict()
        for (name, value) in headers { dict[name] = .string(value) }
        recorder?.trace.statuses.append(StatusAccount(status: failures.isEmpty ? 200 : 400, source: source))
        return try framework.plainText(text, failures.isEmpty ? 200 : 400, dict, machine)
    }

    private func isAllowedHeader(_ piece: Substring) -> Bool {
        var name = piece.lowercased()[...]
        while name.first?.isWhitespace == true { name.removeFirst() }
        while name.last?.isWhitespace == true { name.removeLast() }
        return allowedHeaders.contains(String(name))
    }

    /// What hands the messages of an answer on with what is added to it (`send` as a partial function).
    func sending(to outer: Value, _ scope: RequestScope, _ machine: Machine) -> Value {
        machine.native("send", "message") { machine, a in
            .object(
                PyNativeAwaitable { machine in
                    if let message = a[0].asDict, message["type"]?.asString == "http.response.start" {
                        let given = try message["headers"].map { try $0.asList ?? PyList(machine.array($0)) } ?? PyList()
                        let headers = RawHeaders(list: given, machine)
                        machine.recorder?.handed?.lostOnTheWay(to: headers, by: source)
                        try add(to: headers, scope, machine)
                        message["headers"] = .list(headers.pythonList(machine))
                        machine.recorder?.handed = headers
                    }
                    return try await machine.finishCall(outer, Arguments([a[0]]))
                })
        }
    }

    /// `send`: what is added to the headers of an answer that is no preflight's.
    func add(to headers: RawHeaders, _ scope: RequestScope, _ machine: Machine) throws {
        try headers.checkPairs(machine)
        let origin = scope.headers.text("origin")
        let account = machine.recorder.map { _ in RawHeaders.Account(operation: "set", source: source, rule: Self.rule) }
        machine.recorder?.note(source, origin == nil ? "no Origin: only vary" : "adds its headers")
        if origin != nil { for (name, value) in simple { headers.set(name, Array(value.utf8), account) } }
        if let origin, allowsAllOrigins ? allowsCredentials : try isAllowed(origin) {
            headers.set("access-control-allow-origin", origin.latin1Bytes ?? [], account)
        }
        // Whether the origin was allowed or not, the answer depends on it (semantics 10).
        let vary = headers.texts("vary") + ["Origin"]
        headers.set("vary", vary.joined(separator: ", ").latin1Bytes ?? [], account)
    }

    private var source: Source { Source(.middleware, "CORSMiddleware", site: site) }
}
