import CNcurses
import Glibc

/// The signals that the loop reads instead of being interrupted by them.
public enum EventLoopSignals {
    private static let numbers = [SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT]

    private static func set(_ numbers: [Int32]) -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in numbers { sigaddset(&set, number) }
        return set
    }

    /// Blocks them in this thread and those it starts; to be called before any other thread exists.
    public static func block() {
        var blocked = set(numbers)
        pthread_sigmask(SIG_BLOCK, &blocked, nil)
    }

    /// Unblocks them in this thread, as a program that is started from here expects it.
    public static func unblock() {
        var blocked = set(numbers)
        pthread_sigmask(SIG_UNBLOCK, &blocked, nil)
    }

    static func descriptor() -> Int32 {
        var read = set(numbers)
        return headroom_signalfd(&read)
    }

    /// Stops this process as Ctrl-Z does, and returns when it is continued.
    public static func stopProcess() {
        var stop = set([SIGTSTP])
        signal(SIGTSTP, SIG_DFL)
        raise(SIGTSTP)
        pthread_sigmask(SIG_UNBLOCK, &stop, nil)
        pthread_sigmask(SIG_BLOCK, &stop, nil)
    }
}
