import HTTPMessages

/// The page whose code calls `fetch()`.
public struct Page: Sendable, Hashable {
    /// What its requests carry as Origin; opaque for a sandboxed page.
    public var origin: WebOrigin
    /// Whether the page came over https, which matters for mixed content where the origin is opaque.
    public var isSecure: Bool
    /// The page's URL as consoles name it.
    public var address: String

    public init(origin: WebOrigin, isSecure: Bool? = nil, address: String? = nil) {
        self.origin = origin
        self.isSecure = isSecure ?? (origin.scheme == "https")
        self.address = address ?? origin.serialized + "/"
    }
}

/// A request that the browser puts on the wire.
public struct OutgoingRequest: Sendable, Hashable {
    /// Whether it asks for permission or is the request itself.
    public enum Kind: String, Sendable { case preflight, actual }
    public var kind: Kind
    /// How many redirects were followed before it.
    public var hop: Int
    public var url: WebURL
    public var method: String
    /// The page's own headers and those of CORS: Origin, Access-Control-Request-Method, Access-Control-Request-Headers.
    public var headers: HeaderList
    public var body: [UInt8]?
    /// Whether cookies are sent and stored with it.
    public var includesCredentials: Bool

    /// The value of a header that CORS adds, or nil.
    public func header(_ name: String) -> String? { headers[name] }
}
