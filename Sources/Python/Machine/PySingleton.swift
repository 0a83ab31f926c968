/// `NotImplemented` or `...`.
final class PySingleton: PyObject {
    enum Kind: Sendable { case notImplemented, ellipsis }
    let kind: Kind

    init(_ kind: Kind) { self.kind = kind }

    override func type(in types: BuiltinTypes) -> PyType { kind == .ellipsis ? types.ellipsis : types.notImplemented }
}

extension Value {
    /// Whether this is `NotImplemented`.
    public var isNotImplemented: Bool {
        if case .object(let object) = self, let singleton = object as? PySingleton { return singleton.kind == .notImplemented }
        return false
    }

    /// Whether this is `...`.
    public var isEllipsis: Bool {
        if case .object(let object) = self, let singleton = object as? PySingleton { return singleton.kind == .ellipsis }
        return false
    }
}
