import DataModels
import HTTPMessages
import Python

/// A path operation, ready to run.
final class Route {
    /// What the decorator said.
    struct Settings {
        var statusCode: Value = .none
        var responseClass: Value = .none
        /// Nil where `response_model` was not given.
        var responseModel: Value?
        var dependencies: [Value] = []
        var options = SerializationOptions()
        var name: String?
        var isInSchema = true
        /// Whether a body without a content type is not taken for JSON; nil where the route does not say.
        var isStrict: Bool?
        /// How many bytes the body of a request may have; nil where the route does not say.
        var maxBodySize: Int?
        /// Whether it is Starlette's own kind of route: a function of the request, without parameters and models.
        var isPlain = false
        /// All that the decorator said, for route classes with a constructor of their own.
        var given: [(name: String, value: Value)] = []
        /// What else the decorator said, for programs that look at their routes.
        var others: [(name: String, value: Value)] = []
    }

    /// What the copies of a route under several prefixes have in common: the object that the program sees.
    final class Shared {
        fileprivate(set) var object: RouteObject?
        /// The class of the program that the route is made of.
        fileprivate(set) var type: PyType?
    }

    let path: String
    let pattern: PathPattern
    /// In the order of the decorator; real FastAPI has a set.
    let methods: [String]
    let endpoint: Value
    private(set) var settings: Settings
    private(set) var dependant: Dependant?
    private(set) var responseField: TypeAdapter?
    /// What items of a stream of JSON lines are validated with.
    private(set) var itemField: TypeAdapter?
    private(set) var bodyFields: [Dependant.Field] = []
    private(set) var embedsBody = false
    /// Answers that are not a program's, such as `/docs`.
    let builtIn: String?
    /// The place of its decorator.
    let site: CallSite?
    /// Why the playground cannot run it, where it cannot.
    private(set) var limit: String?
    private var shared = Shared()
    /// What `get_route_handler` of a class of the program gave, for each prefix anew.
    private var handler: Value?
    /// The route as it was declared, where this is one of it under a prefix.
    private var declared: Route?

    init(
        path: String, methods: [String], endpoint: Value, settings: Settings, builtIn: String? = nil, site: CallSite? = nil
    ) throws(PathPattern.Problem) {
        self.path = path
        // Starlette keeps a set.
        var known: Set<String> = []
        self.methods = methods.filter { known.insert($0).inserted }
        self.endpoint = endpoint
        self.settings = settings
        self.builtIn = builtIn
        self.site = site
        pattern = try PathPattern(path)
    }

    /// Whether it stands below an included router.
    var isIncluded: Bool { declared != nil }

    /// Says that it cannot run; it keeps its place among the routes.
    func disable(_ reason: String) { limit = reason }

    /// Says that this is a declared route under a prefix; the program sees only the declared one.
    func stands(for route: Route) {
        declared = route
        shared = route.shared
    }

    /// The name for `url_for`.
    var name: String {
        settings.name ?? builtIn ?? (endpoint.asObject as? PyFunction)?.name ?? endpoint.asType?.name
            ?? endpoint.asInstance?.instanceType.name ?? "endpoint"
    }

    var isStrict: Bool { settings.isStrict ?? true }

    /// Whether it answers a method; an ASGI application as a route answers all.
    func accepts(_ method: String) -> Bool { methods.contains(method) || settings.isPlain && methods.isEmpty }

    /// Whether its class in the program says itself what it matches.
    private(set) lazy var asksProgram = (shared.object?.instanceType ?? shared.type)?.lookup("matches")?.asObject is PyFunction

    /// The path with its converters left out.
    var pathFormat: String { pattern.format }

    /// Says what object the program made for it.
    func isShown(as object: RouteObject) { shared.object = object }

    /// What the program sees of the route.
    func object(_ machine: Machine, _ framework: FrameworkClasses? = nil) -> RouteObject {
        if let known = shared.object { return known }
        if let declared { return declared.object(machine, framework) }
        guard let framework = framework ?? (machine.context.user as? RequestScope)?.framework else {
            return RouteObject(type: machine.types.object)
        }
        let type = shared.type ?? (builtIn == nil && !settings.isPlain ? framework.route : framework.starletteRoute)
        let made = type.allocate(type) as? RouteObject ?? RouteObject(type: framework.route)
        made.fill(self, machine)
        shared.object = made
        return made
    }

    /// The handler that a route class of the program makes in place of FastAPI's own; nil where there is none.
    func handler(_ machine: Machine, _ framework: FrameworkClasses) throws -> Value? {
        guard shared.type?.lookup("get_route_handler")?.asObject is PyFunction else { return nil }
        if let handler { return handler }
        let made = try machine.call(try machine.attribute(.object(object(machine, framework)), "get_route_handler"))
        handler = made
        return made
    }

    /// Where it stands, for what validation errors say.
    func context(_ scope: RequestScope) -> EndpointContext {
        let function = endpoint.asObject as? PyFunction
        var root = scope.rootPath
        while root.hasSuffix("/") { root.removeLast() }
        return EndpointContext(
            function: function?.name, path: "\(scope.method) \(root)\(pathFormat)", file: scope.framework?.programPath, line: site?.line)
    }

    var title: String { (endpoint.asObject as? PyFunction)?.name ?? name }

    /// Takes over what its router says and prepares it, so that a wrong declaration is raised where it stands.
    func declare(in router: RouterObject, _ reader: SignatureReader) throws {
        if settings.responseClass.isNone { settings.responseClass = router.defaultResponseClass }
        if settings.isStrict == nil { settings.isStrict = router.isStrict }
        settings.maxBodySize = settings.maxBodySize ?? router.maxBodySize
        shared.type = settings.others.last { $0.name == "route_class_override" }?.value.asType ?? router.routeClass
        settings.dependencies = router.dependencies + settings.dependencies
        try prepare(reader.machine, reader)
    }

    /// Reads the signature and compiles the models; raises what FastAPI raises when the route is declared.
    func prepare(_ machine: Machine, _ reader: SignatureReader) throws {
        if !settings.isPlain { try prepareAdditionalResponses(machine, reader.framework) }
        guard machine.isCallable(endpoint) else { throw machine.error("AssertionError", "An endpoint must be a callable") }
        if settings.isPlain { return }
        let names = pattern.declaredNames
        let dependant = try reader.dependant(endpoint, Dependant.Place(pathNames: names, scope: "function"))
        var extra: [Dependant] = []
        for value in settings.dependencies {
            guard let depends = value.asObject as? DependsObject else {
                _ = try machine.attribute(value, "dependency")
                throw machine.error("AttributeError", "'\(machine.typeName(value))' object has no attribute 'scope'")
            }
            guard machine.isCallable(depends.dependency) else {
                throw machine.error("AssertionError", "A parameter-less dependency must have a callable dependency")
            }
            try reader.framework.unsupported.check(depends.dependency, machine)
            // FastAPI does not hand `use_cache` on here.
            let place = Dependant.Place(pathNames: names, scope: depends.scope, ownScopes: depends.scopes)
            extra.append(try reader.dependant(depends.dependency, place))
        }
        dependant.dependencies.insert(contentsOf: extra, at: 0)
        self.dependant = dependant
        bodyFields = dependant.flatBody
        embedsBody = Self.embeds(bodyFields)
        try prepareModel(machine, reader.framework)
    }

    /// Checks `responses`: each a dictionary, whose model is a type and whose status may have a body.
    private func prepareAdditionalResponses(_ machine: Machine, _ framework: FrameworkClasses) throws {
        let given = settings.others.last { $0.name == "responses" }?.value.asDict
        for (code, response) in given?.items ?? [] {
            guard let response = response.asDict else {
                throw machine.error("AssertionError", "An additional response must be a dict")
            }
            guard let model = response["model"], try machine.isTrue(model) else { continue }
            try checkBody(code, machine)
            _ = try field(model, framework, machine)
        }
    }

    /// FastAPI 0.165.0 utils.py `is_body_allowed_for_status_code`.
    private func checkBody(_ code: Value, _ machine: Machine) throws {
        if code.isNone || ["default", "1XX", "2XX", "3XX", "4XX", "5XX"].contains(code.asString) { return }
        let number = try machine.call(.object(machine.types.int), code).asInt ?? 0
        guard number < 200 || number == 204 || number == 205 || number == 304 else { return }
        throw machine.error("AssertionError", "Status code \(try machine.str(code)) must not have a response body")
    }

    /// FastAPI 0.165.0 dependencies/utils.py `_should_embed_body_fields`.
    private static func embeds(_ fields: [Dependant.Field]) -> Bool {
        Set(fields.map(\.name)).count > 1 || fields.first?.info.embeds == true
    }

    private func prepareModel(_ machine: Machine, _ framework: FrameworkClasses) throws {
        guard builtIn == nil else { return }
        try framework.unsupported.check(settings.responseClass, machine)
        let isGenerator = dependant?.isGenerator == true
        var model = settings.responseModel
        let signature = model == nil ? try CallSignature(of: endpoint, natives: framework.natives, forReturn: true, machine) : nil
        if let annotation = try signature?.returnAnnotation(machine) {
            if let type = annotation.asType, type.isSubtype(of: framework.responses.response) {
                model = Value.none
            } else if isGenerator, let item = Self.itemType(annotation) {
                if settings.responseClass.isNone { itemField = try field(item, framework, machine) }
                model = Value.none
            } else {
                model = annotation
            }
        }
        guard let model, !model.isNone, try machine.isTrue(model) else { return }
        try checkBody(settings.statusCode, machine)
        responseField = try field(model, framework, machine)
    }

    private func field(_ annotation: Value, _ framework: FrameworkClasses, _ machine: Machine) throws -> TypeAdapter {
        do {
            try SignatureReader.checkArgument(annotation, machine)
            let field = "FieldInfo(annotation=NoneType, required=True)"
            // FastAPI makes the field in a module of its own, where texts inside an annotation find no name of the program.
            return try TypeAdapter(annotation, field: field, globals: nil, machine)
        } catch let problem as TypeAdapter.UnsupportedAnnotation {
            throw try SignatureReader.invalidField(annotation, for: problem.annotation, framework, machine)
        }
    }

    private static let streamOrigins: Set<String> = [
        "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Iterable", "Iterator", "Generator",
    ]

    /// The item of `Iterable[Item]` and the like (FastAPI 0.165.0 dependencies/utils.py `get_stream_item_type`).
    private static func itemType(_ annotation: Value) -> Value? {
        guard let alias = annotation.asObject as? PyGenericAlias else { return nil }
        let name = alias.origin.asType?.name ?? (alias.origin.asObject as? PySpecialForm)?.name ?? ""
        return streamOrigins.contains(name) ? alias.arguments.first : nil
    }
}
