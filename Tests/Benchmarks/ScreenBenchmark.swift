import Glibc

/// Start to first frame, key to repaint, and memory of the interface on a terminal of 120 columns and 40 rows.
struct ScreenBenchmark {
    let binary: String

    func run() throws {
        var starts: [Double] = [], memory: [Double] = []
        for _ in 0..<15 {
            let begin = seconds()
            let child = try ChildProcess.onTerminal([binary], rows: 40, columns: 120)
            starts.append((try lastByteOfFrame(child) - begin) * 1000)
            memory.append(child.residentMemory)
            child.stop()
        }
        print("start to first frame, ms: \(Figures(starts).text)")
        print("resident memory after it, MiB: \(Figures(memory).text)")
        let child = try ChildProcess.onTerminal([binary], rows: 40, columns: 120)
        _ = try lastByteOfFrame(child)
        var repaints: [Double] = []
        for turn in 0..<400 {
            let begin = seconds()
            child.write(turn % 2 == 0 ? "j" : "k")
            guard child.read(silence: 1000)?.isEmpty == false else { throw BenchmarkError.noAnswer(binary) }
            repaints.append((seconds() - begin) * 1000)
            while child.read(silence: 5)?.isEmpty == false {}
        }
        child.stop()
        let figures = Figures(repaints)
        print("key to first byte of the repaint, ms: \(figures.text), 99th percentile \(Figures.round(figures.quantile(0.99)))")
    }

    /// When the last byte of the first frame came: the one before the screen stays still for 60 ms.
    private func lastByteOfFrame(_ child: ChildProcess) throws -> Double {
        var last: Double?
        while true {
            guard let bytes = child.read(silence: last == nil ? 5000 : 60) else { throw BenchmarkError.noAnswer(binary) }
            if bytes.isEmpty { break }
            last = seconds()
        }
        guard let last else { throw BenchmarkError.noAnswer(binary) }
        return last
    }
}
