/// The module `pathlib`: pure paths; what would touch a file raises `PlaygroundLimit`.
enum PathlibModule {
    /// Builds the module.
    static func make(_ machine: Machine) throws -> PyModule {
        let module = PyModule(name: "pathlib")
        let pure = try machine.types.make("PurePath", module: "pathlib")
        install(pure)
        installParts(pure)
        module.add(pure)
        let posix = try machine.types.make("PurePosixPath", module: "pathlib", bases: [pure])
        module.add(posix)
        let path = try machine.types.make("Path", module: "pathlib", bases: [pure])
        for name in [
            "open", "read_text", "read_bytes", "write_text", "write_bytes", "exists", "is_file", "is_dir", "mkdir", "rmdir", "unlink",
            "rename",
            "iterdir", "glob", "rglob", "stat", "touch", "resolve", "absolute", "expanduser", "samefile", "owner", "chmod",
        ] {
            path.method(name, "self, *args, **kwargs") { machine, _ in throw Sandbox.limit("Path.\(name)()", machine) }
        }
        for name in ["cwd", "home"] {
            path.classMethod(name, "cls") { machine, _ in throw Sandbox.limit("Path.\(name)()", machine) }
        }
        module.add(path)
        module.add(try machine.types.make("PosixPath", module: "pathlib", bases: [path, posix]))
        return module
    }

    private static func text(_ value: Value) -> String? { value.asInstance?.attributes?["_path"]?.asString }

    /// A path without doubled slashes and dots.
    private static func clean(_ path: String) -> String {
        let root = path.hasPrefix("//") && !path.hasPrefix("///") ? "//" : path.hasPrefix("/") ? "/" : ""
        let made = root + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        return made.isEmpty ? "." : made
    }

    private static func make(_ path: String, like value: Value, _ machine: Machine) -> Value { make(path, machine.type(of: value)) }

    private static func make(_ path: String, _ type: PyType) -> Value {
        let made = PyInstance(type: type)
        made.dictionary["_path"] = .string(clean(path))
        return .object(made)
    }

    private static func segment(_ value: Value, _ machine: Machine) throws -> String {
        if let path = text(value) ?? value.asString { return path }
        throw machine.error(
            "TypeError",
            "argument should be a str object or an os.PathLike object returning str, not \(try machine.repr(.object(machine.type(of: value))))"
        )
    }

    private static func install(_ type: PyType) {
        let new = PyNativeFunction("__new__", qualifiedName: "PurePath.__new__") { machine, arguments in
            guard let cls = arguments.positional.first?.asType else { return .none }
            let parts = try arguments.positional.dropFirst().map { try segment($0, machine) }
            let real = cls.name == "Path" && cls.module == "pathlib" ? try machine.imported("pathlib", "PosixPath").asType ?? cls : cls
            let actual =
                cls.name == "PurePath" && cls.module == "pathlib" ? try machine.imported("pathlib", "PurePosixPath").asType ?? cls : real
            return make(PathText.join(parts.isEmpty ? ["."] : parts), actual)
        }
        type.constant("__new__", .object(PyMethodWrapper(.staticMethod, .object(new))))
        type.method("__str__", "self, /") { _, a in .string(text(a[0]) ?? "") }
        type.method("__fspath__", "self, /") { _, a in .string(text(a[0]) ?? "") }
        type.method("as_posix", "self") { _, a in .string(text(a[0]) ?? "") }
        type.method("__repr__", "self, /") { machine, a in
            .string("\(machine.typeName(a[0]))(\(try machine.repr(.string(text(a[0]) ?? ""))))")
        }
        type.method("__truediv__", "self, key, /") { machine, a in
            guard let other = text(a[1]) ?? a[1].asString else { return machine.notImplemented }
            return make(PathText.join([text(a[0]) ?? "", other]), like: a[0], machine)
        }
        type.method("__rtruediv__", "self, key, /") { machine, a in
            guard let other = a[1].asString else { return machine.notImplemented }
            return make(PathText.join([other, text(a[0]) ?? ""]), like: a[0], machine)
        }
        type.method("joinpath", "self, *args") { machine, a in
            make(PathText.join([text(a[0]) ?? ""] + (try a.list(1).map { try segment($0, machine) })), like: a[0], machine)
        }
        DateClass.installComparison(type, "PurePath") { a, b, _ in
            guard let x = text(a), let y = text(b) else { return nil }
            let (left, right) = (parts(x), parts(y))
            return left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
        }
        type.method("__hash__", "self, /") { machine, a in .int(try machine.hash(.string(text(a[0]) ?? ""))) }
    }

    private static func parts(_ path: String) -> [String] {
        let root = path.hasPrefix("//") && !path.hasPrefix("///") ? "//" : path.hasPrefix("/") ? "/" : ""
        let names = path.split(separator: "/").map(String.init).filter { $0 != "." }
        return root.isEmpty ? names : [root] + names
    }

    private static func name(_ path: String) -> String {
        let last = parts(path).last ?? ""
        return last.hasPrefix("/") ? "" : last
    }

    private static func suffix(_ name: String) -> String {
        guard let point = name.lastIndex(of: "."), point != name.startIndex, name.index(after: point) != name.endIndex else { return "" }
        return String(name[point...])
    }

    private static func parent(_ path: String) -> String {
        let all = parts(path)
        guard let last = all.last, !last.hasPrefix("/") else { return path }
        return all.count == 1 ? "." : PathText.join(Array(all.dropLast()))
    }

    private static func installParts(_ type: PyType) {
        func attribute(_ attribute: String, _ read: @escaping (String) -> Value) {
            type.getter(attribute) { _, value in read(text(value) ?? "") }
        }
        attribute("parts") { .tuple(parts($0).map { .string($0) }) }
        attribute("name") { .string(name($0)) }
        attribute("suffix") { .string(suffix(name($0))) }
        attribute("stem") { path in
            let own = name(path)
            return .string(String(own.dropLast(suffix(own).count)))
        }
        attribute("suffixes") { path in
            let own = name(path)
            if own.hasSuffix(".") { return .list([]) }
            let rest = own.drop { $0 == "." }
            return .list(rest.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map { .string(".\($0)") })
        }
        attribute("root") { .string($0.hasPrefix("/") ? "/" : "") }
        attribute("anchor") { .string($0.hasPrefix("/") ? "/" : "") }
        attribute("drive") { _ in "" }
        type.getter("parent") { machine, value in make(parent(text(value) ?? ""), like: value, machine) }
        type.getter("parents") { machine, value in
            var found: [Value] = []
            var path = text(value) ?? ""
            while parent(path) != path, path != "." {
                path = parent(path)
                found.append(make(path, like: value, machine))
            }
            return .tuple(found)
        }
        installChanges(type)
    }

    private static func installChanges(_ type: PyType) {
        type.method("is_absolute", "self") { _, a in .bool((text(a[0]) ?? "").hasPrefix("/")) }
        type.method("with_name", "self, name") { machine, a in
            let path = text(a[0]) ?? ""
            if name(path).isEmpty { throw machine.error("ValueError", "\(try machine.repr(a[0])) has an empty name") }
            return make(PathText.join([parent(path), try segment(a[1], machine)]), like: a[0], machine)
        }
        type.method("with_suffix", "self, suffix") { machine, a in
            let path = text(a[0]) ?? ""
            let own = name(path)
            let new = a[1].asString ?? ""
            if !new.isEmpty, !new.hasPrefix(".") || new == "." {
                throw machine.error("ValueError", "Invalid suffix \(try machine.repr(a[1]))")
            }
            return make(PathText.join([parent(path), own.dropLast(suffix(own).count) + new]), like: a[0], machine)
        }
        type.method("with_stem", "self, stem") { machine, a in
            let path = text(a[0]) ?? ""
            return make(PathText.join([parent(path), try segment(a[1], machine) + suffix(name(path))]), like: a[0], machine)
        }
        for method in ["relative_to", "is_relative_to"] {
            type.method(method, "self, *other") { machine, a in
                let base = PathText.join(try a.list(1).map { try segment($0, machine) })
                let (own, other) = (parts(text(a[0]) ?? ""), parts(clean(base)))
                let isBelow = own.starts(with: other)
                if method == "is_relative_to" { return .bool(isBelow) }
                guard isBelow else {
                    throw machine.error(
                        "ValueError",
                        "\(try machine.repr(.string(text(a[0]) ?? ""))) is not in the subpath of \(try machine.repr(.string(clean(base)))) OR one "
                            + "path is relative and the other is absolute.")
                }
                return make(own.dropFirst(other.count).joined(separator: "/"), like: a[0], machine)
            }
        }
    }
}
