// Written by Recorder/record.py from uvicorn 0.54.0 with httptools 0.9.0 and `--ws none`. Do not edit.
// swift-format-ignore-file

extension UvicornRecording {
    static let all: [UvicornRecording] = [
        .init(
            "sent: no length", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: chunks", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;more 6162;more -;more 6363636363636363636363636363636363636363;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n14\r\ncccccccccccccccccccc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: upper case names", ["GET / HTTP/1.1\r\nscript: start 200 436f6e74656e742d54797065=746578742f706c61696e,434f4e54454e542d4c454e475448=33,582d466f6f=31;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ncontent-length: 3\r\nx-foo: 1\r\n\r\nabcHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: too long at once", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=33;body 616263646566\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 3\r\n\r\n", isClosed: true),
        .init(
            "sent: too long in the second part", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=33;more 616263;body 646566\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 3\r\n\r\nabc", isClosed: true),
        .init(
            "sent: too short", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=36;body 616263\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 6\r\n\r\nabc", isClosed: true),
        .init(
            "sent: length twice, same", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=33,636f6e74656e742d6c656e677468=33;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 3\r\ncontent-length: 3\r\n\r\nabcHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: length twice, different", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=33,636f6e74656e742d6c656e677468=34;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabcHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: length list", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=332c2033;body 616263\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: length plus", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=2b33;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: +3\r\n\r\nabcHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: length minus", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=2d33;body -\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: -3\r\n\r\n", isClosed: true),
        .init(
            "sent: length minus zero", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=2d30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: -0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: length with blanks", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=203309;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length:  3\t\r\n\r\nabcHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: length with underscore", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=315f30;body 30313233343536373839\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 1_0\r\n\r\n0123456789HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: length with two underscores", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=315f5f30;body 30313233343536373839\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: length empty", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=;body 616263\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: length huge", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=39393939393939393939393939393939393939393939393939393939393939393939393939393939;body 616263\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 9999999999999999999999999999999999999999\r\n\r\nabc", isClosed: true),
        .init(
            "sent: length arabic digits", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=d9a3;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: \u{D9}\u{A3}\r\n\r\nabcHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: length not utf-8", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=e9;body 616263\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: length and chunked", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=3939,7472616e736665722d656e636f64696e67=6368756e6b6564,78=31;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 99\r\ntransfer-encoding: chunked\r\nx: 1\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: chunked and length", ["GET / HTTP/1.1\r\nscript: start 200 7472616e736665722d656e636f64696e67=6368756e6b6564,636f6e74656e742d6c656e677468=3939,78=31;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ntransfer-encoding: chunked\r\ncontent-length: 99\r\nx: 1\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: bad length after chunked", ["GET / HTTP/1.1\r\nscript: start 200 7472616e736665722d656e636f64696e67=6368756e6b6564,636f6e74656e742d6c656e677468=78;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ntransfer-encoding: chunked\r\ncontent-length: x\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: chunked upper", ["GET / HTTP/1.1\r\nscript: start 200 7472616e736665722d656e636f64696e67=4368756e6b6564,78=31;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ntransfer-encoding: Chunked\r\nx: 1\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: chunked twice", ["GET / HTTP/1.1\r\nscript: start 200 7472616e736665722d656e636f64696e67=6368756e6b6564,7472616e736665722d656e636f64696e67=6368756e6b6564;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ntransfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: gzip coding", ["GET / HTTP/1.1\r\nscript: start 200 7472616e736665722d656e636f64696e67=677a6970;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ntransfer-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: gzip and length", ["GET / HTTP/1.1\r\nscript: start 200 7472616e736665722d656e636f64696e67=677a6970,636f6e74656e742d6c656e677468=33;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ntransfer-encoding: gzip\r\ncontent-length: 3\r\n\r\nabcHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: no headers", ["GET / HTTP/1.1\r\nscript: start 200 -;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: 204", ["GET / HTTP/1.1\r\nscript: start 204 636f6e74656e742d74797065=746578742f706c61696e;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 204 No Content\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: 204 with length 0", ["GET / HTTP/1.1\r\nscript: start 204 636f6e74656e742d6c656e677468=30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 204 No Content\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: 204 with a body", ["GET / HTTP/1.1\r\nscript: start 204 636f6e74656e742d74797065=746578742f706c61696e;body 616263\r\n\r\n"],
            "HTTP/1.1 204 No Content\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\n\r\n", isClosed: true),
        .init(
            "sent: 304 with length", ["GET / HTTP/1.1\r\nscript: start 304 636f6e74656e742d6c656e677468=3939;body -\r\n\r\n"],
            "HTTP/1.1 304 Not Modified\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 99\r\n\r\n", isClosed: true),
        .init(
            "sent: 205", ["GET / HTTP/1.1\r\nscript: start 205 636f6e74656e742d74797065=746578742f706c61696e;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 205 Reset Content\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: 101", ["GET / HTTP/1.1\r\nscript: start 101 75706772616465=78;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 101 Switching Protocols\r\ndate: D\r\nserver: uvicorn\r\nupgrade: x\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: 599", ["GET / HTTP/1.1\r\nscript: start 599 -;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 599 \r\ndate: D\r\nserver: uvicorn\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: 418", ["GET / HTTP/1.1\r\nscript: start 418 636f6e74656e742d6c656e677468=30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 418 I'm a Teapot\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: 600", ["GET / HTTP/1.1\r\nscript: start 600 -;body -\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: 99", ["GET / HTTP/1.1\r\nscript: start 99 -;body -\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: 999", ["GET / HTTP/1.1\r\nscript: start 999 -;body -\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: body without start", ["GET / HTTP/1.1\r\nscript: body 616263\r\n\r\n"],
            "HTTP/1.1 500 Internal Server Error\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 21\r\nconnection: close\r\n\r\nInternal Server Error", isClosed: true),
        .init(
            "sent: two starts", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;start 200 636f6e74656e742d74797065=746578742f706c61696e;body -\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n", isClosed: true),
        .init(
            "sent: body after the end", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;body 61;body 62\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", isClosed: true),
        .init(
            "sent: start after the end", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;body 61;start 200 636f6e74656e742d74797065=746578742f706c61696e\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", isClosed: true),
        .init(
            "sent: no response", ["GET / HTTP/1.1\r\nscript: nothing\r\n\r\n"],
            "HTTP/1.1 500 Internal Server Error\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 21\r\nconnection: close\r\n\r\nInternal Server Error", isClosed: true),
        .init(
            "sent: start only", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n", isClosed: true),
        .init(
            "sent: start only, length 0", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=30\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 0\r\n\r\n", isClosed: true),
        .init(
            "sent: never finished", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;more 61\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n", isClosed: true),
        .init(
            "sent: returns a value", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=31;body 61;return\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 1\r\n\r\na", isClosed: true),
        .init(
            "sent: returns a value at once", ["GET / HTTP/1.1\r\nscript: return\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: raises before start", ["GET / HTTP/1.1\r\nscript: raise\r\n\r\n"],
            "HTTP/1.1 500 Internal Server Error\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 21\r\nconnection: close\r\n\r\nInternal Server Error", isClosed: true),
        .init(
            "sent: raises after start", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;raise\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n", isClosed: true),
        .init(
            "sent: raises in the body", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;more 61;raise\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n", isClosed: true),
        .init(
            "sent: raises after the end", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;body 61;raise\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", isClosed: true),
        .init(
            "sent: says close", ["GET / HTTP/1.1\r\nscript: start 200 636f6e6e656374696f6e=636c6f7365,636f6e74656e742d6c656e677468=31,78=31;body 61\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nconnection: close\r\ncontent-length: 1\r\nx: 1\r\n\r\na", isClosed: true),
        .init(
            "sent: says Close", ["GET / HTTP/1.1\r\nscript: start 200 436f6e6e656374696f6e=436c6f7365,636f6e74656e742d6c656e677468=31;body 61\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nconnection: Close\r\ncontent-length: 1\r\n\r\na", isClosed: true),
        .init(
            "sent: says close in a list", ["GET / HTTP/1.1\r\nscript: start 200 636f6e6e656374696f6e=666f6f202c09434c4f534520,636f6e74656e742d6c656e677468=31;body 61\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nconnection: foo ,\tCLOSE \r\ncontent-length: 1\r\n\r\na", isClosed: true),
        .init(
            "sent: says closed", ["GET / HTTP/1.1\r\nscript: start 200 636f6e6e656374696f6e=636c6f736564,636f6e74656e742d6c656e677468=31;body 61\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nconnection: closed\r\ncontent-length: 1\r\n\r\naHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: says keep-alive", ["GET / HTTP/1.1\r\nscript: start 200 636f6e6e656374696f6e=6b6565702d616c697665,636f6e74656e742d6c656e677468=31;body 61\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nconnection: keep-alive\r\ncontent-length: 1\r\n\r\naHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: says keep-alive to close", ["GET / HTTP/1.1\r\nscript: start 200 636f6e6e656374696f6e=6b6565702d616c697665,636f6e74656e742d6c656e677468=31;body 61\r\nconnection: close\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nconnection: keep-alive\r\ncontent-length: 1\r\nconnection: close\r\n\r\na", isClosed: true),
        .init(
            "sent: says close to close", ["GET / HTTP/1.1\r\nscript: start 200 636f6e6e656374696f6e=636c6f7365,636f6e74656e742d6c656e677468=31,78=31;body 61\r\nconnection: close\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nconnection: close\r\ncontent-length: 1\r\nx: 1\r\n\r\na", isClosed: true),
        .init(
            "sent: own date and server", ["GET / HTTP/1.1\r\nscript: start 200 64617465=78,736572766572=79,636f6e74656e742d6c656e677468=31;body 61\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ndate: x\r\nserver: y\r\ncontent-length: 1\r\n\r\naHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: cookies repeat", ["GET / HTTP/1.1\r\nscript: start 200 7365742d636f6f6b6965=613d31,7365742d636f6f6b6965=623d32,636f6e74656e742d6c656e677468=30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nset-cookie: a=1\r\nset-cookie: b=2\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: name with space", ["GET / HTTP/1.1\r\nscript: start 200 782061=31,636f6e74656e742d6c656e677468=30;body -\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: name with colon", ["GET / HTTP/1.1\r\nscript: start 200 783a61=31,636f6e74656e742d6c656e677468=30;body -\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: name with slash", ["GET / HTTP/1.1\r\nscript: start 200 782f61=31,636f6e74656e742d6c656e677468=30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nx/a: 1\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: name empty", ["GET / HTTP/1.1\r\nscript: start 200 =31,636f6e74656e742d6c656e677468=30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\n: 1\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: name latin-1", ["GET / HTTP/1.1\r\nscript: start 200 782de9=31,636f6e74656e742d6c656e677468=30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nx-\u{E9}: 1\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: name latin-1 capital", ["GET / HTTP/1.1\r\nscript: start 200 582dc9=31,636f6e74656e742d6c656e677468=30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nx-\u{C9}: 1\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: value latin-1", ["GET / HTTP/1.1\r\nscript: start 200 78=e9,636f6e74656e742d6c656e677468=30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nx: \u{E9}\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: value with line feed", ["GET / HTTP/1.1\r\nscript: start 200 78=610a62,636f6e74656e742d6c656e677468=30;body -\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: value with line break", ["GET / HTTP/1.1\r\nscript: start 200 78=610d0a623a2063,636f6e74656e742d6c656e677468=30;body -\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: value with NUL", ["GET / HTTP/1.1\r\nscript: start 200 78=610062,636f6e74656e742d6c656e677468=30;body -\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: value with DEL", ["GET / HTTP/1.1\r\nscript: start 200 78=617f62,636f6e74656e742d6c656e677468=30;body -\r\n\r\n"],
            "", isClosed: true),
        .init(
            "sent: value with tab", ["GET / HTTP/1.1\r\nscript: start 200 78=096109,636f6e74656e742d6c656e677468=30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nx: \ta\t\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: value with blanks", ["GET / HTTP/1.1\r\nscript: start 200 78=206120,636f6e74656e742d6c656e677468=30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nx:  a \r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: value empty", ["GET / HTTP/1.1\r\nscript: start 200 78=,636f6e74656e742d6c656e677468=30;body -\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nx: \r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: HEAD with length", ["HEAD / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=3939;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 99\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: HEAD without length", ["HEAD / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;body 616263\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: HEAD raises", ["HEAD / HTTP/1.1\r\nscript: raise\r\n\r\n"],
            "HTTP/1.1 500 Internal Server Error\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 21\r\nconnection: close\r\n\r\n", isClosed: true),
        .init(
            "sent: HEAD in parts", ["HEAD / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;more 61;body 62\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "sent: HTTP/1.0 without length", ["GET / HTTP/1.0\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;body 616263\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", isClosed: true),
        .init(
            "sent: HTTP/1.0 raises", ["GET / HTTP/1.0\r\nscript: raise\r\n\r\n"],
            "HTTP/1.1 500 Internal Server Error\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 21\r\nconnection: close\r\n\r\nInternal Server Error", isClosed: true),
        .init(
            "sent: close without length", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;body 616263\r\nConnection: close\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", isClosed: true),
        .init(
            "parsed: plain", ["GET / HTTP/1.1\r\nhost: t\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: connection close", ["GET / HTTP/1.1\r\nConnection: close\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 28\r\nconnection: close\r\n\r\n1.1\nGET\n/\n\nconnection=close\n", isClosed: true),
        .init(
            "parsed: connection Close", ["GET / HTTP/1.1\r\nConnection: Close\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 28\r\nconnection: close\r\n\r\n1.1\nGET\n/\n\nconnection=Close\n", isClosed: true),
        .init(
            "parsed: connection close with tab", ["GET / HTTP/1.1\r\nConnection: close\t\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 29\r\nconnection: close\r\n\r\n1.1\nGET\n/\n\nconnection=close\t\n", isClosed: true),
        .init(
            "parsed: connection close with space", ["GET / HTTP/1.1\r\nConnection: close \r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 29\r\nconnection: close\r\n\r\n1.1\nGET\n/\n\nconnection=close \n", isClosed: true),
        .init(
            "parsed: connection list", ["GET / HTTP/1.1\r\nConnection: foo, close\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 33\r\nconnection: close\r\n\r\n1.1\nGET\n/\n\nconnection=foo, close\n", isClosed: true),
        .init(
            "parsed: connection list 2", ["GET / HTTP/1.1\r\nConnection: close , foo\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 34\r\nconnection: close\r\n\r\n1.1\nGET\n/\n\nconnection=close , foo\n", isClosed: true),
        .init(
            "parsed: connection two words", ["GET / HTTP/1.1\r\nConnection: foo close\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 32\r\n\r\n1.1\nGET\n/\n\nconnection=foo close\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: connection closed", ["GET / HTTP/1.1\r\nConnection: closed\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 29\r\n\r\n1.1\nGET\n/\n\nconnection=closed\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: connection twice", ["GET / HTTP/1.1\r\nConnection: foo\r\nconnection: close\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 43\r\nconnection: close\r\n\r\n1.1\nGET\n/\n\nconnection=foo\nconnection=close\n", isClosed: true),
        .init(
            "parsed: proxy-connection close", ["GET / HTTP/1.1\r\nProxy-Connection: close\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 34\r\nconnection: close\r\n\r\n1.1\nGET\n/\n\nproxy-connection=close\n", isClosed: true),
        .init(
            "parsed: connection keep-alive", ["GET / HTTP/1.1\r\nConnection: keep-alive\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 33\r\n\r\n1.1\nGET\n/\n\nconnection=keep-alive\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: HTTP/1.0", ["GET / HTTP/1.0\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 11\r\nconnection: close\r\n\r\n1.0\nGET\n/\n\n", isClosed: true),
        .init(
            "parsed: HTTP/1.0 keep-alive", ["GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 33\r\nconnection: close\r\n\r\n1.0\nGET\n/\n\nconnection=keep-alive\n", isClosed: true),
        .init(
            "parsed: HTTP/0.9", ["GET /\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 11\r\nconnection: close\r\n\r\n0.9\nGET\n/\n\n", isClosed: true),
        .init(
            "parsed: HTTP/0.9 by line feed", ["GET /\nx: 1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 15\r\nconnection: close\r\n\r\n0.9\nGET\n/\n\nx=1\n", isClosed: true),
        .init(
            "parsed: HTTP/0.9 keep-alive", ["GET /\r\nconnection: keep-alive\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 33\r\n\r\n0.9\nGET\n/\n\nconnection=keep-alive\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: HTTP/0.9 written", ["GET / HTTP/0.9\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 11\r\nconnection: close\r\n\r\n0.9\nGET\n/\n\n", isClosed: true),
        .init(
            "parsed: HTTP/1.2", ["GET / HTTP/1.2\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: HTTP/2.0", ["GET / HTTP/2.0\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 11\r\nconnection: close\r\n\r\n2.0\nGET\n/\n\n", isClosed: true),
        .init(
            "parsed: HTTP/2.0 keep-alive", ["GET / HTTP/2.0\r\nconnection: keep-alive\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 33\r\n\r\n2.0\nGET\n/\n\nconnection=keep-alive\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: HTTP/2 preface", ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: RTSP", ["GET / RTSP/1.0\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 11\r\nconnection: close\r\n\r\n1.0\nGET\n/\n\n", isClosed: true),
        .init(
            "parsed: RTSP method", ["DESCRIBE / RTSP/1.0\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\nconnection: close\r\n\r\n1.0\nDESCRIBE\n/\n\n", isClosed: true),
        .init(
            "parsed: RTSP method in HTTP", ["DESCRIBE / HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: HTTP method in RTSP", ["PUT / RTSP/1.0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: ICE", ["SOURCE / ICE/1.0\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 14\r\nconnection: close\r\n\r\n1.0\nSOURCE\n/\n\n", isClosed: true),
        .init(
            "parsed: ICE get", ["GET / ICE/1.0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: protocol lower", ["GET / http/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: protocol unknown", ["GET / HTTQ/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: protocol after spaces", ["GET /   HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 11\r\n\r\n1.1\nGET\n/\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: space after version", ["GET / HTTP/1.1 \r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: garbage", ["GARBAGE\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: garbage without line", ["\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{FC}\u{3}\u{3}"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: method begun wrong", ["GXT"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: method lower", ["get / HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: method M-SEARCH", ["M-SEARCH / HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nM-SEARCH\n/\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: method QUERY", ["QUERY / HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 13\r\n\r\n1.1\nQUERY\n/\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: method PURGE", ["PURGE / HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 13\r\n\r\n1.1\nPURGE\n/\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: method UNSUBSCRIBE", ["UNSUBSCRIBE / HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 19\r\n\r\n1.1\nUNSUBSCRIBE\n/\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: method long", ["GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG / HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: method tab", ["GET\t/ HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: two spaces", ["GET  / HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 11\r\n\r\n1.1\nGET\n/\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: leading line ends", ["\r\n\n\rGET / HTTP/1.1\r\nhost: t\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: two hosts", ["GET / HTTP/1.1\r\nhost: a\r\nHost: b\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 25\r\n\r\n1.1\nGET\n/\n\nhost=a\nhost=b\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: space before colon", ["GET / HTTP/1.1\r\nhost : t\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: space in name", ["GET / HTTP/1.1\r\nx y: 1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: no colon", ["GET / HTTP/1.1\r\nfoo\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: empty name", ["GET / HTTP/1.1\r\n: v\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: space before first name", ["GET / HTTP/1.1\r\n x: 1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: NUL in value", ["GET / HTTP/1.1\r\nx: a\0b\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: control in value", ["GET / HTTP/1.1\r\nx: a\u{1}b\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: DEL in value", ["GET / HTTP/1.1\r\nx: a\u{7F}b\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: latin-1 value", ["GET / HTTP/1.1\r\nx: \u{E9}\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 15\r\n\r\n1.1\nGET\n/\n\nx=\u{E9}\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: latin-1 name", ["GET / HTTP/1.1\r\nx\u{E9}: 1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: token name", ["GET / HTTP/1.1\r\n!#$%&'*+-.^_`|~09azAZ: 1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 35\r\n\r\n1.1\nGET\n/\n\n!#$%&'*+-.^_`|~09azaz=1\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: slash in name", ["GET / HTTP/1.1\r\na/b: 1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: line feeds only", ["GET / HTTP/1.1\nx: 1\n\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: line feed after value", ["GET / HTTP/1.1\r\nx: 1\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: line feed after empty value", ["GET / HTTP/1.1\r\nx:\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: carriage return in value", ["GET / HTTP/1.1\r\nx: a\rb\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: folded", ["GET / HTTP/1.1\r\nx: a\r\n b\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: folded after empty", ["GET / HTTP/1.1\r\nx:\r\n b\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: blanks around values", ["GET / HTTP/1.1\r\nX-A:\t1\t\r\nX-B:2\r\nX-C:  3  \r\nX-D:\r\nX-E: \t \r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 42\r\n\r\n1.1\nGET\n/\n\nx-a=1\t\nx-b=2\nx-c=3  \nx-d=\nx-e=\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: names lower-cased, repeats kept", ["GET / HTTP/1.1\r\nX-A: 1\r\nx-a: 2\r\nX-A: 3\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 29\r\n\r\n1.1\nGET\n/\n\nx-a=1\nx-a=2\nx-a=3\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: empty head line with carriage return only", ["GET / HTTP/1.1\r\n\rx"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: absolute", ["GET http://other/scope?x=1 HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 19\r\n\r\n1.1\nGET\n/scope\nx=1\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: absolute with port", ["GET http://other:8000/scope HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/scope\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: absolute with bad port", ["GET http://other:99999/scope HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: absolute with empty port", ["GET http://other:/scope HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: absolute with user", ["GET http://a:b@other/scope HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/scope\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: absolute with two users", ["GET http://a@b@other/scope HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: absolute with empty user", ["GET http://@other/scope HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/scope\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: absolute IPv6", ["GET http://[::1]:80/x HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 12\r\n\r\n1.1\nGET\n/x\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: absolute IPv6 zone", ["GET http://[fe80::1%25eth0]/x HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 12\r\n\r\n1.1\nGET\n/x\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: absolute IPv6 bad", ["GET http://[::g]/x HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: absolute with underscore", ["GET http://a_b/x HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: absolute without path", ["GET http://other HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: absolute without path, query", ["GET http://other?x HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: absolute without host", ["GET http:///x HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: absolute one slash", ["GET http:/other/x HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: absolute other scheme", ["GET FTP://other/x HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 12\r\n\r\n1.1\nGET\n/x\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: star", ["OPTIONS * HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 15\r\n\r\n1.1\nOPTIONS\n*\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: star get", ["GET *a?b HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 13\r\n\r\n1.1\nGET\n*a\nb\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: connect", ["CONNECT t:80 HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: connect path", ["CONNECT /x HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nCONNECT\n/x\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: no slash", ["GET foo HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: raw utf-8 target", ["GET /\u{C3}\u{A9} HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: odd target", ["GET /a\"<>^`{|}[]\\b HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 24\r\n\r\n1.1\nGET\n/a\"<>^`{|}[]\\b\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: control in target", ["GET /a\u{1}b HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: tab in target", ["GET /a\tb HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: fragment", ["GET /a#b?c HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 12\r\n\r\n1.1\nGET\n/a\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: query and fragment", ["GET /a?b?c#d#e?f HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 15\r\n\r\n1.1\nGET\n/a\nb?c\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: empty query", ["GET /a? HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 12\r\n\r\n1.1\nGET\n/a\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: empty query and fragment", ["GET /a?#x HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 12\r\n\r\n1.1\nGET\n/a\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: escapes", ["GET /a%2Fb%3Fc%23d?e%2Ff%zz HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 32\r\n\r\n1.1\nGET\n/a%2Fb%3Fc%23d\ne%2Ff%zz\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: dots", ["GET /a/../b/./c HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 21\r\n\r\n1.1\nGET\n/a/../b/./c\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: double slash", ["GET //a//b HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n//a//b\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: body", ["POST / HTTP/1.1\r\nscript: read;scope\r\ncontent-length: 5\r\n\r\nhello", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 52\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ncontent-length=5\nhelloHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: body of GET", ["GET / HTTP/1.1\r\nscript: read;scope\r\ncontent-length: 5\r\n\r\nhello", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 51\r\n\r\n1.1\nGET\n/\n\nscript=read;scope\ncontent-length=5\nhelloHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: body unread", ["POST / HTTP/1.1\r\ncontent-length: 5\r\n\r\nhello", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 29\r\n\r\n1.1\nPOST\n/\n\ncontent-length=5\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: body then next", ["POST / HTTP/1.1\r\ncontent-length: 5\r\n\r\nhelloGET /next HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 29\r\n\r\n1.1\nPOST\n/\n\ncontent-length=5\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 15\r\n\r\n1.1\nGET\n/next\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: length 0", ["POST / HTTP/1.1\r\nscript: read;scope\r\ncontent-length: 0\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 47\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ncontent-length=0\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: length padded", ["POST / HTTP/1.1\r\nscript: read;scope\r\ncontent-length: 0005 \t\r\n\r\nhello", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 57\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ncontent-length=0005 \t\nhelloHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: length empty", ["POST / HTTP/1.1\r\ncontent-length:\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: length blank", ["POST / HTTP/1.1\r\ncontent-length:  \r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: length plus", ["POST / HTTP/1.1\r\ncontent-length: +5\r\n\r\nhello"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: length negative", ["POST / HTTP/1.1\r\ncontent-length: -5\r\n\r\nhello"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: length list", ["POST / HTTP/1.1\r\ncontent-length: 5, 5\r\n\r\nhello"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: length inner space", ["POST / HTTP/1.1\r\ncontent-length: 5 5\r\n\r\nhello"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: length overflow", ["POST / HTTP/1.1\r\ncontent-length: 99999999999999999999\r\n\r\nhello"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: length twice, same", ["POST / HTTP/1.1\r\ncontent-length: 5\r\ncontent-length: 5\r\n\r\nhello"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: length twice, different", ["POST / HTTP/1.1\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunked", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 61\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ntransfer-encoding=chunked\nhelloHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: chunked, two", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 69\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ntransfer-encoding=chunked\nabc0123456789HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: chunked upper", ["POST / HTTP/1.1\r\nscript: read;scope\r\nTransfer-Encoding: CHUNKED\r\n\r\n1\r\na\r\n0\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 57\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ntransfer-encoding=CHUNKED\naHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: chunked with space", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked \r\n\r\n1\r\na\r\n0\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 58\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ntransfer-encoding=chunked \naHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: chunked with tab", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\t\r\n\r\n1\r\na\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunked after gzip", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: gzip, chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 63\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ntransfer-encoding=gzip, chunked\naHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: chunked before gzip", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked, gzip\r\n\r\n1\r\na\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunked twice in list", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked, chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunked twice", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: gzip then chunked lines", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 79\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ntransfer-encoding=gzip\ntransfer-encoding=chunked\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: coding empty", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding:\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: coding gzip", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: gzip\r\n\r\nhello"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: coding identity", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: identity\r\n\r\nhello"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: length and chunked", ["POST / HTTP/1.1\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunked and length", ["POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: length and empty coding", ["POST / HTTP/1.1\r\ncontent-length: 3\r\ntransfer-encoding:\r\n\r\nabc"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunk extension", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n1;a=b;c=\"d\\\"\";e\r\na\r\n0;x\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 57\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ntransfer-encoding=chunked\naHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: chunk extension with space", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n1; a=b\r\na\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunk extension with bad name", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n1;a b\r\na\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunk extension empty", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n1;\r\na\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunk size with space", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n1 \r\na\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunk size bad", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\nhello\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunk size empty", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n\r\nhello\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunk size overflow", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n11111111111111111\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunk size long but fine", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n0000000000000000000001\r\na\r\n0\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 57\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ntransfer-encoding=chunked\naHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: chunk by line feed", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n1\na\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: chunk data too long", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: second chunk bad, unread", ["POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\nZZ\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: trailers", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\nGET /next HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 57\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ntransfer-encoding=chunked\naHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 15\r\n\r\n1.1\nGET\n/next\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: trailer with length", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n0\r\ncontent-length: 3\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: trailer malformed", ["POST / HTTP/1.1\r\nscript: read;scope\r\ntransfer-encoding: chunked\r\n\r\n0\r\nx y\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: expect", ["POST / HTTP/1.1\r\nscript: read;scope\r\ncontent-length: 5\r\nexpect: 100-continue\r\n\r\n", "hello", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 72\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ncontent-length=5\nexpect=100-continue\nhelloHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: expect upper", ["POST / HTTP/1.1\r\nscript: read;scope\r\ncontent-length: 5\r\nExpect: 100-Continue\r\n\r\n", "hello", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 72\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ncontent-length=5\nexpect=100-Continue\nhelloHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: expect other", ["POST / HTTP/1.1\r\nscript: read;scope\r\ncontent-length: 5\r\nexpect: 200-ok\r\n\r\nhello", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 66\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ncontent-length=5\nexpect=200-ok\nhelloHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: expect with body", ["POST / HTTP/1.1\r\nscript: read;scope\r\ncontent-length: 5\r\nexpect: 100-continue\r\n\r\nhello", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 72\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\ncontent-length=5\nexpect=100-continue\nhelloHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: expect without body", ["GET / HTTP/1.1\r\nscript: read;scope\r\nexpect: 100-continue\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 49\r\n\r\n1.1\nGET\n/\n\nscript=read;scope\nexpect=100-continue\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: expect unread", ["POST / HTTP/1.1\r\ncontent-length: 5\r\nexpect: 100-continue\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 49\r\n\r\n1.1\nPOST\n/\n\ncontent-length=5\nexpect=100-continue\nHTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: expect read after start", ["POST / HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;read;body 61\r\ncontent-length: 5\r\nexpect: 100-continue\r\n\r\n", "hello", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: pipelined", ["GET / HTTP/1.1\r\nhost: t\r\n\r\nHEAD /b HTTP/1.1\r\nscript: start 200 636f6e74656e742d74797065=746578742f706c61696e;body 62\r\n\r\nGET /c HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain\r\n\r\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 12\r\n\r\n1.1\nGET\n/c\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: pipelined many", ["GET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 18\r\n\r\n1.1\nGET\n/\n\nhost=t\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: pipelined after close", ["GET / HTTP/1.1\r\nconnection: close\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 28\r\nconnection: close\r\n\r\n1.1\nGET\n/\n\nconnection=close\n", isClosed: true),
        .init(
            "parsed: pipelined after HTTP/1.0", ["GET / HTTP/1.0\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 11\r\nconnection: close\r\n\r\n1.0\nGET\n/\n\n", isClosed: true),
        .init(
            "parsed: pipelined after answered close", ["GET / HTTP/1.1\r\nscript: start 200 636f6e6e656374696f6e=636c6f7365,636f6e74656e742d6c656e677468=30;body -\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\nconnection: close\r\ncontent-length: 0\r\n\r\n", isClosed: true),
        .init(
            "parsed: pipelined after failure", ["GET / HTTP/1.1\r\nscript: raise\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\n"],
            "HTTP/1.1 500 Internal Server Error\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 21\r\nconnection: close\r\n\r\nInternal Server Error", isClosed: true),
        .init(
            "parsed: pipelined after late failure", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=31;body 61;raise\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 1\r\n\r\na", isClosed: true),
        .init(
            "parsed: pipelined after broken response", ["GET / HTTP/1.1\r\nscript: start 200 636f6e74656e742d6c656e677468=33;body 61\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 3\r\n\r\na", isClosed: true),
        .init(
            "parsed: valid then garbage", ["GET / HTTP/1.1\r\nhost: t\r\n\r\nGARBAGE\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: valid then garbage after close", ["GET / HTTP/1.1\r\nconnection: close\r\n\r\nGARBAGE\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 28\r\nconnection: close\r\n\r\n1.1\nGET\n/\n\nconnection=close\n", isClosed: true),
        .init(
            "parsed: garbage then valid", ["GARBAGE\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\n"],
            "HTTP/1.1 400 Bad Request\r\ndate: D\r\nserver: uvicorn\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\nconnection: close\r\n\r\nInvalid HTTP request received.", isClosed: true),
        .init(
            "parsed: upgrade h2c", ["GET / HTTP/1.1\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 98\r\n\r\n1.1\nGET\n/\n\nconnection=Upgrade, HTTP2-Settings\nupgrade=h2c\nhttp2-settings=AAMAAABkAARAAAAAAAIAAAAA\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: upgrade websocket", ["GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 116\r\n\r\n1.1\nGET\n/\n\nconnection=Upgrade\nupgrade=websocket\nsec-websocket-key=dGhlIHNhbXBsZSBub25jZQ==\nsec-websocket-version=13\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: upgrade with body", ["POST / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\ncontent-length: 5\r\n\r\nhello", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 60\r\n\r\n1.1\nPOST\n/\n\nconnection=Upgrade\nupgrade=h2c\ncontent-length=5\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: upgrade with body read", ["POST / HTTP/1.1\r\nscript: read;scope\r\nConnection: Upgrade\r\nUpgrade: h2c\r\ncontent-length: 5\r\n\r\nhello", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 78\r\n\r\n1.1\nPOST\n/\n\nscript=read;scope\nconnection=Upgrade\nupgrade=h2c\ncontent-length=5\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: upgrade with next", ["GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\nGET / HTTP/1.1\r\nhost: t\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 42\r\n\r\n1.1\nGET\n/\n\nconnection=Upgrade\nupgrade=h2c\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: upgrade without connection", ["GET / HTTP/1.1\r\nUpgrade: h2c\r\n\r\nGET /next HTTP/1.1\r\n\r\n", "GET /probe HTTP/1.1\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 23\r\n\r\n1.1\nGET\n/\n\nupgrade=h2c\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 15\r\n\r\n1.1\nGET\n/next\n\nHTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 16\r\n\r\n1.1\nGET\n/probe\n\n", isClosed: false),
        .init(
            "parsed: upgrade of HTTP/1.0", ["GET / HTTP/1.0\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"],
            "HTTP/1.1 200 OK\r\ndate: D\r\nserver: uvicorn\r\ncontent-length: 42\r\nconnection: close\r\n\r\n1.0\nGET\n/\n\nconnection=Upgrade\nupgrade=h2c\n", isClosed: true),
    ]
}
