/// Something of the program that is told once an object is gone, such as a weak reference with a callback.
class PyWatcher: PyInstance {
    /// Whether the object is gone and nobody was told yet.
    var isDue: Bool { false }

    /// Calls what waits for it.
    func tell(_ machine: Machine) throws {}
}
