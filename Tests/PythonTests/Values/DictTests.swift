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
}
