import Testing

@testable import HTTPMessages

@Suite struct PythonIntegerTests {
    /// What CPython 3.11's `int(text)` gives; nil is ValueError.
    @Test(arguments: [
        ("0", 0), ("007", 7), ("+3", 3), ("-3", -3), (" 12\t\n", 12), ("1_000", 1000), ("1__0", nil), ("_1", nil), ("1_", nil),
        ("", nil), (" ", nil), ("+", nil), ("+-1", nil), ("- 1", nil), ("1 2", nil), ("3, 3", nil), ("1.0", nil), ("0x10", nil),
        ("\u{0663}", 3), ("\u{00B2}", nil), ("\u{A0}5\u{2003}", 5), ("123456789012345678", 123_456_789_012_345_678),
        ("99999999999999999999", Int.max),
    ])
    func readsAsPythonDoes(_ text: String, _ value: Int?) {
        #expect(PythonInteger.parse(Array(text.utf8)) == value)
    }

    @Test func refusesMoreDigitsThanPythonConverts() {
        #expect(PythonInteger.parse([UInt8](repeating: 0x31, count: 4300)) == Int.max)
        #expect(PythonInteger.parse([UInt8](repeating: 0x31, count: 4301)) == nil)
        #expect(PythonInteger.parse([0xE9]) == nil)
    }
}
