import Python

/// The dependencies with `yield` of one request, on FastAPI's two exit stacks (FastAPI 0.165.0 routing.py `request_response`).
final class DependencyExits {
    /// When a dependency goes on: before the response is sent, or after it.
    enum Lifetime { case function, request }

    private struct Exit {
        let generator: PyGenerator
        let title: String
        let lifetime: Lifetime
    }

    private let machine: Machine
    private var open: [Exit] = []

    init(_ machine: Machine) { self.machine = machine }

    /// Whether something waits for the end of the request.
    var isEmpty: Bool { open.isEmpty }

    /// Runs a dependency up to its `yield` and gives what it yields.
    func enter(_ value: Value, _ dependant: Dependant) async throws -> Value {
        guard let generator = value.asObject as? PyGenerator else {
            throw machine.error("TypeError", "'\(machine.typeName(value))' object is not an iterator")
        }
        let yielded: Value
        if generator.kind == .generator {
            guard case .yielded(let first) = try machine.withCopiedVariables({ try machine.resume(generator, .send(.none)) }) else {
                throw machine.error("RuntimeError", "generator didn't yield")
            }
            yielded = first
        } else {
            do {
                yielded = try await machine.await(try machine.call(try machine.attribute(value, "__anext__")))
            } catch let raised as PyError where machine.isError(raised, "StopAsyncIteration") {
                throw machine.error("RuntimeError", "generator didn't yield")
            }
        }
        open.append(
            Exit(generator: generator, title: dependant.title, lifetime: dependant.scope == "function" ? .function : .request))
        return yielded
    }

    /// Lets the dependencies of a stack go on, the last one entered first; `raised` is thrown into them.
    ///
    /// Gives what is still raised at the end.
    func close(_ lifetime: Lifetime, _ raised: PyError?) async throws -> PyError? {
        var pending = raised
        while let index = open.lastIndex(where: { $0.lifetime == lifetime }) {
            let exit = open.remove(at: index)
            let recorder = machine.recorder
            let before = recorder?.enter(Source(.dependency, exit.title), "goes on after yield")
            defer { if let recorder, let before { recorder.leave(to: before) } }
            do {
                if try await finish(exit.generator, pending) { pending = nil }
            } catch let error as PyError {
                pending = error
            }
        }
        return pending
    }

    /// Resumes a generator for the last time; true where it swallowed the exception that was thrown into it.
    private func finish(_ generator: PyGenerator, _ raised: PyError?) async throws -> Bool {
        if generator.kind == .asyncGenerator {
            do {
                let name = raised == nil ? "__anext__" : "athrow"
                let arguments = raised.map { [Value.object($0.exception)] } ?? []
                _ = try await machine.await(try machine.call(try machine.attribute(.object(generator), name), Arguments(arguments)))
            } catch let error as PyError where machine.isError(error, "StopAsyncIteration") {
                return raised != nil
            }
        } else if case .returned = try machine.withCopiedVariables({
            try machine.resume(generator, raised.map { .throw($0) } ?? .send(.none))
        }) {
            return raised != nil
        }
        throw machine.error("RuntimeError", raised == nil ? "generator didn't stop" : "generator didn't stop after throw()")
    }
}
