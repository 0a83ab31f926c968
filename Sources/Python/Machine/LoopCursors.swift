/// The iterator of a `for` loop over a range within machine words; no program sees it.
final class IntegerCursor: PyIterator {
    @exclusivity(unchecked) private var current: Int
    private let step: Int
    @exclusivity(unchecked) private var left: Int

    init(start: Int, step: Int, count: Int) {
        current = start
        self.step = step
        left = count
    }

    override var typeName: String { "range_iterator" }

    override func next(_ machine: Machine) -> Value? { advance().map { .int($0) } }

    /// The next number, or nil at the end.
    @inline(__always)
    func advance() -> Int? {
        if left == 0 { return nil }
        left &-= 1
        let value = current
        current = value &+ step
        return value
    }
}

/// The iterator of a `for` loop over a list; it sees elements that are appended while it runs.
final class ListCursor: PyIterator {
    @exclusivity(unchecked) private var list: PyList
    @exclusivity(unchecked) private var position = 0

    init(_ list: PyList) { self.list = list }

    deinit { if isLink { Disposal.dispose(of: self) } }

    override var isLink: Bool { list.isLink }

    override func surrender(to pending: inout [PyObject]) {
        pending.append(list)
        list = PyList()
    }

    override var typeName: String { "list_iterator" }

    override func next(_ machine: Machine) -> Value? { advance() }

    /// The next element, or nil at the end.
    @inline(__always)
    func advance() -> Value? {
        guard position < list.elements.count else {
            position = .max
            return nil
        }
        position += 1
        return list.elements[position - 1]
    }
}

/// The iterator of a `for` loop over an ASCII text; no program sees it.
final class TextCursor: PyIterator {
    private let text: PyStr
    private let characters: [PyStr]
    @exclusivity(unchecked) private var position = 0

    /// `characters` are the texts of one ASCII character each.
    init(_ text: PyStr, _ characters: [PyStr]) {
        self.text = text
        self.characters = characters
    }

    override var typeName: String { "str_ascii_iterator" }

    override func next(_ machine: Machine) -> Value? { advance() }

    /// The next character, or nil at the end.
    @inline(__always)
    func advance() -> Value? {
        if position >= text.byteCount { return nil }
        position &+= 1
        return .str(characters[Int(text.byte(at: position &- 1))])
    }
}

extension Machine {
    /// What a `for` loop or comprehension iterates with.
    func loopIterator(_ value: Value) throws -> Value {
        switch value {
        case .list(let list): return .object(ListCursor(list))
        case .str(let text) where text.isASCII: return .object(TextCursor(text, asciiCharacters))
        case .object(let object):
            guard let range = object.exactly(PyRange.self), let start = range.start.asInt, let step = range.step.asInt,
                let count = range.count.asInt, let last = count == 0 ? start : range.element(range.count - 1).asInt,
                !last.addingReportingOverflow(step).overflow
            else { return try iterator(value) }
            return .object(IntegerCursor(start: start, step: step, count: count))
        default: return try iterator(value)
        }
    }
}
