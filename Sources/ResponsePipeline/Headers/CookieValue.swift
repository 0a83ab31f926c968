import HTTPMessages
import Python

/// The value of a Set-Cookie header as Python 3.11's `http.cookies` writes it for Starlette's `set_cookie`.
struct CookieValue {
    var name: Value
    var value: Value
    var maxAge: Value = .none
    var expires: Value = .none
    var path: Value = .none
    var domain: Value = .none
    var secure = false
    var httpOnly = false
    var sameSite: Value = .none

    /// `SimpleCookie.output(header="").strip()`; attributes in the order of their names, as `Morsel.OutputString` sorts them.
    func text(_ machine: Machine) throws -> String {
        let name = try legalName(machine)
        var parts = ["\(name)=\(Self.quoted(try machine.str(value)))"]
        if let text = try attribute(domain, machine) { parts.append("Domain=\(text)") }
        if let text = try expiry(machine) { parts.append("expires=\(text)") }
        if httpOnly { parts.append("HttpOnly") }
        if let text = try age(machine) { parts.append("Max-Age=\(text)") }
        if let text = try attribute(path, machine) { parts.append("Path=\(text)") }
        if let text = try attribute(sameSite, machine) { parts.append("SameSite=\(text)") }
        if secure { parts.append("Secure") }
        return Self.stripped(parts.joined(separator: "; "))
    }

    /// `str.strip()`, which Starlette applies to the whole.
    private static func stripped(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    private static let legal = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~:".unicodeScalars)
    private static let reserved: Set<String> = [
        "expires", "path", "comment", "domain", "max-age", "secure", "httponly", "version", "samesite",
    ]

    private func legalName(_ machine: Machine) throws -> String {
        let text = try machine.str(name)
        if Self.reserved.contains(text.asciiLowercased) {
            throw try cookieError(machine, "Attempt to set a reserved key '\(text)'")
        }
        guard !text.isEmpty, text.unicodeScalars.allSatisfy(Self.legal.contains) else {
            throw try cookieError(machine, "Illegal key \(try machine.repr(name))")
        }
        return text
    }

    /// `http.cookies.CookieError`.
    private func cookieError(_ machine: Machine, _ message: String) throws -> PyError {
        guard let type = try machine.imported("http.cookies", "CookieError").asType else { return machine.error("ValueError", message) }
        return machine.error(type, [.string(message)])
    }

    private func attribute(_ value: Value, _ machine: Machine) throws -> String? {
        if value.isNone { return nil }
        let text = try machine.str(value)
        return text.isEmpty ? nil : text
    }

    private func age(_ machine: Machine) throws -> String? {
        if maxAge.isNone { return nil }
        // `Morsel` writes whole numbers with %d, which takes a bool for one.
        if let seconds = maxAge.asInt { return String(seconds) }
        return try attribute(maxAge, machine)
    }

    private func expiry(_ machine: Machine) throws -> String? {
        if expires.isNone { return nil }
        if let seconds = expires.asInt {
            return HTTPDate.text(secondsSince1970: Int64(machine.world.now() / 1_000_000_000 + seconds))
        }
        if let moment = expires.asObject as? PyDateTime { return try date(moment, machine) }
        return try attribute(expires, machine)
    }

    /// `email.utils.format_datetime(moment, usegmt=True)`.
    private func date(_ moment: PyDateTime, _ machine: Machine) throws -> String {
        guard let zone = moment.zone.asObject as? PyTimeZone, zone.offset == 0, machine.typeName(moment.zone) == "timezone" else {
            throw machine.error("ValueError", "usegmt option requires a UTC datetime")
        }
        let days = moment.date.ordinal - CalendarDate.epochOrdinal
        return HTTPDate.text(secondsSince1970: Int64(days * 86_400 + moment.time.microseconds / 1_000_000))
    }

    /// `http.cookies._quote`: quotes where a character is not legal; commas, semicolons, controls and what is not ASCII become octal.
    static func quoted(_ text: String) -> String {
        let plain = Set(" ()/<=>?@[]{}".unicodeScalars)
        if !text.isEmpty, text.unicodeScalars.allSatisfy(legal.contains) { return text }
        var out = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" {
                out += "\\\""
            } else if scalar == "\\" {
                out += "\\\\"
            } else if legal.contains(scalar) || plain.contains(scalar) {
                out.unicodeScalars.append(scalar)
            } else if scalar.value < 256 {
                let digits = String(scalar.value, radix: 8)
                out += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
