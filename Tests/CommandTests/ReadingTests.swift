import Testing

/// When a served program reads the body of a request, over real sockets.
@Suite struct ReadingTests {
    static let program = """
        from fastapi import FastAPI, Request
        from fastapi.responses import StreamingResponse

        app = FastAPI()


        @app.post("/unread")
        async def unread():
            return 1


        @app.post("/read")
        async def read(request: Request):
            return len(await request.body())


        @app.post("/streamed")
        def streamed():
            return StreamingResponse(iter(["3"]))

        """

    /// uvicorn 0.54.0 asks a client for a body that it holds back only where the application reads it.
    @Test(arguments: [("/unread", false), ("/read", true)])
    func aBodyIsAskedForWhereItIsRead(_ path: String, _ isAskedFor: Bool) throws {
        let folder = try CommandTests.Folder(Self.program)
        let served = try ServedProgram(path: folder.path + "/dogs.py")
        let request = "POST \(path) HTTP/1.1\r\nhost: h\r\nexpect: 100-continue\r\ncontent-length: 3\r\nconnection: close\r\n\r\nabc"
        let answer = String(decoding: served.exchange(Array(request.utf8), expecting: 0, toTheEnd: true), as: UTF8.self)
        #expect(answer.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n") == isAskedFor, "\(answer)")
        #expect(answer.hasSuffix(isAskedFor ? "\r\n\r\n3" : "\r\n\r\n1"), "\(answer)")
    }

    /// A streaming response waits for the client to leave, and so reads (Starlette 1.10.0 responses.py `listen_for_disconnect`).
    @Test func aResponseThatListensAsksForTheBody() throws {
        let folder = try CommandTests.Folder(Self.program)
        let served = try ServedProgram(path: folder.path + "/dogs.py")
        let request = "POST /streamed HTTP/1.1\r\nhost: h\r\nexpect: 100-continue\r\ncontent-length: 3\r\nconnection: close\r\n\r\nabc"
        let answer = String(decoding: served.exchange(Array(request.utf8), expecting: 0, toTheEnd: true), as: UTF8.self)
        #expect(answer.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"), "\(answer)")
        #expect(answer.hasSuffix("\r\n\r\n1\r\n3\r\n0\r\n\r\n"), "\(answer)")
    }

    @Test func aBodyThatIsNotReadIsNotWaitedFor() throws {
        let folder = try CommandTests.Folder(Self.program)
        let served = try ServedProgram(path: folder.path + "/dogs.py")
        let request = "POST /unread HTTP/1.1\r\nhost: h\r\ncontent-length: 9\r\nconnection: close\r\n\r\n"
        let answer = String(decoding: served.exchange(Array(request.utf8), expecting: 0, toTheEnd: true), as: UTF8.self)
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"), "\(answer)")
    }
}
