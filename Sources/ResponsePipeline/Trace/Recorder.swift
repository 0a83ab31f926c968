import HTTPMessages
import Python

/// Collects a trace while a request runs; it hangs on the machine's context, and is absent where nobody asked for a trace.
final class Recorder {
    var trace = Trace()
    /// Who acts now; header writes are put down to it.
    private(set) var stage = Source(.framework, "FastAPI")
    private var depth = 0
    /// Header lines by the pair that the program sees, so that a list which went through its hands keeps its accounts.
    ///
    /// Each entry holds its pair, so that the identity stays the pair's while the request runs.
    var lines: [ObjectIdentifier: RawHeaders.Line] = [:]
    /// The headers that an application handed to the middleware around it, until that hands them on.
    var handed: RawHeaders?

    /// Lets go of the lines, which hold this recorder.
    func release() {
        lines = [:]
        handed = nil
    }

    /// Notes a step without entering it.
    func note(_ source: Source, _ text: String) { trace.steps.append(TraceStep(source, text, depth: depth)) }

    /// Makes a stage the acting one and gives back the one before, for `leave`.
    func enter(_ source: Source, _ text: String) -> Source {
        trace.steps.append(TraceStep(source, text, depth: depth))
        let before = stage
        stage = source
        depth += 1
        return before
    }

    /// Lets another stage act for a while, such as a middleware that gets a message from behind it; gives back the one before.
    func act(as other: Source) -> Source {
        defer { stage = other }
        return stage
    }

    func leave(to before: Source) {
        stage = before
        depth -= 1
    }

    /// The acting stage with the place of the program that is executing.
    func source(_ machine: Machine) -> Source { Source(stage.kind, stage.function, site: machine.callSite ?? stage.site) }
}

extension Machine {
    /// The recorder of the request that runs now, if it has one.
    var recorder: Recorder? { context.recorder.flatMap { $0 as? Recorder } }
}
