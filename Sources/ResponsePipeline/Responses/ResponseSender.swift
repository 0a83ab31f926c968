import HTTPMessages
import Python

/// Turns a response object into what goes out, running what it streams.
struct ResponseSender {
    let machine: Machine
    let framework: FrameworkClasses

    /// Starlette's `response(scope, receive, send)` up to the end of the body.
    func outgoing(_ value: Value) async throws -> OutgoingResponse {
        let response = try ResponseObject.of(value, machine)
        guard let status = response.statusCode.asInt else {
            throw machine.error("TypeError", "'\(machine.typeName(response.statusCode))' object is no status code")
        }
        guard let stream = response.stream else {
            return OutgoingResponse(status: status, headers: response.raw, chunks: [response.body ?? []])
        }
        let chunks = try await collect(stream, charset: try machine.attribute(value, "charset"))
        return OutgoingResponse(status: status, headers: response.raw, chunks: chunks, isStream: true)
    }

    private func collect(_ stream: Value, charset: Value) async throws -> [[UInt8]] {
        var chunks: [[UInt8]] = []
        if let lines = stream.asObject as? LineStream {
            let items = try await collectItems(.object(lines.generator))
            return try items.map { item in
                let plain = try JSONableEncoder(machine: machine).encode(item)
                var options = JSONOptions()
                options.ensuresASCII = true
                return try JSONWriter.bytes(of: plain, machine, options) + [0x0A]
            }
        }
        for item in try await collectItems(stream) {
            if let bytes = item.asBytes {
                chunks.append(bytes.bytes)
            } else {
                chunks.append(try machine.call(try machine.attribute(item, "encode"), charset).asBytes?.bytes ?? [])
            }
        }
        return chunks
    }

    private func collectItems(_ stream: Value) async throws -> [Value] {
        if try machine.method(stream, "__aiter__") == nil { return try machine.array(stream) }
        let iterator = try machine.call(try machine.attribute(stream, "__aiter__"))
        var items: [Value] = []
        while true {
            do {
                items.append(try await machine.await(try machine.call(try machine.attribute(iterator, "__anext__"))))
                try machine.charge(bytes: 64)
            } catch let raised as PyError where machine.isError(raised, "StopAsyncIteration") {
                return items
            }
        }
    }

    /// Background tasks, after the response.
    func runBackground(_ value: Value) async throws {
        let response = try ResponseObject.of(value, machine)
        guard !response.background.isNone else { return }
        _ = try await machine.callAsync(response.background, Arguments())
    }
}
