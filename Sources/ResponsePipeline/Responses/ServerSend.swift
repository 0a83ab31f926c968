import HTTPMessages
import Python

/// What the server refuses of a response's messages and its `send` raises into the application (uvicorn 0.54.0
/// protocols/http/httptools_impl.py `RequestResponseCycle.send`).
struct ServerSend {
    private let machine: Machine
    private let isHead: Bool
    /// How the body is framed; nil where no header said it.
    private var isChunked: Bool?
    /// How many bytes of the body are still due.
    private var expected = 0

    /// - Parameter isHead: whether the request asked for a head alone.
    init(_ machine: Machine, isHead: Bool) {
        self.machine = machine
        self.isHead = isHead
    }

    /// The start; raises for a status without a status line, and for headers that cannot be written.
    mutating func start(_ status: Value, _ headers: RawHeaders) throws {
        if let unwritable = try headers.unwritable(machine) { throw unwritable }
        guard (100..<600).contains(ResponseSender.status(status)) else {
            throw machine.error(machine.types.exception("KeyError"), [status])
        }
        for line in headers.lines {
            guard !line.name.unicodeScalars.contains(where: Self.isForbiddenInName) else {
                throw machine.error("RuntimeError", "Invalid HTTP header name.")
            }
            guard line.value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                throw machine.error("RuntimeError", "Invalid HTTP header value.")
            }
            switch line.name.asciiLowercased {
            case "content-length" where isChunked == nil:
                let text = try machine.call(try machine.attribute(.object(PyBytes(line.value)), "decode"))
                expected = try machine.call(.object(machine.types.int), text).asInt ?? Int.max
                isChunked = false
            case "transfer-encoding" where String(latin1: line.value).asciiLowercased == "chunked":
                expected = 0
                isChunked = true
            default: break
            }
        }
        if isChunked == nil, !isHead, ![204, 304].contains(ResponseSender.status(status)) { isChunked = true }
    }

    /// A piece of the body; raises for more or fewer bytes than the headers said.
    mutating func body(_ count: Int, isLast: Bool) throws {
        if isHead {
            expected = 0
        } else if isChunked != true {
            guard count <= expected else { throw machine.error("RuntimeError", "Response content longer than Content-Length") }
            expected -= count
        }
        guard !isLast || expected == 0 else { throw machine.error("RuntimeError", "Response content shorter than Content-Length") }
    }

    /// uvicorn's `HEADER_RE`.
    private static func isForbiddenInName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.value == 0x7F || "()<>@,;:[]={}\\\"".unicodeScalars.contains(scalar)
    }
}
