import CNcurses
import CellUI
import Glibc

/// The loop of the one thread that owns the terminal: input, messages from other threads, signals and timers.
///
/// Other threads only call `post`; it wakes the loop once for a batch.
public final class EventLoop<Message: Sendable>: Sendable {
    private let mailbox = Mailbox<Message>()

    public init() { EventLoopSignals.block() }

    /// Hands a message to the loop; from any thread.
    public func post(_ message: Message) { mailbox.post(message) }

    /// What the loop calls, all on its own thread.
    public struct Handlers {
        public var input: ([InputEvent]) -> Void
        public var message: (Message) -> Void
        /// The window has another size, or the program was resumed.
        public var redraw: () -> Void
        /// Ctrl-Z or a stop signal: give the terminal back, stop, take it again.
        public var suspend: () -> Void
        /// A signal that ends programs.
        public var terminate: (Int32) -> Void
        /// Called after each turn; paints if there is something to paint.
        public var turn: () -> Void
        /// Milliseconds until `turn` wants to be called again, or nil.
        public var deadline: () -> Int32?
        public var isDone: () -> Bool

        public init(
            input: @escaping ([InputEvent]) -> Void, message: @escaping (Message) -> Void, redraw: @escaping () -> Void,
            suspend: @escaping () -> Void, terminate: @escaping (Int32) -> Void, turn: @escaping () -> Void,
            deadline: @escaping () -> Int32?, isDone: @escaping () -> Bool
        ) {
            self.input = input
            self.message = message
            self.redraw = redraw
            self.suspend = suspend
            self.terminate = terminate
            self.turn = turn
            self.deadline = deadline
            self.isDone = isDone
        }
    }

    /// Runs until `isDone`, or the terminal is gone.
    public func run(_ handlers: Handlers) {
        let signals = EventLoopSignals.descriptor()
        defer { close(signals) }
        var decoder = InputDecoder()
        var bytes = [UInt8](repeating: 0, count: 4096)
        handlers.turn()
        while !handlers.isDone() {
            var sources = [
                pollfd(fd: 0, events: Int16(POLLIN), revents: 0), pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            ]
            let wait = decoder.isPending ? 25 : handlers.deadline() ?? -1
            let ready = poll(&sources, 3, wait)
            if ready < 0, errno != EINTR { return }
            if ready == 0, decoder.isPending { handlers.input(decoder.timeout()) }
            if sources[2].revents != 0 { handle(signals, handlers) }
            if sources[1].revents != 0 { for message in mailbox.take() { handlers.message(message) } }
            if sources[0].revents != 0 {
                let count = read(0, &bytes, bytes.count)
                if count <= 0 {
                    handlers.terminate(SIGHUP)
                    return
                }
                handlers.input(decoder.feed(bytes[..<count]))
            }
            handlers.turn()
        }
    }

    private func handle(_ signals: Int32, _ handlers: Handlers) {
        while case let number = headroom_next_signal(signals), number > 0 {
            switch number {
            case SIGWINCH, SIGCONT: handlers.redraw()
            case SIGTSTP: handlers.suspend()
            default: handlers.terminate(number)
            }
        }
    }
}

/// The signals that the loop reads instead of being interrupted by them.
public enum EventLoopSignals {
    private static let numbers = [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT]

    private static func set() -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in numbers { sigaddset(&set, number) }
        return set
    }

    /// Blocks them in this thread and those it starts; to be called before any other thread exists.
    public static func block() {
        var blocked = set()
        pthread_sigmask(SIG_BLOCK, &blocked, nil)
    }

    static func descriptor() -> Int32 {
        var read = set()
        return headroom_signalfd(&read)
    }

    /// Stops this process as Ctrl-Z does, and returns when it is continued.
    public static func stopProcess() {
        var stop = sigset_t()
        sigemptyset(&stop)
        sigaddset(&stop, SIGTSTP)
        signal(SIGTSTP, SIG_DFL)
        raise(SIGTSTP)
        pthread_sigmask(SIG_UNBLOCK, &stop, nil)
        pthread_sigmask(SIG_BLOCK, &stop, nil)
    }
}
