/// Takes apart what the values of one machine hold in circles and nobody else holds.
///
/// Swift frees whatever loses its last owner, so only circles are left to it. It starts to note containers when told to, because the process
/// has grown; circles closed before that stay.
final class CycleCollector {
    private var owner: NotedContainers.Owner = 0
    private var survivors = 0

    deinit { if isNoting { NotedContainers.close(owner) } }

    /// Whether containers are noted.
    var isNoting: Bool { owner != 0 }

    /// Starts to note the containers that the machine makes from now on.
    func start() {
        if isNoting { return }
        owner = NotedContainers.open()
        enter()
    }

    /// Says that its machine runs on this thread from now on.
    @inline(__always)
    func enter() { if NotedContainers.isActive { NotedContainers.enter(owner) } }

    /// Whether a search is likely to be worth its time: twice the containers that the last one left, or where memory is short, a few more.
    func isWorthwhile(memoryIsShort: Bool) -> Bool {
        guard isNoting else { return false }
        let known = survivors
        return NotedContainers.count(of: owner) > known + (memoryIsShort ? 16 : 20_000 + known)
    }

    /// Takes the garbage apart; gives how many objects it was, and those that are to be finalised before they can go.
    func collect() -> (count: Int, toFinalise: [PyObject]) {
        guard isNoting else { return (0, []) }
        var search = CycleSearch(from: NotedContainers.containers(of: owner))
        let (garbage, toFinalise) = search.run()
        var pending: [PyObject] = []
        for object in garbage {
            (object as? PyDict)?.observer?.advance()
            object.surrender(to: &pending)
        }
        Disposal.run(&pending)
        return (garbage.count, toFinalise)
    }

    /// Notes how many containers are left, once the garbage is gone.
    func settle() { survivors = NotedContainers.count(of: owner) }
}
