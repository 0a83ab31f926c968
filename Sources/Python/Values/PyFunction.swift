/// A function written in the program: its code with globals, defaults and captured variables.
public final class PyFunction: PyObject {
    /// What it runs.
    public let code: PyCode
    /// The global names of its module.
    public let globals: PyDict
    /// Python's `__name__`.
    public var name: String
    /// Python's `__qualname__`.
    public var qualifiedName: String
    /// The defaults of the last positional parameters.
    @exclusivity(unchecked) public var defaults: [Value]
    /// The defaults of keyword-only parameters by name; nil where there are none.
    @exclusivity(unchecked) public var keywordDefaults: PyDict?
    /// Where it is defined.
    public var site: CallSite { CallSite(function: name, range: code.range, line: code.unit.source.line(at: code.range.start)) }

    /// The variables it captured, one for each of `code.freeNames`.
    @exclusivity(unchecked) private(set) var closure: [PyCell]
    /// Python's `__annotations__`: names and `return` to evaluated annotations.
    public var annotations: PyDict?
    /// Python's `__doc__`.
    public var doc: Value
    /// Python's `__module__`.
    public var module: Value
    private var storedAttributes: PyDict?

    init(
        code: PyCode, globals: PyDict, module: Value, defaults: [Value] = [], keywordDefaults: PyDict? = nil, closure: [PyCell] = []
    ) {
        self.code = code
        self.globals = globals
        self.name = code.name
        self.qualifiedName = code.qualifiedName
        self.defaults = defaults
        self.keywordDefaults = keywordDefaults
        self.closure = closure
        self.doc = code.doc.map { .str($0) } ?? .none
        self.module = module
    }

    deinit { if !closure.isEmpty || !defaults.isEmpty { Disposal.dispose(of: self) } }

    override var isLink: Bool { !closure.isEmpty || !defaults.isEmpty }

    public override func surrender(to pending: inout [PyObject]) {
        Disposal.take(&defaults, into: &pending)
        pending += closure
        closure = []
        if let storedAttributes { pending.append(storedAttributes) }
        storedAttributes = nil
    }

    public override func listReferences(in list: inout ReferenceList) {
        list.add(&defaults)
        list.add(keywordDefaults)
        list.add(&closure)
        list.add(annotations)
        list.add(storedAttributes)
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.function }

    /// Python's `__dict__` of the function, made if there was none yet.
    public var attributes: PyDict {
        if let storedAttributes { return storedAttributes }
        let made = PyDict()
        storedAttributes = made
        return made
    }

    /// The attributes if any was ever set.
    override var instanceDictionary: PyDict? { storedAttributes }

    /// Whether it was defined with `async def` and does not yield.
    public var isCoroutine: Bool { code.kind == .coroutine }
    /// Whether it is a generator function.
    public var isGenerator: Bool { code.kind == .generator }
    /// Whether it was defined with `async def` and yields.
    public var isAsyncGenerator: Bool { code.kind == .asyncGenerator }
    /// The whole `def` statement or lambda in the source.
    public var definitionRange: SourceRange { code.range }
    /// The annotation behind `->`.
    public var returnAnnotation: Value? { annotations?["return"] }

    public override func call(_ machine: Machine, _ arguments: Arguments) throws -> Value {
        try machine.callFunction(self, arguments)
    }
}

extension PyFunction {
    /// One parameter with its default and annotation as evaluated when the function was defined.
    public struct Parameter {
        /// How arguments reach a parameter.
        public enum Kind: Sendable, Hashable {
            case positionalOnly, positionalOrKeyword, varPositional, keywordOnly, varKeyword
        }

        /// The name, without stars.
        public let name: String
        /// How arguments reach it.
        public let kind: Kind
        /// The default, if it has one.
        public let defaultValue: Value?
        /// The annotation; a text under `from __future__ import annotations` or where written as one.
        public let annotation: Value?
        /// Where it stands in the source.
        public let range: SourceRange
    }

    /// The parameters in the order of their declaration.
    public var parameters: [Parameter] {
        let shape = code.parameters
        let firstDefault = shape.positionalCount - defaults.count
        return shape.declared.enumerated().map { index, declared in
            let name = declared.name.string
            var defaultValue: Value?
            switch declared.kind {
            case .positionalOnly, .positionalOrKeyword:
                if index >= firstDefault { defaultValue = defaults[index - firstDefault] }
            case .keywordOnly: defaultValue = keywordDefaults?.value(forName: declared.name)
            case .varPositional, .varKeyword: break
            }
            let annotation = annotations?.value(forName: declared.name)
            return Parameter(
                name: name, kind: declared.kind, defaultValue: defaultValue, annotation: annotation, range: declared.range)
        }
    }
}
