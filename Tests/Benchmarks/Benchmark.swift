import Glibc

/// Measures what the project promises: `headroom-benchmark HEADROOM [--python PATH]` for the program,
/// `headroom-benchmark kernels --python PATH [--monty PATH] [--only WORDS]` for the language alone.
///
/// HEADROOM is the release build of the program. PATH is a Python with FastAPI and uvicorn, and without it that comparison is left out,
/// and said so; for `kernels` any Python will do, and the one behind `--monty` has pydantic-monty.
@main
struct Benchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        func option(_ name: String) -> String? {
            guard let flag = arguments.firstIndex(of: name), flag + 1 < arguments.count else { return nil }
            return arguments[flag + 1]
        }
        signal(SIGPIPE, SIG_IGN)
        let python = option("--python")
        if arguments.first == "kernels", let python {
            return try KernelBenchmark(python: python, monty: option("--monty"), filter: option("--only")).run()
        }
        guard let binary = arguments.first, binary != "kernels", !binary.hasPrefix("-") else {
            print("usage: headroom-benchmark HEADROOM [--python PATH]")
            print("       headroom-benchmark kernels --python PATH [--monty PATH] [--only WORDS]")
            exit(2)
        }
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
        let (whole, tail) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(hundredths < 0 ? "-" : "")\(whole).\(tail < 10 ? "0" : "")\(tail)"
    }
}

/// Seconds of a clock that never goes back.
func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Seconds of processor time that this process has used.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
