import Python

/// The language alone: the time of each kernel on our machine, on CPython and on pydantic-monty, in alternating runs.
///
/// What is measured is the processor time of calling `kernel()`; starting, parsing and compiling are not in it, for any of them.
/// pydantic-monty runs in a process of its own, so that its figure is time on the clock.
struct KernelBenchmark {
    /// A Python to compare with.
    let python: String
    /// A Python that has pydantic-monty, if that is to be compared too.
    let monty: String?
    /// Only kernels whose name contains this, if given.
    let filter: String?

    private static let rounds = 7

    private static let pythonWorker = """
        import sys, time
        names = {"__name__": "main"}
        exec(compile(sys.argv[1], "main.py", "exec"), names)
        start = time.process_time()
        result = names["kernel"]()
        print(time.process_time() - start, result)
        """
    private static let montyWorker = """
        import sys, time, pydantic_monty
        with pydantic_monty.Monty() as pool, pool.checkout() as session:
            session.feed_run(sys.argv[1])
            start = time.perf_counter()
            result = session.feed_run("kernel()")
            print(time.perf_counter() - start, result)
        """

    func run() throws {
        print("| kernel | headroom, ms | CPython, ms | ratio | monty, ms | ratio |")
        print("| --- | --- | --- | --- | --- | --- |")
        for kernel in Kernel.all where filter.map({ kernel.name.contains($0) }) ?? true { try measure(kernel) }
    }

    private func measure(_ kernel: Kernel) throws {
        var ours: [Double] = [], theirs: [Double] = [], others: [Double] = []
        for round in 0..<Self.rounds {
            let mine = try timeHere(kernel)
            let other = try time(kernel, python, Self.pythonWorker)
            guard mine.result == other.result else {
                throw BenchmarkError.noAnswer("\(kernel.name): \(mine.result) here, \(other.result) in CPython; CPython")
            }
            ours.append(mine.milliseconds)
            theirs.append(other.milliseconds)
            // It is slower than both, and steady.
            if let monty, round < 3, let run = try? time(kernel, monty, Self.montyWorker) { others.append(run.milliseconds) }
        }
        let (a, b, c) = (Figures(ours).median, Figures(theirs).median, Figures(others).median)
        var cells = [kernel.name, Figures.round(a), Figures.round(b), Figures.round(a / b)]
        cells += others.isEmpty ? ["–", "–"] : [Figures.round(c), Figures.round(c / b)]
        print("| " + cells.joined(separator: " | ") + " |")
    }

    private typealias Run = (milliseconds: Double, result: String)

    private func timeHere(_ kernel: Kernel) throws -> Run {
        let world = World(now: { 0 }, monotonic: { 0 }, random: { 4 }, sleep: { _ in })
        let budget = Budget(instructions: .max, bytes: .max)
        let machine = Machine(world: world, context: ExecutionContext(budget: budget))
        let module = try machine.execute(try machine.load(SourceText(kernel.source), named: "main"))
        guard let function = module.namespace["kernel"] else { throw BenchmarkError.noAnswer(kernel.name) }
        let start = processorSeconds()
        let result = try machine.call(function)
        let time = processorSeconds() - start
        return (time * 1000, try machine.str(result))
    }

    private func time(_ kernel: Kernel, _ interpreter: String, _ worker: String) throws -> Run {
        let child = try ChildProcess.withPipe([interpreter, "-c", worker, kernel.source])
        defer { child.stop() }
        var said = ""
        while let bytes = child.read(silence: 60_000), !bytes.isEmpty { said += String(decoding: bytes, as: UTF8.self) }
        let words = said.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let time = Double(words[0]) else { throw BenchmarkError.noAnswer(interpreter + ": " + said) }
        return (time * 1000, String(words[1]))
    }
}
