import Python

/// What a program declares, read off its syntax tree without running it; each part knows where it stands in the source.
public struct ProgramOutline: Sendable {
    /// The names bound to `FastAPI(…)` and `APIRouter(…)`, in source order.
    public internal(set) var applications: [ApplicationOutline] = []
    public internal(set) var pathOperations: [FunctionOutline] = []
    /// Functions that some `Depends(…)` names, in source order.
    public internal(set) var dependencies: [FunctionOutline] = []
    public internal(set) var models: [ModelOutline] = []
    public internal(set) var middleware: [MiddlewareOutline] = []

    /// The application that the server runs: the one called `app`, else the first `FastAPI(…)`.
    public var application: ApplicationOutline? {
        let candidates = applications.filter { !$0.isRouter }
        return candidates.first { $0.name == "app" } ?? candidates.first
    }

    /// The function, path operation or dependency, of that name.
    public func function(named name: String) -> FunctionOutline? {
        pathOperations.first { $0.name == name } ?? dependencies.first { $0.name == name }
    }

    /// The call that adds `CORSMiddleware`, if there is one.
    public var cors: MiddlewareOutline? { middleware.first { $0.name == "CORSMiddleware" } }
}

/// `app = FastAPI(…)` or `router = APIRouter(…)`.
public struct ApplicationOutline: Sendable {
    public let name: String
    public let isRouter: Bool
    public let call: Expression.Call
    /// The assignment.
    public let statement: Statement
}

/// A path operation or a dependency: a top-level function, and what its decorator and body say about the response.
public struct FunctionOutline: Sendable {
    public let statement: Statement
    public let definition: Statement.FunctionDef
    /// The route that its decorator declares; nil for a dependency.
    public let route: RouteOutline?
    /// The name of the parameter that receives the temporal response, if it takes one.
    public let responseParameter: String?
    /// What it writes to the temporal response, in source order.
    public let writes: [TemporalWrite]
    public let returns: [ReturnOutline]
    /// The names in its own `Depends(…)`, decorator first, then parameters.
    public let dependencies: [String]

    public var name: String { definition.name.text }

    /// From the first decorator through the body.
    public var range: SourceRange { (definition.decorators.first?.range ?? statement.range).union(statement.range) }
}

/// `@app.get("/items/{item_id}", status_code=201)`.
public struct RouteOutline: Sendable {
    /// The method in capitals.
    public let method: String
    /// The path template, or its expression where it is no plain text.
    public let path: String
    public let decorator: Statement.Decorator
    public let call: Expression.Call

    /// The source of a keyword of the decorator.
    public func keyword(_ name: String) -> Expression.Keyword? { call.keywords.first { $0.name?.text == name } }
}

/// A `return` with its value.
public struct ReturnOutline: Sendable {
    public let statement: Statement
    /// Nil for a bare `return`.
    public let value: Expression?
}

/// A statement that writes a header, a cookie or the status of the temporal response.
public struct TemporalWrite: Sendable {
    /// What it writes; expressions are as they stand in the source.
    public enum Kind: Sendable {
        case header(name: Expression, value: Expression, HeaderMode)
        case removeHeader(name: Expression)
        case setCookie(Expression.Call)
        case deleteCookie(Expression.Call)
        case status(Expression)
        /// `response.headers.update(…)` and the like, which forms show but do not take apart.
        case other(Expression)
    }
    /// How a header is written.
    public enum HeaderMode: String, Sendable, CaseIterable { case set, append, setdefault }

    public let kind: Kind
    public let statement: Statement
    /// Whether it stands inside an `if`, a loop or the like.
    public let isConditional: Bool
}

/// A class that derives from `BaseModel`.
public struct ModelOutline: Sendable {
    public let statement: Statement
    public let definition: Statement.ClassDef
    public let fields: [FieldOutline]
    public var name: String { definition.name.text }
}

/// `name: annotation = default` in a model.
public struct FieldOutline: Sendable {
    public let name: String
    public let annotation: Expression
    public let defaultValue: Expression?
    public let statement: Statement
}

/// `app.add_middleware(Class, keyword=…)` or a function under `@app.middleware("http")`.
public struct MiddlewareOutline: Sendable {
    public let name: String
    /// The call of `add_middleware`; nil for a decorated function.
    public let call: Expression.Call?
    public let statement: Statement

    /// The value of a keyword of the call.
    public func keyword(_ name: String) -> Expression.Keyword? { call?.keywords.first { $0.name?.text == name } }
}
