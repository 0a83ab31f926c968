/// One block of names: a module, a class body, a function, a lambda or a comprehension.
struct Scope {
    /// What the names belong to.
    enum Kind: Equatable {
        case module, classBody, function, asyncFunction, lambda
        case comprehension(Expression.Comprehension.Kind)
    }

    /// What is known of a name at some point of the walk.
    struct Use: OptionSet {
        let rawValue: UInt8
        static let read = Use(rawValue: 1)
        static let assigned = Use(rawValue: 2)
        static let parameter = Use(rawValue: 4)
        static let annotated = Use(rawValue: 8)
        static let global = Use(rawValue: 16)
        static let nonlocal = Use(rawValue: 32)
        static let iterated = Use(rawValue: 64)
    }

    /// Where a statement stands as to `except*`, whose block nothing leaves but by its end or an exception.
    enum GroupHandler {
        case none
        /// In the block, and in no loop of its own.
        case around
        /// In a loop in the block.
        case aroundLoop
    }

    let kind: Kind
    /// The index of the scope around, or nil for the module.
    let parent: Int?
    var names: [String: Use] = [:]
    /// Whether the statements now walked are in a loop of this scope.
    var isInLoop = false
    /// The block of `except*` that the statements now walked are in, if any.
    var groupHandler = GroupHandler.none
    /// How many loops, `try`s and `with`s are open in this scope.
    var blocks = 0
    /// Whether a `yield` was met.
    var isGenerator = false
    /// The first `return` with a value.
    var valuedReturn: SourceRange?

    init(_ kind: Kind, parent: Int?) {
        self.kind = kind
        self.parent = parent
    }

    var isComprehension: Bool {
        if case .comprehension = kind { true } else { false }
    }

    /// Whether CPython counts the scope as a function: everything but modules and classes.
    var isFunctionLike: Bool { kind != .module && kind != .classBody }

    /// Whether the name is bound in this scope itself.
    func binds(_ name: String) -> Bool {
        guard let use = names[name], !use.contains(.global) else { return false }
        return !use.isDisjoint(with: [.assigned, .parameter, .nonlocal])
    }
}
