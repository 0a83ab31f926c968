import FoundationEssentials
import TestSupport
import Testing

/// The measured rules of how FastAPI builds a response, over real sockets; `Rules/record.py` makes the fixtures.
@Suite struct RecordedRuleTests {
    struct Row: Decodable, Sendable {
        var program: String
        /// The name of the application in the program's text.
        var app: String
        var name: String
        var note: String
        /// Segments, each character a byte.
        var request: [String]
        /// Each character a byte.
        var answer: String
        var closed: Bool
    }

    static let rows: [String: [Row]] = {
        let lines = (try? Fixture.lines("Rules/exchanges.jsonl")) ?? []
        let decoder = JSONDecoder()
        return Dictionary(
            grouping: lines.compactMap { try? decoder.decode(Row.self, from: Data($0.utf8)) }, by: { "\($0.program) \($0.app)" })
    }()

    /// Serves a program; where another application of it is asked for, a copy in which that one is called `app`.
    static func serve(_ program: String, _ app: String) throws -> ServedProgram {
        let folder = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let path = folder + "/Rules/Programs/\(program).py"
        if app == "app" { return try ServedProgram(path: path) }
        let copy = try CommandTests.Folder(try Fixture.text("Rules/Programs/\(program).py") + "\napp = \(app)\n")
        return try ServedProgram(path: copy.path + "/dogs.py")
    }

    static func bytes(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
    static func text(_ bytes: [UInt8]) -> String { String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })) }

    /// The answer with what may differ made the same: the server's name, the day, a cookie's end that counts from now, the port.
    static func steady(_ answer: String) -> String {
        var lines = answer.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("date: "), line.hasSuffix("GMT") { lines[index] = "date: *" }
            if line == "server: uvicorn" || line == "server: headroom" { lines[index] = "server: *" }
            if line.hasPrefix("location: http://127.0.0.1:") {
                let rest = line.dropFirst("location: http://127.0.0.1:".count).drop { $0.isNumber }
                lines[index] = "location: http://127.0.0.1:*" + rest
            }
            if line.hasPrefix("set-cookie: ") { lines[index] = steadyCookie(line) }
        }
        return lines.joined(separator: "\r\n")
    }

    /// An expiry in the year of the recording or the next few counts from now.
    private static func steadyCookie(_ line: String) -> String {
        line.split(separator: "; ", omittingEmptySubsequences: false).map { part -> String in
            let isNear = (2026...2028).contains { part.contains(" \($0) ") }
            return part.hasPrefix("expires=") && isNear && part.hasSuffix(" GMT") ? "expires=now" : String(part)
        }.joined(separator: "; ")
    }

    @Test func thereAreRows() {
        #expect(Self.rows.values.map(\.count).reduce(0, +) > 1400)
    }

    @Test(arguments: rows.keys.sorted())
    func everyAnswerHasTheBytesOfRealFastAPI(_ key: String) throws {
        let rows = Self.rows[key] ?? []
        let first = try #require(rows.first)
        let server = try Self.serve(first.program, first.app)
        for row in rows {
            // The name `headroom` is one byte longer than `uvicorn`.
            let length = row.answer.unicodeScalars.count + row.answer.ranges(of: "server: uvicorn").count
            let answer = server.exchange(row.request.flatMap(Self.bytes), expecting: length, toTheEnd: row.closed)
            let name = "\(row.program)/\(row.name)"
            #expect(Self.steady(Self.text(answer)) == Self.steady(row.answer), "\(name): \(row.note)")
        }
    }
}
