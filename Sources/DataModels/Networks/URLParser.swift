/// Why a text is not a URL, in the words of the Rust crate `url`.
struct URLProblem: Error {
    let text: String
    /// Whether the text parses, but strict mode refuses its form.
    var isViolation = false

    init(_ text: String, isViolation: Bool = false) {
        self.text = text
        self.isViolation = isViolation
    }
}

/// Parses absolute URLs as the WHATWG URL standard §4.4 does, without a base.
struct URLParser {
    private var rest: ArraySlice<UInt8>
    private var record = URLRecord()
    /// The first thing that strict mode refuses.
    private(set) var violation: String?

    /// The record of a text; `isStrict` raises what is otherwise repaired.
    static func parse(_ text: String, isStrict: Bool = false) throws(URLProblem) -> URLRecord {
        if text.isEmpty { throw URLProblem("input is empty") }
        var parser = URLParser(text)
        try parser.run()
        if isStrict, let violation = parser.violation { throw URLProblem(violation, isViolation: true) }
        return parser.record
    }

    private init(_ text: String) {
        var bytes = Array(text.utf8)[...]
        let whole = bytes.count
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        if bytes.count < whole { violation = "leading or trailing control or space character are ignored in URLs" }
        let isBroken: (UInt8) -> Bool = { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        if bytes.contains(where: isBroken) {
            bytes.removeAll(where: isBroken)
            violation = violation ?? "tabs or newlines are ignored in URLs"
        }
        rest = bytes
    }

    private mutating func run() throws(URLProblem) {
        try scheme()
        let isSpecial = URLRecord.isSpecial(record.scheme)
        if record.scheme == "file" {
            try file()
        } else if isSpecial {
            if !rest.starts(with: "//".utf8) { violation = violation ?? "expected //" }
            while let first = rest.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") { rest.removeFirst() }
            try authority()
            path()
        } else if rest.starts(with: "//".utf8) {
            rest.removeFirst(2)
            try authority()
            path()
        } else if rest.first == UInt8(ascii: "/") {
            path()
        } else {
            record.isOpaque = true
            record.path = PercentEncoding.controls.encode(take { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") })
        }
        queryAndFragment()
    }

    /// Everything up to a byte that ends it, or up to the end.
    private mutating func take(until isEnd: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let end = rest.firstIndex(where: isEnd) ?? rest.endIndex
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    private mutating func scheme() throws(URLProblem) {
        let missing = URLProblem("relative URL without a base")
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else { throw missing }
        let name = String(decoding: rest[..<colon], as: UTF8.self)
        let isLetter: (UInt8) -> Bool = { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        guard let first = name.utf8.first, isLetter(first),
            name.utf8.allSatisfy({ isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) || "+-.".utf8.contains($0) })
        else { throw missing }
        record.scheme = name.lowercased()
        rest = rest[(colon + 1)...]
    }

    private var isSpecial: Bool { URLRecord.isSpecial(record.scheme) }

    private mutating func takeAuthority() -> ArraySlice<UInt8> {
        let takesBackslash = isSpecial
        return take { "/?#".utf8.contains($0) || ($0 == UInt8(ascii: "\\") && takesBackslash) }
    }

    private mutating func authority() throws(URLProblem) {
        var bytes = takeAuthority()
        if let at = bytes.lastIndex(of: UInt8(ascii: "@")) {
            if bytes[..<at].contains(UInt8(ascii: "@")) { violation = violation ?? "unencoded @ sign in username or password" }
            userInfo(bytes[..<at])
            bytes = bytes[(at + 1)...]
            if bytes.isEmpty { throw URLProblem("empty host") }
        }
        var host = bytes
        if bytes.first == UInt8(ascii: "["), !bytes.contains(UInt8(ascii: "]")) { throw URLProblem("invalid IPv6 address") }
        let bracket = bytes.lastIndex(of: UInt8(ascii: "]")) ?? bytes.startIndex
        if let colon = bytes[bracket...].firstIndex(of: UInt8(ascii: ":")) {
            host = bytes[..<colon]
            if host.isEmpty { throw URLProblem("empty host") }
            record.port = try port(bytes[(colon + 1)...])
        }
        if host.isEmpty, isSpecial { throw URLProblem("empty host") }
        record.host = try HostParser.host(Array(host), isSpecial: isSpecial)
    }

    private mutating func userInfo(_ bytes: ArraySlice<UInt8>) {
        let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
        record.username = PercentEncoding.userInfo.encode(bytes[..<(colon ?? bytes.endIndex)])
        if let colon, colon + 1 < bytes.endIndex { record.password = PercentEncoding.userInfo.encode(bytes[(colon + 1)...]) }
    }

    private func port(_ bytes: ArraySlice<UInt8>) throws(URLProblem) -> Int? {
        if bytes.isEmpty { return nil }
        guard bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let value = Int(String(decoding: bytes, as: UTF8.self)), value < 65536 else {
            throw URLProblem("invalid port number")
        }
        return value == URLRecord.defaultPorts[record.scheme] ? nil : value
    }

    private mutating func file() throws(URLProblem) {
        if !rest.starts(with: "//".utf8) { violation = violation ?? "expected // after file:" }
        if rest.starts(with: "//".utf8) {
            rest.removeFirst(2)
            let before = rest
            var host = takeAuthority()
            // A drive letter is the start of the path, not a host.
            let isDrive = host.count == 2 && host.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } == true
            if isDrive, let mark = host.last, mark == UInt8(ascii: ":") || mark == UInt8(ascii: "|") {
                rest = before
                host = []
            }
            let name = host.isEmpty ? "" : try HostParser.host(Array(host), isSpecial: true)
            if !name.isEmpty, name != "localhost" { record.host = name }
        }
        path()
    }

    private mutating func path() {
        let bytes = take { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        if bytes.isEmpty {
            record.path = isSpecial ? "/" : ""
            return
        }
        let takesBackslash = isSpecial
        let isSlash: (UInt8) -> Bool = { $0 == UInt8(ascii: "/") || ($0 == UInt8(ascii: "\\") && takesBackslash) }
        var segments: [String] = []
        let parts = (isSlash(bytes[bytes.startIndex]) ? bytes.dropFirst() : bytes)
            .split(omittingEmptySubsequences: false, whereSeparator: isSlash)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch String(decoding: part, as: UTF8.self).lowercased().replacing("%2e", with: ".") {
            case "..":
                if !segments.isEmpty { segments.removeLast() }
                if isLast { segments.append("") }
            case ".": if isLast { segments.append("") }
            default: segments.append(PercentEncoding.path.encode(part))
            }
        }
        record.path = "/" + segments.joined(separator: "/")
    }

    private mutating func queryAndFragment() {
        if rest.first == UInt8(ascii: "?") {
            rest.removeFirst()
            let bytes = take { $0 == UInt8(ascii: "#") }
            record.query = (isSpecial ? PercentEncoding.specialQuery : .query).encode(bytes)
        }
        if rest.first == UInt8(ascii: "#") {
            rest.removeFirst()
            record.fragment = PercentEncoding.fragment.encode(rest)
        }
    }
}
