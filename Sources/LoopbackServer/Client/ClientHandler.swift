import HTTPMessages
import NIOCore

/// Sends the pieces of one exchange and collects what comes back.
final class ClientHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var pieces: ArraySlice<[UInt8]>
    private var parser: ResponseParser
    private let limit: Int
    private let end: ClientEnd
    private var promise: EventLoopPromise<ClientExchange>?
    private var raw: [UInt8] = []
    private var first: HTTPResponse?
    private var failure: ResponseParseError?
    private var count = 0
    private var localPort = 0
    private let connected: (@Sendable (Int) -> Void)?
    private let begin = NIODeadline.now()

    init(
        pieces: [[UInt8]], parser: ResponseParser, limit: Int, end: ClientEnd,
        connected: (@Sendable (Int) -> Void)?, promise: EventLoopPromise<ClientExchange>
    ) {
        self.pieces = pieces[...]
        self.parser = parser
        self.limit = limit
        self.end = end
        self.connected = connected
        self.promise = promise
    }

    func channelActive(context: ChannelHandlerContext) {
        localPort = context.localAddress?.port ?? 0
        connected?(localPort)
        sendNext(context)
    }

    private func sendNext(_ context: ChannelHandlerContext) {
        guard let piece = pieces.popFirst() else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: piece)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        raw.append(contentsOf: bytes.readableBytesView)
        guard raw.count <= 2 * limit else { return fail(.tooLarge(limit: limit)) }
        parse(Array(bytes.readableBytesView))
        sendNext(context)
        switch end {
        case .responses(let wanted): if count >= wanted { succeed(isClosed: false) }
        case .bytes(let wanted): if raw.count >= wanted { succeed(isClosed: false) }
        case .close: break
        }
    }

    /// Counts whole responses; further ones are told apart by what a GET gets.
    private func parse(_ bytes: [UInt8]) {
        guard failure == nil else { return }
        do throws(ResponseParseError) {
            var next = try parser.append(bytes)
            while let response = next {
                count += 1
                first = first ?? response
                let rest = parser.unparsed
                parser = ResponseParser(requestMethod: "GET", limit: limit)
                next = try parser.append(rest)
            }
        } catch {
            failure = error
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if first == nil, failure == nil {
            do throws(ResponseParseError) {
                first = try parser.finish()
            } catch {
                failure = error
            }
        }
        succeed(isClosed: true)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if raw.isEmpty { fail(.connectionFailed(reason: "\(error)")) }
        context.close(promise: nil)
    }

    private func succeed(isClosed: Bool) {
        promise?.succeed(
            ClientExchange(
                raw: raw, response: first, failure: first == nil ? failure ?? .incomplete : nil, isClosed: isClosed,
                duration: .nanoseconds((NIODeadline.now() - begin).nanoseconds), localPort: localPort))
        promise = nil
    }

    private func fail(_ error: ClientError) {
        promise?.fail(error)
        promise = nil
    }
}
