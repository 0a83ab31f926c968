/// An instance of `BaseException` or of a class below it.
///
/// Native exception classes with state of their own subclass this.
open class PyException: PyInstance {
    /// Python's `args`.
    public final var arguments: [Value] = []
    /// Python's `__cause__`, set by `raise … from cause`.
    public final var cause: PyException?
    /// Python's `__context__`: what was being handled when this was raised.
    public final var context: PyException?
    /// Python's `__suppress_context__`.
    public final var suppressesContext = false
    /// Where it was raised and passed, innermost first; at most `tracebackLimit` places.
    public final private(set) var traceback: [CallSite] = []
    /// Whether it was raised before, so that its context is settled.
    final var wasRaised = false

    /// How many places a traceback keeps; what passes further frames is not recorded.
    public static let tracebackLimit = 1000

    /// An exception of that class with those `args`.
    public init(type: PyType, arguments: [Value] = []) {
        self.arguments = arguments
        super.init(type: type)
    }

    deinit { if isLink { Disposal.dispose(of: self) } }

    override var isLink: Bool {
        for argument in arguments where argument.isReference { return true }
        return cause != nil || context != nil || super.isLink
    }

    open override func surrender(to pending: inout [PyObject]) {
        Disposal.take(&arguments, into: &pending)
        if let cause { pending.append(cause) }
        if let context { pending.append(context) }
        cause = nil
        context = nil
        super.surrender(to: &pending)
    }

    open override func listReferences(in list: inout ReferenceList) {
        list.add(&arguments)
        list.add(cause)
        list.add(context)
        super.listReferences(in: &list)
    }

    /// Adds the next place outwards.
    final func passed(_ site: CallSite) {
        if traceback.count < Self.tracebackLimit { traceback.append(site) }
    }

    /// Sets the places back to what they were.
    final func restoreTraceback(_ places: [CallSite]) { traceback = places }

    /// Forgets the places, as `with_traceback(None)` does.
    final func clearTraceback() { traceback = [] }

    /// Sets what was being handled when this was raised, and breaks a cycle that this would close.
    final func setContext(_ handled: PyException) {
        if handled === self { return }
        var link = handled
        var steps = 0
        while let next = link.context, steps < 1000 {
            if next === self {
                link.context = nil
                break
            }
            link = next
            steps += 1
        }
        context = handled
    }
}

extension Value {
    /// The exception, if the value is an instance of `BaseException`.
    public var asException: PyException? { asObject as? PyException }
}
