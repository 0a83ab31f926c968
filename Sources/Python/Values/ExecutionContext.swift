/// What belongs to one run of the program: an import or one request with all that it awaits.
public final class ExecutionContext {
    /// The limits of this run.
    public let budget: Budget
    /// The instructions that are left; negative once they are used up.
    var instructionsLeft: Int
    /// The bytes that are left; negative once they are used up.
    var bytesLeft: Int
    /// The whole lines that the program printed.
    public private(set) var log: [String] = []
    /// Who listens to what the run does, such as the recorder of a trace.
    public var recorder: AnyObject?
    /// Whatever else the owner of the run wants to find again.
    public var user: AnyObject?
    /// The text printed since the last line ending.
    private var pending = ""

    public init(budget: Budget = .standard) {
        self.budget = budget
        instructionsLeft = budget.instructions
        bytesLeft = budget.bytes
    }

    /// How many instructions the run took so far.
    public var usedInstructions: Int { budget.instructions - instructionsLeft }

    /// How many bytes the run asked for so far.
    public var usedBytes: Int { budget.bytes - bytesLeft }

    /// Collects printed text; each line ending completes a line of `log`.
    public func write(_ text: String) {
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
