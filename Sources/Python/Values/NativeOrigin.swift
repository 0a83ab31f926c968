/// What CPython has where our library is native: errors of argument matching are worded by it.
public enum NativeOrigin: Sendable {
    /// A function written in C.
    case c
    /// A class written in C, where our library has a function.
    case cClass
    /// A function written in Python.
    case python

    private static let modulesInC: Set<String> = [
        "builtins", "datetime", "decimal", "itertools", "math", "_io", "io", "operator", "binascii", "bisect", "heapq", "time", "_thread",
        "contextvars", "struct", "unicodedata", "zlib", "sys", "weakref", "_random", "_queue",
    ]
    private static let partsInC: [String: Set<String>] = [
        "collections": ["deque", "defaultdict", "OrderedDict"], "functools": ["partial", "reduce", "cmp_to_key", "_lru_cache_wrapper"],
        "re": ["Pattern", "Match"], "types": ["SimpleNamespace"],
    ]

    /// The origin of a class.
    static func of(type name: String, in module: String) -> NativeOrigin {
        modulesInC.contains(module) || partsInC[module]?.contains(name) ?? false ? .c : .python
    }

    /// The origin of a function of a module.
    static func of(function name: String, in module: String) -> NativeOrigin {
        module == "itertools" && name != "tee" ? .cClass : of(type: name, in: module)
    }
}

extension PyType {
    /// The origin of its methods.
    var origin: NativeOrigin { .of(type: name, in: module) }
}
