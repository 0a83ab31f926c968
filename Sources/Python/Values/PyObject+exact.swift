extension PyObject {
    /// This object if its Swift class is exactly that one: a comparison of pointers where `as?` walks the superclasses.
    @inline(__always)
    final func exactly<Object: PyObject>(_ type: Object.Type) -> Object? {
        if ObjectIdentifier(Swift.type(of: self)) != ObjectIdentifier(type) { return nil }
        return unsafeDowncast(self, to: type)
    }

    /// Whether the Swift class is exactly that one.
    @inline(__always)
    final func isExactly(_ type: PyObject.Type) -> Bool { ObjectIdentifier(Swift.type(of: self)) == ObjectIdentifier(type) }
}
