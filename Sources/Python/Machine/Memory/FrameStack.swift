/// The records of all open frames, and the counters that the run loop touches at every call and jump.
///
/// They lie in memory of their own, which never moves while the machine lives, so that the run loop keeps no reference to a frame and
/// counts no owners. What lies at or above `depth` is kept for reuse.
final class FrameStack {
    /// How many frames can be open at once, whatever a budget allows.
    static let capacity = 4096

    private struct Counters {
        var depth = 0
        var nativeDepth = 0
        /// How many native calls are left before the next look at the time.
        var unseenCalls = 0
        var hasDropped = false
        var meter: UnsafeMutablePointer<Int>
    }

    private let counters: UnsafeMutablePointer<Counters>
    private let records: UnsafeMutablePointer<Frame.Record>
    private var made = 0
    private var dropped: [PyObject] = []
    private var watches: [Watch] = []

    private struct Watch {
        weak var watcher: PyWatcher?
    }

    init(meter: UnsafeMutablePointer<Int>) {
        counters = .allocate(capacity: 1)
        counters.initialize(to: Counters(meter: meter))
        records = .allocate(capacity: Self.capacity)
    }

    deinit {
        records.deinitialize(count: made)
        records.deallocate()
        counters.deallocate()
    }

    /// How many frames are open.
    var depth: Int {
        @inline(__always) get { counters.pointee.depth }
        @inline(__always) set { counters.pointee.depth = newValue }
    }

    /// How many native calls lie on the native stack.
    var nativeDepth: Int {
        @inline(__always) get { counters.pointee.nativeDepth }
        @inline(__always) set { counters.pointee.nativeDepth = newValue }
    }

    /// Counts a native call; true where it is time to look at the clock.
    @inline(__always)
    func countNativeCall() -> Bool {
        counters.pointee.unseenCalls &-= 1
        return counters.pointee.unseenCalls < 0
    }

    /// Lets so many native calls go by before the next look.
    func allowNativeCalls(_ count: Int) { counters.pointee.unseenCalls = count }

    /// Whether generators were let go of in the middle of a `try` or `with`, which are to be closed, or instances with `__del__`.
    var hasDropped: Bool {
        @inline(__always) get { counters.pointee.hasDropped }
    }

    /// Keeps such an object until the run loop closes it.
    func drop(_ object: PyObject) {
        dropped.append(object)
        counters.pointee.hasDropped = true
    }

    /// Tells a watcher once what it watches is gone, as long as somebody holds the watcher.
    func add(_ watcher: PyWatcher) {
        watches.append(Watch(watcher: watcher))
        counters.pointee.hasDropped = true
    }

    /// Hands out what was dropped since the last time, in order, then the watchers whose objects are gone, the newest first.
    func takeDropped() -> [PyObject] {
        var taken = dropped
        dropped = []
        if !watches.isEmpty {
            taken += watches.reversed().compactMap(\.watcher).filter(\.isDue)
            watches.removeAll { $0.watcher?.isDue ?? true }
        }
        counters.pointee.hasDropped = !watches.isEmpty
        return taken
    }

    /// The instructions that the current run has left.
    var instructionsLeft: Int {
        @inline(__always) get { counters.pointee.meter.pointee }
        @inline(__always) set { counters.pointee.meter.pointee = newValue }
    }

    /// Counts for another run from now on.
    func use(_ meter: UnsafeMutablePointer<Int>) { counters.pointee.meter = meter }

    /// The frame at a depth, from 0 for the outermost.
    @inline(__always)
    subscript(_ index: Int) -> Frame { Frame(record: records + index) }

    /// The record for the next frame, made if this depth was never reached.
    @inline(__always)
    func next(_ code: PyCode, _ globals: PyDict) -> Frame {
        let depth = depth
        if depth == made { make(code, globals) }
        return self[depth]
    }

    @inline(never)
    private func make(_ code: PyCode, _ globals: PyDict) {
        (records + made).initialize(to: Frame.Record(owner: code, code: .passUnretained(code), globals: .passUnretained(globals)))
        made += 1
    }

    /// Lets go of what closed frames still hold.
    func forget() {
        for index in depth..<max(depth, made) { self[index].forget() }
    }
}
