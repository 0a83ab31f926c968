import NIOCore

/// Runs the jobs of actors and tasks on one event loop, so that moving between them costs no hop.
///
/// An actor confined to the server's loop returns it as `unownedExecutor`.
public final class LoopExecutor: SerialExecutor, TaskExecutor {
    let eventLoop: any EventLoop

    /// An executor for that loop.
    public init(_ eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    /// Runs the job in a later turn of the loop.
    public func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        eventLoop.execute {
            unowned.runSynchronously(isolatedTo: self.asUnownedSerialExecutor(), taskExecutor: self.asUnownedTaskExecutor())
        }
    }

    public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(complexEquality: self) }

    public func isSameExclusiveExecutionContext(other: LoopExecutor) -> Bool { eventLoop === other.eventLoop }

    /// Accepts callers on the loop, so that `assumeIsolated` works in its callbacks.
    public func checkIsolated() { eventLoop.preconditionInEventLoop() }

    /// Whether the caller is on the loop.
    public func isIsolatingCurrentContext() -> Bool? { eventLoop.inEventLoop }
}
