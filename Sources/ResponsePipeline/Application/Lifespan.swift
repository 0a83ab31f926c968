import Python

/// Startup of an application and of the routers in it (FastAPI 0.165.0 routing.py `_DefaultLifespan`, `_merge_lifespan_context`).
struct Lifespan {
    let machine: Machine

    /// Runs what comes before the first request and gives the state that requests start with.
    func start(_ application: ApplicationObject) async throws -> PyDict {
        var routers: [RouterObject] = [application]
        var seen: Set<ObjectIdentifier> = []
        collect(application, &routers, &seen)
        let state = PyDict()
        for router in routers {
            if router.lifespan.isNone {
                for function in router.startup.elements { _ = try await machine.finishCall(function, Arguments()) }
            } else if let given = try await enter(router.lifespan, application).asDict {
                // What an outer lifespan gives wins.
                for (key, value) in given.items where try state.value(for: key, machine) == nil {
                    try state.setValue(value, for: key, machine)
                }
            }
        }
        return state
    }

    private func collect(_ router: RouterObject, _ routers: inout [RouterObject], _ seen: inout Set<ObjectIdentifier>) {
        guard seen.insert(ObjectIdentifier(router)).inserted else { return }
        for case .included(let inner, _) in router.entries {
            routers.append(inner)
            collect(inner, &routers, &seen)
        }
    }

    /// Enters a lifespan: an async context manager, or a generator function without the decorator.
    private func enter(_ lifespan: Value, _ application: ApplicationObject) async throws -> Value {
        let manager = try machine.call(lifespan, .object(application))
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
