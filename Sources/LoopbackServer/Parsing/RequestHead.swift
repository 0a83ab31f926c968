import HTTPMessages

/// What a request says before its body.
struct RequestHead: Sendable {
    var method = ""
    var rawTarget = ""
    var target = ""
    var majorVersion = 1
    var minorVersion = 1
    var headers: HeaderList = [:]
    /// Whether the version and the connection header let the connection stay open.
    var keepsAlive = true
    /// Whether the request asks for another protocol, so that it has no body.
    var asksForUpgrade = false
    /// Whether the client waits for `100 Continue` before it sends the body.
    var expectsContinue = false
    /// Whether a body of at least one byte follows.
    var announcesBody = false
}

/// What takes the parts of requests as the parser finds them.
protocol RequestSink: AnyObject {
    /// Takes a head; the body, if any, follows.
    func receive(_ head: RequestHead) throws(RequestParseError)
    /// Takes a part of the body.
    func receive(body bytes: UnsafeRawBufferPointer.SubSequence) throws(RequestParseError)
    /// Learns that the request is whole; a chunked body may have trailers.
    func receiveEnd(trailers: [Header])
}
