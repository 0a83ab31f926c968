/// Turns a class into a dataclass.
struct DataclassBuilder {
    private let type: PyType
    private let options: DataclassOptions
    private let library: DataclassLibrary
    private let machine: Machine
    private var table: [(name: String, field: PyDataclassField)] = []

    /// A builder for `type`.
    init(_ type: PyType, _ options: DataclassOptions, _ library: DataclassLibrary, _ machine: Machine) {
        self.type = type
        self.options = options
        self.library = library
        self.machine = machine
    }

    /// Collects the fields and adds the methods.
    mutating func build() throws {
        try inherit()
        try collect()
        let dict = PyDict()
        for (name, field) in table { dict[name] = .object(field) }
        type.constant("__dataclass_fields__", .dict(dict))
        type.constant("__dataclass_params__", .object(library.parameters(options)))
        try addMethods()
    }

    private mutating func inherit() throws {
        var hasFrozenBase = false
        var hasPlainBase = false
        for base in type.mro.dropFirst().reversed() {
            guard let fields = base.attributes["__dataclass_fields__"]?.asDict else { continue }
            for (key, value) in fields.items {
                if let name = key.asString, let field = value.asObject as? PyDataclassField { put(name, field) }
            }
            if base.attributes["__dataclass_frozen__"]?.asBool == true { hasFrozenBase = true } else { hasPlainBase = true }
        }
        if hasFrozenBase, !options.isFrozen { throw machine.error("TypeError", "cannot inherit non-frozen dataclass from a frozen one") }
        if hasPlainBase, options.isFrozen { throw machine.error("TypeError", "cannot inherit frozen dataclass from a non-frozen one") }
    }

    private mutating func put(_ name: String, _ field: PyDataclassField) {
        if let index = table.firstIndex(where: { $0.name == name }) { table[index].field = field } else { table.append((name, field)) }
    }

    private mutating func collect() throws {
        var isKeywordOnly = options.isKeywordOnly
        var sawMarker = false
        let annotations = type.attributes["__annotations__"]?.asDict ?? PyDict()
        for (key, annotation) in annotations.items {
            guard let name = key.asString else { continue }
            if isMarker(annotation) {
                if sawMarker { throw machine.error("TypeError", "'\(name)' is KW_ONLY, but KW_ONLY has already been specified") }
                sawMarker = true
                isKeywordOnly = true
                continue
            }
            put(name, try field(name, annotation, isKeywordOnly))
        }
        for (key, value) in type.attributes.items where value.asObject is PyDataclassField {
            let name = key.asString ?? ""
            if annotations[name] == nil {
                throw machine.error("TypeError", "'\(name)' is a field but has no type annotation")
            }
        }
        for (name, field) in table where annotations[name] != nil {
            if let value = field.defaultValue {
                type.constant(name, value)
            } else if type.attributes[name]?.asObject is PyDataclassField {
                type.attributes[name] = nil
            }
        }
    }

    private func isMarker(_ annotation: Value) -> Bool {
        if let text = annotation.asString { return text == "KW_ONLY" || text.hasSuffix(".KW_ONLY") }
        return annotation.asType === library.keywordOnly
    }

    private func field(_ name: String, _ annotation: Value, _ isKeywordOnly: Bool) throws -> PyDataclassField {
        let written = type.attributes[name]
        let field: PyDataclassField
        if let given = written?.asObject as? PyDataclassField {
            field = given
        } else {
            field = PyDataclassField(type: library.field)
            field.metadata = .dict(PyDict())
            field.defaultValue = written
        }
        field.name = name
        field.annotation = annotation
        field.kind = kind(annotation)
        if field.kind != .field, field.factory != nil {
            throw machine.error("TypeError", "field \(name) cannot have a default factory")
        }
        if field.kind != .classVariable, field.isKeywordOnly == nil { field.isKeywordOnly = isKeywordOnly }
        if field.kind == .field, let value = field.defaultValue, machine.type(of: value).lookup("__hash__").map(\.isNone) ?? false {
            throw machine.error(
                "ValueError",
                "mutable default \(try machine.repr(.object(machine.type(of: value)))) for field \(name) is not allowed: use default_factory"
            )
        }
        return field
    }

    private func kind(_ annotation: Value) -> PyDataclassField.Kind {
        if let text = annotation.asString {
            let head = text.split(separator: "[").first.map { String($0.split(separator: ".").last ?? "") } ?? ""
            return head == "ClassVar" ? .classVariable : head == "InitVar" ? .initOnly : .field
        }
        if let form = annotation.asObject as? PySpecialForm { return form.name == "ClassVar" ? .classVariable : .field }
        if let alias = annotation.asObject as? PyGenericAlias { return alias.isForm("ClassVar") ? .classVariable : .field }
        if annotation.asType === library.initVariable || annotation.asInstance?.instanceType === library.initVariable { return .initOnly }
        return .field
    }

    // MARK: Methods

    private func addMethods() throws {
        let fields = table.map(\.field)
        let real = fields.filter { $0.kind == .field }
        if options.makesInit { try addInit(fields.filter { $0.kind != .classVariable }) }
        let compared = real.filter(\.isCompared)
        if options.makesRepr, type.attributes["__repr__"] == nil { addRepr(real.filter(\.isInRepr)) }
        if options.makesEq, type.attributes["__eq__"] == nil { addEquality(compared) }
        if options.hasOrder { try addOrder(compared) }
        if options.isFrozen { try freeze() }
        try addHash(real.filter { $0.isHashed ?? $0.isCompared })
        if options.hasMatchArgs, type.attributes["__match_args__"] == nil {
            let names = fields.filter { $0.isInInit && $0.isKeywordOnly != true && $0.kind != .classVariable }.map { Value.string($0.name) }
            type.constant("__match_args__", .tuple(names))
        }
        type.constant("__dataclass_frozen__", .bool(options.isFrozen))
        if type.attributes["__doc__"].map(\.isNone) ?? true { type.constant("__doc__", .string(try documentation(fields))) }
    }

    /// The signature of the class, which is its documentation where it has none.
    private func documentation(_ fields: [PyDataclassField]) throws -> String {
        var parts: [String] = []
        let declared = fields.filter { $0.isInInit && $0.kind != .classVariable }
        let ordered = declared.filter { $0.isKeywordOnly != true } + declared.filter { $0.isKeywordOnly == true }
        for field in ordered {
            if field.isKeywordOnly == true, !parts.contains("*") { parts.append("*") }
            let isClass = field.annotation.asType != nil
            let annotation =
                try isClass
                ? TypeFormText.member(field.annotation, machine) : machine.repr(field.annotation).replacing("typing.", with: "")
            var part = "\(field.name): \(annotation)"
            if let value = field.defaultValue {
                part += " = \(try machine.repr(value))"
            } else if field.factory != nil {
                part += " = <factory>"
            }
            parts.append(part)
        }
        return "\(type.name)(\(parts.joined(separator: ", ")))"
    }

    private func addInit(_ fields: [PyDataclassField]) throws {
        var sawDefault: String?
        for field in fields where field.isInInit && field.isKeywordOnly != true {
            if field.hasDefault {
                sawDefault = field.name
            } else if sawDefault != nil {
                throw machine.error("TypeError", "non-default argument '\(field.name)' follows default argument")
            }
        }
        let parameters = fields.filter(\.isInInit)
        let shape = ProgramFields(
            function: "\(type.qualifiedName).__init__",
            fields: parameters.map { .init(name: $0.name, hasDefault: $0.hasDefault, isKeywordOnly: $0.isKeywordOnly == true) })
        let steps = fields.map { field in
            Step(field: field, name: machine.intern(field.name), slot: parameters.firstIndex { $0 === field })
        }
        let names = (frozen: machine.intern("__dataclass_frozen__"), hook: machine.intern("__post_init__"))
        let function = PyNativeFunction("__init__", qualifiedName: shape.function, isMethod: true) { machine, arguments in
            guard let own = arguments.positional.first else { throw machine.missingArguments(["self"], "positional", shape.function) }
            let rest = Arguments(Array(arguments.positional.dropFirst()), keywords: arguments.keywords)
            let isFrozen = machine.type(of: own).lookup(names.frozen)?.asBool == true
            let initOnly = try Self.initialise(own, steps, try shape.bind(rest, machine), isFrozen: isFrozen, machine)
            _ = try machine.callSpecial(own, names.hook, initOnly)
            return .none
        }
        type.constant("__init__", .object(function))
    }

    /// What `__init__` does about one field; `slot` is the place of its argument.
    private struct Step {
        let field: PyDataclassField
        let name: PyStr
        let slot: Int?
    }

    /// Sets the fields, past the `__setattr__` of a frozen class; gives what `__post_init__` is to be called with.
    private static func initialise(
        _ own: Value, _ steps: [Step], _ given: [Value?], isFrozen: Bool, _ machine: Machine
    ) throws -> [Value] {
        var initOnly: [Value] = []
        for step in steps {
            let field = step.field
            var value = step.slot.flatMap { given[$0] }
            if value == nil, let factory = field.factory { value = try machine.call(factory) }
            if value == nil, field.isInInit || field.kind == .initOnly { value = field.defaultValue }
            if field.kind == .initOnly {
                initOnly.append(value ?? .none)
            } else if let value {
                if isFrozen {
                    try machine.setPlainly(own, step.name, value, machine.type(of: own))
                } else {
                    try machine.setAttribute(own, step.name, value)
                }
            }
        }
        return initOnly
    }

    private static func values(_ own: Value, _ fields: [PyDataclassField], _ machine: Machine) throws -> [Value] {
        try fields.map { try machine.attribute(own, $0.name) }
    }

    private func addRepr(_ fields: [PyDataclassField]) {
        type.method("__repr__", "self") { machine, a in
            guard let object = a[0].asObject else { return "" }
            return .str(
                try machine.rendering(object, cycle: "...") {
                    let parts = try fields.map { "\($0.name)=\(try machine.repr(try machine.attribute(a[0], $0.name)))" }
                    return PyStr("\(machine.type(of: a[0]).qualifiedName)(\(parts.joined(separator: ", ")))")
                })
        }
    }

    private func addEquality(_ fields: [PyDataclassField]) {
        type.method("__eq__", "self, other") { machine, a in
            guard machine.type(of: a[0]) === machine.type(of: a[1]) else { return machine.notImplemented }
            return .bool(
                try machine.isEqual(
                    .tuple(try Self.values(a[0], fields, machine)), .tuple(try Self.values(a[1], fields, machine))))
        }
    }

    private func addOrder(_ fields: [PyDataclassField]) throws {
        if !options.makesEq { throw machine.error("ValueError", "eq must be true if order is true") }
        let orders: [(String, ComparisonOperator)] = [
            ("__lt__", .less), ("__le__", .lessOrEqual), ("__gt__", .greater), ("__ge__", .greaterOrEqual),
        ]
        for (name, order) in orders {
            if type.attributes[name] != nil {
                throw machine.error(
                    "TypeError",
                    "Cannot overwrite attribute \(name) in class \(type.name). Consider using functools.total_ordering")
            }
            type.method(name, "self, other") { machine, a in
                guard machine.type(of: a[0]) === machine.type(of: a[1]) else { return machine.notImplemented }
                return try machine.compare(
                    .tuple(try Self.values(a[0], fields, machine)), .tuple(try Self.values(a[1], fields, machine)), order)
            }
        }
    }

    private func freeze() throws {
        let own = type
        let names = Set(table.map(\.name))
        let problem = library.frozenError
        for (method, signature, verb) in [("__setattr__", "self, name, value", "assign to"), ("__delattr__", "self, name", "delete")] {
            if type.attributes[method] != nil {
                throw machine.error("TypeError", "Cannot overwrite attribute \(method) in class \(type.name)")
            }
            type.method(method, signature) { machine, a in
                let name = a[1].asStr ?? PyStr("")
                if machine.type(of: a[0]) === own || names.contains(name.string) {
                    throw machine.error(problem, [.string("cannot \(verb) field \(TextRepr.repr(name).string)")])
                }
                // With slots the class is another one than that whose `super()` this is.
                guard machine.isInstance(a[0], own) else {
                    throw machine.error("TypeError", "super(type, obj): obj must be an instance or subtype of type")
                }
                if method == "__setattr__" {
                    try machine.setPlainly(a[0], name, a[2], machine.type(of: a[0]))
                } else {
                    try machine.deletePlainly(a[0], name, machine.type(of: a[0]))
                }
                return .none
            }
        }
    }

    private func addHash(_ fields: [PyDataclassField]) throws {
        let isDefined = type.attributes["__hash__"].map { !$0.isNone } ?? false
        if options.hashesUnsafely, isDefined {
            throw machine.error("TypeError", "Cannot overwrite attribute __hash__ in class \(type.name)")
        }
        if isDefined { return }
        if options.hashesUnsafely || (options.makesEq && options.isFrozen) {
            type.method("__hash__", "self") { machine, a in .int(try machine.hash(.tuple(try Self.values(a[0], fields, machine)))) }
        } else if options.makesEq {
            type.constant("__hash__", .none)
        }
    }
}
