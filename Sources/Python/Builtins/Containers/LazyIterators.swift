/// `enumerate`: pairs of a running number and an element.
public final class PyEnumerate: PyIterator {
    @exclusivity(unchecked) private var source: PyIterator?
    @exclusivity(unchecked) private var number: BigInt
    @exclusivity(unchecked) private var small: Int?

    /// Pairs whose numbers start there.
    public init(_ source: PyIterator, start: BigInt) {
        self.source = source
        self.number = start
        self.small = start.asInt
    }

    public override var typeName: String { "enumerate" }

    override func nextPair(_ machine: Machine) throws -> PairStep {
        guard let current = small, current < Int.max else { return .other }
        guard let element = try source?.advance(machine) else { return .end }
        small = current + 1
        return .pair(.int(current), element)
    }

    public override func next(_ machine: Machine) throws -> Value? {
        guard let element = try source?.advance(machine) else { return nil }
        if let current = small, current < Int.max {
            small = current + 1
            return .tuple(PyTuple([.int(current), element]))
        }
        if let last = small { number = BigInt(last) }
        small = nil
        defer { number = number + 1 }
        return .tuple(PyTuple([.integer(number), element]))
    }

    /// What it draws from; nil at the end.
    var inner: PyIterator? {
        get { source }
        set { source = newValue }
    }

    override func copied(_ machine: Machine) -> PyIterator? {
        source.map { PyEnumerate($0, start: small.map { BigInt($0) } ?? number) }
    }

    public override func surrender(to pending: inout [PyObject]) {
        if let source { Disposal.take(.object(source), into: &pending) }
        source = nil
    }

    deinit { Disposal.dispose(of: self) }
}

/// `zip`: tuples of one element from each iterable, until the shortest ends.
public final class PyZip: PyIterator {
    @exclusivity(unchecked) private var sources: [PyIterator]
    private let isStrict: Bool
    @exclusivity(unchecked) private var isDone = false

    /// Tuples from these iterators; strict ones must end together.
    public init(_ sources: [PyIterator], isStrict: Bool) {
        self.sources = sources
        self.isStrict = isStrict
    }

    public override var typeName: String { "zip" }

    public override func next(_ machine: Machine) throws -> Value? {
        if isDone || sources.isEmpty { return nil }
        var elements: [Value] = []
        elements.reserveCapacity(sources.count)
        for (position, source) in sources.enumerated() {
            guard let element = try source.advance(machine) else {
                isDone = true
                if isStrict { try checkEnds(machine, endedAt: position) }
                return nil
            }
            elements.append(element)
        }
        return .tuple(PyTuple(elements))
    }

    override func nextPair(_ machine: Machine) throws -> PairStep {
        guard sources.count == 2, !isStrict else { return .other }
        if isDone { return .end }
        guard let first = try sources[0].advance(machine), let second = try sources[1].advance(machine) else {
            isDone = true
            return .end
        }
        return .pair(first, second)
    }

    private func checkEnds(_ machine: Machine, endedAt position: Int) throws {
        func words(_ argument: Int, _ relation: String) -> PyError {
            let others = argument == 1 ? "argument 1" : "arguments 1-\(argument)"
            return machine.error("ValueError", "zip() argument \(argument + 1) is \(relation) than \(others)")
        }
        if position > 0 { throw words(position, "shorter") }
        for later in sources.indices.dropFirst() where try sources[later].advance(machine) != nil { throw words(later, "longer") }
    }

    public override func surrender(to pending: inout [PyObject]) {
        for source in sources { Disposal.take(.object(source), into: &pending) }
        sources = []
    }

    deinit { Disposal.dispose(of: self) }
}

/// `map`: a function's results over the elements of one or more iterables.
public final class PyMap: PyIterator {
    @exclusivity(unchecked) private var function: Value
    @exclusivity(unchecked) private var sources: [PyIterator]

    /// The results of a function that takes one element of each iterator.
    public init(_ function: Value, _ sources: [PyIterator]) {
        self.function = function
        self.sources = sources
    }

    public override var typeName: String { "map" }

    public override func next(_ machine: Machine) throws -> Value? {
        var elements: [Value] = []
        elements.reserveCapacity(sources.count)
        for source in sources {
            guard let element = try source.advance(machine) else { return nil }
            elements.append(element)
        }
        return try machine.call(function, Arguments(elements))
    }

    public override func surrender(to pending: inout [PyObject]) {
        Disposal.take(function, into: &pending)
        function = .none
        for source in sources { Disposal.take(.object(source), into: &pending) }
        sources = []
    }

    deinit { Disposal.dispose(of: self) }
}

/// `filter`: the elements for which a function is true, or that are true themselves.
public final class PyFilter: PyIterator {
    @exclusivity(unchecked) private var function: Value
    @exclusivity(unchecked) private var source: PyIterator?

    /// The elements that a function, or their own truth where it is `None`, lets through.
    public init(_ function: Value, _ source: PyIterator) {
        self.function = function
        self.source = source
    }

    public override var typeName: String { "filter" }

    public override func next(_ machine: Machine) throws -> Value? {
        while let element = try source?.advance(machine) {
            try machine.charge(instructions: 1)
            if try machine.isTrue(function.isNone ? element : machine.call(function, element)) { return element }
        }
        return nil
    }

    public override func surrender(to pending: inout [PyObject]) {
        Disposal.take(function, into: &pending)
        function = .none
        if let source { Disposal.take(.object(source), into: &pending) }
        source = nil
    }

    deinit { Disposal.dispose(of: self) }
}

/// `iter(function, sentinel)`: a function's results until one equals the sentinel.
public final class PyCallableIterator: PyIterator {
    @exclusivity(unchecked) private var function: Value?
    @exclusivity(unchecked) private var sentinel: Value

    /// The results of a function until one equals the sentinel.
    public init(_ function: Value, sentinel: Value) {
        self.function = function
        self.sentinel = sentinel
    }

    public override var typeName: String { "callable_iterator" }

    public override func next(_ machine: Machine) throws -> Value? {
        guard let function else { return nil }
        do {
            let value = try machine.call(function)
            if try !machine.isEqual(value, sentinel) { return value }
        } catch let raised as PyError where machine.isError(raised, "StopIteration") {}
        self.function = nil
        return nil
    }

    public override func surrender(to pending: inout [PyObject]) {
        Disposal.take(function, into: &pending)
        Disposal.take(sentinel, into: &pending)
        (function, sentinel) = (nil, .none)
    }

    deinit { Disposal.dispose(of: self) }
}

/// An iterator of the program (anything with `__next__`, a generator) seen from Swift.
final class PyForeignIterator: PyIterator {
    @exclusivity(unchecked) private var iterator: Value

    /// A view of an iterator of the program.
    init(_ iterator: Value) { self.iterator = iterator }

    override func next(_ machine: Machine) throws -> Value? { try machine.next(iterator) }

    override func surrender(to pending: inout [PyObject]) {
        Disposal.take(iterator, into: &pending)
        iterator = .none
    }

    deinit { Disposal.dispose(of: self) }
}

extension Machine {
    /// An iterator over any iterable, to be stepped from Swift; raises TypeError for what is not iterable.
    func nativeIterator(_ iterable: Value) throws -> PyIterator {
        let made = try iterator(iterable)
        return made.asObject as? PyIterator ?? PyForeignIterator(made)
    }
}
