import Python

extension MachineLimit {
    /// What a program did that reached the limit, as the end of a sentence about it.
    var words: String {
        switch self {
        case .instructions(let count): "runs more than \(count) instructions at once"
        case .memory(let bytes): "asks for more than \(bytes >> 20) MiB at once"
        case .stretch(let nanoseconds): "runs for more than \(Double(nanoseconds) / 1e9) s without a pause"
        case .resident(let bytes):
            "asks for memory where the playground already occupies its \(bytes >> 20) MiB; what globals keep is freed when it is loaded again"
        }
    }
}
