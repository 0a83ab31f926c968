import HTTPMessages
import NIOCore

/// Writes the head of a response straight into a buffer, from which on it is known how its body is framed.
///
/// uvicorn 0.54.0 `httptools_impl.py` `RequestResponseCycle.send`, semantics 11.1–11.10 and appendix A.1.
struct ResponseHeadWriter {
    /// How the body is framed and how much of it is due.
    var framing: ResponseFraming
    /// Whether the connection stays open after the response.
    var keepsAlive: Bool
    private var hasClose = false

    init(keepsAlive: Bool, isHead: Bool) {
        self.keepsAlive = keepsAlive
        framing = ResponseFraming(isHead: isHead)
    }

    /// Appends the head to the buffer, or throws and leaves the buffer as it was.
    mutating func write(
        status: Int, headers: HeaderList, defaults: ByteBuffer, to buffer: inout ByteBuffer
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
        if framing.endHead(status: status) { buffer.writeStaticString("transfer-encoding: chunked\r\n") }
        buffer.writeStaticString("\r\n")
    }

    private mutating func write(_ header: Header, to buffer: inout ByteBuffer) throws(ResponseError) {
        try writeName(header.name, to: &buffer)
        buffer.writeStaticString(": ")
        buffer.writeBytes(header.value)
        guard header.value.allSatisfy(\.isAllowedInHeaderValue) else { throw .invalidHeaderValue(name: header.name) }
        buffer.writeStaticString("\r\n")
        guard framing.take(header.name, header.value) else { throw .invalidContentLength(String(latin1: header.value)) }
        if header.name.utf8.count == 10, header.name.isEqualIgnoringASCIICase("connection") { takeConnection(header.value) }
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
