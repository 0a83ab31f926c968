import CNcurses
import Glibc

/// Messages from other threads, with a descriptor to wait on.
///
/// The first message wakes the loop; while the loop is awake it looks by itself once a frame, so that a flood costs one wake-up.
/// A pthread lock rather than `Mutex`, since the thread sanitizer sees it. Unchecked: the variables are only touched under the lock.
final class Mailbox<Message: Sendable>: @unchecked Sendable {
    let descriptor = headroom_eventfd()
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private var waiting: [Message] = []
    private var isAwake = false

    init() {
        lock = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
    }

    deinit {
        pthread_mutex_destroy(lock)
        lock.deallocate()
        close(descriptor)
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body()
    }

    /// Adds a message; from any thread.
    func post(_ message: Message) {
        let mustWake = locked {
            waiting.append(message)
            defer { isAwake = true }
            return !isAwake
        }
        if mustWake {
            var one: UInt64 = 1
            _ = write(descriptor, &one, 8)
        }
    }

    /// Takes all messages; where there is none, the next one wakes again.
    func take() -> [Message] {
        var count: UInt64 = 0
        _ = read(descriptor, &count, 8)
        return locked {
            let taken = waiting
            waiting = []
            if taken.isEmpty { isAwake = false }
            return taken
        }
    }
}
