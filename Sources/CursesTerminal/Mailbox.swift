import CNcurses
import Glibc

/// Messages from other threads, with a descriptor to wait on.
///
/// A pthread lock rather than `Mutex`, since the thread sanitizer sees it. Unchecked: `waiting` is only touched under the lock.
final class Mailbox<Message: Sendable>: @unchecked Sendable {
    let descriptor = headroom_eventfd()
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private var waiting: [Message] = []

    init() {
        lock = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
    }

    deinit {
        pthread_mutex_destroy(lock)
        lock.deallocate()
        close(descriptor)
    }

    func post(_ message: Message) {
        pthread_mutex_lock(lock)
        waiting.append(message)
        let isFirst = waiting.count == 1
        pthread_mutex_unlock(lock)
        if isFirst {
            var one: UInt64 = 1
            _ = write(descriptor, &one, 8)
        }
    }

    func take() -> [Message] {
        var count: UInt64 = 0
        _ = read(descriptor, &count, 8)
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        let taken = waiting
        waiting = []
        return taken
    }
}
