import HTTPMessages
import NIOCore

extension ConnectionHandler: RequestSink {
    func receive(_ head: RequestHead) throws(RequestParseError) {
        let minorVersion = head.majorVersion == 1 ? head.minorVersion : 0
        var request = ServerRequest(
            request: HTTPRequest(method: head.method, target: head.target, headers: head.headers, minorVersion: minorVersion),
            clientHost: clientHost, clientPort: clientPort, serverHost: serverHost, serverPort: serverPort)
        request.rawTarget = head.rawTarget
        if head.majorVersion != 1 { request.httpVersion = "\(head.majorVersion).\(head.minorVersion)" }
        let isVersion10 = head.majorVersion == 1 && head.minorVersion == 0
        request.keepsAlive = head.keepsAlive && !isVersion10 && !server.isStopping
        request.expectsContinue = head.expectsContinue
        request.hasBody = head.announcesBody
        let cycle = ResponseCycle(request: request, connection: self)
        if let latest, !latest.isComplete { cycle.isPipelined = true }
        latest = cycle
        queue.append(cycle)
    }

    func receive(body bytes: UnsafeRawBufferPointer.SubSequence) throws(RequestParseError) {
        guard let latest, !latest.isComplete else { return }
        guard latest.body.count + bytes.count <= server.configuration.maximumBody else { throw .bodyTooLarge }
        latest.body.append(contentsOf: bytes)
    }

    /// Trailers join the headers if the application has not begun, as in uvicorn, whose parser reports both alike.
    func receiveEnd(trailers: [Header]) {
        guard let latest, !latest.isComplete else { return }
        if !trailers.isEmpty, queue.last === latest { latest.request.request.headers.append(contentsOf: trailers) }
        latest.bodyEnded()
    }

    /// Runs the application for the requests whose turn it is.
    func startQueued() {
        guard !isStarting else { return }
        isStarting = true
        while active?.isComplete ?? true, let next = queue.first {
            if isClosing && next.isPipelined { break }
            queue.removeFirst()
            active = next
            run(next)
        }
        isStarting = false
        resumeReading()
    }

    private func run(_ cycle: ResponseCycle) {
        guard let loop = context?.eventLoop else { return }
        let writer = ResponseWriter(cycle, on: loop)
        let request = cycle.request
        switch server.responder.kind {
        case .onLoop(let respond):
            respond(request, writer)
        case .task(let respond):
            Task(executorPreference: server.executor) {
                do {
                    try await respond(request, writer)
                    writer.finish(.returned)
                } catch {
                    writer.finish(.raised("\(error)"))
                }
            }
        }
    }

    /// Starts the next request once a response is complete, or waits for one as long as keep-alive allows.
    func responseCompleted() {
        if !isInRead { flush() }
        guard !isClosing else { return }
        if queue.isEmpty {
            armIdleTimer()
            resumeReading()
        } else if !isStarting {
            context?.eventLoop.assumeIsolated().execute { self.startQueued() }
        }
    }

    /// Answers what is no request, or one that is too long, and closes the connection.
    func reject(_ error: RequestParseError) {
        guard !isClosing else { return }
        let (status, text) =
            switch error {
            case .bodyTooLarge: (413, "Request body too large.")
            case .headTooLarge: (431, "Request head too large.")
            default: (400, "Invalid HTTP request received.")
            }
        server.warn(text)
        let start = output.writerIndex
        output.writeBytes(StatusLines.line(for: status) ?? [])
        output.writeImmutableBuffer(server.defaultHeaders)
        output.writeStaticString("content-type: text/plain; charset=utf-8\r\n")
        output.writeString("content-length: \(text.utf8.count)\r\nconnection: close\r\n\r\n\(text)")
        if let observer = server.configuration.observer {
            let bytes = output.getBytes(at: start, length: output.writerIndex - start) ?? []
            if let latest, latest.isReceiving {
                latest.observe(bytes, failure: text)
            } else {
                observer(
                    ObservedExchange(
                        request: nil, responseBytes: bytes, clientHost: clientHost, clientPort: clientPort, duration: .zero,
                        closedConnection: true, failure: text))
            }
        }
        lingers = true
        isClosing = true
    }
}
