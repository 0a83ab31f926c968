/// One open call: code with its place, its variables on the value stack, and what becomes of its result.
///
/// A handle on a record in the machine's `FrameStack`; valid while the frame is open.
struct Frame {
    /// What happens when the frame returns or yields.
    enum Completion: UInt8 {
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

    /// How many arguments a call may add by defaults and keywords before the frame of what is called is open.
    static let mostAdded = 12
    /// How many arguments a call may unpack onto the stack.
    static let mostUnpacked = 12
    /// The operands that a frame has room for beyond those of its instructions; what is unpacked takes the places of a tuple and a dict.
    static let spareSlots = mostAdded + mostUnpacked

    /// The state of a frame.
    ///
    /// `owner` is the function or code and keeps alive what the unmanaged references name.
    struct Record {
        var owner: PyObject
        var code: Unmanaged<PyCode>
        var function: Unmanaged<PyFunction>?
        var globals: Unmanaged<PyDict>
        var namespace: PyDict?
        var base = 0
        var pc = 0
        var top = 0
        var limit = 0
        var completion = Completion.entry
        var handled: PyException?
        var generator: PyGenerator?

        init(owner: PyObject, code: Unmanaged<PyCode>, globals: Unmanaged<PyDict>) {
            self.owner = owner
            self.code = code
            self.globals = globals
        }
    }

    let record: UnsafeMutablePointer<Record>

    /// Starts a call of a function of the program.
    @inline(__always)
    func start(_ function: PyFunction) {
        if record.pointee.function?.toOpaque() != Unmanaged.passUnretained(function).toOpaque() { become(function) }
    }

    @inline(never)
    private func become(_ function: PyFunction) {
        record.pointee.owner = function
        record.pointee.function = .passUnretained(function)
        record.pointee.code = .passUnretained(function.code)
        record.pointee.globals = .passUnretained(function.globals)
    }

    /// Starts the code of a module or expression; `globals` must live as long as the frame.
    func start(_ code: PyCode, globals: PyDict, namespace: PyDict?) {
        record.pointee.owner = code
        record.pointee.function = nil
        record.pointee.code = .passUnretained(code)
        record.pointee.globals = .passUnretained(globals)
        record.pointee.namespace = namespace ?? globals
    }

    /// Lets go of what it holds, once it is closed.
    func forget() {
        record.pointee.owner = PyObject()
        record.pointee.function = nil
        record.pointee.namespace = nil
    }

    /// What runs.
    var code: PyCode {
        @inline(__always) get { record.pointee.code._withUnsafeGuaranteedRef { $0 } }
    }

    /// The instructions of its code.
    var instructions: FixedBuffer<Instruction> {
        @inline(__always) get { record.pointee.code._withUnsafeGuaranteedRef { $0.instructions } }
    }

    /// The constants of its code.
    var constants: FixedBuffer<Value> {
        @inline(__always) get { record.pointee.code._withUnsafeGuaranteedRef { $0.constants } }
    }

    /// The names in its code.
    var names: FixedBuffer<PyStr> {
        @inline(__always) get { record.pointee.code._withUnsafeGuaranteedRef { $0.names } }
    }

    /// The caches of its code.
    var caches: FixedBuffer<InlineCache> {
        @inline(__always) get { record.pointee.code._withUnsafeGuaranteedRef { $0.caches } }
    }

    /// The function it belongs to; nil for modules and expressions.
    var function: PyFunction? { record.pointee.function?.takeUnretainedValue() }

    /// The global names.
    var globals: PyDict {
        @inline(__always) get { record.pointee.globals._withUnsafeGuaranteedRef { $0 } }
    }

    /// The global names, not counted as an owner.
    var globalsReference: Unmanaged<PyDict> {
        @inline(__always) get { record.pointee.globals }
    }

    /// The names of a module or class body; nil in functions.
    var namespace: PyDict? {
        get { record.pointee.namespace }
        nonmutating set { record.pointee.namespace = newValue }
    }

    /// Whether it has names of its own.
    var hasNamespace: Bool {
        @inline(__always) get { record.pointee.namespace != nil }
    }

    /// Where its variables start on the value stack.
    var base: Int {
        @inline(__always) get { record.pointee.base }
        @inline(__always) nonmutating set { record.pointee.base = newValue }
    }

    /// The next instruction.
    var pc: Int {
        @inline(__always) get { record.pointee.pc }
        @inline(__always) nonmutating set { record.pointee.pc = newValue }
    }

    /// The slot behind its last operand, while it does not run.
    var top: Int {
        @inline(__always) get { record.pointee.top }
        @inline(__always) nonmutating set { record.pointee.top = newValue }
    }

    /// The slot behind the last operand that it may ever have; frames that native code opens start there.
    var limit: Int {
        @inline(__always) get { record.pointee.limit }
        @inline(__always) nonmutating set { record.pointee.limit = newValue }
    }

    /// What happens with the result.
    var completion: Completion {
        @inline(__always) get { record.pointee.completion }
        @inline(__always) nonmutating set { record.pointee.completion = newValue }
    }

    /// The exception whose `except` or `finally` clause it is in.
    var handled: PyException? {
        get { record.pointee.handled }
        nonmutating set { record.pointee.handled = newValue }
    }

    /// The generator that it runs for.
    var generator: PyGenerator? {
        get { record.pointee.generator }
        nonmutating set { record.pointee.generator = newValue }
    }

    /// Notes that its generator is done, if it runs for one, and drops what it holds.
    @inline(__always)
    func finish() {
        if record.pointee.generator != nil { record.pointee.generator?.state = .finished }
        clear()
    }

    /// Hands over the generator that it runs for.
    @inline(__always)
    func takeGenerator() -> PyGenerator? { record.pointee.generator.take() }

    /// Drops the handled exception and the generator, if there are any.
    @inline(__always)
    func clear() {
        if record.pointee.handled != nil { record.pointee.handled = nil }
        if record.pointee.generator != nil { record.pointee.generator = nil }
    }
}
