/// Variables.
extension Machine {
    /// A variable is read or deleted before it was bound.
    func unbound(_ frame: Frame, _ slot: Int) -> PyError {
        let code = frame.code
        let name = code.slotNames[slot]
        if slot >= code.localCount + code.cellCount {
            return nameError(
                "cannot access free variable '\(name.string)' where it is not associated with a value in enclosing scope", name)
        }
        return unboundLocal("cannot access local variable '\(name.string)' where it is not associated with a value", name)
    }

    private func unboundLocal(_ message: String, _ name: PyStr) -> PyError {
        let raised = error("UnboundLocalError", message)
        raised.exception.dictionary["name"] = .str(name)
        return raised
    }

    /// A NameError with its `name`.
    func nameError(_ message: String, _ name: PyStr) -> PyError {
        let raised = error("NameError", message)
        raised.exception.dictionary["name"] = .str(name)
        return raised
    }

    /// The cell in a slot.
    @inline(__always)
    func cell(_ slot: Value?) -> PyCell? {
        if case .object(let object)? = slot { return object.exactly(PyCell.self) }
        return nil
    }

    func loadCell(_ slot: Value?, _ frame: Frame, _ index: Int) throws -> Value {
        if let value = cell(slot)?.value { return value }
        throw unbound(frame, index)
    }

    func deleteCell(_ slot: Value?, _ frame: Frame, _ index: Int) throws {
        guard let cell = cell(slot), cell.value != nil else { throw unbound(frame, index) }
        cell.value = nil
    }

    /// A captured variable in a class body, where the body's own names go first.
    func loadClassCell(_ frame: Frame, _ instruction: Instruction, _ slot: Value?) throws -> Value {
        if let own = frame.namespace?.value(forName: frame.names[instruction.index]) { return own }
        return try loadCell(slot, frame, Int(instruction.small))
    }

    /// A global or built-in name, by the place it had last time if no name came or went since.
    @inline(__always)
    func loadGlobal(_ frame: Frame, _ instruction: Instruction) throws -> Value {
        let caches = frame.caches
        let cache = caches.first(instruction.small)
        let globals = frame.globalsReference
        let shape = globals._withUnsafeGuaranteedRef { $0.shape }
        if caches.holds(cache, for: globals._withUnsafeGuaranteedRef { ObjectIdentifier($0) }, at: shape) {
            let position = caches[cache].position
            if !caches[cache].isBuiltin { return globals._withUnsafeGuaranteedRef { $0.value(at: position) } }
            if caches[cache].shape == builtins.shape { return builtins.value(at: position) }
        }
        return try loadGlobalSlowly(frame, instruction)
    }

    @inline(never)
    private func loadGlobalSlowly(_ frame: Frame, _ instruction: Instruction) throws -> Value {
        let globals = frame.globals
        let caches = frame.caches
        let cache = caches.first(instruction.small)
        let name = frame.names[instruction.index]
        if let position = globals.position(ofName: name) {
            caches[cache].remember(globals, position)
            return globals.value(at: position)
        }
        guard let position = builtins.position(ofName: name) else {
            throw nameError("name '\(name.string)' is not defined", name)
        }
        caches[cache].remember(globals, position, builtins: builtins)
        return builtins.value(at: position)
    }

    /// Sets a global name.
    func storeGlobal(_ frame: Frame, _ instruction: Instruction, _ value: Value) {
        let caches = frame.caches
        let cache = caches.first(instruction.small)
        let globals = frame.globals
        if caches.holds(cache, for: ObjectIdentifier(globals), at: globals.shape) {
            return globals.setValue(value, at: caches[cache].position)
        }
        let name = frame.names[instruction.index]
        globals.setValue(value, forName: name)
        if let position = globals.position(ofName: name) { caches[cache].remember(globals, position) }
    }

    /// A name of a class body: its own names, then the globals, then the built-in names.
    func loadName(_ frame: Frame, _ instruction: Instruction) throws -> Value {
        let name = frame.names[instruction.index]
        if let own = frame.namespace?.value(forName: name) { return own }
        if let global = frame.globals.value(forName: name) ?? builtins.value(forName: name) { return global }
        throw nameError("name '\(name.string)' is not defined", name)
    }

    func deleteName(_ name: PyStr, in table: PyDict) throws {
        guard let position = table.position(ofName: name) else { throw nameError("name '\(name.string)' is not defined", name) }
        table.removeEntry(at: position)
    }

    func setUpAnnotations(_ table: PyDict) {
        if table.position(ofName: names.annotations) == nil { table.setValue(.dict(PyDict()), forName: names.annotations) }
    }

    // MARK: Imports

    func importName(_ name: String, _ instruction: Instruction) throws -> Value {
        if instruction.small > 0 { throw error("ImportError", "attempted relative import with no known parent package") }
        let module = try importModule(name)
        if instruction.flag == 1 { return .object(module) }
        let root = String(name.prefix { $0 != "." })
        return .object(root == name ? module : try importModule(root))
    }

    func importFrom(_ module: Value, _ name: PyStr) throws -> Value {
        do {
            if let found = try lookup(module, name) { return found }
        } catch let raised as PyError where isError(raised, "AttributeError") {
            // What a module's `__getattr__` lacks cannot be imported either.
        }
        guard let module = module.asObject as? PyModule else { throw error("ImportError", "cannot import name '\(name.string)'") }
        if let submodule = try modules.module(module.name + "." + name.string, self) { return .object(submodule) }
        let raised = error("ImportError", "cannot import name '\(name.string)' from '\(module.name)' (unknown location)")
        raised.exception.dictionary["name"] = .string(module.name)
        throw raised
    }

    func importStar(_ module: Value, into table: PyDict) {
        guard let module = module.asObject as? PyModule else { return }
        let exported = module.namespace["__all__"].flatMap { value -> [PyStr]? in
            (value.asList?.elements ?? value.asTuple?.elements)?.compactMap(\.asStr)
        }
        for (key, value) in module.namespace.items {
            guard let name = key.asStr else { continue }
            if let exported, !exported.contains(name) { continue }
            if exported == nil, name.utf8.first == UInt8(ascii: "_") { continue }
            table.setValue(value, forName: name)
        }
    }
}
