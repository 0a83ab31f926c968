import HTTPMessages

/// MIME types as far as the safelist needs them (MIME Sniffing §4.4 «parse a MIME type»).
enum MIMEType {
    /// `type/subtype` in lower case, or nil where the text is no MIME type.
    static func essence(of text: String) -> String? {
        let trimmed = text.drop { $0.utf8.allSatisfy(HTTPToken.isWhitespace) }
        guard let slash = trimmed.firstIndex(of: "/") else { return nil }
        let type = trimmed[..<slash]
        let rest = trimmed[trimmed.index(after: slash)...]
        var subtype = rest.prefix { $0 != ";" }
        while let last = subtype.utf8.last, HTTPToken.isWhitespace(last) { subtype.removeLast() }
        guard HTTPToken.isToken(type), HTTPToken.isToken(subtype) else { return nil }
        return "\(type)/\(subtype)".asciiLowercased
    }

    /// The same as Firefox finds it in a request (`nsURLHelper.cpp net_ParseRequestContentType`): up to a space or semicolon, and nil where
    /// there is a comma, or an empty parameter at the end after another.
    static func firefoxEssence(of text: String) -> String? {
        let type = text.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
        let parameters = text.utf8.count { $0 == UInt8(ascii: ";") }
        guard type.contains("/"), !text.contains(",") else { return nil }
        if parameters == 0, type.utf8.count < text.utf8.count { return nil }
        return parameters > 1 && text.hasSuffix(";") ? nil : String(type).asciiLowercased
    }
}

/// A Range header with one range (Fetch «parse a single range header value»).
enum SingleRange {
    static func isSafelisted(_ text: String, profile: EngineRules) -> Bool {
        guard text.hasPrefix("bytes=") else { return false }
        let parts = text.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
        guard isDigits else { return false }
        if profile.has(.rangeInt64), !parts.allSatisfy({ $0.isEmpty || Int64($0) != nil }) { return false }
        return parts[1].isEmpty || compare(parts[0], parts[1])
    }

    /// Whether the first number is not above the second; they may be longer than any machine word.
    private static func compare(_ a: Substring, _ b: Substring) -> Bool {
        let a = a.drop { $0 == "0" }, b = b.drop { $0 == "0" }
        return a.count == b.count ? a <= b : a.count < b.count
    }
}

/// The client hints that Chromium lets a page send without asking (`services/network/public/cpp/cors/cors.cc`).
enum ClientHint {
    /// Whether a header of that name in lower case is one, with a value that it may have.
    static func isSafelisted(name: String, value: [UInt8]) -> Bool {
        let text = String(latin1: value)
        switch name {
        case "device-memory", "dpr", "downlink": return isDecimal(value)
        case "width", "viewport-width", "rtt": return isDigits(value)
        case "ect": return ["slow-2g", "2g", "3g", "4g"].contains(text)
        case "save-data": return text.asciiLowercased == "on"
        case "intervention": return true
        default: return false
        }
    }

    private static func isDigits(_ bytes: some Collection<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// Digits, perhaps a point and more digits.
    private static func isDecimal(_ bytes: [UInt8]) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        return parts.allSatisfy(isDigits)
    }
}
