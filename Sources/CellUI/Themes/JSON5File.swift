import FoundationEssentials

/// Reads small files that people write: JSON5 with comments and trailing commas.
enum JSON5File {
    /// Decodes a value; throws what is wrong and where.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws(JSON5Problem) -> Value {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            return try decoder.decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw problem(error, bytes)
        } catch {
            throw JSON5Problem(reason: "\(error)", line: nil)
        }
    }

    private static func problem(_ error: DecodingError, _ bytes: [UInt8]) -> JSON5Problem {
        switch error {
        case .keyNotFound(let key, _): return JSON5Problem(reason: "\"\(key.stringValue)\" is missing", line: nil)
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            let key = context.codingPath.last?.stringValue
            let kind = type is String.Type ? "a text in quotes" : type is [String].Type ? "a list of texts" : "of another kind"
            return JSON5Problem(
                reason: key.map { "\"\($0)\" must be \(kind)" } ?? "the file must be one object in { }",
                line: key.flatMap { line(ofKey: $0, in: bytes) })
        case .dataCorrupted(let context):
            let detail = context.underlyingError.map { "\($0)" } ?? context.debugDescription
            return JSON5Problem(reason: "it breaks off or has a sign too many", line: lineNumber(in: detail))
        @unknown default: return JSON5Problem(reason: "\(error)", line: nil)
        }
    }

    /// The number behind the word "line" in the decoder's own words.
    private static func lineNumber(in text: String) -> Int? {
        guard let word = text.firstRange(of: "line ") else { return nil }
        return Int(text[word.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }

    /// The line, from 1, on which a key stands; nil where it is written with escapes or not at all.
    static func line(ofKey key: String, in bytes: [UInt8]) -> Int? {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            var rest = line[...]
            while let found = rest.firstRange(of: key) {
                let before = rest[..<found.lowerBound].last
                let after = rest[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
                let isWhole = before.map { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" } ?? true
                if isWhole, after.first == ":" { return index + 1 }
                rest = rest[found.upperBound...]
            }
        }
        return nil
    }
}

/// What is wrong with a file of settings.
struct JSON5Problem: Error, Equatable, CustomStringConvertible {
    let reason: String
    /// From 1; nil where the place is not known.
    let line: Int?

    var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
