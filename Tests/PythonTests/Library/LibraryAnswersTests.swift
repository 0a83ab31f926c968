import Python
import Testing

/// Expressions over the modules of the library, compared with what CPython 3.11 answered (`Fixtures/record.py`).
@Suite struct LibraryAnswersTests {
    @Test(arguments: [
        "collections", "dataclasses", "datetime", "decimal", "enum", "functools", "json", "math", "re", "texts", "typing", "uuid",
    ])
    func `each expression gives what CPython gives`(module name: String) throws {
        let parts = LibraryFixtures.text("Fixtures", "\(name).cases").split(separator: "\n---\n", maxSplits: 1)
        let answers = LibraryFixtures.text("Fixtures", "\(name).expected").split(separator: "\n", omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        let machine = LibraryFixtures.machine()
        let module = try machine.execute(try machine.load(SourceText(parts[0] + "\n"), named: "__main__"))
        let cases = parts[1].split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(cases.count == answers.count - 1)
        for (expression, wanted) in zip(cases, answers) {
            #expect(LibraryFixtures.answer(String(expression), module, machine) == wanted, "\(expression)")
        }
    }

    @Test(arguments: ["chains", "contexts", "differences", "places", "records", "rows", "tasks", "waiting"])
    func `each program prints what it prints under CPython`(program name: String) async throws {
        let machine = LibraryFixtures.machine()
        let source = SourceText(LibraryFixtures.text("Programs", "\(name).py"))
        let module = try machine.execute(try machine.load(source, named: "__main__"))
        if let main = module.namespace["main"] { _ = try await machine.callAsync(main, Arguments()) }
        machine.context.flush()
        let wanted = LibraryFixtures.text("Programs", "\(name).out").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(machine.context.log == wanted.dropLast().map(String.init))
    }
}
