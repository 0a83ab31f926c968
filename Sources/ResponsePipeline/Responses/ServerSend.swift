import HTTPMessages
import Python

/// What the server refuses of a response's messages and its `send` raises into the application (uvicorn 0.54.0
/// protocols/http/httptools_impl.py `RequestResponseCycle.send`).
struct ServerSend {
    private let machine: Machine
    private var framing: ResponseFraming

    /// - Parameter isHead: whether the request asked for a head alone.
    init(_ machine: Machine, isHead: Bool) {
        self.machine = machine
        framing = ResponseFraming(isHead: isHead)
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
            guard framing.take(line.name, line.value) else { throw try notANumber(line.value) }
        }
        _ = framing.endHead(status: ResponseSender.status(status))
    }

    /// A piece of the body; raises for more or fewer bytes than the headers said.
    mutating func body(_ count: Int, isLast: Bool) throws {
        guard framing.takeBody(count) else { throw machine.error("RuntimeError", "Response content longer than Content-Length") }
        guard !isLast || framing.isWhole else { throw machine.error("RuntimeError", "Response content shorter than Content-Length") }
    }

    /// What `int(value.decode())` raises.
    private func notANumber(_ value: [UInt8]) throws -> PyError {
        let text = try machine.call(try machine.attribute(.object(PyBytes(value)), "decode"))
        _ = try machine.call(.object(machine.types.int), text)
        return machine.error("ValueError", "invalid literal for int() with base 10: \(try machine.repr(text))")
    }
}
