/// One search for objects that only hold each other.
///
/// CPython 3.11 `gcmodule.c` has the idea: an object that has more owners than the searched objects list is held from outside, and so is all
/// that it leads to. The rest is garbage. Whoever holds something unknown to the search (a variable, the operands of a frame, Swift) counts
/// as outside, so the search may run at any point of a program.
struct CycleSearch {
    /// The containers by their numbers, and behind them what else was found.
    private var objects: [Unmanaged<PyObject>?]
    private let numbers: Int
    private var otherPlaces: [ObjectIdentifier: Int] = [:]
    /// How often each object is listed by others; `held` once it is known to be held from outside.
    private var listed: [Int32]
    private var list = ReferenceList()

    private static let held: Int32 = -1

    /// A search from noted containers, each at its number less one, which stay alive while it runs.
    init(from containers: [Unmanaged<PyObject>?]) {
        objects = containers
        numbers = containers.count
        listed = containers.map { $0 == nil ? Self.held : 0 }
    }

    /// The garbage, and apart from it what in it is to be finalised first and keeps alive what it leads to.
    mutating func run() -> (garbage: [PyObject], toFinalise: [PyObject]) {
        countOwners()
        markHeld(from: unheld { OwnerCount.of($0) > Int($1) })
        let finalised = unheld { object, _ in object._withUnsafeGuaranteedRef(\.wantsFinalising) }
        let toFinalise = finalised.compactMap { objects[$0]?.takeUnretainedValue() }
        markHeld(from: finalised)
        return (unheld { _, _ in true }.compactMap { objects[$0]?.takeUnretainedValue() }, toFinalise)
    }

    /// The places of objects that are not known to be held, of which a test is true.
    private func unheld(where test: (Unmanaged<PyObject>, Int32) -> Bool) -> [Int] {
        objects.indices.filter { place in
            guard let object = objects[place], listed[place] != Self.held else { return false }
            return test(object, listed[place])
        }
    }

    /// Lists what each object holds, those included that are only found by that.
    private mutating func countOwners() {
        var next = 0
        while next < objects.count {
            read(next)
            for object in list.found {
                let place = place(of: object) ?? add(object)
                listed[place] += 1
            }
            next += 1
        }
    }

    private mutating func add(_ object: Unmanaged<PyObject>) -> Int {
        let place = objects.count
        objects.append(object)
        listed.append(0)
        otherPlaces[object._withUnsafeGuaranteedRef { ObjectIdentifier($0) }] = place
        return place
    }

    /// Where an object stands; a container of another machine, whose number says nothing here, stands where it was found.
    private func place(of object: Unmanaged<PyObject>) -> Int? {
        let number = Int(object._withUnsafeGuaranteedRef(\.noteNumber))
        if number != 0, number <= numbers, objects[number - 1]?.toOpaque() == object.toOpaque() { return number - 1 }
        return otherPlaces[object._withUnsafeGuaranteedRef { ObjectIdentifier($0) }]
    }

    /// Marks objects, and all that they lead to, as held from outside.
    private mutating func markHeld(from roots: [Int]) {
        var pending = roots
        for root in roots { listed[root] = Self.held }
        while let next = pending.popLast() {
            read(next)
            for object in list.found {
                guard let place = place(of: object), listed[place] != Self.held else { continue }
                listed[place] = Self.held
                pending.append(place)
            }
        }
    }

    private mutating func read(_ place: Int) {
        list.removeAll()
        objects[place]?._withUnsafeGuaranteedRef { $0.listReferences(in: &list) }
    }
}
