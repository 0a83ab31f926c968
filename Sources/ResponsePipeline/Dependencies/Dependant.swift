import DataModels
import Python

/// A callable with what its signature asks for (FastAPI 0.165.0 dependencies/models.py `Dependant`).
final class Dependant {
    /// One parameter that is read from the request.
    struct Field {
        let name: String
        /// The names that it may have in the request, the preferred one first.
        let aliases: [String]
        var alias: String { aliases.first ?? name }
        let info: ParameterInfo
        let adapter: TypeAdapter
        /// Where a form gives one of several models.
        var formUnion: FormUnion?
        /// The default, or nil where a value is required.
        var defaultValue: Value? { info.defaultValue }
    }

    let call: Value
    let kind: CallSignature.Kind
    let name: String?
    let usesCache: Bool
    let scope: String?
    /// The parameters of the path of its route.
    let pathNames: Set<String>
    /// The OAuth2 scopes that `Security` asks for here, and those from above.
    let ownScopes: [String]
    let outerScopes: [String]
    var dependencies: [Dependant] = []
    var path: [Field] = []
    var query: [Field] = []
    var header: [Field] = []
    var cookie: [Field] = []
    var body: [Field] = []
    var requestName: String?
    var connectionName: String?
    var responseName: String?
    var backgroundName: String?
    var securityScopesName: String?
    /// Whether it is one of FastAPI's security helpers, whose values are kept by their scopes.
    var isSecurityScheme = false

    init(_ call: Value, _ kind: CallSignature.Kind, _ place: Place) {
        self.call = call
        self.kind = kind
        name = place.name
        usesCache = place.usesCache
        scope = place.scope
        pathNames = place.pathNames
        ownScopes = place.ownScopes
        outerScopes = place.outerScopes
    }

    /// Where and how a callable is asked for.
    struct Place {
        var name: String?
        var pathNames: Set<String>
        var usesCache = true
        var scope: String?
        var ownScopes: [String] = []
        var outerScopes: [String] = []
    }

    /// The name for people.
    var title: String {
        switch call.asObject {
        case let function as PyFunction: function.name
        case let type as PyType: type.name
        case let method as PyBoundMethod: (method.function.asObject as? PyFunction)?.name ?? "method"
        default: call.asInstance?.instanceType.name ?? "dependency"
        }
    }

    /// All scopes, from above first, each once.
    var scopes: [String] { ownScopes.reduce(into: outerScopes) { if !$0.contains($1) { $0.append($1) } } }

    /// Whether the value depends on the scopes, so that it is kept by them.
    private(set) lazy var usesScopes: Bool =
        !ownScopes.isEmpty || securityScopesName != nil || isSecurityScheme || dependencies.contains { $0.usesScopes }

    /// What a value is kept by besides the callable: the scopes, and how long it lives.
    private(set) lazy var cacheKey: String = {
        let lifetime = scope ?? (isGenerator ? "request" : "")
        return lifetime + "\n" + (usesScopes ? Set(scopes).sorted().joined(separator: "\n") : "")
    }()

    /// Whether it, or something that it depends on, runs in a thread.
    var usesThreads: Bool { kind == .plain || kind == .generator || dependencies.contains { $0.usesThreads } }

    /// Whether it goes on after a `yield`.
    var isGenerator: Bool { kind == .generator || kind == .asyncGenerator }

    /// The body parameters of this and of all dependencies, in FastAPI's order.
    var flatBody: [Field] {
        var result: [Field] = []
        var pending = [self]
        while let current = pending.popLast() {
            result += current.body
            pending += current.dependencies.reversed()
        }
        return result
    }
}
