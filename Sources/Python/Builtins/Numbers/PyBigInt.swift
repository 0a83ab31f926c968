/// A Python `int` that does not fit a machine word; one that fits is always `Value.int`.
public final class PyBigInt: PyObject {
    /// The integer, which does not fit a machine word.
    public let value: BigInt
    fileprivate init(_ value: BigInt) { self.value = value }
    public override func type(in types: BuiltinTypes) -> PyType { types.int }
}

extension Value {
    /// The Python `int` of that size: `.int` where it fits a machine word.
    public static func integer(_ value: BigInt) -> Value {
        if let small = value.asInt { return .int(small) }
        return .object(PyBigInt(value))
    }

    /// The integer if this is an `int` or `bool` of any size, or an instance of a subclass.
    public var asBigInt: BigInt? {
        switch unwrapped {
        case .int(let small): BigInt(small)
        case .bool(let flag): BigInt(flag ? 1 : 0)
        case .object(let object): (object as? PyBigInt)?.value
        default: nil
        }
    }

    /// Whether this is an `int` or `bool` of any size.
    public var isInteger: Bool {
        switch unwrapped {
        case .int, .bool: true
        case .object(let object): object is PyBigInt
        default: false
        }
    }

    /// The number if this is a `float` or an instance of a subclass; integers are not converted.
    public var asFloat: Double? { if case .float(let value) = unwrapped { value } else { nil } }
}
