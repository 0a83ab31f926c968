import Python
import Testing

/// The regular expressions without a machine around them.
@Suite struct RegexEngineTests {
    /// What pays for nothing more.
    private struct Exhausted: Error {}

    private func spans(_ pattern: String, _ text: String, _ flags: RegexFlags = []) throws -> [Range<Int>] {
        let regex = try PythonRegex(pattern, flags: flags)
        var found: [Range<Int>] = []
        try regex.matches(in: text.unicodeScalars.map(\.value)) { match in
            found.append(match.span)
            return true
        }
        return found
    }

    @Test func `an empty match may follow a match, but not another empty one at its place`() throws {
        #expect(try spans("a*", "baac") == [0..<0, 1..<3, 3..<3, 4..<4])
        #expect(try spans("", "ab") == [0..<0, 1..<1, 2..<2])
    }

    @Test(arguments: [
        (#"https://.*\.example\.com"#, "https://a.example.com", true), (#"https://.*\.example\.com"#, "https://a.example.com.evil", false),
        (#"https?://localhost(:\d+)?"#, "http://localhost:8000", true), (#"https?://localhost(:\d+)?"#, "http://localhost:", false),
        (".*", "https://any", true), ("a|ab", "ab", true),
    ])
    func `matching the whole text is re.fullmatch`(pattern: String, text: String, matches: Bool) throws {
        #expect(try PythonRegex(pattern).matchesWhole(text) == matches)
    }

    @Test(arguments: ["(a+)+$", "(a|aa)+$", "(a*)*b", "(?:a?){30}a{30}b"])
    func `a hostile pattern is stopped by its budget`(pattern: String) throws {
        let regex = try PythonRegex(pattern)
        let text = [UInt32](repeating: 0x61, count: 40) + [0x21]
        var steps = 0
        #expect(throws: Exhausted.self) {
            _ = try regex.match(text, mode: .fullmatch) { count, _ in
                steps += count
                if steps > 1_000_000 { throw Exhausted() }
            }
        }
    }

    @Test func `a deep text does not use the native stack`() throws {
        let text = [UInt32](repeating: 0x61, count: 200_000)
        #expect(try PythonRegex("(?:a|b)*").match(text, mode: .fullmatch)?.span == 0..<200_000)
        #expect(try PythonRegex("(a|b)*?$").match(text, mode: .match)?.span == 0..<200_000)
    }

    @Test func `a pattern nested too deeply is refused`() {
        let pattern = String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000)
        #expect(throws: RegexError.self) { try PythonRegex(pattern) }
    }

    @Test func `errors tell the place`() {
        let error = #expect(throws: RegexError.self) { try PythonRegex("ab(c") }
        #expect(error?.text == "missing ), unterminated subpattern at position 2")
    }

    @Test func `a program that runs a hostile pattern ends by its budget`() throws {
        let machine = LibraryFixtures.machine(instructions: 2_000_000)
        let source = SourceText("import re\nre.match('(a+)+$', 'a' * 60 + '!')\n")
        let program = try machine.load(source, named: "__main__")
        #expect(throws: MachineLimit.instructions(limit: 2_000_000)) { try machine.execute(program) }
    }
}
