/// One open call: code with its place, its variables on the value stack, and what becomes of its result.
///
/// Frames are objects on the heap that are reused: the machine keeps one for each depth that was ever reached.
final class Frame {
    /// What happens when the frame returns or yields.
    enum Completion {
        /// The run loop ends and hands the result to the native code that started it.
        case entry
        /// The result is pushed in the calling frame.
        case push
        /// The frame was an `__init__`: the result must be `None`, the instance is on the calling frame's stack already.
        case initializer
        /// The frame is the generator of a `for` loop in the calling frame.
        case iterate
        /// The frame is what the calling frame awaits or delegates to.
        case send
        /// The frame is an async generator, and the calling frame awaits its next value.
        case asyncStep
    }

    /// What runs.
    var code: PyCode
    /// The function it belongs to; nil for modules and expressions.
    var function: PyFunction?
    /// The global names.
    var globals: PyDict
    /// The names of a module or class body; nil in functions.
    var namespace: PyDict?
    /// Where its variables start on the value stack.
    var base = 0
    /// The next instruction.
    var pc = 0
    /// The slot behind its last operand, while it does not run.
    var top = 0
    /// The slot behind the last operand that it may ever have; frames that native code opens start there.
    var limit = 0
    /// What happens with the result.
    var completion = Completion.entry
    /// The exception whose `except` or `finally` clause it is in.
    var handled: PyException?
    /// The generator that it runs for.
    var generator: PyGenerator?

    init(code: PyCode, globals: PyDict) {
        self.code = code
        self.globals = globals
    }
}
