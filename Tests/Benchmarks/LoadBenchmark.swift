import Glibc

/// What loading a program of 500 lines costs `headroom serve`, above a program with an application and nothing else.
struct LoadBenchmark {
    let binary: String

    private static let smallest = "from fastapi import FastAPI\n\napp = FastAPI()\n"

    /// Models, dependencies and path operations, 500 lines of them.
    private static var long: String {
        var lines = ["from fastapi import Depends, FastAPI, Response", "from pydantic import BaseModel", "", "app = FastAPI()", "", ""]
        var number = 0
        while lines.count < 500 {
            number += 1
            lines += [
                "class Item\(number)(BaseModel):", "    name: str", "    price: float = \(number).5", "    tags: list[str] = []", "", "",
                "def trace\(number)(response: Response):", "    response.headers[\"X-Trace-\(number)\"] = \"abc\"", "    return \(number)",
                "", "",
                "@app.get(\"/items\(number)/{item_id}\", response_model=Item\(number))",
                "def read\(number)(item_id: int, response: Response, trace: int = Depends(trace\(number))):", "    if item_id > 3:",
                "        response.status_code = 202", "    else:", "        response.headers[\"X-Id\"] = str(item_id)",
                "    return {\"name\": f\"n{item_id}\", \"price\": 3, \"tags\": [\"a\", \"b\"], \"secret\": \"x\"}", "", "",
            ]
        }
        return lines.prefix(499).joined(separator: "\n") + "\n"
    }

    func run() throws {
        let folder = "/tmp/headroom-benchmark-load-\(getpid())"
        mkdir(folder, 0o755)
        let short = try write(Self.smallest, folder + "/short.py")
        let long = try write(Self.long, folder + "/long.py")
        var times: [Double] = [], memory: [Double] = []
        for round in 0..<16 {
            let least = try measure(short), most = try measure(long)
            if round == 0 { continue }  // the first one warms the file cache
            times.append((most.time - least.time) / 1000)
            memory.append(most.memory - least.memory)
        }
        print("loading 500 lines, ms of processor time above an empty application: \(Figures(times).text)")
        print("loading 500 lines, MiB resident above an empty application: \(Figures(memory).text)")
    }

    private func write(_ text: String, _ path: String) throws -> String {
        guard let file = fopen(path, "w") else { throw BenchmarkError.cannotStart(path) }
        fputs(text, file)
        fclose(file)
        return path
    }

    /// Processor time in microseconds and resident MiB once the server accepts.
    private func measure(_ program: String) throws -> (time: Double, memory: Double) {
        let child = try ChildProcess.withPipe([binary, "serve", program, "--port", "0"])
        defer { child.stop() }
        var said = ""
        let deadline = seconds() + 20
        while seconds() < deadline, let bytes = child.read(silence: 1000) {
            said += String(decoding: bytes, as: UTF8.self)
            if said.contains("http://127.0.0.1:"), said.hasSuffix("\n") { return (child.processorTime, child.residentMemory) }
        }
        throw BenchmarkError.noAnswer(program + ": " + said)
    }
}
