extension Header {
    /// The name's bytes on the wire: ISO 8859-1 where it fits, as ASGI servers pass names through, else UTF-8.
    public var nameBytes: [UInt8] { name.latin1Bytes ?? Array(name.utf8) }

    /// The line `name: value` with its line end.
    public var wireBytes: [UInt8] { nameBytes + [0x3A, 0x20] + value + [0x0D, 0x0A] }
}

extension HeaderList {
    /// All lines in order, each `name: value` with its line end; without the empty line that ends a head.
    public var wireBytes: [UInt8] { flatMap(\.wireBytes) }
}

extension HTTPRequest {
    /// The request line, for example `GET /items/?q=1 HTTP/1.1`, without a line end.
    public var requestLine: String { "\(method) \(target) HTTP/1.\(minorVersion)" }

    /// The head with its empty line, then the body as it is: nothing is added, so framing headers are the caller's.
    public var wireBytes: [UInt8] { Array(requestLine.utf8) + [0x0D, 0x0A] + headers.wireBytes + [0x0D, 0x0A] + body }
}

extension HTTPResponse {
    /// The status line, for example `HTTP/1.1 200 OK`, without a line end.
    ///
    /// The space before the reason stays when the reason is empty (uvicorn 0.54.0 `httptools_impl.py` `_get_status_line`).
    public var statusLine: String { "HTTP/1.1 \(status) \(reason)" }

    /// The status line, all header lines and the empty line.
    public var wireHead: [UInt8] { Array(statusLine.utf8) + [0x0D, 0x0A] + headers.wireBytes + [0x0D, 0x0A] }

    /// The head, then the body as it is: a transfer coding named by the headers is not applied.
    public var wireBytes: [UInt8] { wireHead + body }
}
