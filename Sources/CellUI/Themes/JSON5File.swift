import FoundationEssentials

/// Reads small files that people write: JSON5 with comments and trailing commas.
enum JSON5File {
    /// Decodes a value; throws what is wrong and where.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(JSON5Problem) -> Value {
        let outline = try JSON5Outline(String(decoding: bytes, as: UTF8.self))
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            return try decoder.decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw problem(error, outline)
        } catch {
            throw JSON5Problem(reason: "\(error)", line: nil)
        }
    }

    private static func problem(_ error: DecodingError, _ outline: JSON5Outline) -> JSON5Problem {
        switch error {
        case .keyNotFound(let key, _): return JSON5Problem(reason: "\"\(key.stringValue)\" is missing", line: nil)
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            let key = context.codingPath.last?.stringValue
            let kind =
                type is String.Type ? "a text in quotes" : type is [String].Type ? "a list of texts in [ ]" : "an object in { }"
            return JSON5Problem(
                reason: key.map { "\"\($0)\" must be \(kind)" } ?? "the file must be one object in { }",
                line: key.flatMap { outline.lines[$0] })
        case .dataCorrupted(let context): return JSON5Problem(reason: context.debugDescription, line: nil)
        @unknown default: return JSON5Problem(reason: "\(error)", line: nil)
        }
    }

    /// The line, from 1, on which a key stands; nil where there is none.
    static func line(ofKey key: String, in bytes: [UInt8]) -> Int? {
        (try? JSON5Outline(String(decoding: bytes, as: UTF8.self)))?.lines[key]
    }
}

/// What is wrong with a file of settings.
struct JSON5Problem: Error, Equatable, CustomStringConvertible {
    let reason: String
    /// From 1; nil where the place is not known.
    let line: Int?

    var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
