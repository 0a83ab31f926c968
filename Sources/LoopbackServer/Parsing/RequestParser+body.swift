import HTTPMessages

extension RequestParser {
    /// Reads on in a body of announced length or in a chunked one.
    mutating func parseBody(_ bytes: Bytes, _ index: inout Int, _ sink: some RequestSink) throws(RequestParseError) {
        switch state {
        case .body(let left):
            let rest = try pass(bytes, &index, left, sink)
            if rest == 0 { finishMessage(sink) } else { state = .body(left: rest) }
        case .chunk(.data):
            chunkSize = try pass(bytes, &index, chunkSize, sink)
            if chunkSize == 0 { state = .chunk(.dataCarriageReturn) }
        case .chunk(let chunk):
            let byte = bytes[index]
            index += 1
            try chunkStep(chunk, byte)
        default:
            break
        }
    }

    /// Hands up to `left` bytes to the sink and returns how many are left.
    private mutating func pass(
        _ bytes: Bytes, _ index: inout Int, _ left: UInt64, _ sink: some RequestSink
    ) throws(RequestParseError) -> UInt64 {
        let count = Int(min(left, UInt64(bytes.count - index)))
        try sink.receive(body: bytes[index..<(index + count)])
        index += count
        return left - UInt64(count)
    }

    private mutating func chunkStep(_ chunk: ChunkState, _ byte: UInt8) throws(RequestParseError) {
        switch chunk {
        case .firstDigit, .size:
            try sizeStep(byte, isFirst: chunk == .firstDigit)
        case .sizeLineFeed:
            guard byte == .lineFeed else { throw .invalidChunk }
            isInTrailers = chunkSize == 0
            state = isInTrailers ? .fieldStart : .chunk(.data)
        case .dataCarriageReturn:
            guard byte == .carriageReturn else { throw .invalidChunk }
            state = .chunk(.dataLineFeed)
        case .dataLineFeed:
            guard byte == .lineFeed else { throw .invalidChunk }
            state = .chunk(.firstDigit)
        default:
            state = .chunk(try RequestParser.extensionStep(chunk, byte))
        }
    }

    private mutating func sizeStep(_ byte: UInt8, isFirst: Bool) throws(RequestParseError) {
        if let digit = byte.hexDigitValue {
            guard chunkSize >> 60 == 0 else { throw .invalidChunk }
            chunkSize = chunkSize << 4 | UInt64(digit)
            state = .chunk(.size)
        } else if byte == .carriageReturn, !isFirst {
            state = .chunk(.sizeLineFeed)
        } else if byte == 0x3B, !isFirst {
            state = .chunk(.extensions)
        } else {
            throw .invalidChunk
        }
    }

    /// Where a byte of a chunk extension leads; extensions are checked and dropped.
    private static func extensionStep(_ chunk: ChunkState, _ byte: UInt8) throws(RequestParseError) -> ChunkState {
        switch chunk {
        case .extensions:
            if byte == .space || byte == .carriageReturn { throw .invalidChunk }
            return try extensionStep(.extensionName, byte)
        case .extensionName:
            if byte.isIn(.token) { return .extensionName }
            if byte == 0x3D { return .extensionValue }
        case .extensionValue:
            if byte == 0x22 { return .quotedValue }
            if byte.isIn(.token) { return .extensionValue }
        case .quotedValue:
            if byte.isIn(.quotedText) { return .quotedValue }
            if byte == 0x22 { return .afterQuotedValue }
            if byte == 0x5C { return .quotedPair }
            throw .invalidChunk
        case .quotedPair:
            if byte.isIn(.fieldValue) { return .quotedValue }
            throw .invalidChunk
        default:
            break
        }
        if byte == 0x3B { return .extensions }
        if byte == .carriageReturn { return .sizeLineFeed }
        throw .invalidChunk
    }
}
