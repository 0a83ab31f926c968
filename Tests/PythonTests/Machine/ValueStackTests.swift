import Testing

@testable import Python

/// The memory of variables and operands; each object counts its owners down to none.
@Suite struct ValueStackTests {
    private final class Probe: PyObject {
        let onEnd: () -> Void
        init(_ onEnd: @escaping () -> Void) { self.onEnd = onEnd }
        deinit { onEnd() }
    }

    private func number(_ slot: Value?) -> Int? { slot?.asInt }

    @Test func operandsComeOffInReverse() {
        let stack = ValueStack(capacity: 16)
        var cursor = stack.cursor(at: 0)
        for index in 0..<5 { cursor.push(.int(index)) }
        #expect(stack.index(of: cursor) == 5)
        #expect([cursor.pop(), cursor.pop()].map(\.asInt) == [4, 3])
        #expect(cursor.pop(3).map(\.asInt) == [0, 1, 2])
        #expect(stack.index(of: cursor) == 0)
    }

    @Test func aValueReplacesTheOneBelowIt() {
        let stack = ValueStack(capacity: 16)
        var cursor = stack.cursor(at: 0)
        cursor.push(.list(PyList([1])))
        replace(&cursor, .tuple(PyTuple([2])))
        #expect(cursor[below: 1]?.asList != nil)
        #expect(cursor[below: 2]?.asTuple != nil)
        cursor.drop(2)
    }

    /// As `loadMethod` does it: takes the top off and puts two operands in its place.
    @inline(never)
    private func replace(_ cursor: inout StackCursor, _ below: Value) {
        let value = cursor.pop()
        cursor.push(below)
        cursor.push(value)
    }

    @Test func insertingAndRemovingShiftWhatLiesAbove() {
        let stack = ValueStack(capacity: 16)
        var cursor = stack.cursor(at: 0)
        for index in 0..<4 { cursor.push(.int(index)) }
        cursor.insert(.int(9), below: 2)
        #expect((1...5).map { number(cursor[below: $0]) } == [3, 2, 9, 1, 0])
        #expect(number(cursor.remove(below: 2)) == 9)
        #expect((1...4).map { number(cursor[below: $0]) } == [3, 2, 1, 0])
        cursor.insert(nil, below: 0)
        #expect(cursor.remove(below: 0) == nil)
        cursor.drop(4)
    }

    @Test func unboundSlotsAreNil() {
        let stack = ValueStack(capacity: 16)
        var cursor = stack.cursor(at: 3)
        cursor.pushSlot(nil)
        cursor.push(.none)
        #expect(cursor[below: 2] == nil && cursor[below: 1] != nil)
        var slots: [Value?] = []
        cursor.popSlots(2, into: &slots)
        #expect(slots.map { $0 == nil } == [true, false])
    }

    @Test func slotsGoIntoAnArrayAndBack() {
        let stack = ValueStack(capacity: 16)
        var cursor = stack.cursor(at: 0)
        var slots: [Value?] = []
        for _ in 0..<2 {
            cursor.push(4)
            cursor.pushSlot(nil)
            cursor.push(5)
            cursor.popSlots(3, into: &slots)
            cursor.pushSlots(takenFrom: &slots)
            #expect(slots.count == 3 && slots.allSatisfy { $0 == nil })
            #expect(number(cursor[below: 3]) == 4 && cursor[below: 2] == nil && number(cursor[below: 1]) == 5)
            #expect(number(cursor.take(below: 3)) == 4 && cursor[below: 3] == nil)
            cursor.insertBelowTop(6)
            #expect(number(cursor[below: 2]) == 6 && number(cursor[below: 1]) == 5)
            cursor.drop(4)
        }
        #expect(stack.index(of: cursor) == 0)
    }

    @Test func everyOwnerIsReleasedOnce() {
        var ended = 0
        do {
            let stack = ValueStack(capacity: 32)
            var cursor = stack.cursor(at: 0)
            for _ in 0..<8 { cursor.push(.object(Probe { ended += 1 })) }
            cursor.pushSlot(cursor[below: 1])
            cursor.drop()
            cursor[below: 1] = nil
            #expect(ended == 1)
            var slots: [Value?] = []
            cursor.popSlots(2, into: &slots)
            slots = []
            cursor.insert(.object(Probe { ended += 1 }), below: 3)
            _ = cursor.remove(below: 1)
            #expect(ended == 3)
            _ = cursor.popSlot()
            cursor.drop(stack.index(of: cursor))
        }
        #expect(ended == 9)
    }
}
