/// Opening and closing frames.
extension Machine {
    /// The first free slot above all open frames.
    var stackTop: Int { depth > 0 ? frames[depth - 1].limit : 0 }

    /// Opens a frame whose variables start at `base`; the caller fills them and sets what is special about it.
    ///
    /// Raises RecursionError past the limit of depth or where the value stack is full.
    @inline(__always)
    func pushFrame(_ code: PyCode, globals: PyDict, at base: Int) throws -> Frame {
        let limit = base &+ code.frameSize
        if depth >= depthLimit || limit >= stack.capacity { throw recursionError() }
        let frame = frames.next(code, globals)
        if frame.hasNamespace { frame.namespace = nil }
        frame.base = base
        frame.top = base
        frame.limit = limit
        frame.pc = 0
        depth &+= 1
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
        frame.clear()
        depth -= 1
    }

    /// Runs the frame that was pushed last until it returns.
    func runEntry() throws -> Value {
        switch try run(until: depth) {
        case .returned(let value), .yielded(let value):
            if frames.hasDropped { try closeDropped() }
            return value
        }
    }
}
