import Python

extension ProgramOutline {
    /// Reads the outline off a module.
    public init(_ module: Module, source: SourceText) {
        var builder = OutlineBuilder(source: source)
        builder.read(module)
        self = builder.outline
    }
}

/// Walks the top level of a module once for names, once for functions.
struct OutlineBuilder {
    private let source: SourceText
    private(set) var outline = ProgramOutline()
    private var modelNames: Set<String> = ["BaseModel"]

    private static let routeMethods: Set<String> = [
        "get", "post", "put", "delete", "patch", "options", "head", "trace", "api_route", "route",
    ]

    init(source: SourceText) { self.source = source }

    mutating func read(_ module: Module) {
        for statement in module.body { readDeclaration(statement) }
        let named = DependencyNames.all(in: module.body)
        for statement in module.body {
            guard case .functionDef(let definition) = statement.kind else { continue }
            readFunction(definition, statement, isDependency: named.contains(definition.name.text))
        }
    }

    private mutating func readDeclaration(_ statement: Statement) {
        switch statement.kind {
        case .assign(let assign):
            guard case .name(let name)? = assign.targets.first?.kind else { return }
            readAssignment(name, assign.value, statement)
        case .annotatedAssign(let assign):
            guard case .name(let name) = assign.target.kind, let value = assign.value else { return }
            readAssignment(name, value, statement)
        case .classDef(let definition): readClass(definition, statement)
        case .expression(let expression): readCall(expression, statement)
        default: break
        }
    }

    private mutating func readAssignment(_ name: String, _ value: Expression, _ statement: Statement) {
        guard case .call(let call) = value.kind, let callee = call.function.lastName else { return }
        guard callee == "FastAPI" || callee == "APIRouter" else { return }
        outline.applications.append(
            ApplicationOutline(name: name, isRouter: callee == "APIRouter", call: call, statement: statement))
    }

    private mutating func readClass(_ definition: Statement.ClassDef, _ statement: Statement) {
        let isModel = definition.bases.contains { base in base.lastName.map(modelNames.contains) ?? false }
        guard isModel else { return }
        modelNames.insert(definition.name.text)
        let fields: [FieldOutline] = definition.body.statements.compactMap { line in
            guard case .annotatedAssign(let field) = line.kind, case .name(let name) = field.target.kind else { return nil }
            return FieldOutline(name: name, annotation: field.annotation, defaultValue: field.value, statement: line)
        }
        outline.models.append(ModelOutline(statement: statement, definition: definition, fields: fields))
    }

    private mutating func readCall(_ expression: Expression, _ statement: Statement) {
        guard case .call(let call) = expression.kind, case .attribute(let attribute) = call.function.kind,
            attribute.name.text == "add_middleware", let type = call.arguments.first?.lastName
        else { return }
        outline.middleware.append(MiddlewareOutline(name: type, call: call, statement: statement))
    }

    private mutating func readFunction(_ definition: Statement.FunctionDef, _ statement: Statement, isDependency: Bool) {
        for decorator in definition.decorators {
            guard case .call(let call) = decorator.expression.kind, case .attribute(let attribute) = call.function.kind,
                case .name(let owner) = attribute.value.kind, outline.applications.contains(where: { $0.name == owner })
            else { continue }
            if attribute.name.text == "middleware" {
                outline.middleware.append(MiddlewareOutline(name: definition.name.text, call: nil, statement: statement))
            } else if Self.routeMethods.contains(attribute.name.text) {
                let route = route(attribute.name.text, decorator, call)
                outline.pathOperations.append(function(definition, statement, route: route))
            }
        }
        if isDependency { outline.dependencies.append(function(definition, statement, route: nil)) }
    }

    private func route(_ method: String, _ decorator: Statement.Decorator, _ call: Expression.Call) -> RouteOutline {
        let pathExpression = call.arguments.first ?? call.keywords.first { $0.name?.text == "path" }?.value
        let path = pathExpression.map { $0.plainText ?? source.text(of: $0.range) } ?? ""
        var name = method.uppercased()
        if method == "api_route" || method == "route" {
            let methods = call.keywords.first { $0.name?.text == "methods" }?.value
            name = methods?.elements?.compactMap(\.plainText).joined(separator: ",") ?? "GET"
        }
        return RouteOutline(method: name, path: path, decorator: decorator, call: call)
    }

    private func function(_ definition: Statement.FunctionDef, _ statement: Statement, route: RouteOutline?) -> FunctionOutline {
        let response = definition.parameters.all.first { $0.annotation?.lastName == "Response" }?.name.text
        var reader = BodyReader(response: response)
        reader.read(definition.body, isConditional: false)
        var names: [String] = []
        if let route { route.call.keywords.forEach { DependencyNames.collect($0.value, into: &names) } }
        for parameter in definition.parameters.all {
            if let annotation = parameter.annotation { DependencyNames.collect(annotation, into: &names) }
            if let value = parameter.defaultValue { DependencyNames.collect(value, into: &names) }
        }
        return FunctionOutline(
            statement: statement, definition: definition, route: route, responseParameter: response, writes: reader.writes,
            returns: reader.returns, dependencies: names)
    }
}
