/// A raised Python exception on its way.
///
/// Native code throws it (`throw machine.error("ValueError", "…")`) and may catch it; the machine turns it into `except` clauses.
///
/// Unchecked: `Error` demands `Sendable`, and like every value the exception never leaves the executor of its machine.
public struct PyError: Error, @unchecked Sendable {
    /// What is raised.
    public let exception: PyException

    public init(_ exception: PyException) { self.exception = exception }

    /// Where it was raised and passed, innermost first; empty until a frame of the program is left.
    public var traceback: [CallSite] { exception.traceback }

    /// The class of the exception.
    public var type: PyType { exception.instanceType }
}

/// A limit of the sandbox; no `except` or `finally` of the program sees it, the request ends.
public enum MachineLimit: Error, Equatable {
    /// The program ran more instructions than one request may.
    case instructions(limit: Int)
    /// The program asked for more memory than one request may, in bytes.
    case memory(limit: Int)
    /// The program did not let others have a turn for that many nanoseconds of processor time.
    case stretch(limit: Int)
    /// The process would occupy more than that many bytes; what the program keeps from one request to the next counts too.
    case resident(limit: Int)
}

/// A place in the program that was executing: which function, and the range of the statement or call in the source.
public struct CallSite: Sendable, Hashable {
    /// The name of the function, `<module>` at top level.
    public let function: String
    /// The byte range in the program's source.
    public let range: SourceRange
    /// The line of its start, from 1.
    public let line: Int

    public init(function: String, range: SourceRange, line: Int) {
        self.function = function
        self.range = range
        self.line = line
    }
}
