import DataModels
import Python
import TestSupport
import Testing

/// Response models as Pydantic validates and serialises them, in one walk and in two.
@Suite("Direct plans") struct DirectPlanTests {
    private struct Case {
        let isDirect: Bool
        let adapter: TypeAdapter
        let value: Value
        let options: SerializationOptions
    }

    private let machine: Machine
    private let cases: [Case]
    private let expected: [String]

    init() throws {
        let world = World(now: { 1_700_000_000_000_000_000 }, monotonic: { 5 }, random: { 4 }, sleep: { _ in })
        let machine = Machine(world: world, context: ExecutionContext(budget: Budget(instructions: 100_000_000, bytes: 1 << 30)))
        DataModels.register(in: machine)
        let module = try machine.execute(machine.load(SourceText(try Fixture.text("Fixtures/cases.py")), named: "cases"))
        cases = try #require(module.namespace["CASES"]?.asList).elements.map { try Self.read($0, module, machine) }
        expected = try Fixture.lines("Fixtures/cases.expected")
        self.machine = machine
    }

    private static func read(_ value: Value, _ module: PyModule, _ machine: Machine) throws -> Case {
        let parts = try #require(value.asTuple).elements
        var options = SerializationOptions()
        let settings = try #require(parts[3].asDict)
        options.include = settings["include"] ?? .none
        options.exclude = settings["exclude"] ?? .none
        options.byAlias = settings["by_alias"]?.asBool ?? true
        options.excludeUnset = settings["exclude_unset"]?.asBool ?? false
        options.excludeDefaults = settings["exclude_defaults"]?.asBool ?? false
        options.excludeNone = settings["exclude_none"]?.asBool ?? false
        let adapter = try TypeAdapter(parts[1], globals: module.namespace, machine)
        return Case(isDirect: parts[0].asString == "direct", adapter: adapter, value: parts[2], options: options)
    }

    @Test("the ordinary way gives Pydantic's bytes and errors") func ordinary() throws {
        #expect(cases.count == expected.count)
        for (number, (item, wanted)) in zip(cases, expected).enumerated() {
            let result = try item.adapter.validate(item.value, at: [])
            let shown: String
            if let value = result.value {
                shown = String(decoding: try item.adapter.json(value, item.options), as: UTF8.self)
            } else {
                shown = try result.errors.map { "\($0.type) \(try $0.location.map(machine.str).joined(separator: "."))" }
                    .joined(separator: "; ")
            }
            #expect(shown == wanted, "case \(number)")
        }
    }

    @Test("one walk gives the same bytes, and gives up where a value needs more") func direct() throws {
        for (number, (item, wanted)) in zip(cases, expected).enumerated() {
            let bytes = try item.adapter.directJSON(item.value, item.options)
            #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == (item.isDirect ? wanted : nil), "case \(number)")
        }
    }

    @Test("a plan that gave up has run nothing of the program") func nothingHappens() throws {
        let program = """
            from pydantic import BaseModel, Field
            made = []
            class Numbered(BaseModel):
                number: int = Field(default_factory=lambda: made.append(1) or len(made))
                word: str
            VALUE = [{"number": 1, "word": "a"}, {"word": "b"}, {"word": 5}]
            """
        let module = try machine.execute(machine.load(SourceText(program), named: "numbered"))
        let annotation = try machine.evaluate("list[Numbered]", in: module.namespace)
        let adapter = try TypeAdapter(annotation, globals: module.namespace, machine)
        let value = try #require(module.namespace["VALUE"])
        #expect(try adapter.directJSON(value, SerializationOptions()) == nil)
        #expect(module.namespace["made"]?.asList?.elements.count == 0)
    }

    @Test("a list that holds itself ends") func cycle() throws {
        let module = try machine.execute(machine.load(SourceText("loop = []\nloop.append(loop)"), named: "loop"))
        let adapter = try TypeAdapter(try machine.evaluate("list", in: module.namespace), globals: nil, machine)
        #expect(try adapter.directJSON(try #require(module.namespace["loop"]), SerializationOptions()) == nil)
    }
}
