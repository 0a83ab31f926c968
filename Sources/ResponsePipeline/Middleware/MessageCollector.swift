import HTTPMessages
import Python

/// Takes the messages that an application sends.
final class MessageCollector {
    private let machine: Machine
    private var status: Value?
    private var headers = RawHeaders()
    private var start: PyDict?
    private let pieces: SentPieces
    /// Whether the last message of a response came.
    var isComplete: Bool { pieces.isEnded }

    /// The server, where what is sent goes to it: it may refuse a message.
    private var server: ServerSend?

    init(_ machine: Machine, server: ServerSend?) {
        self.machine = machine
        self.server = server
        pieces = SentPieces(machine)
    }

    var send: Value {
        machine.native("send", "message") { machine, a in
            let message = a[0]
            // What the program put into the list of headers itself is put down to where it sends them.
            let sender = machine.recorder?.source(machine)
            return .object(
                PyNativeAwaitable { machine in
                    try self.take(message, sender, machine)
                    return .none
                })
        }
    }

    private func take(_ message: Value, _ sender: Source?, _ machine: Machine) throws {
        guard let message = message.asDict, let type = message["type"]?.asString else {
            throw machine.error("TypeError", "an ASGI message is a dictionary with a type")
        }
        switch type {
        case "http.response.start" where status == nil:
            guard let given = message["status"] else { throw machine.error(machine.types.exception("KeyError"), ["status"]) }
            status = given
            start = message.copy()
            let list = try message["headers"].map { try $0.asList ?? PyList(machine.array($0)) } ?? PyList()
            headers = RawHeaders(list: PyList(try list.elements.map { try Self.pair($0, machine) }), by: sender, machine)
            if let recorder = machine.recorder, let handed = recorder.handed {
                handed.lostOnTheWay(to: headers, by: sender ?? recorder.source(machine))
                recorder.handed = nil
            }
            try server?.start(given, headers)
        case "http.response.body" where status != nil && !pieces.isEnded:
            pieces.append(message.copy())
            if try !(message["more_body"].map { try machine.isTrue($0) } ?? false) { pieces.isEnded = true }
            if let bytes = (message["body"] ?? .object(PyBytes([]))).asBytes?.bytes {
                try server?.body(bytes.count, isLast: pieces.isEnded)
            }
        default:
            let words =
                if status == nil {
                    "Expected ASGI message 'http.response.start', but got '\(type)'."
                } else if !pieces.isEnded {
                    "Expected ASGI message 'http.response.body', but got '\(type)'."
                } else {
                    "Unexpected ASGI message '\(type)' sent, after response already completed."
                }
            throw machine.error("RuntimeError", words)
        }
    }

    /// A header as a pair of bytes, whatever sequence the program used.
    private static func pair(_ value: Value, _ machine: Machine) throws -> Value {
        if value.asTuple != nil || value.asList != nil { return value }
        // What cannot be taken apart is found by the server.
        do { return .tuple(PyTuple(try machine.array(value))) } catch is PyError { return value }
    }

    /// What was sent so far; nil before the start.
    var response: OutgoingResponse? {
        guard let status else { return nil }
        let made = OutgoingResponse(status: ResponseSender.status(status), headers: headers, body: .stream(pieces))
        made.givenStatus = status
        made.start = start
        return made
    }
}

/// Pieces of a body that an application of the program sent already, with their messages.
final class SentPieces: BodyStream {
    private let machine: Machine
    private var messages: [PyDict] = []
    private var position = 0
    fileprivate(set) var isEnded = false

    init(_ machine: Machine) { self.machine = machine }

    fileprivate func append(_ message: PyDict) { messages.append(message) }

    override var isCutShort: Bool { !isEnded }

    /// The next message as it was sent.
    func nextMessage() -> PyDict? {
        guard position < messages.count else { return nil }
        position += 1
        return messages[position - 1]
    }

    override func next() async throws -> [UInt8]? {
        guard let body = nextMessage().map({ $0["body"] ?? .object(PyBytes([])) }) else { return nil }
        return try machine.bytesToWrite(body)
    }
}
