/// The built-in exception classes of CPython 3.11.
enum ExceptionHierarchy {
    /// Makes all of them below `object`.
    static func make(_ object: PyType) -> [String: PyType] {
        let base = PyType(core: "BaseException", base: object, isException: true)
        base.allocates { PyException(type: $0) }
        var types = ["BaseException": base]
        for (name, parent) in classes {
            types[name] = PyType(core: name, base: types[parent] ?? base, isException: true)
        }
        if let base = types["BaseExceptionGroup"], let exception = types["Exception"],
            let group = try? PyType("ExceptionGroup", bases: [base, exception])
        {
            types["ExceptionGroup"] = group
        }
        types["EnvironmentError"] = types["OSError"]
        types["IOError"] = types["OSError"]
        return types
    }

    /// Each class with its base, bases first; `ExceptionGroup` has two and is made apart.
    private static let classes: [(name: String, base: String)] = [
        ("BaseExceptionGroup", "BaseException"), ("GeneratorExit", "BaseException"), ("KeyboardInterrupt", "BaseException"),
        ("SystemExit", "BaseException"), ("Exception", "BaseException"), ("ArithmeticError", "Exception"),
        ("FloatingPointError", "ArithmeticError"), ("OverflowError", "ArithmeticError"), ("ZeroDivisionError", "ArithmeticError"),
        ("AssertionError", "Exception"), ("AttributeError", "Exception"), ("BufferError", "Exception"), ("EOFError", "Exception"),
        ("ImportError", "Exception"), ("ModuleNotFoundError", "ImportError"), ("LookupError", "Exception"),
        ("IndexError", "LookupError"), ("KeyError", "LookupError"), ("MemoryError", "Exception"), ("NameError", "Exception"),
        ("UnboundLocalError", "NameError"), ("OSError", "Exception"), ("BlockingIOError", "OSError"),
        ("ChildProcessError", "OSError"), ("ConnectionError", "OSError"), ("BrokenPipeError", "ConnectionError"),
        ("ConnectionAbortedError", "ConnectionError"), ("ConnectionRefusedError", "ConnectionError"),
        ("ConnectionResetError", "ConnectionError"), ("FileExistsError", "OSError"), ("FileNotFoundError", "OSError"),
        ("InterruptedError", "OSError"), ("IsADirectoryError", "OSError"), ("NotADirectoryError", "OSError"),
        ("PermissionError", "OSError"), ("ProcessLookupError", "OSError"), ("TimeoutError", "OSError"),
        ("ReferenceError", "Exception"), ("RuntimeError", "Exception"), ("NotImplementedError", "RuntimeError"),
        ("RecursionError", "RuntimeError"), ("PlaygroundLimit", "RuntimeError"), ("StopAsyncIteration", "Exception"),
        ("StopIteration", "Exception"), ("SyntaxError", "Exception"), ("IndentationError", "SyntaxError"),
        ("TabError", "IndentationError"), ("SystemError", "Exception"), ("TypeError", "Exception"), ("ValueError", "Exception"),
        ("UnicodeError", "ValueError"), ("UnicodeDecodeError", "UnicodeError"), ("UnicodeEncodeError", "UnicodeError"),
        ("UnicodeTranslateError", "UnicodeError"), ("Warning", "Exception"), ("BytesWarning", "Warning"),
        ("DeprecationWarning", "Warning"), ("EncodingWarning", "Warning"), ("FutureWarning", "Warning"),
        ("ImportWarning", "Warning"), ("PendingDeprecationWarning", "Warning"), ("ResourceWarning", "Warning"),
        ("RuntimeWarning", "Warning"), ("SyntaxWarning", "Warning"), ("UnicodeWarning", "Warning"), ("UserWarning", "Warning"),
    ]
}
