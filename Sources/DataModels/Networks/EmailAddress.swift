/// Why a text is not an email address, in the words of the package email-validator.
struct EmailProblem: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}

/// An email address as Pydantic takes it (pydantic.networks `validate_email`, email-validator 2 without deliverability).
struct EmailAddress {
    /// The display name, or the local part where there is none.
    let name: String
    /// Normalised: the domain in lower case and in Unicode.
    let address: String

    init(_ text: String) throws(EmailProblem) {
        if text.unicodeScalars.count > 2048 { throw EmailProblem("Length must not exceed 2048 characters") }
        if text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
            throw EmailProblem("Carriage return and line feed characters are not allowed")
        }
        let (display, bare) = Self.pretty(text)
        if !bare.hasSuffix(">"), let open = bare.firstIndex(of: "<"), !bare[..<open].contains("@"), !bare[..<open].contains("\"") {
            throw EmailProblem(
                "An open angle bracket at the start of the email address has to be followed by a close angle bracket at the end.")
        }
        let (local, isQuoted, domain) = try Self.split(bare)
        let name = try Self.checked(local: local, isQuoted: isQuoted)
        let host = try Self.checked(domain: domain)
        let total = (name + "@" + host).unicodeScalars.count
        if total > 254 { throw EmailProblem("The email address is too long \(Self.excess(total, 254)).") }
        self.name = display ?? name
        address = name + "@" + host
    }

    /// `Name <address>` as name and address; other texts without blanks around.
    private static func pretty(_ text: String) -> (name: String?, address: String) {
        let bare = trimmed(text[...])
        guard bare.hasSuffix(">"), let open = bare.firstIndex(of: "<") else { return (nil, String(bare)) }
        let inner = String(trimmed(bare[bare.index(after: open)...].dropLast()))
        let display = trimmed(bare[..<open])
        if inner.isEmpty { return (nil, String(bare)) }
        if display.isEmpty { return (nil, inner) }
        if display.count > 2, display.hasPrefix("\""), display.hasSuffix("\"") { return (String(display.dropFirst().dropLast()), inner) }
        let isPlain = display.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0.properties.isWhitespace
                || "_.!#$%&'*+-/=?^`{|}~".unicodeScalars.contains($0)
        }
        return isPlain ? (String(display), inner) : (nil, String(bare))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    private static func split(_ text: String) throws(EmailProblem) -> (local: String, isQuoted: Bool, domain: String) {
        var index = text.startIndex
        var isInside = false, isEscaped = false
        while index < text.endIndex {
            let character = text[index]
            if isInside {
                isInside = character != "\"" || isEscaped
                isEscaped = character == "\\" && !isEscaped
            } else if character == "\"" {
                isInside = true
            } else if character == "@" {
                let local = text[..<index]
                let isQuoted = local.count > 1 && local.hasPrefix("\"") && local.hasSuffix("\"")
                let bare = isQuoted ? local.dropFirst().dropLast() : local
                return (String(bare), isQuoted, String(text[text.index(after: index)...]))
            }
            index = text.index(after: index)
        }
        if text.contains("＠") {
            throw EmailProblem("The email address has the \"full-width\" at-sign (@) character instead of a regular at-sign.")
        }
        if text.contains("﹫") {
            throw EmailProblem("The email address has the \"small commercial at\" character instead of a regular at-sign.")
        }
        throw EmailProblem("An email address must have an @-sign.")
    }

    private static let mailboxes: Set<String> = [
        "info", "marketing", "sales", "support", "abuse", "noc", "security", "postmaster", "hostmaster", "usenet", "news", "webmaster",
        "www", "uucp", "ftp",
    ]

    private static func checked(local: String, isQuoted: Bool) throws(EmailProblem) -> String {
        if local.isEmpty { throw EmailProblem("There must be something before the @-sign.") }
        if isQuoted { throw EmailProblem("Quoting the part before the @-sign is not allowed here.") }
        let bad = shown(local) { isLetterOrDigit($0) || "_!#$%&'*+-/=?^`{|}~.".unicodeScalars.contains($0) || $0.value >= 0x80 }
        if !bad.isEmpty { throw EmailProblem("The email address contains invalid characters before the @-sign: \(bad).") }
        try checkDots(
            local, start: "An email address cannot start with a period.",
            end: "An email address cannot have a period immediately before the @-sign.")
        try checkSafe(local)
        return mailboxes.contains(local.lowercased()) ? local.lowercased() : local
    }

    private static let reserved = ["arpa", "invalid", "local", "localhost", "onion", "test"]

    private static func checked(domain: String) throws(EmailProblem) -> String {
        if domain.isEmpty { throw EmailProblem("There must be something after the @-sign.") }
        if domain.hasPrefix("["), domain.hasSuffix("]") {
            throw EmailProblem("A bracketed IP address after the @-sign is not allowed here.")
        }
        let count = domain.unicodeScalars.count
        if count > 253 { throw EmailProblem("The email address is too long after the @-sign \(excess(count, 253)).") }
        let bad = shown(domain) { isLetterOrDigit($0) || $0 == "-" || $0 == "." || $0.value >= 0x80 }
        if !bad.isEmpty { throw EmailProblem("The part after the @-sign contains invalid characters: \(bad).") }
        try checkSafe(domain)
        try checkHostname(domain.lowercased())
        guard let ascii = DomainName.ascii(domain) else { throw EmailProblem("The part after the @-sign is invalid.") }
        for label in ascii.split(separator: ".") where label.utf8.count > 63 {
            let reason = excess(label.utf8.count, 63)
            throw EmailProblem("After the @-sign, periods cannot be separated by so many characters \(reason).")
        }
        if !ascii.contains(".") { throw EmailProblem("The part after the @-sign is not valid. It should have a period.") }
        guard let last = ascii.utf8.last, last >= 0x61, last <= 0x7A else {
            throw EmailProblem("The part after the @-sign is not valid. It is not within a valid top-level domain.")
        }
        if reserved.contains(where: { ascii == $0 || ascii.hasSuffix("." + $0) }) {
            throw EmailProblem("The part after the @-sign is a special-use or reserved name that cannot be used with email.")
        }
        return DomainName.unicode(ascii)
    }

    private static func checkHostname(_ domain: String) throws(EmailProblem) {
        try checkDots(
            domain, start: "An email address cannot have a period immediately after the @-sign.",
            end: "An email address cannot end with a period.")
        if domain.hasSuffix("-") { throw EmailProblem("An email address cannot end with a hyphen.") }
        if domain.hasPrefix("-") { throw EmailProblem("An email address cannot have a hyphen immediately after the @-sign.") }
        if domain.contains(".-") || domain.contains("-.") {
            throw EmailProblem("An email address cannot have a period and a hyphen next to each other.")
        }
        for label in domain.split(separator: ".") where label.dropFirst(2).hasPrefix("--") && !label.hasPrefix("xn") {
            throw EmailProblem(
                "An email address cannot have two letters followed by two dashes immediately after the @-sign or after a period, "
                    + "except Punycode.")
        }
    }

    private static func checkDots(_ text: String, start: String, end: String) throws(EmailProblem) {
        if text.hasSuffix(".") { throw EmailProblem(end) }
        if text.hasPrefix(".") { throw EmailProblem(start) }
        if text.contains("..") { throw EmailProblem("An email address cannot have two periods in a row.") }
    }

    /// Blanks, controls and unassigned characters are unsafe, and marks that would combine with the sign before them.
    private static func checkSafe(_ text: String) throws(EmailProblem) {
        let bad = text.unicodeScalars.enumerated().filter { index, scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark: index == 0
            case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
        if bad.isEmpty { return }
        let names = Set(bad.map { shown($0.element) }).sorted().joined(separator: ", ")
        throw EmailProblem("The email address contains unsafe characters: \(names).")
    }

    private static func isLetterOrDigit(_ scalar: UnicodeScalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }

    private static func excess(_ count: Int, _ limit: Int) -> String {
        "(\(count - limit) character\(count - limit > 1 ? "s" : "") too many)"
    }

    /// The characters that do not fit, each once, sorted as they are shown.
    private static func shown(_ text: String, _ fits: (UnicodeScalar) -> Bool) -> String {
        Set(text.unicodeScalars.filter { !fits($0) }.map(shown)).sorted().joined(separator: ", ")
    }

    private static func shown(_ scalar: UnicodeScalar) -> String {
        if scalar == "\\" { return "\"\\\"" }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator,
            .nonspacingMark, .spacingMark, .enclosingMark:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let width = scalar.value < 0xFFFF ? 4 : 8
            return scalar.properties.name ?? "U+" + String(repeating: "0", count: max(0, width - digits.count)) + digits
        default: return scalar == "'" ? "\"'\"" : "'\(scalar)'"
        }
    }
}

extension EmailAddress {
    /// The problem of a text, or nil where it is an address.
    static func parse(_ text: String) -> Result<EmailAddress, EmailProblem> {
        do throws(EmailProblem) {
            return .success(try EmailAddress(text))
        } catch {
            return .failure(error)
        }
    }
}
