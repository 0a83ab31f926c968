import Testing

@testable import Python

/// The table under dictionaries, sets, namespaces and instances.
@Suite struct DictTests {
    @Test(arguments: [3, 8, 9, 100, 5000])
    func keysStayInOrderWhateverIsRemoved(_ count: Int) {
        let dict = PyDict()
        for index in 0..<count { dict["k\(index)"] = .int(index) }
        for index in stride(from: 0, to: count, by: 3) { dict["k\(index)"] = nil }
        dict["k0"] = 7
        let expected = (0..<count).filter { $0 % 3 != 0 }.map { "k\($0)" } + ["k0"]
        #expect(dict.keys.compactMap(\.asString) == expected)
        #expect(dict.count == expected.count)
        #expect(dict["k1"]?.asInt == 1 && dict["k0"]?.asInt == 7 && dict["missing"] == nil)
    }

    @Test func numbersThatAreEqualAreOneKey() throws {
        let machine = Machine(world: ProgramRunner.world)
        let dict = PyDict()
        try dict.setValue("int", for: 1, machine)
        try dict.setValue("float", for: .float(1), machine)
        try dict.setValue("bool", for: true, machine)
        #expect(dict.count == 1)
        #expect(try dict.value(for: 1, machine)?.asString == "bool")
        #expect(try dict.removeValue(for: .float(1), machine)?.asString == "bool")
        #expect(throws: PyError.self) { try dict.setValue(1, for: .list(PyList()), machine) }
    }

    @Test func theShapeChangesWithTheKeysOnly() {
        let dict = PyDict()
        dict["a"] = 1
        let shape = dict.shape
        dict["a"] = 2
        #expect(dict.shape == shape)
        dict["b"] = 1
        #expect(dict.shape != shape)
    }

    /// A dictionary with keys `k0`… of that number.
    private func numbered(_ count: Int) -> PyDict {
        let dict = PyDict()
        for index in 0..<count { dict["k\(index)"] = .int(index) }
        return dict
    }

    private func pairs(_ dict: PyDict) -> [String] { dict.items.map { "\($0.key.asString ?? "") \($0.value.asInt ?? -1)" } }

    @Test(arguments: [1, 8, 9, 30])
    func whatSharesKeysGoesItsOwnWay(_ count: Int) throws {
        let first = numbered(count)
        let layout = try #require(first.layout)
        let second = PyDict(layout, (0..<count).map { .int($0 + 100) })
        let untouched = pairs(first)
        second["new"] = 1
        second["k0"] = nil
        #expect(pairs(first) == untouched && first["new"] == nil)
        #expect(second["k0"] == nil && second["new"]?.asInt == 1 && second.count == count)
        #expect(pairs(second) == (1..<count).map { "k\($0) \($0 + 100)" } + ["new 1"])
    }

    @Test(arguments: [1, 8, 9, 30])
    func expectedKeysAreNotThereUntilTheyAreSet(_ count: Int) throws {
        let layout = try #require(numbered(count).layout)
        let dict = PyDict(expecting: layout)
        #expect(dict.count == 0 && dict.keys.isEmpty && dict["k0"] == nil && dict.position(ofName: PyStr("k\(count - 1)")) == nil)
        for index in 0..<count / 2 { dict["k\(index)"] = .int(index) }
        #expect(dict.count == count / 2 && pairs(dict) == (0..<count / 2).map { "k\($0) \($0)" })
        #expect(dict["k\(count - 1)"] == nil || count == 1)
    }

    @Test(arguments: [1, 8, 9, 30])
    func anotherOrderThanTheExpectedOneIsKept(_ count: Int) throws {
        let dict = PyDict(expecting: try #require(numbered(count).layout))
        for index in (0..<count).reversed() { dict["k\(index)"] = .int(index) }
        #expect(pairs(dict) == (0..<count).reversed().map { "k\($0) \($0)" })
        for index in 0..<count { #expect(dict["k\(index)"]?.asInt == index) }
    }

    @Test func keysWithHolesOrReferencesAreNotShared() throws {
        let machine = Machine(world: ProgramRunner.world)
        let dict = numbered(3)
        dict["k1"] = nil
        #expect(dict.layout == nil)
        let other = PyDict()
        try other.setValue(1, for: .tuple(PyTuple([1])), machine)
        #expect(other.layout == nil)
    }
}
