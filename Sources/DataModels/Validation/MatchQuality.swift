import Python

/// How little an input had to change for a schema (pydantic-core `Exactness`).
enum Exactness: Int, Comparable {
    case lax, strict, exact

    static func < (one: Exactness, two: Exactness) -> Bool { one.rawValue < two.rawValue }
}

/// How well an input fits a member of a union, gathered while it is validated (pydantic-core `ValidationState`).
final class MatchQuality {
    /// The least exactness of everything that was validated.
    private(set) var exactness = Exactness.exact
    /// How many fields of models were given; nil where there is no model.
    private(set) var fieldsSet: Int?

    init() {}

    /// Notes something that fits no better than so.
    func floor(_ exactness: Exactness) { self.exactness = min(self.exactness, exactness) }

    /// Notes the fields that one model was given.
    func add(fieldsSet count: Int) { fieldsSet = (fieldsSet ?? 0) + count }

    /// Notes what the chosen member of a union inside noted.
    func add(_ inner: MatchQuality) {
        floor(inner.exactness)
        if let count = inner.fieldsSet { add(fieldsSet: count) }
    }

    /// Whether no other member can fit better.
    var isBest: Bool { exactness == .exact && fieldsSet == nil }

    /// Whether it goes before an earlier member's: more fields, or else less changed.
    func isBetter(than other: MatchQuality) -> Bool {
        if let old = other.fieldsSet, let new = fieldsSet, old != new { return old < new }
        return other.exactness < exactness
    }
}
