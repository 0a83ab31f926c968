/// A parameterised type such as `list[int]`, `Optional[str]`, `Annotated[int, Query()]`, `Literal["a"]`.
///
/// `origin` is a type (`list`), a `PySpecialForm` (`Annotated`, `Literal`, `ClassVar`, …) or a generic class of the program.
/// `Optional[X]` and `Union[X, Y]` are `PyUnion`, never this.
public final class PyGenericAlias: PyObject {
    /// What is parameterised.
    public private(set) var origin: Value
    /// With what.
    public private(set) var arguments: [Value]
    /// The name under which `typing` exports it (`List`), or nil for `list[int]`.
    public let typingName: String?
    /// Whether it was subscripted with nothing: `Tuple[()]`, which is not the bare name.
    public let isEmpty: Bool

    public init(origin: Value, arguments: [Value], typingName: String? = nil, isEmpty: Bool = false) {
        self.origin = origin
        self.arguments = arguments
        self.typingName = typingName
        self.isEmpty = isEmpty
    }

    deinit { Disposal.dispose(of: self) }

    public override func surrender(to pending: inout [PyObject]) {
        Disposal.take(&arguments, into: &pending)
        Disposal.take(origin, into: &pending)
        origin = .none
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.genericAlias }
}

/// A union of types: `int | None`, `Union[int, str]`, `Optional[int]`; members are flat and without repeats.
public final class PyUnion: PyObject {
    /// What it is a union of.
    public private(set) var members: [Value]
    /// Whether it was written with `typing.Union` or `Optional`, which print differently.
    public let isTyping: Bool

    public init(members: [Value], isTyping: Bool) {
        self.members = members
        self.isTyping = isTyping
    }

    deinit { Disposal.dispose(of: self) }

    public override func surrender(to pending: inout [PyObject]) { Disposal.take(&members, into: &pending) }

    public override func type(in types: BuiltinTypes) -> PyType { types.union }
}

/// A name of `typing` that is not a class.
///
/// `Any`, `Optional`, `Union`, `Literal`, `Annotated`, `ClassVar`, `Final`, `Callable`, `Self` and so on.
public final class PySpecialForm: PyObject {
    /// The name in `typing`.
    public let name: String
    public init(_ name: String) { self.name = name }
    public override func type(in types: BuiltinTypes) -> PyType { types.specialForm }
}

/// A type variable.
public final class PyTypeVar: PyObject {
    /// The name that its maker gave it.
    public let name: String
    /// What its arguments must be.
    public let bound: Value?
    /// What its arguments may be.
    public let constraints: [Value]
    /// What it is without an argument.
    public let defaultValue: Value?
    /// Which kind of variable it is.
    public let kind: Kind

    /// The kinds of variables.
    public enum Kind: Sendable {
        case invariant, covariant, contravariant
        /// A `ParamSpec`.
        case parameters
        /// A `TypeVarTuple`.
        case tuple
        /// `args` or `kwargs` of a `ParamSpec`.
        case parametersPart
    }

    public init(name: String, bound: Value? = nil, constraints: [Value] = [], defaultValue: Value? = nil, kind: Kind = .invariant) {
        self.name = name
        self.kind = kind
        self.bound = bound
        self.constraints = constraints
        self.defaultValue = defaultValue
    }

    public override func type(in types: BuiltinTypes) -> PyType { types.typeVar }
}

/// A forward reference written as a text inside a typing form: `List["Item"]`.
public final class PyForwardRef: PyObject {
    /// The text.
    public let expression: String
    public init(_ expression: String) { self.expression = expression }
    public override func type(in types: BuiltinTypes) -> PyType { types.forwardRef }
}
