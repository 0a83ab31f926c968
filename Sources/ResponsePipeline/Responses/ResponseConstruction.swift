import HTTPMessages
import Python

/// `__init__`, `render` and `init_headers` of the response classes.
enum ResponseConstruction {
    static func define(_ classes: ResponseClasses) {
        defineInit(classes.response, content: "content=None")
        defineInit(classes.json, content: "content")
        defineResponse(classes.response)
        defineRedirect(classes)
        defineStreaming(classes.streaming)
        FileResponseClass.define(classes.file)
        for type in [classes.json] {
            type.method("render", "self, content") { machine, a in .object(PyBytes(try renderJSON(a[1], machine))) }
        }
        classes.ujson.method("render", "self, content") { machine, _ in
            throw machine.error("AssertionError", "ujson must be installed to use UJSONResponse")
        }
        classes.orjson.method("render", "self, content") { machine, _ in
            throw machine.error("AssertionError", "orjson must be installed to use ORJSONResponse")
        }
    }

    /// `json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))` as UTF-8.
    static func renderJSON(_ content: Value, _ machine: Machine) throws -> [UInt8] {
        let bytes = try JSONWriter.bytes(of: content, machine, .response)
        // A lone surrogate starts with this byte; Starlette's `encode("utf-8")` refuses it.
        guard bytes.contains(0xED), String(validating: bytes, as: UTF8.self) == nil else { return bytes }
        return try encoded(PyStr(utf8: bytes), machine)
    }

    private static func encoded(_ text: PyStr, _ machine: Machine) throws -> [UInt8] {
        try machine.call(try machine.attribute(.str(text), "encode"), "utf-8").asBytes?.bytes ?? text.utf8
    }

    /// - Parameter content: how `__init__` declares the content, which may be left out only where there need be none.
    private static func defineInit(_ type: PyType, content: String) {
        type.method("__init__", "self, \(content), status_code=200, headers=None, media_type=None, background=None") { machine, a in
            let response = try ResponseObject.of(a[0], machine)
            response.statusCode = a[2]
            if !a[4].isNone { try machine.setAttribute(a[0], "media_type", a[4]) }
            response.background = a[5]
            response.maker = machine.recorder?.source(machine)
            try render(a[0], response, a[1], machine)
            try startHeaders(a[0], response, a[3], machine)
            return .none
        }
    }

    private static func defineResponse(_ type: PyType) {
        type.method("render", "self, content") { machine, a in
            if a[1].isNone { return .object(PyBytes([])) }
            if let bytes = try machine.sentAsIs(a[1]) { return .object(bytes) }
            if let text = a[1].asStr, text.isASCII, try machine.attribute(a[0], "charset").asString == "utf-8" {
                return .object(PyBytes(text.utf8))
            }
            return try machine.call(try machine.attribute(a[1], "encode"), try machine.attribute(a[0], "charset"))
        }
        type.method("init_headers", "self, headers=None") { machine, a in
            try initHeaders(a[0], try ResponseObject.of(a[0], machine), a[1], machine)
            return .none
        }
    }

    private static func render(_ value: Value, _ response: ResponseObject, _ content: Value, _ machine: Machine) throws {
        let rendered = try machine.call(try machine.attribute(value, "render"), content)
        guard let bytes = rendered.asBytes else {
            if let text = rendered.asStr {
                // The head counts its characters, and the server cannot write it.
                response.body = [UInt8](repeating: 0x3F, count: text.count)
                response.isBodyText = true
                return
            }
            throw machine.error("TypeError", "object of type '\(machine.typeName(rendered))' has no len()")
        }
        response.body = bytes.bytes
    }

    /// Calls `init_headers`, which a class of the program may override.
    static func startHeaders(_ value: Value, _ response: ResponseObject, _ headers: Value, _ machine: Machine) throws {
        guard response.instanceType.lookup("init_headers")?.asObject is PyFunction else {
            return try initHeaders(value, response, headers, machine)
        }
        _ = try machine.call(try machine.attribute(value, "init_headers"), headers)
    }

    /// Starlette 1.10.0 responses.py `Response.init_headers`.
    static func initHeaders(_ value: Value, _ response: ResponseObject, _ headers: Value, _ machine: Machine) throws {
        let raw = RawHeaders()
        let name = machine.typeName(value)
        let recorder = machine.recorder
        if !headers.isNone {
            for (key, item) in try MappingItems.of(headers, machine) {
                raw.append(
                    try HeaderText.name(key, machine), try HeaderText.latin1(item, machine), HeadersClass.account(machine, "constructor"))
            }
        }
        let givesLength = headers.isNone || !raw.contains("content-length")
        let givesType = headers.isNone || !raw.contains("content-type")
        let computed = { (rule: Rule) in
            recorder.map {
                RawHeaders.Account(operation: "computed", source: Source(.responseClass, name, site: $0.source(machine).site), rule: rule)
            }
        }
        if let body = response.body, givesLength, try allowsLength(response.statusCode, machine) {
            raw.append("content-length", Array("\(body.count)".utf8), computed(ResponseRules.contentLength))
        }
        let mediaType = try machine.attribute(value, "media_type")
        if !mediaType.isNone, givesType {
            var text = mediaType.asString ?? ""
            if text.hasPrefix("text/"), !text.lowercased().contains("charset=") {
                text += "; charset=" + (try machine.attribute(value, "charset").asString ?? "utf-8")
            }
            raw.append("content-type", try HeaderText.latin1(.string(text), machine), computed(ResponseRules.contentType))
        }
        response.raw = raw
        response.headersObject = nil
    }

    private static func allowsLength(_ status: Value, _ machine: Machine) throws -> Bool {
        if case .float(let code) = status { return !(code < 200 || code == 204 || code == 304) }
        guard let code = status.asInt else {
            throw machine.error("TypeError", "'<' not supported between instances of '\(machine.typeName(status))' and 'int'")
        }
        return !(code < 200 || code == 204 || code == 304)
    }

    private static func defineRedirect(_ classes: ResponseClasses) {
        classes.redirect.method("__init__", "self, url, status_code=307, headers=None, background=None") { machine, a in
            let response = try ResponseObject.of(a[0], machine)
            response.statusCode = a[2]
            response.background = a[4]
            response.maker = machine.recorder?.source(machine)
            response.body = []
            try startHeaders(a[0], response, a[3], machine)
            let location = URLQuoting.quote(try machine.str(a[1]), safe: ":/%#?=@[]!$&'()*+,;")
            response.raw.set("location", Array(location.utf8), HeadersClass.account(machine, "constructor"))
            return .none
        }
    }

    private static func defineStreaming(_ type: PyType) {
        type.method("__init__", "self, content, status_code=200, headers=None, media_type=None, background=None") { machine, a in
            let response = try ResponseObject.of(a[0], machine)
            response.stream = (a[1].asObject as? BodyIteratorObject).map { .pieces($0.stream) } ?? .iterable(a[1])
            response.statusCode = a[2]
            if !a[4].isNone { try machine.setAttribute(a[0], "media_type", a[4]) }
            response.background = a[5]
            response.maker = machine.recorder?.source(machine)
            try startHeaders(a[0], response, a[3], machine)
            return .none
        }
    }
}

/// The rules that put computed headers into responses, by their numbers in the reference semantics.
enum ResponseRules {
    static let contentLength = Rule("5.2", "the response class counts the bytes of the body")
    static let contentType = Rule("5.2", "the response class has a media type")
    static let file = Rule("5.2", "the file has a size, a date and a tag")
    static let range = Rule("5.2", "the request asked for a part of the file")
    static let directWins = Rule("5.1", "a returned Response replaces the temporal one, whose headers are not used")
    static let statusOfDirect = Rule("5.1", "a returned Response keeps its own status")
    static let exceptionDrops = Rule("1.9", "an exception makes its own response; the temporal one is not used")
    static let middlewareReplaces = Rule("9.11", "the middleware answers with another response than the one that call_next gave")
    static let bodyLimit = Rule("12.1", "the body of the request is larger than max_body_size, which answers in place of the application")
    static let lateWrite = Rule("4.5", "written after the response was made")
    static let afterStart = Rule("4.6", "written after the head of the response was sent")
    static let serverDate = Rule("11.1", "uvicorn writes the date of the answer")
    /// What puts a header there where no line of the program and no computation did.
    static func rule(of kind: Source.Kind) -> Rule {
        switch kind {
        case .exceptionHandler: Rule("9.9", "the handler of the exception takes the headers over")
        case .middleware: Rule("9.11", "the middleware adds it")
        case .framework: Rule("9.1", "FastAPI's own answer has it")
        default: Rule("5.2", "the response was made with it")
        }
    }
    static let serverName = Rule("11.1", "uvicorn writes the server's name")
}

/// `urllib.parse.quote`.
enum URLQuoting {
    static func quote(_ text: String, safe: String) -> String {
        let kept = Set(safe.utf8)
        var out = ""
        for byte in text.utf8 {
            let isUnreserved: Bool =
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "~")
                }
            if isUnreserved || kept.contains(byte) {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                out += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }

    /// `urllib.parse.unquote` to bytes.
    static func unquote(_ text: some Sequence<UInt8>, plusIsSpace: Bool = false) -> [UInt8] {
        let bytes = Array(text)
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hex(bytes[index + 1]), let low = hex(bytes[index + 2])
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(plusIsSpace && bytes[index] == UInt8(ascii: "+") ? 0x20 : bytes[index])
                index += 1
            }
        }
        return out
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
