import Testing

@testable import Python

/// What the process comes to ends a run, whatever its budget says.
@Suite struct ProcessGaugeTests {
    /// A process whose figures a test sets.
    private final class Process: @unchecked Sendable {
        var time = 1_000_000_000
        /// How much later it is whenever somebody asks.
        var tick = 0
        var resident = 0
        var trimmed = 0
        /// What it still occupies after a trim.
        var afterTrim: Int?

        var gauge: ProcessGauge {
            ProcessGauge(
                processorTime: {
                    self.time += self.tick
                    return self.time
                }, residentBytes: { self.resident },
                trim: {
                    self.trimmed += 1
                    if let rest = self.afterTrim { self.resident = rest }
                })
        }
    }

    /// How a program ends; asking for the time takes `call` nanoseconds of it.
    private func end(of source: String, _ process: Process, budget: Budget = .standard, call: Int = 0) throws -> MachineLimit? {
        let now: @Sendable () -> Int = {
            process.time += call
            return 0
        }
        let world = World(now: now, monotonic: { 0 }, random: { 4 }, sleep: { _ in }, gauge: process.gauge)
        let machine = Machine(world: world, context: ExecutionContext(budget: budget))
        do {
            _ = try machine.execute(try machine.load(SourceText(source), named: "main"))
            return nil
        } catch let limit as MachineLimit {
            return limit
        }
    }

    @Test(arguments: ["while True: pass", "while True: len([])", "x = [0] * 200\nwhile True: sorted(x)", "list(iter(int, 1))"])
    func longStretchesEnd(_ source: String) throws {
        let budget = Budget(instructions: .max / 2, bytes: .max / 2, stretch: 1_000_000_000)
        let process = Process()
        process.tick = 100_000_000
        #expect(try end(of: source, process, budget: budget) == .stretch(limit: 1_000_000_000))
    }

    /// Whatever native functions are charged: seven calls of a fifth of a second each are too many, and so are a thousand short ones.
    @Test(arguments: [
        (12, 200_000_000, false), (7, 200_000_000, false), (2, 200_000_000, true), (5000, 1_000_000, false), (500, 1_000_000, true),
    ])
    func slowNativeCallsAreSeenSoon(_ calls: Int, _ nanoseconds: Int, _ isFine: Bool) throws {
        let source = "import time\ndef work():\n    for i in range(\(calls)): time.time()\nwork()"
        let limit = try end(of: source, Process(), call: nanoseconds)
        #expect(limit == (isFine ? nil : .stretch(limit: Budget.standard.stretch)))
    }

    /// What ran before leaves no calls of a new run unseen.
    @Test func slowNativeCallsAreSeenFromTheFirstOneOn() throws {
        let process = Process()
        let now: @Sendable () -> Int = {
            process.time += 300_000_000
            return 0
        }
        let world = World(now: now, monotonic: { 0 }, random: { 4 }, sleep: { _ in }, gauge: process.gauge)
        let machine = Machine(world: world)
        let program = try machine.load(SourceText("import time\nfor i in range(6): time.time()"), named: "main")
        for count in 0..<5 {
            machine.context = ExecutionContext()
            _ = try machine.execute(try machine.load(SourceText("for i in range(\(count)): len([])"), named: "main"))
            machine.context = ExecutionContext()
            #expect(throws: MachineLimit.stretch(limit: Budget.standard.stretch)) { _ = try machine.execute(program) }
        }
    }

    @Test(arguments: [
        "x = 'a' * 5_000_000", "while True: pass", "x = []\nwhile True: x.append({})", "x = [*range(10**6)]", "x = list(zip(range(10**6)))",
        "x = ('a,' * 1_000_000).split(',')",
    ])
    func aFullProcessEndsWhatAsksForMore(_ source: String) throws {
        let process = Process()
        process.resident = 1 << 30
        #expect(try end(of: source, process) == .resident(limit: Budget.standard.residentBytes))
        #expect(process.trimmed > 0)
    }

    @Test func aProgramThatKeepsItsMemoryFullAnswersSmallRequests() throws {
        let process = Process()
        let limit = Budget.standard.residentBytes
        for resident in [limit - 1, limit, limit + limit / 16, limit + limit / 5] {
            process.resident = resident
            #expect(try end(of: "x = [{'a': i} for i in range(200)]\nfor i in range(300_000): pass", process) == nil)
            #expect(try end(of: "x = 'a' * 5_000_000", process) == .resident(limit: limit))
        }
        process.resident = limit + limit / 4
        #expect(try end(of: "for i in range(300_000): pass", process) == .resident(limit: limit))
    }

    @Test func memoryThatATrimGivesBackIsEnough() throws {
        let process = Process()
        (process.resident, process.afterTrim) = (1 << 30, 0)
        #expect(try end(of: "x = 'a' * 5_000_000", process) == nil)
        #expect(process.trimmed == 1)
    }

    @Test func manyShortRunsAreLookedAtAsOneLongOne() throws {
        let process = Process()
        process.resident = 1 << 30
        let world = World(now: { 0 }, monotonic: { 0 }, random: { 4 }, sleep: { _ in }, gauge: process.gauge)
        let machine = Machine(world: world)
        let program = try machine.load(SourceText("for i in range(1000): pass"), named: "main")
        #expect(throws: MachineLimit.resident(limit: Budget.standard.residentBytes)) {
            for _ in 0..<1000 {
                machine.context = ExecutionContext()
                _ = try machine.execute(program)
            }
        }
    }
}
