/// What `__anext__`, `asend`, `athrow` and `aclose` of an async generator give: an awaitable for its next value.
final class PyAsyncGeneratorStep: PyObject {
    /// The async generator.
    let generator: PyGenerator
    /// What it is resumed with when the step is first driven; nil afterwards.
    var input: Resumption?

    init(_ generator: PyGenerator, _ input: Resumption) {
        self.generator = generator
        self.input = input
    }

    override func type(in types: BuiltinTypes) -> PyType { types.builtin("async_generator_asend") }
}

/// One `await` of a native awaitable: it yields the awaitable once, then gives what it is resumed with.
final class NativeAwaitCursor: PyObject {
    /// What is awaited.
    let awaitable: PyNativeAwaitable
    /// Whether it was handed out.
    var isHandedOut = false

    init(_ awaitable: PyNativeAwaitable) { self.awaitable = awaitable }

    override func type(in types: BuiltinTypes) -> PyType { types.awaitable }
}
