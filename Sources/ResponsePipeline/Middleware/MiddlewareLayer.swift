import HTTPMessages
import Python

/// One layer around the routes.
enum MiddlewareLayer {
    case cors(CORSLayer)
    case trustedHost(TrustedHosts)
    case httpsRedirect
    /// `dispatch(request, call_next)`.
    case dispatch(Value, name: String, site: CallSite?)
    /// A class or function of the program that speaks ASGI itself.
    case application(Value, name: String, site: CallSite?)

    /// Makes a layer; nil for middleware that is not part of the playground.
    ///
    /// - Parameter inner: what the layer calls for what lies behind it, as an ASGI application.
    static func layer(
        _ added: ApplicationObject.AddedMiddleware, inner: Value, _ framework: FrameworkClasses, _ machine: Machine
    ) throws -> MiddlewareLayer? {
        switch added.kind {
        case .function(let function):
            return .dispatch(function, name: (function.asObject as? PyFunction)?.name ?? "middleware", site: added.site)
        case .factory(let factory, let arguments):
            guard let type = factory.asType else { return try application(factory, arguments, inner, added.site, machine) }
            let call = type.lookup("__call__")?.asObject is PyFunction
            if !call, type.isSubtype(of: framework.corsMiddleware) {
                return .cors(try CORSLayer(arguments, site: added.site, machine))
            }
            if !call, type.isSubtype(of: framework.httpsRedirectMiddleware) { return .httpsRedirect }
            if !call, type.isSubtype(of: framework.trustedHostMiddleware) {
                return .trustedHost(try TrustedHosts(arguments, machine))
            }
            if !call, type.isSubtype(of: framework.baseHTTPMiddleware) {
                let instance = try machine.call(factory, Arguments([inner] + arguments.positional, keywords: arguments.keywords))
                return .dispatch(try machine.attribute(instance, "dispatch_func"), name: type.name, site: added.site)
            }
            if type.isSubtype(of: framework.gzipMiddleware) || type.allocate(type) is UnsupportedNames.StandIn { return nil }
            return try application(factory, arguments, inner, added.site, machine)
        }
    }

    private static func application(
        _ factory: Value, _ arguments: Arguments, _ inner: Value, _ site: CallSite?, _ machine: Machine
    ) throws -> MiddlewareLayer {
        let name = factory.asType?.name ?? (factory.asObject as? PyFunction)?.name ?? "middleware"
        let made = try machine.call(factory, Arguments([inner] + arguments.positional, keywords: arguments.keywords))
        return .application(made, name: name, site: site)
    }
}

/// The hosts that `TrustedHostMiddleware` lets through (Starlette 1.10.0 middleware/trustedhost.py).
struct TrustedHosts {
    private let patterns: [String]
    let redirectsWWW: Bool

    init(_ arguments: Arguments, _ machine: Machine) throws {
        let option = { (name: String, index: Int) in
            arguments.keywords.first { $0.name == name }?.value ?? (index < arguments.positional.count ? arguments.positional[index] : nil)
        }
        let hosts = option("allowed_hosts", 0) ?? .none
        let given = hosts.isNone ? ["*"] : try machine.array(hosts).map { try machine.str($0) }
        for pattern in given {
            let isBelow = !pattern.hasPrefix("*") || pattern == "*" || pattern.hasPrefix("*.")
            guard !pattern.dropFirst().contains("*"), isBelow else {
                throw machine.error("AssertionError", "Domain wildcard patterns must be like '*.example.com'.")
            }
        }
        patterns = given.map { $0.lowercased() }
        redirectsWWW = try option("www_redirect", 1).map { try machine.isTrue($0) } ?? true
    }

    enum Verdict { case allowed, redirected, refused }

    func judge(_ header: String?) -> Verdict {
        if patterns.contains("*") { return .allowed }
        guard let host = HostHeader(header)?.host.lowercased() else { return .refused }
        var isBelowWWW = false
        for pattern in patterns {
            if host == pattern || pattern.hasPrefix("*") && host.hasSuffix(pattern.dropFirst()) { return .allowed }
            if "www." + host == pattern { isBelowWWW = true }
        }
        return isBelowWWW && redirectsWWW ? .redirected : .refused
    }
}
