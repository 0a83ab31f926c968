import DataModels
import HTTPMessages
import Python

/// A FastAPI application that was made by running a program; confined to one executor, like the machine in it.
public final class Application {
    private let machine: Machine
    private let framework: FrameworkClasses
    private let object: ApplicationObject
    private let dispatcher: Dispatcher
    /// The applications that the program made, for those that are mounted below others.
    private let dispatchers: DispatcherTable
    /// What one request may use.
    private let budget: Budget

    /// What the lifespan gave for `request.state`.
    private var state = PyDict()
    /// What the context variables held when the program was loaded; each request starts with a copy.
    private var variables = ContextVariables()

    init(machine: Machine, framework: FrameworkClasses, object: ApplicationObject) throws {
        self.machine = machine
        self.framework = framework
        self.object = object
        budget = Budget(instructions: 50_000_000, bytes: 512 << 20)
        dispatchers = DispatcherTable()
        dispatcher = Dispatcher(machine: machine, framework: framework, application: object, others: dispatchers)
        _ = object.router.table(framework, machine)
    }

    /// Serves something that the program put around the application, such as a middleware that it made itself.
    func serve(_ outermost: Value) { dispatcher.outermost = outermost }

    /// What was declared and cannot run.
    var findings: [LoadedProgram.Finding] {
        (object.findings + framework.unsupported.uses).map { LoadedProgram.Finding(line: $0.site?.line, text: $0.text) }
    }

    /// Answers a request; with `isRecording` the trace says where everything came from.
    public func respond(to request: HTTPRequest, client: (host: String, port: Int), isRecording: Bool) async -> PipelineAnswer {
        await respond(to: IncomingRequest(request, client: client, server: ("127.0.0.1", 80)), isRecording: isRecording)
    }

    /// The same, with the address that the server listens on, for requests without a Host header.
    public func respond(
        to request: HTTPRequest, client: (host: String, port: Int), server: (host: String, port: Int), isRecording: Bool
    ) async -> PipelineAnswer {
        await respond(to: IncomingRequest(request, client: client, server: server), isRecording: isRecording)
    }

    /// Answers a request whose body may still be on its way.
    public func respond(to incoming: IncomingRequest, isRecording: Bool) async -> PipelineAnswer {
        let context = ExecutionContext(budget: budget)
        let recorder = isRecording ? Recorder() : nil
        context.recorder = recorder
        context.variables = variables
        machine.context = context
        let scope = RequestScope(incoming, state: state.copy(), rootPath: object.rootPath)
        scope.framework = framework
        scope.application = object
        context.user = scope
        await machine.catchUpTasks()
        let response = await dispatcher.answer(scope)
        if response.limit == nil { await machine.leaveTasks() }
        var trace = Trace()
        if let recorder {
            trace = TraceAssembly(recorder: recorder, response: response, context: context).trace(machine)
            recorder.release()
        }
        return PipelineAnswer(events: response.events, trace: trace, failure: response.failure.map { describe($0) })
    }

    /// A program's globals refer to functions, which refer to the globals; what is not taken apart would stay for good.
    deinit { machine.retire() }

    private func describe(_ raised: PyError) -> String {
        "\(raised.type.name): " + ((try? machine.str(.object(raised.exception))) ?? "")
    }

    /// Makes the middleware and runs startup, as the server's lifespan does.
    ///
    /// - Parameter inner: the applications of the program; those that are mounted answer with their own middleware, and never start.
    func start(with inner: [ApplicationObject]) async throws {
        variables = machine.context.variables
        let lifespan = Lifespan(machine: machine)
        let run = { [unowned self] in state = try await lifespan.start(object.router.lifespanParts, .object(object)) }
        for inner in inner where inner !== object {
            let made = Dispatcher(machine: machine, framework: framework, application: inner, others: dispatchers)
            dispatchers[inner] = made
            _ = inner.router.table(framework, machine)
            try made.build(lifespan: {})
            inner.callable = made.callable(lifespan: {})
        }
        try dispatcher.build(lifespan: run)
        object.callable = dispatcher.callable(lifespan: run)
        try await dispatcher.startUp(run)
        await machine.leaveTasks()
    }
}

/// Puts the trace of an answer together from what the recorder heard and what goes out.
struct TraceAssembly {
    let recorder: Recorder
    let response: OutgoingResponse
    let context: ExecutionContext

    func trace(_ machine: Machine) -> Trace {
        var trace = recorder.trace
        let server = Source(.server, "uvicorn")
        var accounts = [
            HeaderAccount(
                name: "date", value: "the time of the answer", operation: "computed", source: server, fate: .final(index: 0),
                rule: ResponseRules.serverDate),
            HeaderAccount(
                name: "server", value: "headroom", operation: "computed", source: server, fate: .final(index: 1),
                rule: ResponseRules.serverName),
        ]
        let sent = response.sentLines ?? response.headers.lines
        trace.headers += response.headers.written(after: sent, ResponseRules.afterStart)
        for (index, line) in sent.enumerated() {
            let account = line.account ?? RawHeaders.Account(operation: "computed", source: Source(.framework, "FastAPI"), rule: nil)
            var described = RawHeaders.describe(line, account, .final(index: index + 2))
            if described.source.site == nil, described.rule == nil { described.rule = ResponseRules.rule(of: described.source.kind) }
            accounts.append(described)
        }
        trace.headers = accounts + response.headers.lost + trace.headers + response.dropped
        context.flush()
        trace.log = context.log
        if let limit = response.limit {
            trace.failure = Failure(type: "PlaygroundLimit", message: "the program " + limit.words, traceback: machine.callStack)
        }
        return trace
    }
}
