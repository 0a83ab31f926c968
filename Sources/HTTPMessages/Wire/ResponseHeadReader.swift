/// Reads a status line and header lines from a head without its empty line.
enum ResponseHeadReader {
    static func read(_ head: ArraySlice<UInt8>) throws(ResponseParseError) -> HTTPResponse {
        var lines = head.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            line.last == 0x0D ? line.dropLast() : line
        }[...]
        while let first = lines.first, first.isEmpty { lines.removeFirst() }
        var response = try statusLine(lines.popFirst() ?? [])
        for line in lines { response.headers.append(try header(line)) }
        return response
    }

    private static func statusLine(_ line: ArraySlice<UInt8>) throws(ResponseParseError) -> HTTPResponse {
        let text = String(latin1: line)
        let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[0].hasPrefix("HTTP/"), parts[1].utf8.count == 3, let status = Int(parts[1]), status >= 100 else {
            throw .malformedStatusLine(String(text.prefix(80)))
        }
        return HTTPResponse(status: status, reason: parts.count > 2 ? String(parts[2]) : "")
    }

    private static func header(_ line: ArraySlice<UInt8>) throws(ResponseParseError) -> Header {
        guard let colon = line.firstIndex(of: 0x3A) else { throw .malformedHeaderLine(String(latin1: line.prefix(80))) }
        var value = line[line.index(after: colon)...]
        while let byte = value.first, byte.isBlank { value.removeFirst() }
        while let byte = value.last, byte.isBlank { value.removeLast() }
        return Header(String(latin1: line[..<colon]), bytes: Array(value))
    }
}

extension UInt8 {
    /// Whether the byte is a space or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }
}

extension String {
    /// The text without spaces and tabs at both ends.
    var trimmingBlanks: String {
        var rest = utf8[...]
        while let byte = rest.first, byte.isBlank { rest.removeFirst() }
        while let byte = rest.last, byte.isBlank { rest.removeLast() }
        return String(decoding: rest, as: UTF8.self)
    }
}
