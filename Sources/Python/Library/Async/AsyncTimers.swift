/// What is to happen at later times of a loop, soonest first; of what is due at one time, what was asked for first.
struct AsyncTimers {
    /// One thing that is to happen.
    struct Timer {
        /// When it is due, in seconds of the loop.
        let deadline: Double
        fileprivate let order: Int
        /// Whether the program wants the call itself, and not only a limit for something else.
        let isCall: Bool
        /// What happens.
        let fire: () throws -> Void

        fileprivate func isBefore(_ other: Timer) -> Bool { (deadline, order) < (other.deadline, other.order) }
    }

    /// A binary heap, so that many sleepers cost no more than they must.
    private var heap: [Timer] = []
    /// Those that were not called off, which may still lie in the heap; by whether they are calls.
    private var open: [Int: Bool] = [:]
    private var count = 0
    private var calls = 0

    /// Whether the program wants a call at a later time.
    var hasCalls: Bool { calls > 0 }

    /// The soonest time at which something is due.
    var nextDeadline: Double? {
        mutating get {
            while let first = heap.first, open[first.order] == nil { removeFirst() }
            return heap.first?.deadline
        }
    }

    /// Adds something that is due at `deadline`; gives the number by which it can be called off.
    mutating func add(_ deadline: Double, isCall: Bool, _ fire: @escaping () throws -> Void) -> Int {
        count += 1
        open[count] = isCall
        calls += isCall ? 1 : 0
        heap.append(Timer(deadline: deadline, order: count, isCall: isCall, fire: fire))
        var place = heap.count - 1
        while place > 0, heap[place].isBefore(heap[(place - 1) / 2]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
        return count
    }

    /// Calls something off that is to happen.
    mutating func cancel(_ number: Int) {
        if open.removeValue(forKey: number) == true { calls -= 1 }
    }

    /// Takes out all that is due at the soonest time, in order; empty where nothing is to happen.
    mutating func takeDue() -> [Timer] {
        guard let deadline = nextDeadline else { return [] }
        var due: [Timer] = []
        while let next = nextDeadline, next <= deadline {
            due.append(heap[0])
            cancel(heap[0].order)
            removeFirst()
        }
        return due
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count && heap[child].isBefore(heap[least]) { least = child }
            if least == place { return }
            heap.swapAt(place, least)
            place = least
        }
    }
}
