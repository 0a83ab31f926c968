import HTTPMessages
import Testing

@Suite struct ResponseParserTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        var method = "GET"
        var body = ""
        /// Whether the response ends only with the connection.
        var untilClose = false
        var rest = ""

        var testDescription: String { name }
    }

    private static let ok = "HTTP/1.1 200 OK\r\n"
    private static let chunked = ok + "Transfer-Encoding: chunked\r\n\r\n"

    static let cases = [
        Case(name: "length", text: ok + "content-length: 3\r\n\r\nabcNEXT", body: "abc", rest: "NEXT"),
        Case(name: "length zero", text: ok + "content-length: 0\r\n\r\n"),
        Case(name: "the first length counts", text: ok + "content-length: 3\r\ncontent-length: 9\r\n\r\nabc", body: "abc"),
        Case(name: "no length", text: ok + "\r\nabc", body: "abc", untilClose: true),
        Case(name: "HEAD", text: ok + "content-length: 3\r\n\r\n", method: "HEAD"),
        Case(name: "204", text: "HTTP/1.1 204 No Content\r\n\r\nNEXT", rest: "NEXT"),
        Case(name: "304", text: "HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n"),
        Case(name: "101", text: "HTTP/1.1 101 Switching Protocols\r\n\r\n"),
        Case(
            name: "interim",
            text: "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n" + ok + "content-length: 1\r\n\r\na", body: "a"),
        Case(name: "chunks", text: chunked + "3\r\nabc\r\n1;x=y\r\nd\r\n0\r\nt: 1\r\n\r\nNEXT", body: "abcd", rest: "NEXT"),
        Case(
            name: "chunks win over a length", text: ok + "content-length: 99\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
            body: "a"),
        Case(name: "upper-case chunk size", text: chunked + "A\r\n0123456789\r\n0\r\n\r\n", body: "0123456789"),
        Case(name: "other coding", text: ok + "transfer-encoding: gzip\r\n\r\nabc", body: "abc", untilClose: true),
        Case(name: "bare line feeds", text: "HTTP/1.0 200\ncontent-length: 1\n\na", body: "a"),
    ]

    @Test(arguments: cases, [1, 2, 5, 1000])
    func findsTheEnd(_ row: Case, pieceSize: Int) throws {
        var parser = ResponseParser(requestMethod: row.method)
        let bytes = Array(row.text.utf8)
        var response: HTTPResponse?
        var index = 0
        while index < bytes.count, response == nil {
            let end = min(index + pieceSize, bytes.count)
            response = try parser.append(bytes[index..<end])
            index = end
        }
        #expect((response == nil) == row.untilClose)
        let whole = try response ?? parser.finish()
        #expect(whole.body == Array(row.body.utf8))
        #expect(parser.unparsed + bytes[index...] == Array(row.rest.utf8))
    }

    @Test(arguments: [
        ("", ResponseParseError.empty),
        ("HTTP/1.1 200 OK\r\n", .incomplete),
        ("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nab", .incomplete),
        (chunked + "3\r\nabc\r\n", .incomplete),
        ("nonsense\r\n\r\n", .malformedStatusLine("nonsense")),
        ("HTTP/1.1 99 X\r\n\r\n", .malformedStatusLine("HTTP/1.1 99 X")),
        ("HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", .malformedHeaderLine("nonsense")),
        ("HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n", .malformedLength("x")),
        (chunked + "x\r\n", .malformedChunk),
        (chunked + "1\r\nab", .malformedChunk),
    ])
    func saysWhatIsWrong(_ text: String, _ error: ResponseParseError) {
        #expect(throws: error) { try HTTPResponse.parse(Array(text.utf8)) }
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n01234567890", chunked + "B\r\n", "HTTP/1.1 2",
    ])
    func boundsHeadAndBody(_ text: String) {
        var parser = ResponseParser(requestMethod: "GET", limit: text.count < 11 ? 9 : 10)
        #expect(throws: ResponseParseError.self) { _ = try parser.append(Array(text.utf8)) }
    }

    @Test func keepsHeaderBytesAndTrimsBlanks() throws {
        let bytes = Array("HTTP/1.1 200 OK\r\nX-A: \t a b \t\r\nx: ".utf8) + [0xE9] + Array("\r\ncontent-length: 0\r\n\r\n".utf8)
        let response = try HTTPResponse.parse(bytes)
        #expect(response.headers[0] == Header("X-A", "a b"))
        #expect(response.headers["x"] == "é")
        #expect(response.reason == "OK")
    }
}
