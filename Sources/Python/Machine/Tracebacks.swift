/// The places that an exception passed, from one of them inwards, as `__traceback__` and `tb_next` give them.
final class PyTraceback: PyObject {
    /// All places, innermost first.
    private let sites: [CallSite]
    /// The place at which it stands.
    private let index: Int

    /// The traceback that begins at the outermost of these places, innermost first.
    convenience init(_ sites: [CallSite]) { self.init(sites, at: sites.count - 1) }

    private init(_ sites: [CallSite], at index: Int) {
        self.sites = sites
        self.index = index
    }

    /// The place at which it stands.
    var site: CallSite { sites[index] }
    /// The places from there inwards, innermost first.
    var remainingSites: [CallSite] { Array(sites[...index]) }
    /// The traceback one place further inwards; nil at the innermost.
    var next: PyTraceback? { index > 0 ? PyTraceback(sites, at: index - 1) : nil }

    override func type(in types: BuiltinTypes) -> PyType { types.traceback }
}

/// A frame as far as tracebacks and generators tell of it: its function and where it is. Its variables are not kept.
final class PyFrameView: PyObject {
    /// Where it is.
    let site: CallSite

    init(_ site: CallSite) { self.site = site }

    override func type(in types: BuiltinTypes) -> PyType { types.builtin("frame") }
}

/// The code of such a frame.
private final class PyCodeView: PyObject {
    let site: CallSite

    init(_ site: CallSite) { self.site = site }

    override func type(in types: BuiltinTypes) -> PyType { types.builtin("code") }
}

extension PyException {
    /// The exception's `__traceback__`: `None` before it passed a place.
    var tracebackValue: Value { traceback.isEmpty ? .none : .object(PyTraceback(traceback)) }
}

/// The attributes of tracebacks, of frames and of their code.
enum TracebackMethods {
    static func install(_ types: BuiltinTypes) {
        let traceback = types.traceback
        func site(_ value: Value) -> CallSite? {
            switch value.asObject {
            case let traceback as PyTraceback: traceback.site
            case let frame as PyFrameView: frame.site
            case let code as PyCodeView: code.site
            default: nil
            }
        }
        func line(_ value: Value) -> Value { .int(site(value)?.line ?? 0) }
        traceback.getter("tb_lineno") { _, value in line(value) }
        traceback.getter("tb_lasti") { _, _ in -1 }
        traceback.getter("tb_next") { _, value in (value.asObject as? PyTraceback)?.next.map { .object($0) } ?? .none }
        traceback.getter("tb_frame") { _, value in site(value).map { .object(PyFrameView($0)) } ?? .none }
        let frame = types.builtin("frame")
        frame.getter("f_lineno") { _, value in line(value) }
        frame.getter("f_lasti") { _, _ in -1 }
        frame.getter("f_back") { _, _ in .none }
        frame.getter("f_code") { _, value in site(value).map { .object(PyCodeView($0)) } ?? .none }
        let code = types.builtin("code")
        for name in ["co_name", "co_qualname"] { code.getter(name) { _, value in .string(site(value)?.function ?? "") } }
        code.getter("co_filename") { machine, _ in .string(machine.programPath) }
        code.getter("co_firstlineno") { _, value in line(value) }
    }
}

extension Machine {
    /// Where the program's file lies, as `__file__` has it; its name where nobody said.
    var programPath: String {
        executed.lazy.compactMap { $0.namespace["__file__"]?.asString }.first ?? "main.py"
    }
}
