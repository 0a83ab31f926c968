/// The arguments of a call, as written: positional ones, then keywords in order.
public struct Arguments {
    public var positional: [Value]
    public var keywords: [(name: String, value: Value)]

    public init(_ positional: [Value] = [], keywords: [(name: String, value: Value)] = []) {
        self.positional = positional
        self.keywords = keywords
    }

    /// The keyword argument of that name.
    public subscript(keyword name: String) -> Value? { keywords.first { $0.name == name }?.value }
}
