import Python

/// Stand-ins for what is not part of the playground: they can be imported, made and decorated with, and say so where they are used.
///
/// A program that uses them gets a finding at the line, and everything else in it works.
final class UnsupportedNames {
    /// An object that answers every question with itself.
    final class StandIn: PyInstance {}

    private unowned let machine: Machine
    private var types: [String: PyType] = [:]
    /// What was used, with its place.
    private(set) var uses: [(site: CallSite?, text: String)] = []

    init(_ machine: Machine) { self.machine = machine }

    /// The stand-in of a class.
    func type(_ name: String, module: String) -> Value {
        if let known = types[name] { return .object(known) }
        guard let type = try? machine.types.make(name, module: module) else { return .none }
        type.allocates { StandIn(type: $0) }
        type.method("__init__", "self, *args, **kwargs") { [unowned self] machine, a in
            note(machine.typeName(a[0]), machine)
            return .none
        }
        type.method("__getattr__", "self, name, /") { machine, a in
            if let name = a[1].asString, name.hasPrefix("__") {
                throw machine.error("AttributeError", "'\(machine.typeName(a[0]))' object has no attribute '\(name)'")
            }
            return a[0]
        }
        type.method("__call__", "self, *args, **kwargs") { _, a in a[0] }
        types[name] = type
        return .object(type)
    }

    /// Notes a use at the place that runs now.
    func note(_ name: String, _ machine: Machine) {
        uses.append((machine.callSite, "\(name) is not part of the playground; what needs it is left out"))
    }

    /// Notes something at a place.
    func note(_ text: String, at site: CallSite?) { uses.append((site, text)) }

    /// Whether a value is one of these, or an object of one.
    func isStandIn(_ value: Value) -> Bool {
        value.asObject is StandIn || value.asType.map { type in types.values.contains { type.isSubtype(of: $0) } } == true
    }

    /// Throws where a callable or annotation is one of these or holds one, so that only its path operation is left out.
    func check(_ value: Value, _ machine: Machine, depth: Int = 0) throws {
        if depth < 8, let parts = (value.asObject as? PyGenericAlias)?.arguments ?? (value.asObject as? PyUnion)?.members {
            for part in parts { try check(part, machine, depth: depth + 1) }
        }
        guard isStandIn(value) else { return }
        throw machine.error("PlaygroundLimit", "\(value.asType?.name ?? machine.typeName(value)) is not part of the playground")
    }
}
