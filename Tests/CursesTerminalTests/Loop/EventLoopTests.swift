import CellUI
import Glibc
import Testing

@testable import CursesTerminal

@Suite struct MailboxTests {
    private func isReadable(_ descriptor: Int32) -> Bool {
        var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&source, 1, 0) == 1
    }

    @Test func theFirstMessageWakesAndTheOthersDoNot() {
        let mailbox = Mailbox<Int>()
        #expect(!isReadable(mailbox.descriptor))
        mailbox.post(1)
        #expect(isReadable(mailbox.descriptor))
        mailbox.post(2)
        #expect(mailbox.take() == [1, 2])
        #expect(!isReadable(mailbox.descriptor))
        mailbox.post(3)
        #expect(!isReadable(mailbox.descriptor), "the loop is awake and looks by itself")
        #expect(mailbox.take() == [3])
        #expect(mailbox.take().isEmpty)
        mailbox.post(4)
        #expect(isReadable(mailbox.descriptor))
    }

    @Test func nothingIsLostBetweenThreads() async {
        let mailbox = Mailbox<Int>()
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<4 { group.addTask { for number in 0..<1000 { mailbox.post(task * 1000 + number) } } }
        }
        let taken = mailbox.take()
        #expect(taken.count == 4000)
        for task in 0..<4 { #expect(taken.filter { $0 / 1000 == task } == (0..<1000).map { task * 1000 + $0 }) }
    }
}

/// A thread that is not one of the few that run tasks, since a test that waits in `poll` takes one of those.
private final class OtherThread {
    private var thread = pthread_t()

    init(_ body: @escaping @Sendable () -> Void) {
        let box = Unmanaged.passRetained(Box(body))
        let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { box in
            if let box { Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body() }
            return nil
        }
        pthread_create(&thread, nil, run, box.toOpaque())
    }

    func join() { pthread_join(thread, nil) }

    private final class Box {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}

extension RealCurses {
    /// The loop on a pseudo terminal; it blocks signals of its thread, and unblocks them in the end.
    @Suite struct EventLoopTests {
        private final class Record {
            var events: [InputEvent] = []
            var messages: [Int] = []
            var signals: [Int32] = []
            var turns = 0
            var redraws = 0
        }

        private func handlers(_ record: Record, isDone: @escaping () -> Bool) -> EventLoop<Int>.Handlers {
            .init(
                input: { record.events += $0 }, message: { record.messages.append($0) }, redraw: { record.redraws += 1 }, suspend: {},
                terminate: { record.signals.append($0) }, turn: { record.turns += 1 }, deadline: { nil }, isDone: isDone)
        }

        @Test func keysAndMessagesArriveInOrder() throws {
            let record = Record()
            let loop = EventLoop<Int>()
            var ends: [Int32] = [0, 0]
            try #require(pipe(&ends) == 0)
            defer { for end in ends { close(end) } }
            let bytes = Array("a\u{1b}[Ab".utf8)
            _ = write(ends[1], bytes, bytes.count)
            for number in 0..<5 { loop.post(number) }
            loop.run(handlers(record) { record.events.count == 3 && record.messages.count == 5 }, input: ends[0])
            #expect(record.events == [.key(.char("a")), .key(.up), .key(.char("b"))])
            #expect(record.messages == [0, 1, 2, 3, 4])
            EventLoopSignals.unblock()
        }

        @Test func messagesOfOtherThreadsAllArrive() throws {
            let record = Record()
            let loop = EventLoop<Int>()
            let pair = try PseudoTerminal()
            let poster = OtherThread { for number in 0..<2000 { loop.post(number) } }
            defer { poster.join() }
            loop.run(handlers(record) { record.messages.count == 2000 }, input: pair.program)
            #expect(record.messages == Array(0..<2000))
            #expect(record.turns < 2000)
            EventLoopSignals.unblock()
        }

        @Test func turnsComeAtTheirTime() throws {
            let record = Record()
            let loop = EventLoop<Int>()
            let pair = try PseudoTerminal()
            var handlers = handlers(record) { record.turns == 4 }
            handlers.deadline = { 1 }
            loop.run(handlers, input: pair.program)
            #expect(record.events.isEmpty && record.messages.isEmpty)
            EventLoopSignals.unblock()
        }

        @Test func aLoneEscapeIsTakenAfterItsTime() throws {
            let record = Record()
            let loop = EventLoop<Int>()
            var ends: [Int32] = [0, 0]
            try #require(pipe(&ends) == 0)
            defer { for end in ends { close(end) } }
            _ = write(ends[1], [0x1B], 1)
            loop.run(handlers(record) { !record.events.isEmpty }, input: ends[0])
            #expect(record.events == [.key(.escape)])
            EventLoopSignals.unblock()
        }

        @Test func aTerminalThatGoesEndsTheLoop() throws {
            let record = Record()
            let loop = EventLoop<Int>()
            var ends: [Int32] = [0, 0]
            try #require(pipe(&ends) == 0)
            close(ends[1])
            defer { close(ends[0]) }
            loop.run(handlers(record) { false }, input: ends[0])
            #expect(record.signals == [SIGHUP])
            EventLoopSignals.unblock()
        }

        @Test func signalsBecomeCalls() throws {
            let record = Record()
            let loop = EventLoop<Int>()
            let pair = try PseudoTerminal()
            pthread_kill(pthread_self(), SIGWINCH)
            pthread_kill(pthread_self(), SIGTERM)
            loop.run(handlers(record) { !record.signals.isEmpty }, input: pair.program)
            #expect(record.redraws == 1)
            #expect(record.signals == [SIGTERM])
            EventLoopSignals.unblock()
        }
    }
}
