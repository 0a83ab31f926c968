/// A half-open range of byte offsets in the UTF-8 bytes of one source text.
public struct SourceRange: Sendable, Hashable {
    /// The offset of the first byte.
    public let start: Int
    /// The offset just behind the last byte.
    public let end: Int

    /// Makes the range from `start` up to, but not including, `end`.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    /// How many bytes the range covers.
    public var count: Int { end - start }

    /// Whether the range covers no byte.
    public var isEmpty: Bool { start == end }

    /// Tells whether the byte at `offset` lies inside the range.
    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

    /// Tells whether `other` lies wholly inside the range.
    public func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }

    /// The smallest range that covers both this and `other`.
    public func union(_ other: SourceRange) -> SourceRange {
        SourceRange(min(start, other.start), max(end, other.end))
    }
}

extension SourceRange: CustomStringConvertible {
    /// The range as `start..<end`, for messages and tests.
    public var description: String { "\(start)..<\(end)" }
}
