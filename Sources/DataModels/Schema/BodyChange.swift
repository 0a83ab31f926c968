import Python

/// One difference between a value and what its schema wrote of it.
public struct BodyChange {
    public enum Kind: Sendable { case removed, converted, defaulted, aliased }
    public let kind: Kind
    /// Keys and indices from the top, as `items[0].price`.
    public let path: String
    public let before: String?
    public let after: String?
    public let reason: String
    /// The field of the program that caused it; nil where the schema as a whole or an option of the call did.
    public let site: CallSite?
}
