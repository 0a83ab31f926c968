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
        public var scheme = ""
        public var authority = ""
        public var path = ""
        public var query = ""
        public var fragment = ""
    }

    /// Cuts a URL into its parts; nil where brackets of the host do not match.
    static func split(_ url: String, scheme: String = "", allowsFragments: Bool = true) -> Parts? {
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
            if parts.authority.contains("[") != parts.authority.contains("]") { return nil }
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
    static func resolve(_ base: String, _ reference: String, allowsFragments: Bool = true) -> String? {
        if base.isEmpty { return reference }
        if reference.isEmpty { return base }
        guard let root = split(base, allowsFragments: allowsFragments),
            var parts = split(reference, scheme: root.scheme, allowsFragments: allowsFragments)
        else { return nil }
        if parts.scheme != root.scheme || !relative.contains(parts.scheme) { return reference }
        if withAuthority.contains(parts.scheme) {
            if !parts.authority.isEmpty { return join(parts) }
            parts.authority = root.authority
        }
        if parts.path.isEmpty {
            parts.path = root.path
            if parts.query.isEmpty { parts.query = root.query }
            return join(parts)
        }
        parts.path = merged(root.path, parts.path)
        return join(parts)
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
