import Testing

@testable import Python

/// What only holds itself goes once the process has grown, and nothing else does.
@Suite struct CycleCollectorTests {
    private static let million = 1 << 20

    private func run(_ source: String, residentBytes: Int) throws -> [String] {
        let gauge = ProcessGauge(processorTime: { 0 }, residentBytes: { residentBytes }, trim: {})
        let machine = Machine(world: World(now: { 0 }, monotonic: { 0 }, random: { 4 }, sleep: { _ in }, gauge: gauge))
        _ = try machine.execute(try machine.load(SourceText(source), named: "main"))
        try machine.closeDropped()
        return machine.context.log
    }

    private let cycles = """
        class Node:
            gone = 0
            def __init__(self): self.me = [self]
            def __del__(self): Node.gone += 1
        for i in range(100_000): Node()
        print(Node.gone > 50_000)
        """

    @Test func circlesGoOnceTheProcessHasGrown() throws {
        #expect(try run(cycles, residentBytes: 60 * Self.million) == ["True"])
    }

    @Test func circlesStayInASmallProcess() throws {
        #expect(try run(cycles, residentBytes: 20 * Self.million) == ["False"])
    }

    @Test func whatIsHeldStays() throws {
        let source = """
            class Node:
                def __init__(self, number): self.me, self.number = self, number
            nodes = []
            for i in range(60_000):
                node = Node(i)
                nodes.append([node, {"n": node}, (node,)])
            print(all(a.me is a is b["n"] is c[0] and a.number == i for i, (a, b, c) in enumerate(nodes)))
            """
        #expect(try run(source, residentBytes: 60 * Self.million) == ["True"])
    }

    @Test func aRetiredProgramLeavesNoCircles() throws {
        weak var node: PyObject?
        let machine = Machine(world: World(now: { 0 }, monotonic: { 0 }, random: { 4 }, sleep: { _ in }))
        let program = try machine.load(SourceText("import gc\nclass Node: pass\nnode = Node(); node.me = node"), named: "main")
        node = try machine.execute(program).namespace["node"]?.asObject
        #expect(node != nil)
        machine.retire()
        #expect(node == nil)
    }

    @Test func machinesSideBySideKeepApart() async throws {
        let source = "import gc\n" + cycles.replacing("100_000", with: "5_000") + "\nprint(gc.collect() > 0, Node.gone)"
        try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<4 { group.addTask { try run(source, residentBytes: 0) } }
            for try await log in group { #expect(log == ["False", "True 5000"]) }
        }
    }

    @Test func whatIsMadeBeforeAnybodyLooksIsNotNoted() {
        #expect(PyList().noteSlot == 0 || NotedContainers.isActive)
        let collector = CycleCollector()
        #expect(collector.collect().count == 0)
        collector.start()
        let list = PyList()
        #expect(list.noteSlot != 0)
        list.elements.append(.list(list))
        #expect(collector.collect().count == 0)
    }

    @Test func arraysWithTwoOwnersAreTold() {
        let list = PyList([.int(1)])
        list.elements.append(.int(2))
        #expect(!OwnerCount.isShared(&list.elements))
        let copy = list.elements
        #expect(OwnerCount.isShared(&list.elements))
        #expect(copy.count == 2)
    }
}
