import Python

/// `Model[int]`: a subclass whose type variables are replaced (pydantic._internal._generics).
enum GenericModel {
    /// What a subscript made a class of.
    struct Subscripts {
        /// The class that was subscripted first, and with what.
        let origin: PyType
        let arguments: [Value]
        /// The type variables that are replaced, and by what.
        var variables: [PyTypeVar] = []
        var values: [Value] = []
    }

    private static let key = "__pydantic_subscripts__"

    static func parameterized(_ type: PyType, _ parameters: Value, _ machine: Machine) throws -> Value {
        let arguments = parameters.asTuple?.elements ?? [parameters]
        let definition = ModelDefinition.of(type)
        let shown = try machine.repr(.object(type))
        guard let definition, !definition.parameters.isEmpty else {
            let isSubscripted = type.mro.contains { ModelDefinition.of($0)?.genericOrigin != nil }
            let words = isSubscripted ? "is not a generic class" : "cannot be parametrized because it does not inherit from typing.Generic"
            throw machine.error("TypeError", "\(shown) \(words)")
        }
        let variables = definition.parameters
        if arguments.count != variables.count {
            let word = arguments.count > variables.count ? "many" : "few"
            let counts = "actual \(arguments.count), expected \(variables.count)"
            throw machine.error("TypeError", "Too \(word) arguments for \(shown); \(counts)")
        }
        if zip(arguments, variables).allSatisfy({ $0.asObject === $1 }) { return .object(type) }
        return try subclass(of: type, definition, variables, arguments, machine)
    }

    private static func subclass(
        of type: PyType, _ definition: ModelDefinition, _ variables: [PyTypeVar], _ arguments: [Value], _ machine: Machine
    ) throws -> Value {
        let known = type.attributes[key]?.asDict ?? PyDict()
        type.attributes[key] = .dict(known)
        let mark = try mark(arguments, machine)
        if let made = known[mark] { return made }
        let origin = definition.genericOrigin ?? type
        let names = try originalArguments(definition, variables, arguments).map { try TypeDisplay.text($0, machine) }
        let made = try PyType("\(origin.name)[\(names.joined(separator: ", "))]", module: type.module, bases: [type])
        let annotations = PyDict()
        for field in definition.fields {
            annotations[field.name] = replace(field.annotation, variables, arguments)
            let info = field.info.copy()
            info.constraints = field.constraints
            made.attributes[field.name] = .object(info)
        }
        made.attributes["__annotations__"] = .dict(annotations)
        made.attributes["__doc__"] = type.attributes["__doc__"]
        // Known before its fields are compiled, as they may hold the class itself.
        known[mark] = .object(made)
        do {
            try ModelReader.define(
                made, Arguments(), machine,
                subscripts: Subscripts(
                    origin: origin, arguments: try originalArguments(definition, variables, arguments), variables: variables,
                    values: arguments))
        } catch {
            known[mark] = nil
            throw error
        }
        return .object(made)
    }

    /// Tells type arguments apart: equal ones give the same class, as types are compared by what they are.
    static func mark(_ arguments: [Value], _ machine: Machine) throws -> String {
        try arguments.map { "\($0.asType.map { machine.identity(.object($0)) } ?? 0) \(try machine.repr($0))" }.joined(separator: "|")
    }

    /// What `Class[int]` replaces in a generic class that is no model; nil where the class has no such variables.
    static func subscripts(of type: PyType, _ arguments: [Value]) -> Subscripts? {
        let variables = type.lookup("__parameters__")?.asTuple?.elements.compactMap { $0.asObject as? PyTypeVar } ?? []
        guard !variables.isEmpty, variables.count == arguments.count else { return nil }
        return Subscripts(origin: type, arguments: arguments, variables: variables, values: arguments)
    }

    /// The arguments of the class that was subscripted first.
    private static func originalArguments(
        _ definition: ModelDefinition, _ variables: [PyTypeVar], _ arguments: [Value]
    ) throws -> [Value] {
        definition.genericArguments.isEmpty ? arguments : definition.genericArguments.map { replace($0, variables, arguments) }
    }

    /// An annotation with its type variables replaced.
    static func replace(_ annotation: Value, _ variables: [PyTypeVar], _ arguments: [Value]) -> Value {
        switch annotation.asObject {
        case let variable as PyTypeVar:
            guard let index = variables.firstIndex(where: { $0 === variable }), arguments.indices.contains(index) else { return annotation }
            return arguments[index]
        case let alias as PyGenericAlias:
            return .object(
                PyGenericAlias(
                    origin: alias.origin, arguments: alias.arguments.map { replace($0, variables, arguments) }, typingName: alias.typingName
                ))
        case let union as PyUnion:
            return .object(PyUnion(members: union.members.map { replace($0, variables, arguments) }, isTyping: union.isTyping))
        case let type as PyType: return replaced(type, variables, arguments)
        default: return annotation
        }
    }

    /// `Box[T]` inside another model, with `T` replaced.
    private static func replaced(_ type: PyType, _ variables: [PyTypeVar], _ arguments: [Value]) -> Value {
        guard let definition = ModelDefinition.of(type),
            definition.parameters.contains(where: { one in variables.contains { $0 === one } }),
            let machine = definition.machine
        else { return .object(type) }
        let own = definition.parameters.map { replace(.object($0), variables, arguments) }
        return (try? parameterized(type, .tuple(PyTuple(own)), machine)) ?? .object(type)
    }
}
