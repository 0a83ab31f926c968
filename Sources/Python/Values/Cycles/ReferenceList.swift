/// The references that objects hold, as each class lists its own.
///
/// A reference is listed only if the object owns it by itself: the search for cycles compares how often an object is listed with how many owners
/// it has, and what is listed once too often would be taken apart while somebody uses it. What a class leaves out only keeps garbage alive.
public struct ReferenceList {
    private(set) var found: [Unmanaged<PyObject>] = []

    /// Adds a reference.
    mutating func add(_ object: PyObject?) {
        if let object { found.append(.passUnretained(object)) }
    }

    /// Adds the reference that a value is, if it is one that can hold further ones.
    mutating func add(_ value: Value?) {
        switch value {
        case .list(let object)?: found.append(.passUnretained(object))
        case .tuple(let object)?: found.append(.passUnretained(object))
        case .dict(let object)?: found.append(.passUnretained(object))
        case .object(let object)?: found.append(.passUnretained(object))
        case nil, .some(.none), .bool?, .int?, .float?, .str?: break
        }
    }

    /// Adds the references among values, unless another array shares their memory and owns them as well.
    mutating func add(_ values: inout [Value]) {
        if OwnerCount.isShared(&values) { return }
        for value in values { add(value) }
    }

    /// Adds the references among values that may be missing, on the same condition.
    mutating func add(_ values: inout [Value?]) {
        if OwnerCount.isShared(&values) { return }
        for value in values { add(value) }
    }

    /// Adds references to objects of one class, on the same condition.
    mutating func add<Object: PyObject>(_ objects: inout [Object]) {
        if OwnerCount.isShared(&objects) { return }
        for object in objects { add(object as PyObject) }
    }

    mutating func removeAll() { found.removeAll(keepingCapacity: true) }
}
