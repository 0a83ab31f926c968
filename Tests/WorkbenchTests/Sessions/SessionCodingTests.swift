import HTTPMessages
import Testing
import Workbench

@Suite struct SessionCodingTests {
    static let head = SessionHead(started: 1_700_000_000_000, name: "cats.py", program: Array("app = 1\n".utf8))

    static let events: [SessionEvent] = [
        SessionEvent(at: 0, .edited(.init(offset: 6, removed: "1", inserted: "\"café\""))),
        SessionEvent(
            at: 5,
            .sent(
                .init(exchange: 1, origin: "playground", request: RequestReport(HTTPRequest(target: "/a", headers: ["host": "h"]))))),
        SessionEvent(
            at: 9,
            .answered(
                .init(
                    exchange: 1, microseconds: 412,
                    response: ResponseReport(HTTPResponse(headers: HeaderList([Header("x", bytes: [0xE9])]), body: [0xFF, 0xFE])),
                    provenance: [], bodyChanges: []))),
        SessionEvent(at: 12, .noted("why did the cookie vanish?")),
    ]

    static func file() throws -> [UInt8] {
        try SessionCoding.line(head) + events.flatMap { try SessionCoding.line($0) }
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let session = try SessionCoding.read(Self.file())
        #expect(session.head == Self.head)
        #expect(session.events == Self.events)
        #expect(session.notices.isEmpty)
    }

    @Test func bytesThatAreNoUTF8Survive() throws {
        let session = try SessionCoding.read(Self.file())
        guard case .answered(let answered) = session.events[2].content else { throw SessionError.empty }
        #expect(answered.response.response.body == [0xFF, 0xFE])
        #expect(answered.response.response.headers[0].value == [0xE9])
    }

    @Test func aTornLastLineIsDroppedWithANotice() throws {
        let whole = try Self.file()
        let shortest = try SessionCoding.line(Self.head).count
        for cut in shortest..<whole.count where whole[cut - 1] != 0x0A {
            let session = try SessionCoding.read(Array(whole[..<cut]))
            let complete = whole[..<cut].count { $0 == 0x0A } - 1
            #expect(session.events == Array(Self.events[..<complete]))
            #expect(session.notices.count == 1)
        }
    }

    @Test func anUnknownEventIsKeptAsItIs() throws {
        let line = #"{"at":3,"event":"sung","sung":{"tune":"x"}}"#
        let session = try SessionCoding.read(SessionCoding.line(Self.head) + Array((line + "\n").utf8))
        #expect(session.events == [SessionEvent(at: 3, .unknown(line: line))])
        #expect(try SessionCoding.line(session.events[0]) == Array((line + "\n").utf8))
        #expect(session.notices.count == 1)
    }

    @Test(arguments: [
        ("", SessionError.empty),
        ("{}\n", .notASession(line: 1, reason: "it has no \"session\" with the version of the format")),
        ("{\"session\":9}\n", .newerFormat(9)),
        ("{\"session\":1}\n", .notASession(line: 1, reason: "its head is incomplete")),
    ])
    func aFileThatIsNoSessionIsRefused(_ text: String, _ expected: SessionError) {
        #expect(throws: expected) { try SessionCoding.read(Array(text.utf8)) }
    }

    @Test func aLineThatIsNoEventIsRefusedWithItsNumber() throws {
        let bytes = try SessionCoding.line(Self.head) + Array("nonsense\n".utf8)
        #expect(throws: SessionError.notASession(line: 2, reason: "it is not a JSON object with an \"event\"")) {
            try SessionCoding.read(bytes)
        }
    }

    @Test func theTranscriptTellsWhatChangedAndShowsNoControlCharacters() throws {
        var events = Self.events
        events.append(SessionEvent(at: 61_000, .noted("bell \u{07}")))
        let text = SessionTranscript.text(of: Session(head: Self.head, events: events))
        #expect(text.contains("0:00  edited  line 1\n      - app = 1\n      + app = \"café\"\n"))
        #expect(text.contains("GET /a  200 OK"))
        #expect(text.contains("1:01  note  bell ␇"))
        #expect(text.hasSuffix("5 events, 1 exchanges\n"))
    }
}
