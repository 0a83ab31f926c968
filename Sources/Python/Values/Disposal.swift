/// Lets go of long chains of objects in a loop.
///
/// Swift releases what an object holds inside that object's `deinit`, so a program could nest a million lists and overflow the native
/// stack by dropping the outermost one. Containers therefore hand their contents over before they go.
enum Disposal {
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

    /// Whether a value is a container that holds containers itself, so that letting it go could lead further down.
    @inline(__always)
    static func mayLeadDown(_ value: Value) -> Bool {
        switch value {
        case .list(let list): list.isLink
        case .tuple(let tuple): tuple.isLink
        case .dict(let dict): dict.isLink
        case .object(let object): object.isLink
        case .none, .bool, .int, .float, .str: false
        }
    }

    /// Releases what an object holds that goes away.
    @inline(__always)
    static func dispose(of object: PyObject) {
        var pending: [PyObject] = []
        object.surrender(to: &pending)
        if !pending.isEmpty { run(&pending) }
    }
}
