import FoundationEssentials
import Glibc
import Testing
import Workbench

/// The built binary's commands, over real sockets and files.
@Suite struct CommandTests {
    /// The binary beside the test bundle.
    static var binary: String {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? "headroom"
        return bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/headroom"
    }

    /// A folder with the built-in program in it, removed at the end.
    struct Folder: ~Copyable {
        let path: String

        init(_ program: String = BuiltInProgram.text) throws {
            var template = Array("/tmp/headroom-command-XXXXXX".utf8CString)
            _ = mkdtemp(&template)
            path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            try Data(program.utf8).write(to: URL(filePath: path + "/dogs.py"))
        }

        deinit { _ = run("rm -rf '\(path)'") }
    }

    static func run(_ command: String) -> (status: Int32, output: String) {
        guard let pipe = popen(command, "r") else { return (-1, "") }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
        return ((pclose(pipe) >> 8) & 0xFF, String(decoding: bytes, as: UTF8.self))
    }

    struct Sent: Decodable {
        struct Response: Decodable {
            var status: Int
            var headers: [[String]]
            var body: String
        }
        struct Origin: Decodable {
            var name: String
            var fate: String
            var kind: String
            var function: String
            var line: Int?
        }
        struct Verdict: Decodable {
            struct Header: Decodable {
                var name: String
                var readable: Bool
            }
            var outcome: String
            var headers: [Header]
        }
        var response: Response
        var provenance: [Origin]
        var verdict: Verdict?
    }

    static func send(_ folder: borrowing Folder, _ arguments: String) throws -> Sent {
        let result = run("'\(binary)' send '\(folder.path)/dogs.py' \(arguments) --json")
        #expect(result.status == 0)
        return try JSONDecoder().decode(Sent.self, from: Data(result.output.utf8))
    }

    @Test func sendTellsWhereEachHeaderCameFrom() throws {
        let folder = try Folder()
        let sent = try Self.send(folder, "GET /dogs/3")
        #expect(sent.response.status == 200)
        #expect(sent.response.body == #"{"name":"Rex","age":7,"tricks":[]}"#)
        #expect(sent.provenance.filter { $0.fate == "final" }.map(\.name) == sent.response.headers.map { $0[0] })
        let shown = sent.provenance.first { $0.name == "x-shown" }
        #expect(shown?.kind == "path operation")
        #expect(shown?.function == "read_dog")
        #expect(shown?.line == 43)
    }

    @Test func sendFromAnOriginGivesTheVerdict() throws {
        let folder = try Folder()
        let verdict = try #require(try Self.send(folder, "GET /dogs/3 --from https://app.example").verdict)
        #expect(verdict.outcome == "resolved")
        #expect(verdict.headers.filter(\.readable).map(\.name) == ["content-length", "content-type", "x-shown"])
        let refused = try #require(try Self.send(folder, "GET /dogs/3 --from https://evil.example").verdict)
        #expect(refused.outcome == "rejected")
    }

    @Test func aPreflightIsSentWhereOneIsNeeded() throws {
        let folder = try Folder()
        let result = Self.run("'\(Self.binary)' send '\(folder.path)/dogs.py' DELETE /dogs/3 --from https://app.example")
        #expect(result.output.contains("preflight OPTIONS /dogs/3 → 400"))
        #expect(result.output.contains("rejects with a TypeError"))
    }

    @Test func serveAnswersOverARealSocketWithUvicornsHead() throws {
        let folder = try Folder()
        let script =
            "'\(Self.binary)' serve '\(folder.path)/dogs.py' --port 0 > '\(folder.path)/out' & pid=$!; "
            + "until grep -q serving '\(folder.path)/out'; do kill -0 $pid || exit 1; done; "
            + "port=$(sed 's/.*127.0.0.1://' '\(folder.path)/out'); exec 3<>/dev/tcp/127.0.0.1/$port; "
            + "printf 'GET /bowl HTTP/1.1\\r\\nhost: x\\r\\nconnection: close\\r\\n\\r\\n' >&3; cat <&3; kill $pid"
        let result = Self.run(
            "bash -c \"\(script.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("$", with: "\\$"))\"")
        let lines = result.output.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.first == "HTTP/1.1 401 Unauthorized")
        #expect(
            lines.dropFirst().prefix { !$0.isEmpty }.map { $0.prefix { $0 != ":" } } == [
                "date", "server", "www-authenticate", "content-length", "content-type", "vary", "x-trail", "connection",
            ])
    }

    @Test func aPortInUseIsAMessageAndStatus2() throws {
        let folder = try Folder()
        let result = Self.run("'\(Self.binary)' serve '\(folder.path)/dogs.py' --port 70000 2>&1")
        #expect(result.status == 2)
        #expect(result.output.contains("There is no port 70000"))
    }

    @Test(arguments: [
        ("send nothing.py GET /", 2, "nothing.py: No such file or directory"),
        ("send . GET /", 2, "is a folder"),
        ("frobnicate --x", 2, "Unknown option"),
        ("--version", 0, "fastapi 0.165.0"),
        ("--help", 0, "USAGE"),
    ])
    func everyCommandSaysWhatIsWrong(_ arguments: String, _ status: Int, _ words: String) {
        let result = Self.run("'\(Self.binary)' \(arguments) 2>&1")
        #expect(result.status == Int32(status))
        #expect(result.output.contains(words))
    }

    @Test func aProgramWithASyntaxErrorNamesItsLine() throws {
        let folder = try Folder("app = (\n")
        let result = Self.run("'\(Self.binary)' serve '\(folder.path)/dogs.py' --port 0 2>&1")
        #expect(result.status == 1)
        #expect(result.output.contains("dogs.py:1: SyntaxError: '(' was never closed"))
    }

    @Test func replayPrintsASession() throws {
        let folder = try Folder()
        let head = SessionHead(started: 0, name: "dogs.py", program: Array("a\n".utf8))
        let lines = try SessionCoding.line(head) + SessionCoding.line(SessionEvent(at: 61_000, .noted("why?")))
        try Data(lines).write(to: URL(filePath: folder.path + "/s.session"))
        let result = Self.run("'\(Self.binary)' replay '\(folder.path)/s.session'")
        #expect(result.status == 0)
        #expect(result.output.contains("1:01  note  why?"))
    }
}
