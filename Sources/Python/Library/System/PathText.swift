/// Paths as texts, by the rules of `posixpath`.
enum PathText {
    /// The parts with slashes between them; an absolute one starts anew.
    static func join(_ parts: [String]) -> String {
        parts.dropFirst().reduce(parts.first ?? "") { path, part in
            if part.hasPrefix("/") { return part }
            return path.isEmpty || path.hasSuffix("/") ? path + part : path + "/" + part
        }
    }

    /// What stands before and behind the last slash.
    static func split(_ path: String) -> (head: String, tail: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        var head = String(path[...slash])
        if !head.allSatisfy({ $0 == "/" }) { while head.hasSuffix("/") { head.removeLast() } }
        return (head, String(path[path.index(after: slash)...]))
    }

    /// The name and the extension with its point; points at the start belong to the name.
    static func splitExtension(_ path: String) -> (root: String, ext: String) {
        let (_, tail) = split(path)
        let leading = tail.prefix { $0 == "." }.count
        guard let point = tail.dropFirst(leading).lastIndex(of: ".") else { return (path, "") }
        let ext = String(tail[point...])
        return (String(path.dropLast(ext.count)), ext)
    }

    /// A path without doubled slashes, `.` and `..`.
    static func normalise(_ path: String) -> String {
        if path.isEmpty { return "." }
        let slashes = path.hasPrefix("//") && !path.hasPrefix("///") ? 2 : path.hasPrefix("/") ? 1 : 0
        var kept: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." || (slashes == 0 && kept.isEmpty) || kept.last == ".." {
                kept.append(part)
            } else if !kept.isEmpty {
                kept.removeLast()
            }
        }
        let made = String(repeating: "/", count: slashes) + kept.joined(separator: "/")
        return made.isEmpty ? "." : made
    }

    /// The module `os.path`.
    static func makeModule(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "posixpath")
        func text(_ value: Value, _ machine: Machine) throws -> String {
            if let text = value.asString { return text }
            if let method = try machine.method(value, "__fspath__") { return try machine.str(try machine.call(method)) }
            throw machine.error("TypeError", "expected str, bytes or os.PathLike object, not \(machine.type(of: value).name)")
        }
        module.function(machine, "join", "a, *p") { machine, a in .string(join(try ([a[0]] + a.list(1)).map { try text($0, machine) })) }
        module.function(machine, "split", "p") { machine, a in
            let parts = split(try text(a[0], machine))
            return .tuple([.string(parts.head), .string(parts.tail)])
        }
        module.function(machine, "splitext", "p") { machine, a in
            let parts = splitExtension(try text(a[0], machine))
            return .tuple([.string(parts.root), .string(parts.ext)])
        }
        module.function(machine, "basename", "p") { machine, a in .string(split(try text(a[0], machine)).tail) }
        module.function(machine, "dirname", "p") { machine, a in .string(split(try text(a[0], machine)).head) }
        module.function(machine, "isabs", "s") { machine, a in .bool(try text(a[0], machine).hasPrefix("/")) }
        module.function(machine, "normpath", "path") { machine, a in .string(normalise(try text(a[0], machine))) }
        module.function(machine, "commonprefix", "m") { machine, a in
            let all = try machine.array(a[0]).map { try text($0, machine) }
            guard let first = all.min(), let last = all.max() else { return "" }
            return .string(String(zip(first, last).prefix { $0 == $1 }.map(\.0)))
        }
        for name in [
            "exists", "isfile", "isdir", "getsize", "getmtime", "abspath", "realpath", "expanduser", "expandvars", "relpath", "islink",
            "lexists",
        ] {
            module.function(machine, name, "*args, **kwargs") { machine, _ in throw Sandbox.limit("os.path.\(name)()", machine) }
        }
        module.add("sep", "/")
        return module
    }
}
