import Glibc

/// Processor time a request of `headroom serve` beside real FastAPI under uvicorn, in alternating runs.
struct ServeBenchmark {
    let binary: String
    let python: String?

    private static let program = """
        from fastapi import Cookie, Depends, FastAPI, Response
        from pydantic import BaseModel

        app = FastAPI()


        class Item(BaseModel):
            name: str
            price: float


        def trace(response: Response):
            response.headers["X-Trace"] = "abc"


        @app.get("/plain")
        def plain():
            return {"message": "Hello World"}


        @app.get("/full", response_model=Item, dependencies=[Depends(trace)])
        def full(response: Response):
            response.headers["X-Cat-Dog"] = "alone in the world"
            response.set_cookie("session", "abc")
            return {"name": "Foo", "price": 35.4, "secret": "x"}


        @app.get("/list", response_model=list[Item])
        def many():
            return [{"name": "Foo", "price": 35.4, "secret": "x"} for _ in range(100)]

        """
    private static let targets = ["/plain", "/full", "/list"]

    func run() throws {
        let folder = "/tmp/headroom-benchmark-\(getpid())"
        mkdir(folder, 0o755)
        let path = folder + "/benchmark_app.py"
        guard let file = fopen(path, "w") else { throw BenchmarkError.cannotStart(path) }
        fputs(Self.program, file)
        fclose(file)
        let ours = try start([binary, "serve", path, "--port", "0"])
        let uvicorn = [
            "-m", "uvicorn", "benchmark_app:app", "--app-dir", folder, "--port", "0", "--http", "httptools", "--loop", "uvloop",
            "--no-access-log",
        ]
        let theirs = try python.map { try start([$0] + uvicorn) }
        if theirs == nil { print("no --python given: nothing to compare with") }
        for target in Self.targets { try measure(target, ours, theirs) }
        print("resident memory of serve after it, MiB: \(Figures.round(ours.child.residentMemory))")
        ours.child.stop()
        theirs?.child.stop()
    }

    private struct Server {
        let child: ChildProcess
        let port: UInt16
    }

    private func start(_ command: [String]) throws -> Server {
        let child = try ChildProcess.withPipe(command)
        var said = ""
        let deadline = seconds() + 20
        while seconds() < deadline, let bytes = child.read(silence: 1000) {
            said += String(decoding: bytes, as: UTF8.self)
            guard let range = said.firstRange(of: "http://127.0.0.1:"),
                let port = UInt16(said[range.upperBound...].prefix { $0.isNumber }),
                said[range.upperBound...].contains(where: \.isWhitespace)
            else { continue }
            return Server(child: child, port: port)
        }
        throw BenchmarkError.noAnswer(command.joined(separator: " ") + ": " + said)
    }

    private func measure(_ target: String, _ ours: Server, _ theirs: Server?) throws {
        var a: [Double] = [], b: [Double] = [], ratios: [Double] = []
        for round in 0..<7 {
            let mine = try cost(of: target, ours, requests: 6400)
            let other = try theirs.map { try cost(of: target, $0, requests: 1600) }
            if round == 0 { continue }  // the first one warms up
            a.append(mine)
            if let other {
                b.append(other)
                ratios.append(other / mine)
            }
        }
        print("\(target): headroom, µs of processor time a request: \(Figures(a).text)")
        guard theirs != nil else { return }
        print("\(target): FastAPI, µs: \(Figures(b).text); ratio \(Figures(ratios).text)")
    }

    /// Microseconds of processor time a request, over 32 connections that stay open.
    private func cost(of target: String, _ server: Server, requests: Int) throws -> Double {
        let connections = try (0..<32).map { _ in try Connection(port: server.port) }
        let request = Array("GET \(target) HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n".utf8)
        for connection in connections { try connection.exchange(request) }
        let before = server.child.processorTime
        for _ in 0..<(requests / connections.count) {
            for connection in connections { connection.send(request) }
            for connection in connections { try connection.receive() }
        }
        return (server.child.processorTime - before) / Double(requests)
    }
}

/// A client connection that counts on `content-length`.
final class Connection {
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        guard result == 0 else { throw BenchmarkError.noAnswer("port \(port)") }
    }

    deinit { close(descriptor) }

    func exchange(_ request: [UInt8]) throws {
        send(request)
        try receive()
    }

    func send(_ request: [UInt8]) { _ = Glibc.send(descriptor, request, request.count, 0) }

    func receive() throws {
        buffer.removeAll(keepingCapacity: true)
        var chunk = [UInt8](repeating: 0, count: 65536)
        while !isComplete {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { throw BenchmarkError.noAnswer("the server") }
            buffer += chunk[..<count]
        }
    }

    private var isComplete: Bool {
        let text = String(decoding: buffer, as: UTF8.self)
        guard let end = text.firstRange(of: "\r\n\r\n"), let length = text.firstRange(of: "content-length: ") else { return false }
        let size = Int(text[length.upperBound...].prefix { $0.isNumber }) ?? 0
        return text.utf8.distance(from: end.upperBound, to: text.endIndex) >= size
    }
}
