import HTTPMessages
import NIOCore
import NIOPosix

/// Sends one request over a connection of its own and gives back every byte of the answer.
///
/// Nothing is added to the request: `Host`, lengths and the rest are the caller's.
public struct LoopbackClient: Sendable {
    /// How long an exchange may take from connecting to the last byte.
    public var timeout: Duration
    /// The longest head and the longest body of an answer, in bytes.
    public var maximumResponse: Int
    /// Is told the port of the client's end before anything is sent.
    public var connected: (@Sendable (Int) -> Void)?
    private let group: any EventLoopGroup

    /// A client that runs on a group of the caller, or on the one that all of the process share.
    public init(
        group: (any EventLoopGroup)? = nil, timeout: Duration = .seconds(30), maximumResponse: Int = 64 << 20
    ) {
        self.group = group ?? MultiThreadedEventLoopGroup.singleton
        self.timeout = timeout
        self.maximumResponse = maximumResponse
    }

    /// Sends a request and waits for the final response to it.
    ///
    /// - Throws: `ClientError`.
    public func send(_ request: HTTPRequest, host: String = "127.0.0.1", port: Int) async throws -> ClientExchange {
        try await send([request.wireBytes], method: request.method, host: host, port: port, until: .response)
    }

    /// Sends bytes as they are and waits for what `end` says.
    ///
    /// - Parameters:
    ///   - pieces: the bytes; each piece but the first is sent when something has come back after the one before.
    ///   - method: the method that decides whether the first response has a body.
    /// - Throws: `ClientError`.
    public func send(
        _ pieces: [[UInt8]], method: String = "GET", host: String = "127.0.0.1", port: Int, until end: ClientEnd = .response
    ) async throws -> ClientExchange {
        let loop = group.next()
        let promise = loop.makePromise(of: ClientExchange.self)
        let limit = maximumResponse, timeout = TimeAmount(timeout), connected = connected
        let begin = NIODeadline.now()
        let bootstrap = ClientBootstrap(group: loop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .connectTimeout(timeout)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let parser = ResponseParser(requestMethod: method, limit: limit)
                    let handler = ClientHandler(
                        pieces: pieces, parser: parser, limit: limit, end: end, connected: connected, promise: promise)
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
        let channel: any Channel
        do {
            channel = try await bootstrap.connect(host: host, port: port).get()
        } catch {
            promise.fail(ClientError.unreachable(host: host, port: port, reason: "\(error)"))
            return try await promise.futureResult.get()
        }
        let seconds = self.timeout
        let alarm = loop.scheduleTask(deadline: begin + timeout) { promise.fail(ClientError.timedOut(after: seconds)) }
        defer {
            alarm.cancel()
            channel.close(promise: nil)
        }
        return try await withTaskCancellationHandler {
            try await promise.futureResult.get()
        } onCancel: {
            promise.fail(ClientError.cancelled)
        }
    }
}

/// When an exchange is over for the client.
public enum ClientEnd: Sendable, Hashable {
    /// When that many final responses are whole, or the server closes.
    case responses(Int)
    /// When that many bytes have come, or the server closes.
    case bytes(Int)
    /// When the server closes the connection.
    case close

    /// When one response is whole, or the server closes.
    public static let response = ClientEnd.responses(1)
}

/// What came back for a request.
public struct ClientExchange: Sendable, Hashable {
    /// Every byte that came.
    public let raw: [UInt8]
    /// The (first) final response, or nil if the bytes hold no whole one.
    public let response: HTTPResponse?
    /// Why the bytes hold no whole response, or nil.
    public let failure: ResponseParseError?
    /// Whether the server had closed the connection.
    public let isClosed: Bool
    /// From connecting to the last byte.
    public let duration: Duration
    /// The port of the client's end, by which a server tells connections apart.
    public let localPort: Int
}

/// Why an exchange gave nothing.
public enum ClientError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreachable(host: String, port: Int, reason: String)
    case timedOut(after: Duration)
    case cancelled
    case connectionFailed(reason: String)
    case tooLarge(limit: Int)

    public var description: String {
        switch self {
        case .unreachable(let host, let port, let reason): "Nothing answers on \(host) port \(port): \(reason)."
        case .timedOut(let duration): "The server did not answer within \(duration). Is its path operation waiting for something?"
        case .cancelled: "The exchange was cancelled."
        case .connectionFailed(let reason): "The connection failed: \(reason)."
        case .tooLarge(let limit): "The answer is longer than \(limit) bytes."
        }
    }
}
