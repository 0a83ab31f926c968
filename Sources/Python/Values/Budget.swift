/// How much one import or one request may use before `MachineLimit` ends it.
public struct Budget: Sendable, Equatable {
    /// Instructions of the machine; native work is charged in the same unit.
    public var instructions: Int
    /// Bytes that the program asks for, summed up over the whole run.
    public var bytes: Int
    /// Nanoseconds of processor time between two points at which others get a turn.
    public var stretch: Int
    /// Bytes that the whole process may occupy while the program asks for more.
    ///
    /// Half of what it may reach: what grows is copied, and so is there twice for a moment.
    public var residentBytes: Int
    /// How many calls may be open at once; one more raises `RecursionError`, as CPython's recursion limit does.
    public var depth: Int

    public init(
        instructions: Int = 50_000_000, bytes: Int = 1 << 30, stretch: Int = 1_000_000_000, residentBytes: Int = 128 << 20,
        depth: Int = 1000
    ) {
        self.instructions = instructions
        self.bytes = bytes
        self.stretch = stretch
        self.residentBytes = residentBytes
        self.depth = depth
    }

    /// Enough for any ordinary program.
    public static let standard = Budget()
}
