/// A name for a type that may hold itself, made by `TypeAliasType` (typing_extensions, Python 3.12).
public final class PyTypeAlias: PyObject {
    /// The name.
    public let name: String
    /// The type that it stands for, perhaps a text.
    public let value: Value
    /// The variables that a subscript replaces.
    public let parameters: [PyTypeVar]
    /// Where names in texts are looked up.
    public let globals: PyDict?
    private let ownType: PyType

    init(name: String, value: Value, parameters: [PyTypeVar], globals: PyDict?, type: PyType) {
        self.name = name
        self.value = value
        self.parameters = parameters
        self.globals = globals
        ownType = type
    }

    public override func type(in types: BuiltinTypes) -> PyType { ownType }

    /// Puts the class into a module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("TypeAliasType", module: module.name)
        type.constructor("name, value, *, type_params=()") { machine, _, a in
            guard let name = a[0].asString else {
                throw machine.error("TypeError", "TypeAliasType() argument 'name' must be str, not \(machine.typeName(a[0]))")
            }
            let parameters = try machine.array(a[2]).compactMap { $0.asObject as? PyTypeVar }
            return .object(
                PyTypeAlias(name: name, value: a[1], parameters: parameters, globals: machine.currentGlobals, type: type))
        }
        type.method("__repr__", "self, /") { _, a in .string((a[0].asObject as? PyTypeAlias)?.name ?? "") }
        type.getter("__name__") { _, value in .string((value.asObject as? PyTypeAlias)?.name ?? "") }
        type.getter("__value__") { _, value in (value.asObject as? PyTypeAlias)?.value ?? .none }
        type.getter("__module__") { _, value in (value.asObject as? PyTypeAlias)?.globals?["__name__"] ?? "__main__" }
        for name in ["__type_params__", "__parameters__"] {
            type.getter(name) { _, value in .tuple((value.asObject as? PyTypeAlias)?.parameters.map { .object($0) } ?? []) }
        }
        type.method("__getitem__", "self, parameters, /") { machine, a in
            guard let alias = a[0].asObject as? PyTypeAlias else { return .none }
            if alias.parameters.isEmpty { throw machine.error("TypeError", "Only generic type aliases are subscriptable") }
            let arguments = TypeForms.items(a[1]).map { TypeForms.member($0, machine) }
            return .object(PyGenericAlias(origin: a[0], arguments: arguments))
        }
        TypeFormInstallation.installUnionOperator(on: type)
        module.add(type)
    }
}
