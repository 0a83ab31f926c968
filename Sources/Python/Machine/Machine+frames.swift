/// Opening and closing frames.
extension Machine {
    /// The first free slot above all open frames.
    var stackTop: Int { depth > 0 ? frames[depth - 1].limit : 0 }

    /// Opens a frame whose variables start at `base`; the caller fills them and sets what is special about it.
    ///
    /// Raises RecursionError past the limit of depth or where the value stack is full.
    func pushFrame(_ code: PyCode, globals: PyDict, at base: Int) throws -> Frame {
        guard depth < context.budget.depth, stack.hasRoom(for: code.slotCount + code.stackSize + 16, at: base) else {
            throw recursionError()
        }
        if depth == frames.count { frames.append(Frame(code: code, globals: globals)) }
        let frame = frames[depth]
        if frame.code !== code { frame.code = code }
        if frame.globals !== globals { frame.globals = globals }
        if frame.namespace != nil { frame.namespace = nil }
        frame.base = base
        frame.top = base
        frame.limit = base + code.slotCount + code.stackSize + 4
        frame.pc = 0
        depth += 1
        return frame
    }

    /// Appends a variable to a frame that does not run yet.
    func pushSlot(of frame: Frame, _ value: Value?) {
        var cursor = stack.cursor(at: frame.top)
        cursor.pushSlot(value)
        frame.top += 1
    }

    /// Closes the innermost frame and releases what it holds.
    func popFrame() {
        let frame = frames[depth - 1]
        var cursor = stack.cursor(at: frame.top)
        cursor.drop(frame.top - frame.base)
        frame.top = frame.base
        frame.handled = nil
        frame.generator = nil
        depth -= 1
    }

    /// Runs the frame that was pushed last until it returns.
    func runEntry() throws -> Value {
        switch try run(until: depth) {
        case .returned(let value), .yielded(let value): return value
        }
    }
}
