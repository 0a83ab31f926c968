/// `ascii`, `callable`, `delattr`, `format`, `getattr`, `hasattr`, `hash`, `id`, `isinstance`, `issubclass`, `print`, `repr`, `setattr`.
enum ObjectFunctions {
    /// Puts the functions into `machine.builtins`.
    static func install(_ machine: Machine) {
        machine.define("repr", "obj, /") { machine, a in .str(try machine.reprStr(a[0])) }
        machine.define("ascii", "obj, /") { machine, a in
            let text = try machine.reprStr(a[0])
            try machine.charge(instructions: text.byteCount)
            return .str(TextRepr.escapingNonASCII(text))
        }
        machine.define("format", "value, format_spec='', /") { machine, a in
            guard let spec = a[1].asStr else {
                throw machine.error("TypeError", "format() argument 2 must be str, not \(machine.typeName(a[1]))")
            }
            return .str(try machine.format(a[0], spec))
        }
        machine.define("hash", "obj, /") { machine, a in .int(try machine.hash(a[0])) }
        machine.define("id", "obj, /") { machine, a in .int(machine.identity(a[0])) }
        machine.define("callable", "obj, /") { machine, a in .bool(machine.isCallable(a[0])) }
        machine.define("isinstance", "obj, class_or_tuple, /") { machine, a in .bool(try machine.isInstance(a[0], of: a[1])) }
        machine.define("issubclass", "cls, class_or_tuple, /") { machine, a in
            .bool(try machine.isSubclass(a[0], of: a[1]))
        }
        installAttributes(machine)
        installPrint(machine)
    }

    private static func attributeName(_ machine: Machine, _ value: Value) throws -> String {
        guard let name = value.asStr else {
            throw machine.error("TypeError", "attribute name must be string, not '\(machine.typeName(value))'")
        }
        return name.string
    }

    private static func installAttributes(_ machine: Machine) {
        machine.define("getattr", "object, name, default?, /") { machine, a in
            let name = try attributeName(machine, a[1])
            guard let fallback = a.ifGiven(2) else { return try machine.attribute(a[0], name) }
            return try machine.attributeIfPresent(a[0], name) ?? fallback
        }
        machine.define("hasattr", "obj, name, /") { machine, a in
            .bool(try machine.attributeIfPresent(a[0], attributeName(machine, a[1])) != nil)
        }
        machine.define("setattr", "obj, name, value, /") { machine, a in
            try machine.setAttribute(a[0], attributeName(machine, a[1]), a[2])
            return .none
        }
        machine.define("delattr", "obj, name, /") { machine, a in
            try machine.deleteAttribute(a[0], attributeName(machine, a[1]))
            return .none
        }
    }

    private static func installPrint(_ machine: Machine) {
        machine.define("print", "*args, sep=None, end=None, file=None, flush=False") { machine, a in
            func part(_ index: Int, _ name: String, _ missing: String) throws -> String {
                if a[index].isNone { return missing }
                guard let text = a[index].asString else {
                    throw machine.error("TypeError", "\(name) must be None or a string, not \(machine.typeName(a[index]))")
                }
                return text
            }
            let separator = try part(1, "sep", " "), ending = try part(2, "end", "\n")
            let write = try writer(a[3], machine)
            // What comes before an argument that cannot be printed is printed.
            var text = ""
            for (index, value) in a.list(0).enumerated() {
                if index > 0 { text += separator }
                do {
                    text += try machine.str(value)
                } catch {
                    if !text.isEmpty { try write(text) }
                    throw error
                }
            }
            try write(text + ending)
            return .none
        }
    }

    /// What `print` writes with: `write` of its `file`, or into the log of the run.
    private static func writer(_ file: Value, _ machine: Machine) throws -> (String) throws -> Void {
        if file.isNone {
            if let replaced = machine.replacedOutput { return replaced.isNone ? { _ in } : try writer(replaced, machine) }
            return { text in
                try machine.charge(bytes: text.utf8.count)
                machine.context.write(text)
            }
        }
        let method = try machine.attribute(file, "write")
        return { text in _ = try machine.call(method, .string(text)) }
    }
}
