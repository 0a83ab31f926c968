import Python
import Testing

/// The tools that other targets call: cookies, URLs, JSON, dates.
@Suite struct TextToolsTests {
    @Test(arguments: [
        ("abc", "abc"), ("a b", #""a b""#), ("a,b", #""a\054b""#), ("a;b", #""a\073b""#), (#"a"b"#, #""a\"b""#), (#"a\b"#, #""a\\b""#),
        ("", #""""#), ("caf\u{E9}", #""caf\351""#), ("\u{80}\u{A0}", #""\200\240""#), ("a:b", "a:b"), ("a/b", #""a/b""#),
        ("\u{20AC}", "\"\u{20AC}\""), ("a\r\nb", #""a\015\012b""#),
    ])
    func `cookie values are quoted as http.cookies quotes them`(value: String, quoted: String) {
        #expect(CookieText.quote(PyStr(value)).string == quoted)
        if value != "\u{20AC}" { #expect(CookieText.unquote(PyStr(quoted)).string == value) }
    }

    @Test(arguments: [
        ("a b", "Illegal key 'a b'"), ("", "Illegal key ''"), ("\u{E9}", "Illegal key 'é'"),
        ("path", "Attempt to set a reserved key 'path'"),
        ("Expires", "Attempt to set a reserved key 'Expires'"),
    ])
    func `names that no cookie may have are refused`(name: String, message: String) {
        let problem = #expect(throws: CookieText.Problem.self) { try CookieText.check(name: PyStr(name)) }
        #expect(problem?.message == message)
    }

    @Test func `the attributes of a cookie stand in the order of their keys`() {
        let line = CookieText.line(
            name: PyStr("k"), codedValue: PyStr("v"),
            attributes: [
                ("secure", PyStr("")), ("samesite", PyStr("strict")), ("max-age", PyStr("60")), ("path", PyStr("/p")),
                ("httponly", PyStr("")), ("domain", PyStr("example.com")), ("expires", PyStr("Wed, 21 Oct 2015 07:28:00 GMT")),
            ])
        #expect(
            line.string
                == "k=v; Domain=example.com; expires=Wed, 21 Oct 2015 07:28:00 GMT; HttpOnly; Max-Age=60; Path=/p; SameSite=strict; Secure")
    }

    @Test func `expiry dates are those of RFC 9110`() {
        #expect(CookieText.date(0) == "Thu, 01 Jan 1970 00:00:00 GMT")
        #expect(CookieText.date(1_700_000_000) == "Tue, 14 Nov 2023 22:13:20 GMT")
    }

    @Test func `a response body is compact JSON without escapes`() throws {
        let machine = LibraryFixtures.machine()
        let value = try machine.evaluate("{'a': [1, 2.0, None, True], 'é': 'x\"'}", in: PyDict())
        let bytes = try JSONWriter.bytes(of: value, machine, .response)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":[1,2.0,null,true],"é":"x\""}"#)
    }

    @Test func `NaN in a response is refused`() throws {
        let machine = LibraryFixtures.machine()
        let raised = #expect(throws: PyError.self) { try JSONWriter.bytes(of: .float(.nan), machine, .response) }
        #expect(raised.map { LibraryFixtures.describe($0, machine) } == "!ValueError: Out of range float values are not JSON compliant")
    }

    @Test(arguments: [
        ("[1,]", "Expecting value: line 1 column 4 (char 3)"),
        ("{\"a\":1,}", "Expecting property name enclosed in double quotes: line 1 column 8 (char 7)"),
        ("", "Expecting value: line 1 column 1 (char 0)"), ("1 2", "Extra data: line 1 column 3 (char 2)"),
    ])
    func `JSON problems have CPython's words`(text: String, message: String) {
        let problem = #expect(throws: JSONDecodeProblem.self) { try JSONReader.value(of: PyStr(text)) }
        #expect(problem?.text == message)
    }

    @Test func `days of the calendar round-trip through their numbers`() {
        for ordinal in [1, 59, 366, 730_120, 738_945, CalendarDate.epochOrdinal, CalendarDate.lastOrdinal] {
            #expect(CalendarDate(ordinal: ordinal).ordinal == ordinal)
        }
        #expect(CalendarDate(ordinal: CalendarDate.epochOrdinal).isoText == "1970-01-01")
        #expect(CalendarDate(ordinal: CalendarDate.lastOrdinal).isoText == "9999-12-31")
    }

    @Test(arguments: [("a b/é?", "a%20b/%C3%A9%3F"), ("~_.-", "~_.-"), ("%", "%25")])
    func `URLs are quoted as urllib quotes them`(text: String, quoted: String) {
        #expect(String(decoding: URLText.quote(Array(text.utf8)), as: UTF8.self) == quoted)
    }
}
