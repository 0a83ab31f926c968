/// One instruction of the stack machine: eight bytes.
struct Instruction {
    /// What to do.
    let opcode: Opcode
    /// A small operand: an operator, a conversion, a flag.
    let flag: UInt8
    /// A second operand, such as the index of a cache or of a name.
    let small: UInt16
    /// The main operand: a slot, a constant, a count, a target.
    let argument: Int32

    init(_ opcode: Opcode, _ argument: Int = 0, flag: Int = 0, small: Int = 0) {
        self.opcode = opcode
        self.flag = UInt8(truncatingIfNeeded: flag)
        self.small = UInt16(truncatingIfNeeded: small)
        self.argument = Int32(truncatingIfNeeded: argument)
    }

    /// The main operand as an index.
    var index: Int { Int(argument) }
}
