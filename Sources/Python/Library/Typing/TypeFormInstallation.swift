/// Gives annotations their behaviour: subscription, `|`, `repr`, equality, hash and attributes.
enum TypeFormInstallation {
    /// Gives the classes their behaviour.
    static func install(_ machine: Machine) throws {
        let types = machine.types
        for type in [types.genericAlias, types.union, types.specialForm, types.typeVar, types.forwardRef] {
            installCommon(type)
        }
        installUnionOperator(on: types.type)
        installAlias(types.genericAlias)
        installUnion(types.union)
        installForm(types.specialForm)
        installVariable(types.typeVar)
        types.forwardRef.getter("__forward_arg__") { _, value in
            .string((value.asObject as? PyForwardRef)?.expression ?? "")
        }
        for type in [types.list, types.dict, types.tuple, types.set, types.frozenset, types.type] { makeSubscriptable(type) }
    }

    /// Adds `__class_getitem__`, so that `type[…]` is an alias.
    static func makeSubscriptable(_ type: PyType) {
        type.classMethod("__class_getitem__", "cls, key, /") { machine, a in
            let items = TypeForms.items(a[1])
            if let cls = a[0].asType, cls.name == "Callable", cls.module == "collections.abc" {
                return .object(PyGenericAlias(origin: a[0], arguments: try TypeForms.callable(items, machine)))
            }
            // `list["Item"]` keeps its text, as CPython does.
            return .object(PyGenericAlias(origin: a[0], arguments: items.map { $0.isNone ? .none : $0 }))
        }
    }

    private static func installCommon(_ type: PyType) {
        type.method("__repr__", "self, /") { machine, a in
            guard let object = a[0].asObject else { return "" }
            return .string(try TypeFormText.repr(object, machine))
        }
        installUnionOperator(on: type)
        type.method("__mro_entries__", "self, bases, /") { machine, a in
            guard let alias = a[0].asObject as? PyGenericAlias, alias.origin.asType != nil else {
                throw machine.error("TypeError", "Cannot subclass \(try machine.repr(a[0]))")
            }
            return .tuple([alias.origin])
        }
    }

    /// `X | Y` and the reflected form.
    static func installUnionOperator(on type: PyType) {
        type.method("__or__", "self, other, /") { machine, a in
            try TypeForms.or(a[0], a[1], machine) ?? machine.notImplemented
        }
        type.method("__ror__", "self, other, /") { machine, a in
            try TypeForms.or(a[1], a[0], machine) ?? machine.notImplemented
        }
    }

    // MARK: Aliases

    private static func installAlias(_ type: PyType) {
        type.getter("__origin__") { machine, value in
            guard let alias = value.asObject as? PyGenericAlias else { return .none }
            return alias.isForm("Annotated") ? alias.arguments[0] : alias.origin
        }
        type.getter("__args__") { machine, value in
            guard let alias = value.asObject as? PyGenericAlias else { return .none }
            return .tuple(alias.isForm("Annotated") ? [alias.arguments[0]] : alias.arguments)
        }
        type.getter("__parameters__") { _, value in
            .tuple(TypeForms.parameters(of: (value.asObject as? PyGenericAlias)?.arguments ?? []).map { .object($0) })
        }
        type.method("__getattr__", "self, name, /") { machine, a in
            guard let alias = a[0].asObject as? PyGenericAlias, let name = a[1].asString else { return .none }
            if name == "__metadata__", alias.isForm("Annotated") { return .tuple(Array(alias.arguments.dropFirst())) }
            if name == "__name__" || name == "_name", let typingName = alias.typingName { return .string(typingName) }
            if !name.hasPrefix("__") || ["__name__", "__qualname__", "__module__", "__doc__"].contains(name) {
                return try machine.attribute(alias.isForm("Annotated") ? alias.arguments[0] : alias.origin, name)
            }
            throw machine.error("AttributeError", "type object '\(machine.typeName(a[0]))' has no attribute '\(name)'")
        }
        type.method("__call__", "self, /, *args, **kwargs") { machine, a in
            guard let alias = a[0].asObject as? PyGenericAlias else { return .none }
            let keywords = a.dict(2)
            if alias.typingName != nil, let origin = alias.origin.asType, origin.module == "builtins" {
                throw machine.error(
                    "TypeError",
                    "Type \(alias.typingName ?? "") cannot be instantiated; use \(origin.name)() instead")
            }
            let made = try machine.call(alias.origin, Arguments(a.list(1), keywords: keywords))
            guard alias.origin.asType?.isProgramDefined ?? false, alias.origin.asType?.lookup("__parameters__") != nil else { return made }
            do {
                try machine.setAttribute(made, "__orig_class__", a[0])
            } catch let raised as PyError where machine.isError(raised, "AttributeError") {
                // As CPython does: what takes no attributes has none.
            }
            return made
        }
        type.method("__getitem__", "self, key, /") { machine, a in
            guard let alias = a[0].asObject as? PyGenericAlias else { return .none }
            return try parameterised(alias, a[1], machine)
        }
        installEquality(type) { machine, object, other in
            guard let a = object as? PyGenericAlias, let b = other as? PyGenericAlias, a.typingName == b.typingName,
                a.arguments.count == b.arguments.count, try machine.isEqual(a.origin, b.origin)
            else { return false }
            if a.isForm("Literal") { return try TypeForms.haveSameLiterals(a.arguments, b.arguments, machine) }
            return try zip(a.arguments, b.arguments).allSatisfy { try machine.isEqual($0, $1) }
        } hash: { machine, object in
            guard let alias = object as? PyGenericAlias else { return 0 }
            if alias.isForm("Literal") { return NumericHash.combineUnordered(try alias.arguments.map { try machine.hash($0) }) }
            return NumericHash.combine(try [machine.hash(alias.origin)] + alias.arguments.map { try machine.hash($0) })
        }
    }

    /// `List[int]` of the bare name, or the replacement of type variables.
    private static func parameterised(_ alias: PyGenericAlias, _ key: Value, _ machine: Machine) throws -> Value {
        let items = TypeForms.items(key)
        if alias.isBare {
            if alias.typingName == "Callable" {
                return .object(
                    PyGenericAlias(origin: alias.origin, arguments: try TypeForms.callable(items, machine), typingName: "Callable"))
            }
            if alias.typingName == "Tuple", items.isEmpty {
                return .object(PyGenericAlias(origin: alias.origin, arguments: [], typingName: "Tuple", isEmpty: true))
            }
            let wanted = TypingModule.parameterCount(of: alias.typingName ?? "")
            if alias.typingName != "Tuple", items.count != wanted {
                let (name, relation) = ("typing.\(alias.typingName ?? "")", items.count > wanted ? "many" : "few")
                throw machine.error("TypeError", "Too \(relation) arguments for \(name); actual \(items.count), expected \(wanted)")
            }
            let arguments = items.map { TypeForms.member($0, machine) }
            return .object(PyGenericAlias(origin: alias.origin, arguments: arguments, typingName: alias.typingName))
        }
        let parameters = TypeForms.parameters(of: alias.arguments)
        if parameters.isEmpty { throw machine.error("TypeError", "\(try machine.repr(.object(alias))) is not a generic class") }
        guard parameters.count == items.count else {
            let relation = items.count > parameters.count ? "many" : "few"
            throw machine.error(
                "TypeError",
                "Too \(relation) arguments for \(try machine.repr(.object(alias))); actual \(items.count), expected \(parameters.count)")
        }
        return try TypeForms.substitute(
            .object(alias), { variable in parameters.firstIndex { $0 === variable }.map { TypeForms.member(items[$0], machine) } }, machine)
    }

    // MARK: Unions

    private static func installUnion(_ type: PyType) {
        type.getter("__args__") { _, value in .tuple((value.asObject as? PyUnion)?.members ?? []) }
        type.getter("__origin__") { machine, value in
            guard let union = value.asObject as? PyUnion, union.isTyping else {
                throw machine.error("AttributeError", "'types.UnionType' object has no attribute '__origin__'")
            }
            return try machine.imported("typing").namespace["Union"] ?? .none
        }
        type.getter("__parameters__") { _, value in
            .tuple(TypeForms.parameters(of: (value.asObject as? PyUnion)?.members ?? []).map { .object($0) })
        }
        type.method("__getitem__", "self, key, /") { machine, a in
            guard let union = a[0].asObject as? PyUnion else { return .none }
            let parameters = TypeForms.parameters(of: union.members)
            let items = TypeForms.items(a[1])
            guard parameters.count == items.count else {
                throw machine.error("TypeError", "\(try machine.repr(a[0])) is not a generic class")
            }
            return try TypeForms.substitute(
                a[0], { variable in parameters.firstIndex { $0 === variable }.map { TypeForms.member(items[$0], machine) } }, machine)
        }
        for name in ["__instancecheck__", "__subclasscheck__"] {
            type.method(name, "self, value, /") { machine, a in
                guard let union = a[0].asObject as? PyUnion else { return false }
                let kind = name == "__instancecheck__" ? machine.type(of: a[1]) : a[1].asType
                guard let kind else { throw machine.error("TypeError", "issubclass() arg 1 must be a class") }
                return .bool(union.members.contains { $0.asType.map { kind.isSubtype(of: $0) } ?? false })
            }
        }
        installEquality(type) { machine, object, other in
            guard let a = object as? PyUnion, let b = other as? PyUnion, a.members.count == b.members.count else { return false }
            return try a.members.allSatisfy { member in try b.members.contains { try machine.isEqual($0, member) } }
        } hash: { machine, object in
            NumericHash.combineUnordered(try ((object as? PyUnion)?.members ?? []).map { try machine.hash($0) })
        }
    }

    /// Adds `__eq__` and `__hash__` by those closures.
    static func installEquality(
        _ type: PyType, _ isEqual: @escaping (Machine, PyObject, PyObject) throws -> Bool,
        hash: @escaping (Machine, PyObject) throws -> Int
    ) {
        type.method("__eq__", "self, other, /") { machine, a in
            guard let object = a[0].asObject, let other = a[1].asObject else { return machine.notImplemented }
            return .bool(try object === other || isEqual(machine, object, other))
        }
        type.method("__hash__", "self, /") { machine, a in
            guard let object = a[0].asObject else { return 0 }
            return .int(try hash(machine, object))
        }
    }

    // MARK: Forms and variables

    private static func installForm(_ type: PyType) {
        type.method("__getitem__", "self, key, /") { machine, a in
            guard let form = a[0].asObject as? PySpecialForm else { return .none }
            return try parameterised(form, a[1], machine)
        }
        type.method("__call__", "self, /, *args, **kwargs") { machine, a in
            if (a[0].asObject as? PySpecialForm)?.name == "Any" { throw machine.error("TypeError", "Any cannot be instantiated") }
            throw machine.error("TypeError", "Cannot instantiate \(try machine.repr(a[0]))")
        }
        for name in ["__instancecheck__", "__subclasscheck__"] {
            type.method(name, "self, value, /") { machine, a in
                let kind = name == "__instancecheck__" ? "isinstance" : "issubclass"
                throw machine.error("TypeError", "\(try machine.repr(a[0])) cannot be used with \(kind)()")
            }
        }
        type.getter("__name__") { _, value in .string((value.asObject as? PySpecialForm)?.name ?? "") }
        type.getter("_name") { _, value in .string((value.asObject as? PySpecialForm)?.name ?? "") }
    }

    private static func parameterised(_ form: PySpecialForm, _ key: Value, _ machine: Machine) throws -> Value {
        let items = TypeForms.items(key)
        switch form.name {
        case "Optional":
            if items.count != 1 || key.asTuple != nil {
                throw machine.error("TypeError", "typing.Optional requires a single type. Got \(try machine.repr(key)).")
            }
            return try TypeForms.union(
                [TypeForms.member(key, machine), .object(machine.types.none)], isTyping: true, machine)
        case "Union":
            if items.isEmpty { throw machine.error("TypeError", "Cannot take a Union of no types.") }
            return try TypeForms.union(items.map { TypeForms.member($0, machine) }, isTyping: true, machine)
        case "Literal": return try TypeForms.literal(items, form: form, machine)
        case "Annotated": return try TypeForms.annotated(items, form: form, machine)
        case "ClassVar", "Final", "Required", "NotRequired", "ReadOnly", "TypeGuard", "TypeIs", "Unpack":
            guard items.count == 1 else {
                throw machine.error("TypeError", "typing.\(form.name) accepts only single type. Got \(try machine.repr(key)).")
            }
            fallthrough
        case "Concatenate":
            let arguments = items.map { TypeForms.member($0, machine) }
            return .object(PyGenericAlias(origin: .object(form), arguments: arguments, typingName: form.name))
        default: throw machine.error("TypeError", "typing.\(form.name) is not subscriptable")
        }
    }

    private static func installVariable(_ type: PyType) {
        type.getter("__name__") { _, value in .string((value.asObject as? PyTypeVar)?.name ?? "") }
        type.getter("__bound__") { _, value in (value.asObject as? PyTypeVar)?.bound ?? .none }
        type.getter("__constraints__") { _, value in .tuple((value.asObject as? PyTypeVar)?.constraints ?? []) }
        func kind(_ value: Value) -> PyTypeVar.Kind? { (value.asObject as? PyTypeVar)?.kind }
        type.getter("__covariant__") { _, value in .bool(kind(value) == .covariant) }
        type.getter("__contravariant__") { _, value in .bool(kind(value) == .contravariant) }
        for part in ["args", "kwargs"] {
            type.getter(part) { machine, value in
                guard let variable = value.asObject as? PyTypeVar, variable.kind == .parameters else {
                    throw machine.error("AttributeError", "'\(machine.typeName(value))' object has no attribute '\(part)'")
                }
                return .object(PyTypeVar(name: "\(variable.name).\(part)", kind: .parametersPart))
            }
        }
    }
}
