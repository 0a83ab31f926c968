/// The names of one module, class, function, lambda or comprehension, and where each of them lives.
final class CodeScope {
    /// What a scope belongs to.
    enum Kind: Hashable {
        case module, classBody, function, lambda, comprehension
    }

    /// How code reaches a name.
    enum Place {
        /// A slot of the frame.
        case local
        /// A slot of the frame that holds a cell: of this scope or captured.
        case cell
        /// A captured cell, but the class body's own names go first.
        case classCell
        /// The globals, then the built-in names.
        case global
        /// The names of the module or class body, then the globals, then the built-in names.
        case name
    }

    /// What is known of a name in this scope.
    struct Symbol {
        var isBound = false
        var isParameter = false
        var isGlobal = false
        var isNonlocal = false
    }

    /// Identifies the scope of a tree node.
    struct Key: Hashable {
        let range: SourceRange
        let kind: Kind
    }

    let kind: Kind
    let name: String
    unowned let parent: CodeScope?
    /// The class whose name private names are mangled with.
    let privateClass: String?
    private(set) var children: [CodeScope] = []
    private(set) var symbols: [String: Symbol] = [:]
    /// The names in the order of their first appearance.
    private(set) var order: [String] = []
    /// The names of cells that this scope makes.
    private(set) var cells: [String] = []
    /// The names of cells that it captures.
    private(set) var captured: [String] = []
    var hasYield = false
    /// Whether it awaits, or is an `async def`.
    var isAsync = false

    init(_ kind: Kind, _ name: String, parent: CodeScope?, privateClass: String?) {
        self.kind = kind
        self.name = name
        self.parent = parent
        self.privateClass = privateClass
        parent?.children.append(self)
    }

    /// Whether names live in slots.
    var isFunctionLike: Bool { kind != .module && kind != .classBody }

    /// Notes something about a name.
    func note(_ name: String, _ change: (inout Symbol) -> Void = { _ in }) {
        if symbols[name] == nil { order.append(name) }
        change(&symbols[name, default: Symbol()])
    }

    /// Where a name lives; to be asked after `resolve`.
    func place(of name: String) -> Place {
        guard let symbol = symbols[name] else { return kind == .module || kind == .classBody ? .name : .global }
        if symbol.isGlobal { return .global }
        if kind == .classBody {
            if symbol.isBound && !symbol.isNonlocal { return name == "__class__" && cells.contains(name) ? .cell : .name }
            if symbol.isNonlocal { return .cell }
            return captured.contains(name) ? .classCell : .name
        }
        if cells.contains(name) || captured.contains(name) { return .cell }
        if kind == .module { return .name }
        return symbol.isBound ? .local : .global
    }

    /// Finds for all names of this scope and those inside it which are shared.
    func resolve() {
        for name in order {
            guard let symbol = symbols[name], !symbol.isGlobal, !symbol.isBound || symbol.isNonlocal else { continue }
            guard let owner = parent?.owner(of: name) else { continue }
            owner.share(name)
            var scope: CodeScope? = self
            while let inner = scope, inner !== owner {
                inner.capture(name)
                scope = inner.parent
            }
        }
        for child in children { child.resolve() }
    }

    /// The scope whose variable a name means that is not bound in an inner function.
    private func owner(of name: String) -> CodeScope? {
        var scope: CodeScope? = self
        while let candidate = scope {
            if candidate.kind == .classBody {
                if name == "__class__" { return candidate }
            } else if candidate.isFunctionLike, let symbol = candidate.symbols[name] {
                if symbol.isGlobal { return nil }
                if symbol.isBound && !symbol.isNonlocal { return candidate }
            }
            scope = candidate.parent
        }
        return nil
    }

    private func share(_ name: String) {
        if !cells.contains(name) { cells.append(name) }
    }

    private func capture(_ name: String) {
        if !captured.contains(name) { captured.append(name) }
    }

    /// A private name with its class's name before it, as Python mangles `__name` inside classes.
    func mangled(_ name: String) -> String {
        guard let privateClass, name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else { return name }
        let stripped = privateClass.drop { $0 == "_" }
        return stripped.isEmpty ? name : "_\(stripped)\(name)"
    }
}
