import Python

/// An application below a path of another one (Starlette 1.10.0 routing.py `Mount`).
final class MountedApplication {
    /// The path without a slash at its end.
    let path: String
    /// What runs: an application, a router, or anything that speaks ASGI.
    let application: Value
    let name: String?
    let site: CallSite?
    private let pattern: PathPattern
    private weak var object: MountObject?

    init(path: String, application: Value, name: String?, site: CallSite?) throws(PathPattern.Problem) {
        guard path.isEmpty || path.hasPrefix("/") else {
            throw PathPattern.Problem(kind: "AssertionError", text: "Routed paths must start with '/'")
        }
        var path = path
        while path.hasSuffix("/") { path.removeLast() }
        self.path = path
        self.application = application
        self.name = name
        self.site = site
        pattern = try PathPattern(path + "/{path:path}")
    }

    /// The same application under a prefix.
    func below(_ prefix: String) throws(PathPattern.Problem) -> MountedApplication {
        let made = try MountedApplication(path: prefix + path, application: application, name: name, site: site)
        made.object = object
        return made
    }

    /// What a path says.
    struct Match {
        /// The part of the path above the application.
        var above: String
        var parameters: [(name: String, value: String, convertor: PathPattern.Convertor)]
    }

    /// Nil where the path is not below this one.
    func match(_ route: [UInt8]) -> Match? {
        guard var found = pattern.match(route), let rest = found.popLast() else { return nil }
        return Match(above: String(decoding: route.dropLast(rest.value.utf8.count + 1), as: UTF8.self), parameters: found)
    }

    /// The path of a route inside, or of the mount itself where it is named; nil where nothing has that name.
    func path(
        _ name: String, _ values: [(name: String, value: Value)], _ inner: (String, [(name: String, value: Value)]) throws -> String?,
        _ machine: Machine
    ) throws -> String? {
        if let own = self.name, name == own, let index = values.firstIndex(where: { $0.name == "path" }) {
            var values = values
            var text = try machine.str(values[index].value)
            while text.hasPrefix("/") { text.removeFirst() }
            values[index].value = .string(text)
            let path = try pattern.filled(&values, machine)
            return values.isEmpty ? path : nil
        }
        let remaining: String
        if let own = self.name {
            guard name.hasPrefix(own + ":") else { return nil }
            remaining = String(name.dropFirst(own.count + 1))
        } else {
            remaining = name
        }
        let path = values.filter { $0.name == "path" }
        var inside = values.filter { $0.name != "path" } + [("path", "")]
        var prefix = try pattern.filled(&inside, machine)
        guard let rest = try inner(remaining, inside + path) else { return nil }
        while prefix.hasSuffix("/") { prefix.removeLast() }
        return prefix + rest
    }

    /// Says what object the program made for it.
    fileprivate func isShown(as made: MountObject) {
        made.dictionary["path"] = .string(path)
        made.dictionary["name"] = name.map { .string($0) } ?? Value.none
        made.dictionary["app"] = application
        object = made
    }

    /// What the program sees of it.
    func object(_ framework: FrameworkClasses) -> MountObject {
        if let object { return object }
        let made = MountObject(type: framework.mount)
        made.fill(self)
        return made
    }
}

/// An instance of Starlette's `Mount`.
final class MountObject: PyInstance {
    fileprivate(set) var mount: MountedApplication?

    /// Takes over what the program gave to the constructor.
    func fill(_ mount: MountedApplication) {
        self.mount = mount
        mount.isShown(as: self)
    }
}
