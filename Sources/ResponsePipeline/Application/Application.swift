import DataModels
import HTTPMessages
import Python

/// A FastAPI application that was made by running a program; confined to one executor, like the machine in it.
public final class Application {
    private let machine: Machine
    private let framework: FrameworkClasses
    private let object: ApplicationObject
    private let dispatcher: Dispatcher
    /// What one request may use.
    private let budget: Budget

    init(machine: Machine, framework: FrameworkClasses, object: ApplicationObject) throws {
        self.machine = machine
        self.framework = framework
        self.object = object
        budget = Budget(instructions: 50_000_000, bytes: 512 << 20)
        let table = RouteTable(object, machine, framework)
        let layers = try MiddlewareLayer.layers(object, framework, machine)
        dispatcher = Dispatcher(machine: machine, framework: framework, application: object, layers: layers, table: table)
    }

    /// What was declared and cannot run.
    var findings: [LoadedProgram.Finding] {
        object.findings.map { LoadedProgram.Finding(line: $0.site?.line, text: $0.text) }
    }

    /// Answers a request; with `isRecording` the trace says where everything came from.
    public func respond(to request: HTTPRequest, client: (host: String, port: Int), isRecording: Bool) async -> PipelineAnswer {
        await respond(to: request, client: client, server: ("127.0.0.1", 80), isRecording: isRecording)
    }

    /// The same, with the address that the server listens on, for requests without a Host header.
    public func respond(
        to request: HTTPRequest, client: (host: String, port: Int), server: (host: String, port: Int), isRecording: Bool
    ) async -> PipelineAnswer {
        let context = ExecutionContext(budget: budget)
        let recorder = isRecording ? Recorder() : nil
        context.recorder = recorder
        machine.context = context
        let scope = RequestScope(request, client: client, server: server)
        let response = await dispatcher.answer(scope)
        var trace = Trace()
        if let recorder {
            trace = TraceAssembly(recorder: recorder, response: response, context: context).trace(machine)
        }
        return PipelineAnswer(events: response.events, trace: trace, failure: response.failure.map { describe($0) })
    }

    /// A program's globals refer to functions, which refer to the globals; what is not taken apart would stay for good.
    deinit { machine.retire() }

    private func describe(_ raised: PyError) -> String {
        "\(raised.type.name): " + ((try? machine.str(.object(raised.exception))) ?? "")
    }

    /// Runs startup: the lifespan's first half, then `on_event("startup")`.
    func start() async throws {
        if !object.lifespan.isNone {
            let manager = try machine.call(object.lifespan, .object(object))
            if let generator = manager.asObject as? PyGenerator, generator.kind == .asyncGenerator {
                _ = try await machine.await(try machine.call(try machine.attribute(manager, "__anext__")))
            } else {
                _ = try await machine.await(try machine.call(try machine.attribute(manager, "__aenter__")))
            }
        }
        for function in object.startup { _ = try await machine.callAsync(function, Arguments()) }
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
        for (index, line) in response.headers.lines.enumerated() {
            let account = line.account ?? RawHeaders.Account(operation: "computed", source: Source(.framework, "FastAPI"), rule: nil)
            accounts.append(RawHeaders.describe(line, account, .final(index: index + 2)))
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
