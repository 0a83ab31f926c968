/// What the machine may ask about the process that it runs in; handed in, and asked every few milliseconds of work.
///
/// Budgets count what a program asks for. These say what it comes to, whatever a budget cannot see: work that takes longer than it is charged
/// for, and memory that the program keeps from one request to the next.
public struct ProcessGauge: Sendable {
    /// Nanoseconds of processor time that the calling thread took so far.
    public var processorTime: @Sendable () -> Int
    /// Nanoseconds of a clock that goes at least as fast, is coarse by some milliseconds, and costs next to nothing to ask.
    public var coarseTime: @Sendable () -> Int
    /// Bytes of memory that the process occupies.
    public var residentBytes: @Sendable () -> Int
    /// Gives memory that is no longer used back to the system.
    public var trim: @Sendable () -> Void

    public init(
        processorTime: @escaping @Sendable () -> Int, coarseTime: (@Sendable () -> Int)? = nil,
        residentBytes: @escaping @Sendable () -> Int, trim: @escaping @Sendable () -> Void
    ) {
        self.processorTime = processorTime
        self.coarseTime = coarseTime ?? processorTime
        self.residentBytes = residentBytes
        self.trim = trim
    }

    /// Never reports anything, so that only budgets count.
    public static let none = ProcessGauge(processorTime: { 0 }, residentBytes: { 0 }, trim: {})
}
