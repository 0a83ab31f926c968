import HTTPMessages
import LoopbackServer
import Testing

/// What uvicorn answered to a request; the table `all` is written by `Recorder/record.py`.
///
/// Where the connection stayed open after the request, the last piece is a probe that asks for `/probe`.
struct UvicornRecording: Sendable, CustomTestStringConvertible {
    let name: String
    let pieces: [[UInt8]]
    let answer: [UInt8]
    let isClosed: Bool

    /// A recording from texts whose scalars are the bytes.
    init(_ name: String, _ pieces: [String], _ answer: String, isClosed: Bool) {
        self.name = name
        self.pieces = pieces.map { $0.latin1Bytes ?? [] }
        self.answer = answer.latin1Bytes ?? []
        self.isClosed = isClosed
    }

    var testDescription: String { name }
}

extension [UInt8] {
    /// The bytes with every `date` header line that the server made replaced by `date: D`, and uvicorn's name for ours.
    var masked: String {
        let lines = String(latin1: self).split(separator: "\r\n", omittingEmptySubsequences: false)
        return lines.map { line in
            if line.hasPrefix("date: "), line.hasSuffix(" GMT") { return "date: D" }
            return line == "server: headroom" ? "server: uvicorn" : String(line)
        }.joined(separator: "\r\n")
    }
}
