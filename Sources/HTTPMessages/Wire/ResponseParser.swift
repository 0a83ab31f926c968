/// Reads one response from bytes that arrive in pieces, as a tolerant client does (RFC 9112 §6.3).
///
/// Interim responses (1xx but 101) are skipped and counted. Bare line feeds end lines too.
/// The body's end is known from the method and status, from chunks, from a length, or else from the end of the connection.
public struct ResponseParser: Sendable {
    private enum Stage {
        case head
        case length(Int)
        case chunks(ChunkedDecoder)
        case untilClose
        case done
    }

    /// How many interim responses came before the final one.
    public private(set) var interimCount = 0
    private let method: String
    private let limit: Int
    private var stage = Stage.head
    private var buffer: [UInt8] = []
    private var searched = 0
    private var response = HTTPResponse()

    /// A parser for the answer to a request of that method, whose head and body may have `limit` bytes each.
    public init(requestMethod: String, limit: Int = 64 << 20) {
        method = requestMethod
        self.limit = limit
    }

    /// Whether the response is whole; bytes that come later belong to the next one.
    public var isComplete: Bool {
        if case .done = stage { true } else { false }
    }

    /// Takes the next bytes and returns the response once it is whole.
    public mutating func append(_ bytes: some Sequence<UInt8>) throws(ResponseParseError) -> HTTPResponse? {
        buffer.append(contentsOf: bytes)
        try readHeads()
        try readBody()
        return isComplete ? response : nil
    }

    /// Says that the connection has ended and returns the response that this completes.
    ///
    /// - Throws: `ResponseParseError.empty` or `.incomplete` where the head or the announced body is cut off.
    public mutating func finish() throws(ResponseParseError) -> HTTPResponse {
        switch stage {
        case .head: throw buffer.isEmpty ? .empty : .incomplete
        case .length, .chunks: throw .incomplete
        case .untilClose: stage = .done
        case .done: break
        }
        return response
    }

    /// The bytes that came after the response's end.
    public var unparsed: [UInt8] { isComplete ? buffer : [] }

    /// What has come of the response so far, or nil before its head is whole; its body may be cut off.
    public var partial: HTTPResponse? {
        if case .head = stage { nil } else { response }
    }

    private mutating func readHeads() throws(ResponseParseError) {
        while case .head = stage {
            guard let end = endOfHead() else {
                guard buffer.count <= limit else { throw .tooLarge(limit: limit) }
                return
            }
            response = try ResponseHeadReader.read(buffer[..<end.head])
            buffer.removeFirst(end.body)
            searched = 0
            if (100..<200).contains(response.status) && response.status != 101 {
                interimCount += 1
            } else {
                stage = try framing()
            }
        }
    }

    /// Where the head ends and where the body begins, or nil if the empty line has not come yet.
    private mutating func endOfHead() -> (head: Int, body: Int)? {
        var index = max(0, searched - 3)
        while index < buffer.count {
            if buffer[index] == 0x0A {
                if index + 1 < buffer.count, buffer[index + 1] == 0x0A { return (index, index + 2) }
                if index + 2 < buffer.count, buffer[index + 1] == 0x0D, buffer[index + 2] == 0x0A { return (index, index + 3) }
            }
            index += 1
        }
        searched = buffer.count
        return nil
    }

    private func framing() throws(ResponseParseError) -> Stage {
        if method == "HEAD" || [101, 204, 304].contains(response.status) { return .done }
        if let coding = response.headers.values(named: "transfer-encoding").last {
            let last = coding.split(separator: ",").last.map { String($0).trimmingBlanks } ?? ""
            return last.isEqualIgnoringASCIICase("chunked") ? .chunks(ChunkedDecoder(limit: limit)) : .untilClose
        }
        guard let text = response.headers["content-length"] else { return .untilClose }
        guard let length = Int(text.trimmingBlanks), length >= 0 else { throw .malformedLength(text) }
        guard length <= limit else { throw .tooLarge(limit: limit) }
        return length == 0 ? .done : .length(length)
    }

    private mutating func readBody() throws(ResponseParseError) {
        switch stage {
        case .head, .done:
            return
        case .length(let length):
            let taken = min(length - response.body.count, buffer.count)
            response.body.append(contentsOf: buffer[..<taken])
            buffer.removeFirst(taken)
            if response.body.count == length { stage = .done }
        case .chunks(var decoder):
            stage = .done
            let used = try decoder.decode(buffer, into: &response.body)
            buffer.removeFirst(used)
            if !decoder.isComplete { stage = .chunks(decoder) }
        case .untilClose:
            response.body.append(contentsOf: buffer)
            buffer.removeAll(keepingCapacity: true)
            guard response.body.count <= limit else { throw .tooLarge(limit: limit) }
        }
    }
}

extension HTTPResponse {
    /// The response that these bytes are, when nothing follows them.
    public static func parse(_ bytes: [UInt8], requestMethod: String = "GET") throws(ResponseParseError) -> HTTPResponse {
        var parser = ResponseParser(requestMethod: requestMethod)
        if let whole = try parser.append(bytes) { return whole }
        return try parser.finish()
    }
}
