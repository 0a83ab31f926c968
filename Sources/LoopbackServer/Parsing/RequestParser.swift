import HTTPMessages

/// Reads HTTP/1 requests from bytes that arrive in pieces and accepts exactly what llhttp 9 does without leniencies.
///
/// Built for httptools 0.9.0 as uvicorn 0.54.0 uses it: what follows a request after which the connection closes is skipped,
/// and what follows an upgrade request in the same piece is dropped. Memory is bounded by `maximumHead`.
struct RequestParser {
    /// Where in a request the next byte stands.
    enum State: Equatable {
        case start
        case method, spacesBeforeTarget
        case target(TargetState)
        case lineFeedAfterTarget
        case wireProtocol, majorVersion, dot, minorVersion, lineEnd, lineFeed
        case fieldsStart, fieldStart, fieldName
        case valueStart, lineFeedOfEmptyValue, afterEmptyValue
        case value, valueLineFeed, afterValue
        case headLineFeed
        case body(left: UInt64)
        case chunk(ChunkState)
        /// The connection closes after this request; the rest is skipped.
        case closed
    }

    /// Where in a request target the next byte stands.
    enum TargetState: Equatable {
        case start, scheme, firstSlash, secondSlash, server, serverAfterAt, path, query, fragment
    }

    /// Where in a chunked body the next byte stands.
    enum ChunkState: Equatable {
        case firstDigit, size, sizeLineFeed
        case extensions, extensionName, extensionValue, quotedValue, quotedPair, afterQuotedValue
        case data, dataCarriageReturn, dataLineFeed
    }

    typealias Bytes = UnsafeRawBufferPointer

    /// How many bytes a head may have.
    let maximumHead: Int
    var state = State.start
    /// The bytes of the current word that came with earlier pieces.
    var pending: [UInt8] = []
    var headLength = 0
    var head = RequestHead()
    var fields: [Header] = []
    var fieldName = ""
    var framing = FramingHeaders()
    /// What is wrong with the target of a head that has not ended.
    var targetProblem: RequestParseError?
    var wireProtocol = RequestMethod.WireProtocol.http
    var isInTrailers = false
    var chunkSize: UInt64 = 0
    var isUpgraded = false

    /// A parser whose heads may have that many bytes.
    init(maximumHead: Int = 8 << 20) { self.maximumHead = maximumHead }

    /// Takes the next piece and hands what it completes to the sink.
    mutating func parse(_ bytes: Bytes, into sink: some RequestSink) throws(RequestParseError) {
        var index = 0
        isUpgraded = false
        while index < bytes.count, !isUpgraded {
            switch state {
            case .body, .chunk: try parseBody(bytes, &index, sink)
            case .closed: return
            case .fieldsStart, .fieldStart, .fieldName, .valueStart, .lineFeedOfEmptyValue, .afterEmptyValue, .value, .valueLineFeed,
                .afterValue, .headLineFeed:
                try parseFields(bytes, &index, sink)
            case .target(let target): try parseTarget(bytes, &index, target)
            default: try parseLine(bytes, &index)
            }
        }
    }

    /// The word from `start` to `end`, with what came of it in earlier pieces.
    mutating func word<Result>(
        _ bytes: Bytes, _ start: Int, _ end: Int, _ use: (Bytes.SubSequence) throws(RequestParseError) -> Result
    ) throws(RequestParseError) -> Result {
        headLength += end - start
        if pending.isEmpty { return try use(bytes[start..<end]) }
        pending.append(contentsOf: bytes[start..<end])
        let whole = pending
        pending.removeAll(keepingCapacity: true)
        return try whole.withUnsafeBufferPointer { (pointer) throws(RequestParseError) in
            try use(UnsafeRawBufferPointer(pointer)[...])
        }
    }

    /// Keeps the beginning of a word whose end has not come yet.
    mutating func keep(_ bytes: Bytes, from start: Int) throws(RequestParseError) {
        pending.append(contentsOf: bytes[start...])
        headLength += bytes.count - start
        guard headLength <= maximumHead else { throw .headTooLarge }
    }

    // MARK: Request line

    private mutating func parseLine(_ bytes: Bytes, _ index: inout Int) throws(RequestParseError) {
        let byte = bytes[index]
        switch state {
        case .start:
            if byte == .carriageReturn || byte == .lineFeed { index += 1 } else { begin() }
        case .method:
            try parseMethod(bytes, &index)
        case .spacesBeforeTarget:
            if byte == .space { index += 1 } else { state = .target(head.method == "CONNECT" ? .server : .start) }
        case .lineFeedAfterTarget:
            try expect(byte == .lineFeed, .invalidTarget, &index, then: .fieldsStart)
            (head.majorVersion, head.minorVersion) = (0, 9)
        case .wireProtocol:
            try parseProtocol(bytes, &index)
        case .majorVersion:
            head.majorVersion = try digit(byte)
            try expect(true, .invalidProtocol, &index, then: .dot)
        case .dot:
            try expect(byte == 0x2E, .invalidProtocol, &index, then: .minorVersion)
        case .minorVersion:
            head.minorVersion = try digit(byte)
            let version = (head.majorVersion, head.minorVersion)
            let isKnown = version == (1, 1) || version == (1, 0) || version == (0, 9) || version == (2, 0)
            try expect(isKnown, .invalidProtocol, &index, then: .lineEnd)
        case .lineEnd:
            try expect(byte == .carriageReturn, .invalidProtocol, &index, then: .lineFeed)
        default:
            try expect(byte == .lineFeed, .invalidProtocol, &index, then: .fieldsStart)
        }
    }

    private mutating func begin() {
        head = RequestHead()
        fields.removeAll(keepingCapacity: true)
        framing = FramingHeaders()
        targetProblem = nil
        isInTrailers = false
        headLength = 0
        state = .method
    }

    private mutating func expect(_ fits: Bool, _ error: RequestParseError, _ index: inout Int, then next: State) throws(RequestParseError) {
        guard fits else { throw error }
        index += 1
        state = next
    }

    private func digit(_ byte: UInt8) throws(RequestParseError) -> Int {
        guard (0x30...0x39).contains(byte) else { throw .invalidProtocol }
        return Int(byte - 0x30)
    }

    private mutating func parseMethod(_ bytes: Bytes, _ index: inout Int) throws(RequestParseError) {
        let start = index
        while index < bytes.count, bytes[index] != .space, index - start < 16 { index += 1 }
        guard index < bytes.count else {
            try keep(bytes, from: start)
            guard RequestMethod.hasName(startingWith: pending) else { throw .invalidMethod }
            return
        }
        head.method = try word(bytes, start, index) { (name) throws(RequestParseError) in
            guard let method = RequestMethod.named(name) else { throw .invalidMethod }
            return method
        }
        index += 1
        state = .spacesBeforeTarget
    }

    private mutating func parseProtocol(_ bytes: Bytes, _ index: inout Int) throws(RequestParseError) {
        if pending.isEmpty, bytes[index] == .space {
            index += 1
            return
        }
        let start = index
        while index < bytes.count, bytes[index] != 0x2F, index - start < 5 { index += 1 }
        guard index < bytes.count else {
            try keep(bytes, from: start)
            let begun = pending
            guard RequestMethod.WireProtocol.allCases.contains(where: { $0.rawValue.utf8.starts(with: begun) }) else {
                throw .invalidProtocol
            }
            return
        }
        let found = try word(bytes, start, index) { (name) throws(RequestParseError) in
            RequestMethod.WireProtocol.allCases.first { $0.rawValue.utf8.elementsEqual(name) }
        }
        guard let found, RequestMethod.isAllowed(head.method, in: found) else { throw .invalidProtocol }
        index += 1
        state = .majorVersion
    }
}
