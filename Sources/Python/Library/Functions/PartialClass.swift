/// `functools.partial` and `partialmethod`.
enum PartialClass {
    /// Puts its names into the module.
    static func add(to module: PyModule, _ machine: Machine) throws {
        let type = try machine.types.make("partial", module: "functools")
        type.messageName = "functools.partial"
        TypeFormInstallation.makeSubscriptable(type)
        type.method("__init__", "self, func?, /, *args, **keywords") { machine, a in
            if !a.isGiven(1) { throw machine.error("TypeError", "type 'partial' takes at least one argument") }
            guard machine.isCallable(a[1]) else { throw machine.error("TypeError", "the first argument must be callable") }
            let keywords = PyDict()
            for (name, value) in a.dict(3) { keywords[name] = value }
            let inner = a[1].asInstance.flatMap { $0.instanceType.isSubtype(of: type) ? $0.attributes : nil }
            let merged = inner?["keywords"]?.asDict?.copy() ?? PyDict()
            for (name, value) in keywords.items { if let name = name.asStr { merged.setValue(value, forName: name) } }
            a[0].asInstance?.dictionary["func"] = inner?["func"] ?? a[1]
            a[0].asInstance?.dictionary["args"] = .tuple((inner?["args"]?.asTuple?.elements ?? []) + a.list(2))
            a[0].asInstance?.dictionary["keywords"] = .dict(merged)
            return .none
        }
        type.method("__call__", "self, /, *args, **keywords") { machine, a in try call(a[0], [], a.list(1), a.dict(2), machine) }
        type.method("__repr__", "self, /") { machine, a in
            let state = a[0].asInstance?.attributes
            var parts = [try machine.repr(state?["func"] ?? .none)]
            parts += try (state?["args"]?.asTuple?.elements ?? []).map { try machine.repr($0) }
            parts += try (state?["keywords"]?.asDict?.items ?? []).map { "\($0.key.asString ?? "")=\(try machine.repr($0.value))" }
            return .string("functools.partial(\(parts.joined(separator: ", ")))")
        }
        module.add(type)
        let method = try machine.types.make("partialmethod", module: "functools", bases: [type])
        method.method("__get__", "self, obj, cls=None, /") { machine, a in
            let (own, receiver) = (a[0], a[1])
            return machine.native("partialmethod", "*args, **keywords") { machine, a in
                try call(own, receiver.isNone ? [] : [receiver], a.list(0), a.dict(1), machine)
            }
        }
        module.add(method)
    }

    private static func call(
        _ partial: Value, _ first: [Value], _ arguments: [Value], _ keywords: [(name: String, value: Value)], _ machine: Machine
    ) throws -> Value {
        let state = partial.asInstance?.attributes
        var all = (state?["keywords"]?.asDict?.items ?? []).map { (name: $0.key.asString ?? "", value: $0.value) }
        for keyword in keywords {
            if let index = all.firstIndex(where: { $0.name == keyword.name }) { all[index] = keyword } else { all.append(keyword) }
        }
        let positional = first + (state?["args"]?.asTuple?.elements ?? []) + arguments
        return try machine.call(state?["func"] ?? .none, Arguments(positional, keywords: all))
    }
}
