import HTTPMessages
import Python

/// An instance of Starlette's `Response` or a class below it.
final class ResponseObject: PyInstance {
    /// `None` on the temporal response until the program sets it.
    var statusCode: Value = .int(200)
    var raw = RawHeaders()
    /// What `render` gave; nil for streams and files.
    var body: [UInt8]?
    /// What a streaming response iterates over.
    var stream: Value?
    var background: Value = .none
    /// The `MutableHeaders` that `response.headers` gave, so that it is one object.
    var headersObject: HeadersObject?
    /// Who made it, where a trace is recorded.
    var maker: Source?

    static func of(_ value: Value, _ machine: Machine) throws -> ResponseObject {
        guard let response = value.asObject as? ResponseObject else {
            throw machine.error("TypeError", "descriptor requires a 'Response' object but received a '\(machine.typeName(value))'")
        }
        return response
    }
}
