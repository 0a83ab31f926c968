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
