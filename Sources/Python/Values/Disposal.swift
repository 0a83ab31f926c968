import Glibc

/// Lets go of long chains of objects in a loop.
///
/// Swift releases what an object holds inside that object's `deinit`, so a program could nest a million lists and overflow the native
/// stack by dropping the outermost one. A container therefore counts how many others are being released around it, and hands
/// its contents over to a loop where these are many.
enum Disposal {
    /// How many containers may be released inside one another.
    private static let limit = 48

    /// What `pthread_getspecific` knows the count of a thread by.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key) { $0?.deallocate() }
        precondition(status == 0, "no key for values of a thread is left")
        return key
    }()

    /// How many containers this thread is releasing, one inside the other.
    @inline(__always)
    private static var nesting: UnsafeMutablePointer<Int> {
        if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: Int.self) }
        return makeNesting()
    }

    @inline(never)
    private static func makeNesting() -> UnsafeMutablePointer<Int> {
        let made = UnsafeMutablePointer<Int>.allocate(capacity: 1)
        made.initialize(to: 0)
        pthread_setspecific(key, made)
        return made
    }

    /// How many elements are looked at to find out that a container holds no other.
    private static let looks = 64

    /// Whether one of the elements of a container may hold more; of many it is taken to be so, since others may ask each time
    /// that they let go of the container.
    @inline(__always)
    static func mayLink(_ elements: some RandomAccessCollection<Value>) -> Bool {
        if elements.count > looks { return true }
        for element in elements where element.isReference { return true }
        return false
    }

    /// Releases references; a container that nobody else holds gives up its contents first.
    static func run(_ pending: inout [PyObject]) {
        while var object = pending.popLast() {
            if isKnownUniquelyReferenced(&object) { object.surrender(to: &pending) }
        }
    }

    /// Takes over what a container holds, as far as it may hold more itself.
    @inline(__always)
    static func take(_ values: inout [Value], into pending: inout [PyObject]) {
        for value in values { take(value, into: &pending) }
        values = []
    }

    /// Takes over one value; a built-in container without references ends a chain and is released with what holds it.
    @inline(__always)
    static func take(_ value: Value?, into pending: inout [PyObject]) {
        switch value {
        case .list(let list)?: if list.isLink { pending.append(list) }
        case .tuple(let tuple)?: if tuple.isLink { pending.append(tuple) }
        case .dict(let dict)?: if dict.isLink { pending.append(dict) }
        case .object(let object)?: pending.append(object)
        case nil, .some(.none), .bool?, .int?, .float?, .str?: break
        }
    }

    /// Releases what an object holds that goes away.
    static func dispose(of object: PyObject) {
        let nesting = nesting
        if nesting.pointee < limit {
            nesting.pointee += 1
            object.letGo()
            nesting.pointee -= 1
            return
        }
        var pending: [PyObject] = []
        object.surrender(to: &pending)
        run(&pending)
    }
}
