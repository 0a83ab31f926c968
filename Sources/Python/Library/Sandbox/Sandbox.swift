/// What a program may not do here: files, processes, networks, the environment.
public enum Sandbox {
    /// An error that says what a playground does not do.
    public static func limit(_ what: String, _ machine: Machine) -> PyError {
        machine.error("PlaygroundLimit", "\(what) is outside the playground, which has no files, network, processes or environment")
    }
}

/// The clocks of a run: the world's, and what `time.sleep` skipped.
///
/// A plain function cannot be suspended in the middle of a native call, so its sleep moves the clock of its own run on; the request takes no longer.
public enum RunClock {
    /// What is kept for the machine: the run that slept last, and for how long.
    final class State {
        /// The run that slept last.
        weak var context: ExecutionContext?
        /// For how many nanoseconds.
        var skipped = 0
    }

    /// Builds the module.
    static func makeModule(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "_clock")
        module.add("_library", .object(LibraryBox(State())))
        return module
    }

    private static func state(_ machine: Machine) -> State? { try? machine.library(State.self, of: "_clock") }

    /// Nanoseconds that the current run slept in plain functions.
    public static func skipped(_ machine: Machine) -> Int {
        guard let state = state(machine), state.context === machine.context else { return 0 }
        return state.skipped
    }

    /// Nanoseconds since 1970.
    public static func now(_ machine: Machine) -> Int { machine.world.now() &+ skipped(machine) }

    /// Nanoseconds of the clock that never goes back.
    public static func monotonic(_ machine: Machine) -> Int { machine.world.monotonic() &+ skipped(machine) }

    /// What `time.sleep` does.
    static func sleep(_ seconds: Double, _ machine: Machine) {
        guard let state = state(machine) else { return }
        let before = skipped(machine)
        state.context = machine.context
        state.skipped = before &+ Int(min(seconds, 1e9) * 1e9)
    }
}
