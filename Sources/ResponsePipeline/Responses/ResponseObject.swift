import HTTPMessages
import Python

/// An instance of Starlette's `Response` or a class below it.
class ResponseObject: PyInstance {
    /// `None` on the temporal response until the program sets it.
    final var statusCode: Value = .int(200)
    final var raw = RawHeaders()
    /// What `render` gave; nil for streams and files.
    final var body: [UInt8]? { didSet { isBodyText = false } }
    /// Whether `render` gave a text in place of bytes.
    final var isBodyText = false
    /// Where a streaming response takes its body from.
    final var stream: Content?
    final var background: Value = .none
    /// The `MutableHeaders` that `response.headers` gave, so that it is one object.
    final var headersObject: HeadersObject?
    /// Whether it is the one that FastAPI hands to functions for their headers.
    final var isTemporal = false
    /// The lines that `response.headers.raw` has; other than `raw` once a program put another list in place.
    final var headerLines: RawHeaders { headersObject?.raw ?? raw }
    /// Who made it, where a trace is recorded.
    final var maker: Source?

    /// The content of a streaming response.
    enum Content {
        /// An iterable of the program.
        case iterable(Value)
        /// Pieces that the framework makes.
        case pieces(BodyStream)

        /// The stream of its bytes; texts are encoded.
        func stream(charset: Value, _ machine: Machine) -> BodyStream {
            switch self {
            case .iterable(let value): ProgramStream(value, charset: charset, machine)
            case .pieces(let stream): stream
            }
        }
    }

    static func of(_ value: Value, _ machine: Machine) throws -> ResponseObject {
        guard let response = value.asObject as? ResponseObject else {
            throw machine.error("TypeError", "descriptor requires a 'Response' object but received a '\(machine.typeName(value))'")
        }
        return response
    }
}
