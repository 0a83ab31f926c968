/// The value of a literal.
public enum Constant: Sendable, Hashable {
    case none
    case bool(Bool)
    /// `...`.
    case ellipsis
    case integer(IntegerLiteral)
    case float(Double)
    /// `1j`: the imaginary part.
    case imaginary(Double)
    /// Decoded text as UTF-8, with lone surrogates in three bytes each (WTF-8).
    case string([UInt8])
    case bytes([UInt8])
}

/// An integer literal of any size.
public struct IntegerLiteral: Sendable, Hashable {
    /// The digits without prefix, underscores and leading zeros; at least one.
    public let digits: String
    /// The base: 2, 8, 10 or 16.
    public let radix: Int
    /// The value where it fits.
    public let value: Int?
}
