/// `asyncio.gather` and `asyncio.shield`: futures that end with others.
enum AsyncGathering {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ library: AsyncLibrary, _ machine: Machine) {
        module.function(machine, "gather", "*coros_or_futures, return_exceptions=False") { machine, a in
            let keepsErrors = try machine.isTrue(a[1])
            let loop = library.loop(machine)
            var known: [ObjectIdentifier: PyFuture] = [:]
            let members = try a.list(0).map { value in
                guard let object = value.asObject else { return try loop.future(value) }
                if let before = known[ObjectIdentifier(object)] { return before }
                let made = try loop.future(value)
                known[ObjectIdentifier(object)] = made
                return made
            }
            return .object(try gathered(members, keepsErrors, loop))
        }
        module.function(machine, "shield", "arg") { machine, a in
            let loop = library.loop(machine)
            let inner = try loop.future(a[0])
            if inner.isDone { return .object(inner) }
            let outer = PyFuture(type: library.future)
            loop.whenDone(inner) { try outer.finish(like: $0) }
            return .object(outer)
        }
    }

    /// A future of the results of all, in order; the first error ends it, unless errors are kept as results.
    private static func gathered(_ members: [PyFuture], _ keepsErrors: Bool, _ loop: AsyncLoop) throws -> PyFuture {
        let (machine, library) = (loop.machine, loop.library)
        let outer = PyFuture(type: library.future)
        var seen: Set<ObjectIdentifier> = []
        let distinct = members.filter { seen.insert(ObjectIdentifier($0)).inserted }
        var open = distinct.count
        if open == 0 { try outer.finish(.finished(.list([]))) }
        outer.members = distinct
        func ended(_ member: PyFuture) throws {
            open -= 1
            if outer.isDone { return }
            if !keepsErrors, let error = error(of: member, isKept: false, library, machine) { return try outer.finish(.failed(error)) }
            if open > 0 { return }
            if outer.cancelRequests > 0 {
                return try outer.finish(.failed(machine.error(library.cancelledError, member.cancelArguments)))
            }
            let results = members.map { member -> Value in
                if case .finished(let value) = member.state { return value }
                return error(of: member, isKept: true, library, machine).map { .object($0.exception) } ?? .none
            }
            try outer.finish(.finished(.list(results)))
        }
        for member in distinct { loop.whenDone(member, ended) }
        return outer
    }

    /// What a future failed with; one that was cancelled without a message has an empty one where errors are kept as results.
    private static func error(of member: PyFuture, isKept: Bool, _ library: AsyncLibrary, _ machine: Machine) -> PyError? {
        switch member.state {
        case .failed(let raised): return raised
        case .cancelled:
            let arguments = member.cancelArguments
            return machine.error(library.cancelledError, isKept && arguments.isEmpty ? [""] : arguments)
        default: return nil
        }
    }
}
