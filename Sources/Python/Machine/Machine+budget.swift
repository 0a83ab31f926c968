extension Machine {
    /// Takes instructions off the budget of the current run; throws `MachineLimit` once it is used up.
    @inline(__always)
    public func charge(instructions: Int) throws {
        let left = frames.instructionsLeft &- max(0, instructions)
        frames.instructionsLeft = left
        if left < 0 { throw outOfInstructions() }
    }

    /// Takes bytes off the budget of the current run; throws `MachineLimit` once it is used up.
    ///
    /// Native code calls it before it allocates.
    @inline(__always)
    public func charge(bytes: Int) throws {
        let (left, overflow) = context.bytesLeft.subtractingReportingOverflow(max(0, bytes))
        if overflow || left < 0 { throw outOfMemory() }
        context.bytesLeft = left
    }

    @inline(never)
    func outOfInstructions() -> MachineLimit {
        context.instructionsLeft = -1
        return .instructions(limit: context.budget.instructions)
    }

    @inline(never)
    private func outOfMemory() -> MachineLimit {
        context.bytesLeft = 0
        return .memory(limit: context.budget.bytes)
    }
}
