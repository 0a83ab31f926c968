/// Where the program is.
extension Machine {
    /// The innermost place of the program that is executing, or nil while none is.
    ///
    /// What the library does, it does for the place that called it.
    public var callSite: CallSite? {
        (0..<depth).reversed().first { !frames[$0].code.unit.isLibrary }.map { site(of: frames[$0]) }
    }

    /// All places of the program that are executing, innermost first.
    public var callStack: [CallSite] { (0..<depth).reversed().filter { !frames[$0].code.unit.isLibrary }.map { site(of: frames[$0]) } }

    /// The place of a frame's current instruction.
    func site(of frame: Frame) -> CallSite {
        let code = frame.code
        let position = min(max(0, frame.pc - 1), code.ranges.count - 1)
        let range = code.ranges.isEmpty ? code.range : code.ranges[position]
        return CallSite(function: code.name, range: range, line: code.unit.source.line(at: range.start))
    }

    /// The global names of the innermost frame, for `globals()`.
    public var currentGlobals: PyDict? { depth > 0 ? frames[depth - 1].globals : nil }

    /// The variables of the innermost frame by name, for `locals()`: in a module or class body its names themselves, else a copy.
    public func currentLocals() -> PyDict {
        guard depth > 0 else { return PyDict() }
        let frame = frames[depth - 1]
        if let namespace = frame.namespace { return namespace }
        let locals = PyDict()
        let slots = stack.cursor(at: frame.base)
        for (index, name) in frame.code.slotNames.enumerated() {
            var value = slots[index]
            if index >= frame.code.localCount, case .object(let object)? = value, let cell = object as? PyCell { value = cell.value }
            if let value { locals.setValue(value, forName: name) }
        }
        return locals
    }
}
