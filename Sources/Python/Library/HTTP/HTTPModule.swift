/// The module `http`: status codes and methods as enumerations.
enum HTTPModule {
    /// A status: its name, code, phrase and the sentence of the RFCs that CPython gives with it.
    private struct Status {
        let name: String
        let code: Int
        let phrase: String
        var description = ""

        init(_ name: String, _ code: Int, _ phrase: String, _ description: String = "") {
            self.name = name
            self.code = code
            self.phrase = phrase
            self.description = description
        }
    }

    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "http")
        guard let intEnum = try machine.imported("enum", "IntEnum").asType, let strEnum = try machine.imported("enum", "StrEnum").asType
        else { return module }
        let status = try machine.types.make("HTTPStatus", module: "http", bases: [intEnum], metaclass: intEnum.metaclass)
        status.isProgramDefined = true
        for entry in statuses { status.constant(entry.name, .int(entry.code)) }
        try EnumMembers.complete(status, Arguments(), machine)
        for entry in statuses {
            guard let member = status.attributes["_member_map_"]?.asDict?[entry.name]?.asInstance else { continue }
            member.dictionary["phrase"] = .string(entry.phrase)
            member.dictionary["description"] = .string(entry.description)
        }
        module.add(status)
        try addMethods(module, strEnum, machine)
        return module
    }

    private static func addMethods(_ module: PyModule, _ strEnum: PyType, _ machine: Machine) throws {
        let method = try machine.types.make("HTTPMethod", module: "http", bases: [strEnum], metaclass: strEnum.metaclass)
        method.isProgramDefined = true
        let methods = [
            ("CONNECT", "Establish a connection to the server."), ("DELETE", "Remove the target."), ("GET", "Retrieve the target."),
            ("HEAD", "Same as GET, but only retrieve the status line and header section."),
            ("OPTIONS", "Describe the communication options for the target."), ("PATCH", "Apply partial modifications to a target."),
            ("POST", "Perform target-specific processing with the request payload."),
            ("PUT", "Replace the target with the request payload."),
            ("TRACE", "Perform a message loop-back test along the path to the target."),
        ]
        for (name, _) in methods { method.constant(name, .string(name)) }
        try EnumMembers.complete(method, Arguments(), machine)
        for (name, description) in methods {
            method.attributes["_member_map_"]?.asDict?[name]?.asInstance?.dictionary["description"] = .string(description)
        }
        method.method("__repr__", "self") { machine, a in
            .string("<\(machine.typeName(a[0])).\(EnumSupport.name(of: a[0]) ?? "")>")
        }
        module.add(method)
    }

    private static let statuses: [Status] = [
        Status("CONTINUE", 100, "Continue", "Request received, please continue"),
        Status("SWITCHING_PROTOCOLS", 101, "Switching Protocols", "Switching to new protocol; obey Upgrade header"),
        Status("PROCESSING", 102, "Processing"),
        Status("EARLY_HINTS", 103, "Early Hints"),
        Status("OK", 200, "OK", "Request fulfilled, document follows"),
        Status("CREATED", 201, "Created", "Document created, URL follows"),
        Status("ACCEPTED", 202, "Accepted", "Request accepted, processing continues off-line"),
        Status("NON_AUTHORITATIVE_INFORMATION", 203, "Non-Authoritative Information", "Request fulfilled from cache"),
        Status("NO_CONTENT", 204, "No Content", "Request fulfilled, nothing follows"),
        Status("RESET_CONTENT", 205, "Reset Content", "Clear input form for further input"),
        Status("PARTIAL_CONTENT", 206, "Partial Content", "Partial content follows"),
        Status("MULTI_STATUS", 207, "Multi-Status"),
        Status("ALREADY_REPORTED", 208, "Already Reported"),
        Status("IM_USED", 226, "IM Used"),
        Status("MULTIPLE_CHOICES", 300, "Multiple Choices", "Object has several resources -- see URI list"),
        Status("MOVED_PERMANENTLY", 301, "Moved Permanently", "Object moved permanently -- see URI list"),
        Status("FOUND", 302, "Found", "Object moved temporarily -- see URI list"),
        Status("SEE_OTHER", 303, "See Other", "Object moved -- see Method and URL list"),
        Status("NOT_MODIFIED", 304, "Not Modified", "Document has not changed since given time"),
        Status("USE_PROXY", 305, "Use Proxy", "You must use proxy specified in Location to access this resource"),
        Status("TEMPORARY_REDIRECT", 307, "Temporary Redirect", "Object moved temporarily -- see URI list"),
        Status("PERMANENT_REDIRECT", 308, "Permanent Redirect", "Object moved permanently -- see URI list"),
        Status("BAD_REQUEST", 400, "Bad Request", "Bad request syntax or unsupported method"),
        Status("UNAUTHORIZED", 401, "Unauthorized", "No permission -- see authorization schemes"),
        Status("PAYMENT_REQUIRED", 402, "Payment Required", "No payment -- see charging schemes"),
        Status("FORBIDDEN", 403, "Forbidden", "Request forbidden -- authorization will not help"),
        Status("NOT_FOUND", 404, "Not Found", "Nothing matches the given URI"),
        Status("METHOD_NOT_ALLOWED", 405, "Method Not Allowed", "Specified method is invalid for this resource"),
        Status("NOT_ACCEPTABLE", 406, "Not Acceptable", "URI not available in preferred format"),
        Status(
            "PROXY_AUTHENTICATION_REQUIRED", 407, "Proxy Authentication Required",
            "You must authenticate with this proxy before proceeding"),
        Status("REQUEST_TIMEOUT", 408, "Request Timeout", "Request timed out; try again later"),
        Status("CONFLICT", 409, "Conflict", "Request conflict"),
        Status("GONE", 410, "Gone", "URI no longer exists and has been permanently removed"),
        Status("LENGTH_REQUIRED", 411, "Length Required", "Client must specify Content-Length"),
        Status("PRECONDITION_FAILED", 412, "Precondition Failed", "Precondition in headers is false"),
        Status("REQUEST_ENTITY_TOO_LARGE", 413, "Request Entity Too Large", "Entity is too large"),
        Status("REQUEST_URI_TOO_LONG", 414, "Request-URI Too Long", "URI is too long"),
        Status("UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported Media Type", "Entity body in unsupported format"),
        Status("REQUESTED_RANGE_NOT_SATISFIABLE", 416, "Requested Range Not Satisfiable", "Cannot satisfy request range"),
        Status("EXPECTATION_FAILED", 417, "Expectation Failed", "Expect condition could not be satisfied"),
        Status("IM_A_TEAPOT", 418, "I'm a Teapot", "Server refuses to brew coffee because it is a teapot."),
        Status("MISDIRECTED_REQUEST", 421, "Misdirected Request", "Server is not able to produce a response"),
        Status("UNPROCESSABLE_ENTITY", 422, "Unprocessable Entity"),
        Status("LOCKED", 423, "Locked"),
        Status("FAILED_DEPENDENCY", 424, "Failed Dependency"),
        Status("TOO_EARLY", 425, "Too Early"),
        Status("UPGRADE_REQUIRED", 426, "Upgrade Required"),
        Status("PRECONDITION_REQUIRED", 428, "Precondition Required", "The origin server requires the request to be conditional"),
        Status(
            "TOO_MANY_REQUESTS", 429, "Too Many Requests",
            "The user has sent too many requests in a given amount of time (\"rate limiting\")"),
        Status(
            "REQUEST_HEADER_FIELDS_TOO_LARGE", 431, "Request Header Fields Too Large",
            "The server is unwilling to process the request because its header fields are too large"),
        Status(
            "UNAVAILABLE_FOR_LEGAL_REASONS", 451, "Unavailable For Legal Reasons",
            "The server is denying access to the resource as a consequence of a legal demand"),
        Status("INTERNAL_SERVER_ERROR", 500, "Internal Server Error", "Server got itself in trouble"),
        Status("NOT_IMPLEMENTED", 501, "Not Implemented", "Server does not support this operation"),
        Status("BAD_GATEWAY", 502, "Bad Gateway", "Invalid responses from another server/proxy"),
        Status("SERVICE_UNAVAILABLE", 503, "Service Unavailable", "The server cannot process the request due to a high load"),
        Status("GATEWAY_TIMEOUT", 504, "Gateway Timeout", "The gateway server did not receive a timely response"),
        Status("HTTP_VERSION_NOT_SUPPORTED", 505, "HTTP Version Not Supported", "Cannot fulfill request"),
        Status("VARIANT_ALSO_NEGOTIATES", 506, "Variant Also Negotiates"),
        Status("INSUFFICIENT_STORAGE", 507, "Insufficient Storage"),
        Status("LOOP_DETECTED", 508, "Loop Detected"),
        Status("NOT_EXTENDED", 510, "Not Extended"),
        Status(
            "NETWORK_AUTHENTICATION_REQUIRED", 511, "Network Authentication Required",
            "The client needs to authenticate to gain network access"),
    ]
}
