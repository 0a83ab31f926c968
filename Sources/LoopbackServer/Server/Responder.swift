import HTTPMessages

/// What answers requests: either a function on the event loop or a task per request.
public struct Responder: Sendable {
    enum Kind: Sendable {
        case onLoop(@Sendable (ServerRequest, ResponseWriter) -> Void)
        case task(@Sendable (ServerRequest, ResponseWriter) async throws -> Void)
    }

    let kind: Kind

    /// The fast form: the function is called on the server's event loop once the head is read, and must not block.
    ///
    /// It may answer before it returns, or keep the writer and answer later. An actor whose executor is
    /// `LoopbackServer.executor` is entered from it with `assumeIsolated`. Each call must lead to `ResponseWriter.finish`
    /// or `ResponseWriter.respond`, since the server cannot know otherwise that the application is done.
    public static func onLoop(_ respond: @escaping @Sendable (ServerRequest, ResponseWriter) -> Void) -> Responder {
        Responder(kind: .onLoop(respond))
    }

    /// The general form: a task per request on the server's event loop, which ends as an ASGI application's coroutine does.
    ///
    /// A thrown error is an exception of the application; returning without a whole response is a failure, too.
    public static func task(_ respond: @escaping @Sendable (ServerRequest, ResponseWriter) async throws -> Void) -> Responder {
        Responder(kind: .task(respond))
    }

    /// Like `onLoop`, but called when the whole body has come, with `request.body` filled.
    ///
    /// - Parameter reads: whether the application reads the body of a request. If not, it is called at once, the client gets
    ///   no `100 Continue`, and the body is skipped (semantics 11.18).
    public static func whole(
        reads: @escaping @Sendable (ServerRequest) -> Bool = { _ in true },
        _ respond: @escaping @Sendable (ServerRequest, ResponseWriter) -> Void
    ) -> Responder {
        .onLoop { request, writer in
            guard reads(request) else { return respond(request, writer) }
            writer.whenBody { body in
                guard case .whole(let bytes) = body else { return writer.finish(.raised("starlette.requests.ClientDisconnect")) }
                var request = request
                request.request.body = bytes
                respond(request, writer)
            }
        }
    }
}

/// What reading a request's body gave.
public enum RequestBody: Sendable, Hashable {
    case whole([UInt8])
    /// The client left, the body was malformed or too long, or the response is complete already.
    case disconnected
}
