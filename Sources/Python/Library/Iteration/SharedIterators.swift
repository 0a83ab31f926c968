/// What the iterators of `tee` share.
final class TeeBuffer {
    private let source: Value
    private var elements: [Value] = []

    /// A buffer that is filled from an iterator.
    init(source: Value) { self.source = source }

    /// The element at an index, read now if nobody has read it yet; nil past the end.
    func element(_ index: Int, _ machine: Machine) throws -> Value? {
        while elements.count <= index {
            guard let element = try machine.next(source) else { return nil }
            try machine.charge(bytes: 16)
            elements.append(element)
        }
        return elements[index]
    }
}

/// The iterator of `groupby`: pairs of a key and an iterator over its group.
final class GroupIterator: PyIterator {
    private var source: Value
    private let function: Value
    private var pending: (key: Value, element: Value)?
    private var currentKey: Value?
    private var turn = 0

    /// Groups of consecutive elements with equal keys; `function` is `None` where the elements are the keys.
    init(source: Value, function: Value) {
        self.source = source
        self.function = function
    }

    deinit { Disposal.dispose(of: self) }

    override var typeName: String { "itertools.groupby" }

    override func surrender(to pending: inout [PyObject]) {
        Disposal.take(source, into: &pending)
        source = .none
    }

    private func read(_ machine: Machine) throws -> (key: Value, element: Value)? {
        guard let element = try machine.next(source) else { return nil }
        return (function.isNone ? element : try machine.call(function, element), element)
    }

    override func next(_ machine: Machine) throws -> Value? {
        turn += 1
        if let last = currentKey {
            if pending == nil { pending = try read(machine) }
            while let next = pending, try machine.isEqual(next.key, last) {
                try machine.charge(instructions: 1)
                pending = try read(machine)
            }
        } else {
            pending = try read(machine)
        }
        guard let first = pending else { return nil }
        currentKey = first.key
        let own = turn
        let group = ClosureIterator("itertools._grouper") { [self] machine, _ in
            guard turn == own else { return nil }
            if pending == nil { pending = try read(machine) }
            guard let next = pending, try machine.isEqual(next.key, first.key) else { return nil }
            pending = nil
            return next.element
        }
        return .tuple([first.key, .object(group)])
    }
}
