/// Takes the chunked transfer coding off a body that arrives in pieces (RFC 9112 §7.1).
///
/// Extensions and trailers are read and dropped; a bare line feed ends a line too.
public struct ChunkedDecoder: Sendable {
    private enum Stage {
        case size(digits: Int, value: Int)
        case sizeLine(Int)
        case data(Int)
        case dataEnd
        case trailer(lineIsEmpty: Bool)
        case done
    }

    private let limit: Int
    private var stage = Stage.size(digits: 0, value: 0)

    /// A decoder whose decoded body may have `limit` bytes.
    public init(limit: Int = .max) { self.limit = limit }

    /// Whether the last chunk and the trailers have come.
    public var isComplete: Bool {
        if case .done = stage { true } else { false }
    }

    /// Appends to `body` what the given bytes decode to.
    ///
    /// - Returns: how many of the bytes belong to the chunked body.
    public mutating func decode(_ bytes: [UInt8], into body: inout [UInt8]) throws(ResponseParseError) -> Int {
        var index = 0
        while index < bytes.count {
            if case .done = stage { break }
            if case .data(let left) = stage {
                let end = index + min(left, bytes.count - index)
                body.append(contentsOf: bytes[index..<end])
                stage = left == end - index ? .dataEnd : .data(left - (end - index))
                index = end
            } else {
                try step(bytes[index], decoded: body.count)
                index += 1
            }
        }
        return index
    }

    private mutating func step(_ byte: UInt8, decoded: Int) throws(ResponseParseError) {
        switch stage {
        case .size(let digits, let value):
            try sizeStep(byte, digits: digits, value: value, decoded: decoded)
        case .sizeLine(let value):
            if byte == 0x0A { stage = value == 0 ? .trailer(lineIsEmpty: true) : .data(value) }
        case .dataEnd:
            if byte == 0x0A { stage = .size(digits: 0, value: 0) } else if byte != 0x0D { throw .malformedChunk }
        case .trailer(let lineIsEmpty):
            if byte == 0x0A {
                stage = lineIsEmpty ? .done : .trailer(lineIsEmpty: true)
            } else if byte != 0x0D {
                stage = .trailer(lineIsEmpty: false)
            }
        case .data, .done:
            break
        }
    }

    private mutating func sizeStep(_ byte: UInt8, digits: Int, value: Int, decoded: Int) throws(ResponseParseError) {
        guard let digit = byte.hexDigitValue else {
            guard digits > 0, [0x0A, 0x0D, 0x3B, 0x20, 0x09].contains(byte) else { throw .malformedChunk }
            stage = .sizeLine(value)
            if byte == 0x0A { try step(byte, decoded: decoded) }
            return
        }
        guard digits < 15 else { throw .malformedChunk }
        let sum = value << 4 | digit
        guard sum <= limit - decoded else { throw .tooLarge(limit: limit) }
        stage = .size(digits: digits + 1, value: sum)
    }
}

extension UInt8 {
    /// The value of an ASCII hexadecimal digit, or nil.
    public var hexDigitValue: Int? {
        switch self {
        case 0x30...0x39: Int(self - 0x30)
        case 0x41...0x46: Int(self - 0x41) + 10
        case 0x61...0x66: Int(self - 0x61) + 10
        default: nil
        }
    }
}
