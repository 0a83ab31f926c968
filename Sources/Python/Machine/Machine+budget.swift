extension Machine {
    /// Takes instructions off the budget of the current run; throws `MachineLimit` once it is used up.
    @inline(__always)
    public func charge(instructions: Int) throws {
        let left = frames.instructionsLeft &- max(0, instructions)
        frames.instructionsLeft = left
        if left < 0 { try endSlice() }
    }

    /// Takes bytes off the budget of the current run; throws `MachineLimit` once it is used up.
    ///
    /// Native code calls it before it allocates.
    @inline(__always)
    public func charge(bytes: Int) throws {
        let (left, overflow) = context.bytesLeft.subtractingReportingOverflow(max(0, bytes))
        if overflow || left < 0 { throw outOfMemory() }
        context.bytesLeft = left
        unseenBytes &-= bytes
        if unseenBytes < 0 { try look(before: bytes) }
    }

    /// Takes `count` times so many bytes off the budget, however many that are.
    @inline(__always)
    public func charge(bytes: Int, times count: Int) throws {
        let (total, overflow) = bytes.multipliedReportingOverflow(by: count)
        try charge(bytes: overflow && count > 0 ? .max : total)
    }

    /// Looks at the process before native work on a large text or large bytes, which may take several times their memory.
    ///
    /// What charges for its work itself is looked at once more; this is for whatever does not.
    func prepare(for argument: Value) throws {
        switch argument {
        case .str(let text): try prepare(forBytes: text.byteCount)
        case .object(let object): try prepare(forBytes: object.exactly(PyBytes.self)?.bytes.count ?? 0)
        default: break
        }
    }

    /// The same for the top `count` operands.
    @inline(__always)
    func prepare(for count: Int, below cursor: StackCursor) throws {
        var depth = 1
        while depth <= count {
            if let text = cursor.text(below: depth) {
                try prepare(forBytes: text._withUnsafeGuaranteedRef(\.byteCount))
            } else if let object = cursor.object(below: depth) {
                try prepare(forBytes: object._withUnsafeGuaranteedRef { $0.exactly(PyBytes.self)?.bytes.count ?? 0 })
            }
            depth &+= 1
        }
    }

    @inline(__always)
    private func prepare(forBytes size: Int) throws {
        if size >= Self.largeSize { try look(before: size * 4) }
    }

    /// From how many bytes on a text or bytes are large.
    private static let largeSize = 1 << 20

    /// Goes on to the next slice of instructions after a look at the process; throws `MachineLimit` where there is none.
    @inline(never)
    func endSlice() throws {
        guard context.startSlice() else { throw MachineLimit.instructions(limit: context.budget.instructions) }
        try checkStretch()
        try look(before: 0)
    }

    /// Counts native work, which may take longer than it is charged for, and looks at the time used now and then.
    @inline(__always)
    func countNativeCall() throws { if frames.countNativeCall() { try glance() } }

    /// Looks at the time used where some milliseconds have passed since the last time.
    ///
    /// Calls that took long are followed by a look after every one, until they are short again.
    @inline(never)
    private func glance() throws {
        let now = world.gauge.coarseTime()
        frames.allowNativeCalls(now &- lastGlance < Self.slowCalls ? 3 : 0)
        lastGlance = now
        if now &- lastCheck < Self.glanceInterval { return }
        lastCheck = now
        try checkStretch()
    }

    /// Nanoseconds that native calls between two glances take when they are slow.
    private static let slowCalls = 10_000_000

    /// Nanoseconds.
    private static let glanceInterval = 20_000_000

    /// Throws `MachineLimit` where the run had the processor for too long at once.
    ///
    /// Native work is charged for roughly; this is asked now and then while native functions are called, whatever they charge.
    @inline(never)
    func checkStretch() throws {
        let now = world.gauge.processorTime()
        let start = context.stretchStart ?? now
        context.stretchStart = start
        if now - start > context.budget.stretch { throw MachineLimit.stretch(limit: context.budget.stretch) }
    }

    /// How many bytes are asked for between two looks at the process.
    static let unseenLimit = 4 << 20

    /// Throws `MachineLimit` where the process would occupy too much after another `bytes`.
    @inline(never)
    private func look(before bytes: Int) throws {
        var resident = world.gauge.residentBytes()
        let limit = context.residentLimit(from: resident)
        let wanted = min(bytes, limit)
        let memoryIsShort = resident + wanted > limit
        collectCycles(residentBytes: resident, memoryIsShort: memoryIsShort)
        if memoryIsShort {
            world.gauge.trim()
            resident = world.gauge.residentBytes()
            if resident + wanted > limit {
                // The next request is looked at with the first thing that it asks for.
                unseenBytes = 0
                throw MachineLimit.resident(limit: context.budget.residentBytes)
            }
        }
        unseenBytes = min(Self.unseenLimit, limit - resident)
    }

    @inline(never)
    private func outOfMemory() -> MachineLimit {
        context.bytesLeft = 0
        return .memory(limit: context.budget.bytes)
    }
}
