import CNcurses
import CellUI
import Glibc

/// The loop of the one thread that owns the terminal: input, messages from other threads, signals and timers.
///
/// Other threads only call `post`. Messages are handled at once when the loop sleeps, and once a frame while they keep coming, so that
/// a flood of them is painted sixty times a second at most.
public final class EventLoop<Message: Sendable>: Sendable {
    private let mailbox = Mailbox<Message>()
    /// Milliseconds between two looks into the mailbox while messages keep coming.
    private static var frame: Int64 { 16 }

    /// A loop; blocks the signals that it reads, see `EventLoopSignals`.
    public init() { EventLoopSignals.block() }

    /// Hands a message to the loop; from any thread.
    public func post(_ message: Message) { mailbox.post(message) }

    /// What the loop calls, all on its own thread.
    public struct Handlers {
        /// Keys, pastes, mouse and focus, in order.
        public var input: ([InputEvent]) -> Void
        /// One message that was posted.
        public var message: (Message) -> Void
        /// The window may have another size.
        public var redraw: () -> Void
        /// A stop signal came: give the terminal back, stop, take it again.
        public var suspend: () -> Void
        /// A signal that ends programs; `SIGHUP` also where the terminal is gone.
        public var terminate: (Int32) -> Void
        /// Called after each turn; paints if there is something to paint.
        public var turn: () -> Void
        /// Milliseconds until `turn` wants to be called again, or nil.
        public var deadline: () -> Int32?
        /// Whether the loop ends.
        public var isDone: () -> Bool
        /// The process was continued after a stop that it did not see coming: the terminal's modes may be another program's.
        public var continued: () -> Void

        /// Handlers; without `continued`, `redraw` is called instead.
        public init(
            input: @escaping ([InputEvent]) -> Void, message: @escaping (Message) -> Void, redraw: @escaping () -> Void,
            suspend: @escaping () -> Void, terminate: @escaping (Int32) -> Void, turn: @escaping () -> Void,
            deadline: @escaping () -> Int32?, isDone: @escaping () -> Bool, continued: (() -> Void)? = nil
        ) {
            self.input = input
            self.message = message
            self.redraw = redraw
            self.suspend = suspend
            self.terminate = terminate
            self.turn = turn
            self.deadline = deadline
            self.isDone = isDone
            self.continued = continued ?? redraw
        }
    }

    /// Runs until `isDone`, or the terminal is gone.
    public func run(_ handlers: Handlers, input: Int32 = 0) {
        let signals = EventLoopSignals.descriptor()
        defer { close(signals) }
        var decoder = InputDecoder()
        var bytes = [UInt8](repeating: 0, count: 4096)
        /// When the mailbox is looked into again; nil while it is asleep.
        var nextLook: Int64?
        handlers.turn()
        while !handlers.isDone() {
            var sources = [input, mailbox.descriptor, signals].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            let ready = poll(&sources, 3, Self.wait(decoder, nextLook, handlers.deadline()))
            if ready < 0, errno != EINTR { return handlers.terminate(SIGHUP) }
            if ready == 0, decoder.isPending { handlers.input(decoder.timeout()) }
            if sources[2].revents != 0 { handle(signals, handlers) }
            if sources[1].revents != 0 || nextLook.map({ Self.now() >= $0 }) == true {
                let messages = mailbox.take()
                for message in messages { handlers.message(message) }
                nextLook = messages.isEmpty ? nil : Self.now() + Self.frame
            }
            if sources[0].revents != 0 {
                let count = read(input, &bytes, bytes.count)
                if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { return handlers.terminate(SIGHUP) }
                if count > 0 { handlers.input(decoder.feed(bytes[..<count])) }
            }
            handlers.turn()
        }
    }

    /// The milliseconds to wait for anything at all; -1 for ever.
    private static func wait(_ decoder: InputDecoder, _ nextLook: Int64?, _ deadline: Int32?) -> Int32 {
        var waits: [Int32] = []
        if decoder.isPending { waits.append(decoder.patience) }
        if let nextLook { waits.append(Int32(max(0, nextLook - now()))) }
        if let deadline { waits.append(max(0, deadline)) }
        return waits.min() ?? -1
    }

    /// Milliseconds of a clock that never goes back.
    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    private func handle(_ signals: Int32, _ handlers: Handlers) {
        while case let number = headroom_next_signal(signals), number > 0 {
            switch number {
            case SIGWINCH: handlers.redraw()
            case SIGCONT: handlers.continued()
            case SIGTSTP: handlers.suspend()
            default: handlers.terminate(number)
            }
        }
    }
}
