/// How a run of the loop ended.
enum RunResult {
    /// The frame it was started for returned.
    case returned(Value)
    /// The generator it was started for yielded.
    case yielded(Value)
}

extension Machine {
    /// Runs the innermost frame until the frame at depth `entry` returns or yields.
    func run(until entry: Int, raising raised: PyError? = nil) throws -> RunResult {
        throw error("SystemError", "not yet")
    }
}
