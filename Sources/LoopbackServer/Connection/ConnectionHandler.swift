import HTTPMessages
import NIOCore

/// One connection: reads requests, runs the application for one after the other, writes what it answers.
///
/// It follows uvicorn 0.54.0 `HttpToolsProtocol`: requests of one piece are all read before the application runs, a malformed
/// one is answered at once, and what an application sends on a closing connection is dropped.
final class ConnectionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How many bytes of a body that nobody reads are taken before reading from the client pauses (uvicorn `HIGH_WATER_LIMIT`).
    static let highWaterMark = 65_536

    let server: ServerState
    private(set) var context: ChannelHandlerContext?
    var clientHost = ""
    var clientPort = 0
    var serverHost = ""
    var serverPort = 0

    private var parser: RequestParser
    /// Requests that wait for the response before them.
    var queue: [ResponseCycle] = []
    /// The request whose response is being made.
    var active: ResponseCycle?
    /// The request that came last.
    var latest: ResponseCycle?
    var isStarting = false
    var isInRead = false
    var isClosing = false
    var lingers = false
    var closeHasBegun = false
    var flushIsScheduled = false
    /// Bytes that wait for the next flush.
    var output = ByteBuffer()
    private var readIsHeld = false
    var idleDeadline: NIODeadline?
    var idleTimer: Scheduled<Void>?
    var writabilityWaiters: [() -> Void] = []

    init(server: ServerState) {
        self.server = server
        parser = RequestParser(maximumHead: server.configuration.maximumHead)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        output = context.channel.allocator.buffer(capacity: 1024)
    }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelActive(context: ChannelHandlerContext) {
        (clientHost, clientPort) = ConnectionHandler.parts(of: context.remoteAddress)
        (serverHost, serverPort) = ConnectionHandler.parts(of: context.localAddress)
        server.add(self)
        if server.isStopping { closeNow() }
        context.fireChannelActive()
    }

    private static func parts(of address: SocketAddress?) -> (String, Int) { (address?.ipAddress ?? "", address?.port ?? 0) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        idleDeadline = nil
        isInRead = true
        let piece = unwrapInboundIn(data)
        let failure = piece.withUnsafeReadableBytes { bytes -> RequestParseError? in
            do throws(RequestParseError) {
                try parser.parse(bytes, into: self)
                return nil
            } catch {
                return error
            }
        }
        if parser.isUpgraded { server.warn("Unsupported upgrade request.") }
        if let failure { reject(failure) }
        startQueued()
        isInRead = false
        flush()
    }

    /// Holds reading back while requests wait or an unread body has grown long.
    func read(context: ChannelHandlerContext) {
        if shouldHoldReading { readIsHeld = true } else { context.read() }
    }

    private var shouldHoldReading: Bool {
        if isClosing { return false }
        if !queue.isEmpty { return true }
        guard let latest, !latest.isComplete else { return false }
        return latest.body.count > ConnectionHandler.highWaterMark && !latest.isBodyAwaited
    }

    /// Reads again if reading was held back for a reason that is gone.
    func resumeReading() {
        guard readIsHeld, !shouldHoldReading else { return }
        readIsHeld = false
        context?.read()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { wakeWriters() }
        context.fireChannelWritabilityChanged()
    }

    private func wakeWriters() {
        let waiters = writabilityWaiters
        writabilityWaiters = []
        for waiter in waiters { waiter() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        isClosing = true
        idleTimer?.cancel()
        idleTimer = nil
        let cycles = [active].compactMap(\.self) + queue
        active = nil
        queue = []
        latest = nil
        output.clear()
        for cycle in cycles { cycle.disconnect() }
        wakeWriters()
        server.remove(self)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        isClosing = true
        context.close(promise: nil)
    }
}
