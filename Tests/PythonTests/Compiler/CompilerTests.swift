import Testing

@testable import Python

/// Code objects: slots, handlers, ranges.
@Suite struct CompilerTests {
    private func code(_ source: String) throws -> PyCode {
        try Machine(world: ProgramRunner.world).load(SourceText(source), named: "main").code
    }

    private func inner(_ code: PyCode, _ name: String) throws -> PyCode {
        let codes = (0..<code.constants.count).compactMap { code.constants[$0].asObject as? PyCode }
        return try #require(codes.first { $0.name == name })
    }

    @Test func anInstructionTakesEightBytes() { #expect(MemoryLayout<Instruction>.stride == 8) }

    @Test func eachInstructionHasARange() throws {
        let code = try code("x = f(1)\ny = x\n")
        #expect(code.instructions.count == code.ranges.count)
    }

    @Test func sharedVariablesAreCells() throws {
        let outer = try inner(code("def outer(a, b):\n    c = 1\n    def f(): return a + c\n    return f"), "outer")
        #expect(outer.slotNames.map(\.string) == ["a", "b", "f", "a", "c"])
        #expect(outer.localCount == 3 && outer.cellCount == 2 && outer.cellParameters == [0, -1])
        #expect(try inner(outer, "f").freeNames.map(\.string) == ["a", "c"])
    }

    @Test func codeThatCannotBeReachedIsLeftOut() throws {
        let function = try inner(code("def f():\n    return 1\n    print('never')\n"), "f")
        #expect((0..<function.instructions.count).map { function.instructions[$0].opcode } == [.loadConstant, .returnValue])
    }

    @Test func innerHandlersComeFirst() throws {
        let source = "def f():\n    try:\n        try: a()\n        except: b()\n    finally: c()\n"
        let handlers = try inner(code(source), "f").handlers
        for (index, handler) in handlers.enumerated() {
            for later in handlers[(index + 1)...] where later.start <= handler.start && handler.end <= later.end {
                #expect(later.depth <= handler.depth)
            }
            for later in handlers[(index + 1)...] { #expect(!(handler.start < later.start && later.end < handler.end)) }
        }
        #expect(handlers.count >= 3)
    }

    @Test(arguments: [
        ("def f(): yield", PyCode.Kind.generator), ("def f(): return", .function), ("async def f(): pass", .coroutine),
        ("async def f(): yield", .asyncGenerator), ("def f(): return (yield)", .generator), ("def f():\n    lambda: (yield)", .function),
    ])
    func theKindFollowsTheBody(_ source: String, _ kind: PyCode.Kind) throws {
        #expect(try inner(code(source), "f").kind == kind)
    }
}
