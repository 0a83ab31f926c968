import HTTPMessages
import Testing

@Suite struct HeaderListTests {
    private let headers: HeaderList = ["Vary": "Origin", "set-cookie": "a=1", "vary": "Accept", "Set-Cookie": "b=2"]

    @Test func findsNamesInAnyCaseAndKeepsOrder() {
        #expect(headers["VARY"] == "Origin")
        #expect(headers.values(named: "set-cookie") == ["a=1", "b=2"])
        #expect(headers.combined(named: "vary") == "Origin, Accept")
        #expect(headers.combined(named: "x") == nil)
        #expect(headers.map(\.name) == ["Vary", "set-cookie", "vary", "Set-Cookie"])
        #expect(headers.contains(name: "Vary") && !headers.contains(name: "var"))
    }

    @Test func removesEveryLineOfAName() {
        var rest = headers
        rest.removeAll(named: "VARY")
        #expect(rest.map(\.name) == ["set-cookie", "Set-Cookie"])
    }

    @Test func showsValuesAsLatin1() {
        #expect(Header("x", bytes: [0xE9, 0x80]).text == "é\u{80}")
        #expect("é\u{80}".latin1Bytes == [0xE9, 0x80])
        #expect("€".latin1Bytes == nil)
    }

    @Test func comparesOnlyASCIICase() {
        #expect("Content-Type".isEqualIgnoringASCIICase("cONTENT-tYPE"))
        #expect(!"É".isEqualIgnoringASCIICase("é"))
        #expect(!"@".isEqualIgnoringASCIICase("`"))
    }
}
