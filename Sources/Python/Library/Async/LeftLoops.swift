/// The loops of runs that are over and left tasks behind, which go on beside later runs as under one event loop.
final class LeftLoops {
    private unowned let library: AsyncLibrary
    private var loops: [(loop: AsyncLoop, since: Int)] = []
    /// How many runs may leave tasks; the oldest are given up, as tasks are that nobody refers to.
    private static let most = 512
    /// How often tasks that only let others have a turn get one before something else happens.
    static let turns = 1000
    /// How often they get one for the time in which no run was on.
    static let idleTurns = 50_000

    /// None yet.
    init(_ library: AsyncLibrary) { self.library = library }

    /// The tasks that were left and perhaps are not done.
    var tasks: [PyFuture] { loops.flatMap(\.loop.tasks) }

    /// Takes the loop of a run that is over, if something is to go on in it.
    func adopt(_ loop: AsyncLoop, _ machine: Machine) {
        guard loop.isOpen else { return }
        loops.append((loop, machine.world.monotonic()))
        if loops.count > Self.most { loops.removeFirst() }
    }

    /// Whether no run left anything.
    var isEmpty: Bool { loops.isEmpty }

    /// Lets each loop have a turn, and what is due first happen; false where none can go on.
    func step(_ machine: Machine) throws -> Bool {
        if loops.isEmpty { return false }
        var isMoving = false
        for index in loops.indices.reversed() {
            let loop = loops[index].loop
            if try guarded(index, { try library.withLoop(loop, machine) { try $0.stepReady() } }) { isMoving = true }
            if !loop.isOpen { loops.remove(at: index) }
        }
        if let pause = pause(machine), pause <= 0 {
            try wake(machine)
            isMoving = true
        }
        return isMoving
    }

    /// The event loop logs what a callback raises, and goes on; a loop that met a limit ends.
    private func guarded(_ index: Int, _ body: () throws -> Bool) throws -> Bool {
        do {
            return try body()
        } catch is PyError {
            return true
        } catch {
            loops.remove(at: index)
            throw error
        }
    }

    /// Lets them go on until all wait, or have had many turns; whether one still moves.
    func settle(_ machine: Machine, turns: Int = LeftLoops.turns) throws -> Bool {
        for _ in 0..<turns where try !step(machine) { return false }
        return true
    }

    /// A loop in which a task waits for an awaitable of others.
    var withForeign: AsyncLoop? { loops.first { $0.loop.hasForeign }?.loop }

    /// After how many seconds the first timer is due.
    func pause(_ machine: Machine) -> Double? {
        let now = machine.world.monotonic()
        return loops.compactMap { loop, since in loop.nextDeadline.map { max(0, $0 - loop.now - Double(now - since) / 1e9) } }.min()
    }

    /// Lets what is due first happen, after that pause; its loop's time moves on to then and no further, so that what is asked for
    /// next is due when it would be had nobody been late.
    func wake(_ machine: Machine) throws {
        let now = machine.world.monotonic()
        let ahead = { (entry: (loop: AsyncLoop, since: Int)) -> Double in
            entry.loop.nextDeadline.map { $0 - entry.loop.now - Double(now - entry.since) / 1e9 } ?? .infinity
        }
        guard let index = loops.indices.min(by: { ahead(loops[$0]) < ahead(loops[$1]) }) else { return }
        let (loop, since) = loops[index]
        guard let timers = loop.takeTimers() else { return }
        let step = max(0, timers.deadline - loop.now)
        loops[index].since = step < Double(now - since) / 1e9 ? since + Int(step * 1e9) : now
        loop.now += step
        _ = try guarded(index) {
            try library.withLoop(loop, machine) { _ in
                for fire in timers.fire { do { try fire() } catch is PyError {} }
            }
            return true
        }
    }
}

extension Machine {
    /// Ends a run as far as its tasks go: they go on until all of them wait, and beside later runs then.
    public func leaveTasks() async {
        guard let library = asyncLibrary else { return }
        if let loop = library.takeLoop(self) { library.left.adopt(loop, self) }
        await settleTasks(library, turns: LeftLoops.turns)
    }

    /// Lets the tasks that earlier runs left do what they would have done since, up to the time that passed.
    ///
    /// They use up nothing of the run that begins; it only takes what they print.
    public func catchUpTasks() async {
        guard let library = asyncLibrary, !library.left.isEmpty else { return }
        let own = context
        let idle = ExecutionContext(budget: own.budget)
        idle.user = own.user
        context = idle
        await settleTasks(library, turns: LeftLoops.idleTurns)
        context = own
        for line in idle.log { own.write(line + "\n") }
    }

    private var asyncLibrary: AsyncLibrary? {
        modules.isBuilt("asyncio") ? try? library(AsyncLibrary.self, of: "asyncio") : nil
    }

    private func settleTasks(_ library: AsyncLibrary, turns: Int) async {
        let own = context
        // Tasks that used up what the run had left end there.
        while (try? library.left.settle(self, turns: turns)) == false, let loop = library.left.withForeign {
            await loop.carryOutNext()
            context = own
        }
    }
}
