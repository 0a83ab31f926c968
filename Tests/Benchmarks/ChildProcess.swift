import Glibc

/// A program that was started for measuring, on a terminal or with its output in a pipe.
final class ChildProcess {
    let pid: pid_t
    /// The terminal's or the pipe's end of ours.
    let descriptor: Int32

    private init(pid: pid_t, descriptor: Int32) {
        self.pid = pid
        self.descriptor = descriptor
    }

    /// Where the programs that are measured keep what they save, so that work left by other sessions does not greet them.
    private static let state = "XDG_STATE_HOME=/tmp/headroom-benchmark-state-\(getpid())"

    /// Starts a program on a new terminal of that size.
    static func onTerminal(_ command: [String], rows: UInt16, columns: UInt16) throws -> ChildProcess {
        var ours: Int32 = -1, theirs: Int32 = -1
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ours, &theirs, nil, nil, &size) == 0 else { throw BenchmarkError.cannotStart("a terminal") }
        defer { close(theirs) }
        return try start(command, output: theirs, input: theirs, ours: ours, environment: ["TERM=xterm-256color", "LANG=C.UTF-8", state])
    }

    /// Starts a program whose output goes into a pipe.
    static func withPipe(_ command: [String]) throws -> ChildProcess {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw BenchmarkError.cannotStart("a pipe") }
        let nothing = open("/dev/null", O_RDONLY)
        defer {
            close(ends[1])
            close(nothing)
        }
        return try start(command, output: ends[1], input: nothing, ours: ends[0], environment: ["LANG=C.UTF-8"])
    }

    private static func start(
        _ command: [String], output: Int32, input: Int32, ours: Int32, environment: [String]
    ) throws -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        posix_spawn_file_actions_addclose(&actions, ours)
        let names: [String] = ["PATH", "HOME"]
        let kept = names.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
        var words = command.map { strdup($0) } + [nil]
        var variables = (kept + environment).map { strdup($0) } + [nil]
        defer { for word in words + variables { free(word) } }
        var pid: pid_t = 0
        guard posix_spawnp(&pid, command[0], &actions, nil, &words, &variables) == 0 else {
            throw BenchmarkError.cannotStart(command[0])
        }
        return ChildProcess(pid: pid, descriptor: ours)
    }

    /// What can be read within that many milliseconds of silence; nil at the end of the output.
    func read(silence: Int32) -> [UInt8]? {
        var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&poller, 1, silence) > 0 else { return [] }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        return count > 0 ? Array(buffer[..<count]) : nil
    }

    func write(_ text: String) {
        var bytes = Array(text.utf8)
        _ = Glibc.write(descriptor, &bytes, bytes.count)
    }

    /// User and system time that it has used, in microseconds.
    var processorTime: Double {
        guard let file = fopen("/proc/\(pid)/schedstat", "r") else { return .nan }
        defer { fclose(file) }
        var sum = 0.0
        // The main thread's file does not hold the others', so that all tasks are added up.
        guard let directory = opendir("/proc/\(pid)/task") else { return .nan }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let task = fopen("/proc/\(pid)/task/\(name)/schedstat", "r") else { continue }
            var line = [CChar](repeating: 0, count: 128)
            if fgets(&line, 128, task) != nil {
                let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                sum += Double(text.split(separator: " ").first ?? "0") ?? 0
            }
            fclose(task)
        }
        return sum / 1000
    }

    /// Resident memory in MiB.
    var residentMemory: Double {
        guard let file = fopen("/proc/\(pid)/statm", "r") else { return .nan }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, 128, file) != nil else { return .nan }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? .nan
        return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
    }

    func stop() {
        kill(pid, SIGTERM)
        var status: Int32 = 0
        waitpid(pid, &status, 0)
        close(descriptor)
    }
}
