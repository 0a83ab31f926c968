import HTTPMessages

extension RequestParser {
    /// Reads on in the header lines or, after a chunked body, in the trailers.
    mutating func parseFields(_ bytes: Bytes, _ index: inout Int, _ sink: some RequestSink) throws(RequestParseError) {
        let byte = bytes[index]
        switch state {
        case .fieldsStart:
            guard byte != .space else { throw .invalidHeader }
            state = .fieldStart
        case .fieldStart:
            if byte == .carriageReturn {
                index += 1
                state = .headLineFeed
            } else {
                guard byte.isIn(.token) else { throw .invalidHeader }
                state = .fieldName
            }
        case .fieldName:
            try parseFieldName(bytes, &index)
        case .valueStart:
            try startValue(byte, &index)
        case .value:
            try parseValue(bytes, &index)
        case .lineFeedOfEmptyValue, .valueLineFeed:
            guard byte == .lineFeed else { throw .invalidHeader }
            index += 1
            state = state == .valueLineFeed ? .afterValue : .afterEmptyValue
        case .afterEmptyValue, .afterValue:
            guard byte != .space && byte != .tab else { throw .invalidHeader }
            try finishField(isEmpty: state == .afterEmptyValue)
        default:
            guard byte == .lineFeed else { throw .invalidHeader }
            index += 1
            try finishHead(sink)
        }
    }

    private mutating func startValue(_ byte: UInt8, _ index: inout Int) throws(RequestParseError) {
        switch byte {
        case .space, .tab:
            index += 1
            headLength += 1
            guard headLength <= maximumHead else { throw .headTooLarge }
        case .carriageReturn:
            index += 1
            state = .lineFeedOfEmptyValue
        case .lineFeed:
            throw .invalidHeader
        default:
            state = .value
        }
    }

    private mutating func parseFieldName(_ bytes: Bytes, _ index: inout Int) throws(RequestParseError) {
        let start = index
        while index < bytes.count, bytes[index].isIn(.token) { index += 1 }
        guard index < bytes.count else { return try keep(bytes, from: start) }
        guard bytes[index] == 0x3A else { throw .invalidHeader }
        fieldName = try word(bytes, start, index) { (name) throws(RequestParseError) in
            String(unsafeUninitializedCapacity: name.count) { buffer in
                for (offset, byte) in name.enumerated() { buffer[offset] = byte.asciiLowercased }
                return name.count
            }
        }
        try framing.begin(name: fieldName)
        index += 1
        state = .valueStart
    }

    private mutating func parseValue(_ bytes: Bytes, _ index: inout Int) throws(RequestParseError) {
        let start = index
        while index < bytes.count, bytes[index].isIn(.fieldValue) { index += 1 }
        guard index < bytes.count else {
            try keep(bytes, from: start)
            return try framing.check(name: fieldName, begun: pending)
        }
        guard bytes[index] == .carriageReturn else { throw .invalidHeader }
        let value = try word(bytes, start, index) { (value) throws(RequestParseError) in [UInt8](value) }
        try framing.take(name: fieldName, value: value)
        fields.append(Header(fieldName, bytes: value))
        index += 1
        guard headLength <= maximumHead else { throw .headTooLarge }
        state = .valueLineFeed
    }

    private mutating func finishField(isEmpty: Bool) throws(RequestParseError) {
        if isEmpty {
            try framing.take(name: fieldName, value: [])
            fields.append(Header(fieldName, bytes: []))
        }
        headLength += 4
        guard headLength <= maximumHead else { throw .headTooLarge }
        state = .fieldStart
    }

    /// Ends the head or the trailers at the empty line.
    private mutating func finishHead(_ sink: some RequestSink) throws(RequestParseError) {
        if isInTrailers { return finishMessage(sink) }
        if let targetProblem { throw targetProblem }
        head.headers = HeaderList(fields)
        head.keepsAlive = keepsAlive
        head.asksForUpgrade = framing.asksForUpgrade || head.method == "CONNECT"
        head.expectsContinue = fields.contains {
            $0.name == "expect" && String(latin1: $0.value).isEqualIgnoringASCIICase("100-continue")
        }
        head.announcesBody = !head.asksForUpgrade && (framing.isChunked || framing.contentLength ?? 0 > 0)
        try sink.receive(head)
        fields.removeAll(keepingCapacity: true)
        if head.asksForUpgrade {
            isUpgraded = true
            finishMessage(sink)
        } else if framing.isChunked {
            state = .chunk(.firstDigit)
            chunkSize = 0
        } else if framing.hasTransferEncoding {
            throw .invalidTransferEncoding
        } else if let length = framing.contentLength, length > 0 {
            state = .body(left: length)
        } else {
            finishMessage(sink)
        }
    }

    /// Whether the version and the connection header let the connection stay open (llhttp `llhttp_should_keep_alive`).
    private var keepsAlive: Bool {
        head.majorVersion > 0 && head.minorVersion > 0 ? !framing.closes : framing.keepsAlive
    }

    /// Ends the request.
    mutating func finishMessage(_ sink: some RequestSink) {
        state = keepsAlive ? .start : .closed
        sink.receiveEnd(trailers: isInTrailers ? fields : [])
    }
}
