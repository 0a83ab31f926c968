extension RequestParser {
    /// Reads on in the request target; a space ends it, a line end too (then the request is HTTP/0.9).
    mutating func parseTarget(_ bytes: Bytes, _ index: inout Int, _ from: TargetState) throws(RequestParseError) {
        let start = index
        var target = from
        while index < bytes.count {
            if target == .path {
                while index < bytes.count, bytes[index].isIn(.target) { index += 1 }
                if index == bytes.count { break }
            }
            if let next = try RequestParser.next(after: target, bytes[index]) {
                target = next
                index += 1
                continue
            }
            try finishTarget(bytes, start, index, bytes[index])
            index += 1
            return
        }
        state = .target(target)
        try keep(bytes, from: start)
    }

    private mutating func finishTarget(_ bytes: Bytes, _ start: Int, _ end: Int, _ terminator: UInt8) throws(RequestParseError) {
        let target = try word(bytes, start, end) { (target) throws(RequestParseError) in Self.read(target) }
        head.rawTarget = target.raw
        switch target.parts {
        case .success(let path): head.target = path
        // uvicorn takes the target apart when the whole head is there (`on_headers_complete`).
        case .failure(let problem): targetProblem = problem
        }
        switch terminator {
        case .space: state = .wireProtocol
        case .carriageReturn: state = .lineFeedAfterTarget
        default:
            (head.majorVersion, head.minorVersion) = (0, 9)
            state = .fieldsStart
        }
    }

    private static func read(_ target: Bytes.SubSequence) -> (raw: String, parts: Result<String, RequestParseError>) {
        let parts = Result<RequestTarget, RequestParseError> { () throws(RequestParseError) in try RequestTarget(target) }
        return (String(decoding: target, as: UTF8.self), parts.map { $0.query.isEmpty ? $0.path : $0.path + "?" + $0.query })
    }

    /// Where the byte leads in a target, or nil if it ends the target.
    private static func next(after state: TargetState, _ byte: UInt8) throws(RequestParseError) -> TargetState? {
        let mayEnd = byte == .space || byte == .carriageReturn || byte == .lineFeed
        switch state {
        case .start:
            if byte == 0x2F || byte == 0x2A { return .path }
            if byte.isIn(.letter) { return .scheme }
        case .scheme:
            if byte.isIn(.letter) { return .scheme }
            if byte == 0x3A { return .firstSlash }
        case .firstSlash:
            if byte == 0x2F { return .secondSlash }
        case .secondSlash:
            if byte == 0x2F { return .server }
        case .server, .serverAfterAt:
            if mayEnd { return nil }
            if byte == 0x2F { return .path }
            if byte == 0x3F { return .query }
            if byte == 0x40, state == .server { return .serverAfterAt }
            if byte != 0x40, byte.isIn(.server) { return .server }
        case .path:
            if mayEnd { return nil }
            if byte == 0x3F { return .query }
            if byte == 0x23 { return .fragment }
            if byte.isIn(.target) { return .path }
        case .query:
            if mayEnd { return nil }
            if byte == 0x23 { return .fragment }
            if byte == 0x3F || byte.isIn(.target) { return .query }
        case .fragment:
            if mayEnd { return nil }
            if byte == 0x3F || byte == 0x23 || byte.isIn(.target) { return .fragment }
        }
        throw .invalidTarget
    }
}
