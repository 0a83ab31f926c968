import HTTPMessages

/// The values of the SameSite attribute that mean something; any other is as if it were not there.
public enum SameSite: String, Sendable, Hashable, CaseIterable { case strict = "Strict", lax = "Lax", none = "None" }

/// The compartment of the jar that a partitioned cookie lives in: it is seen only from pages of that site.
///
/// CHIPS for `Partitioned` cookies in both engines; Firefox also puts every cookie of a third party into one.
public struct CookiePartition: Sendable, Hashable {
    /// The site of the page, such as `https://shop.example`; `opaque` for a sandboxed page.
    public var site: String
    /// Chromium keeps apart what the site itself stored and what it stored for another (false in Firefox).
    public var isCrossSite: Bool

    public init(site: String, isCrossSite: Bool) {
        self.site = site
        self.isCrossSite = isCrossSite
    }
}

/// A cookie as a browser stores it (RFC 6265bis §5.7).
public struct Cookie: Sendable, Hashable {
    /// The bytes as they came; browsers do not ask for any encoding.
    public var nameBytes: [UInt8]
    public var valueBytes: [UInt8]
    /// A host where `isHostOnly`, else the domain whose hosts get it; without a leading dot.
    public var domain: String
    public var isHostOnly: Bool
    public var path: String
    public var isSecure: Bool
    public var isHTTPOnly: Bool
    /// Nil where the attribute is absent or has no known value.
    public var sameSite: SameSite?
    public var partition: CookiePartition?
    /// Milliseconds since 1970, or nil for a cookie of the session.
    public var expires: Int?
    /// The order in which the cookies of the jar were created; the Cookie header follows it.
    public internal(set) var creation = 0
    /// Milliseconds since 1970.
    public internal(set) var lastAccess = 0

    /// The name and value as text, for people.
    public var name: String { String(decoding: nameBytes, as: UTF8.self) }
    public var value: String { String(decoding: valueBytes, as: UTF8.self) }

    /// The domain as browsers show it: with a leading dot where every host of the domain gets the cookie.
    public var shownDomain: String { isHostOnly ? domain : "." + domain }

    /// How it stands in a Cookie header: `name=value`, or the value alone where there is no name.
    public var pair: [UInt8] { nameBytes.isEmpty ? valueBytes : nameBytes + [UInt8(ascii: "=")] + valueBytes }

    /// Whether a new cookie takes the place of the other (RFC 6265bis §5.7 step 23, and the partition of CHIPS).
    func replaces(_ other: Cookie) -> Bool {
        nameBytes == other.nameBytes && domain == other.domain && isHostOnly == other.isHostOnly && path == other.path
            && partition == other.partition
    }

    /// Whether the host gets the cookie (RFC 6265bis §5.8.3).
    func isFor(host: String) -> Bool { isHostOnly ? host == domain : CookieDomain.matches(host, domain) }

    /// Whether the cookie's time is over.
    func isExpired(now: Int) -> Bool { expires.map { $0 <= now } ?? false }
}
