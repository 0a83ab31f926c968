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
            guard line.name.utf8.allSatisfy(\.isAllowedInHeaderName) else {
                throw machine.error("RuntimeError", "Invalid HTTP header name.")
            }
            guard line.value.allSatisfy(\.isAllowedInHeaderValue) else {
                throw machine.error("RuntimeError", "Invalid HTTP header value.")
            }
            switch line.name.utf8.count {
            case 14 where isChunked == nil && line.name.isEqualIgnoringASCIICase("content-length"):
                expected = try length(line.value)
                isChunked = false
            case 17 where line.name.isEqualIgnoringASCIICase("transfer-encoding"):
                guard String(latin1: line.value).isEqualIgnoringASCIICase("chunked") else { continue }
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

    /// Python's `int(value.decode())`; plain digits need no Python.
    private func length(_ value: [UInt8]) throws -> Int {
        if !value.isEmpty, value.count < 18, value.allSatisfy({ (0x30...0x39).contains($0) }) {
            return value.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        let text = try machine.call(try machine.attribute(.object(PyBytes(value)), "decode"))
        return try machine.call(.object(machine.types.int), text).asInt ?? Int.max
    }
}
