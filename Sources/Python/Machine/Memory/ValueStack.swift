/// The memory for the variables and operands of all open frames.
///
/// The one place in the machine with unsafe memory. A slot at or above the cursor of the innermost frame is uninitialised,
/// every slot below is initialised; `nil` is an unbound variable or the missing receiver of a call.
///
/// Addresses are computed on raw pointers: Swift 6.3.1's optimiser takes typed pointers that go down and up again by constants for
/// the same place and drops stores (its passes redundant-load- and dead-store-elimination; the tests run optimised too).
final class ValueStack {
    /// How many slots there are.
    let capacity: Int
    private let memory: UnsafeMutableRawPointer

    init(capacity: Int) {
        self.capacity = capacity
        memory = .allocate(byteCount: capacity * StackCursor.stride, alignment: MemoryLayout<Value?>.alignment)
    }

    deinit { memory.deallocate() }

    /// A cursor at a slot.
    @inline(__always)
    func cursor(at index: Int) -> StackCursor { StackCursor(address: memory + index &* StackCursor.stride) }

    /// The index of the slot at which a cursor stands.
    @inline(__always)
    func index(of cursor: StackCursor) -> Int { (cursor.address - memory) / StackCursor.stride }

    /// Whether `count` slots are free from `index` on.
    @inline(__always)
    func hasRoom(for count: Int, at index: Int) -> Bool { index + count <= capacity }
}

/// A place in the value stack: the slot where the next operand goes, or the first variable of a frame.
struct StackCursor {
    fileprivate var address: UnsafeMutableRawPointer

    fileprivate static var stride: Int {
        @inline(__always) get { MemoryLayout<Value?>.stride }
    }

    @inline(__always)
    private func slot(_ offset: Int) -> UnsafeMutablePointer<Value?> {
        (address + offset &* Self.stride).assumingMemoryBound(to: Value?.self)
    }

    @inline(__always)
    private mutating func move(by count: Int) { address += count &* Self.stride }

    /// Puts an operand on top.
    @inline(__always)
    mutating func push(_ value: consuming Value) {
        slot(0).initialize(to: value)
        move(by: 1)
    }

    /// Puts a slot on top, which may be nil.
    @inline(__always)
    mutating func pushSlot(_ value: consuming Value?) {
        slot(0).initialize(to: value)
        move(by: 1)
    }

    /// Takes the top operand off.
    @inline(__always)
    mutating func pop() -> Value {
        move(by: -1)
        return slot(0).move().unsafelyUnwrapped
    }

    /// Takes the top slot off, which may be nil.
    @inline(__always)
    mutating func popSlot() -> Value? {
        move(by: -1)
        return slot(0).move()
    }

    /// Takes the top operand off and drops it.
    ///
    /// Moved out rather than deinitialised, which goes through the type's metadata at run time.
    @inline(__always)
    mutating func drop() {
        move(by: -1)
        _ = slot(0).move()
    }

    /// Takes off a top operand that holds no reference.
    @inline(__always)
    mutating func dropInPlace() { move(by: -1) }

    /// Overwrites the top operand, which holds no reference.
    @inline(__always)
    func replaceInPlace(_ value: consuming Value) { slot(-1).initialize(to: value) }

    /// Takes the top `count` slots off and drops them.
    @inline(__always)
    mutating func drop(_ count: Int) {
        var left = count
        while left > 0 {
            drop()
            left &-= 1
        }
    }

    /// The reference to an object `depth` below the cursor, not counted as an owner: it holds as long as the slot does.
    @inline(__always)
    func object(below depth: Int) -> Unmanaged<PyObject>? {
        if case .object(let object)? = slot(-depth).pointee { return .passUnretained(object) }
        return nil
    }

    /// The reference to a list `depth` below the cursor, not counted as an owner.
    @inline(__always)
    func list(below depth: Int) -> Unmanaged<PyList>? {
        if case .list(let list)? = slot(-depth).pointee { return .passUnretained(list) }
        return nil
    }

    /// The reference to a text `depth` below the cursor, not counted as an owner.
    @inline(__always)
    func text(below depth: Int) -> Unmanaged<PyStr>? {
        if case .str(let text)? = slot(-depth).pointee { return .passUnretained(text) }
        return nil
    }

    /// The reference to a dict `depth` below the cursor, not counted as an owner.
    @inline(__always)
    func dict(below depth: Int) -> Unmanaged<PyDict>? {
        if case .dict(let dict)? = slot(-depth).pointee { return .passUnretained(dict) }
        return nil
    }

    /// The small integer `depth` below the cursor.
    @inline(__always)
    func int(below depth: Int) -> Int? {
        if case .int(let number)? = slot(-depth).pointee { return number }
        return nil
    }

    /// How many elements the tuple `depth` below the cursor has; nil for anything else.
    @inline(__always)
    func tupleCount(below depth: Int) -> Int? {
        if case .tuple(let tuple)? = slot(-depth).pointee { return tuple.elements.count }
        return nil
    }

    /// Whether the slot `depth` below the cursor is nil.
    @inline(__always)
    func isNil(below depth: Int) -> Bool {
        if case nil = slot(-depth).pointee { return true }
        return false
    }

    /// Takes the operand `depth` below the cursor out and leaves nil there.
    @inline(__always)
    func take(below depth: Int) -> Value {
        let value = slot(-depth).move()
        slot(-depth).initialize(to: nil)
        return value.unsafelyUnwrapped
    }

    /// Puts a value below the top operand.
    @inline(__always)
    mutating func insertBelowTop(_ value: consuming Value) {
        slot(0).initialize(to: slot(-1).move())
        slot(-1).initialize(to: value)
        move(by: 1)
    }

    /// Takes the top `count` operands off, the deepest first.
    mutating func pop(_ count: Int) -> [Value] {
        if count == 0 { return [] }
        move(by: -count)
        var values: [Value] = []
        values.reserveCapacity(count)
        for index in 0..<count { values.append(slot(index).move().unsafelyUnwrapped) }
        return values
    }

    /// Takes `count` slots off, unbound ones too, the deepest first, into an array whose memory is used again.
    mutating func popSlots(_ count: Int, into values: inout [Value?]) {
        move(by: -count)
        if values.count != count {
            values.removeAll(keepingCapacity: true)
            for index in 0..<count { values.append(slot(index).move()) }
        } else {
            values.withUnsafeMutableBufferPointer { places in
                for index in 0..<count { places[index] = slot(index).move() }
            }
        }
    }

    /// Puts slots on top and leaves nil in their places.
    mutating func pushSlots(takenFrom values: inout [Value?]) {
        let first = self
        values.withUnsafeMutableBufferPointer { places in
            for index in places.indices { first.slot(index).initialize(to: places[index].take()) }
        }
        move(by: values.count)
    }

    /// Puts a value below the top `count` slots.
    mutating func insert(_ value: consuming Value?, below count: Int) {
        for index in 0..<count { slot(-index).initialize(to: slot(-index - 1).move()) }
        slot(-count).initialize(to: value)
        move(by: 1)
    }

    /// Takes out the slot below the top `count` slots.
    mutating func remove(below count: Int) -> Value? {
        let value = slot(-count - 1).move()
        var index = count
        while index > 0 {
            slot(-index - 1).initialize(to: slot(-index).move())
            index &-= 1
        }
        move(by: -1)
        return value
    }

    /// The operand `depth` below the cursor; 1 is the top.
    @inline(__always)
    subscript(below depth: Int) -> Value? {
        get { slot(-depth).pointee }
        nonmutating set { slot(-depth).pointee = newValue }
    }

    /// The variable `index` slots above the cursor.
    @inline(__always)
    subscript(_ index: Int) -> Value? {
        get { slot(index).pointee }
        nonmutating set { slot(index).pointee = newValue }
    }

    /// How many slots lie between two cursors.
    @inline(__always)
    static func - (a: StackCursor, b: StackCursor) -> Int { (a.address - b.address) / stride }
}
