import HTTPMessages
import LoopbackServer
import Testing

@Suite struct UvicornParityTests {
    @Test(arguments: UvicornRecording.all)
    func answersLikeUvicorn(_ recording: UvicornRecording) async throws {
        try await TestServer.run(ScriptedApplication.responder) { port in
            // Our name is one byte longer than uvicorn's, once for each response.
            let extra = recording.answer.masked.split(separator: "server: uvicorn\r\n", omittingEmptySubsequences: false).count - 1
            let dates = recording.answer.masked.split(separator: "date: D\r\n", omittingEmptySubsequences: false).count - 1
            let length = recording.answer.count + extra + dates * 28
            let exchange = try await LoopbackClient().send(
                recording.pieces, port: port, until: recording.isClosed ? .close : .bytes(length))
            #expect(exchange.raw.masked == recording.answer.masked)
            #expect(exchange.isClosed == recording.isClosed)
        }
    }
}
