import HTTPMessages
import Python

/// Sends requests through single layers of middleware (Starlette 1.10.0 middleware/).
struct LayerRunner {
    let machine: Machine
    let framework: FrameworkClasses

    private var answers: FrameworkAnswers { FrameworkAnswers(machine: machine, framework: framework) }

    /// What the layer answers.
    ///
    /// - Parameter next: what lies behind it.
    func answer(
        _ layer: MiddlewareLayer, _ scope: RequestScope, next: @escaping () async throws -> OutgoingResponse
    ) async throws -> OutgoingResponse {
        switch layer {
        case .cors(let cors):
            if cors.isPreflight(scope) { return try cors.answerPreflight(scope, framework, machine) }
            let outer = scope.send
            defer { scope.send = outer }
            scope.send = outer.map { cors.sending(to: $0, scope, machine) }
            let response = try await next()
            if response.isSent { return response }
            do { try cors.add(to: response.headers, scope, machine) } catch let raised as PyError {
                // It is raised where the application behind sends.
                try await response.finish?(raised)
                throw raised
            }
            return response
        case .httpsRedirect:
            guard scope.scheme == "http" else { return try await next() }
            return try redirect(scope, scheme: "https", by: "HTTPSRedirectMiddleware")
        case .trustedHost(let hosts):
            switch hosts.judge(scope.headers.text("host")) {
            case .allowed: return try await next()
            case .redirected: return try redirect(scope, host: "www.", by: "TrustedHostMiddleware")
            case .refused:
                return try answers.staged(Source(.middleware, "TrustedHostMiddleware"), "refuses the host") {
                    try framework.plainText("Invalid host header", 400, nil, machine)
                }
            }
        case .dispatch(let function, let name, let site):
            let dispatch = DispatchLayer(
                machine: machine, framework: framework, function: function, source: Source(.middleware, name, site: site))
            return try await dispatch.answer(scope, next: next)
        case .application(let app, let name, let site):
            let recorder = machine.recorder
            let before = recorder?.enter(Source(.middleware, name, site: site), "runs")
            defer { if let recorder, let before { recorder.leave(to: before) } }
            return try await ASGIBridge(machine: machine, framework: framework).run(app, scope)
        }
    }

    private func redirect(_ scope: RequestScope, scheme: String? = nil, host: String = "", by name: String) throws -> OutgoingResponse {
        var authority = scope.authority
        if scheme != nil, authority.hasSuffix(":80") || authority.hasSuffix(":443") {
            authority = String(authority[..<(authority.lastIndex(of: ":") ?? authority.endIndex)]).lowercased()
        }
        let rest = scope.urlText.dropFirst("\(scope.scheme)://\(scope.authority)".count)
        let url = "\(scheme ?? scope.scheme)://\(host)\(authority)\(rest)"
        return try answers.staged(Source(.middleware, name), "redirects") { try answers.redirect(to: url) }
    }
}
