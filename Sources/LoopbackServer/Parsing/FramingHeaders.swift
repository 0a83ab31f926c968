import HTTPMessages

/// What the headers of one request say about its body and its connection, by the rules of llhttp 9 without leniencies.
struct FramingHeaders: Sendable {
    private(set) var contentLength: UInt64?
    private(set) var isChunked = false
    private(set) var hasTransferEncoding = false
    private(set) var closes = false
    private(set) var keepsAlive = false
    private(set) var upgrades = false
    private(set) var namesUpgradeProtocol = false

    /// Whether the request asks for another protocol.
    var asksForUpgrade: Bool { upgrades && namesUpgradeProtocol }

    /// Checks a field's name against what came before: a length and a transfer coding exclude each other.
    mutating func begin(name: String) throws(RequestParseError) {
        if name == "transfer-encoding" {
            guard contentLength == nil else { throw .invalidTransferEncoding }
            hasTransferEncoding = true
        } else if name == "content-length", hasTransferEncoding {
            throw .invalidContentLength
        }
    }

    /// Takes a field whose name is in lower case.
    mutating func take(name: String, value: [UInt8]) throws(RequestParseError) {
        switch name {
        case "connection", "proxy-connection": takeConnection(value)
        case "content-length": try takeLength(value)
        case "transfer-encoding": try takeTransferEncoding(value)
        case "upgrade": if !value.isEmpty { namesUpgradeProtocol = true }
        default: break
        }
    }

    /// Refuses the beginning of a value whose end has not come, where no end can make it right.
    func check(name: String, begun value: [UInt8]) throws(RequestParseError) {
        guard name == "content-length" else { return }
        var length = self
        try length.takeLength(value)
    }

    private mutating func takeConnection(_ value: [UInt8]) {
        for token in value.split(separator: 0x2C) {
            switch String(decoding: token.map(\.asciiLowercased), as: UTF8.self).trimmingBlanks {
            case "close": closes = true
            case "keep-alive": keepsAlive = true
            case "upgrade": upgrades = true
            default: break
            }
        }
    }

    private mutating func takeLength(_ value: [UInt8]) throws(RequestParseError) {
        guard contentLength == nil, !value.isEmpty else { throw .invalidContentLength }
        var rest = value[...]
        while let last = rest.last, last == .space || last == .tab { rest.removeLast() }
        guard rest.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .invalidContentLength }
        guard let length = rest.isEmpty ? 0 : UInt64(String(decoding: rest, as: UTF8.self)) else { throw .invalidContentLength }
        contentLength = length
    }

    /// `chunked` must be the last coding and only spaces may follow it; once it is there no other coding may come.
    private mutating func takeTransferEncoding(_ value: [UInt8]) throws(RequestParseError) {
        guard !value.isEmpty else { return }
        guard !isChunked else { throw .invalidTransferEncoding }
        let tokens = value.split(separator: 0x2C, omittingEmptySubsequences: false)
        for (index, token) in tokens.enumerated() {
            var name = token.drop { $0 == .space || $0 == .tab }
            while name.last == .space { name.removeLast() }
            guard String(decoding: name.map(\.asciiLowercased), as: UTF8.self) == "chunked" else { continue }
            guard index == tokens.count - 1 else { throw .invalidTransferEncoding }
            isChunked = true
        }
    }
}

extension String {
    /// The text without spaces and tabs at both ends.
    fileprivate var trimmingBlanks: String {
        var rest = utf8[...]
        while let byte = rest.first, byte == .space || byte == .tab { rest.removeFirst() }
        while let byte = rest.last, byte == .space || byte == .tab { rest.removeLast() }
        return String(decoding: rest, as: UTF8.self)
    }
}
