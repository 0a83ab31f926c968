import HTTPMessages
import Python

/// `max_body_size` (FastAPI 0.165.0 _body_limit.py, Starlette 1.10.0 middleware/body_limit.py).
enum BodyLimit {
    static let words = "Content Too Large"

    /// Reads the setting; nil where it is `None`.
    static func read(_ value: Value, _ machine: Machine) throws -> Int? {
        if value.isNone { return nil }
        if case .int(let limit) = value, limit >= 0 { return limit }
        throw machine.error("ValueError", "max_body_size must be a non-negative integer or None")
    }

    /// Runs something under a limit: the innermost limit holds, and the outermost one answers where the request says too much.
    static func guarded(
        _ limit: Int?, _ scope: RequestScope, _ framework: FrameworkClasses, _ machine: Machine,
        _ body: () async throws -> OutgoingResponse
    ) async throws -> OutgoingResponse {
        guard let limit else { return try await body() }
        if scope.bodyLimit != nil {
            scope.bodyLimit = limit
            return try await body()
        }
        scope.bodyLimit = limit
        defer { scope.bodyLimit = nil }
        do {
            let response = try await body()
            guard let length = scope.contentLength, length > scope.bodyLimit ?? limit else { return response }
            // The head of the answer meets the limit: what was answered gives way, and its end hears of it.
            let gone = machine.error("Exception", "")
            if let finish = response.finish { try? await finish(gone) }
            machine.recorder?.trace.headers += response.headers.dropAll(ResponseRules.bodyLimit)
            return try tooLarge(framework, machine)
        } catch let raised as PyError where isTooLarge(raised) {
            return try tooLarge(framework, machine)
        }
    }

    /// Raises where what was read so far, or what the request says of itself, is too much.
    static func check(_ scope: RequestScope, read total: Int, _ framework: FrameworkClasses, _ machine: Machine) throws {
        guard let limit = scope.bodyLimit, max(total, scope.contentLength ?? 0) > limit else { return }
        throw framework.starletteException(413, .string(words), machine)
    }

    private static func isTooLarge(_ raised: PyError) -> Bool {
        guard let exception = raised.exception as? HTTPExceptionObject else { return false }
        return exception.status.asInt == 413 && exception.detail.asString == words
    }

    private static func tooLarge(_ framework: FrameworkClasses, _ machine: Machine) throws -> OutgoingResponse {
        let source = Source(.framework, "RequestBodyLimitMiddleware")
        let recorder = machine.recorder
        let before = recorder?.enter(source, "refuses a body that is larger than max_body_size")
        defer { if let recorder, let before { recorder.leave(to: before) } }
        recorder?.trace.statuses.append(StatusAccount(status: 413, source: source))
        return try framework.plainText(words, 413, nil, machine)
    }
}
