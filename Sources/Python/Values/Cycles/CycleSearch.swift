/// One search for objects that only hold each other.
///
/// CPython 3.11 `gcmodule.c` has the idea: an object that has more owners than the searched objects list is held from outside, and so is all
/// that it leads to. The rest is garbage. Whoever holds something unknown to the search (a variable, the operands of a frame, Swift) counts
/// as outside, so the search may run at any point of a program.
struct CycleSearch {
    private var objects: [Unmanaged<PyObject>]
    private var places: [ObjectIdentifier: Int32] = [:]
    /// How often each object is listed by others; -1 once it is known to be held from outside.
    private var listed: [Int32]
    private var list = ReferenceList()

    /// Stands in `listed` for an object that is held from outside.
    private static let held: Int32 = -1

    /// A search from some containers, which stay alive while it runs.
    init(from containers: [Unmanaged<PyObject>]) {
        objects = containers
        listed = [Int32](repeating: 0, count: containers.count)
        places.reserveCapacity(containers.count * 2)
        for (place, object) in containers.enumerated() { places[Self.identity(object)] = Int32(place) }
    }

    /// The garbage, and apart from it what in it is to be finalised first and keeps alive what it leads to.
    mutating func run() -> (garbage: [PyObject], toFinalise: [PyObject]) {
        countOwners()
        markHeld(from: objects.indices.filter { OwnerCount.of(objects[$0]) > Int(listed[$0]) })
        let finalised = objects.indices.filter { listed[$0] != Self.held && objects[$0]._withUnsafeGuaranteedRef(\.wantsFinalising) }
        let toFinalise = finalised.map { objects[$0].takeUnretainedValue() }
        markHeld(from: finalised)
        let garbage = objects.indices.filter { listed[$0] != Self.held }.map { objects[$0].takeUnretainedValue() }
        return (garbage, toFinalise)
    }

    /// Lists what each object holds, those included that are only found by that.
    private mutating func countOwners() {
        var next = 0
        while next < objects.count {
            read(next)
            for object in list.found {
                let place = places[Self.identity(object)] ?? add(object)
                listed[Int(place)] += 1
            }
            next += 1
        }
    }

    private mutating func add(_ object: Unmanaged<PyObject>) -> Int32 {
        let place = Int32(objects.count)
        objects.append(object)
        listed.append(0)
        places[Self.identity(object)] = place
        return place
    }

    /// Marks objects, and all that they lead to, as held from outside.
    private mutating func markHeld(from roots: [Int]) {
        var pending = roots
        for root in roots { listed[root] = Self.held }
        while let place = pending.popLast() {
            read(place)
            for object in list.found {
                guard let place = places[Self.identity(object)], listed[Int(place)] != Self.held else { continue }
                listed[Int(place)] = Self.held
                pending.append(Int(place))
            }
        }
    }

    private mutating func read(_ place: Int) {
        list.removeAll()
        objects[place]._withUnsafeGuaranteedRef { $0.listReferences(in: &list) }
    }

    private static func identity(_ object: Unmanaged<PyObject>) -> ObjectIdentifier {
        object._withUnsafeGuaranteedRef { ObjectIdentifier($0) }
    }
}
