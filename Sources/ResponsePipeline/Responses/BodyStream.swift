import DataModels
import HTTPMessages
import Python

/// A body that comes piece by piece; Starlette's `body_iterator`.
class BodyStream {
    /// The next piece, or nil at the end.
    func next() async throws -> [UInt8]? { nil }

    /// Whether it stopped without an end, so that the client has to wait for more.
    var isCutShort: Bool { false }
}

/// A body that is a text, which the server fails to write behind the head (uvicorn 0.54.0 `transport.write`).
final class UnwritableText: BodyStream {
    private let machine: Machine

    init(_ machine: Machine) { self.machine = machine }

    override func next() async throws -> [UInt8]? {
        throw machine.error("TypeError", "data argument must be a bytes-like object, not 'str'")
    }
}

/// Pieces of an iterable or async iterable of the program (Starlette 1.10.0 responses.py `stream_response`).
final class ProgramStream: BodyStream {
    private let machine: Machine
    private let content: Value
    private let encode: (Value) throws -> [UInt8]
    private var iterator: Value?
    private var isAsync = false

    /// - Parameter encode: the bytes of one item.
    init(_ content: Value, _ machine: Machine, encode: @escaping (Value) throws -> [UInt8]) {
        self.machine = machine
        self.content = content
        self.encode = encode
    }

    /// Texts in a charset, bytes as they are.
    convenience init(_ content: Value, charset: Value, _ machine: Machine) {
        self.init(content, machine) { item in
            if let bytes = try machine.sentAsIs(item) { return bytes.bytes }
            return try machine.call(try machine.attribute(item, "encode"), charset).asBytes?.bytes ?? []
        }
    }

    override func next() async throws -> [UInt8]? {
        guard let item = try await item() else { return nil }
        try machine.charge(bytes: 64)
        return try encode(item)
    }

    /// Whether it is an asynchronous generator, whose pieces come without a thread.
    var isAsyncGenerator: Bool { (content.asObject as? PyGenerator)?.kind == .asyncGenerator }

    /// The next item of the program's iterator.
    func item() async throws -> Value? {
        let iterator = try self.iterator ?? start()
        guard isAsync else { return try machine.withCopiedVariables { try machine.next(iterator) } }
        do {
            return try await machine.await(try machine.call(try machine.attribute(iterator, "__anext__")))
        } catch let raised as PyError where machine.isError(raised, "StopAsyncIteration") {
            return nil
        }
    }

    private func start() throws -> Value {
        isAsync = try machine.method(content, "__aiter__") != nil
        let made = isAsync ? try machine.call(try machine.attribute(content, "__aiter__")) : try machine.iterator(content)
        iterator = made
        return made
    }
}

extension Machine {
    /// The bytes of `bytes` and `memoryview`, which Starlette sends as they are; nil for all else, which it encodes (a `bytearray` has no `encode`).
    func sentAsIs(_ content: Value) throws -> PyBytes? {
        if let bytes = content.asBytes { return bytes.isMutable ? nil : bytes }
        guard type(of: content) === types.memoryview else { return nil }
        return try call(.object(types.bytes), content).asBytes
    }

    /// The bytes of what is written behind the head; raises what the transport raises for a text (asyncio `transport.write`).
    func bytesToWrite(_ content: Value) throws -> [UInt8] {
        if let bytes = try content.asBytes ?? sentAsIs(content) { return bytes.bytes }
        throw error("TypeError", "data argument must be a bytes-like object, not '\(typeName(content))'")
    }
}

/// Pieces that another response still has to give; what `call_next` hands over as `body_iterator`.
final class InnerStream: BodyStream {
    private let inner: OutgoingResponse
    private let machine: Machine
    /// What the context variables hold in the task behind `call_next`.
    private var variables: ContextVariables
    private(set) var isDone = false
    /// A piece that was read before it was asked for.
    private var ahead: [UInt8]?
    /// Whether what comes behind the response has to wait where its body raises.
    private var finishesLater = false
    /// What the inner application raised while it streamed; `call_next` keeps it until its own response is out.
    private(set) var raised: PyError?

    /// The task behind `call_next`, which goes on with the context variables that the machine has now.
    init(_ inner: OutgoingResponse, _ machine: Machine) {
        self.inner = inner
        self.machine = machine
        variables = machine.context.variables
    }

    override func next() async throws -> [UInt8]? {
        if let ahead {
            self.ahead = nil
            return ahead
        }
        if isDone { return nil }
        return try await inTask { try await piece() }
    }

    /// Reads the first piece of an asynchronous generator: the task behind `call_next` goes on until it has to wait, and it sends the
    /// start to somebody who waits for it.
    ///
    /// - Parameter waits: whether what comes behind the response uses threads, which it waits for.
    func readAhead(waits: Bool) async throws {
        guard case .stream(let stream as ProgramStream) = inner.body, stream.isAsyncGenerator else { return }
        finishesLater = waits
        ahead = try await next()
        finishesLater = false
    }

    private func inTask<Result>(_ body: () async throws -> Result) async throws -> Result {
        let run = machine.context, outside = run.variables
        run.variables = variables
        defer { (variables, run.variables) = (run.variables, outside) }
        return try await body()
    }

    private func piece() async throws -> [UInt8]? {
        switch inner.body {
        case .whole(let bytes):
            isDone = true
            return bytes.isEmpty ? nil : bytes
        case .stream(let stream):
            do {
                while let piece = try await stream.next() { if !piece.isEmpty { return piece } }
            } catch let error as PyError {
                raised = error
                if !finishesLater { try await finish() }
            }
            isDone = true
            return nil
        }
    }

    /// Runs what comes after the inner response; what that raises is what the inner application raises.
    private func finish() async throws {
        guard let finish = inner.finish else { return }
        inner.finish = nil
        do { try await finish(raised) } catch let error as PyError { raised = error }
    }

    /// Ends the task behind `call_next`, as its group is cancelled where the response of the layer could not be sent.
    func cancel() async throws {
        isDone = true
        guard let finish = inner.finish else { return }
        inner.finish = nil
        let type = try machine.imported("asyncio", "CancelledError")
        guard let cancelled = try machine.call(type, "Cancelled via cancel scope").asObject as? PyException else { return }
        try await inTask { try await finish(PyError(cancelled)) }
    }

    /// Reads what nobody asked for, runs what comes after the inner response, and throws what it raised.
    func drain() async throws {
        while try await next() != nil {}
        try await inTask { try await finish() }
        if let error = raised ?? inner.failure { throw error }
    }
}

/// A body stream as an async iterator of the program.
final class BodyIteratorObject: PyInstance {
    var stream = BodyStream()

    static func define(_ type: PyType) {
        type.allocates { BodyIteratorObject(type: $0) }
        type.method("__aiter__", "self") { _, a in a[0] }
        type.method("aclose", "self") { _, _ in .object(PyNativeAwaitable { _ in .none }) }
        type.method("__anext__", "self") { _, a in
            let stream = (a[0].asObject as? BodyIteratorObject)?.stream
            return .object(
                PyNativeAwaitable { machine in
                    guard let piece = try await stream?.next() else { throw machine.error("StopAsyncIteration", "") }
                    return .object(PyBytes(piece))
                })
        }
    }
}
