import HTTPMessages
import Python

/// Reads the body of a request: from the server, or through the `receive` of a middleware of the program.
struct RequestBodySource {
    let machine: Machine
    let framework: FrameworkClasses

    /// The whole body, kept for the next reader (Starlette 1.10.0 requests.py `Request.body`).
    func body(_ scope: RequestScope) async throws -> [UInt8] {
        scope.bodyReads += 1
        if let known = scope.body { return known }
        var bytes: [UInt8] = []
        while let piece = try await next(scope) { bytes += piece }
        scope.body = bytes
        return bytes
    }

    /// The next piece, or nil after the last one.
    func next(_ scope: RequestScope) async throws -> [UInt8]? {
        scope.bodyReads += 1
        if scope.isBodyTaken { return nil }
        try BodyLimit.check(scope, read: 0, framework, machine)
        guard let receive = scope.receive else {
            scope.isBodyTaken = true
            guard let bytes = await scope.arrivedBody(machine) else { throw machine.error(framework.clientDisconnect, []) }
            try BodyLimit.check(scope, read: bytes.count, framework, machine)
            return bytes
        }
        let message = try await machine.finishCall(receive, Arguments())
        guard let type = message.asDict?["type"]?.asString else {
            throw machine.error("TypeError", "an ASGI message is a dictionary with a type")
        }
        guard type == "http.request" else { throw machine.error(framework.clientDisconnect, []) }
        if try !(message.asDict?["more_body"].map { try machine.isTrue($0) } ?? false) { scope.isBodyTaken = true }
        return message.asDict?["body"]?.asBytes?.bytes ?? []
    }
}
