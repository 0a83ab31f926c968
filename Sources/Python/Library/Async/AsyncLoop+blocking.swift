/// Running a loop to its end inside a plain function, as `asyncio.run` does.
extension AsyncLoop {
    /// Runs a coroutine and then what tasks it left, which are cancelled, on a loop of its own.
    ///
    /// Nobody else gets a turn meanwhile, so sleeping moves the run's clock on instead of taking time, as `time.sleep` does.
    static func runBlocking(_ coroutine: PyGenerator, _ machine: Machine, _ library: AsyncLibrary) throws -> Value {
        try library.withLoop(AsyncLoop(machine, library), machine) { loop in
            let main = loop.task(coroutine)
            defer { loop.tasks = [] }
            do {
                let result = try loop.runBlocking(until: main)
                // What was to go on when the coroutine ended still does so once.
                try loop.stepAllReady()
                try loop.cancelTasks()
                return result
            } catch let raised as PyError {
                try loop.cancelTasks()
                throw raised
            }
        }
    }

    /// Cancels the tasks that are not done, and lets them end.
    private func cancelTasks() throws {
        let open = tasks.filter { !$0.isDone }
        for task in open { _ = try cancel(task) }
        for task in open {
            do { _ = try runBlocking(until: task) } catch is PyError {}
        }
    }
}
