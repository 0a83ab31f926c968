import HTTPMessages
import Testing

@Suite struct WireFormTests {
    @Test func writesRequestsAsTheyAre() {
        let request = HTTPRequest(
            method: "POST", target: "/a?b", headers: ["Host": "t", "X": "ü"], body: Array("hi".utf8), minorVersion: 0)
        #expect(request.wireBytes == Array("POST /a?b HTTP/1.0\r\nHost: t\r\nX: ü\r\n\r\nhi".utf8))
    }

    @Test(arguments: [
        (200, "HTTP/1.1 200 OK"), (418, "HTTP/1.1 418 I'm a Teapot"), (299, "HTTP/1.1 299 "),
        (413, "HTTP/1.1 413 Request Entity Too Large"),
    ])
    func writesStatusLinesAsUvicornDoes(_ status: Int, _ line: String) {
        #expect(HTTPResponse(status: status).statusLine == line)
    }

    @Test func writesNamesAsLatin1AndValuesAsBytes() {
        let header = Header("x-é", bytes: [0xFF, 0x20])
        #expect(header.wireBytes == [0x78, 0x2D, 0xE9, 0x3A, 0x20, 0xFF, 0x20, 0x0D, 0x0A])
    }

    @Test func readsWhatItWrites() throws {
        let response = HTTPResponse(
            status: 404, headers: ["content-length": "3", "set-cookie": "a=1", "Set-Cookie": "b=2"], body: Array("abc".utf8))
        #expect(try HTTPResponse.parse(response.wireBytes) == response)
    }
}
