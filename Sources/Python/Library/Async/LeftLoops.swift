/// The loops of runs that are over and left tasks behind, which go on beside later runs as under one event loop.
final class LeftLoops {
    private unowned let library: AsyncLibrary
    private var loops: [(loop: AsyncLoop, since: Int)] = []
    /// How many runs may leave tasks; the oldest are given up, as tasks are that nobody refers to.
    private static let most = 512
    /// How often tasks that only let others have a turn get one before something else happens.
    private static let turns = 1000

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

    /// Lets each loop have a turn, those first whose timers are due; false where none can go on.
    func step(_ machine: Machine) throws -> Bool {
        if loops.isEmpty { return false }
        var isMoving = false
        for index in loops.indices.reversed() {
            let loop = loops[index].loop
            do {
                if try library.withLoop(loop, machine, { try $0.stepReady() }) { isMoving = true }
                if try fireDue(index, machine) { isMoving = true }
            } catch is PyError {
                // The event loop logs what a callback raises, and goes on.
                isMoving = true
            } catch {
                loops.remove(at: index)
                throw error
            }
            if !loop.isOpen { loops.remove(at: index) }
        }
        return isMoving
    }

    private func fireDue(_ index: Int, _ machine: Machine) throws -> Bool {
        let (loop, since) = loops[index]
        let now = machine.world.monotonic()
        guard let deadline = loop.nextDeadline, loop.now + Double(now - since) / 1e9 >= deadline else { return false }
        loops[index].since = now
        loop.now += Double(now - since) / 1e9
        try fire(loop, machine)
        return true
    }

    /// Lets them go on until all wait, or have had many turns; whether one still moves.
    func settle(_ machine: Machine) throws -> Bool {
        for _ in 0..<Self.turns where try !step(machine) { return false }
        return true
    }

    /// A loop in which a task waits for an awaitable of others.
    var withForeign: AsyncLoop? { loops.first { $0.loop.hasForeign }?.loop }

    /// After how many seconds the first timer is due.
    func pause(_ machine: Machine) -> Double? {
        let now = machine.world.monotonic()
        return loops.compactMap { loop, since in loop.nextDeadline.map { max(0, $0 - loop.now - Double(now - since) / 1e9) } }.min()
    }

    /// Fires the timers that are due first, after that pause.
    func wake(_ machine: Machine) throws {
        let now = machine.world.monotonic()
        let ahead = { (entry: (loop: AsyncLoop, since: Int)) -> Double? in
            entry.loop.nextDeadline.map { $0 - entry.loop.now - Double(now - entry.since) / 1e9 }
        }
        guard let index = loops.indices.min(by: { (ahead(loops[$0]) ?? .infinity) < (ahead(loops[$1]) ?? .infinity) }) else { return }
        loops[index].since = now
        try fire(loops[index].loop, machine)
    }

    private func fire(_ loop: AsyncLoop, _ machine: Machine) throws {
        guard let timers = loop.takeTimers() else { return }
        loop.now = max(loop.now, timers.deadline)
        try library.withLoop(loop, machine) { _ in
            for fire in timers.fire { do { try fire() } catch is PyError {} }
        }
    }
}

extension Machine {
    /// Ends a run as far as its tasks go: they go on until all of them wait, and beside later runs then.
    public func leaveTasks() async {
        guard modules.isBuilt("asyncio"), let library = try? library(AsyncLibrary.self, of: "asyncio")
        else { return }
        if let loop = library.takeLoop(self) { library.left.adopt(loop, self) }
        let own = context
        // Tasks that used up what the run had left end there.
        while (try? library.left.settle(self)) == false, let loop = library.left.withForeign {
            await loop.carryOutNext()
            context = own
        }
    }
}
