import HTTPMessages
import Testing

/// How bodies are framed, as uvicorn does it.
@Suite struct ResponseFramingTests {
    struct Case: Sendable {
        var headers: [(String, String)]
        var status = 200
        var isHead = false
        var isChunked: Bool?
        /// Whether the server says itself that the body comes in chunks.
        var isAdded = false
    }

    static let cases = [
        Case(headers: [], isChunked: true, isAdded: true),
        Case(headers: [], isHead: true, isChunked: nil),
        Case(headers: [], status: 204, isChunked: nil),
        Case(headers: [], status: 304, isChunked: nil),
        Case(headers: [], status: 205, isChunked: true, isAdded: true),
        Case(headers: [("Content-Length", "3")], isChunked: false),
        Case(headers: [("content-length", "3"), ("content-length", "x")], isChunked: false),
        Case(headers: [("transfer-encoding", "chunked"), ("content-length", "x")], isChunked: true),
        Case(headers: [("content-length", "3"), ("Transfer-Encoding", "Chunked")], isChunked: true),
        Case(headers: [("transfer-encoding", "gzip")], isChunked: true, isAdded: true),
        Case(headers: [("transfer-encoding", " chunked")], isChunked: true, isAdded: true),
    ]

    @Test(arguments: cases.indices)
    func headersSayHowABodyIsFramed(_ index: Int) {
        let example = Self.cases[index]
        var framing = ResponseFraming(isHead: example.isHead)
        for (name, value) in example.headers {
            let isFine = framing.take(name, Array(value.utf8))
            #expect(isFine)
        }
        let isAdded = framing.endHead(status: example.status)
        #expect(isAdded == example.isAdded, "\(example)")
        #expect(framing.isChunked == example.isChunked, "\(example)")
    }

    @Test(arguments: ["", "x", "1.5", "--1", "1__0", "0x1"])
    func whatIsNoWholeNumberIsRefusedWhereItCounts(_ value: String) {
        var framing = ResponseFraming(isHead: false)
        let isTaken = framing.take("content-length", Array(value.utf8))
        #expect(!isTaken)
        _ = framing.take("transfer-encoding", Array("chunked".utf8))
        let isTakenLater = framing.take("content-length", Array(value.utf8))
        #expect(isTakenLater)
    }

    /// Which of these pieces of a body are taken, and whether it is whole after each.
    private static func pieces(_ counts: [Int], _ framing: ResponseFraming) -> [[Bool]] {
        var framing = framing
        return counts.map { count in
            let isTaken = framing.takeBody(count)
            return [isTaken, framing.isWhole]
        }
    }

    private static func framing(_ length: String, isHead: Bool = false) -> ResponseFraming {
        var framing = ResponseFraming(isHead: isHead)
        _ = framing.take("content-length", Array(length.utf8))
        _ = framing.endHead(status: 200)
        return framing
    }

    @Test func aBodyMayNotBeLongerThanItsLength() {
        #expect(Self.pieces([2, 2, 1, 0], Self.framing("3")) == [[true, false], [false, false], [true, true], [true, true]])
    }

    @Test func aNegativeLengthIsNeverWhole() {
        #expect(Self.pieces([0], Self.framing(" -1 ")) == [[false, false]])
    }

    @Test func theBodyOfAHeadIsNotCounted() {
        #expect(!Self.framing("3", isHead: true).isWhole)
        #expect(Self.pieces([100], Self.framing("3", isHead: true)) == [[true, true]])
    }

    @Test func anAnswerThatHasNoBodyTakesOnlyAnEmptyOne() {
        var framing = ResponseFraming(isHead: false)
        _ = framing.endHead(status: 304)
        #expect(Self.pieces([0, 1], framing) == [[true, true], [false, true]])
    }
}
