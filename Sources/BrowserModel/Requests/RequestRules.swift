import HTTPMessages

/// Which methods and request headers a page may use, and which of them need the server's permission (Fetch §2.2.1, §2.2.2).
enum RequestRules {
    /// Fetch «forbidden method».
    static let forbiddenMethods: Set<String> = ["CONNECT", "TRACE", "TRACK"]
    /// Fetch «CORS-safelisted method».
    static let safelistedMethods: Set<String> = ["GET", "HEAD", "POST"]

    /// Fetch «normalize a method».
    static func normalisedMethod(_ method: String) -> String {
        let upper = method.asciiUppercased
        return ["DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"].contains(upper) ? upper : method
    }

    private static let forbiddenNames: Set<String> = [
        "accept-charset", "accept-encoding", "access-control-request-headers", "access-control-request-method", "connection",
        "content-length", "cookie", "cookie2", "date", "dnt", "expect", "host", "keep-alive", "origin", "referer", "set-cookie", "te",
        "trailer", "transfer-encoding", "upgrade", "via",
    ]

    /// Fetch «forbidden request-header».
    static func isForbiddenHeader(_ header: Header, profile: EngineRules) -> Bool {
        let name = header.name.asciiLowercased
        if forbiddenNames.contains(name) || name.hasPrefix("proxy-") || name.hasPrefix("sec-") { return true }
        if name == "user-agent" { return profile.has(.userAgentForbidden) }
        guard ["x-http-method", "x-http-method-override", "x-method-override"].contains(name) else { return false }
        return header.text.split(separator: ",").contains { forbiddenMethods.contains(HTTPToken.trimmed($0).asciiUppercased) }
    }

    /// Fetch «no-CORS-safelisted request-header name».
    static let noCORSSafelistedNames: Set<String> = ["accept", "accept-language", "content-language", "content-type"]

    /// Fetch «CORS-safelisted request-header».
    static func isSafelisted(_ header: Header, profile: EngineRules) -> Bool {
        guard header.value.count <= 128 else { return false }
        switch header.name.asciiLowercased {
        case "accept":
            if profile.has(.nonASCIIUnsafe), header.value.contains(where: { $0 >= 0x80 }) { return false }
            return !header.value.contains(where: isUnsafeByte)
        case "accept-language", "content-language": return header.value.allSatisfy(isLanguageByte)
        case "content-type":
            if profile.has(.nonASCIIUnsafe), header.value.contains(where: { $0 >= 0x80 }) { return false }
            let parse = profile.has(.ownContentTypeParser) ? MIMEType.firefoxEssence : MIMEType.essence
            guard !header.value.contains(where: isUnsafeByte), let essence = parse(header.text) else { return false }
            return ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"].contains(essence)
        case "range": return SingleRange.isSafelisted(header.text, profile: profile)
        case let name: return profile.has(.clientHintsSafelisted) && ClientHint.isSafelisted(name: name, value: header.value)
        }
    }

    /// Fetch «CORS-unsafe request-header byte».
    private static func isUnsafeByte(_ byte: UInt8) -> Bool {
        if byte < 0x20 { return byte != 0x09 }
        return byte == 0x7F || "\"():<>?@[\\]{}".utf8.contains(byte)
    }

    private static func isLanguageByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: " *,-.;=".utf8.contains(byte)
        }
    }

    /// Fetch «CORS-unsafe request-header names»: lower case, sorted, without repeats.
    static func unsafeNames(in headers: HeaderList, profile: EngineRules) -> [String] {
        var unsafe: [String] = []
        var potentiallyUnsafe: [String] = []
        var safelistValueSize = 0
        for header in profile.has(.combineBeforeSafelisting) ? combined(headers) : headers {
            let name = header.name.asciiLowercased
            if isSafelisted(header, profile: profile) {
                potentiallyUnsafe.append(name)
                safelistValueSize += header.value.count
            } else {
                unsafe.append(name)
            }
        }
        if safelistValueSize > 1024, !profile.has(.no1024Limit) { unsafe += potentiallyUnsafe }
        return profile.has(.acrhDuplicates) ? unsafe.sorted() : Set(unsafe).sorted()
    }

    private static func combined(_ headers: HeaderList) -> HeaderList {
        var result = HeaderList()
        for header in headers where !result.contains(name: header.name) {
            let text = headers.combined(named: header.name) ?? ""
            result.append(Header(header.name, bytes: text.latin1Bytes ?? header.value))
        }
        return result
    }
}
