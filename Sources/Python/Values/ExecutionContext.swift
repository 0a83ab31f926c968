/// What belongs to one run of the program: an import or one request with all that it awaits.
public final class ExecutionContext {
    /// The limits of this run.
    public let budget: Budget
    /// Where the instructions of the current slice are counted; the run loop counts them there without asking for this object.
    let meter: UnsafeMutablePointer<Int>
    /// The instructions that are left behind the current slice.
    var reserve: Int
    /// The processor time at which the current stretch was first looked at.
    var stretchStart: Int?
    /// What the process may occupy during this run, as settled when it was first looked at.
    private var residentLimit: Int?
    /// The bytes that are left; negative once they are used up.
    @exclusivity(unchecked) var bytesLeft: Int
    /// The whole lines that the program printed.
    public private(set) var log: [String] = []
    /// Who listens to what the run does, such as the recorder of a trace.
    public var recorder: AnyObject?
    /// What the context variables of the program hold.
    public var variables = ContextVariables()
    /// Whatever else the owner of the run wants to find again.
    public var user: AnyObject?
    /// The text printed since the last line ending.
    private var pending = ""
    /// How many bytes of printed text are kept; one line says where the rest was cut off.
    public static let logLimit = 1 << 20
    private var logged = 0

    public init(budget: Budget = .standard) {
        self.budget = budget
        meter = .allocate(capacity: 1)
        meter.initialize(to: min(budget.instructions, Self.slice))
        reserve = budget.instructions - min(budget.instructions, Self.slice)
        bytesLeft = budget.bytes
    }

    deinit { meter.deallocate() }

    /// How many instructions run between two looks at the process.
    static let slice = 500_000

    /// Goes on to the next slice of instructions; false once the budget is used up.
    func startSlice() -> Bool {
        let left = reserve + meter.pointee
        let slice = left < 0 ? -1 : min(left, Self.slice)
        meter.pointee = slice
        reserve = max(0, left - slice)
        return left >= 0
    }

    /// What the process, which occupies `resident` bytes now, may occupy during this run.
    ///
    /// A program that keeps its memory full goes on answering small requests: a run that starts near the limit may take a sixteenth of
    /// what is left up to a quarter above it, so that not even many of them together get there.
    func residentLimit(from resident: Int) -> Int {
        if let residentLimit { return residentLimit }
        let end = budget.residentBytes + budget.residentBytes / 4
        let limit = resident < end ? max(budget.residentBytes, resident + (end - resident) / 16) : budget.residentBytes
        residentLimit = limit
        return limit
    }

    /// Takes over how far another run got in its slice.
    func continueSlice(of other: ExecutionContext) {
        let left = reserve + meter.pointee
        if left <= 0 { return }
        let slice = min(left, max(1, min(other.meter.pointee, Self.slice)))
        meter.pointee = slice
        reserve = left - slice
    }

    /// How many instructions the run took so far.
    public var usedInstructions: Int { budget.instructions - reserve - meter.pointee }

    /// How many bytes the run asked for so far.
    public var usedBytes: Int { budget.bytes - bytesLeft }

    /// Collects printed text; each line ending completes a line of `log`.
    public func write(_ text: String) {
        if logged > Self.logLimit { return }
        logged += text.utf8.count
        if logged > Self.logLimit {
            flush()
            log.append("… the rest of the output is cut off after \(Self.logLimit) bytes")
            return
        }
        var lines = (pending + text).split(separator: "\n", omittingEmptySubsequences: false)
        pending = String(lines.removeLast())
        log += lines.map(String.init)
    }

    /// Completes a line that was printed without its ending.
    public func flush() {
        if !pending.isEmpty { log.append(pending) }
        pending = ""
    }
}
