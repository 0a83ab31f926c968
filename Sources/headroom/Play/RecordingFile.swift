import Glibc
import Workbench

/// A session file that is being written, line by line.
struct RecordingFile {
    let path: String
    private let descriptor: Int32
    private var recorder: SessionRecorder

    /// Why nothing can be recorded.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Begins a file that does not exist yet: `cats.session`, `cats-2.session`, …
    init(beside program: String?, name: String, text: [UInt8], now: Int) throws {
        let folder = program.flatMap { path in path.lastIndex(of: "/").map { String(path[...$0]) } } ?? ""
        let stem = name.hasSuffix(".py") ? String(name.dropLast(3)) : name
        var opened: (String, Int32)?
        for number in 1...10_000 where opened == nil {
            let candidate = folder + stem + (number == 1 ? "" : "-\(number)") + ".session"
            let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o644)
            if descriptor >= 0 { opened = (candidate, descriptor) } else if errno != EEXIST { break }
        }
        guard let opened else {
            throw Failure(description: "no session file can be made beside the program: \(String(cString: strerror(errno)))")
        }
        (path, descriptor) = opened
        let line: [UInt8]
        (recorder, line) = try SessionRecorder.begin(now: now, name: name, program: text)
        try write(line)
    }

    mutating func record(_ content: SessionEvent.Content, now: Int) throws { try write(recorder.line(content, now: now)) }

    mutating func record(program: [UInt8], now: Int) throws {
        if let line = try recorder.line(programChangedTo: program, now: now) { try write(line) }
    }

    /// One system call a line, so that a killed process loses at most the line that was being written.
    private func write(_ line: [UInt8]) throws {
        var rest = line[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure(description: "\(path) cannot be written: \(String(cString: strerror(errno)))") }
            rest = rest.dropFirst(count)
        }
    }

    func close() { _ = Glibc.close(descriptor) }
}
