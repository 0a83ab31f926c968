/// Percent-encoding and the parts of URLs as CPython's `urllib.parse` treats them.
public enum URLText {
    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~".utf8)

    /// Bytes with `%XX` for all but letters, digits, `_.-~` and those in `safe`.
    public static func quote(_ bytes: [UInt8], safe: [UInt8] = [0x2F]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var made: [UInt8] = []
        for byte in bytes {
            if unreserved.contains(byte) || (byte < 0x80 && safe.contains(byte)) {
                made.append(byte)
            } else {
                made += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return made
    }

    /// Bytes with blanks as `+`, for query strings.
    public static func quotePlus(_ bytes: [UInt8], safe: [UInt8] = []) -> [UInt8] {
        quote(bytes, safe: safe + [0x20]).map { $0 == 0x20 ? 0x2B : $0 }
    }

    /// Bytes with `%XX` replaced; what is no escape stays.
    public static func unquote(_ text: [UInt8]) -> [UInt8] {
        var made: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == 0x25, index + 2 < text.count, let high = RegexParser.hexadecimalValue(UInt32(text[index + 1])),
                let low = RegexParser.hexadecimalValue(UInt32(text[index + 2]))
            {
                made.append(UInt8(high << 4 | low))
                index += 3
            } else {
                made.append(text[index])
                index += 1
            }
        }
        return made
    }

    /// The five parts of a URL (`urlsplit`).
    public struct Parts: Equatable {
        /// The scheme in small letters.
        public var scheme = ""
        /// User, host and port.
        public var authority = ""
        /// The path.
        public var path = ""
        /// What stands behind `?`.
        public var query = ""
        /// What stands behind `#`.
        public var fragment = ""
    }

    /// Why a text is no URL; CPython's words for the `ValueError`.
    public struct Problem: Error, Equatable {
        /// The message.
        public let message: String
    }

    /// Cuts a URL into its parts; throws where the brackets of the host are wrong.
    static func split(_ url: String, scheme: String = "", allowsFragments: Bool = true) throws(Problem) -> Parts {
        var parts = Parts(scheme: scheme)
        var rest = url.unicodeScalars.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" }.reduce(into: "") { $0.unicodeScalars.append($1) }[
            ...]
        rest = rest.drop { $0.unicodeScalars.allSatisfy { $0.value <= 0x20 } }
        if let colon = rest.firstIndex(of: ":"), let first = rest.first, first.isASCII, first.isLetter {
            let name = rest[..<colon]
            if name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }) {
                parts.scheme = name.lowercased()
                rest = rest[rest.index(after: colon)...]
            }
        }
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
            parts.authority = String(rest[..<end])
            rest = rest[end...]
            try checkBrackets(parts.authority)
        }
        if allowsFragments, let mark = rest.firstIndex(of: "#") {
            parts.fragment = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let mark = rest.firstIndex(of: "?") {
            parts.query = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        parts.path = String(rest)
        return parts
    }

    /// A host in brackets must be an IPv6 address or an address of a later version.
    private static func checkBrackets(_ authority: String) throws(Problem) {
        if authority.contains("[") != authority.contains("]") { throw Problem(message: "Invalid IPv6 URL") }
        guard let open = authority.firstIndex(of: "[") else { return }
        let host = String(authority[authority.index(after: open)...].prefix { $0 != "]" })
        if host.hasPrefix("v") {
            let parts = host.dropFirst().split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            let isFuture = parts.count == 2 && !parts[0].isEmpty && parts[0].allSatisfy(\.isHexDigit) && !parts[1].isEmpty
            if !isFuture { throw Problem(message: "IPvFuture address is invalid") }
            return
        }
        if (try? AddressText.parse4(host)) != nil { throw Problem(message: "An IPv4 address cannot be in brackets") }
        if (try? AddressText.parse6(String(host.prefix { $0 != "%" }))) == nil {
            throw Problem(message: "\(TextRepr.repr(PyStr(host)).string) does not appear to be an IPv4 or IPv6 address")
        }
    }

    private static let withParameters: Set<String> = [
        "", "ftp", "hdl", "prospero", "http", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms", "sftp", "tel",
    ]

    /// Cuts the parameters of the last segment off a path; nil for schemes that have none.
    static func splitParameters(_ path: String, scheme: String) -> (path: String, parameters: String) {
        guard withParameters.contains(scheme), path.contains(";") else { return (path, "") }
        let start = path.lastIndex(of: "/") ?? path.startIndex
        guard let mark = path[start...].firstIndex(of: ";") else { return (path, "") }
        return (String(path[..<mark]), String(path[path.index(after: mark)...]))
    }

    private static let withAuthority: Set<String> = [
        "", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero", "rtsp",
        "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss",
    ]
    private static let relative: Set<String> = [
        "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtspu", "sftp", "svn",
        "svn+ssh", "ws", "wss",
    ]

    /// Puts the parts together (`urlunsplit`).
    static func join(_ parts: Parts) -> String {
        var made = parts.path
        if !parts.authority.isEmpty || (!parts.scheme.isEmpty && withAuthority.contains(parts.scheme) && !made.hasPrefix("//")) {
            if !made.isEmpty, !made.hasPrefix("/") { made = "/" + made }
            made = "//" + parts.authority + made
        }
        if !parts.scheme.isEmpty { made = parts.scheme + ":" + made }
        if !parts.query.isEmpty { made += "?" + parts.query }
        if !parts.fragment.isEmpty { made += "#" + parts.fragment }
        return made
    }

    /// The target of a reference in a document at `base` (`urljoin`).
    static func resolve(_ base: String, _ reference: String, allowsFragments: Bool = true) throws(Problem) -> String {
        if base.isEmpty { return reference }
        if reference.isEmpty { return base }
        var root = try split(base, allowsFragments: allowsFragments)
        var parts = try split(reference, scheme: root.scheme, allowsFragments: allowsFragments)
        let (rootPath, rootParameters) = splitParameters(root.path, scheme: root.scheme)
        let (path, parameters) = splitParameters(parts.path, scheme: parts.scheme)
        root.path = rootPath
        parts.path = path
        if parts.scheme != root.scheme || !relative.contains(parts.scheme) { return reference }
        if withAuthority.contains(parts.scheme) {
            if !parts.authority.isEmpty { return join(parts, parameters) }
            parts.authority = root.authority
        }
        if parts.path.isEmpty, parameters.isEmpty {
            parts.path = root.path
            if parts.query.isEmpty { parts.query = root.query }
            return join(parts, rootParameters)
        }
        parts.path = merged(root.path, parts.path)
        return join(parts, parameters)
    }

    /// The same with parameters behind the path.
    static func join(_ parts: Parts, _ parameters: String) -> String {
        var whole = parts
        if !parameters.isEmpty { whole.path += ";" + parameters }
        return join(whole)
    }

    private static func merged(_ base: String, _ path: String) -> String {
        func cut(_ text: String) -> [String] { text.split(separator: "/", omittingEmptySubsequences: false).map(String.init) }
        var segments = cut(path)
        if !path.hasPrefix("/") {
            var own = cut(base)
            if own.last != "" { own.removeLast() }
            segments = own + segments
            let middle = segments.dropFirst().dropLast().filter { !$0.isEmpty }
            segments = Array(segments.prefix(1)) + middle + Array(segments.dropFirst().suffix(1))
        }
        var resolved: [String] = []
        for segment in segments {
            if segment == ".." {
                if !resolved.isEmpty { resolved.removeLast() }
            } else if segment != "." {
                resolved.append(segment)
            }
        }
        if segments.last == "." || segments.last == ".." { resolved.append("") }
        let made = resolved.joined(separator: "/")
        return made.isEmpty ? "/" : made
    }
}
