/// The memory for the variables and operands of all open frames.
///
/// The one place in the machine with unsafe memory. A slot at or above the cursor of the innermost frame is uninitialised,
/// every slot below is initialised; `nil` is an unbound variable or the missing receiver of a call.
final class ValueStack {
    /// How many slots there are.
    let capacity: Int
    private let memory: UnsafeMutablePointer<Value?>

    init(capacity: Int) {
        self.capacity = capacity
        memory = .allocate(capacity: capacity)
    }

    deinit { memory.deallocate() }

    /// A cursor at a slot.
    @inline(__always)
    func cursor(at index: Int) -> StackCursor { StackCursor(pointer: memory + index) }

    /// The index of the slot at which a cursor stands.
    @inline(__always)
    func index(of cursor: StackCursor) -> Int { cursor.pointer - memory }

    /// Whether `count` slots are free from `index` on.
    @inline(__always)
    func hasRoom(for count: Int, at index: Int) -> Bool { index + count <= capacity }
}

/// A place in the value stack: the slot where the next operand goes, or the first variable of a frame.
struct StackCursor {
    fileprivate(set) var pointer: UnsafeMutablePointer<Value?>

    /// Puts an operand on top.
    @inline(__always)
    mutating func push(_ value: consuming Value) {
        pointer.initialize(to: value)
        pointer += 1
    }

    /// Puts a slot on top, which may be nil.
    @inline(__always)
    mutating func pushSlot(_ value: consuming Value?) {
        pointer.initialize(to: value)
        pointer += 1
    }

    /// Takes the top operand off.
    @inline(__always)
    mutating func pop() -> Value {
        pointer -= 1
        return pointer.move().unsafelyUnwrapped
    }

    /// Takes the top slot off, which may be nil.
    @inline(__always)
    mutating func popSlot() -> Value? {
        pointer -= 1
        return pointer.move()
    }

    /// Takes the top operand off and drops it.
    @inline(__always)
    mutating func drop() {
        pointer -= 1
        pointer.deinitialize(count: 1)
    }

    /// Takes off a top operand that holds no reference.
    @inline(__always)
    mutating func dropInPlace() { pointer -= 1 }

    /// Overwrites the top operand, which holds no reference.
    @inline(__always)
    func replaceInPlace(_ value: consuming Value) { (pointer - 1).initialize(to: value) }

    /// Takes the top `count` operands off and drops them.
    @inline(__always)
    mutating func drop(_ count: Int) {
        pointer -= count
        pointer.deinitialize(count: count)
    }

    /// Takes the top `count` operands off, the deepest first.
    mutating func pop(_ count: Int) -> [Value] {
        pointer -= count
        let start = pointer
        return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count { (buffer.baseAddress! + index).initialize(to: (start + index).move().unsafelyUnwrapped) }
            initialized = count
        }
    }

    /// Takes `count` slots off, unbound ones too, the deepest first.
    mutating func popSlots(_ count: Int) -> [Value?] {
        pointer -= count
        let start = pointer
        return [Value?](unsafeUninitializedCapacity: count) { buffer, initialized in
            buffer.baseAddress!.moveInitialize(from: start, count: count)
            initialized = count
        }
    }

    /// Puts a value below the top `count` slots.
    mutating func insert(_ value: consuming Value?, below count: Int) {
        let place = pointer - count
        (place + 1).moveInitialize(from: place, count: count)
        place.initialize(to: value)
        pointer += 1
    }

    /// Takes out the slot below the top `count` slots.
    mutating func remove(below count: Int) -> Value? {
        let place = pointer - count - 1
        let value = place.move()
        place.moveInitialize(from: place + 1, count: count)
        pointer -= 1
        return value
    }

    /// The operand `depth` below the cursor; 1 is the top.
    @inline(__always)
    subscript(below depth: Int) -> Value? {
        get { (pointer - depth).pointee }
        nonmutating set { (pointer - depth).pointee = newValue }
    }

    /// The variable `index` slots above the cursor.
    @inline(__always)
    subscript(_ index: Int) -> Value? {
        get { (pointer + index).pointee }
        nonmutating set { (pointer + index).pointee = newValue }
    }

    /// A cursor `count` slots further up; the slots between must be initialised by the caller.
    @inline(__always)
    func advanced(by count: Int) -> StackCursor { StackCursor(pointer: pointer + count) }

    /// How many slots lie between two cursors.
    @inline(__always)
    static func - (a: StackCursor, b: StackCursor) -> Int { a.pointer - b.pointer }
}
