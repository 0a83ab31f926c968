/// How the body of a response is framed, by the headers of its head, and how much of it is due (uvicorn 0.54.0
/// protocols/http/httptools_impl.py `RequestResponseCycle.send`).
public struct ResponseFraming: Sendable {
    /// Whether the body goes out in chunks; nil while no header has said how it is framed.
    public private(set) var isChunked: Bool?
    /// How many bytes of the body are still due; it may be negative as in Python.
    private var expectedLength = 0
    /// Whether the request asked for a head alone.
    private let isHead: Bool

    /// Nothing is known yet.
    ///
    /// - Parameter isHead: whether the request asked for a head alone.
    public init(isHead: Bool) { self.isHead = isHead }

    /// Takes note of a header; false for a content-length that counts and is no whole number to Python.
    public mutating func take(_ name: String, _ value: [UInt8]) -> Bool {
        switch name.utf8.count {
        case 14 where isChunked == nil && name.isEqualIgnoringASCIICase("content-length"):
            guard let length = PythonInteger.parse(value) else { return false }
            expectedLength = length
            isChunked = false
        case 17 where name.isEqualIgnoringASCIICase("transfer-encoding"):
            guard String(latin1: value).isEqualIgnoringASCIICase("chunked") else { return true }
            expectedLength = 0
            isChunked = true
        default: break
        }
        return true
    }

    /// Takes note of the end of the head; true where the server adds `transfer-encoding: chunked`.
    public mutating func endHead(status: Int) -> Bool {
        guard isChunked == nil, !isHead, status != 204, status != 304 else { return false }
        isChunked = true
        return true
    }

    /// Takes note of a piece of the body; false where that is more than the headers said.
    public mutating func takeBody(_ count: Int) -> Bool {
        if isHead {
            expectedLength = 0
        } else if isChunked != true {
            guard count <= expectedLength else { return false }
            expectedLength -= count
        }
        return true
    }

    /// Whether nothing of the body is due any more.
    public var isWhole: Bool { expectedLength == 0 }
}
