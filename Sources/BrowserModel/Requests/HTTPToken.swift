import HTTPMessages

/// The small grammars of HTTP that Fetch uses (RFC 9110 §5.6).
enum HTTPToken {
    /// RFC 9110 §5.6.2 `token`.
    static func isToken(_ text: some StringProtocol) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isTokenByte) }

    static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"),
            UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
            UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// Fetch «HTTP whitespace byte».
    static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    static func isTabOrSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The text without tabs and spaces at both ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, isTabOrSpace(first) { bytes.removeFirst() }
        while let last = bytes.last, isTabOrSpace(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The elements of a `#token` list (empty elements are allowed), or nil if one is no token (Fetch «extract header list values»).
    static func tokenList(_ text: String) -> [String]? {
        var tokens: [String] = []
        for element in text.split(separator: ",", omittingEmptySubsequences: false) {
            let token = trimmed(element)
            if token.isEmpty { continue }
            guard isToken(token) else { return nil }
            tokens.append(token)
        }
        return tokens
    }
}

extension String {
    /// The text with ASCII letters in upper case.
    var asciiUppercased: String {
        String(decoding: utf8.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 }, as: UTF8.self)
    }
}
