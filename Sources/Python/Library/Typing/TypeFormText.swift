/// How annotations print.
enum TypeFormText {
    /// The `repr` of an alias, union, form or variable.
    static func repr(_ object: PyObject, _ machine: Machine) throws -> String {
        switch object {
        case let alias as PyGenericAlias: try machine.nested { try repr(alias, machine) }
        case let union as PyUnion: try machine.nested { try repr(union, machine) }
        case let form as PySpecialForm: form.name == "Annotated" ? "<class 'typing.Annotated'>" : "typing.\(form.name)"
        case let variable as PyTypeVar: prefix(variable) + variable.name
        case let reference as PyForwardRef: "ForwardRef(\(TextRepr.repr(PyStr(reference.expression)).string))"
        case let new as PyNewType: "\(new.module).\(new.name)"
        default: try machine.repr(.object(object))
        }
    }

    private static func prefix(_ variable: PyTypeVar) -> String {
        switch variable.kind {
        case .invariant, .parameters: "~"
        case .covariant: "+"
        case .contravariant: "-"
        case .parametersPart, .tuple: ""
        }
    }

    private static func repr(_ alias: PyGenericAlias, _ machine: Machine) throws -> String {
        let name = try alias.typingName.map { "typing.\($0)" } ?? member(alias.origin, machine)
        if alias.isBare { return name }
        if alias.isForm("Unpack"), let first = alias.arguments.first { return "*\(try member(first, machine))" }
        if alias.isForm("Literal"), !alias.isEmpty {
            return "\(name)[\(try alias.arguments.map { try machine.repr($0) }.joined(separator: ", "))]"
        }
        if alias.isForm("Annotated") {
            let rest = try alias.arguments.dropFirst().map { try machine.repr($0) }
            return "\(name)[\(([try member(alias.arguments[0], machine)] + rest).joined(separator: ", "))]"
        }
        let members = try alias.arguments.map { try member($0, machine) }
        if isCallable(alias), let result = members.last {
            if members.count == 2, members[0] == "..." || isParameterSpecification(alias.arguments[0]) {
                return "\(name)[\(members[0]), \(result)]"
            }
            return "\(name)[[\(members.dropLast().joined(separator: ", "))], \(result)]"
        }
        return "\(name)[\(members.isEmpty ? "()" : members.joined(separator: ", "))]"
    }

    private static func isParameterSpecification(_ value: Value) -> Bool {
        if let variable = value.asObject as? PyTypeVar { return variable.kind == .parameters }
        return (value.asObject as? PyGenericAlias)?.isForm("Concatenate") ?? false
    }

    private static func isCallable(_ alias: PyGenericAlias) -> Bool {
        alias.typingName == "Callable" || (alias.origin.asType.map { $0.name == "Callable" && $0.module == "collections.abc" } ?? false)
    }

    private static func repr(_ union: PyUnion, _ machine: Machine) throws -> String {
        if !union.isTyping {
            return try union.members.map { member in
                member.asType === machine.types.none ? "None" : try Self.member(member, machine)
            }.joined(separator: " | ")
        }
        let isNone: (Value) -> Bool = { $0.asType === machine.types.none }
        if union.members.count == 2, let none = union.members.firstIndex(where: isNone) {
            return "typing.Optional[\(try member(union.members[1 - none], machine))]"
        }
        return "typing.Union[\(try union.members.map { try member($0, machine) }.joined(separator: ", "))]"
    }

    /// A member of a form: classes by their name, those outside of `builtins` with their module.
    static func member(_ value: Value, _ machine: Machine) throws -> String {
        if let type = value.asType {
            return type.module == "builtins" ? type.qualifiedName : "\(type.module).\(type.qualifiedName)"
        }
        if case .object(let object) = value {
            if machine.type(of: value) === machine.types.ellipsis { return "..." }
            if let function = object as? PyFunction { return function.name }
            if object is PyGenericAlias || object is PyUnion || object is PySpecialForm { return try repr(object, machine) }
        }
        if case .tuple(let tuple) = value {
            return "[\(try tuple.elements.map { try member($0, machine) }.joined(separator: ", "))]"
        }
        return try machine.repr(value)
    }
}
