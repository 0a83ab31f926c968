import HTTPMessages

/// A Set-Cookie line taken apart (RFC 6265bis §5.6): name, value and attributes, before any of them is judged.
struct SetCookieLine {
    /// An attribute with its name in lower case.
    struct Attribute {
        var name: String
        var value: [UInt8]

        var text: String { String(latin1: value) }

        /// What the value says as one of SameSite, nil where it is unknown (RFC 6265bis §5.6.7).
        var sameSite: SameSite? {
            let text = text.asciiLowercased
            return SameSite.allCases.first { $0.rawValue.asciiLowercased == text }
        }
    }

    var name: [UInt8]
    var value: [UInt8]
    /// In order; those with values above 1024 bytes are in `oversized`.
    var attributes: [Attribute] = []
    /// Names of attributes that were ignored for their size.
    var oversized: [String] = []
    /// Whether an attribute, oversized or not, has a control character other than a tab, or a tab inside.
    private(set) var attributesHaveControls = false
    private(set) var attributesHaveTabs = false

    static let maximalPairSize = 4096
    private static let maximalAttributeSize = 1024

    /// Takes a line apart. Firefox reads a first part without `=` as a name, the standard and Chromium as a value.
    init(_ line: [UInt8], profile: EngineRules) {
        let parts = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        let first = parts.first ?? []
        if let equals = first.firstIndex(of: UInt8(ascii: "=")) {
            name = Self.trimmed(first[..<equals])
            value = Self.trimmed(first[(equals + 1)...])
        } else {
            let text = Self.trimmed(first)
            (name, value) = profile.has(.cookieWithoutEqualsIsName) ? (text, []) : ([], text)
        }
        for part in parts.dropFirst() { append(part, profile) }
    }

    private mutating func append(_ part: ArraySlice<UInt8>, _ profile: EngineRules) {
        let equals = part.firstIndex(of: UInt8(ascii: "="))
        let nameBytes = Self.trimmed(part[..<(equals ?? part.endIndex)])
        let name = String(latin1: nameBytes).asciiLowercased
        let value = equals.map { Self.trimmed(part[($0 + 1)...]) } ?? []
        for byte in [nameBytes, value].joined() where byte < 0x20 || byte == 0x7F {
            if byte == 0x09 { attributesHaveTabs = true } else { attributesHaveControls = true }
        }
        let isLimited = !profile.has(.fewAttributesHaveLimits) || ["path", "domain", "max-age", "expires"].contains(name)
        if isLimited, value.count > Self.maximalAttributeSize {
            oversized.append(name)
        } else {
            attributes.append(Attribute(name: name, value: value))
        }
    }

    /// The last attribute of that name: it wins.
    func last(_ name: String) -> Attribute? { attributes.last { $0.name == name } }

    /// Whether an attribute of that name stands there, whatever its value.
    func contains(_ name: String) -> Bool { attributes.contains { $0.name == name } }

    /// SameSite as written last, nil where it is absent or unknown.
    var sameSite: SameSite? { last("samesite")?.sameSite }

    /// The Path attribute where it is one that counts: it begins with a slash (RFC 6265bis §5.6.4).
    var path: String? { last("path").map(\.text).flatMap { $0.hasPrefix("/") ? $0 : nil } }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var bytes = bytes
        while let first = bytes.first, HTTPToken.isTabOrSpace(first) { bytes.removeFirst() }
        while let last = bytes.last, HTTPToken.isTabOrSpace(last) { bytes.removeLast() }
        return Array(bytes)
    }

    /// The Max-Age in seconds; nil where it is absent or not a number (RFC 6265bis §5.6.2).
    func maxAge(profile: EngineRules) -> Int? {
        guard let text = last("max-age")?.text else { return nil }
        let isNegative = text.hasPrefix("-")
        if isNegative, profile.has(.maxAgeMinusExpires) { return 0 }
        let hasSign = isNegative || text.hasPrefix("+") && profile.has(.maxAgeAllowsPlus)
        let digits = text.dropFirst(hasSign ? 1 : 0)
        guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return isNegative ? 0 : Int(digits) ?? Int.max
    }
}
