import DataModels
import Python

/// What a callable asks for and how it runs, found without calling it (FastAPI 0.165.0 dependencies/utils.py `get_typed_signature`,
/// dependencies/models.py `_is_gen_callable`, `_is_coroutine_callable`).
struct CallSignature {
    /// One parameter.
    struct Parameter {
        var name: String
        var kind: PyFunction.Parameter.Kind
        var defaultValue: Value?
        var annotation: Value?
    }

    /// How a call is carried out.
    enum Kind { case plain, coroutine, generator, asyncGenerator }

    private(set) var parameters: [Parameter]
    /// What the callable says that it returns, a text where it was not evaluated with the parameters.
    private var returned: Value?
    /// Where such a text finds its names.
    private let names: PyDict
    let kind: Kind
    /// The function behind it, where there is one.
    let function: PyFunction?

    /// - Parameters:
    ///   - natives: what the framework's own callables ask for.
    ///   - forReturn: whether only the return annotation is wanted, so that texts of parameters stay as they are.
    init(of call: Value, natives: NativeDependency.Registry, forReturn: Bool = false, _ machine: Machine) throws {
        let source = Self.source(call)
        let native = source.native.flatMap { natives[$0] }
        function = source.function
        // Only what unwraps to a function has global names, in which texts are looked up one by one.
        names = (call.asType == nil && call.asInstance == nil ? source.function?.globals : nil) ?? PyDict()
        kind = source.type != nil ? .plain : native?.kind ?? source.functions.map(Self.kind).first { $0 != .plain } ?? .plain
        if let type = source.type, let fields = try Self.modelFields(of: type, machine) {
            parameters = fields
        } else if let signature = source.type?.lookup("__signature__") {
            parameters = try Self.parameters(of: signature, machine)
            returned = try Self.unlessEmpty("return_annotation", of: signature, machine)
        } else if let signature = source.functions.lazy.compactMap({ $0.attributes["__signature__"] }).first {
            // A decorator may say itself what its function asks for.
            parameters = Array(try Self.parameters(of: signature, machine).dropFirst(source.bound))
            returned = try Self.unlessEmpty("return_annotation", of: signature, machine)
        } else {
            let declared = source.function?.parameters ?? []
            let evaluated = try source.function.flatMap { try Self.evaluated($0, machine) }
            parameters = declared.dropFirst(source.bound).map {
                let annotation = evaluated?[$0.name] ?? $0.annotation
                return Parameter(name: $0.name, kind: $0.kind, defaultValue: $0.defaultValue, annotation: annotation)
            }
            returned = evaluated?["return"] ?? source.function?.returnAnnotation
            if source.function == nil {
                parameters = try native?.parameters ?? Self.described(source.type.map { .object($0) } ?? call, machine)
            }
        }
        for partial in source.partials { bind(partial.arguments, partial.keywords) }
        for index in parameters.indices where !forReturn {
            parameters[index].annotation = try parameters[index].annotation.map { [names] in try Self.typed($0, names, machine) }
        }
    }

    /// What the callable says that it returns; a text that is left is evaluated here (FastAPI `get_typed_return_annotation`).
    func returnAnnotation(_ machine: Machine) throws -> Value? { try returned.map { try Self.typed($0, names, machine) } }

    // MARK: Texts

    /// The annotations of a function with all texts evaluated; nil where a name is missing, or where there is no text
    /// (CPython 3.11 `inspect.get_annotations(eval_str=True)`).
    private static func evaluated(_ function: PyFunction, _ machine: Machine) throws -> PyDict? {
        guard let annotations = function.annotations, annotations.values.contains(where: { $0.asString != nil }) else { return nil }
        let result = PyDict()
        do {
            for (key, value) in annotations.items {
                let found = try value.asString.map { try machine.evaluate($0, in: function.globals) }
                try result.setValue(found ?? value, for: key, machine)
            }
        } catch let raised as PyError where machine.isError(raised, "NameError") {
            return nil
        }
        return result
    }

    /// A text as what it names, or as a forward reference where a name is missing (FastAPI `get_typed_annotation`).
    private static func typed(_ annotation: Value, _ globals: PyDict, _ machine: Machine) throws -> Value {
        guard let text = annotation.asString else { return annotation }
        do {
            let found = try machine.evaluate(text, in: globals)
            return found.asType === machine.types.none ? .none : found
        } catch let raised as PyError where machine.isError(raised, "NameError") {
            return .object(PyForwardRef(text))
        }
    }

    private static func kind(_ function: PyFunction) -> Kind {
        if function.isCoroutine { return .coroutine }
        return function.isGenerator ? .generator : function.isAsyncGenerator ? .asyncGenerator : .plain
    }

    // MARK: Behind wrappers

    private struct Source {
        /// The functions from the outermost wrapper to the innermost.
        var functions: [PyFunction] = []
        var function: PyFunction? { functions.last }
        /// What runs where it is no function of the program.
        var native: PyNativeFunction?
        /// How many of the first parameters are bound.
        var bound = 0
        /// The class whose constructor runs.
        var type: PyType?
        var partials: [(arguments: [Value], keywords: PyDict)] = []
    }

    private static func source(_ call: Value) -> Source {
        var source = Source()
        var current = call
        // Each turn takes one wrapper off; a cycle of `__wrapped__` ends after as many turns as anything real has.
        for _ in 0..<64 {
            switch current.asObject {
            case let function as PyFunction:
                source.functions.append(function)
                guard let inner = function.attributes["__wrapped__"] else { return source }
                current = inner
            case let wrapper as PyFunctionWrapper: current = wrapper.wrapped
            case let method as PyBoundMethod:
                source.bound += 1
                current = method.function
            case let type as PyType:
                source.type = source.type ?? type
                source.bound += 1
                guard let initializer = type.lookup("__init__") else { return source }
                current = initializer
            case let instance as PyInstance:
                if instance.instanceType.name == "partial", instance.instanceType.module == "functools",
                    let inner = instance.attributes?["func"]
                {
                    let given = instance.attributes?["args"]?.asTuple?.elements ?? []
                    source.partials.insert((given, instance.attributes?["keywords"]?.asDict ?? PyDict()), at: 0)
                    current = inner
                } else if let inner = instance.attributes?["__wrapped__"] {
                    current = inner
                } else if let method = instance.instanceType.lookup("__call__") {
                    source.bound += 1
                    current = method
                } else {
                    return source
                }
            case let native as PyNativeFunction:
                source.native = native
                return source
            default: return source
            }
        }
        return source
    }

    /// Takes away what `functools.partial` gives already.
    private mutating func bind(_ arguments: [Value], _ keywords: PyDict) {
        parameters.removeFirst(min(arguments.count, parameters.prefix { $0.kind != .keywordOnly }.count))
        for (key, value) in keywords.items {
            guard let index = parameters.firstIndex(where: { $0.name == key.asString }) else { continue }
            parameters[index].defaultValue = value
            for later in index..<parameters.count where parameters[later].kind == .positionalOrKeyword {
                parameters[later].kind = .keywordOnly
            }
        }
    }

    // MARK: Callables without a function of the program

    /// The keyword parameters of a Pydantic model's constructor: its fields under the names that input has.
    private static func modelFields(of type: PyType, _ machine: Machine) throws -> [Parameter]? {
        guard type.mro.contains(where: { $0.name == "BaseModel" && $0.module == "pydantic.main" }),
            !(type.lookup("__init__")?.asObject is PyFunction),
            let fields = try machine.attributeIfPresent(.object(type), "model_fields")?.asDict
        else { return nil }
        let annotated = try machine.imported("typing", "Annotated")
        return try fields.items.map { name, value in
            var parameter = Parameter(name: name.asString ?? "", kind: .keywordOnly)
            var annotation = try machine.attribute(value, "annotation")
            if let info = value.asObject as? FieldInfo {
                parameter.defaultValue = info.defaultFactory == nil ? info.defaultValue : Value.none
                if let alias = (info.alias ?? info.validationAlias)?.asString { parameter.name = alias }
                let rest = info.copy()
                rest.defaultValue = nil
                rest.defaultFactory = nil
                annotation = try machine.item(annotated, .tuple(PyTuple([annotation, .object(rest)])))
            }
            parameter.annotation = annotation
            return parameter
        }
    }

    /// What `inspect.signature` says of others, such as the classes of `dataclasses`.
    private static func described(_ call: Value, _ machine: Machine) throws -> [Parameter] {
        if call.asObject is PySpecialForm || call.asObject is PyUnion {
            return [Parameter(name: "args", kind: .varPositional), Parameter(name: "kwargs", kind: .varKeyword)]
        }
        if let type = call.asType, type.module == "builtins", !type.isProgramDefined {
            throw machine.error("ValueError", "no signature found for builtin type \(try machine.repr(call))")
        }
        let inspect = try machine.imported("inspect", "signature")
        return try parameters(of: try machine.call(inspect, call), machine)
    }

    /// An attribute of a signature or of a parameter; nil where nothing was said.
    private static func unlessEmpty(_ attribute: String, of value: Value, _ machine: Machine) throws -> Value? {
        let found = try machine.attribute(value, attribute)
        return found.asType?.name == "_empty" ? nil : found
    }

    /// The parameters of an `inspect.Signature`.
    private static func parameters(of signature: Value, _ machine: Machine) throws -> [Parameter] {
        let names = try machine.attribute(signature, "parameters")
        return try MappingItems.of(names, machine).map { name, value in
            let read = { (attribute: String) in try unlessEmpty(attribute, of: value, machine) }
            let kind: PyFunction.Parameter.Kind =
                switch try machine.str(try machine.attribute(value, "kind")) {
                case "VAR_POSITIONAL": .varPositional
                case "VAR_KEYWORD": .varKeyword
                case "KEYWORD_ONLY": .keywordOnly
                case "POSITIONAL_ONLY": .positionalOnly
                default: .positionalOrKeyword
                }
            return Parameter(name: name.asString ?? "", kind: kind, defaultValue: try read("default"), annotation: try read("annotation"))
        }
    }
}
