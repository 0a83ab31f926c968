import Glibc

/// Measures what the project promises: `headroom-benchmark HEADROOM [--python PATH]`.
///
/// HEADROOM is the release build of the program. PATH is a Python with FastAPI and uvicorn; without it that comparison is left out, and said so.
@main
struct Benchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let binary = arguments.first, !binary.hasPrefix("-") else {
            print("usage: headroom-benchmark HEADROOM [--python PATH]")
            exit(2)
        }
        var python: String?
        if let flag = arguments.firstIndex(of: "--python"), flag + 1 < arguments.count { python = arguments[flag + 1] }
        signal(SIGPIPE, SIG_IGN)
        try ScreenBenchmark(binary: binary).run()
        try LoadBenchmark(binary: binary).run()
        try ServeBenchmark(binary: binary, python: python).run()
    }
}

/// What a measurement needs and cannot have.
enum BenchmarkError: Error, CustomStringConvertible {
    case cannotStart(String)
    case noAnswer(String)

    var description: String {
        switch self {
        case .cannotStart(let what): "cannot start \(what)"
        case .noAnswer(let what): "\(what) does not answer"
        }
    }
}

/// Figures of one quantity, sorted.
struct Figures {
    private let sorted: [Double]

    init(_ values: [Double]) { sorted = values.sorted() }

    var median: Double { quantile(0.5) }

    func quantile(_ part: Double) -> Double {
        sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, Int((Double(sorted.count) * part).rounded(.down)))]
    }

    /// `median [least – most]` with two digits.
    var text: String {
        "\(Self.round(median)) [\(Self.round(sorted.first ?? .nan)) – \(Self.round(sorted.last ?? .nan))], n = \(sorted.count)"
    }

    static func round(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let tail = hundredths % 100
        return "\(hundredths / 100).\(tail < 10 ? "0" : "")\(tail)"
    }
}

/// Seconds of a clock that never goes back.
func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
