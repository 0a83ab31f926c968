/// `get_type_hints`, `get_origin` and `get_args`.
public enum TypeHints {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) {
        module.function(machine, "get_type_hints", "obj, globalns=None, localns=None, include_extras=False") { machine, a in
            let extras = try machine.isTrue(a[3])
            return .dict(try hints(of: a[0], globals: a[1].asDict, locals: a[2].asDict, includeExtras: extras, machine))
        }
        module.function(machine, "get_origin", "tp") { machine, a in try origin(a[0], machine) ?? .none }
        module.function(machine, "get_args", "tp") { machine, a in .tuple(try arguments(a[0], machine)) }
        module.function(machine, "is_typeddict", "tp") { _, a in .bool(a[0].asType?.lookup("__total__") != nil) }
    }

    /// What `typing.get_origin` gives; nil for `None`.
    public static func origin(_ value: Value, _ machine: Machine) throws -> Value? {
        guard case .object(let object) = value else { return nil }
        if let alias = object as? PyGenericAlias { return alias.origin }
        if let union = object as? PyUnion {
            return try union.isTyping ? machine.imported("typing", "Union") : .object(machine.types.union)
        }
        return object === (try machine.imported("typing", "Generic")).asObject ? value : nil
    }

    /// What `typing.get_args` gives.
    public static func arguments(_ value: Value, _ machine: Machine) throws -> [Value] {
        guard case .object(let object) = value else { return [] }
        if let union = object as? PyUnion { return union.members }
        guard let alias = object as? PyGenericAlias else { return [] }
        if alias.typingName == "Callable" || alias.origin.asType?.name == "Callable", let result = alias.arguments.last {
            if alias.arguments.count == 2, alias.arguments[0].isEllipsis { return alias.arguments }
            return [.list(Array(alias.arguments.dropLast())), result]
        }
        return alias.arguments
    }

    /// The annotations of a class (with those of its bases), function or module, with texts evaluated.
    public static func hints(
        of value: Value, globals: PyDict?, locals: PyDict?, includeExtras: Bool, _ machine: Machine
    ) throws -> PyDict {
        let made = PyDict()
        func add(_ annotations: PyDict?, _ scope: PyDict) throws {
            for (name, annotation) in annotations?.items ?? [] {
                guard let key = name.asStr else { continue }
                let resolved = try resolve(annotation, in: scope, machine)
                made.setValue(includeExtras ? resolved : try stripped(resolved, machine), forName: key)
            }
        }
        if let type = value.asType {
            for base in type.mro.reversed() {
                try add(base.attributes["__annotations__"]?.asDict, try scope(of: base, globals, locals, machine))
            }
        } else if let annotations = try machine.attributeIfPresent(value, "__annotations__")?.asDict {
            let own = (value.asObject as? PyFunction)?.globals ?? (value.asObject as? PyModule)?.namespace
            try add(annotations, merged(globals ?? own ?? PyDict(), locals))
        } else {
            if value.asObject is PyModule || value.asObject is PyNativeFunction { return made }
            throw machine.error("TypeError", "\(try machine.repr(value)) is not a module, class, method, or function.")
        }
        return made
    }

    private static func merged(_ globals: PyDict, _ locals: PyDict?) -> PyDict {
        guard let locals else { return globals }
        let made = globals.copy()
        for (key, value) in locals.items { if let name = key.asStr { made.setValue(value, forName: name) } }
        return made
    }

    /// The names that texts in the annotations of a class may use: those of its module and of the class itself.
    private static func scope(of type: PyType, _ globals: PyDict?, _ locals: PyDict?, _ machine: Machine) throws -> PyDict {
        let own = type.attributes.values.lazy.compactMap { ($0.asObject as? PyFunction)?.globals }.first
        let known = try own ?? machine.modules.module(type.module, machine)?.namespace ?? machine.currentGlobals
        return merged(globals ?? known ?? PyDict(), locals ?? type.attributes)
    }

    /// An annotation with texts and forward references evaluated, `None` as its class.
    public static func resolve(_ value: Value, in scope: PyDict, _ machine: Machine) throws -> Value {
        switch value {
        case .none: return .object(machine.types.none)
        case .str(let text): return try resolve(try machine.evaluate(text.string, in: scope), in: scope, machine)
        case .object(let object):
            if let reference = object as? PyForwardRef {
                return try resolve(try machine.evaluate(reference.expression, in: scope), in: scope, machine)
            }
            if let alias = object as? PyGenericAlias, !alias.isForm("Literal") {
                let arguments = try alias.arguments.enumerated().map { index, argument in
                    if alias.isForm("Annotated"), index > 0 { return argument }
                    return try resolveNested(argument, in: scope, machine)
                }
                return .object(PyGenericAlias(origin: alias.origin, arguments: arguments, typingName: alias.typingName))
            }
            if let union = object as? PyUnion {
                return try TypeForms.union(
                    union.members.map { try resolveNested($0, in: scope, machine) }, isTyping: union.isTyping, machine)
            }
            return value
        default: return value
        }
    }

    private static func resolveNested(_ value: Value, in scope: PyDict, _ machine: Machine) throws -> Value {
        if case .none = value { return value }
        return try machine.nested { try resolve(value, in: scope, machine) }
    }

    /// An annotation without `Annotated`, `Required` and `NotRequired` around or inside it.
    public static func stripped(_ value: Value, _ machine: Machine) throws -> Value {
        try machine.nested { try strippedOnce(value, machine) }
    }

    private static func strippedOnce(_ value: Value, _ machine: Machine) throws -> Value {
        guard case .object(let object) = value else { return value }
        if let alias = object as? PyGenericAlias {
            if alias.isForm("Annotated") || alias.isForm("Required") || alias.isForm("NotRequired") {
                return try stripped(alias.arguments[0], machine)
            }
            if alias.isForm("Literal") || alias.arguments.isEmpty { return value }
            let arguments = try alias.arguments.map { try stripped($0, machine) }
            return .object(PyGenericAlias(origin: alias.origin, arguments: arguments, typingName: alias.typingName))
        }
        if let union = object as? PyUnion {
            return try TypeForms.union(union.members.map { try stripped($0, machine) }, isTyping: union.isTyping, machine)
        }
        return value
    }
}
