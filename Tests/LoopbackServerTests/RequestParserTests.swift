import HTTPMessages
import Testing

@testable import LoopbackServer

/// Notes what a parser finds, one line each; bodies are joined, since their pieces follow the input's.
private final class Notes: RequestSink {
    var lines: [String] = []
    private var body: [UInt8] = []

    func receive(_ head: RequestHead) throws(RequestParseError) {
        let headers = head.headers.map { "\($0.name)=\($0.text)" }
        lines.append("\(head.method) \(head.target) \(head.majorVersion).\(head.minorVersion) \(head.keepsAlive) \(headers)")
    }

    func receive(body bytes: UnsafeRawBufferPointer.SubSequence) throws(RequestParseError) { body += bytes }

    func receiveEnd(trailers: [Header]) {
        lines.append("end \(String(latin1: body)) \(trailers.map(\.name))")
        body = []
    }

    /// What a parser finds in pieces of that size, then the error it ends with.
    static func of(_ bytes: [UInt8], pieceSize: Int, maximumHead: Int = 1 << 20) -> [String] {
        let notes = Notes()
        var parser = RequestParser(maximumHead: maximumHead)
        do throws(RequestParseError) {
            for start in stride(from: 0, to: bytes.count, by: pieceSize) {
                let piece = Array(bytes[start..<min(start + pieceSize, bytes.count)])
                try piece.withUnsafeBufferPointer { (pointer) throws(RequestParseError) in
                    try parser.parse(UnsafeRawBufferPointer(pointer), into: notes)
                }
            }
        } catch {
            notes.lines.append("\(error)")
        }
        return notes.lines
    }
}

@Suite struct RequestParserTests {
    /// What follows an upgrade request in its own piece is dropped, so there pieces matter.
    private static let splittable = UvicornRecording.all.filter { !$0.name.contains("upgrade") && !$0.name.contains("connect path") }

    @Test(arguments: splittable, [1, 2, 3, 7])
    func findsTheSameInPieces(_ recording: UvicornRecording, pieceSize: Int) {
        let bytes = recording.pieces.flatMap(\.self)
        #expect(Notes.of(bytes, pieceSize: pieceSize) == Notes.of(bytes, pieceSize: bytes.count))
    }

    /// llhttp says so at the first byte, whether or not the line ever ends.
    @Test(arguments: ["1a", "1 2", "\"", "99999999999999999999"])
    func refusesALengthAtTheByteThatSpoilsIt(_ length: String) {
        let text = "POST / HTTP/1.1\r\ncontent-length: \(length)"
        #expect(Notes.of(Array(text.utf8), pieceSize: 1) == ["invalidContentLength"])
        #expect(Notes.of(Array(text.utf8), pieceSize: 1000) == ["invalidContentLength"])
    }

    /// uvicorn takes a target apart when the head has ended.
    @Test func refusesATargetThatCannotBeTakenApartAtTheEndOfItsHead() {
        let head = "CONNECT HTTP://x* HTTP/1.1\r\nhost: x\r\n"
        #expect(Notes.of(Array(head.utf8), pieceSize: 1000) == [])
        #expect(Notes.of(Array((head + "\r\n").utf8), pieceSize: 1000) == ["invalidTarget"])
    }

    @Test func dropsWhatFollowsAnUpgradeRequestInItsPiece() {
        let text = "GET /a HTTP/1.1\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\nGET /b HTTP/1.1\r\n\r\n"
        #expect(Notes.of(Array(text.utf8), pieceSize: 1000).count == 2)
        #expect(Notes.of(Array(text.utf8), pieceSize: 1).count == 4)
    }

    @Test func refusesLongTargetsAsHttptoolsDoes() {
        let fits = "GET /" + String(repeating: "a", count: 65_534) + " HTTP/1.1\r\n\r\n"
        let long = "GET /" + String(repeating: "a", count: 65_535) + " HTTP/1.1\r\n\r\n"
        #expect(Notes.of(Array(fits.utf8), pieceSize: 4096).count == 2)
        #expect(Notes.of(Array(long.utf8), pieceSize: 4096) == ["invalidTarget"])
    }

    @Test(arguments: ["GET /%", "GET / HTTP/1.1\r\n%", "GET / HTTP/1.1\r\nx: %", "GET / HTTP/1.1\r\nx:* "])
    func boundsTheHead(_ begin: String) {
        let filler = begin.contains("*") ? " " : "a"
        let text = begin.filter { $0 != "%" && $0 != "*" } + String(repeating: filler, count: 5000)
        #expect(Notes.of(Array(text.utf8), pieceSize: 100, maximumHead: 4096) == ["headTooLarge"])
    }

    @Test func boundsTheNumberOfHeaderLines() {
        let text = "GET / HTTP/1.1\r\n" + String(repeating: "x:\r\n", count: 5000)
        #expect(Notes.of(Array(text.utf8), pieceSize: 100, maximumHead: 4096) == ["headTooLarge"])
    }

    @Test func boundsTrailersToo() {
        let text = "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n" + String(repeating: "x: y\r\n", count: 5000)
        #expect(Notes.of(Array(text.utf8), pieceSize: 100, maximumHead: 4096).last == "headTooLarge")
    }
}
