import HTTPMessages
import LoopbackServer

/// An application that does what the request's `script` header says, step by step; `Recorder/scripted_app.py` is the same for uvicorn.
///
/// Steps are separated by `;`: `start STATUS HEADERS` with hexadecimal `name=value` pairs, `body HEX` and `more HEX` (`-` is
/// empty), `read` takes the request's body, `scope` answers with what the request was, `raise`, and `return` ends with a value.
/// Without the header it is `scope`.
enum ScriptedApplication {
    struct Failure: Error {}

    private static let argumentCounts = ["start": 2, "body": 1, "more": 1]

    static let responder = Responder.task { request, writer in
        var body: [UInt8] = []
        let script = request.request.headers["script"] ?? "scope"
        guard script.utf8.allSatisfy({ $0 < 0x80 }) else { throw Failure() }
        for step in script.split(separator: ";", omittingEmptySubsequences: false) {
            let words = step.split(separator: " ").map(String.init)
            guard let word = words.first, words.count >= (argumentCounts[word] ?? 0) + 1 else { throw Failure() }
            switch word {
            case "read":
                guard case .whole(let bytes) = await writer.readBody() else { throw Failure() }
                body = bytes
            case "start":
                try await writer.write(.start(status: Int(words[1]) ?? 0, headers: try headers(words[2])))
            case "body", "more":
                try await writer.write(.body(bytes(words[1]), more: word == "more"))
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

    private static func headers(_ text: String) throws -> HeaderList {
        guard text != "-" else { return [:] }
        return HeaderList(
            try text.split(separator: ",").map { pair in
                let parts = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
                guard parts.count == 2 else { throw Failure() }
                return Header(String(latin1: bytes(parts[0])), bytes: bytes(parts[1]))
            })
    }

    /// The bytes of a hexadecimal text; `-` is none.
    static func bytes(_ text: String) -> [UInt8] {
        let digits = text.utf8.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - digits.count % 2, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
