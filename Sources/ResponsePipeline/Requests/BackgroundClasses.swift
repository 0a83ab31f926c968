import Python

/// Starlette 1.10.0 background.py.
enum BackgroundClasses {
    static func define(_ framework: FrameworkClasses) {
        let task = framework.backgroundTask, tasks = framework.backgroundTasks
        task.method("__init__", "self, func, *args, **kwargs") { machine, a in
            let keywords = PyDict()
            for (name, value) in a.dict(3) { keywords[name] = value }
            a[0].asInstance?.dictionary["func"] = a[1]
            a[0].asInstance?.dictionary["args"] = .tuple(PyTuple(a.list(2)))
            a[0].asInstance?.dictionary["kwargs"] = .dict(keywords)
            return .none
        }
        task.method("__call__", "self") { machine, a in
            let own = a[0]
            return .object(
                PyNativeAwaitable { machine in
                    let keywords = try machine.attribute(own, "kwargs").asDict?.items.map { ($0.key.asString ?? "", $0.value) } ?? []
                    let arguments = Arguments(try machine.array(try machine.attribute(own, "args")), keywords: keywords)
                    _ = try await machine.finishCall(try machine.attribute(own, "func"), arguments)
                    return .none
                })
        }
        tasks.method("__init__", "self, tasks=None") { machine, a in
            a[0].asInstance?.dictionary["tasks"] = .list(PyList(a[1].isNone ? [] : try machine.array(a[1])))
            return .none
        }
        tasks.method("add_task", "self, func, *args, **kwargs") { machine, a in
            guard let list = try machine.attribute(a[0], "tasks").asList else { return .none }
            list.elements.append(try machine.call(.object(task), Arguments([a[1]] + a.list(2), keywords: a.dict(3))))
            return .none
        }
        tasks.method("__call__", "self") { machine, a in
            let own = a[0]
            return .object(
                PyNativeAwaitable { machine in
                    guard let list = try machine.attribute(own, "tasks").asList else { return .none }
                    var index = 0
                    // A task may add another one.
                    while index < list.elements.count {
                        try machine.charge(instructions: 10_000)
                        _ = try await machine.finishCall(list.elements[index], Arguments())
                        index += 1
                    }
                    return .none
                })
        }
    }
}
