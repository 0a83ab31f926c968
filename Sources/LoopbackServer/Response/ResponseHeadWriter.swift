import HTTPMessages
import NIOCore

/// Writes the head of a response straight into a buffer and decides how its body is framed.
///
/// uvicorn 0.54.0 `httptools_impl.py` `RequestResponseCycle.send`, semantics 11.1–11.10 and appendix A.1.
struct ResponseHeadWriter {
    /// Whether the body goes out in chunks; nil while no header has said how it is framed.
    private(set) var isChunked: Bool?
    /// How many bytes of body are still due; it may be negative as in Python.
    var expectedLength = 0
    /// Whether the connection stays open after the response.
    var keepsAlive: Bool
    private var hasClose = false

    init(keepsAlive: Bool) { self.keepsAlive = keepsAlive }

    /// Appends the head to the buffer, or throws and leaves the buffer as it was.
    mutating func write(
        status: Int, headers: HeaderList, isHead: Bool, defaults: ByteBuffer, to buffer: inout ByteBuffer
    ) throws(ResponseError) {
        guard let line = StatusLines.line(for: status) else { throw .unknownStatus(status) }
        let start = buffer.writerIndex
        do throws(ResponseError) {
            buffer.writeBytes(line)
            buffer.writeImmutableBuffer(defaults)
            for header in headers { try write(header, to: &buffer) }
        } catch {
            buffer.moveWriterIndex(to: start)
            throw error
        }
        if !keepsAlive && !hasClose { buffer.writeStaticString("connection: close\r\n") }
        if isChunked == nil && !isHead && status != 204 && status != 304 {
            isChunked = true
            buffer.writeStaticString("transfer-encoding: chunked\r\n")
        }
        buffer.writeStaticString("\r\n")
    }

    private mutating func write(_ header: Header, to buffer: inout ByteBuffer) throws(ResponseError) {
        let nameStart = buffer.writerIndex
        try writeName(header.name, to: &buffer)
        buffer.writeStaticString(": ")
        buffer.writeBytes(header.value)
        let valueIsFine = header.value.allSatisfy(\.isAllowedInHeaderValue)
        guard valueIsFine else { throw .invalidHeaderValue(name: header.name) }
        buffer.writeStaticString("\r\n")
        let length = buffer.writerIndex - nameStart - header.value.count - 4
        switch length {
        case 10: if header.name.isEqualIgnoringASCIICase("connection") { takeConnection(header.value) }
        case 14: if header.name.isEqualIgnoringASCIICase("content-length") { try takeLength(header.value) }
        case 17: if header.name.isEqualIgnoringASCIICase("transfer-encoding") { takeTransferEncoding(header.value) }
        default: break
        }
    }

    /// Writes the name in lower case; ASGI names are bytes, so a scalar up to U+00FF is one byte.
    private func writeName(_ name: String, to buffer: inout ByteBuffer) throws(ResponseError) {
        var name = name
        let result = name.withUTF8 { bytes -> (isValid: Bool, isASCII: Bool) in
            var isASCII = true
            for byte in bytes {
                if byte >= 0x80 { isASCII = false }
                if !byte.isAllowedInHeaderName { return (false, isASCII) }
            }
            guard isASCII else { return (true, false) }
            buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: bytes.count) { target in
                for (index, byte) in bytes.enumerated() { target[index] = byte.asciiLowercased }
                return bytes.count
            }
            return (true, true)
        }
        guard result.isValid else { throw .invalidHeaderName(name) }
        if !result.isASCII { buffer.writeBytes(Header(name, bytes: []).nameBytes.map(\.asciiLowercased)) }
    }

    private mutating func takeLength(_ value: [UInt8]) throws(ResponseError) {
        guard isChunked == nil else { return }
        guard let length = PythonInteger.parse(value) else { throw .invalidContentLength(String(latin1: value)) }
        expectedLength = length
        isChunked = false
    }

    private mutating func takeTransferEncoding(_ value: [UInt8]) {
        guard String(latin1: value).isEqualIgnoringASCIICase("chunked") else { return }
        expectedLength = 0
        isChunked = true
    }

    private mutating func takeConnection(_ value: [UInt8]) {
        let isClose = value.split(separator: 0x2C).contains { token in
            var token = token.drop(while: \.isPythonSpace)
            while let last = token.last, last.isPythonSpace { token.removeLast() }
            return String(latin1: token).isEqualIgnoringASCIICase("close")
        }
        if isClose {
            keepsAlive = false
            hasClose = true
        }
    }
}

extension UInt8 {
    /// Whether `bytes.strip()` takes the byte off.
    fileprivate var isPythonSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
