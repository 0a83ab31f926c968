/// Makes the values of annotations with CPython's flattening and without repeats.
public enum TypeForms {
    /// What a member of a form stands for: `None` becomes its class, a text a forward reference.
    static func member(_ value: Value, _ machine: Machine) -> Value {
        switch value {
        case .none: .object(machine.types.none)
        case .str(let text): .object(PyForwardRef(text.string))
        default: value
        }
    }

    /// The items of a subscript: those of a tuple, or the one value.
    static func items(_ key: Value) -> [Value] {
        if case .tuple(let tuple) = key { tuple.elements } else { [key] }
    }

    // MARK: Unions

    /// A union of these members, flat and without repeats; one member is itself.
    public static func union(_ members: [Value], isTyping: Bool, _ machine: Machine) throws -> Value {
        var flat: [Value] = []
        for member in members {
            if case .object(let object) = member, let inner = object as? PyUnion {
                flat += inner.members
            } else {
                flat.append(member)
            }
        }
        var unique: [Value] = []
        for member in flat where try !unique.contains(where: { try machine.isEqual($0, member) }) { unique.append(member) }
        if unique.count == 1 { return unique[0] }
        return .object(PyUnion(members: unique, isTyping: isTyping))
    }

    /// `X | Y` of annotations; nil where a side is no type.
    static func or(_ a: Value, _ b: Value, _ machine: Machine) throws -> Value? {
        guard isUnionMember(a), isUnionMember(b) else { return nil }
        return try union([member(a, machine), member(b, machine)], isTyping: isTypingForm(a) || isTypingForm(b), machine)
    }

    /// Whether `|` with that value gives `typing.Union` rather than `types.UnionType`.
    private static func isTypingForm(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        if let alias = object as? PyGenericAlias {
            if alias.typingName != nil { return true }
            if case .object(let origin) = alias.origin { return origin is PySpecialForm }
            return false
        }
        if let union = object as? PyUnion { return union.isTyping }
        return object is PySpecialForm || object is PyTypeVar || object is PyForwardRef || object is PyNewType
            || object is PyTypeAlias
    }

    private static func isUnionMember(_ value: Value) -> Bool {
        switch value {
        case .none: return true
        case .object(let object):
            return object is PyType || object is PyGenericAlias || object is PyUnion || object is PySpecialForm || object is PyTypeVar
                || object is PyForwardRef || object is PyNewType || object is PyTypeAlias
        default: return false
        }
    }

    // MARK: Literals and annotations

    /// `Literal[…]`: nested ones are flattened, repeats of value and type dropped.
    static func literal(_ values: [Value], form: PySpecialForm, _ machine: Machine) throws -> Value {
        var flat: [Value] = []
        for value in values {
            if case .object(let object) = value, let alias = object as? PyGenericAlias, alias.isForm("Literal") {
                flat += alias.arguments
            } else {
                flat.append(value)
            }
        }
        var unique: [Value] = []
        for value in flat where try !isLiteral(value, among: unique, machine) { unique.append(value) }
        return .object(PyGenericAlias(origin: .object(form), arguments: unique, typingName: "Literal", isEmpty: unique.isEmpty))
    }

    private static func isLiteral(_ value: Value, among known: [Value], _ machine: Machine) throws -> Bool {
        try known.contains { try machine.type(of: $0) === machine.type(of: value) && machine.isEqual($0, value) }
    }

    /// Whether two `Literal` forms hold the same values of the same types, in any order.
    static func haveSameLiterals(_ a: [Value], _ b: [Value], _ machine: Machine) throws -> Bool {
        try a.count == b.count && a.allSatisfy { try isLiteral($0, among: b, machine) }
    }

    /// `Annotated[X, …]`: the metadata of a nested one comes first.
    static func annotated(_ items: [Value], form: PySpecialForm, _ machine: Machine) throws -> Value {
        guard items.count >= 2 else {
            throw machine.error("TypeError", "Annotated[...] should be used with at least two arguments (a type and an annotation).")
        }
        var arguments = [member(items[0], machine)] + items.dropFirst()
        if case .object(let object) = arguments[0], let inner = object as? PyGenericAlias, inner.isForm("Annotated") {
            arguments = inner.arguments + items.dropFirst()
        }
        return .object(PyGenericAlias(origin: .object(form), arguments: arguments, typingName: "Annotated"))
    }

    /// The arguments of `Callable[[A, B], R]`, flat.
    static func callable(_ items: [Value], _ machine: Machine) throws -> [Value] {
        guard items.count == 2 else {
            throw machine.error("TypeError", "Callable must be used as Callable[[arg, ...], result].")
        }
        let result = member(items[1], machine)
        if case .list(let list) = items[0] { return list.elements.map { member($0, machine) } + [result] }
        return [items[0], result]
    }

    // MARK: Type variables

    /// The type variables in those arguments, in order of appearance.
    ///
    /// Forms that are nested deeper than any program would write them are not looked into.
    public static func parameters(of arguments: [Value], depth: Int = 0) -> [PyTypeVar] {
        if depth > 100 { return [] }
        var found: [PyTypeVar] = []
        func add(_ variable: PyTypeVar) {
            if !found.contains(where: { $0 === variable }) { found.append(variable) }
        }
        for argument in arguments {
            guard case .object(let object) = argument else { continue }
            if let variable = object as? PyTypeVar { add(variable) }
            if let alias = object as? PyGenericAlias { parameters(of: alias.arguments, depth: depth + 1).forEach(add) }
            if let union = object as? PyUnion { parameters(of: union.members, depth: depth + 1).forEach(add) }
        }
        return found
    }

    /// A form with its type variables replaced.
    public static func substitute(_ value: Value, _ replace: (PyTypeVar) -> Value?, _ machine: Machine) throws -> Value {
        guard case .object(let object) = value else { return value }
        if let variable = object as? PyTypeVar { return replace(variable) ?? value }
        if let alias = object as? PyGenericAlias, !parameters(of: alias.arguments).isEmpty {
            let arguments = try alias.arguments.map { try substitute($0, replace, machine) }
            return .object(PyGenericAlias(origin: alias.origin, arguments: arguments, typingName: alias.typingName))
        }
        if let inner = object as? PyUnion, !parameters(of: inner.members).isEmpty {
            return try union(inner.members.map { try substitute($0, replace, machine) }, isTyping: inner.isTyping, machine)
        }
        return value
    }
}

extension PyGenericAlias {
    /// Whether the origin is that special form of `typing`.
    public func isForm(_ name: String) -> Bool {
        if case .object(let object) = origin, let form = object as? PySpecialForm { form.name == name } else { false }
    }

    /// Whether this is a bare name such as `typing.List`, without arguments.
    public var isBare: Bool { arguments.isEmpty && typingName != nil && !isEmpty }
}

/// A type made by `typing.NewType`: calls give their argument back.
public final class PyNewType: PyObject {
    /// The name.
    public let name: String
    /// The type that it stands for.
    public let supertype: Value
    /// The module that made it.
    public let module: String
    private let ownType: PyType

    /// A type of that name.
    init(name: String, supertype: Value, module: String, type: PyType) {
        self.name = name
        self.supertype = supertype
        self.module = module
        self.ownType = type
    }

    public override func type(in types: BuiltinTypes) -> PyType { ownType }

    public override func call(_ machine: Machine, _ arguments: Arguments) throws -> Value {
        guard arguments.positional.count == 1, arguments.keywords.isEmpty else {
            throw machine.error(
                "TypeError", "NewType.__call__() takes 2 positional arguments but \(arguments.positional.count + 1) were given")
        }
        return arguments.positional[0]
    }
}
