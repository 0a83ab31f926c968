import Testing

@testable import Python

/// Classes, their order of resolution and the cache of lookups.
@Suite struct TypeTests {
    private func type(_ name: String, _ bases: [PyType]) throws -> PyType { try PyType(name, bases: bases) }

    @Test func theOrderIsC3() throws {
        let object = PyType(core: "object", base: nil)
        let a = try type("A", [object])
        let b = try type("B", [a])
        let c = try type("C", [a])
        let d = try type("D", [b, c])
        #expect(d.mro.map(\.name) == ["D", "B", "C", "A", "object"])
        #expect(d.isSubtype(of: a) && !a.isSubtype(of: d))
        let conflict = #expect(throws: PyType.MethodResolutionConflict.self) { try type("E", [a, b]) }
        #expect(conflict?.bases == ["A", "B"])
    }

    @Test func lookupsSeeEveryChange() throws {
        let object = PyType(core: "object", base: nil)
        let a = try type("A", [object])
        let b = try type("B", [a])
        #expect(b.lookup("x") == nil)
        a.attributes["x"] = 1
        #expect(b.lookup("x")?.asInt == 1)
        b.attributes["x"] = 2
        #expect(b.lookup("x")?.asInt == 2)
        b.attributes["x"] = nil
        #expect(b.lookup("x")?.asInt == 1)
        object.attributes["y"] = 3
        #expect(b.lookup("y")?.asInt == 3)
    }

    @Test func signaturesAreRead() {
        let signature = NativeSignature("self, key, value='a, b', /, *rest, flag=True, other?, **extra")
        #expect(signature.parameters.map(\.name) == ["self", "key", "value", "flag", "other"])
        #expect(signature.parameters[2].defaultValue?.asString == "a, b")
        #expect(signature.positionalCount == 3 && signature.requiredPositional == 2)
        #expect(signature.variadicIndex == 3 && signature.extraIndex == 6)
        #expect(signature.parameters.map(\.isKeyword) == [false, false, false, true, true])
    }
}
