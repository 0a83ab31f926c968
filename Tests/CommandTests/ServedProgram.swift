import Glibc

/// A program that the built binary serves, over real sockets; stopped when it goes out of scope.
struct ServedProgram: ~Copyable {
    /// What went wrong before it accepted.
    struct CannotStart: Error, CustomStringConvertible {
        let said: String
        var description: String { "headroom serve did not start: \(said)" }
    }

    let port: UInt16
    private let pipe: UnsafeMutablePointer<FILE>
    private let pid: Int32

    init(path: String) throws {
        let command = "echo $$; exec '\(CommandTests.binary)' serve '\(path)' --port 0 2>/dev/null"
        guard let pipe = popen(command, "r") else { throw CannotStart(said: "no pipe") }
        var lines: [String] = []
        while let line = Self.line(pipe) {
            lines.append(line)
            if line.contains("serving ") { break }
        }
        guard let last = lines.last, let range = last.firstRange(of: "http://127.0.0.1:"), let port = UInt16(last[range.upperBound...])
        else {
            pclose(pipe)
            throw CannotStart(said: lines.dropFirst().joined(separator: "\n"))
        }
        self.pipe = pipe
        self.port = port
        pid = Int32(lines.first ?? "") ?? 0
    }

    deinit {
        // It was started by a thread that blocks every other signal.
        if pid > 0 { kill(pid, SIGKILL) }
        pclose(pipe)
    }

    private static func line(_ pipe: UnsafeMutablePointer<FILE>) -> String? {
        var bytes: [UInt8] = []
        while true {
            let byte = getc(pipe)
            if byte == EOF { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
            if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(UInt8(truncatingIfNeeded: byte))
        }
    }

    /// Sends the bytes over a connection of its own, and reads until the answer is as long as expected or the connection ends.
    ///
    /// With `toTheEnd` it reads until the server closes. A server that says less than expected is given up after two seconds.
    func exchange(_ request: [UInt8], expecting length: Int, toTheEnd: Bool) -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard connected == 0 else { return [] }
        var limit = timeval(tv_sec: 2, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        _ = request.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while toTheEnd || answer.count < length, case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
            answer += buffer[..<count]
        }
        return answer
    }
}
