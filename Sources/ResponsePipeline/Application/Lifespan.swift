import Python

/// One of the contexts that a router's lifespan is made of.
enum LifespanPart {
    /// The functions in a router's `on_startup`.
    case startup(of: RouterObject)
    /// What the program gave as `lifespan`.
    case given(Value)
}

/// Startup of a router with those that it includes (FastAPI 0.165.0 routing.py `_DefaultLifespan`, `_merge_lifespan_context`).
struct Lifespan {
    let machine: Machine

    /// Runs what comes before the first request and gives the state that requests start with.
    func start(_ parts: [LifespanPart], _ application: Value) async throws -> PyDict {
        var state = PyDict()
        for part in parts {
            switch part {
            case .startup(let router):
                for function in router.startup.elements { _ = try await machine.finishCall(function, Arguments()) }
            case .given(let lifespan):
                guard let given = try await enter(lifespan, application).asDict else { continue }
                // What an outer lifespan gives wins.
                let merged = given.copy()
                for (key, value) in state.items { try merged.setValue(value, for: key, machine) }
                state = merged
            }
        }
        return state
    }

    /// Enters a lifespan: an async context manager, or a generator function without the decorator.
    private func enter(_ lifespan: Value, _ application: Value) async throws -> Value {
        let manager = try machine.call(lifespan, application)
        if let generator = manager.asObject as? PyGenerator {
            if generator.kind == .asyncGenerator {
                return try await machine.await(try machine.call(try machine.attribute(manager, "__anext__")))
            }
            guard case .yielded(let value) = try machine.resume(generator, .send(.none)) else {
                throw machine.error("RuntimeError", "generator didn't yield")
            }
            return value
        }
        return try await machine.await(try machine.call(try machine.attribute(manager, "__aenter__")))
    }
}

/// `lifespan_context` of a router, for programs that put their own around it.
final class LifespanContextObject: PyInstance {
    private var parts: [LifespanPart] = []
    private var application: Value = .none

    /// The context as the program sees it: what it gave itself, else an object that runs all parts.
    static func shown(_ router: RouterObject, _ framework: FrameworkClasses) -> Value {
        if case .given(let value)? = router.lifespanParts.first, router.lifespanParts.count == 1 { return value }
        let made = LifespanContextObject(type: framework.defaultLifespan)
        made.parts = router.lifespanParts
        return .object(made)
    }

    static func define(_ type: PyType) {
        type.allocates { LifespanContextObject(type: $0) }
        type.method("__call__", "self, app") { _, a in
            (a[0].asObject as? LifespanContextObject)?.application = a[1]
            return a[0]
        }
        type.method("__aenter__", "self") { _, a in
            let context = a[0].asObject as? LifespanContextObject
            return .object(
                PyNativeAwaitable { machine in
                    guard let context else { return .none }
                    let state = try await Lifespan(machine: machine).start(context.parts, context.application)
                    return state.count == 0 ? .none : .dict(state)
                })
        }
        type.method("__aexit__", "self, *exc_info") { _, _ in .object(PyNativeAwaitable { _ in .none }) }
    }
}
