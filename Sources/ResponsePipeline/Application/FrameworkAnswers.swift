import HTTPMessages
import Python

/// Answers that the framework makes itself, as stages of the trace.
struct FrameworkAnswers {
    let machine: Machine
    let framework: FrameworkClasses

    /// A redirect with status 307, as Starlette's router and middleware send it (Starlette 1.10.0 responses.py `RedirectResponse`).
    func redirect(to url: String) throws -> OutgoingResponse {
        let value = try machine.call(.object(framework.responses.redirect), .string(url))
        let response = try ResponseObject.of(value, machine)
        return OutgoingResponse(status: 307, headers: response.raw, bytes: [])
    }

    /// Runs something as a stage of the trace.
    func staged(_ source: Source, _ text: String, _ body: () throws -> OutgoingResponse) throws -> OutgoingResponse {
        guard let recorder = machine.recorder else { return try body() }
        let before = recorder.enter(source, text)
        defer { recorder.leave(to: before) }
        let response = try body()
        recorder.trace.statuses.append(StatusAccount(status: response.status, source: source))
        return response
    }

    /// The answer of a path operation that needs what the playground does not have.
    func limit(_ reason: String, _ route: Route) throws -> OutgoingResponse {
        try staged(Source(.framework, "PlaygroundLimit", site: route.site), reason) {
            try framework.plainText("Headroom cannot run \(route.title): \(reason)\n", 501, nil, machine)
        }
    }

    /// The answer of a page that FastAPI makes and the playground does not.
    func unsupported(_ name: String) throws -> OutgoingResponse {
        try staged(Source(.framework, name), "is not answered by the playground") {
            try framework.plainText("Headroom does not make \(name); ask real FastAPI for it\n", 501, nil, machine)
        }
    }
}
