import HTTPMessages
import LoopbackServer

/// An application that does what the request's `script` header says, step by step; `Recorder/scripted_app.py` is the same for uvicorn.
///
/// Steps are separated by `;`: `start STATUS HEADERS` with hexadecimal `name=value` pairs, `body HEX` and `more HEX` (`-` is
/// empty), `read` takes the request's body, `scope` answers with what the request was, `raise`, and `return` ends with a value.
/// Without the header it is `scope`.
enum ScriptedApplication {
    struct Failure: Error {}

    static let responder = Responder.task { request, writer in
        var body: [UInt8] = []
        let script = request.request.headers["script"] ?? "scope"
        for step in script.split(separator: ";") {
            let words = step.split(separator: " ").map(String.init)
            switch words[0] {
            case "read":
                guard case .whole(let bytes) = await writer.readBody() else { throw Failure() }
                body = bytes
            case "start":
                try await writer.write(.start(status: Int(words[1]) ?? 0, headers: headers(words[2])))
            case "body", "more":
                try await writer.write(.body(bytes(words[1]), more: words[0] == "more"))
            case "scope":
                let text = scopeText(request) + body
                try await writer.write(.start(status: 200, headers: ["content-length": String(text.count)]))
                try await writer.write(.body(text, more: false))
            case "raise":
                throw Failure()
            case "return":
                return await writer.end(.returnedValue("5"))
            default:
                break
            }
        }
    }

    private static func scopeText(_ request: ServerRequest) -> [UInt8] {
        let fields = request.request.headers.flatMap { Array($0.name.utf8) + Array("=".utf8) + $0.value + Array("\n".utf8) }
        let lines = [request.httpVersion, request.request.method, request.request.path, request.request.query, ""]
        return Array(lines.joined(separator: "\n").utf8) + fields
    }

    private static func headers(_ text: String) -> HeaderList {
        guard text != "-" else { return [:] }
        return HeaderList(
            text.split(separator: ",").map { pair in
                let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
                return Header(String(latin1: bytes(parts[0])), bytes: bytes(parts[1]))
            })
    }

    /// The bytes of a hexadecimal text; `-` is none.
    static func bytes(_ text: String) -> [UInt8] {
        let digits = text.utf8.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - digits.count % 2, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
