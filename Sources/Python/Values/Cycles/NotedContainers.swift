import Glibc
import Synchronization

/// The containers of all machines that look for cycles, noted as they are made and struck off as they go.
///
/// Noting costs time, so a machine starts it only once its process has grown; before that the whole price is the look at one flag for
/// each container. A machine runs on one thread at a time, and says so at the start of each run.
enum NotedContainers {
    /// What one machine's containers are noted under; 0 stands for nobody.
    typealias Owner = UInt32

    /// A noted object; whoever reads it does so where its machine runs.
    private struct Note: @unchecked Sendable {
        let object: Unmanaged<PyObject>
    }

    private struct Table {
        var objects: [Note?] = []
        var owners: [Owner] = []
        var vacant: [UInt32] = []
        /// How many containers each owner has; the place 0 is nobody's.
        var counts = [0]

        mutating func vacate(_ slot: Int) {
            counts[Int(owners[slot])] -= 1
            objects[slot] = nil
            owners[slot] = 0
            vacant.append(UInt32(slot))
        }
    }

    private static let table = Mutex(Table())
    private static let owners = Atomic<Int>(0)

    /// What `pthread_getspecific` knows the owner by whose machine runs on a thread.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key, nil)
        precondition(status == 0, "no key for values of a thread is left")
        return key
    }()

    /// Whether any machine of the process notes its containers.
    @inline(__always)
    static var isActive: Bool { owners.load(ordering: .relaxed) != 0 }

    /// A new owner, under which containers are noted until `close`.
    static func open() -> Owner {
        owners.add(1, ordering: .relaxed)
        return table.withLock { table in
            table.counts.append(0)
            return Owner(table.counts.count - 1)
        }
    }

    /// Forgets all containers of an owner.
    static func close(_ owner: Owner) {
        table.withLock { table in
            for slot in table.owners.indices where table.owners[slot] == owner {
                table.objects[slot]?.object._withUnsafeGuaranteedRef { ($0 as? any NotedContainer)?.noteSlot = 0 }
                table.vacate(slot)
            }
        }
        owners.subtract(1, ordering: .relaxed)
    }

    /// Says whose machine runs on this thread from now on.
    static func enter(_ owner: Owner) { pthread_setspecific(key, UnsafeRawPointer(bitPattern: UInt(owner))) }

    /// Notes a container that was just made, and gives the number to strike it off by; 0 where nobody wants to know.
    @inline(never)
    static func note(_ object: PyObject) -> UInt32 {
        let owner = Owner(UInt(bitPattern: pthread_getspecific(key)))
        if owner == 0 { return 0 }
        let noted = Note(object: .passUnretained(object))
        return table.withLock { table in
            table.counts[Int(owner)] += 1
            if let slot = table.vacant.popLast() {
                table.objects[Int(slot)] = noted
                table.owners[Int(slot)] = owner
                return slot + 1
            }
            table.objects.append(noted)
            table.owners.append(owner)
            return UInt32(table.objects.count)
        }
    }

    /// Strikes off a container that goes away.
    @inline(never)
    static func strike(_ number: UInt32) {
        table.withLock { $0.vacate(Int(number) - 1) }
    }

    /// How many containers of an owner are noted.
    static func count(of owner: Owner) -> Int { table.withLock { $0.counts[Int(owner)] } }

    /// The containers of an owner, each at its number less one; on the thread on which its machine runs, where none of them goes away meanwhile.
    static func containers(of owner: Owner) -> [Unmanaged<PyObject>?] {
        let notes = table.withLock { table in table.owners.indices.map { table.owners[$0] == owner ? table.objects[$0] : nil } }
        return notes.map { $0?.object }
    }
}

/// A container that can close a cycle.
///
/// It notes itself in its initialiser and strikes itself off in its `deinit`.
protocol NotedContainer: PyObject {
    /// The number to strike it off by, or 0.
    var noteSlot: UInt32 { get set }
}

extension NotedContainer {
    /// Notes it, if its machine wants that.
    @inline(__always)
    func note() { if NotedContainers.isActive { noteSlot = NotedContainers.note(self) } }

    /// Strikes it off, if it was noted.
    @inline(__always)
    func strike() { if noteSlot != 0 { NotedContainers.strike(noteSlot) } }
}
