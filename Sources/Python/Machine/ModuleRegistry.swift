/// The modules that a program can import: each is built at its first import.
public final class ModuleRegistry {
    /// Makes a module.
    public typealias Builder = (Machine) throws -> PyModule

    private var builders: [String: Builder] = [:]
    private var loaded: [String: PyModule] = [:]
    private var building: Set<String> = []

    /// The modules that were imported and the program's own, as `sys.modules` shows them.
    let table = PyDict()

    init() {}

    /// Makes a module known under its dotted name.
    public func register(_ name: String, _ build: @escaping Builder) { builders[name] = build }

    /// Whether a module, or a package of one, has that dotted name.
    public func isRegistered(_ name: String) -> Bool {
        loaded[name] != nil || builders[name] != nil || builders.keys.contains { $0.hasPrefix(name + ".") }
    }

    /// The module of that name if it was imported before.
    func loadedModule(_ name: String) -> PyModule? { loaded[name] }

    /// The modules that were imported, unordered.
    var built: [PyModule] { Array(loaded.values) }

    /// Whether a module was imported.
    func isBuilt(_ name: String) -> Bool { loaded[name] != nil }

    /// The names of all registered modules, unordered.
    public var names: [String] { Array(builders.keys) }

    /// The module, built if this is its first import; nil where no module has that name.
    ///
    /// A package without a builder of its own becomes an empty module. A submodule becomes an attribute of its package.
    public func module(_ name: String, _ machine: Machine) throws -> PyModule? {
        if let module = loaded[name] { return module }
        guard isRegistered(name) else { return nil }
        let parent = name.lastIndex(of: ".").map { String(name[..<$0]) }
        // A package that is being built imports its own submodules.
        let package = try parent.flatMap { building.contains($0) ? nil : try self.module($0, machine) }
        building.insert(name)
        defer { building.remove(name) }
        let module = try builders[name]?(machine) ?? PyModule(name: name)
        loaded[name] = module
        table[name] = .object(module)
        if let package, let parent { package.namespace[String(name.dropFirst(parent.count + 1))] = .object(module) }
        return module
    }
}
