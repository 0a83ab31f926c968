/// A Python value: small ones are held in place, all others are references to a `PyObject`.
///
/// Instances of subclasses of built-in types (`class Color(str, Enum)`, `IntEnum` members, named tuples) are `.object(PyInstance)`
/// with the built-in part in `PyInstance.payload`; use the `as…` accessors, which see through that.
public enum Value {
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case str(PyStr)
    case list(PyList)
    case tuple(PyTuple)
    case dict(PyDict)
    /// Everything else: big integers, bytes, sets, functions, types, modules, instances, …
    case object(PyObject)
}

extension Value {
    /// A `str` of that text.
    public static func string(_ text: String) -> Value { .str(PyStr(text)) }

    /// The built-in value under an instance of a subclass of a built-in type, or the value itself.
    public var unwrapped: Value { payload ?? self }

    /// The built-in value under an instance of a subclass of a built-in type.
    private var payload: Value? {
        if case .object(let object) = self { return object.instance?.payload }
        return nil
    }

    /// Whether this is a reference to something that may hold further values.
    @inline(__always)
    var isReference: Bool {
        switch self {
        case .list, .tuple, .dict, .object: true
        case .none, .bool, .int, .float, .str: false
        }
    }

    /// Whether this is `None`.
    public var isNone: Bool { if case .none = self { true } else { false } }

    /// The text if this is a `str` or an instance of a subclass of it.
    public var asStr: PyStr? {
        if case .str(let text) = self { return text }
        if case .str(let text)? = payload { return text }
        return nil
    }

    /// The text as a Swift string, lone surrogates replaced by U+FFFD, if this is a `str`.
    public var asString: String? { asStr?.string }

    /// The integer if this is an `int` or `bool` that fits a machine word.
    public var asInt: Int? {
        if case .int(let small) = self { return small }
        return switch unwrapped {
        case .int(let i): i
        case .bool(let b): b ? 1 : 0
        default: nil
        }
    }

    public var asBool: Bool? { if case .bool(let b) = self { b } else { nil } }
    public var asList: PyList? {
        if case .list(let list) = self { return list }
        if case .list(let list)? = payload { return list }
        return nil
    }
    public var asTuple: PyTuple? {
        if case .tuple(let tuple) = self { return tuple }
        if case .tuple(let tuple)? = payload { return tuple }
        return nil
    }
    public var asDict: PyDict? {
        if case .dict(let dict) = self { return dict }
        if case .dict(let dict)? = payload { return dict }
        return nil
    }

    /// The reference, if the value is one.
    public var asObject: PyObject? {
        switch self {
        case .object(let o): o
        case .str(let o): o
        case .list(let o): o
        case .tuple(let o): o
        case .dict(let o): o
        default: nil
        }
    }

    public var asType: PyType? { asObject as? PyType }
    public var asInstance: PyInstance? { if case .object(let object) = self { object.instance } else { nil } }

    /// Python's `is`.
    public func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.none, .none): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
        // There is one empty tuple.
        case (.tuple(let a), .tuple(let b)): a === b || a.elements.isEmpty && b.elements.isEmpty
        default: if let a = asObject, let b = other.asObject { a === b } else { false }
        }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    public init(stringLiteral text: String) { self = .str(PyStr(text)) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}
