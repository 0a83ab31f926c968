import HTTPMessages
import Python

/// Hands the messages that an application sends to the middleware of the program around it, each at once.
final class MessageForwarder {
    private let machine: Machine
    private let outer: Value
    /// Who acts where the messages go to.
    private let stage: Source?
    /// Whether the message that starts a response came.
    private(set) var hasStarted = false

    /// - Parameter outer: the `send` of the middleware.
    init(_ outer: Value, stage: Source?, _ machine: Machine) {
        self.machine = machine
        self.outer = outer
        self.stage = stage
    }

    /// What the application calls.
    var send: Value {
        machine.native("send", "message") { machine, a in
            let message = a[0]
            let sender = machine.recorder?.source(machine)
            return .object(
                PyNativeAwaitable { machine in
                    if message.asDict?["type"]?.asString == "http.response.start" {
                        self.hasStarted = true
                        if let sender { Self.note(message, sender, machine) }
                    }
                    return try await self.forward(message)
                })
        }
    }

    private func forward(_ message: Value) async throws -> Value {
        let recorder = machine.recorder
        let before = stage.flatMap { recorder?.act(as: $0) }
        defer { if let before { _ = recorder?.act(as: before) } }
        return try await machine.finishCall(outer, Arguments([message]))
    }

    /// Keeps account of what the application sends, for the middleware that gets it.
    private static func note(_ message: Value, _ sender: Source, _ machine: Machine) {
        guard let recorder = machine.recorder, let list = message.asDict?["headers"]?.asList else { return }
        let headers = RawHeaders(list: list, by: sender, machine)
        recorder.handed?.lostOnTheWay(to: headers, by: sender)
        recorder.handed = headers
    }
}
