/// How many owners objects and the memory of arrays have, as the standard library tells debuggers (`_getRetainCount`).
///
/// Unoptimised code owns for a moment what it only looks at. That is measured once, and taken off.
enum OwnerCount {
    /// How many owners an object has.
    static func of(_ object: Unmanaged<PyObject>) -> Int { count(object) - looking }

    /// Whether the memory of an array has an owner beside this one.
    ///
    /// Looked at in place: to hand the array on would be to share it.
    static func isShared<Element>(_ array: inout [Element]) -> Bool { count(&array) > arrayLooking + 1 }

    @inline(never)
    private static func count<Object: AnyObject>(_ object: Unmanaged<Object>) -> Int {
        object._withUnsafeGuaranteedRef { Int(_getRetainCount($0)) }
    }

    @inline(never)
    private static func count<Element>(_ array: inout [Element]) -> Int {
        withUnsafeMutablePointer(to: &array) { place in
            place.withMemoryRebound(to: Unmanaged<AnyObject>.self, capacity: 1) { count($0.pointee) }
        }
    }

    private static let looking: Int = {
        let object = Unmanaged.passRetained(PyObject())
        defer { object.release() }
        return count(object) - 1
    }()

    private static let arrayLooking: Int = {
        let list = PyList([.none])
        list.elements.append(.none)
        return count(&list.elements) - 1
    }()
}
