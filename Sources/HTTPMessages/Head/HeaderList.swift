/// One header line: a name as it stands on the wire and the bytes of its value.
///
/// Names keep their case; comparisons ignore ASCII case (RFC 9110 §5.1). Values are bytes, since a server may send any.
public struct Header: Sendable, Hashable {
    public var name: String
    public var value: [UInt8]

    public init(_ name: String, bytes value: [UInt8]) {
        self.name = name
        self.value = value
    }

    /// A header whose value is text, written as UTF-8.
    public init(_ name: String, _ value: String) {
        self.init(name, bytes: Array(value.utf8))
    }

    /// The value for people: Latin-1 as browsers and Starlette decode header bytes.
    public var text: String { String(latin1: value) }
}

/// An ordered list of header lines in which a name may stand more than once; the order is the wire's.
public struct HeaderList: Sendable, Hashable, RandomAccessCollection, RangeReplaceableCollection, MutableCollection,
    ExpressibleByDictionaryLiteral
{
    private var lines: [Header]

    public init() { lines = [] }
    public init(_ lines: [Header]) { self.lines = lines }
    public init(dictionaryLiteral elements: (String, String)...) { lines = elements.map { Header($0.0, $0.1) } }

    public var startIndex: Int { lines.startIndex }
    public var endIndex: Int { lines.endIndex }
    public subscript(position: Int) -> Header {
        get { lines[position] }
        set { lines[position] = newValue }
    }
    public mutating func replaceSubrange(_ subrange: Range<Int>, with newElements: some Collection<Header>) {
        lines.replaceSubrange(subrange, with: newElements)
    }

    /// The text of the first line of that name, or nil.
    public subscript(name: String) -> String? { first(named: name)?.text }

    public func first(named name: String) -> Header? { lines.first { $0.name.isEqualIgnoringASCIICase(name) } }

    /// The texts of all lines of that name, in order.
    public func values(named name: String) -> [String] {
        lines.filter { $0.name.isEqualIgnoringASCIICase(name) }.map(\.text)
    }

    public func contains(name: String) -> Bool { first(named: name) != nil }

    public mutating func append(_ name: String, _ value: String) { lines.append(Header(name, value)) }

    public mutating func removeAll(named name: String) { lines.removeAll { $0.name.isEqualIgnoringASCIICase(name) } }

    /// All values of that name joined with `, ` (Fetch §2.2.2 «get, decode, and split» precursor «get»), or nil if there are none.
    public func combined(named name: String) -> String? {
        let all = values(named: name)
        return all.isEmpty ? nil : all.joined(separator: ", ")
    }
}
