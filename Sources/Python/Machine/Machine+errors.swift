extension Machine {
    /// A built-in exception with one text as its argument.
    public func error(_ typeName: String, _ message: String) -> PyError {
        error(types.exception(typeName), [.string(message)])
    }

    /// An exception of that class with those `args`, made without running `__init__`.
    public func error(_ type: PyType, _ arguments: [Value]) -> PyError {
        if let exception = type.allocate(type) as? PyException {
            exception.arguments = arguments
            return PyError(exception)
        }
        return PyError(PyException(type: types.exception("TypeError"), arguments: ["exceptions must derive from BaseException"]))
    }

    /// The name of a value's type, as messages have it.
    public func typeName(_ value: Value) -> String {
        let type = type(of: value)
        return type.messageName ?? type.name
    }

    /// Whether an error's exception is an instance of that built-in exception class.
    public func isError(_ error: PyError, _ typeName: String) -> Bool { error.type.isSubtype(of: types.exception(typeName)) }

    /// The exception that `raise` makes of its operand: an instance, or a class that is called without arguments.
    func exception(from value: Value) throws -> PyException {
        if let exception = value.asException { return exception }
        if let type = value.asType, type.isSubtype(of: types.baseException) {
            let made = try call(value, Arguments())
            if let exception = made.asException { return exception }
            throw error(
                "TypeError", "calling <class '\(type.name)'> should have returned an instance of BaseException, not \(typeName(made))")
        }
        throw error("TypeError", "exceptions must derive from BaseException")
    }

    /// What is being handled here: by the innermost frame that handles anything.
    var handledException: PyException? {
        var index = depth
        while index > 0 {
            index -= 1
            if let handled = frames[index].handled { return handled }
        }
        return nil
    }

    /// Counts a native call that may lead to further ones, so that no program overflows the native stack.
    ///
    /// Raises RecursionError past the limit.
    public func nested<Result>(_ body: () throws -> Result) throws -> Result { try nested("", body) }

    /// The same; `situation` ends the message of the error.
    @inline(__always)
    func nested<Result>(_ situation: String, _ body: () throws -> Result) throws -> Result {
        nativeDepth += 1
        defer { nativeDepth -= 1 }
        try countNativeCall()
        if nativeDepth > Self.nativeDepthLimit { throw recursionError(situation) }
        return try body()
    }

    /// How many native calls may lie on the native stack.
    static let nativeDepthLimit = 150

    /// Past one of the two limits of depth.
    func recursionError(_ situation: String = "") -> PyError { error("RecursionError", "maximum recursion depth exceeded" + situation) }
}
