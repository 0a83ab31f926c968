/// The arguments of a native call, matched to the declared parameters; subscripts count the declared parameters from 0.
///
/// The first four values lie in place, so that most calls allocate nothing.
public struct BoundArguments {
    /// What few calls have.
    private final class Overflow {
        /// The values from the fifth on.
        let values: [Value]
        /// What `*rest` took.
        let rest: [Value]
        /// What `**extra` took.
        let extra: [(name: String, value: Value)]

        init(values: [Value], rest: [Value] = [], extra: [(name: String, value: Value)] = []) {
            self.values = values
            self.rest = rest
            self.extra = extra
        }
    }

    private let first: Value
    private let second: Value
    private let third: Value
    private let fourth: Value
    private let overflow: Overflow?
    /// One bit for each value that was given, not filled in.
    private let given: UInt64
    /// Where `*rest` and `**extra` are declared, past everything where they are not.
    private let variadicIndex: UInt8
    private let extraIndex: UInt8

    private static let places = 4

    /// The top `count` operands, which `signature` takes, and what it has for the others.
    @inline(__always)
    init(_ signature: NativeSignature, taking count: Int, from cursor: inout StackCursor) {
        overflow = signature.fill.count > Self.places ? Self.overflow(signature, count, &cursor) : nil
        fourth = count > 3 ? cursor.pop() : signature.fourthFilling
        third = count > 2 ? cursor.pop() : signature.thirdFilling
        second = count > 1 ? cursor.pop() : signature.secondFilling
        first = count > 0 ? cursor.pop() : signature.firstFilling
        given = (1 << UInt64(count)) &- 1
        variadicIndex = signature.variadicIndex.map { UInt8($0) } ?? .max
        extraIndex = signature.extraIndex.map { UInt8($0) } ?? .max
    }

    @inline(never)
    private static func overflow(_ signature: NativeSignature, _ count: Int, _ cursor: inout StackCursor) -> Overflow {
        let values = cursor.pop(max(0, count - places))
        return Overflow(values: values + signature.fill[max(count, places)...])
    }

    /// One value for each of the parameters, which `given` marks where it was given, and what the variadic ones took.
    init(
        _ signature: NativeSignature, values: [Value], given: UInt64, rest: [Value] = [], extra: [(name: String, value: Value)] = []
    ) {
        first = values.first ?? .none
        second = values.count > 1 ? values[1] : .none
        third = values.count > 2 ? values[2] : .none
        fourth = values.count > 3 ? values[3] : .none
        let isPlain = values.count <= Self.places && rest.isEmpty && extra.isEmpty
        overflow = isPlain ? nil : Overflow(values: Array(values.dropFirst(Self.places)), rest: rest, extra: extra)
        self.given = given
        variadicIndex = signature.variadicIndex.map { UInt8($0) } ?? .max
        extraIndex = signature.extraIndex.map { UInt8($0) } ?? .max
    }

    /// The index among the values of a declared parameter, -1 for variadic ones.
    @inline(__always)
    private func slot(_ index: Int) -> Int {
        if index < variadicIndex && index < extraIndex { return index }
        if index == variadicIndex || index == extraIndex { return -1 }
        return index - (index > variadicIndex ? 1 : 0) - (index > extraIndex ? 1 : 0)
    }

    /// The first argument, which is the receiver of a method.
    @inline(__always)
    var receiver: Value { first }

    /// The argument or its default; `None` for an optional one that was not given.
    public subscript(_ index: Int) -> Value {
        switch slot(index) {
        case 0: first
        case 1: second
        case 2: third
        case 3: fourth
        case -1: index == variadicIndex ? .tuple(PyTuple(list(index))) : .none
        case let slot: overflow?.values[slot - Self.places] ?? .none
        }
    }

    /// Whether the caller gave the argument.
    public func isGiven(_ index: Int) -> Bool {
        let slot = slot(index)
        return slot >= 0 ? given & (1 << UInt64(slot)) != 0 : !list(index).isEmpty
    }

    /// What `*rest` took; `index` is where it is declared.
    public func list(_ index: Int) -> [Value] { overflow?.rest ?? [] }

    /// What `**extra` took, in order; `index` is where it is declared.
    public func dict(_ index: Int) -> [(name: String, value: Value)] { overflow?.extra ?? [] }

    /// The argument, or nil where it was not given.
    public func ifGiven(_ index: Int) -> Value? { isGiven(index) ? self[index] : nil }
}
